"""The reliability map: every test pair by the confidence of image and sound, who is right, and each pair at a click."""

import numpy as np
from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QSplitter, QToolButton, QVBoxLayout, QWidget

from tplab_gui.core.events.fusion_study import Disturbance, PairEvidence, ReliabilityRead
from tplab_gui.core.studies.strategies import FUSED
from tplab_gui.ui import style
from tplab_gui.ui.widgets.findings_panel import in_language
from tplab_gui.ui.widgets.fusion_looks import draw_marker, title
from tplab_gui.ui.widgets.fusion_pair_view import FusionPairView
from tplab_gui.ui.widgets.fusion_scatter import LOOK, ReliabilityScatter, who_is_right

DAMAGES = (
    Disturbance(),
    Disturbance(sigma=0.6),
    Disturbance(hidden=0.3),
    Disturbance(snr_db=0.0),
    Disturbance(sigma=0.6, snr_db=0.0),
)
ALL, SAVED, SPOILT = "all", "saved", "spoilt"


class FusionReliabilityView(QWidget):
    """Filters above, the map at the left, the chosen pair at the right, in sentences below."""

    damage_chosen = Signal(object)  # Disturbance
    pair_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.read: ReliabilityRead | None = None
        self.scatter, self.pair = ReliabilityScatter(), FusionPairView()
        self.scatter.pair_chosen.connect(self._on_chosen)
        self.pair.step_wanted.connect(self.step)
        self.damages, self.which, self.digits = QComboBox(), QComboBox(), QComboBox()
        for damage, text in zip(DAMAGES, self._damage_names(), strict=True):
            self.damages.addItem(text, damage)
        self.damages.setAccessibleName(self.tr("How the pairs are spoilt"))
        self.damages.setToolTip(
            self.tr("On clean pairs both are nearly always right; noise shows who is to be trusted")
        )
        self.damages.activated.connect(lambda _=0: self.damage_chosen.emit(self.damage()))
        self.which.addItem(self.tr("All pairs"), (ALL, ""))
        for kind, text in (
            (SAVED, self.tr("Saved by: {strategy}")),
            (SPOILT, self.tr("Spoilt by: {strategy}")),
        ):
            for name in FUSED:
                self.which.addItem(text.format(strategy=title(name)), (kind, name))
        self.which.setAccessibleName(self.tr("Which pairs are shown"))
        self.which.setToolTip(
            self.tr(
                "Saved: a fusion names the digit though image or sound alone does not. Spoilt: it gets it wrong "
                "though one of them is right."
            )
        )
        self.digits.addItem(self.tr("All digits"), -1)
        for digit in range(10):
            self.digits.addItem(str(digit), digit)
        self.digits.setAccessibleName(self.tr("Digit"))
        for choice in (self.which, self.digits):
            choice.currentIndexChanged.connect(self._show)
            choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.which.setMinimumContentsLength(16)
        self.digits.setMinimumContentsLength(9)
        self.kinds: dict[int, QToolButton] = {}
        self.sentences = QLabel()
        self.sentences.setWordWrap(True)
        self.sentences.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._lay_out()
        self._draw_icons()

    def damage(self) -> Disturbance:
        """Return how the pairs are spoilt that are asked for."""
        return DAMAGES[self.damages.currentIndex()]

    def show_read(self, read: ReliabilityRead) -> None:
        """Show the pairs of one question; a pair chosen in another one is let go."""
        is_new = self.read is not read
        self.read = read
        self.sentences.setText(" ".join(in_language(each) for each in read.sentences))
        if is_new:
            self.pair.show_pair(None)
            self.scatter.chosen = -1
        self._show()

    def show_pair(self, evidence: PairEvidence) -> None:
        """Show what decided the pair that is chosen; one that is not any more is left out."""
        if evidence.index == self.scatter.chosen:
            self.pair.show_pair(evidence)

    def step(self, by: int) -> None:
        """Go to the next pair that is shown, or to the one before."""
        shown = self.scatter.shown
        if len(shown):
            place = int(np.searchsorted(shown, self.scatter.chosen, "right" if by > 0 else "left"))
            self.scatter.choose(int(shown[(place if by > 0 else place - 1) % len(shown)]))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "kinds"):
            self._draw_icons()

    def _damage_names(self) -> tuple[str, ...]:
        return (
            self.tr("Clean pairs"),
            self.tr("Image noise 60 %"),
            self.tr("Image 30 % hidden"),
            self.tr("Sound at 0 dB SNR"),
            self.tr("Both noisy"),
        )

    def _show(self) -> None:
        read = self.read
        if read is None:
            return
        right = who_is_right(read)
        kept = np.ones(len(read), bool)
        kind, name = self.which.currentData()
        if kind != ALL:
            is_right = read.answers[name] == read.truth
            image, sound = read.image_digit == read.truth, read.sound_digit == read.truth
            kept &= is_right & ~(image & sound) if kind == SAVED else ~is_right & (image | sound)
        if self.digits.currentData() >= 0:
            kept &= read.truth == self.digits.currentData()
        names = self.scatter.names()
        for each, button in self.kinds.items():
            button.setText(f"{names[each]} ({int((right[kept] == each).sum())})")
        ticked = [each for each, button in self.kinds.items() if button.isChecked()]
        self.scatter.show_read(read, np.flatnonzero(kept & np.isin(right, ticked)))

    def _on_chosen(self, index: int) -> None:
        self.pair.show_waiting()
        self.pair_wanted.emit(index)

    def _draw_icons(self) -> None:
        for kind, button in self.kinds.items():
            pixmap = QPixmap(20, 20)
            pixmap.fill(Qt.GlobalColor.transparent)
            painter = QPainter(pixmap)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            draw_marker(painter, LOOK[kind][0], QPointF(10, 10), style.theme(), LOOK[kind][1] + 2)
            painter.end()
            button.setIcon(QIcon(pixmap))

    def _lay_out(self) -> None:
        filters, legend = QHBoxLayout(), QHBoxLayout()
        for row in (filters, legend):
            row.setSpacing(style.SPACE_S)
        for choice in (self.damages, self.which, self.digits):
            filters.addWidget(choice)
        filters.addStretch(1)
        for kind, name in self.scatter.names().items():
            button = self.kinds[kind] = QToolButton()
            button.setText(name)
            button.setCheckable(True)
            button.setChecked(True)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            button.setToolTip(self.tr("Show or hide these pairs"))
            button.toggled.connect(self._show)
            legend.addWidget(button)
        legend.addStretch(1)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style.SPACE_S)
        column.addLayout(filters)
        column.addLayout(legend)
        column.addWidget(self.scatter, 1)
        halves = QSplitter(Qt.Orientation.Horizontal)
        halves.setChildrenCollapsible(False)
        halves.addWidget(left)
        halves.addWidget(self.pair)
        halves.setStretchFactor(0, 3)
        halves.setStretchFactor(1, 2)
        halves.setSizes([600, 400])
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(style.SPACE_S)
        whole.addWidget(halves, 1)
        whole.addWidget(self.sentences)
