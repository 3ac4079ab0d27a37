"""The moments of a session, each with its picture, its answers and what it truly was."""

import numpy as np
from PySide6.QtCore import QItemSelectionModel, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QImage, QPainter, QPixmap
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from tplab_gui.core.events.moments import DigitMoment
from tplab_gui.ui import style

SIDE_PX = 42


class MomentList(QListWidget):
    """Several can be chosen; `current_changed` gives the id of the one to look at, '' for none."""

    current_changed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: dict[str, DigitMoment] = {}
        self.setIconSize(QSize(SIDE_PX, SIDE_PX))
        self.setSelectionMode(QListWidget.SelectionMode.ExtendedSelection)
        self.setUniformItemSizes(True)
        self.setAccessibleName(self.tr("Moments of this session"))
        self.currentItemChanged.connect(self._on_current)

    def show_moments(self, moments: tuple[DigitMoment, ...]) -> None:
        """Show a session, the newest on top; what was chosen stays so."""
        wanted = {moment.id: moment for moment in reversed(moments)}
        current, chosen = self.current_id(), set(self.chosen())
        with QSignalBlocker(self):
            for row in reversed(range(self.count())):
                if _id(self.item(row)) not in wanted:
                    self.takeItem(row)
            rows = {_id(self.item(row)): self.item(row) for row in range(self.count())}
            for place, (name, moment) in enumerate(wanted.items()):
                item = rows.get(name)
                if item is None:
                    item = QListWidgetItem()
                    item.setData(Qt.ItemDataRole.UserRole, name)
                    self.insertItem(place, item)
                if self._shown.get(name) is not moment:
                    item.setText(self._text(moment))
                    item.setIcon(_thumbnail(moment))
            for row in range(self.count()):
                item = self.item(row)
                item.setSelected(_id(item) in chosen)
                if _id(item) == current:
                    self.setCurrentItem(item, QItemSelectionModel.SelectionFlag.NoUpdate)
        self._shown = wanted
        if self.currentItem() is None and self.count():
            self.setCurrentRow(0)
        elif self.current_id() != current or not self.count():
            self.current_changed.emit(self.current_id())

    def choose(self, name: str) -> None:
        """Look at a moment; '' at the newest."""
        for row in range(self.count()):
            if not name or _id(self.item(row)) == name:
                self.setCurrentRow(row, QItemSelectionModel.SelectionFlag.ClearAndSelect)
                return

    def current_id(self) -> str:
        """Return the moment that is looked at, or ''."""
        item = self.currentItem()
        return "" if item is None else _id(item)

    def chosen(self) -> tuple[str, ...]:
        """Return the moments that are chosen."""
        return tuple(_id(item) for item in self.selectedItems())

    def _on_current(self) -> None:
        self.current_changed.emit(self.current_id())

    def _text(self, moment: DigitMoment) -> str:
        answers = moment.verdict.answers
        image, audio = (str(answers[name].digit) if name in answers else "–" for name in ("image", "audio"))
        both = "–" if moment.digit is None else str(moment.digit)
        first = self.tr("both {both} · image {image} · sound {sound}").format(
            both=both, image=image, sound=audio
        )
        if moment.label is None:
            return first + "\n" + self.tr("not told what it was")
        mark = "✓" if moment.label == moment.digit else "✗"
        return first + "\n" + mark + " " + self.tr("it was {label}").format(label=moment.label)


def _id(item: QListWidgetItem) -> str:
    return str(item.data(Qt.ItemDataRole.UserRole))


def _thumbnail(moment: DigitMoment) -> QIcon:
    """Return the 28 x 28 picture, or a loudspeaker where nothing was drawn."""
    if moment.image is None:
        return style.icon("mdi6.volume-high")
    grey = np.ascontiguousarray(np.rint(255 * moment.image.clip(0, 1)).astype(np.uint8))
    height, width = grey.shape
    picture = QImage(grey.data, width, height, width, QImage.Format.Format_Grayscale8).copy()
    pixmap = QPixmap(SIDE_PX, SIDE_PX)
    pixmap.fill(QColor("#000000"))
    with QPainter(pixmap) as painter:
        painter.drawImage(pixmap.rect(), picture)
    return QIcon(pixmap)
