"""A graphics scene on paper: PNG at 300 dots per inch, SVG and PDF in lines, each as wide as the text of an A4 page.

`source` is the part of the scene that is printed: a scene's own rectangle also holds what lies outside the view. The
devices keep the resolution of the screen while they are painted on, because pyqtgraph records its axes in screen
pixels and Qt would scale the record, but not what stands around it.
"""

from dataclasses import replace

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QRectF, QSize, QSizeF
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPageSize, QPainter, QPdfWriter
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QGraphicsScene

from tplab_gui.ui import style

PAPER = replace(style.LIGHT, border="#404040", muted="#000000", text="#000000", grid="#b0b0b0")
WIDTH_MM = 170.0
_PRINTED_DPI = 300


def screen_dpi() -> float:
    """Return how many pixels of the screen are an inch of text."""
    return QGuiApplication.primaryScreen().logicalDotsPerInch()


def paper_pixels(height_mm: float) -> QSize:
    """Return the size that a widget must have to be `height_mm` high and `WIDTH_MM` wide on paper."""
    per_mm = screen_dpi() / 25.4
    return QSize(round(WIDTH_MM * per_mm), round(height_mm * per_mm))


def as_png(scene: QGraphicsScene, source: QRectF) -> bytes:
    """Return the scene as a PNG picture that knows its size on paper."""
    width = round(WIDTH_MM / 25.4 * _PRINTED_DPI)
    image = QImage(QSize(width, round(width * source.height() / source.width())), QImage.Format.Format_RGB32)
    painter = QPainter(image)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    _paint(painter, scene, source, QRectF(image.rect()))
    image.setDotsPerMeterX(round(_PRINTED_DPI / 0.0254))
    image.setDotsPerMeterY(round(_PRINTED_DPI / 0.0254))
    buffer = _buffer()
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stubs ask for bytes, PySide for text
    return bytes(buffer.data().data())


def as_svg(scene: QGraphicsScene, source: QRectF, title: str) -> bytes:
    """Return the scene as an SVG drawing."""
    buffer = _buffer()
    drawing = QSvgGenerator()
    drawing.setOutputDevice(buffer)
    drawing.setResolution(round(screen_dpi()))
    drawing.setSize(source.size().toSize())
    drawing.setViewBox(source)
    drawing.setTitle(title)
    _paint(QPainter(drawing), scene, source, source)
    return bytes(buffer.data().data())


def as_pdf(scene: QGraphicsScene, source: QRectF) -> bytes:
    """Return the scene as a PDF page of its own size."""
    buffer = _buffer()
    writer = QPdfWriter(buffer)
    writer.setResolution(round(screen_dpi()))
    size_mm = QSizeF(WIDTH_MM, WIDTH_MM * source.height() / source.width())
    writer.setPageSize(QPageSize(size_mm, QPageSize.Unit.Millimeter))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    _paint(QPainter(writer), scene, source, QRectF(0, 0, writer.width(), writer.height()))
    return bytes(buffer.data().data())


def _paint(painter: QPainter, scene: QGraphicsScene, source: QRectF, target: QRectF) -> None:
    painter.fillRect(target, QColor("#ffffff"))
    scene.render(painter, target, source)
    painter.end()


def _buffer() -> QBuffer:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    return buffer
