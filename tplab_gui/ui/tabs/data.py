"""The Data tab: a thin frame around pages, one of which is shown. What they do is in `ui/widgets/*_page.py`."""

import time

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from tplab_gui.ui import style
from tplab_gui.ui.widgets.data_page import DataPage
from tplab_gui.ui.widgets.explore_page import ExplorePage
from tplab_gui.ui.widgets.record_page import RecordPage
from tplab_gui.ui.widgets.segmented_bar import SegmentedBar
from tplab_gui.ui.widgets.splits_page import SplitsPage
from tplab_gui.ui.widgets.statistics_page import StatisticsPage
from tplab_gui.ui.widgets.tab import Tab, TabContext

# In the order of the bar; each is built with the tab and started when it is first shown.
_OTHER_PAGES: tuple[type[DataPage], ...] = (StatisticsPage, SplitsPage, RecordPage)


class DataTab(Tab):
    """The examples that everything is trained on: seen, heard, counted, parted."""

    key = "data"
    needs_torch = False

    def __init__(self, context: TabContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.explore = ExplorePage(context)
        self.pages: list[DataPage] = [self.explore, *(page(context) for page in _OTHER_PAGES)]
        self._started: set[DataPage] = set()
        self._unseen: set[DataPage] = set()  # pages that have not looked since the recordings changed
        self._is_active = False
        self.bar = SegmentedBar()
        self.stack = QStackedWidget()
        for page in self.pages:
            self.bar.add(page.title())
            self.stack.addWidget(page)
            page.notice.connect(self.notice)
            if isinstance(page, StatisticsPage):
                page.clip_wanted.connect(self._on_clip_wanted)
        for page in self.pages:
            page.recordings_changed.connect(self._on_recordings_changed)
        for page in self.pages[1:]:
            self.explore.set_shown.connect(page.show_set)
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
        self.bar.setVisible(len(self.pages) > 1)

    def title(self) -> str:
        """Return the name on the tab."""
        return self.tr("Data")

    def start(self) -> None:
        """Start the first page; the others start when they are shown."""
        self._start(self.explore)

    def set_active(self, is_active: bool) -> None:  # noqa: FBT001
        """Tell the page that is shown, and only that one."""
        self._is_active = is_active
        for page in self.pages:
            page.set_active(is_active and page is self.stack.currentWidget())

    def shut_down(self, timeout_ms: int = 1500) -> bool:
        """Stop every page, first all asked and then all waited for."""
        for page in self.pages:
            page.shut_down(0)
        self.explore.examples.shut_down(0)
        end_s = time.monotonic() + timeout_ms / 1000
        in_time = [page.shut_down(max(0, int(1000 * (end_s - time.monotonic())))) for page in self.pages]
        in_time.append(self.explore.examples.shut_down(max(0, int(1000 * (end_s - time.monotonic())))))
        return all(in_time)  # of a list: no page is left out because one before it was late

    def show_page(self, page: DataPage) -> None:
        """Bring a page to the front."""
        self.bar.choose(self.pages.index(page))

    def _on_clip_wanted(self, source: str, path: object) -> None:
        self.show_page(self.explore)
        self.explore.examples.open_clip(source, path)

    def _on_recordings_changed(self) -> None:
        self._unseen.update(self.pages)

    def _on_chosen(self, number: int) -> None:
        page = self.pages[number]
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
