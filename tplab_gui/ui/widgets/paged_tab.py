"""A tab of several pages, one of which is shown. A page is built and started when it is first needed."""

import time

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from tplab_gui.ui import style
from tplab_gui.ui.widgets.segmented_bar import SegmentedBar
from tplab_gui.ui.widgets.tab import Tab, TabContext


class PagedTab(Tab):
    """A thin frame: what the pages do is in their own modules.

    A page is a `Tab` itself. The first one is built with the tab, and the tab is ready when it is. A heir says
    which pages there are (`page_names`) and builds them (`build_page`).
    """

    def __init__(self, context: TabContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.pages: dict[str, Tab] = {}  # those that were built
        self._started: set[Tab] = set()
        self._is_started = self._is_active = False
        self.bar, self.stack = SegmentedBar(), QStackedWidget()
        self._names = tuple(self.page_names())
        for text in self.page_names().values():
            self.bar.add(text)
            self.stack.addWidget(QWidget())
        self.bar.setAccessibleName(self.tr("Pages of this tab"))
        self.bar.chosen.connect(self._on_chosen)
        column = QVBoxLayout(self)
        column.setContentsMargins(style.SPACE_M, style.SPACE_S, style.SPACE_M, style.SPACE_M)
        column.setSpacing(style.SPACE_S)
        column.addWidget(self.bar)
        column.addWidget(self.stack, 1)
        first = self._page(self._names[0])
        first.ready.connect(self.ready)
        # Only now that it has a parent: shown before, it would be a window of its own for an instant.
        self.bar.setVisible(len(self._names) > 1)

    def page_names(self) -> dict[str, str]:
        """Return the pages in their order: the key of each, and its name in the user's language."""
        raise NotImplementedError

    def build_page(self, name: str) -> Tab:
        """Build the page `name`; called once for each, when it is first needed."""
        raise NotImplementedError

    def start(self) -> None:
        """Start the page that is shown; the others start when they are shown."""
        self._is_started = True
        self._start(self.pages[self._names[0]])
        self._start(self._current())

    def set_active(self, is_active: bool) -> None:  # noqa: FBT001
        """Tell the page that is shown, and only that one."""
        self._is_active = is_active
        current = self._current()
        for page in self.pages.values():
            if page is not current:
                page.set_active(False)
        current.set_active(is_active)

    def is_busy(self) -> bool:
        """Return whether a page is."""
        return any(page.is_busy() for page in self.pages.values())

    def shut_down(self, timeout_ms: int = 1500) -> bool:
        """Stop every page, first all asked and then all waited for."""
        pages = list(self.pages.values())
        for page in pages:
            page.shut_down(0)
        end_s = time.monotonic() + timeout_ms / 1000
        in_time = [page.shut_down(max(0, int(1000 * (end_s - time.monotonic())))) for page in pages]
        return all(in_time)  # of a list: no page is left out because one before it was late

    def show_page(self, name: str) -> Tab:
        """Bring a page to the front and return it."""
        self.bar.choose(self._names.index(name))
        return self.pages[name]

    def page_shown(self, page: Tab) -> None:
        """Hear that a page came to the front, before it is told that it is active."""

    def _current(self) -> Tab:
        return self.pages[self._names[self.stack.currentIndex()]]

    def _page(self, name: str) -> Tab:
        if name not in self.pages:
            page = self.pages[name] = self.build_page(name)
            number = self._names.index(name)
            empty: QWidget = self.stack.widget(number)  # type: ignore[assignment]  # always there
            self.stack.insertWidget(number, page)
            if self.stack.currentWidget() is empty:
                self.stack.setCurrentWidget(page)
            self.stack.removeWidget(empty)
            empty.deleteLater()
            page.notice.connect(self.notice)
        return self.pages[name]

    def _on_chosen(self, number: int) -> None:
        page = self._page(self._names[number])
        self.stack.setCurrentWidget(page)
        if self._is_started or not page.needs_torch:
            self._start(page)
        self.page_shown(page)
        self.set_active(self._is_active)

    def _start(self, page: Tab) -> None:
        if page not in self._started:
            self._started.add(page)
            page.start()
