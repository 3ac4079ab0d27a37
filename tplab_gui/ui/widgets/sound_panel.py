"""Where sound is heard: which source, how loud, what it looks like, and what to do when there is none."""

import math

import numpy as np
from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from tplab_gui.core.errors import LabError
from tplab_gui.core.events.digits import Level, SourceOpened
from tplab_gui.ui import style
from tplab_gui.ui.widgets.digit_pad import DigitPad
from tplab_gui.ui.widgets.level_meter import LevelMeter
from tplab_gui.ui.widgets.notice_bar import in_words
from tplab_gui.ui.widgets.sound_choice import SoundChoice
from tplab_gui.ui.widgets.spectrogram_view import SpectrogramView

TEXT_MS = 250  # numbers that change faster cannot be read


class SoundPanel(QWidget):
    """The upper right of the digits tab; `bar`, how it is listened to, is its second row."""

    mute_wanted = Signal(bool)
    retry_wanted = Signal()
    digit_said = Signal(int)
    language_chosen = Signal(str)  # as in ListenParams

    def __init__(self, bar: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.choice = SoundChoice()
        self.spectrogram = SpectrogramView()
        self.meter = LevelMeter()
        self.pad = DigitPad(self.tr("The simulated voice says"), self.tr("Say {digit} (Alt+{digit})"))
        self.pad.chosen.connect(self.digit_said)
        self._level: Level | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style.SPACE_S)
        column.addLayout(self._build_top())
        column.addWidget(bar)
        column.addWidget(self.adapted)
        column.addWidget(self._build_problem())
        column.addWidget(self.spectrogram, 1)
        column.addWidget(self.pad)
        column.addWidget(self._build_again())
        self._text_timer = QTimer(self, interval=TEXT_MS)
        self._text_timer.timeout.connect(self._show_numbers)
        self._text_timer.start()
        self.show_state("waiting")

    # -- what the tab says -------------------------------------------------------------------------------------

    def show_opened(self, event: SourceOpened) -> None:
        """Show that this source delivers sound."""
        self.spectrogram.restart(np.array(event.mel_centres_hz))
        self.hide_problem()
        self.show_state("listening", f"{event.rate_hz / 1000:g} kHz")

    def show_state(self, state: str, detail: str = "") -> None:
        """Show one of 'waiting', 'listening', 'muted', 'ended', 'missing', 'hidden', in words and with a mark."""
        mark, role, text, message = {
            "waiting": (
                "○",
                "muted",
                self.tr("getting ready"),
                self.tr("The networks are being loaded; you can already draw"),
            ),
            "listening": ("●", "good", self.tr("listening"), ""),
            "muted": ("◌", "warning", self.tr("muted"), self.tr("Muted: the microphone is closed")),
            "ended": ("■", "muted", self.tr("the file is over"), ""),
            "missing": ("▲", "warning", self.tr("no sound"), self.tr("Nothing is being heard")),
            "hidden": ("○", "muted", self.tr("paused"), ""),
        }[state]
        self.state.setText(f"{mark} {text}")
        self.state.setToolTip(detail)
        style.set_role(self.state, role)
        self.source_name.setText(detail)
        self.spectrogram.set_message(message)
        self.again.setVisible(state == "ended")
        if state != "listening":
            self._level = None
            self.meter.clear()
            self._show_numbers()

    def show_level(self, level: Level) -> None:
        """Show the newest level."""
        self._level = level
        self.meter.show_level(level.rms_db, level.peak_db, is_clipping=level.is_clipping)

    def show_problem(self, error: LabError, *, remark: str = "", can_retry: bool = True) -> None:
        """Say what is wrong with the sound, with Retry beside it where that can help."""
        self.retry.setVisible(can_retry)
        what, advice = in_words(error)
        self.problem_text.setText(" ".join(each for each in (what, remark or advice) if each))
        self.problem.show()

    def hide_problem(self) -> None:
        """Take the problem away."""
        self.problem.hide()

    def show_simulated(self, *, is_simulated: bool) -> None:
        """Offer what the simulated voice can say, or not."""
        self.pad.setVisible(is_simulated)

    def show_language(self, language: str) -> None:
        """Show in which language the digits are said, without asking for it."""
        self.language.setCurrentIndex(self.language.findData(language))

    def show_adapted(self, *, is_adapted: bool) -> None:
        """Say whether the network that hears is the user's own."""
        self.adapted.setVisible(is_adapted)

    def show_muted(self, *, is_muted: bool) -> None:
        """Show whether the microphone is muted."""
        self.mute.blockSignals(True)
        self.mute.setChecked(is_muted)
        self.mute.blockSignals(False)
        self.mute.setIcon(style.icon("mdi6.microphone-off" if is_muted else "mdi6.microphone"))
        self.mute.setText(self.tr("Muted") if is_muted else self.tr("Mute"))

    def follow_theme(self) -> None:
        """Give the icons the colour of the text."""
        self.show_muted(is_muted=self.mute.isChecked())

    # -- how it is built ---------------------------------------------------------------------------------------

    def _build_top(self) -> QHBoxLayout:
        self.mute = QPushButton(self.tr("Mute"))
        self.mute.setCheckable(True)
        self.mute.setToolTip(self.tr("Close the microphone until pressed again (M)"))
        self.mute.toggled.connect(self._on_mute)
        self.language = QComboBox()
        for name, key in (("English", "en"), ("Français", "fr")):  # each in its own language
            self.language.addItem(name, key)
        self.language.setAccessibleName(self.tr("Language of the spoken digits"))
        self.language.setToolTip(
            self.tr(
                "The language in which you say the digits. The network for French has learned from synthetic voices "
                "only."
            )
        )
        self.language.activated.connect(lambda row: self.language_chosen.emit(self.language.itemData(row)))
        self.adapted = QLabel("◆ " + self.tr("adapted to your voice"))
        self.adapted.setToolTip(
            self.tr(
                "The network learned your voice on the page Record of the Data tab; it is switched off there."
            )
        )
        style.set_role(self.adapted, "good")
        self.adapted.hide()
        self.state = QLabel()
        self.state.setAccessibleName(self.tr("State of the microphone"))
        self.source_name = QLabel()
        style.set_role(self.source_name, "muted")
        self.numbers = QLabel()
        self.numbers.setMinimumWidth(self.numbers.fontMetrics().horizontalAdvance("−100 dB") + 4)
        self.numbers.setAccessibleName(self.tr("Level in decibels"))
        self.gaps = QLabel()
        style.set_role(self.gaps, "warning")
        self.gaps.setToolTip(
            self.tr("Blocks of sound that were lost because the computer was busy; close other programs")
        )
        self.gaps.hide()
        row = QHBoxLayout()
        row.setSpacing(style.SPACE_S)
        row.addWidget(self.choice)
        row.addWidget(self.language)
        row.addWidget(self.mute)
        row.addWidget(self.state)
        row.addWidget(self.source_name, 1)
        row.addWidget(self.gaps)
        row.addWidget(self.meter, 1)
        row.addWidget(self.numbers)
        return row

    def _build_problem(self) -> QFrame:
        self.problem = QFrame()
        style.set_role(self.problem, "card")
        mark = QLabel("▲")
        style.set_role(mark, "warning")
        self.problem_text = QLabel()
        self.problem_text.setWordWrap(True)
        self.retry = QPushButton(self.tr("Retry"))
        self.retry.setToolTip(self.tr("Look for the microphone again"))
        self.retry.clicked.connect(self.retry_wanted)
        row = QHBoxLayout(self.problem)
        row.setContentsMargins(style.SPACE_S, style.SPACE_XS, style.SPACE_S, style.SPACE_XS)
        row.addWidget(mark)
        row.addWidget(self.problem_text, 1)
        row.addWidget(self.retry)
        self.problem.hide()
        return self.problem

    def _build_again(self) -> QPushButton:
        self.again = QPushButton(self.tr("Play the file again"))
        self.again.clicked.connect(self.retry_wanted)
        self.again.hide()
        return self.again

    def _on_mute(self, is_muted: bool) -> None:  # noqa: FBT001  Qt's signature
        self.show_muted(is_muted=is_muted)
        self.mute_wanted.emit(is_muted)

    def _show_numbers(self) -> None:
        level = self._level
        is_heard = level is not None and math.isfinite(level.rms_db)
        self.numbers.setText(
            f"{level.rms_db:.0f} dB".replace("-", "−") if level is not None and is_heard else "– dB"
        )
        gaps = level.gaps if level is not None else 0
        self.gaps.setText(self.tr("{count} blocks lost").format(count=gaps))
        self.gaps.setVisible(gaps > 0)
