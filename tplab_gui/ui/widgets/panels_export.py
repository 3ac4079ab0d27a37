"""Saving and copying the three panels of a heatmap."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from tplab_gui.core import atomic
from tplab_gui.core.errors import LabError
from tplab_gui.core.events.heatmap import HeatmapFrame
from tplab_gui.ui.widgets.panels_picture import as_png, panels_picture


class PanelsExport(QObject):
    """Asks where, writes there at once or not at all, and says how it went."""

    said = Signal(str)  # a line for the user
    failed = Signal(object)  # LabError; None when a later attempt went well

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._window = parent
        self.folder = ""
        self.names = ("", "", "")

    def copy(self, frame: HeatmapFrame) -> None:
        """Copy the three panels to the clipboard."""
        QGuiApplication.clipboard().setImage(panels_picture(frame, self.names))
        self.said.emit(self.tr("Copied."))

    def ask(self, frame: HeatmapFrame) -> None:
        """Ask where to save the panels of this very frame, however long the answer takes."""
        dialog = QFileDialog(self._window, self.tr("Save the three pictures"), self.folder)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(self.tr("PNG pictures") + " (*.png)")
        dialog.setDefaultSuffix("png")
        dialog.selectFile(f"heatmap-{frame.target}.png".replace(" ", "-").replace("/", "-"))
        dialog.fileSelected.connect(lambda path: self.save(Path(path), frame))
        dialog.open()

    def save(self, path: Path, frame: HeatmapFrame) -> None:
        """Write the three panels of `frame` as a PNG file."""
        try:
            atomic.write_bytes(path, as_png(panels_picture(frame, self.names)))
        except LabError as error:
            self.failed.emit(error)
            return
        self.folder = str(path.parent)
        self.failed.emit(None)
        self.said.emit(self.tr("Saved as {name}.").format(name=path.name))
