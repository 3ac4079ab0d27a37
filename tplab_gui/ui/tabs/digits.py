"""The Digits tab: a thin frame around pages, one of which is shown. What they do is in `ui/widgets/*_page.py`."""

from tplab_gui.ui.widgets.draw_page import DrawPage
from tplab_gui.ui.widgets.paged_tab import PagedTab
from tplab_gui.ui.widgets.tab import Tab

DRAW = "draw"


class DigitsTab(PagedTab):
    """Digits that are drawn and said: live, kept, studied."""

    key = "digits"

    def title(self) -> str:
        """Return the name on the tab."""
        return self.tr("Digits")

    def page_names(self) -> dict[str, str]:
        """Return the pages in their order."""
        return {DRAW: self.tr("Draw and say")}

    def build_page(self, name: str) -> Tab:
        """Build the page `name`."""
        del name
        self.draw = DrawPage(self.context)
        return self.draw
