"""Figures 10 and 11: the three places to fuse, and attention, drawn from the real networks with their shapes."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QToolTip,
    QVBoxLayout,
    QWidget,
)

from tplab_gui.core.events.fusion_study import Box, Diagram, FusionDrawn
from tplab_gui.core.events.network import NetworkShapes
from tplab_gui.core.studies.strategies import NAMES, strategy
from tplab_gui.ui import style
from tplab_gui.ui.widgets.fusion_diagram import box_words, named, paint_diagram, places
from tplab_gui.ui.widgets.fusion_looks import formula, title
from tplab_gui.ui.widgets.network_view import NetworkView
from tplab_gui.ui.widgets.segmented_bar import SegmentedBar

THREE_PLACES = ("early", "joint-concat", "late-weighted")
ATTENTION = ("joint-attention",)
_GAP = 10
_LEAST_PX = 172  # of one diagram: three lanes whose text can be read


class DiagramCanvas(QWidget):
    """Diagrams one below the other; arrow keys and clicks choose a box."""

    box_chosen = Signal(object)  # a Box

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.diagrams: tuple[Diagram, ...] = ()
        self.letters: tuple[str, ...] = ()
        self.chosen = (-1, "")  # number of the diagram, key of the box
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Diagram of the networks"))

    def sizeHint(self) -> QSize:
        """Return room for the text of every box."""
        return QSize(900, max(1, len(self.diagrams)) * (_LEAST_PX + 60))

    def show_diagrams(self, diagrams: tuple[Diagram, ...]) -> None:
        """Show diagrams; several are lettered."""
        self.diagrams, self.chosen = diagrams, (-1, "")
        self.letters = (
            tuple(f"({letter})" for letter in "abc"[: len(diagrams)]) if len(diagrams) > 1 else ("",)
        )
        self.setMinimumSize(760, max(1, len(diagrams)) * (_LEAST_PX + _GAP))
        told = (f"{title(each.strategy)}: {'; '.join(map(box_words, each.boxes))}" for each in diagrams)
        self.setAccessibleDescription(". ".join(told))
        self.updateGeometry()
        self.update()

    def areas(self, whole: QRectF) -> list[QRectF]:
        """Return where each diagram lies in `whole`."""
        height = whole.height() / max(len(self.diagrams), 1)
        return [
            QRectF(whole.left() + 4, whole.top() + n * height, whole.width() - 8, height - _GAP)
            for n in range(len(self.diagrams))
        ]

    def paint(self, painter: QPainter, whole: QRectF, now: style.Theme, *, has_choice: bool) -> None:
        """Paint all diagrams into `whole`, on the screen or on paper."""
        for number, (diagram, area) in enumerate(zip(self.diagrams, self.areas(whole), strict=True)):
            chosen = self.chosen[1] if has_choice and self.chosen[0] == number else ""
            paint_diagram(painter, area, diagram, now, self.letters[number], chosen)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the diagrams."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.fillRect(self.rect(), style.theme().surface)
            self.paint(painter, QRectF(self.rect()), style.theme(), has_choice=True)

    def box_at(self, x: float, y: float) -> tuple[int, Box] | None:
        """Return the diagram and the box at a place, or None."""
        for number, (diagram, area) in enumerate(
            zip(self.diagrams, self.areas(QRectF(self.rect())), strict=True)
        ):
            where = places(diagram, area)
            for box in diagram.boxes:
                if where[box.key].contains(x, y):
                    return number, box
        return None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the box under the mouse."""
        found = self.box_at(event.position().x(), event.position().y())
        if found is not None:
            self._choose(*found)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk through the boxes."""
        forward = event.key() in (Qt.Key.Key_Right, Qt.Key.Key_Down)
        if not self.diagrams or not (forward or event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Up)):
            super().keyPressEvent(event)
            return
        every = [(number, box) for number, each in enumerate(self.diagrams) for box in each.boxes]
        keys = [(number, box.key) for number, box in every]
        place = keys.index(self.chosen) + (1 if forward else -1) if self.chosen in keys else 0
        self._choose(*every[place % len(every)])

    def event(self, event: QEvent) -> bool:
        """Explain the box under the mouse."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            found = self.box_at(event.x(), event.y())
            QToolTip.showText(event.globalPos(), box_words(found[1]) if found else "", self)
            return True
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        if event.type() == QEvent.Type.PaletteChange:
            self.update()
        super().changeEvent(event)

    def _choose(self, number: int, box: Box) -> None:
        self.chosen = number, box.key
        self.update()
        self.box_chosen.emit(box)


class FusionDiagramView(QWidget):
    """Which figure, the figure, and the layers of the box that is chosen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.drawn: FusionDrawn | None = None
        self.figures = SegmentedBar()
        self.figures.add(self.tr("Figure 10: where to fuse"), self.tr("Early, joint and late fusion"))
        self.figures.add(self.tr("Figure 11: attention"), self.tr("Joint fusion with attention"))
        self.figures.add(self.tr("One strategy"), self.tr("Any of the eight strategies"))
        self.figures.setAccessibleName(self.tr("Which figure"))
        self.figures.chosen.connect(self._show)
        self.strategies = QComboBox()
        for name in NAMES:
            self.strategies.addItem(title(name), name)
        self.strategies.setAccessibleName(self.tr("Strategy"))
        self.strategies.currentIndexChanged.connect(self._show)
        self.canvas = DiagramCanvas()
        self.canvas.box_chosen.connect(self._on_box)
        area = QScrollArea()
        area.setWidget(self.canvas)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.StyledPanel)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.words = QLabel()
        self.words.setWordWrap(True)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        style.set_role(self.words, "muted")
        self.layers = NetworkView()
        self.layers.hide()
        head = QHBoxLayout()
        head.addWidget(self.figures)
        head.addWidget(self.strategies)
        head.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style.SPACE_S)
        column.addLayout(head)
        column.addWidget(area, 3)
        column.addWidget(self.words)
        column.addWidget(self.layers, 2)

    def show_drawn(self, drawn: FusionDrawn) -> None:
        """Show the networks."""
        self.drawn = drawn
        self._show()

    def chosen(self) -> tuple[str, ...]:
        """Return the strategies that are drawn."""
        if self.figures.buttons[0].isChecked():
            return THREE_PLACES
        if self.figures.buttons[1].isChecked():
            return ATTENTION
        return (str(self.strategies.currentData()),)

    def name(self) -> str:
        """Return what the figure is called, for a file."""
        number = [button.isChecked() for button in self.figures.buttons].index(True)
        return ("figure-10", "figure-11", f"network-{self.strategies.currentData()}")[number]

    def _show(self) -> None:
        self.strategies.setVisible(self.figures.buttons[2].isChecked())
        self.layers.hide()
        if self.drawn is None:
            return
        names = self.chosen()
        self.canvas.show_diagrams(tuple(self.drawn.of(name) for name in names))
        told = []
        for name in names:
            about = strategy(name)
            what = f"{formula(name)} ({about.reference})" if about.reference else formula(name)
            told.append(named(title(name), what))
        self.words.setText("\n".join(told))

    def _on_box(self, box: Box) -> None:
        self.layers.setVisible(bool(box.layers))
        if box.layers:
            self.layers.show_shapes(NetworkShapes("fusion", box.layers, box.parameters))
            self.layers.summary.setText(box_words(box))
