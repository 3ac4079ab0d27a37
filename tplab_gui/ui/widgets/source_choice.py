"""What to look at: cameras by name, files, an address, the simulated ball."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFileDialog, QInputDialog, QWidget

from tplab_gui.core.events.common import DevicesFound
from tplab_gui.core.params import SCREEN
from tplab_gui.ui import style

VIDEO_SUFFIXES = (".mp4", ".avi", ".mov", ".mkv", ".webm", ".m4v", ".mpg", ".mpeg")
PICTURE_SUFFIXES = (".jpg", ".jpeg", ".png", ".bmp", ".gif", ".webp", ".tif", ".tiff", ".ppm", ".pgm")
_Choice = tuple[str, str]  # source and where, as in WatchParams


class SourceChoice(QComboBox):
    """A list whose last entries ask for a file or an address; cancelling goes back to what was chosen."""

    chosen = Signal(str, str)  # source and where, as in WatchParams
    screen_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.folder = ""
        self.choice: _Choice = ("simulated", "")
        self._cameras: tuple[tuple[str, str], ...] = ()
        self._extra: tuple[_Choice, str] | None = None
        self.setAccessibleName(self.tr("Source"))
        self.setToolTip(
            self.tr("What the network looks at. Pictures and videos can also be dropped or pasted.")
        )
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        self._fill()
        self.activated.connect(self._on_activated)

    def set_cameras(self, found: DevicesFound) -> None:
        """Offer these cameras."""
        self._cameras = tuple(zip(found.keys, found.names, strict=True))
        self._fill()

    def camera_named(self, name: str) -> str | None:
        """Return the key of the camera `name`, else of the first one, else None."""
        keys = {each: key for key, each in reversed(self._cameras)}
        return keys.get(name) or (self._cameras[0][0] if self._cameras else None)

    def show_choice(self, source: str, where: str, name: str = "") -> None:
        """Show that `source` is looked at, without asking for anything."""
        self.choice = (source, where)
        if (source, where) == ("picture", SCREEN):
            self._extra = ((source, where), self.tr("Part of the screen"))
        elif source in ("video", "picture", "folder"):
            self._extra = ((source, where), name or Path(where).name or self.tr("Pasted picture"))
        self._fill()

    def recolour(self) -> None:
        """Draw the icons again, in the text colour of the theme in use."""
        self._fill()

    def _fill(self) -> None:
        self.blockSignals(True)
        self.clear()
        for key, name in self._cameras:
            self._add("mdi6.webcam", name, ("camera", key))
        self._add("mdi6.tennis-ball", self.tr("Simulated ball"), ("simulated", ""))
        if self._extra is not None:
            what, name = self._extra
            icons = {"video": "mdi6.movie-outline", "folder": "mdi6.folder-outline"}
            self._add(icons.get(what[0], "mdi6.image-outline"), name, what)
        self.insertSeparator(self.count())
        self._add("mdi6.folder-image", self.tr("Picture…"), ("ask", "picture"))
        self._add("mdi6.folder-multiple-image", self.tr("Folder of pictures…"), ("ask", "folder"))
        self._add("mdi6.folder-play", self.tr("Video file…"), ("ask", "video"))
        self._add("mdi6.access-point-network", self.tr("Stream address…"), ("ask", "stream"))
        self._add("mdi6.monitor-screenshot", self.tr("Part of the screen…"), ("ask", SCREEN))
        self._select()
        self.blockSignals(False)

    def _add(self, icon: str, name: str, what: _Choice) -> None:
        self.addItem(style.icon(icon), name, list(what))

    def _select(self) -> None:
        wanted = next((i for i in range(self.count()) if self.itemData(i) == list(self.choice)), None)
        if wanted is None and self.choice[0] == "camera":  # a camera that went away stays named
            self.insertItem(
                0, style.icon("mdi6.webcam-off"), self.tr("Camera (not found)"), list(self.choice)
            )
            wanted = 0
        self.setCurrentIndex(0 if wanted is None else wanted)

    def _on_activated(self, index: int) -> None:
        source, where = self.itemData(index)
        if source != "ask":
            self.choice = (source, where)
            self.chosen.emit(source, where)
            return
        self._select()
        {
            "picture": self.ask_picture,
            "folder": self.ask_folder,
            "video": self.ask_video,
            "stream": self.ask_stream,
            SCREEN: self.screen_asked.emit,
        }[where]()

    def ask_picture(self) -> None:
        """Ask for a picture file."""
        self._ask_file("picture", self.tr("Open a picture"), self.tr("Pictures"), PICTURE_SUFFIXES)

    def ask_folder(self) -> None:
        """Ask for a folder of pictures."""
        dialog = QFileDialog(self, self.tr("Open a folder of pictures"), self.folder)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(lambda path: self._on_file("folder", path))
        dialog.open()

    def ask_video(self) -> None:
        """Ask for a video file."""
        self._ask_file("video", self.tr("Open a video"), self.tr("Videos"), VIDEO_SUFFIXES)

    def ask_stream(self) -> None:
        """Ask for the address of a stream."""
        dialog = QInputDialog(self)
        dialog.setWindowTitle(self.tr("Open a stream"))
        dialog.setLabelText(self.tr("Address of the video stream (http:// or rtsp://)"))
        dialog.setTextValue("http://")
        dialog.textValueSelected.connect(self._on_address)
        dialog.open()

    def _ask_file(self, source: str, title: str, kind: str, suffixes: tuple[str, ...]) -> None:
        dialog = QFileDialog(self, title, self.folder)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        patterns = " ".join(f"*{each}" for each in suffixes)
        dialog.setNameFilters([f"{kind} ({patterns})", self.tr("All files") + " (*)"])
        dialog.fileSelected.connect(lambda path: self._on_file(source, path))
        dialog.open()

    def _on_file(self, source: str, path: str) -> None:
        self.folder = str(Path(path).parent)
        self.show_choice(source, path)
        self.chosen.emit(source, path)

    def _on_address(self, address: str) -> None:
        address = address.strip()
        if "://" in address and not address.endswith("://"):
            self.show_choice("video", address, address)
            self.chosen.emit("video", address)
