"""Export of the curves as figures for paper (PNG, SVG, PDF), of the runs as tables (CSV), of the best weights."""

import shutil
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QMenu, QToolButton, QWidget

from tplab_gui.core import atomic
from tplab_gui.core.errors import LabError
from tplab_gui.runtime.poller import Poller
from tplab_gui.runtime.runner import Runner
from tplab_gui.ui import style
from tplab_gui.ui.widgets.curve_plot import CurvePlot
from tplab_gui.ui.widgets.figure_files import FileSaved, Piece, write_files
from tplab_gui.ui.widgets.print_formats import FORMATS
from tplab_gui.ui.widgets.report_figures import all_figures, view_figure
from tplab_gui.ui.widgets.run_list import RunList
from tplab_gui.ui.widgets.run_row import RunRow
from tplab_gui.ui.widgets.run_tables import curves_csv, runs_csv


class CurveExport(QObject):
    """The Export button, its menu (Ctrl+E) and the file dialogs."""

    failed = Signal(object)  # LabError
    said = Signal(object)  # LabError: a note, not a failure

    def __init__(self, plot: CurvePlot, runs: RunList) -> None:
        super().__init__(runs)
        self._plot, self._runs = plot, runs
        self.folder = ""
        self._drawn: style.Theme | None = None  # for which the icon was drawn
        self._saved: list[FileSaved] = []
        self.runner = Runner(self)
        self._poller = Poller(self.runner.mailbox, self._receive, self)
        self.runner.failed.connect(self.failed)
        self.runner.finished.connect(self._on_finished)
        self.button = QToolButton()
        self.button.setAccessibleName(self.tr("Export"))
        self.button.setToolTip(self.tr("Save figures, the table of runs or the weights (Ctrl+E)"))
        self.button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.menu = QMenu(self.button)
        self.button.setMenu(self.menu)
        self.every = self._action(self.tr("Export all figures…"), self._ask_folder)
        self.every.setToolTip(
            self.tr(
                "Figures 1 to 6 and 9 of the ticked runs as PNG, SVG and PDF, and both tables, into a folder"
            )
        )
        self.menu.setToolTipsVisible(True)
        self.menu.addSeparator()
        for text, suffix in (
            (self.tr("Curves as a picture (PNG)…"), "png"),
            (self.tr("Curves as a drawing (SVG)…"), "svg"),
            (self.tr("Curves as a page (PDF)…"), "pdf"),
        ):
            self._action(text, partial(self._ask_view, suffix))
        self._action(self.tr("Table of all runs (CSV)…"), lambda: self._ask("runs.csv", self._all_csv))
        self._action(
            self.tr("Numbers of the ticked runs (CSV)…"), lambda: self._ask("curves.csv", self._ticked_csv)
        )
        self.menu.addSeparator()
        self.weights = self._action(
            self.tr("Best weights of the chosen run (safetensors)…"), self._ask_weights
        )
        runs.buttons.insertWidget(2, self.button)
        runs.chosen_changed.connect(self._update)
        runs.shown_changed.connect(self._update)
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
        """Write what `make` returns, at once or not at all; it is told when it is done."""
        self._write([(path, make)])

    def save_all(self, folder: Path) -> None:
        """Write every figure of the ticked runs in every format, and both tables, into `folder`."""
        pieces: list[Piece] = [
            (folder / f"{stem}.{suffix}", partial(make, figure))
            for stem, figure in all_figures(self._ticked())
            for suffix, make in FORMATS.items()
        ]
        runs, curves = self._all_csv(), self._ticked_csv()
        pieces += [(folder / "runs.csv", lambda: runs), (folder / "curves.csv", lambda: curves)]
        self._write(pieces)

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

    def shut_down(self, timeout_ms: int) -> bool:
        """Stop writing after the file under way; return whether that was in time."""
        is_over = self.runner.stop(timeout_ms)
        self._poller.stop()
        return is_over

    def _write(self, pieces: Sequence[Piece]) -> None:
        if self.runner.is_running:
            self.failed.emit(
                LabError("The last export is still being written.", hint="Try again in a moment.")
            )
            return
        self._saved = []
        self._poller.start()
        self.runner.start(write_files, pieces)

    def _receive(self, events: list[object]) -> None:
        self._saved += [event for event in events if isinstance(event, FileSaved)]

    def _on_finished(self) -> None:
        self._poller.stop()
        if not self._saved or self._saved[-1].done < self._saved[-1].total:
            return  # what went wrong was told
        last = self._saved[-1]
        if last.total == 1:
            self._tell(last.path)
        else:
            self.folder = str(last.path.parent)
            self.said.emit(LabError("{n} files saved in {folder}.", n=last.total, folder=self.folder))

    def _tell(self, path: Path) -> None:
        self.folder = str(path.parent)
        self.said.emit(LabError("Saved as {path}.", path=path))

    def _ticked(self) -> list[RunRow]:
        return [row for row in self._runs.rows if row.is_checked]

    def _all_csv(self) -> bytes:
        return runs_csv(self._runs.rows).encode()

    def _ticked_csv(self) -> bytes:
        return curves_csv(self._ticked()).encode()

    def _ask_view(self, suffix: str) -> None:
        self._ask(f"curves.{suffix}", partial(FORMATS[suffix], view_figure(self._plot)))

    def _ask(self, name: str, make: Callable[[], bytes]) -> None:
        dialog = self._dialog(name)
        dialog.fileSelected.connect(lambda path: self.save(Path(path), make))
        dialog.open()

    def _ask_folder(self) -> None:
        dialog = QFileDialog(self._runs, self.tr("Export all figures"), self.folder)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda path: self.save_all(Path(path)))
        dialog.open()

    def _ask_weights(self) -> None:
        row = self._runs.row()
        if row is not None:
            dialog = self._dialog(f"{Path(row.folder).name}.safetensors")
            dialog.fileSelected.connect(lambda path: self.save_weights(row, Path(path)))
            dialog.open()

    def _dialog(self, name: str) -> QFileDialog:
        suffix = Path(name).suffix
        dialog = QFileDialog(self._runs, self.tr("Export"), self.folder)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(f"*{suffix}")
        dialog.setDefaultSuffix(suffix.removeprefix("."))
        dialog.selectFile(name)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return dialog

    def _action(self, text: str, act: Callable[[], None]) -> QAction:
        action = self.menu.addAction(text)
        action.triggered.connect(lambda _=False: act())
        return action

    def _update(self) -> None:
        self.weights.setEnabled(self._runs.row() is not None)
        self.every.setEnabled(any(row.curve for row in self._ticked()))
        if self._drawn is not style.theme():
            self._drawn = style.theme()
            self.button.setIcon(style.icon("mdi6.export-variant"))
