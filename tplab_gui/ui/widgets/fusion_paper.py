"""The figures of the fusion study on paper: light colours, white ground, a title, a width of 170 mm or a page's."""

import math
from collections.abc import Callable

import numpy as np
from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter

from tplab_gui.core.events.fusion_study import ComparisonRead, ReliabilityRead, RobustnessMap
from tplab_gui.core.studies.strategies import NAMES
from tplab_gui.ui import style
from tplab_gui.ui.widgets.fusion_bars import StrategyBars, fill_part
from tplab_gui.ui.widgets.fusion_diagram_view import DiagramCanvas
from tplab_gui.ui.widgets.fusion_looks import LOOKS, draw_marker, letters, shade, title, write
from tplab_gui.ui.widgets.fusion_map import RobustnessMapView, slice_of
from tplab_gui.ui.widgets.fusion_matrix import SIDES, ConflictMatrix
from tplab_gui.ui.widgets.fusion_scatter import LOOK, ReliabilityScatter
from tplab_gui.ui.widgets.fusion_table import FusionTable, axis_start, paint_accuracy
from tplab_gui.ui.widgets.print_figure import UNITS_PER_MM, WIDTH_MM, draw, size_of
from tplab_gui.ui.widgets.print_formats import Sheet
from tplab_gui.ui.widgets.print_parts import Figure, Panel, Stroke, font
from tplab_gui.ui.widgets.run_curves import DASHES

_WIDTH = WIDTH_MM * UNITS_PER_MM
_TITLE, _ROW = 30.0, 26.0
_PAGE = 960.0  # a diagram's: seven boxes in a row, whose text can still be read
_PAPER = style.LIGHT
translate = QCoreApplication.translate


def comparison_sheet(read: ComparisonRead, table: FusionTable) -> Sheet:
    """Return the strategies with their accuracies, intervals and errors."""
    start, single = axis_start(read.rows), read.row(read.best_single).accuracy
    name = translate("FusionPaper", "Fusion strategies compared")
    heads = (
        (200.0, translate("FusionPaper", "accuracy")),
        (432.0, translate("FusionPaper", "errors")),
        (480.0, translate("FusionPaper", "against one alone (points)")),
    )
    note = translate(
        "FusionPaper", "Whiskers: 95 % intervals over pairs and seeds. Dotted line: the better one alone."
    )

    def paint(painter: QPainter) -> None:
        letters(painter, 10)
        for left, text in heads:
            write(painter, QRectF(left, _TITLE, _WIDTH - left, 16), text, _PAPER.muted)
        for place, row in enumerate(read.rows):
            top = _TITLE + 18 + place * _ROW
            letters(painter, 11)
            draw_marker(painter, LOOKS[row.strategy], QPointF(12, top + _ROW / 2), _PAPER)
            write(painter, QRectF(24, top, 170, _ROW), title(row.strategy), _PAPER.text)
            paint_accuracy(painter, QRectF(180, top, 245, _ROW), row, start, single, _PAPER)
            write(painter, QRectF(432, top, 44, _ROW), f"{row.errors:.1f}", _PAPER.text)
            write(painter, QRectF(480, top, _WIDTH - 480, _ROW), table.gain_in_words(row), _PAPER.text)
        letters(painter, 10)
        room = QRectF(12, _TITLE + 22 + _ROW * len(read.rows), _WIDTH - 24, 16)
        write(painter, room, note, _PAPER.muted)

    return _sheet(name, QSizeF(_WIDTH, _TITLE + 46 + _ROW * len(read.rows)), paint)


def curves_sheet(seen: RobustnessMap, place: tuple[float, float]) -> Sheet:
    """Return both slices of a map where the sliders stand, one above the other."""
    severity, snr_db = place
    names = {
        "noise": translate("FusionPaper", "noise on the image (%)"),
        "hidden": translate("FusionPaper", "hidden part of the image (%)"),
    }
    at_snr = translate("FusionPaper", "Robustness to the image, sound at {snr:g} dB").format(snr=snr_db)
    at_damage = translate("FusionPaper", "Robustness to the sound, image damage {severity:.0f} %").format(
        severity=100 * severity
    )
    over_snr = translate("FusionPaper", "signal-to-noise ratio of the sound (dB)")
    severities, snrs_db = 100 * np.array(seen.severities), np.array(seen.snrs_db)
    parts = (
        (at_snr, names[seen.damage], severities, None, snr_db),
        (at_damage, over_snr, snrs_db, severity, None),
    )
    figures = []
    for name, x_label, x, row, column in parts:
        strokes = tuple(
            Stroke(
                title(each),
                x,
                100 * slice_of(seen, each, severity=row, snr_db=column),
                LOOKS[each].light,
                dash=DASHES[number % len(DASHES)],
                symbol=LOOKS[each].symbol,
            )
            for number, each in enumerate(NAMES)
        )
        panel = Panel(translate("FusionPaper", "accuracy (%)"), strokes, (0.0, 102.0), height=220.0)
        figures.append(Figure(name, x_label, (float(x.min()), float(x.max())), (panel,)))
    heights = [size_of(figure).height() for figure in figures]

    def paint(painter: QPainter) -> None:
        for figure, height in zip(figures, heights, strict=True):
            draw(painter, figure)
            painter.translate(0, height)

    return Sheet(at_snr, QSizeF(_WIDTH, math.ceil(sum(heights))), paint)


def map_sheet(view: RobustnessMapView) -> Sheet:
    """Return the map on show."""

    def paint(painter: QPainter) -> None:
        view.paint(painter, QRectF(4, _TITLE, _WIDTH - 8, 380), _PAPER, has_cross=False)

    return _sheet(translate("FusionPaper", "Accuracy under noise"), QSizeF(_WIDTH, _TITLE + 384), paint)


def reliability_sheet(scatter: ReliabilityScatter, read: ReliabilityRead) -> Sheet:
    """Return the pairs on show, with what their marks mean."""
    name = translate("FusionPaper", "Who is right, and how sure: {n} test pairs, seed {seed}").format(
        n=len(scatter.shown), seed=read.seed
    )

    def paint(painter: QPainter) -> None:
        scatter.paint(painter, QRectF(4, _TITLE, _WIDTH - 8, 440), _PAPER, has_choice=False)
        letters(painter, 11)
        for place, (kind, text) in enumerate(scatter.names().items()):
            left = 70 + place * 142
            draw_marker(painter, LOOK[kind][0], QPointF(left, _TITLE + 452), _PAPER, LOOK[kind][1] + 1)
            write(painter, QRectF(left + 10, _TITLE + 443, 130, 18), text, _PAPER.text)

    return _sheet(name, QSizeF(_WIDTH, _TITLE + 468), paint)


def conflict_sheet(matrix: ConflictMatrix, overall: StrategyBars) -> Sheet:
    """Return the matrix on show and the sums of all strategies."""
    name = translate("FusionPaper", "Who wins when image and sound disagree: {strategy}").format(
        strategy=title(overall.chosen)
    )
    side = 400.0

    def paint(painter: QPainter) -> None:
        matrix.paint(painter, QRectF(90, _TITLE, side + 40, side + 40), _PAPER, has_choice=False)
        top = _TITLE + side + 50
        letters(painter, 11)
        words = (
            translate("FusionPaper", "the image wins"),
            translate("FusionPaper", "the sound wins"),
            translate("FusionPaper", "neither"),
        )
        for place, (series, text) in enumerate(zip(SIDES, words, strict=True)):
            left = 130 + place * 140
            fill_part(painter, QRectF(left, top + 3, 16, 12), shade(series, _PAPER), place)
            write(painter, QRectF(left + 22, top, 110, 18), text, _PAPER.text)
        overall.paint(painter, QRectF(20, top + 26, _WIDTH - 40, 8 * 24), _PAPER)

    return _sheet(name, QSizeF(_WIDTH, _TITLE + side + 50 + 26 + 8 * 24 + 8), paint)


def diagram_sheet(canvas: DiagramCanvas, name: str) -> Sheet:
    """Return the diagrams on show."""
    height = 230.0 * max(1, len(canvas.diagrams))

    def paint(painter: QPainter) -> None:
        canvas.paint(painter, QRectF(6, 6, _PAGE - 12, height - 6), _PAPER, has_choice=False)

    return _sheet(name, QSizeF(_PAGE, height + 6), paint, has_title=False)


def _sheet(name: str, size: QSizeF, paint: Callable[[QPainter], None], *, has_title: bool = True) -> Sheet:
    def whole(painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(QRectF(0, 0, size.width(), size.height()), QColor("#ffffff"))
        painter.setFont(font())
        if has_title:
            letters(painter, style.TEXT, bold=True)
            room = QRectF(4, 4, size.width() - 8, 20)
            write(painter, room, name, _PAPER.text, Qt.AlignmentFlag.AlignLeft)
            letters(painter, 11)
        paint(painter)

    return Sheet(name, size, whole)
