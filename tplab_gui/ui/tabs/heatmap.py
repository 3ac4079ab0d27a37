"""The Heatmap tab: a thin frame around pages, one of which is shown. What they do is in `ui/widgets/*_page.py`."""

from tplab_gui.ui.widgets.look_page import LookPage
from tplab_gui.ui.widgets.paged_tab import PagedTab
from tplab_gui.ui.widgets.tab import Tab

LOOK, COMPARE, SENSITIVITY = "look", "compare", "sensitivity"


class HeatmapTab(PagedTab):
    """Where a network looks: live, measured, compared."""

    key = "heatmap"
    look: LookPage

    def title(self) -> str:
        """Return the name on the tab."""
        return self.tr("Heatmap")

    def page_names(self) -> dict[str, str]:
        """Return the pages in their order."""
        return {LOOK: self.tr("Look"), COMPARE: self.tr("Compare"), SENSITIVITY: self.tr("Sensitivity")}

    def build_page(self, name: str) -> Tab:
        """Build the page `name`."""
        if name == COMPARE:
            from tplab_gui.ui.widgets.compare_page import ComparePage

            self.compare = ComparePage(self.context)
            self.compare.form.look.clicked.connect(self._take_from_look)
            self.look.question.finder.found.connect(self.compare.form.set_found)
            return self.compare
        if name == SENSITIVITY:
            from tplab_gui.ui.widgets.sensitivity_page import SensitivityPage

            return SensitivityPage(self.context, self.look.params.get, self.look.shown_picture)
        self.look = LookPage(self.context)
        return self.look

    def page_shown(self, page: Tab) -> None:
        """Look for what was trained meanwhile; compare on the first page's picture when nothing else was chosen."""
        self.look.question.finder.start()
        if page is self.pages.get(COMPARE) and self.compare.form.picture.pixels is None:
            self._take_from_look()

    def _take_from_look(self) -> None:
        seen = self.look.shown_picture()
        if seen is not None:
            self.compare.take(seen, self.look.params.get())
