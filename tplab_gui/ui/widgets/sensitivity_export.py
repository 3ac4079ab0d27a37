"""Export of what the page Sensitivity shows: a table, a figure for paper, a video of the series."""

import csv
import io
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Protocol

import numpy as np
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QMenu, QToolButton, QWidget

from tplab_gui.core.errors import LabError
from tplab_gui.core.events.sweep import MapStarted, RankingSummary, StudyPicture, SweepKept
from tplab_gui.core.report_series import THREE_PICTURES, report_series
from tplab_gui.runtime.poller import Poller
from tplab_gui.runtime.runner import Runner
from tplab_gui.ui.widgets.figure_files import FileSaved, Piece, write_files
from tplab_gui.ui.widgets.heatmap_bars import tool_button
from tplab_gui.ui.widgets.print_formats import FORMATS, Sheet

_Row = tuple[object, ...]


class Results(Protocol):
    """What the page knows how to give: a name, a table and a sheet of the view that is shown; None without one."""

    def table(self) -> tuple[str, list[_Row]] | None:
        """Return the stem of a file and its rows, the head first."""

    def sheet(self) -> Sheet | None:
        """Return the figure."""


class SensitivityExport(QObject):
    """The Export button and its menu."""

    said = Signal(object)  # LabError: a note, not a failure
    failed = Signal(object)  # LabError
    video_wanted = Signal(str)

    def __init__(self, results: Results, parent: QWidget) -> None:
        super().__init__(parent)
        self._results, self._window = results, parent
        self.folder = ""
        self.runner = Runner(self)
        self._poller = Poller(self.runner.mailbox, self._on_events, self)
        self.runner.failed.connect(self._on_failed)
        self.runner.finished.connect(self._poller.stop)
        self.button = tool_button(
            "mdi6.export-variant",
            self.tr("Export"),
            self.tr("Save the table, the figure or the video of what is shown (Ctrl+E)."),
        )
        self.button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.menu = QMenu(self.button)
        self.button.setMenu(self.menu)
        for text, suffix in (
            (self.tr("Table (CSV)…"), "csv"),
            (self.tr("Figure as a picture (PNG)…"), "png"),
            (self.tr("Figure as a drawing (SVG)…"), "svg"),
            (self.tr("Figure as a page (PDF)…"), "pdf"),
        ):
            self.menu.addAction(text).triggered.connect(partial(self._ask, suffix))
        self.menu.addSeparator()
        self.video = self.menu.addAction(self.tr("Video of the series (MP4, AVI)…"))
        self.video.triggered.connect(self._ask_video)
        self.menu.aboutToShow.connect(self._update)

    def shut_down(self, timeout_ms: int) -> bool:
        """Stop writing after the file under way; return whether that was in time."""
        is_over = self.runner.stop(timeout_ms)
        self._poller.stop()
        return is_over

    def save(self, path: Path) -> None:
        """Write what is shown, in the format that the ending says."""
        made = self._content(path.suffix.lower().removeprefix("."))
        if made is None or self.runner.is_running:
            return
        self.folder = str(path.parent)
        pieces: list[Piece] = [(path, made)]
        self._poller.start()
        self.runner.start(write_files, pieces)

    def _content(self, suffix: str) -> Callable[[], bytes] | None:
        if suffix == "csv":
            table = self._results.table()
            return None if table is None else partial(as_csv, table[1])
        sheet = self._results.sheet()
        return None if sheet is None or suffix not in FORMATS else partial(FORMATS[suffix], sheet)

    def _ask(self, suffix: str) -> None:
        table = self._results.table()
        if table is not None:
            dialog = self._dialog(f"{table[0]}.{suffix}", (suffix,))
            dialog.fileSelected.connect(lambda path: self.save(Path(path)))
            dialog.open()

    def _ask_video(self) -> None:
        table = self._results.table()
        if table is not None:
            dialog = self._dialog(f"{table[0]}.mp4", ("mp4", "avi"))
            dialog.fileSelected.connect(self.video_wanted)
            dialog.open()

    def _dialog(self, name: str, suffixes: tuple[str, ...]) -> QFileDialog:
        dialog = QFileDialog(self._window, self.tr("Export"), self.folder)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(" ".join(f"*.{suffix}" for suffix in suffixes))
        dialog.setDefaultSuffix(suffixes[0])
        dialog.selectFile(name)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return dialog

    def _update(self) -> None:
        table = self._results.table()
        for action in self.menu.actions():
            action.setEnabled(table is not None)
        self.video.setEnabled(table is not None and table[0].startswith("series-"))

    def _on_events(self, events: list[object]) -> None:
        for event in events:
            if isinstance(event, FileSaved):
                self.said.emit(LabError("Saved as {path}.", path=event.path))

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, LabError):
            raise error  # a bug: the crash dialog tells it
        self.failed.emit(error)


def as_csv(rows: list[_Row]) -> bytes:
    """Return rows as a CSV file; None is an empty cell."""
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(
        ["" if cell is None else cell for cell in row] for row in rows
    )
    return text.getvalue().encode("utf-8")


def series_rows(kept: SweepKept, steps: int) -> list[_Row]:
    """Return a series, one row a step."""
    names = kept.started.pictures
    head: _Row = (
        "step",
        kept.started.transform,
        "score",
        "spread",
        "report",
        "heat_on_object",
        "peak_on_object",
    )
    found = report_series(kept.started.transform, steps)
    rows: list[_Row] = [(*head, "best_class", *(names if len(names) > 1 else ()))]
    for place, step in enumerate(kept.steps):
        report = found[1][place] if found is not None else None
        each = step.scores if len(names) > 1 else ()
        numbers = (step.step, step.parameter, step.score, step.spread, report, step.energy, step.is_on_object)
        rows.append((*numbers, step.top[0][0], *each))
    return rows


def ranking_rows(summary: RankingSummary) -> list[_Row]:
    """Return a ranking, one row a direction."""
    head = (
        "transform",
        "direction",
        "group",
        "value",
        f"distance_{summary.measure}",
        "reached",
        "loss",
        "spread",
    )
    rows: list[_Row] = [(*head, *summary.pictures)]
    for each in summary.ranked:
        way = "up" if each.is_upwards else "down"
        values = (
            each.name,
            way,
            each.group,
            each.value,
            each.distance,
            each.is_reached,
            each.drop,
            each.spread,
        )
        rows.append((*values, *each.drops))
    return rows


def map_rows(started: MapStarted, scores: np.ndarray) -> list[_Row]:
    """Return a map: values across in the head, values upwards in the first column."""
    rows: list[_Row] = [(f"{started.y_name} \\ {started.x_name}", *started.x_values)]
    rows += [
        (value, *(None if np.isnan(score) else float(score) for score in row))
        for value, row in zip(started.y_values, scores, strict=True)
    ]
    return rows


def study_rows(seen: tuple[StudyPicture, ...]) -> list[_Row]:
    """Return the three pictures, one a row."""
    rows: list[_Row] = [
        ("picture", "file", "score", "threshold", "report", "strongest_log_odds", "best_class")
    ]
    for each in seen:
        report = THREE_PICTURES[each.kind]
        rows.append((each.kind, each.name, each.score, each.threshold, report, each.log_odds, each.top[0][0]))
    return rows
