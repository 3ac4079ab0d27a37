"""Which kept runs are shown: those that answer the same question, named by data, seeds and day."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QWidget

from tplab_gui.core.events.fusion_study import FusionGroup
from tplab_gui.ui.widgets.fusion_looks import group_name


class GroupChoice(QComboBox):
    """The groups of runs under the folder of runs, newest first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._groups: tuple[FusionGroup, ...] = ()
        self.setAccessibleName(self.tr("Kept runs"))
        self.setToolTip(
            self.tr(
                "The runs that are shown: same data and settings, one network for each strategy and seed. Runs of "
                "the Training tab's queue are among them."
            )
        )
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(12)
        self.show_groups(())

    @property
    def key(self) -> str:
        """Return the name of the group that is chosen, '' without one."""
        return str(self.currentData() or "")

    def keys(self) -> set[str]:
        """Return the names of all groups that are offered."""
        return {each.key for each in self._groups}

    def group(self) -> FusionGroup | None:
        """Return the group that is chosen."""
        return next((each for each in self._groups if each.key == self.key), None)

    def show_groups(self, groups: tuple[FusionGroup, ...], key: str = "") -> None:
        """Offer groups and choose `key`, or without it the newest that is complete, else the newest."""
        self._groups = groups
        self.clear()
        for each in groups:
            self.addItem(group_name(each), each.key)
            self.setItemData(self.count() - 1, group_name(each), Qt.ItemDataRole.ToolTipRole)
        place = self.findData(key)
        if place < 0:
            place = next((n for n, each in enumerate(groups) if each.seeds), 0)
        self.setCurrentIndex(place if groups else -1)
        self.setEnabled(bool(groups))
        if not groups:
            self.setPlaceholderText(self.tr("no kept runs yet"))
