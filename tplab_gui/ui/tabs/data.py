"""The Data tab: a thin frame around pages, one of which is shown. What they do is in `ui/widgets/*_page.py`."""

import time
from typing import Any

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from tplab_gui.ui import style
from tplab_gui.ui.widgets.data_page import DataPage
from tplab_gui.ui.widgets.explore_page import ExplorePage
from tplab_gui.ui.widgets.segmented_bar import SegmentedBar
from tplab_gui.ui.widgets.tab import Tab, TabContext

EXPLORE, STATISTICS, SPLITS, RECORD = PAGES = ("explore", "statistics", "splits", "record")


class DataTab(Tab):
    """The examples that everything is trained on: seen, heard, counted, parted."""

    key = "data"
    needs_torch = False

    def __init__(self, context: TabContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.explore = ExplorePage(context)
        self.pages: dict[int, DataPage] = {0: self.explore}  # those that were built, by their place
        self._shown: Any = None  # the set on the first page
        self._started: set[DataPage] = set()
        self._unseen: set[DataPage] = set()  # pages that have not looked since the recordings changed
        self._is_active = False
        self.bar = SegmentedBar()
        self.stack = QStackedWidget()
        names = (self.tr("Explore"), self.tr("Statistics"), self.tr("Splits"), self.tr("Record"))
        self._empty = [QWidget() for _ in PAGES]
        for name, empty in zip(names, self._empty, strict=True):
            self.bar.add(name)
            self.stack.addWidget(empty)
        self._put(0, self.explore)
        self.explore.set_shown.connect(self._on_set_shown)
        self.explore.examples.folder_named.connect(self.explore.open_folder)
        self.explore.ready.connect(self.ready)
        self.bar.chosen.connect(self._on_chosen)
        self.bar.setAccessibleName(self.tr("Pages of the data"))
        column = QVBoxLayout(self)
        column.setContentsMargins(style.SPACE_M, style.SPACE_S, style.SPACE_M, style.SPACE_M)
        column.setSpacing(style.SPACE_S)
        column.addWidget(self.bar)
        column.addWidget(self.stack, 1)
        # Only now that it has a parent: shown before, it would be a window of its own for an instant.
        self.bar.show()

    def title(self) -> str:
        """Return the name on the tab."""
        return self.tr("Data")

    def start(self) -> None:
        """Start the first page; the others start when they are shown."""
        self._start(self.explore)

    def set_active(self, is_active: bool) -> None:  # noqa: FBT001
        """Tell the page that is shown, and only that one."""
        self._is_active = is_active
        for page in self.pages.values():
            page.set_active(is_active and page is self.stack.currentWidget())

    def shut_down(self, timeout_ms: int = 1500) -> bool:
        """Stop every page, first all asked and then all waited for."""
        pages = list(self.pages.values())
        for page in pages:
            page.shut_down(0)
        self.explore.examples.shut_down(0)
        end_s = time.monotonic() + timeout_ms / 1000
        in_time = [page.shut_down(max(0, int(1000 * (end_s - time.monotonic())))) for page in pages]
        in_time.append(self.explore.examples.shut_down(max(0, int(1000 * (end_s - time.monotonic())))))
        return all(in_time)  # of a list: no page is left out because one before it was late

    def show_page(self, name: str) -> DataPage:
        """Bring a page to the front and return it."""
        number = PAGES.index(name)
        self.bar.choose(number)
        return self.pages[number]

    def _page(self, number: int) -> DataPage:
        """Return a page; it is built when it is asked for the first time."""
        if number not in self.pages:
            self._put(number, self._built(PAGES[number]))
            self.explore.set_shown.connect(self.pages[number].show_set)
            self.pages[number].show_set(self._shown)
        return self.pages[number]

    def _built(self, name: str) -> DataPage:
        if name == STATISTICS:
            from tplab_gui.ui.widgets.statistics_page import StatisticsPage

            page = StatisticsPage(self.context)
            page.clip_wanted.connect(self._on_clip_wanted)
            return page
        if name == SPLITS:
            from tplab_gui.ui.widgets.splits_page import SplitsPage

            return SplitsPage(self.context)
        from tplab_gui.ui.widgets.record_page import RecordPage

        return RecordPage(self.context)

    def _put(self, number: int, page: DataPage) -> None:
        """Put a page where an empty one kept its place."""
        self.pages[number] = page
        empty = self._empty[number]
        is_shown = self.stack.currentWidget() is empty
        self.stack.insertWidget(number, page)
        if is_shown:
            self.stack.setCurrentWidget(page)
        self.stack.removeWidget(empty)
        empty.deleteLater()
        page.notice.connect(self.notice)
        page.recordings_changed.connect(self._on_recordings_changed)

    def _on_set_shown(self, chosen: Any) -> None:
        self._shown = chosen

    def _on_clip_wanted(self, source: str, path: object) -> None:
        self.show_page(EXPLORE)
        self.explore.examples.open_clip(source, path)

    def _on_recordings_changed(self) -> None:
        self._unseen.update(self.pages.values())

    def _on_chosen(self, number: int) -> None:
        page = self._page(number)
        self.stack.setCurrentWidget(page)
        self._start(page)
        if page in self._unseen:
            self._unseen.discard(page)
            page.look_again()
        self.set_active(self._is_active)

    def _start(self, page: DataPage) -> None:
        if page not in self._started:
            self._started.add(page)
            page.start()
