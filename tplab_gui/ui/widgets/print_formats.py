"""A figure as a file: PNG at 300 dots per inch, SVG, PDF; each as large on paper as the figure says."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRect, QSize, QSizeF
from PySide6.QtGui import QColor, QImage, QImageWriter, QPageSize, QPainter, QPdfWriter
from PySide6.QtSvg import QSvgGenerator

from tplab_gui.ui.widgets.print_figure import UNITS_PER_MM, draw, size_of
from tplab_gui.ui.widgets.print_parts import WHITE, Figure

_DPI, _UNITS_PER_INCH = 300, 96


@dataclass(frozen=True)
class Sheet:
    """Any drawing of a known size in units of 1/96 inch: `paint` draws it from the origin, its ground included."""

    title: str
    size: QSizeF
    paint: Callable[[QPainter], None]


def sheet_of(figure: Figure) -> Sheet:
    """Return a figure of curves as a sheet."""
    return Sheet(figure.title, size_of(figure), lambda painter: draw(painter, figure))


def as_png(figure: Figure | Sheet) -> bytes:
    """Return the figure as a PNG picture."""
    sheet = sheet_of(figure) if isinstance(figure, Figure) else figure
    scale, size = _DPI / _UNITS_PER_INCH, sheet.size
    image = QImage(round(size.width() * scale), round(size.height() * scale), QImage.Format.Format_RGB32)
    image.fill(QColor(WHITE))  # also the part of a pixel at the edge
    image.setDotsPerMeterX(round(_DPI / 0.0254))
    image.setDotsPerMeterY(round(_DPI / 0.0254))
    painter = QPainter(image)
    painter.scale(scale, scale)
    sheet.paint(painter)
    painter.end()
    buffer = _buffer()
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(buffer.data().data())


def as_svg(figure: Figure | Sheet) -> bytes:
    """Return the figure as an SVG drawing whose text stays text."""
    sheet = sheet_of(figure) if isinstance(figure, Figure) else figure
    buffer, size = _buffer(), sheet.size
    writer = QSvgGenerator()
    writer.setOutputDevice(buffer)
    writer.setResolution(_UNITS_PER_INCH)
    writer.setSize(QSize(round(size.width()), round(size.height())))
    writer.setViewBox(QRect(0, 0, round(size.width()), round(size.height())))
    writer.setTitle(sheet.title)
    painter = QPainter(writer)
    sheet.paint(painter)
    painter.end()
    return bytes(buffer.data().data())


def as_pdf(figure: Figure | Sheet) -> bytes:
    """Return the figure as a PDF page of its own size."""
    sheet = sheet_of(figure) if isinstance(figure, Figure) else figure
    buffer, size = _buffer(), sheet.size
    writer = QPdfWriter(buffer)
    writer.setResolution(_DPI)
    writer.setTitle(sheet.title)
    page = QSizeF(size.width() / UNITS_PER_MM, size.height() / UNITS_PER_MM)
    writer.setPageSize(QPageSize(page, QPageSize.Unit.Millimeter))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    painter = QPainter(writer)
    painter.scale(_DPI / _UNITS_PER_INCH, _DPI / _UNITS_PER_INCH)
    sheet.paint(painter)
    painter.end()
    return bytes(buffer.data().data())


FORMATS = {"png": as_png, "svg": as_svg, "pdf": as_pdf}


def _buffer() -> QBuffer:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    return buffer
