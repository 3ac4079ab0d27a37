"""What can be done with the chosen run: rename, delete and take back, open its folder, copy its command."""

from pathlib import Path

from PySide6.QtCore import QObject, Qt, QUrl, Signal
from PySide6.QtGui import QAction, QDesktopServices, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QPushButton, QToolButton

from tplab_gui.core import run_folder
from tplab_gui.core.errors import LabError
from tplab_gui.ui import style
from tplab_gui.ui.widgets.curve_export import CurveExport
from tplab_gui.ui.widgets.curve_plot import CurvePlot
from tplab_gui.ui.widgets.mistakes_view import MistakesDialog
from tplab_gui.ui.widgets.program_export import ProgramExport
from tplab_gui.ui.widgets.run_compare import CompareDialog
from tplab_gui.ui.widgets.run_list import RunList
from tplab_gui.ui.widgets.run_looks import RunLooks
from tplab_gui.ui.widgets.run_row import GOING, RunRow


class RunActions(QObject):
    """A menu for the list of runs, and the strip that offers to undo a deletion."""

    failed = Signal(object)  # LabError
    said = Signal(object)  # LabError: a note, not a failure

    def __init__(self, runs: RunList, plot: CurvePlot) -> None:
        super().__init__(runs)
        self._runs, self._plot = runs, plot
        self._drawn: style.Theme | None = None  # for which the icon was drawn
        self._gone: list[tuple[RunRow, int, Path]] = []  # what undo brings back, last one first
        self.menu = QMenu(runs)
        self.rename = self._action(self.tr("Rename"), "F2", self._rename)
        self.open = self._action(self.tr("Open folder"), "", self._open)
        self.copy = self._action(self.tr("Copy the command that repeats it"), "", self._copy)
        self.looks = RunLooks(runs, plot)
        self.looks.failed.connect(self.failed)
        self.menu.addMenu(self.looks.menu)
        self.compare = self._action(self.tr("Compare the ticked runs…"), "C", self.show_comparison)
        self.mistakes = self._action(self.tr("Mistakes…"), "", self.show_mistakes)
        self.menu.addSeparator()
        self.delete = self._action(self.tr("Delete"), "Del", self._delete)
        runs.tree.customContextMenuRequested.connect(
            lambda at: self.menu.popup(runs.tree.viewport().mapToGlobal(at))
        )
        self.button = QToolButton()
        self.button.setAccessibleName(self.tr("Run"))
        self.button.setToolTip(self.tr("What can be done with the chosen run: rename, delete and more"))
        self.button.setMenu(self.menu)
        self.button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        runs.buttons.insertWidget(1, self.button)
        self.look = QToolButton()
        self.look.setText(self.tr("Mistakes…"))
        self.look.setToolTip(self.tr("What the chosen run gets wrong: confusion matrix and worst mistakes"))
        self.look.clicked.connect(self.show_mistakes)
        runs.buttons.insertWidget(1, self.look)
        self.export = CurveExport(plot, runs)
        self.export.failed.connect(self.failed)
        self.export.said.connect(self.said)
        self.programs = ProgramExport(self.export.menu, runs)
        self.programs.failed.connect(self.failed)
        self.programs.said.connect(self.said)
        self.strip = QFrame()
        style.set_role(self.strip, "card")
        self.text = QLabel()
        self.text.setWordWrap(True)
        self.undo = QPushButton(self.tr("Undo"))
        self.undo.setToolTip(self.tr("Bring the deleted run back (Ctrl+Z)"))
        self.undo.clicked.connect(self.take_back)
        close = QToolButton()
        close.setText("✕")
        close.setAccessibleName(self.tr("Close this notice"))
        close.setToolTip(self.tr("Close this notice; the run stays in the trash for a week"))
        style.set_role(close, "flat")
        close.clicked.connect(self.strip.hide)
        row = QHBoxLayout(self.strip)
        row.setContentsMargins(style.SPACE_S, style.SPACE_XS, style.SPACE_XS, style.SPACE_XS)
        row.addWidget(self.text, 1)
        row.addWidget(self.undo)
        row.addWidget(close)
        runs.column.insertWidget(0, self.strip)
        self.strip.hide()
        back = QAction(runs)
        back.setShortcut(QKeySequence(QKeySequence.StandardKey.Undo))
        back.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        back.triggered.connect(self.take_back)
        runs.addAction(back)
        runs.renamed.connect(self._keep_name)
        runs.chosen_changed.connect(self._update)
        runs.shown_changed.connect(self._update)
        self._update()

    def show_comparison(self) -> None:
        """Open the table of the ticked runs side by side."""
        ticked = [row for row in self._runs.rows if row.is_checked]
        if len(ticked) > 1:
            CompareDialog(ticked, self._runs).open()

    def show_mistakes(self) -> None:
        """Open the window with what the chosen run gets wrong."""
        row = self._runs.row()
        if row is not None:
            MistakesDialog(row.title, row.folder, self._runs).open()

    def shut_down(self, timeout_ms: int) -> bool:
        """Close the windows of mistakes; return whether their reviews ended in time."""
        dialogs = self._runs.findChildren(MistakesDialog)
        ends = [self.export.shut_down(timeout_ms), self.programs.shut_down(timeout_ms)]
        is_over = False not in [*ends, *(dialog.shut_down(timeout_ms) for dialog in dialogs)]
        for dialog in dialogs:
            dialog.close()
        return is_over

    def take_back(self) -> None:
        """Bring back the run that was deleted last."""
        if not self._gone:
            return
        row, index, trashed = self._gone[-1]
        try:
            run_folder.restore(trashed, Path(row.folder))
        except LabError as error:
            self.failed.emit(error)
            return
        self._gone.pop()
        self._runs.add(row, min(index, len(self._runs.rows)))
        if row.curves is not None:
            self._plot.bring_back(row.curves)
        self._runs.choose(row)
        self._show_strip()

    def _delete(self) -> None:
        row = self._runs.row()
        if row is None or row.state in GOING:
            return
        try:
            trashed = run_folder.discard(Path(row.folder))
        except LabError as error:
            self.failed.emit(error)
            return
        self._gone.append((row, self._runs.remove(row), trashed))
        if row.curves is not None:
            self._plot.remove_run(row.curves)
        self._show_strip()

    def _show_strip(self) -> None:
        if self._gone:
            self.text.setText(self.tr("“{name}” was deleted.").format(name=self._gone[-1][0].title))
        self.strip.setVisible(bool(self._gone))

    def _rename(self) -> None:
        item = self._runs.tree.currentItem()
        if item is not None:
            self._runs.tree.editItem(item, 0)

    def _keep_name(self, row: RunRow) -> None:
        try:
            row.name = run_folder.rename(Path(row.folder), row.name)
        except LabError as error:
            row.name = run_folder.name_of(Path(row.folder))
            self.failed.emit(error)
        if row.curves is not None:
            row.curves.name = row.title

    def _open(self) -> None:
        row = self._runs.row()
        if row is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(row.folder))

    def _copy(self) -> None:
        row = self._runs.row()
        if row is None:
            return
        try:
            command, beyond = run_folder.command(Path(row.folder))
        except LabError as error:
            self.failed.emit(error)
            return
        QGuiApplication.clipboard().setText(command)
        if beyond:
            self.said.emit(
                LabError(
                    "The command was copied, but it cannot say: {choices}.",
                    hint="Repeat this run in the window.",
                    choices=", ".join(beyond),
                )
            )
        else:
            self.said.emit(LabError("The command that repeats the run was copied."))

    def _update(self) -> None:
        if self._drawn is not style.theme():
            self._drawn = style.theme()
            self.button.setIcon(style.icon("mdi6.dots-horizontal"))
        row = self._runs.row()
        for action in (self.rename, self.open):
            action.setEnabled(row is not None)
        self.copy.setEnabled(row is not None and row.problem is None)
        for either in (self.mistakes, self.look):
            either.setEnabled(row is not None and bool(row.curve))
        self.compare.setEnabled(sum(each.is_checked for each in self._runs.rows) > 1)
        self.delete.setEnabled(row is not None and row.state not in GOING)
        self.button.setEnabled(row is not None)

    def _action(self, text: str, keys: str, act: object) -> QAction:
        action = self.menu.addAction(text)
        if keys:
            action.setShortcut(QKeySequence(keys))
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(act)
        self._runs.tree.addAction(action)
        return action
