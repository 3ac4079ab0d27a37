"""The lesson: both senses and their sum, three rows of ten bars that line up, and how much each sense is trusted."""

import math

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSlider, QVBoxLayout, QWidget

from tplab_gui.core.events.digits import DigitScores
from tplab_gui.ui import style
from tplab_gui.ui.widgets.fusion_choice import FusionChoice
from tplab_gui.ui.widgets.score_bars import ScoreBars

SHIPPED_WEIGHT = 50  # percent: Bayes' rule (fusion/late.py)


class AnswerPanel(QFrame):
    """The scores of image, sound and both, and the weight between them; `beside` stands right of the bars."""

    fusion_changed = Signal(
        str, float, str
    )  # strategy, weight of the image in 0 ... 1, run whose network fuses or ''

    def __init__(self, beside: QWidget | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        style.set_role(self, "card")
        self._weight = float("nan")  # of the image in the last fused answer
        self.rows = {
            "image": ScoreBars(self.tr("Image"), 0, self.tr("nothing drawn yet")),
            "audio": ScoreBars(self.tr("Sound"), 1, self.tr("nothing heard yet")),
            "fused": ScoreBars(self.tr("Both"), 2, self.tr("draw a digit, say it, or do both at once")),
        }
        column = QVBoxLayout(self)
        column.setContentsMargins(*[style.SPACE_S] * 4)
        column.setSpacing(style.SPACE_XS)
        bars = QVBoxLayout()
        bars.setSpacing(style.SPACE_XS)
        for row in self.rows.values():
            bars.addWidget(row, 1)
        both = QHBoxLayout()
        both.setSpacing(style.SPACE_S)
        both.addLayout(bars, 1)
        if beside is not None:
            both.addWidget(beside)
        column.addLayout(both, 1)
        column.addLayout(self._build_weight())
        self._show_trust()

    def show_fusion(self, strategy: str, image_percent: int) -> None:
        """Show how both are combined, without asking for it."""
        with QSignalBlocker(self.strategy), QSignalBlocker(self.slider):
            self.strategy.setCurrentIndex(max(0, self.strategy.findData(strategy)))
            self.slider.setValue(image_percent)
        self._show_trust()

    def show_scores(self, event: DigitScores) -> None:
        """Show one source's scores."""
        self.rows[event.source].show_scores(event.scores, is_sure=event.is_sure)
        if event.source == "fused":
            self._weight = event.weight
        self._show_trust()

    def clear(self, source: str) -> None:
        """Show that this source has nothing to say."""
        self.rows[source].clear()
        self._show_trust()

    def _build_weight(self) -> QHBoxLayout:
        self.strategy = FusionChoice()
        self.strategy.changed.connect(self._on_changed)
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(0, 100)
        self.slider.setValue(SHIPPED_WEIGHT)
        self.slider.setAccessibleName(self.tr("Trust in the image, percent"))
        self.slider.setToolTip(self.tr("How much the image counts against the sound when both are combined"))
        self.slider.setMinimumWidth(90)
        self.slider.valueChanged.connect(self._on_changed)
        self.trust = QLabel()
        self.trust.setMinimumWidth(self.trust.fontMetrics().horizontalAdvance(self._trust_of(100)) + 4)
        fusion, sound, image = QLabel(self.tr("Fusion")), QLabel(self.tr("sound")), QLabel(self.tr("image"))
        for label in (fusion, sound, image):
            style.set_role(label, "muted")
        row = QHBoxLayout()
        row.setSpacing(style.SPACE_S)
        for widget in (fusion, self.strategy, sound):
            row.addWidget(widget)
        row.addWidget(self.slider, 1)
        row.addWidget(image)
        row.addSpacing(style.SPACE_S)
        row.addWidget(self.trust)
        return row

    def _on_changed(self) -> None:
        self._show_trust()
        self.fusion_changed.emit(self.strategy.strategy, self.slider.value() / 100, self.strategy.run_dir)

    def _show_trust(self) -> None:
        is_weighted = self.strategy.strategy == "late-weighted"
        self.slider.setEnabled(is_weighted)
        has_image, has_audio = (self.rows[source].digit is not None for source in ("image", "audio"))
        if has_image and not has_audio:
            text = self.tr("trusts: image alone, nothing was heard")
        elif has_audio and not has_image:
            text = self.tr("trusts: sound alone, nothing is drawn")
        elif is_weighted:
            text = self._trust_of(self.slider.value())
        elif self.strategy.strategy == "late-vote":
            text = self.tr("trusts: whoever is surer, at a tie")
        elif math.isnan(self._weight) or not (has_image and has_audio):
            text = self.tr("trusts: what the network learned")
        else:
            percent = round(100 * self._weight)
            text = self.tr("attention: image {image} % · sound {sound} %").format(
                image=percent, sound=100 - percent
            )
        self.trust.setText(text)

    def _trust_of(self, image_percent: int) -> str:
        return self.tr("trusts: image {image} % · sound {sound} %").format(
            image=image_percent, sound=100 - image_percent
        )
