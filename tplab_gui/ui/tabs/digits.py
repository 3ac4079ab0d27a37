"""The Digits tab: a thin frame around pages, one of which is shown. What they do is in `ui/widgets/*_page.py`."""

from tplab_gui.ui.widgets.draw_page import DrawPage
from tplab_gui.ui.widgets.moment_store import MomentStore
from tplab_gui.ui.widgets.moments_page import MomentsPage
from tplab_gui.ui.widgets.paged_tab import PagedTab
from tplab_gui.ui.widgets.tab import Tab

DRAW, MOMENTS, STUDY = "draw", "moments", "study"


class DigitsTab(PagedTab):
    """Digits that are drawn and said: live, kept, studied."""

    key = "digits"
    store: MomentStore

    def title(self) -> str:
        """Return the name on the tab."""
        return self.tr("Digits")

    def page_names(self) -> dict[str, str]:
        """Return the pages in their order."""
        return {DRAW: self.tr("Draw and say"), MOMENTS: self.tr("Moments"), STUDY: self.tr("Study")}

    def build_page(self, name: str) -> Tab:
        """Build the page `name`."""
        if name == MOMENTS:
            self.moments = MomentsPage(self.context, self.store)
            return self.moments
        if name == STUDY:
            from tplab_gui.ui.widgets.study_page import StudyPage  # as late as this: plots cost start-up time

            self.study = StudyPage(self.context)
            return self.study
        # Shared by the pages; the first one is built before the constructor of the frame returns.
        self.store = MomentStore(self)
        self.store.notice.connect(self.notice)
        self.store.failed.connect(self.report_failure)
        self.draw = DrawPage(self.context, self.store)
        self.draw.moment_chosen.connect(self._on_moment_chosen)
        return self.draw

    def shut_down(self, timeout_ms: int = 1500) -> bool:
        """Stop the pages, then what keeps their moments."""
        in_time = super().shut_down(timeout_ms)
        return self.store.shut_down(timeout_ms) and in_time

    def _on_moment_chosen(self, moment: str) -> None:
        self.show_page(MOMENTS)
        self.moments.choose(moment)
