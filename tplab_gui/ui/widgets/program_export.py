"""Entries of the Export menu for what other programs read: the network, the curves, a script that repeats the run."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog, QMenu

from tplab_gui import jobs
from tplab_gui.core import atomic, extras, repeat_script
from tplab_gui.core.errors import LabError
from tplab_gui.ui.widgets.export_dialog import ExportDialog
from tplab_gui.ui.widgets.run_list import RunList
from tplab_gui.ui.widgets.run_row import RunRow


class ProgramExport(QObject):
    """Adds its entries to `menu` and asks where to write; `ExportDialog` does what takes a while."""

    failed = Signal(object)  # LabError
    said = Signal(object)  # LabError: a note, not a failure

    def __init__(self, menu: QMenu, runs: RunList) -> None:
        super().__init__(runs)
        self._runs = runs
        self._menu = menu
        self._folder = ""
        menu.setToolTipsVisible(True)
        self.model = self._action(self.tr("Model for other programs (ONNX)…"), self._ask_model)
        self.model.setToolTip(
            self.tr(
                "The network with its best weights, checked: the file gives the lab's own scores, or is not kept"
            )
        )
        self.curves = self._action(self.tr("Ticked runs for TensorBoard…"), self._ask_curves)
        self.curves.setToolTip(
            self.tr("Loss and accuracy of each batch and epoch, and the parameters of each run")
        )
        self.script = self._action(self.tr("Python script that repeats the run…"), self._ask_script)
        self.script.setToolTip(
            self.tr("A small file to hand in: it trains the chosen run again, digit for digit")
        )
        runs.chosen_changed.connect(self._update)
        runs.shown_changed.connect(self._update)
        self._update()

    def save_model(self, row: RunRow, path: Path) -> ExportDialog:
        """Write the best weights of a run as an ONNX file."""
        title = self.tr("Model of “{name}” for other programs").format(name=row.title)
        return self._show(title, jobs.export_model, row.folder, str(path))

    def save_curves(self, rows: list[RunRow], folder: Path) -> ExportDialog:
        """Write the curves of runs for TensorBoard."""
        title = self.tr("Curves for TensorBoard")
        return self._show(title, jobs.export_event_files, tuple(row.folder for row in rows), str(folder))

    def save_script(self, row: RunRow, path: Path) -> None:
        """Write the script that repeats a run."""
        try:
            text, beyond = repeat_script.script(Path(row.folder))
            atomic.write_text(path, text)
        except LabError as error:
            self.failed.emit(error)
            return
        if beyond:
            self.said.emit(
                LabError(
                    "Saved as {path}; the script cannot say: {choices}.", path=path, choices=", ".join(beyond)
                )
            )
        else:
            self.said.emit(LabError("Saved as {path}.", path=path))

    def shut_down(self, timeout_ms: int) -> bool:
        """Close the windows of exports; return whether they ended in time."""
        dialogs = self._runs.findChildren(ExportDialog)
        is_over = False not in [dialog.shut_down(timeout_ms) for dialog in dialogs]
        for dialog in dialogs:
            dialog.close()
        return is_over

    def _show(self, title: str, job: Callable[..., Iterator[object]], *arguments: Any) -> ExportDialog:
        dialog = ExportDialog(title, self._runs, job, *arguments)
        dialog.open()
        return dialog

    def _ask_model(self) -> None:
        row = self._runs.row()
        if row is not None:
            self._ask_file(f"{Path(row.folder).name}.onnx", lambda path: self.save_model(row, path))

    def _ask_script(self) -> None:
        row = self._runs.row()
        if row is not None:
            self._ask_file(f"{Path(row.folder).name}.py", lambda path: self.save_script(row, path))

    def _ask_curves(self) -> None:
        try:
            extras.need("tensorboardX")  # before a folder is asked for
        except LabError as error:
            self.failed.emit(error)
            return
        rows = self._ticked()
        dialog = QFileDialog(self._runs, self.tr("Folder for TensorBoard"), self._folder)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        self._open(dialog, lambda path: self.save_curves(rows, path))

    def _ask_file(self, name: str, act: Callable[[Path], object]) -> None:
        suffix = Path(name).suffix
        dialog = QFileDialog(self._runs, self.tr("Export"), self._folder)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(f"*{suffix}")
        dialog.setDefaultSuffix(suffix.removeprefix("."))
        dialog.selectFile(name)
        self._open(dialog, act)

    def _open(self, dialog: QFileDialog, act: Callable[[Path], object]) -> None:
        def chosen(path: str) -> None:
            self._folder = str(Path(path).parent)
            act(Path(path))

        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(chosen)
        dialog.open()

    def _ticked(self) -> list[RunRow]:
        return [row for row in self._runs.rows if row.is_checked and row.curve]

    def _update(self) -> None:
        row = self._runs.row()
        self.model.setEnabled(row is not None and bool(row.curve))
        self.script.setEnabled(row is not None)
        self.curves.setEnabled(bool(self._ticked()))

    def _action(self, text: str, act: Callable[[], None]) -> QAction:
        action = self._menu.addAction(text)
        action.triggered.connect(lambda _=False: act())
        return action
