"""A page that takes what is dropped or pasted: files, addresses and pictures."""

from pathlib import Path

from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QWidget

from tplab_gui.core.errors import LabError
from tplab_gui.ui.widgets.dropped import opened, source_in
from tplab_gui.ui.widgets.tab import Tab, TabContext


class DropPage(Tab):
    """A heir says how to look at a source (`look_at`) and how to tell that there was none (`refuse`)."""

    def __init__(self, context: TabContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.setAcceptDrops(True)

    def look_at(self, source: str, where: str, name: str = "", pixels: object = None) -> None:
        """Look at another source; `source`, `where` and `pixels` as in `WatchParams`."""
        raise NotImplementedError

    def refuse(self, error: LabError) -> None:
        """Say that what was dropped or pasted is nothing to look at."""
        raise NotImplementedError

    def open_path(self, path: str) -> None:
        """Look at a file, a folder or an address: a video by its ending, else a picture."""
        self.look_at(opened(path), path)
        if "://" not in path:
            self.context.settings.last_folder = str(Path(path).parent)

    def paste(self) -> None:
        """Look at what is on the clipboard."""
        self._take(source_in(QGuiApplication.clipboard().mimeData()))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Accept files, addresses and pictures."""
        mime = event.mimeData()
        if mime.hasUrls() or mime.hasImage():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Look at what was dropped."""
        event.acceptProposedAction()
        self._take(source_in(event.mimeData()))

    def _take(self, found: tuple[str, object] | LabError) -> None:
        if isinstance(found, LabError):
            self.refuse(found)
        elif found[0] == "pixels":
            self.look_at("picture", "", self.tr("Pasted picture"), found[1])
        else:
            self.open_path(str(found[1]))
