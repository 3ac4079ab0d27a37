"""What was pasted or dropped, as something to look at."""

from pathlib import Path

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QImage

from tplab_gui.core.errors import LabError
from tplab_gui.ui.widgets.image_view import to_pixels
from tplab_gui.ui.widgets.source_choice import VIDEO_SUFFIXES


def opened(path: str) -> str:
    """Return the source that fits a path or an address: 'video', 'picture' or 'folder'."""
    if "://" not in path and Path(path).is_dir():
        return "folder"
    is_moving = "://" in path or Path(path).suffix.lower() in VIDEO_SUFFIXES
    return "video" if is_moving else "picture"


def source_in(mime: QMimeData) -> tuple[str, object] | LabError:
    """Return ('path', text) or ('pixels', uint8 RGB array) of pasted or dropped data, or why there is neither."""
    for url in mime.urls():
        if url.isLocalFile():
            return "path", url.toLocalFile()
        if url.scheme() in ("http", "https", "rtsp"):
            return "path", url.toString()
    if mime.hasImage():
        image = QImage(mime.imageData())
        if not image.isNull():
            return "pixels", to_pixels(image)
    text = mime.text().strip()
    if text and "\n" not in text and ("://" in text or Path(text).exists()):
        return "path", text
    return LabError(
        "There is no picture on the clipboard.",
        hint="Copy a picture or a picture file first, then paste again.",
    )
