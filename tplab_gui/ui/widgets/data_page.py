"""A page of the Data tab: it behaves as a tab does, and hears which set the first page shows."""

from typing import Any

from PySide6.QtCore import Signal

from tplab_gui.ui.widgets.tab import Tab


class DataPage(Tab):
    """One way of looking at the data. `start` is called once, when the page is first needed."""

    needs_torch = False

    set_shown = Signal(object)  # a data.catalogue.DataSetInfo; None for a folder that is no set of the list

    recordings_changed = Signal()  # the user recorded or deleted something

    def look_again(self) -> None:
        """Look which sets there are now: the user's recordings have changed. Called when the page is shown."""

    def show_set(self, chosen: Any) -> None:
        """Hear which set was chosen on the first page (a `DataSetInfo`), or None for a folder of the user's."""
