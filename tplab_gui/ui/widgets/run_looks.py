"""The look of a run, chosen by the user: colour, dash and marker in one, so that no two are told by colour alone."""

from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu

from tplab_gui.core import run_folder
from tplab_gui.core.errors import LabError
from tplab_gui.ui import style
from tplab_gui.ui.widgets.curve_plot import CurvePlot
from tplab_gui.ui.widgets.run_list import RunList
from tplab_gui.ui.widgets.run_row import swatch


class RunLooks(QObject):
    """A menu with the looks there are; the chosen one is kept in the folder of the run."""

    failed = Signal(object)  # LabError

    def __init__(self, runs: RunList, plot: CurvePlot) -> None:
        super().__init__(runs)
        self._runs, self._plot = runs, plot
        self.menu = QMenu(self.tr("Colour and marker"), runs)
        names = {
            "blue": self.tr("blue, disc"),
            "vermilion": self.tr("vermilion, square"),
            "green": self.tr("green, triangle"),
            "purple": self.tr("purple, diamond"),
            "amber": self.tr("amber, star"),
            "sky": self.tr("sky blue, cross"),
        }
        group = QActionGroup(self)
        self._series = {
            self._add(names.get(series.name, series.name), group): series for series in style.SERIES
        }
        self.menu.aboutToShow.connect(self._draw)
        group.triggered.connect(lambda action: self.choose(self._series[action]))
        shortcut = QAction(self.tr("Colour and marker"), runs.tree)
        shortcut.setShortcut(QKeySequence("L"))
        shortcut.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        shortcut.triggered.connect(self._open)
        runs.tree.addAction(shortcut)
        runs.chosen_changed.connect(self._update)
        self._update()

    def choose(self, series: style.Series) -> None:
        """Give the chosen run this look, on the plot and in its folder."""
        row = self._runs.row()
        if row is None or row.curves is None:
            return
        row.look = series.name
        row.curves.series = series
        row.curves.restyle()
        self._runs.set_curves(row, row.curves)
        self._plot.refresh()
        try:
            run_folder.set_look(Path(row.folder), series.name)
        except LabError as error:
            self.failed.emit(error)

    def _add(self, name: str, group: QActionGroup) -> QAction:
        action = self.menu.addAction(name)
        action.setCheckable(True)
        action.setIconVisibleInMenu(True)  # some systems show no icons in menus; these are the choice itself
        group.addAction(action)
        return action

    def _draw(self) -> None:
        """Draw the looks in the theme in use, and tick that of the chosen run."""
        row = self._runs.row()
        for action, series in self._series.items():
            action.setIcon(swatch(series))
            action.setChecked(row is not None and row.curves is not None and row.curves.series == series)

    def _open(self) -> None:
        item = self._runs.tree.currentItem()
        if item is not None and self.menu.isEnabled():
            at = self._runs.tree.visualItemRect(item).bottomLeft()
            self.menu.popup(self._runs.tree.viewport().mapToGlobal(at))

    def _update(self) -> None:
        row = self._runs.row()
        self.menu.setEnabled(row is not None and row.curves is not None)
