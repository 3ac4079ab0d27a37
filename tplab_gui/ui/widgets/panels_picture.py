"""The three panels as one picture, to save or to copy."""

from PySide6.QtCore import QBuffer, QIODevice, QRect, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter

from tplab_gui.core.events.heatmap import HeatmapFrame
from tplab_gui.ui.widgets.image_view import to_qimage
from tplab_gui.ui.widgets.top_scores import percent

_GAP_PX = 12


def panels_picture(frame: HeatmapFrame, names: tuple[str, str, str]) -> QImage:
    """Return input, raw map and overlay side by side at the size of the input, a line of text over each.

    Parameters
    ----------
    frame : HeatmapFrame
        What is shown.
    names : three str
        What stands over the panels; target and score are added to the last one.

    """
    height, width = frame.image.shape[:2]
    head_px = max(20, height // 14)
    whole = QImage(3 * width + 4 * _GAP_PX, height + head_px + 2 * _GAP_PX, QImage.Format.Format_RGB888)
    whole.fill(QColor("white"))
    painter = QPainter(whole)
    font = QFont()
    font.setPixelSize(max(10, int(0.6 * head_px)))
    painter.setFont(font)
    texts = (*names[:2], f"{names[2]}: {frame.target} {percent(frame.score)}")
    for number, (pixels, text) in enumerate(
        zip((frame.image, frame.raw_picture, frame.overlay), texts, strict=True)
    ):
        left = _GAP_PX + number * (width + _GAP_PX)
        painter.setPen(QColor("black"))
        line = QRect(left, _GAP_PX // 2, width, head_px)
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, width)
        painter.drawText(line, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), shown)
        painter.drawImage(QRect(left, _GAP_PX + head_px, width, height), to_qimage(pixels))
    painter.end()
    return whole


def as_png(image: QImage) -> bytes:
    """Return the bytes of a PNG file."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stub says bytes, the binding takes text
    return bytes(buffer.data().data())
