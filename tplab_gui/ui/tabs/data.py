"""The Data tab: a thin frame around pages, one of which is shown. What they do is in `ui/widgets/*_page.py`."""

import time
from typing import Any

from PySide6.QtWidgets import QWidget

from tplab_gui.ui.widgets.data_page import DataPage
from tplab_gui.ui.widgets.explore_page import ExplorePage
from tplab_gui.ui.widgets.paged_tab import PagedTab
from tplab_gui.ui.widgets.tab import Tab, TabContext

EXPLORE, STATISTICS, SPLITS, RECORD = ("explore", "statistics", "splits", "record")


class DataTab(PagedTab):
    """The examples that everything is trained on: seen, heard, counted, parted."""

    key = "data"
    needs_torch = False

    def __init__(self, context: TabContext, parent: QWidget | None = None) -> None:
        self._shown: Any = None  # the set on the first page
        self._unseen: set[Tab] = set()  # pages that have not looked since the recordings changed
        super().__init__(context, parent)

    def title(self) -> str:
        """Return the name on the tab."""
        return self.tr("Data")

    def page_names(self) -> dict[str, str]:
        """Return the pages in their order."""
        return {
            EXPLORE: self.tr("Explore"),
            STATISTICS: self.tr("Statistics"),
            SPLITS: self.tr("Splits"),
            RECORD: self.tr("Record"),
        }

    def shut_down(self, timeout_ms: int = 1500) -> bool:
        """Stop every page, and the job that lists the examples."""
        self.explore.examples.shut_down(0)
        end_s = time.monotonic() + timeout_ms / 1000
        in_time = super().shut_down(timeout_ms)
        return self.explore.examples.shut_down(max(0, int(1000 * (end_s - time.monotonic())))) and in_time

    def build_page(self, name: str) -> DataPage:
        """Build a page; the first one tells the others which set it shows."""
        page = self._built(name)
        page.recordings_changed.connect(self._on_recordings_changed)
        if name != EXPLORE:
            self.explore.set_shown.connect(page.show_set)
            page.show_set(self._shown)
        return page

    def page_shown(self, page: Tab) -> None:
        """Have a page look again whose recordings have changed meanwhile."""
        if page in self._unseen and isinstance(page, DataPage):
            self._unseen.discard(page)
            page.look_again()

    def _built(self, name: str) -> DataPage:
        if name == EXPLORE:
            self.explore = ExplorePage(self.context)
            self.explore.set_shown.connect(self._on_set_shown)
            self.explore.examples.folder_named.connect(self.explore.open_folder)
            return self.explore
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

    def _on_set_shown(self, chosen: Any) -> None:
        self._shown = chosen

    def _on_clip_wanted(self, source: str, path: object) -> None:
        self.show_page(EXPLORE)
        self.explore.examples.open_clip(source, path)

    def _on_recordings_changed(self) -> None:
        self._unseen.update(self.pages.values())
