"""A graphics scene on paper: PNG at 300 dots per inch, SVG and PDF in lines, each as wide as the text of an A4 page."""

from dataclasses import replace

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QRectF, QSize, QSizeF
from PySide6.QtGui import QImage, QPageSize, QPainter, QPdfWriter
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QGraphicsScene

from tplab_gui.ui import style

PAPER = replace(style.LIGHT, border="#404040", muted="#000000", text="#000000", grid="#b0b0b0")
WIDTH_MM = 170.0
_DPI = 300


def as_png(scene: QGraphicsScene) -> bytes:
    """Return the scene as a PNG picture that knows its size on paper."""
    source = QRectF(scene.sceneRect())
    width = round(WIDTH_MM / 25.4 * _DPI)
    image = QImage(QSize(width, round(width * source.height() / source.width())), QImage.Format.Format_RGB32)
    image.setDotsPerMeterX(round(_DPI / 0.0254))
    image.setDotsPerMeterY(round(_DPI / 0.0254))
    image.fill(0xFFFFFFFF)
    painter = QPainter(image)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    scene.render(painter, QRectF(image.rect()), source)
    painter.end()
    buffer = _buffer()
    image.save(buffer, b"PNG")
    return bytes(buffer.data().data())


def as_svg(scene: QGraphicsScene, title: str) -> bytes:
    """Return the scene as an SVG drawing."""
    source = QRectF(scene.sceneRect())
    buffer = _buffer()
    drawing = QSvgGenerator()
    drawing.setOutputDevice(buffer)
    drawing.setResolution(round(source.width() / (WIDTH_MM / 25.4)))
    drawing.setSize(source.size().toSize())
    drawing.setViewBox(source)
    drawing.setTitle(title)
    painter = QPainter(drawing)
    scene.render(painter, source, source)
    painter.end()
    return bytes(buffer.data().data())


def as_pdf(scene: QGraphicsScene) -> bytes:
    """Return the scene as a PDF page of its own size."""
    source = QRectF(scene.sceneRect())
    buffer = _buffer()
    writer = QPdfWriter(buffer)
    writer.setResolution(_DPI)
    size_mm = QSizeF(WIDTH_MM, WIDTH_MM * source.height() / source.width())
    writer.setPageSize(QPageSize(size_mm, QPageSize.Unit.Millimeter))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    painter = QPainter(writer)
    scene.render(painter, QRectF(0, 0, writer.width(), writer.height()), source)
    painter.end()
    return bytes(buffer.data().data())


def _buffer() -> QBuffer:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    return buffer
