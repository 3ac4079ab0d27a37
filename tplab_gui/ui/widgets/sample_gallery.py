"""The pictures that come with the lab, to look at with one click: as a menu, and as a strip where there is room."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QImageReader, QPixmap
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QMenu, QWidget

from tplab_gui.core.paths import SAMPLES
from tplab_gui.ui import style
from tplab_gui.ui.widgets.source_choice import PICTURE_SUFFIXES

_THUMBNAIL = QSize(96, 72)


def samples() -> tuple[tuple[Path, str], ...]:
    """Return path and name of every sample picture."""
    paths = sorted(
        path for path in (SAMPLES / "pictures").glob("*") if path.suffix.lower() in PICTURE_SUFFIXES
    )
    names = (path.stem.replace("_", " ").capitalize() for path in paths)
    return tuple(
        (path, QCoreApplication.translate("SamplePicture", name))
        for path, name in zip(paths, names, strict=True)
    )


def thumbnail(path: Path) -> QIcon:
    """Return a small version of a picture file, decoded at that size."""
    reader = QImageReader(str(path))
    reader.setScaledSize(reader.size().scaled(_THUMBNAIL * 2, Qt.AspectRatioMode.KeepAspectRatio))
    return QIcon(QPixmap.fromImage(reader.read()))


class SampleMenu(QMenu):
    """A menu of the samples, filled when it is opened for the first time."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.aboutToShow.connect(self.fill)

    def fill(self) -> None:
        """List the samples, once."""
        if self.actions():
            return
        for path, name in samples():
            action = self.addAction(thumbnail(path), name)
            action.triggered.connect(lambda _checked=False, where=str(path): self.chosen.emit(where))


class SampleStrip(QListWidget):
    """A row of thumbnails; the arrow keys move, Enter or a click opens."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        style.set_role(self, "card")
        self.setAccessibleName(self.tr("Sample pictures"))
        self.setViewMode(QListWidget.ViewMode.IconMode)
        self.setFlow(QListWidget.Flow.LeftToRight)
        self.setWrapping(False)
        self.setMovement(QListWidget.Movement.Static)
        self.setIconSize(_THUMBNAIL)
        self.setSpacing(style.SPACE_XS // 2)
        self.setUniformItemSizes(True)
        self.setWordWrap(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFixedHeight(_THUMBNAIL.height() + 2 * self.fontMetrics().height() + 34)
        self.itemActivated.connect(self._on_item)
        self.itemClicked.connect(self._on_item)

    def fill(self) -> None:
        """List the samples, once."""
        if self.count():
            return
        for path, name in samples():
            item = QListWidgetItem(thumbnail(path), name)
            item.setData(Qt.ItemDataRole.UserRole, str(path))
            item.setToolTip(name)
            item.setSizeHint(
                QSize(_THUMBNAIL.width() + 8, _THUMBNAIL.height() + 2 * self.fontMetrics().height() + 10)
            )
            self.addItem(item)

    def _on_item(self, item: QListWidgetItem) -> None:
        self.chosen.emit(item.data(Qt.ItemDataRole.UserRole))
