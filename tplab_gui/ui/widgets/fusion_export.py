"""Export of what the Study page shows: the figure (PNG, SVG, PDF), its numbers (CSV), and the pairs of the study."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QMenu, QToolButton, QWidget

from tplab_gui.core.errors import LabError
from tplab_gui.core.settings import Settings
from tplab_gui.runtime.poller import Poller
from tplab_gui.runtime.runner import Runner
from tplab_gui.ui import style
from tplab_gui.ui.widgets.figure_files import FileSaved, write_files
from tplab_gui.ui.widgets.print_formats import FORMATS, Sheet


class FusionExport(QObject):
    """The Export button and its menu (Ctrl+E); the page says what there is to export."""

    said = Signal(object)  # LabError: a note, not a failure
    failed = Signal(object)
    pairs_wanted = Signal(str)  # the path to write the pairs to

    def __init__(self, parent: QWidget, settings: Settings) -> None:
        super().__init__(parent)
        self._window, self._settings = parent, settings
        self._drawn: style.Theme | None = None  # for which the icon was drawn
        self._name = "study"
        self._sheet: Callable[[], Sheet] | None = None
        self._table: Callable[[], str] | None = None
        self.runner = Runner(self)
        self._poller = Poller(self.runner.mailbox, self._receive, self)
        self.runner.failed.connect(self.failed)
        self.runner.finished.connect(self._poller.stop)
        self.button = QToolButton()
        self.button.setText(self.tr("Export"))
        self.button.setToolTip(self.tr("Save the figure, its numbers or the pairs of the study (Ctrl+E)"))
        self.button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.menu = QMenu(self.button)
        self.menu.setToolTipsVisible(True)
        self.button.setMenu(self.menu)
        self.figures = [
            self._action(text, partial(self._ask_figure, suffix))
            for text, suffix in (
                (self.tr("Figure as a picture (PNG)…"), "png"),
                (self.tr("Figure as a drawing (SVG)…"), "svg"),
                (self.tr("Figure as a page (PDF)…"), "pdf"),
            )
        ]
        self.numbers = self._action(self.tr("Numbers as a table (CSV)…"), self._ask_numbers)
        self.menu.addSeparator()
        self.pairs = self._action(self.tr("Save the pairs as CSV…"), self._ask_pairs)
        self.pairs.setToolTip(
            self.tr("Which picture meets which clip in which part, for others to check or to repeat")
        )
        shortcut = QShortcut(
            QKeySequence("Ctrl+E"), parent, context=Qt.ShortcutContext.WidgetWithChildrenShortcut
        )
        shortcut.activated.connect(self.show_menu)
        self.offer("study", None, None)

    def offer(self, name: str, sheet: Callable[[], Sheet] | None, table: Callable[[], str] | None) -> None:
        """Take what makes the figure and the table of the view on show; None for what there is not."""
        self._name, self._sheet, self._table = name, sheet, table
        for action in self.figures:
            action.setEnabled(sheet is not None)
        self.numbers.setEnabled(table is not None)

    def show_menu(self) -> None:
        """Open the menu."""
        self.menu.popup(self.button.mapToGlobal(self.button.rect().bottomLeft()))

    def save(self, path: Path, make: Callable[[], bytes]) -> None:
        """Write what `make` returns, at once or not at all; it is told when it is done."""
        if self.runner.is_running:
            self.failed.emit(
                LabError("The last export is still being written.", hint="Try again in a moment.")
            )
            return
        self._settings.last_folder = str(path.parent)
        self._poller.start()
        self.runner.start(write_files, [(path, make)])

    def draw_icon(self) -> None:
        """Give the button its icon in the colours of the theme."""
        if self._drawn is not style.theme():
            self._drawn = style.theme()
            self.button.setIcon(style.icon("mdi6.export-variant"))

    def shut_down(self, timeout_ms: int) -> bool:
        """Stop writing after the file under way; return whether that was in time."""
        is_over = self.runner.stop(timeout_ms)
        self._poller.stop()
        return is_over

    def _receive(self, events: list[object]) -> None:
        for event in events:
            if isinstance(event, FileSaved):
                self.said.emit(LabError("Saved as {path}.", path=event.path))

    def _ask_figure(self, suffix: str) -> None:
        if self._sheet is not None:
            sheet = self._sheet()
            self._ask(f"{self._name}.{suffix}", lambda path: self.save(path, partial(FORMATS[suffix], sheet)))

    def _ask_numbers(self) -> None:
        if self._table is not None:
            text = self._table()
            self._ask(f"{self._name}.csv", lambda path: self.save(path, text.encode))

    def _ask_pairs(self) -> None:
        self._ask("pairs.csv", lambda path: self.pairs_wanted.emit(str(path)))

    def _ask(self, name: str, act: Callable[[Path], None]) -> None:
        suffix = Path(name).suffix
        dialog = QFileDialog(self._window, self.tr("Export"), self._settings.last_folder)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(f"*{suffix}")
        dialog.setDefaultSuffix(suffix.removeprefix("."))
        dialog.selectFile(name)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda path: act(Path(path)))
        dialog.open()

    def _action(self, text: str, act: Callable[[], None]) -> QAction:
        action = self.menu.addAction(text)
        action.triggered.connect(lambda _=False: act())
        return action
