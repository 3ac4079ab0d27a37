"""The figures of the report from the runs on the list: 1 to 4 (each setup), 5 and 6 (overlays), 9 (spoken digits).

And the figure of what the plot shows now. Each is described here, in plain values, and drawn elsewhere.
"""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QColor

from tplab_gui.ui.style import SERIES, Series
from tplab_gui.ui.widgets.curve_plot import CurvePlot
from tplab_gui.ui.widgets.lr_marks import marks_of
from tplab_gui.ui.widgets.prediction_words import curve_name
from tplab_gui.ui.widgets.print_parts import Figure, Panel, Stroke, frame_of
from tplab_gui.ui.widgets.run_curves import ACCURACY_OF, AGAIN, BATCH, DASHES, LOSS_OF, TEST, TRAIN, RunCurves
from tplab_gui.ui.widgets.run_row import RunRow

_NUMBER_OF = {"base": 1, "swapped": 2, "no-dropout": 3, "swapped-no-dropout": 4}
_LOSS_STUDY, _SPOKEN = "mnist-loss", "spoken-digits"
_COLUMNS = 700  # of the batches: two points each, as many as 170 mm of paper can show
_LOSS_HEIGHT, _TWO_HEIGHT, _ACCURACY_HEIGHT = 280.0, 240.0, 130.0


def all_figures(rows: Sequence[RunRow]) -> list[tuple[str, Figure]]:
    """Return each figure with the stem of its file, for these runs; runs without an epoch have none."""
    rows = [row for row in rows if row.curve]
    names = run_names(rows)
    figures: list[tuple[str, Figure]] = []
    for row in rows:
        stem, number = _stem(row), _NUMBER_OF.get(row.setup, 0)
        if row.experiment == _LOSS_STUDY and number:
            figures.append((f"figure-{number}-{stem}", _one_run(row, names[row.folder], str(number))))
        else:
            number = 9 if row.experiment == _SPOKEN else 0
            figure = _one_run(row, names[row.folder], str(number or ""), has_accuracy=True)
            figures.append((f"figure-9-{stem}" if number else f"curves-{stem}", figure))
    study = [row for row in rows if row.experiment == _LOSS_STUDY]
    if len(study) > 1:
        for number, kind in ((5, TRAIN), (6, TEST)):
            figures.append((f"figure-{number}-{kind}-overlay", _overlay(study, names, kind, str(number))))
    return _without_doubles(figures)


def run_names(rows: Sequence[RunRow]) -> dict[str, str]:
    """Return a name for each run by its folder; runs that are called alike get their seed, or else their folder."""
    found = {row.folder: row.title for row in rows}
    for more in (_with_seed, _with_folder):
        counts = Counter(found.values())
        found = {
            row.folder: more(row) if counts[found[row.folder]] > 1 else found[row.folder] for row in rows
        }
    return found


def view_figure(plot: CurvePlot) -> Figure:
    """Return what the plot shows now: its runs, kinds, axis and zoom, and how many points lie outside."""
    runs = [run for run in plot.runs if run.is_shown]
    counts = Counter(run.name for run in runs)
    names = {
        id(run): run.name if counts[run.name] == 1 else f"{run.name} ({place})"
        for place, run in enumerate(runs, 1)
    }
    epochs, (bottom, top) = plot.loss_plot.viewRange()
    loss, accuracy = [], []
    for run in runs:
        loss += _view_strokes(run, names[id(run)], plot.kinds, (epochs[0], epochs[1]), 0)
        accuracy += _view_strokes(run, names[id(run)], plot.kinds, (epochs[0], epochs[1]), 1)
    if plot.sketch is not None:
        name, x, y = plot.sketch
        loss.append(Stroke(name, x, y, "#1b1f24", 2.0, (3, 3)))
    plot.outside.refresh()
    outside = sum(sum(counts) for counts in plot.outside.counts)
    note = QCoreApplication.translate(
        "ReportFigures", "{n} points lie outside of these axes or are no numbers."
    )
    y_range = (plot.axis.loss_at(bottom), plot.axis.loss_at(top))
    panels = (
        Panel(_loss_label(), tuple(loss), y_range, plot.axis.is_log, _TWO_HEIGHT),
        Panel(
            _accuracy_label(),
            tuple(accuracy),
            _visible(plot.accuracy_plot.viewRange()[1]),
            False,
            _ACCURACY_HEIGHT,
        ),
    )
    marks = tuple((float(epoch), text) for epoch, text in plot.marks.shown) + plot.lr_marks
    figure_note = note.format(n=outside) if outside else ""
    return Figure("", _epoch_label(), (epochs[0], epochs[1]), panels, marks, figure_note)


def _visible(view: Sequence[float]) -> tuple[float, float]:
    return float(view[0]), float(view[1])


def _one_run(row: RunRow, name: str, number: str, *, has_accuracy: bool = False) -> Figure:
    series = _series(row)
    values = {field: _values(row, field) for field in (*LOSS_OF.values(), *ACCURACY_OF.values())}
    x = np.array([end.epoch for end in row.curve], float)
    losses = [_stroke(kind, series, _kind_name(kind), x, values[field]) for kind, field in LOSS_OF.items()]
    top = frame_of([stroke.y for stroke in losses])
    panels = [Panel(_loss_label(), tuple(losses), top, height=_TWO_HEIGHT if has_accuracy else _LOSS_HEIGHT)]
    if has_accuracy:
        shares = [
            _stroke(kind, series, _kind_name(kind), x, 100 * values[field])
            for kind, field in ACCURACY_OF.items()
        ]
        panels.append(Panel(_accuracy_label(), tuple(shares), (0.0, 102.0), height=_ACCURACY_HEIGHT))
    return Figure(_titled(number, name), _epoch_label(), _x_range([row]), tuple(panels), marks_of(row))


def _overlay(rows: Sequence[RunRow], names: dict[str, str], kind: str, number: str) -> Figure:
    strokes = []
    for row in rows:
        x = np.array([end.epoch for end in row.curve], float)
        drawn = _stroke(kind, _series(row), names[row.folder], x, _values(row, LOSS_OF[kind]))
        dash = DASHES[SERIES.index(_series(row)) % len(DASHES)]  # the run's own, for either kind
        strokes.append(Stroke(drawn.name, x, drawn.y, drawn.colour, 2.0, dash, drawn.symbol, drawn.is_hollow))
    panel = Panel(
        _loss_label(), tuple(strokes), frame_of([stroke.y for stroke in strokes]), height=_LOSS_HEIGHT
    )
    return Figure(_titled(number, curve_name(kind)), _epoch_label(), _x_range(rows), (panel,))


def _view_strokes(
    run: RunCurves, name: str, kinds: set[str], epochs: tuple[float, float], place: int
) -> list[Stroke]:
    names, scale = ((LOSS_OF, 1.0), (ACCURACY_OF, 100.0))[place]
    strokes = []
    if BATCH in kinds:
        x, y = (run.loss, run.accuracy)[place].seen_between(*epochs, _COLUMNS)
        smooth = run.smooth[place]
        smooth.follow()
        pale = _pale(run.series.light, 0.28 if smooth.weight else 0.5)
        strokes.append(Stroke(f"{name} · {_kind_name(BATCH)}" if len(x) else "", x, y, pale, 0.7))
        if smooth.weight > 0:
            x, y = smooth.curve.seen_between(*epochs, _COLUMNS)
            text = QCoreApplication.translate(
                "ReportFigures", "{name} · batches, smoothed (weight {weight:g})"
            )
            called = text.format(name=name, weight=round(smooth.weight, 4))
            strokes.append(Stroke(called, x, y, run.series.light, 1.2))
    for kind, field in names.items():
        if kind in kinds and run.epochs:
            x, y = run.ends(field)
            strokes.append(_stroke(kind, run.series, f"{name} · {_kind_name(kind)}", x, scale * y))
    return strokes


def _stroke(kind: str, series: Series, name: str, x: np.ndarray, y: np.ndarray) -> Stroke:
    dash = {AGAIN: (1.0, 2.0), TEST: DASHES[SERIES.index(series) % len(DASHES)]}.get(kind, ())
    symbol = series.symbol if kind in {TRAIN, TEST} else ""
    y = np.where(np.isfinite(y), y, np.nan)
    return Stroke(name, x, y, series.light, 2.0 if kind == TEST else 1.6, dash, symbol, kind == TRAIN)


def _values(row: RunRow, field: str) -> np.ndarray:
    return np.array([getattr(end, field) for end in row.curve], float)


def _series(row: RunRow) -> Series:
    return row.curves.series if row.curves else SERIES[_NUMBER_OF.get(row.setup, 1) - 1]


def _x_range(rows: Sequence[RunRow]) -> tuple[float, float]:
    last = max(row.curve[-1].epoch for row in rows)
    return 0.0, max(last, 1) * 1.02


def _pale(colour: str, share: float) -> str:
    """Return the colour mixed with white."""
    full = QColor(colour)
    parts = (full.red(), full.green(), full.blue())
    return QColor(*(round(share * part + (1 - share) * 255) for part in parts)).name()


def _kind_name(kind: str) -> str:
    names: dict[str, Callable[[], str]] = {
        BATCH: lambda: QCoreApplication.translate("ReportFigures", "batches"),
        TRAIN: lambda: QCoreApplication.translate("ReportFigures", "train"),
        AGAIN: lambda: QCoreApplication.translate("ReportFigures", "train, re-measured without dropout"),
        TEST: lambda: QCoreApplication.translate("ReportFigures", "test"),
    }
    return names[kind]()


def _titled(number: str, name: str) -> str:
    if not number:
        return name
    return QCoreApplication.translate("ReportFigures", "Figure {number}: {name}").format(
        number=number, name=name
    )


def _loss_label() -> str:
    return QCoreApplication.translate("CurvePlot", "loss (nats per example)")


def _accuracy_label() -> str:
    return QCoreApplication.translate("CurvePlot", "accuracy (%)")


def _epoch_label() -> str:
    return QCoreApplication.translate("CurvePlot", "epoch")


def _with_seed(row: RunRow) -> str:
    text = QCoreApplication.translate("ReportFigures", "{name}, seed {seed}")
    return text.format(name=row.title, seed=row.seed)


def _with_folder(row: RunRow) -> str:
    return f"{row.title}, {Path(row.folder).name}"


def _stem(row: RunRow) -> str:
    """Return what the file of a run is called: letters, digits and dashes of its setup and its seed."""
    name = re.sub(r"[^A-Za-z0-9]+", "-", row.setup or row.experiment).strip("-").lower()
    return f"{name or 'run'}-seed-{row.seed}"


def _without_doubles(figures: list[tuple[str, Figure]]) -> list[tuple[str, Figure]]:
    seen: Counter[str] = Counter()
    named = []
    for stem, figure in figures:
        seen[stem] += 1
        named.append((stem if seen[stem] == 1 else f"{stem}-{seen[stem]}", figure))
    return named
