"""The row above the curves: which kinds are shown (and how each is drawn), logarithmic axis, fit."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QIcon, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from tplab_gui.ui import style
from tplab_gui.ui.widgets.curve_plot import CurvePlot
from tplab_gui.ui.widgets.run_curves import AGAIN, BATCH, KINDS, TEST, TRAIN

_SAMPLE = QSize(24, 12)


class CurveBar(QWidget):
    """Legend and switches in one: each kind of curve is a button with a sample of its stroke."""

    def __init__(self, plot: CurvePlot, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plot = plot
        texts = {
            BATCH: (self.tr("batches"), self.tr("Train loss of each batch, as it is learnt from")),
            TRAIN: (self.tr("train"), self.tr("Mean over the epoch, while learning, with dropout active")),
            AGAIN: (
                self.tr("train, re-measured"),
                self.tr("Measured again after the epoch, without dropout, on at most 10,000 pictures"),
            ),
            TEST: (self.tr("test"), self.tr("On pictures the network does not learn from")),
        }
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(style.SPACE_XS)
        self.kinds: dict[str, QToolButton] = {}
        for kind in KINDS:
            button = self._button(texts[kind][0], texts[kind][1])
            button.setChecked(True)
            button.setIconSize(_SAMPLE)
            button.toggled.connect(lambda on, kind=kind: plot.set_kind_shown(kind, on))
            self.kinds[kind] = button
            row.addWidget(button)
        self.presets: dict[str, QToolButton] = {}
        for kind, name in (
            (TRAIN, self.tr("Train curves only, of all runs shown (figure 5)")),
            (TEST, self.tr("Test curves only, of all runs shown (figure 6)")),
        ):
            button = self._button("", name)
            button.setAccessibleName(name)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
            button.setCheckable(False)
            button.clicked.connect(lambda _=False, kind=kind: self.show_only(kind))
            self.presets[kind] = button
            row.addWidget(button)
        row.addStretch(1)
        self.log = self._button(self.tr("log"), self.tr("Logarithmic loss axis: shows small losses"))
        self.log.toggled.connect(plot.set_log)
        row.addWidget(self.log)
        self.fit = self._button(self.tr("fit"), self.tr("Show all of every curve and follow them again"))
        self.fit.setCheckable(False)
        self.fit.setEnabled(False)
        self.fit.clicked.connect(plot.fit)
        plot.fit_changed.connect(lambda is_following: self.fit.setEnabled(not is_following))
        row.addWidget(self.fit)
        self._draw_samples()

    def show_only(self, kind: str) -> None:
        """Show one kind of curve of all runs; when that is what is shown already, show every kind again."""
        is_only = all(button.isChecked() == (each == kind) for each, button in self.kinds.items())
        for each, button in self.kinds.items():
            button.setChecked(is_only or each == kind)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        if event.type() == QEvent.Type.PaletteChange:
            self._draw_samples()
        super().changeEvent(event)

    def _button(self, text: str, tool_tip: str) -> QToolButton:
        button = QToolButton()
        button.setText(text)
        button.setToolTip(tool_tip)
        button.setCheckable(True)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        return button

    def _draw_samples(self) -> None:
        for kind, button in self.kinds.items():
            button.setIcon(_sample(kind))
        for kind, number in ((TRAIN, 5), (TEST, 6)):
            self.presets[kind].setIcon(style.icon(f"mdi6.numeric-{number}-box-multiple-outline"))


def _sample(kind: str) -> QIcon:
    """Return a stroke of the kind in the colour of text."""
    now = style.theme()
    colour = QColor(now.text)
    pen = QPen(colour, {BATCH: 1.0, TRAIN: 1.8, AGAIN: 1.6, TEST: 2.2}[kind])
    if kind == BATCH:
        colour.setAlphaF(0.5)
        pen.setColor(colour)
    if kind == AGAIN:
        pen.setStyle(Qt.PenStyle.DotLine)
    if kind == TEST:
        pen.setDashPattern([4, 2])
    picture = QPixmap(_SAMPLE * 2)
    picture.setDevicePixelRatio(2)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(pen)
    middle = _SAMPLE.height() // 2
    painter.drawLine(0, middle, _SAMPLE.width(), middle)
    if kind in {TRAIN, TEST}:
        painter.setPen(QPen(colour, 1.5))
        painter.setBrush(QBrush(colour if kind == TEST else QColor(now.surface)))
        painter.drawEllipse(_SAMPLE.width() // 2 - 4, middle - 4, 8, 8)
    painter.end()
    return QIcon(picture)
