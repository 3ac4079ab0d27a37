"""One test pair: the digit and the sound under their heat, what each strategy said, and whom attention trusted."""

import numpy as np
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from tplab_gui.core.events.fusion_study import PairEvidence
from tplab_gui.core.studies.strategies import NAMES
from tplab_gui.ui import style
from tplab_gui.ui.widgets.clip_player import ClipPlayer
from tplab_gui.ui.widgets.fusion_bars import Bar, StrategyBars
from tplab_gui.ui.widgets.fusion_looks import IMAGE, SOUND, percent
from tplab_gui.ui.widgets.image_view import Panel, to_pixels
from tplab_gui.ui.widgets.word_picture import coloured

RANGE_DB = 60.0  # of the spectrogram, below its loudest


class FusionPairView(QWidget):
    """Shows a `PairEvidence`; the arrows ask for the pair before and the next one."""

    step_wanted = Signal(int)  # -1 or 1
    notice = Signal(object, str)
    failed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.evidence: PairEvidence | None = None
        self.heading, self.origin, self.trust = QLabel(), QLabel(), QLabel()
        style.set_role(self.heading, "heading")
        style.set_role(self.origin, "muted")
        for label in (self.heading, self.origin, self.trust):
            label.setWordWrap(True)
        self.picture = Panel(self.tr("Image"), is_blocky=True)
        self.sound = Panel(self.tr("Sound"), is_blocky=True)
        tip = self.tr(
            "The lighter the colour, the more that place spoke for the digit that joint fusion with attention answers."
        )
        for panel in (self.picture, self.sound):
            panel.setToolTip(tip)
            panel.view.setMinimumSize(84, 60)
        self.player = ClipPlayer(self)
        self.player.notice.connect(self.notice)
        self.player.failed.connect(self.failed)
        self.before, self.next = QPushButton("◀"), QPushButton("▶")
        for button, step, name in (
            (self.before, -1, self.tr("The pair before")),
            (self.next, 1, self.tr("The next pair")),
        ):
            button.setAccessibleName(name)
            button.setToolTip(name)
            button.setFixedWidth(40)
            button.clicked.connect(lambda _=False, step=step: self.step_wanted.emit(step))
        self.said = StrategyBars(self.tr("What each strategy said"))
        self.said.setMinimumHeight(8 * 18)
        self.weights = StrategyShare()
        head, both = QHBoxLayout(), QHBoxLayout()
        head.addWidget(self.heading, 1)
        for widget in (self.before, self.next, self.player.button):
            head.addWidget(widget)
        both.setSpacing(style.SPACE_S)
        both.addWidget(self.picture, 2)
        both.addWidget(self.sound, 3)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style.SPACE_XS)
        column.addLayout(head)
        column.addWidget(self.origin)
        column.addLayout(both, 2)
        column.addWidget(self.said, 3)
        column.addWidget(self.weights)
        column.addWidget(self.trust)
        self.show_pair(None)

    def show_pair(self, evidence: PairEvidence | None) -> None:
        """Show a pair, or invite to choose one."""
        self.evidence = evidence
        has_pair = evidence is not None
        self.player.take(evidence.samples if evidence else None, evidence.rate_hz if evidence else 0)
        self.player.button.setEnabled(has_pair)
        self.weights.setVisible(has_pair)
        self.said.setVisible(has_pair)
        if evidence is None:
            self.heading.setText(self.tr("No pair is chosen"))
            self.origin.setText(self.tr("Click a mark, or walk through them with the arrow keys."))
            self.trust.clear()
            for panel in (self.picture, self.sound):
                panel.view.show_pixels(None)
                panel.view.show_text("–")
                panel.say("")
            return
        self.heading.setText(self.tr("A {digit}, drawn and said").format(digit=evidence.truth))
        self.origin.setText(
            self.tr("Picture {picture}; spoken by {speaker}").format(
                picture=evidence.picture_number, speaker=evidence.speaker
            )
        )
        self._show_heat(evidence)
        self.said.show_bars({name: _bar(evidence, name) for name in NAMES})
        image, sound = evidence.attention
        self.weights.show_share(image)
        text = self.tr("Attention trusts: image {image} · sound {sound}.")
        self.trust.setText(text.format(image=percent(image, 0), sound=percent(sound, 0)))
        added = evidence.shares.get("joint-attention")
        if added is not None:
            text = self.tr(
                "To the score of its answer {digit} the image adds {image:+.1f}, the sound {sound:+.1f}."
            )
            words = text.format(digit=evidence.explained, image=added[0], sound=added[1]).replace("-", "−")
            self.trust.setText(f"{self.trust.text()} {words}")

    def show_waiting(self) -> None:
        """Say that the pair is being asked."""
        self.heading.setText(self.tr("Asking every network…"))

    def shut_down(self, timeout_ms: int) -> bool:
        """Stop playing, and wait."""
        return self.player.shut_down(timeout_ms)

    def _show_heat(self, evidence: PairEvidence) -> None:
        picture = coloured(evidence.picture[::-1], evidence.image_heat[::-1])
        loudest = float(evidence.mel.max())
        light = np.clip((evidence.mel - loudest + RANGE_DB) / RANGE_DB, 0, 1)
        sound = coloured(light, evidence.sound_heat)
        for panel, image, shape in ((self.picture, picture, None), (self.sound, sound, (3, 4))):
            panel.view.show_text("")
            panel.view.show_pixels(to_pixels(image), shape)
        self.sound.say(self.tr("{seconds:.2f} s").format(seconds=len(evidence.samples) / evidence.rate_hz))


class StrategyShare(StrategyBars):
    """One bar of two parts: how attention shares its trust between image and sound."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", (IMAGE, SOUND), parent)
        self.setAccessibleName(self.tr("Attention on image and sound"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMinimumHeight(24)
        self.setFixedHeight(26)

    def show_share(self, image: float) -> None:
        """Show the weight of the image, in [0, 1]; the rest is the sound's."""
        self.show_bars({"joint-attention": Bar((image, 1.0 - image))})


def _bar(evidence: PairEvidence, name: str) -> Bar:
    scores = evidence.scores[name]
    digit = int(scores.argmax())
    sign = "✓" if digit == evidence.truth else "✕"
    return Bar((float(scores[digit]),), text=f"{sign} {digit}  {percent(float(scores[digit]), 0)}")
