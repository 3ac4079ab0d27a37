"""The cards of the Compare page, in as many columns as fit."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QWidget

from tplab_gui.core.methods import METHODS
from tplab_gui.ui import style
from tplab_gui.ui.widgets.method_card import MethodCard

_CARD_PX, _DOUBLE_CARD_PX = 200, 320


class MethodGrid(QScrollArea):
    """Every method has a card; those that are asked for are shown, in the order of the list of methods."""

    chosen = Signal(str)  # the key of the method that is looked at

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cards = {each.key: MethodCard(each) for each in METHODS}
        self._shown: tuple[str, ...] = ()
        self._is_double = False
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Maps of the methods"))
        inside = QWidget()
        self._grid = QGridLayout(inside)
        self._grid.setContentsMargins(0, 0, style.SPACE_S, 0)
        self._grid.setSpacing(style.SPACE_S)
        for card in self.cards.values():
            card.chosen.connect(self.chosen)
            card.setParent(inside)
            card.hide()
        self.setWidget(inside)

    def shown(self) -> tuple[MethodCard, ...]:
        """Return the cards that are shown."""
        return tuple(self.cards[key] for key in self._shown)

    def prepare(self, methods: tuple[str, ...], names: tuple[str, ...]) -> None:
        """Show an empty card for each method; `names` stand over the one or two maps of each."""
        self._shown = tuple(key for key in self.cards if key in methods)
        self._is_double = len(names) > 1
        for card in self.shown():
            card.wait(names)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use as many columns as fit."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        width = _DOUBLE_CARD_PX if self._is_double else _CARD_PX
        columns = max(1, (self.viewport().width() - style.SPACE_S) // (width + style.SPACE_S))
        for card in self.cards.values():
            self._grid.removeWidget(card)
            card.setVisible(card.method.key in self._shown)
        for number, card in enumerate(self.shown()):
            self._grid.addWidget(card, number // columns, number % columns)
        for column in range(self._grid.columnCount()):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
        self._grid.setRowStretch(self._grid.rowCount(), 1)
