"""The Heatmap tab: a thin frame around pages, one of which is shown. What they do is in `ui/widgets/*_page.py`."""

from tplab_gui.ui.widgets.look_page import LookPage
from tplab_gui.ui.widgets.paged_tab import PagedTab
from tplab_gui.ui.widgets.tab import Tab

LOOK = "look"


class HeatmapTab(PagedTab):
    """Where a network looks: live, measured, compared."""

    key = "heatmap"

    def title(self) -> str:
        """Return the name on the tab."""
        return self.tr("Heatmap")

    def page_names(self) -> dict[str, str]:
        """Return the pages in their order."""
        return {LOOK: self.tr("Look")}

    def build_page(self, name: str) -> Tab:
        """Build the page `name`."""
        del name
        self.look = LookPage(self.context)
        return self.look
