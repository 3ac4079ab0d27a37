"""Export of the curves as a figure for paper (PNG, SVG, PDF), of the runs as tables (CSV), of the best weights."""

import csv
import io
import shutil
from collections.abc import Callable
from dataclasses import fields
from pathlib import Path

import pyqtgraph.exporters
from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QObject, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QKeySequence, QPageSize, QPainter, QPdfWriter, QShortcut
from PySide6.QtWidgets import QFileDialog, QMenu, QToolButton, QWidget

from tplab_gui.core import atomic
from tplab_gui.core.errors import LabError
from tplab_gui.core.events.training import EpochEnd
from tplab_gui.ui import style
from tplab_gui.ui.widgets.curve_plot import CurvePlot
from tplab_gui.ui.widgets.run_list import RunList
from tplab_gui.ui.widgets.run_row import RunRow

_WIDTH_MM = 170.0  # the text of an A4 page
_DPI = 300
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


def as_png(plot: CurvePlot) -> bytes:
    """Return the plot as a PNG picture, 170 mm wide at 300 dots per inch."""
    exporter = pyqtgraph.exporters.ImageExporter(plot.scene())
    exporter.parameters()["width"] = round(_WIDTH_MM / 25.4 * _DPI)
    image = exporter.export(toBytes=True)
    image.setDotsPerMeterX(round(_DPI / 0.0254))
    image.setDotsPerMeterY(round(_DPI / 0.0254))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(buffer.data().data())


def as_svg(plot: CurvePlot) -> bytes:
    """Return the plot as an SVG drawing."""
    svg = pyqtgraph.exporters.SVGExporter(plot.scene()).export(toBytes=True)
    return bytes(svg)


def as_pdf(plot: CurvePlot) -> bytes:
    """Return the plot as a PDF page of its own size, 170 mm wide, in lines and not in points."""
    scene = plot.scene()
    source = QRectF(scene.sceneRect())
    height_mm = _WIDTH_MM * source.height() / max(source.width(), 1.0)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(_DPI)
    writer.setPageSize(QPageSize(QSizeF(_WIDTH_MM, height_mm), QPageSize.Unit.Millimeter))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    painter = QPainter(writer)
    scene.render(painter, QRectF(0, 0, writer.width(), writer.height()), source)
    painter.end()
    return bytes(buffer.data().data())


class CurveExport(QObject):
    """The Export button, its menu (Ctrl+E) and the file dialogs."""

    failed = Signal(object)  # LabError
    said = Signal(object)  # LabError: a note, not a failure

    def __init__(self, plot: CurvePlot, runs: RunList) -> None:
        super().__init__(runs)
        self._plot, self._runs = plot, runs
        self.folder = ""
        self._drawn: style.Theme | None = None  # for which the icon was drawn
        self.button = QToolButton()
        self.button.setAccessibleName(self.tr("Export"))
        self.button.setToolTip(self.tr("Save the curves, the table of runs or the weights (Ctrl+E)"))
        self.button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.menu = QMenu(self.button)
        self.button.setMenu(self.menu)
        for text, name, pattern, make in (
            (self.tr("Curves as a picture (PNG)…"), "curves.png", "*.png", lambda: as_png(plot)),
            (self.tr("Curves as a drawing (SVG)…"), "curves.svg", "*.svg", lambda: as_svg(plot)),
            (self.tr("Curves as a page (PDF)…"), "curves.pdf", "*.pdf", lambda: as_pdf(plot)),
            (self.tr("Table of all runs (CSV)…"), "runs.csv", "*.csv", lambda: runs_csv(runs.rows).encode()),
            (self.tr("Numbers of the ticked runs (CSV)…"), "curves.csv", "*.csv", self._ticked_csv),
        ):
            self.menu.addAction(text).triggered.connect(
                lambda _=False, name=name, pattern=pattern, make=make: self._ask(name, pattern, make)
            )
        self.menu.addSeparator()
        self.weights = self.menu.addAction(self.tr("Best weights of the chosen run (safetensors)…"))
        self.weights.triggered.connect(self._ask_weights)
        runs.buttons.insertWidget(2, self.button)
        runs.chosen_changed.connect(self._update)
        self._update()

    def add_shortcut(self, parent: QWidget) -> None:
        """Let Ctrl+E open the menu while `parent` or anything in it has the focus."""
        shortcut = QShortcut(
            QKeySequence("Ctrl+E"), parent, context=Qt.ShortcutContext.WidgetWithChildrenShortcut
        )
        shortcut.activated.connect(self.show_menu)

    def show_menu(self) -> None:
        """Open the menu; without a run there is nothing to export."""
        if self._runs.rows:
            self.menu.popup(self.button.mapToGlobal(self.button.rect().bottomLeft()))

    def save(self, path: Path, make: Callable[[], bytes]) -> None:
        """Write what `make` returns, at once or not at all."""
        try:
            atomic.write_bytes(path, make())
        except LabError as error:
            self.failed.emit(error)
            return
        self._tell(path)

    def save_weights(self, row: RunRow, path: Path) -> None:
        """Copy the best weights of a run."""
        source = Path(row.folder) / "best.safetensors"
        try:
            with atomic.replacing(path) as temporary:
                if not source.is_file():
                    raise LabError(
                        "The run {name} has no weights to export: no epoch was finished, or they were deleted.",
                        hint="Choose another run.",
                        name=row.title,
                    )
                shutil.copyfile(source, temporary)
        except LabError as error:
            self.failed.emit(error)
            return
        self._tell(path)

    def _tell(self, path: Path) -> None:
        self.folder = str(path.parent)
        self.said.emit(LabError("Saved as {path}.", path=path))

    def _ticked_csv(self) -> bytes:
        return curves_csv([row for row in self._runs.rows if row.is_checked]).encode()

    def _ask(self, name: str, pattern: str, make: Callable[[], bytes]) -> None:
        dialog = self._dialog(name, pattern)
        dialog.fileSelected.connect(lambda path: self.save(Path(path), make))
        dialog.open()

    def _ask_weights(self) -> None:
        row = self._runs.row()
        if row is not None:
            dialog = self._dialog(f"{Path(row.folder).name}.safetensors", "*.safetensors")
            dialog.fileSelected.connect(lambda path: self.save_weights(row, Path(path)))
            dialog.open()

    def _dialog(self, name: str, pattern: str) -> QFileDialog:
        dialog = QFileDialog(self._runs, self.tr("Export"), self.folder)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(pattern)
        dialog.setDefaultSuffix(pattern.removeprefix("*."))
        dialog.selectFile(name)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return dialog

    def _update(self) -> None:
        self.weights.setEnabled(self._runs.row() is not None)
        if self._drawn is not style.theme():
            self._drawn = style.theme()
            self.button.setIcon(style.icon("mdi6.export-variant"))
