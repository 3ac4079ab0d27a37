"""The window: a header, four tabs, a place for news.

It paints before anything heavy is loaded: the plotting library and the tabs come right after the first paint, torch
after that in a worker thread, and every tab says what it is waiting for meanwhile.
"""

import time
from collections.abc import Iterator

from PySide6.QtCore import QByteArray, QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QPaintEvent, QShortcut
from PySide6.QtWidgets import QLabel, QMainWindow, QTabWidget, QVBoxLayout, QWidget

from tplab_gui import jobs
from tplab_gui.core.errors import LabError
from tplab_gui.core.events.common import Ready, Waiting
from tplab_gui.runtime.poller import Poller
from tplab_gui.runtime.runner import Runner
from tplab_gui.ui import style
from tplab_gui.ui.header import Header
from tplab_gui.ui.widgets.notice_bar import NoticeBar
from tplab_gui.ui.widgets.tab import Tab, TabContext

TAB_KEYS = ("training", "digits", "heatmap", "data")
_CLOSE_MS = 1500
_BREATH_MS = 5  # between two tabs, so that what the user does meanwhile is not kept waiting for all four
_SMALLEST = (960, 600)


def load_widgets() -> Iterator[object]:
    """Import what the tabs are made of; a job, so that the window stays alive meanwhile."""
    import pyqtgraph as pg

    pg.setConfigOptions(antialias=True)
    yield Waiting("widgets")
    from tplab_gui.ui.tabs import data, digits, heatmap, training  # noqa: F401  imported for the next step

    yield Ready()


class MainWindow(QMainWindow):
    """The lab's window. `first_paint`, `interactive` and `all_ready` are emitted once each, in this order."""

    first_paint = Signal()
    interactive = Signal()
    all_ready = Signal()

    def __init__(self, context: TabContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.tabs: dict[str, Tab] = {}
        self.is_left_running = False  # a job did not stop in time when the window closed
        self._columns: dict[str, QVBoxLayout] = {}
        self._placeholders: dict[str, QLabel] = {}
        self._waiting_for = set(TAB_KEYS)
        self._has_painted = False
        self._is_closed = False
        self.setWindowTitle("TP Lab")
        self.setMinimumSize(*_SMALLEST)
        self.resize(1280, 800)
        self.restoreGeometry(QByteArray.fromBase64(context.settings.window.encode("ascii", "ignore")))
        self.notices = NoticeBar()
        self.pages = QTabWidget()
        self.pages.setDocumentMode(True)
        self.pages.tabBar().setDrawBase(False)
        self.pages.setAccessibleName(self.tr("Subjects of the lab"))
        self.header = Header(context.settings)
        self.pages.setCornerWidget(self.header, Qt.Corner.TopRightCorner)
        for key, name in zip(TAB_KEYS, self._names(), strict=True):
            page = QWidget()
            page.setObjectName(f"page-{key}")
            column = QVBoxLayout(page)
            column.setContentsMargins(0, 0, 0, 0)
            self._columns[key] = column
            placeholder = QLabel(self.tr("Loading…"))
            placeholder.setAlignment(Qt.AlignmentFlag.AlignCenter)
            style.set_role(placeholder, "muted")
            column.addWidget(placeholder)
            self._placeholders[key] = placeholder
            self.pages.addTab(page, name)
        self.pages.setCurrentIndex(TAB_KEYS.index(context.settings.tab))
        self.pages.currentChanged.connect(self._on_page_changed)
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.notices)
        column.addWidget(self.pages, 1)
        self.setCentralWidget(whole)
        for number in range(len(TAB_KEYS)):
            shortcut = QShortcut(QKeySequence(f"Ctrl+{number + 1}"), self)
            shortcut.activated.connect(lambda chosen=number: self.pages.setCurrentIndex(chosen))
        self._runner = Runner(self)
        self._runner.failed.connect(self._on_load_failed)
        self._poller = Poller(self._runner.mailbox, self._on_load_events, self)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint, and after the first time load the rest."""
        super().paintEvent(event)
        if not self._has_painted:
            self._has_painted = True
            QTimer.singleShot(0, self._on_first_paint)

    def show_notice(self, source: str, error: LabError | None, kind: str = "warning") -> None:
        """Show a notice in the name of `source`, or take it away with None."""
        self.notices.show_notice(source, error, kind)

    def show_tab(self, key: str) -> None:
        """Bring the tab `key` to the front."""
        self.pages.setCurrentIndex(TAB_KEYS.index(key))

    def is_busy(self) -> bool:
        """Return whether a tab does work that would be lost if the window were closed now."""
        return any(tab.is_busy() for tab in self.tabs.values())

    def waiting_for(self) -> list[str]:
        """Return the keys of the tabs that are not ready yet."""
        return sorted(self._waiting_for)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stop every job, first all asked and then all waited for, within two seconds."""
        self._is_closed = True
        self._poller.stop()
        stoppable: list[Tab | Header] = [*self.tabs.values(), self.header]
        self._runner.request_stop()
        for each in stoppable:
            each.shut_down(0)
        deadline = time.monotonic() + _CLOSE_MS / 1000
        for each in stoppable:
            left_ms = max(1, int(1000 * (deadline - time.monotonic())))
            self.is_left_running |= not each.shut_down(left_ms)
        self.is_left_running |= not self._runner.stop(max(1, int(1000 * (deadline - time.monotonic()))))
        self.context.settings.tab = TAB_KEYS[self.pages.currentIndex()]
        self.context.settings.window = bytes(self.saveGeometry().toBase64().data()).decode("ascii")
        super().closeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Hold camera and microphone while the window is minimised."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.WindowStateChange:
            self._on_page_changed()

    def _names(self) -> tuple[str, ...]:
        return (self.tr("Training"), self.tr("Digits"), self.tr("Heatmap"), self.tr("Data"))

    def _on_first_paint(self) -> None:
        self.first_paint.emit()
        self._poller.start()
        self._runner.finished.connect(self._on_widgets_loaded, Qt.ConnectionType.SingleShotConnection)
        self._runner.start(load_widgets)

    def _on_widgets_loaded(self) -> None:
        """Build one tab per turn of the event loop, the visible one first."""
        if self._is_closed:
            return
        self.header.build()
        current = TAB_KEYS[self.pages.currentIndex()]
        self._build([current, *(key for key in TAB_KEYS if key != current)])

    def _build(self, keys: list[str]) -> None:
        if self._is_closed:
            return
        if not keys:
            self.interactive.emit()
            self._runner.start(jobs.load_torch)
            return
        self._put(keys[0], _tab_class(keys[0])(self.context))
        QTimer.singleShot(_BREATH_MS, lambda: self._build(keys[1:]))

    def _put(self, key: str, tab: Tab) -> None:
        self.tabs[key] = tab
        tab.notice.connect(lambda error, kind: self.show_notice(key, error, kind))
        tab.ready.connect(lambda: self._on_tab_ready(key))
        self._placeholders.pop(key).deleteLater()
        self._columns[key].addWidget(tab)
        if not tab.needs_torch:
            tab.start()

    def _on_load_events(self, events: list[object]) -> None:
        for event in events:
            match event:
                case Waiting(what="torch"):
                    self.header.set_state(self.tr("Loading torch…"))
                case Ready(detail=detail) if detail:
                    self.header.set_state(detail)
                    for tab in self.tabs.values():
                        if tab.needs_torch:
                            tab.start()
                    self._on_page_changed()

    def _on_load_failed(self, error: Exception) -> None:
        notice = LabError(
            "Part of the lab could not be loaded ({reason}).",
            hint="Delete the folder .venv and run `python3 start.py` again.",
            reason=error,
        )
        self.header.set_state(self.tr("Not loaded"))
        self.show_notice("load", notice, "error")

    def _on_tab_ready(self, key: str) -> None:
        if key in self._waiting_for:
            self._waiting_for.discard(key)
            if not self._waiting_for:
                self.all_ready.emit()
                if not self._is_closed and not self._runner.is_running:
                    self._runner.start(jobs.warm_optimiser)

    def _on_page_changed(self) -> None:
        is_shown = not self.isMinimized()
        for key, tab in self.tabs.items():
            tab.set_active(is_shown and TAB_KEYS.index(key) == self.pages.currentIndex())


def _tab_class(key: str) -> type[Tab]:
    from tplab_gui.ui.tabs.data import DataTab
    from tplab_gui.ui.tabs.digits import DigitsTab
    from tplab_gui.ui.tabs.heatmap import HeatmapTab
    from tplab_gui.ui.tabs.training import TrainingTab

    return {"training": TrainingTab, "digits": DigitsTab, "heatmap": HeatmapTab, "data": DataTab}[key]
