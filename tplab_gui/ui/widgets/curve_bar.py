"""The row above the curves: which kinds are shown (and how each is drawn), smoothing, axis, fit.

Where the row is too narrow for all of it, legend and axis take a row each.
"""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QIcon, QPainter, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLayout, QToolButton, QVBoxLayout, QWidget

from tplab_gui.ui import style
from tplab_gui.ui.widgets.curve_plot import CurvePlot
from tplab_gui.ui.widgets.run_curves import AGAIN, BATCH, KINDS, TEST, TRAIN
from tplab_gui.ui.widgets.smoothing_box import SmoothingBox

_SAMPLE = QSize(24, 12)


class CurveBar(QWidget):
    """Legend and switches in one: each kind of curve is a button with a sample of its stroke."""

    def __init__(self, plot: CurvePlot, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plot = plot
        self._legend, self._axis = QWidget(), QWidget()
        self._rows = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._rows.setSpacing(style.SPACE_XS)
        self._rows.addWidget(self._legend)
        self._rows.addStretch(1)
        self._rows.addWidget(self._axis)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(style.SPACE_XS)
        self._column.setSizeConstraint(
            QLayout.SizeConstraint.SetNoConstraint
        )  # narrower than one row asks for
        self._column.addLayout(self._rows)
        self.kinds: dict[str, QToolButton] = {}
        self.presets: dict[str, QToolButton] = {}
        self._fill_legend()
        self.smooth = SmoothingBox()
        self.smooth.changed.connect(plot.set_smoothing)
        self.log = self._button(self.tr("log"), self.tr("Logarithmic loss axis: shows small losses"))
        self.log.toggled.connect(plot.set_log)
        self.zero = self._button(
            self.tr("from 0"),
            self.tr(
                "The loss axis begins at 0; otherwise at the lowest loss shown, which makes differences larger"
            ),
        )
        self.zero.setChecked(True)
        self.zero.toggled.connect(plot.set_from_zero)
        self.log.toggled.connect(lambda is_log: self.zero.setEnabled(not is_log))
        self.fit = self._button(self.tr("fit"), self.tr("Show all of every curve and follow them again"))
        self.fit.setCheckable(False)
        self.fit.setEnabled(False)
        self.fit.clicked.connect(plot.fit)
        plot.fit_changed.connect(lambda is_following: self.fit.setEnabled(not is_following))
        self._tools = self._row(self._axis, self.smooth, self.log, self.zero, self.fit)
        self._draw_samples()

    def add_tool(self, button: QToolButton) -> None:
        """Put a further button at the end of the row."""
        self._tools.addWidget(button)
        self._break_row()

    def add_strip(self, strip: QWidget) -> None:
        """Put a widget below the row."""
        self._column.addWidget(strip)

    def show_only(self, kind: str) -> None:
        """Show one kind of curve of all runs; when that is what is shown already, show every kind again."""
        is_only = all(button.isChecked() == (each == kind) for each, button in self.kinds.items())
        for each, button in self.kinds.items():
            button.setChecked(is_only or each == kind)

    def minimumSizeHint(self) -> QSize:
        """Return room for the wider of the two rows."""
        hint = super().minimumSizeHint()
        return QSize(max(self._legend.sizeHint().width(), self._axis.sizeHint().width()), hint.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the row where it is too narrow."""
        super().resizeEvent(event)
        self._break_row()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        if event.type() == QEvent.Type.PaletteChange:
            self._draw_samples()
        super().changeEvent(event)

    def _fill_legend(self) -> None:
        texts = {
            BATCH: (self.tr("batches"), self.tr("Train loss of each batch, as it is learnt from")),
            TRAIN: (self.tr("train"), self.tr("Mean over the epoch, while learning, with dropout active")),
            AGAIN: (
                self.tr("re-measured"),
                self.tr("Measured again after the epoch, without dropout, on at most 10,000 pictures"),
            ),
            TEST: (self.tr("test"), self.tr("On pictures the network does not learn from")),
        }
        for kind in KINDS:
            button = self._button(*texts[kind])
            button.setChecked(True)
            button.setIconSize(_SAMPLE)
            button.toggled.connect(lambda on, kind=kind: self._plot.set_kind_shown(kind, on))
            self.kinds[kind] = button
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
        self._row(self._legend, *self.kinds.values(), *self.presets.values())

    def _row(self, owner: QWidget, *widgets: QWidget) -> QHBoxLayout:
        row = QHBoxLayout(owner)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(style.SPACE_XS)
        for widget in widgets:
            row.addWidget(widget)
        if owner is self._legend:
            row.addStretch(1)
        return row

    def _break_row(self) -> None:
        needed = self._legend.sizeHint().width() + self._axis.sizeHint().width() + style.SPACE_XL
        is_narrow = needed > self.width()
        direction = QBoxLayout.Direction.TopToBottom if is_narrow else QBoxLayout.Direction.LeftToRight
        if self._rows.direction() != direction:
            self._rows.setDirection(direction)
            side = Qt.AlignmentFlag.AlignRight if is_narrow else Qt.AlignmentFlag(0)
            self._rows.setAlignment(self._axis, side)
            self.updateGeometry()

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
