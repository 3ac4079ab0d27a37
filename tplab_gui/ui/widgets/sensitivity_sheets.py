"""Series, ranking, map and study of three as sheets for paper: pictures, curves and bars drawn by any painter."""

from collections.abc import Callable, Sequence

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter

from tplab_gui.core.adjustments import GROUPS, transform
from tplab_gui.core.events.sweep import MapStarted, RankingSummary, StudyPicture, SweepKept
from tplab_gui.core.report_series import report_series
from tplab_gui.core.sweep_plan import CRITICAL
from tplab_gui.ui import style
from tplab_gui.ui.widgets.adjust_names import group_names, transform_name, unit_text
from tplab_gui.ui.widgets.findings_panel import in_language
from tplab_gui.ui.widgets.image_view import to_qimage
from tplab_gui.ui.widgets.print_figure import UNITS_PER_MM, WIDTH_MM, draw, size_of
from tplab_gui.ui.widgets.print_formats import Sheet
from tplab_gui.ui.widgets.print_parts import (
    CENTRE,
    GRID,
    LINE,
    RIGHT_MIDDLE,
    TITLE_SIZE,
    WHITE,
    Figure,
    Panel,
    Stroke,
    font,
    write,
)
from tplab_gui.ui.widgets.top_scores import percent

_WIDTH = WIDTH_MM * UNITS_PER_MM
_EDGE, _GAP, _IN_A_ROW = 14.0, 8.0, 5
_PICTURES_AT_MOST = 20
_BAR_ROW, _NAMES, _NUMBERS = 18.0, 190.0, 96.0
_Picture = tuple[np.ndarray, str, str]  # RGB (h, w, 3) uint8, two lines below


def series_sheet(kept: SweepKept, steps: int) -> Sheet:
    """Return the pictures of a series with their scores (at most 20), the curve, and what it shows."""
    name = kept.started.transform
    unit = unit_text(transform(name).unit)
    every = -(-len(kept.steps) // _PICTURES_AT_MOST)
    pictures = [
        (step.overlay, f"{step.step}: {step.parameter:.3g}{unit}", percent(step.score))
        for step in kept.steps[::every]
    ]
    translate = QCoreApplication.translate
    x = np.array([step.step for step in kept.steps], float)
    blue, orange = style.SERIES[0], style.SERIES[1]
    strokes = [
        Stroke(
            translate("SensitivitySheets", "score"),
            x,
            np.array([100 * step.score for step in kept.steps]),
            blue.light,
            2.0,
            symbol=blue.symbol,
        ),
        Stroke(
            translate("SensitivitySheets", "80 %: critical threshold"),
            np.array([1.0, steps]),
            np.full(2, 100 * CRITICAL),
            style.LIGHT.warning,
            1.0,
            (4, 3),
        ),
    ]
    found = report_series(name, steps)
    if found is not None:
        text = translate("SensitivitySheets", "report, table {table}").format(table=found[0])
        scores = 100 * np.array(found[1])
        strokes.append(
            Stroke(
                text,
                np.arange(1.0, steps + 1),
                scores,
                orange.light,
                1.4,
                (6, 3),
                orange.symbol,
                is_hollow=True,
            )
        )
    summary = kept.summary
    marks = tuple(
        (1 + cliff.share * (steps - 1), f"{(cliff.low + cliff.high) / 2:.3g}{unit}")
        for cliff in (summary.cliffs if summary else ())
    )
    panel = Panel(translate("SensitivitySheets", "score (%)"), tuple(strokes), (0.0, 102.0), height=220.0)
    figure = Figure(
        "", translate("SensitivitySheets", "picture of the series"), (0.6, steps + 0.4), (panel,), marks
    )
    title = f"{transform_name(name)}: {kept.started.target}"
    said = [in_language(summary.sentence), in_language(summary.heat)] if summary else []
    return _sheet(title, pictures, _IN_A_ROW, said, lambda p: draw(p, figure), size_of(figure).height())


def study_sheet(seen: Sequence[StudyPicture], *, is_absolute: bool) -> Sheet:
    """Return the three pictures of table 4 with their scores."""
    pictures = [
        (
            each.absolute if is_absolute else each.overlay,
            each.name,
            f"{each.target}: {percent(each.score)}",
        )
        for each in seen
    ]
    title = QCoreApplication.translate("SensitivitySheets", "One object, several, none (table 4)")
    return _sheet(title, pictures, 3, [], lambda _: None, 0.0)


def ranking_sheet(summary: RankingSummary) -> Sheet:
    """Return the bars of a ranking."""

    def bars(painter: QPainter) -> None:
        full = max(0.01, *(abs(each.drop) + each.spread for each in summary.ranked))
        room = _WIDTH - 2 * _EDGE - _NAMES - _NUMBERS
        for row, each in enumerate(summary.ranked):
            top = row * _BAR_ROW
            arrow = "" if len(transform(each.name).ends()) == 1 else " ↑" if each.is_upwards else " ↓"
            text = f"{transform_name(each.name)}{arrow}{'' if each.is_reached else ' *'}"
            write(painter, QRectF(_EDGE, top, _NAMES - 6, _BAR_ROW), text, font(), RIGHT_MIDDLE)
            colour = QColor(style.SERIES[GROUPS.index(each.group)].light)
            painter.setPen(colour)
            painter.setBrush(colour if each.drop >= 0 else Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(_EDGE + _NAMES, top + 4, room * abs(each.drop) / full, _BAR_ROW - 8))
            number = f"{100 * each.drop:.1f} ± {100 * each.spread:.1f}"
            write(
                painter,
                QRectF(_WIDTH - _EDGE - _NUMBERS, top, _NUMBERS, _BAR_ROW),
                number,
                font(),
                RIGHT_MIDDLE,
            )
        names = group_names()
        for place, group in enumerate(GROUPS):
            at = QRectF(_EDGE + 60 + place * 140, len(summary.ranked) * _BAR_ROW + 6, 12, 10)
            painter.fillRect(at, QColor(style.SERIES[place].light))
            write(painter, at.adjusted(17, -4, 120, 4), names[group], font())

    translate = QCoreApplication.translate
    title = translate(
        "SensitivitySheets", "Loss of score (points) at a distance of {distance} % ({measure})"
    ).format(
        distance=f"{100 * summary.distance:g}", measure={"rms": "RMS", "ssim": "1 − SSIM"}[summary.measure]
    )
    said = [in_language(summary.sentence)]
    if not all(each.is_reached for each in summary.ranked):
        said.append(translate("SensitivitySheets", "* does not reach the distance."))
    return _sheet(title, [], 1, said, bars, len(summary.ranked) * _BAR_ROW + 26)


def map_sheet(started: MapStarted, scores: np.ndarray) -> Sheet:
    """Return the map of two transforms with its numbers in the cells."""
    rows, columns = scores.shape
    left, bottom = 74.0, 40.0
    cell = min((_WIDTH - left - _EDGE) / columns, 80.0)
    high = min(cell, 44.0)
    colours = pg.colormap.get("inferno").getLookupTable(nPts=256)

    def cells(painter: QPainter) -> None:
        for row in range(rows):
            top = (rows - 1 - row) * high
            write(
                painter,
                QRectF(16, top, left - 22, high),
                f"{started.y_values[row]:.3g}",
                font(),
                RIGHT_MIDDLE,
            )
            for column in range(columns):
                score = float(scores[row, column])
                red, green, blue = (int(part) for part in colours[round(255 * score)][:3])
                at = QRectF(left + column * cell, top, cell, high)
                painter.fillRect(at, QColor(red, green, blue))
                if cell >= 30:
                    painter.setPen(QColor("#000000" if score > 0.6 else WHITE))
                    painter.setFont(font())
                    painter.drawText(at, Qt.AlignmentFlag.AlignCenter, f"{100 * score:.0f}")
        for column in range(columns):
            at = QRectF(left + column * cell, rows * high, cell, LINE)
            write(painter, at, f"{started.x_values[column]:.3g}", font(), CENTRE)
        write(
            painter,
            QRectF(left, rows * high + LINE, columns * cell, LINE),
            _axis(started.x_name),
            font(),
            CENTRE,
        )
        painter.save()
        painter.translate(2, rows * high / 2)
        painter.rotate(-90)
        write(painter, QRectF(-150, 0, 300, 16), _axis(started.y_name), font(), CENTRE)
        painter.restore()

    title = QCoreApplication.translate("SensitivitySheets", "Score (%) of {target}").format(
        target=started.target
    )
    return _sheet(title, [], 1, [], cells, rows * high + bottom)


def _axis(name: str) -> str:
    unit = unit_text(transform(name).unit).strip()
    return f"{transform_name(name)} ({unit})" if unit else transform_name(name)


def _sheet(
    title: str,
    pictures: Sequence[_Picture],
    in_a_row: int,
    said: Sequence[str],
    below: Callable[[QPainter], None],
    below_height: float,
) -> Sheet:
    wide = (_WIDTH - 2 * _EDGE - (in_a_row - 1) * _GAP) / in_a_row
    high = max((wide * each.shape[0] / each.shape[1] for each, _, _ in pictures), default=0.0)
    high = min(high, wide)
    row_height = high + 2 * LINE + _GAP
    rows = -(-len(pictures) // in_a_row)
    lines = [line for text in said for line in _wrapped(text)]
    height = LINE + 14 + rows * row_height + below_height + len(lines) * LINE + 10

    def paint(painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(QRectF(0, 0, _WIDTH, height), QColor(WHITE))
        write(painter, QRectF(_EDGE, 6, _WIDTH, LINE), title, font(TITLE_SIZE, bold=True))
        top = LINE + 14
        for number, (pixels, first, second) in enumerate(pictures):
            left = _EDGE + number % in_a_row * (wide + _GAP)
            at = top + number // in_a_row * row_height
            scale = min(wide / pixels.shape[1], high / pixels.shape[0])
            size = QSizeF(pixels.shape[1] * scale, pixels.shape[0] * scale)
            where = QRectF(QPointF(left + (wide - size.width()) / 2, at), size)
            painter.drawImage(where, to_qimage(np.ascontiguousarray(pixels)))
            painter.setPen(QColor(GRID))
            painter.drawRect(where)
            write(painter, QRectF(left, at + high, wide, LINE), first, font(), CENTRE)
            write(painter, QRectF(left, at + high + LINE - 4, wide, LINE), second, font(bold=True), CENTRE)
        top += rows * row_height
        painter.save()
        painter.translate(0, top)
        below(painter)
        painter.restore()
        top += below_height
        for line in lines:
            write(painter, QRectF(_EDGE, top, _WIDTH - 2 * _EDGE, LINE), line, font())
            top += LINE

    return Sheet(title, QSizeF(_WIDTH, height), paint)


def _wrapped(text: str, most: int = 104) -> list[str]:
    lines = [""]
    for word in text.split(" "):
        if len(lines[-1]) + len(word) + 1 > most:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return lines
