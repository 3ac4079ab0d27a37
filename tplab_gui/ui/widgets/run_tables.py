"""The runs as tables (CSV): a line a run, or a line an epoch; numbers exactly as they are kept."""

import csv
import io
from dataclasses import fields
from pathlib import Path

from tplab_gui.core.events.training import EpochEnd
from tplab_gui.ui.widgets.run_row import RunRow

_COLUMNS = tuple(each.name for each in fields(EpochEnd) if each.name not in {"setup", "is_best"})
_RUN_COLUMNS = ("run", "state", "experiment", "setup", "data", "seed", "epochs", "epochs_asked", "lr")
_SUMMARY = ("best_epoch", "best_test_loss", "last_train_loss", "last_test_loss", "last_test_accuracy")


def runs_csv(rows: list[RunRow]) -> str:
    """Return a line a run: parameters, best epoch, best and last losses; numbers exactly as they are kept."""
    lines: list[tuple[object, ...]] = [(*_RUN_COLUMNS, *_SUMMARY, "folder")]
    for row in rows:
        best, last = row.best, row.curve[-1] if row.curve else None
        ends = (
            (best.epoch, best.test_loss, last.train_loss, last.test_loss, last.test_accuracy)
            if best and last
            else ("",) * len(_SUMMARY)
        )
        asked = (row.experiment, row.setup, row.data, row.seed, len(row.curve), row.epochs, row.lr)
        lines.append((row.title, row.state, *asked, *ends, row.folder))
    return _as_csv(lines)


def curves_csv(rows: list[RunRow]) -> str:
    """Return a line an epoch of each run: the columns of `metrics.csv` after the run's name and folder."""
    lines: list[tuple[object, ...]] = [("run", "folder", *_COLUMNS)]
    for row in rows:
        lines += [(row.title, Path(row.folder).name, *_numbers(each)) for each in row.curve]
    return _as_csv(lines)


def _numbers(event: EpochEnd) -> tuple[object, ...]:
    return tuple(getattr(event, name) for name in _COLUMNS)


def _as_csv(lines: list[tuple[object, ...]]) -> str:
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(lines)
    return text.getvalue()
