"""The upper row of controls of the Heatmap tab: what is asked of the network. `drawing_bar` says how it is drawn."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from tplab_gui.core.params import WatchParams
from tplab_gui.ui import style
from tplab_gui.ui.widgets.heatmap_choices import MethodChoice, ModelChoice
from tplab_gui.ui.widgets.network_finder import NetworkFinder
from tplab_gui.ui.widgets.sample_gallery import SampleMenu
from tplab_gui.ui.widgets.source_choice import SourceChoice
from tplab_gui.ui.widgets.speed_label import SpeedLabel
from tplab_gui.ui.widgets.target_search import TargetSearch
from tplab_gui.ui.widgets.weights_button import WeightsButton


def tool_button(icon: str, text: str, tip: str, *, is_checkable: bool = False) -> QToolButton:
    """Return a button with icon and text; `text` is also its accessible name."""
    button = QToolButton()
    button.setProperty("icon_name", icon)
    button.setIcon(style.icon(icon))
    button.setText(text)
    button.setToolTip(tip)
    button.setAccessibleName(text)
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    button.setCheckable(is_checkable)
    return button


def recolour(*bars: QWidget) -> None:
    """Draw the icons of all controls in `bars` again, in the text colour of the theme in use."""
    for bar in bars:
        for button in bar.findChildren(QToolButton):
            name = button.property("icon_name")
            if name:
                button.setIcon(style.icon(name))
        for source in bar.findChildren(SourceChoice):
            source.recolour()
        for target in bar.findChildren(TargetSearch):
            target.recolour()


class QuestionBar(QWidget):
    """Source, network, method and target class."""

    retried = Signal()

    def __init__(self, params: WatchParams, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.source = SourceChoice()
        self.samples = tool_button(
            "mdi6.image-multiple-outline", self.tr("Samples"), self.tr("Pictures to try.")
        )
        self.sample_menu = SampleMenu(self.samples)
        self.samples.setMenu(self.sample_menu)
        self.samples.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.back = tool_button(
            "mdi6.chevron-left",
            self.tr("Previous picture"),
            self.tr("The picture before, of this folder (←)."),
        )
        self.forth = tool_button(
            "mdi6.chevron-right", self.tr("Next picture"), self.tr("The next picture of this folder (→).")
        )
        for button in (self.back, self.forth):
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
            button.hide()
        self.retry = tool_button(
            "mdi6.refresh", self.tr("Retry"), self.tr("Look for cameras again and open the source again.")
        )
        self.retry.clicked.connect(self.retried)
        self.retry.hide()
        self.model, self.method = ModelChoice(params.model), MethodChoice(params.method)
        self.target = TargetSearch(params.target)
        self.target.setMinimumWidth(130)
        self.weights, self.finder = WeightsButton(), NetworkFinder(self)
        self.finder.found.connect(self.model.set_found)
        self.weights.fetched.connect(self.retried)
        self.speed = SpeedLabel()
        self._lay_out()

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(style.SPACE_S)
        row.addWidget(self.source, 3)
        row.addWidget(self.back)
        row.addWidget(self.forth)
        row.addWidget(self.samples)
        row.addWidget(self.retry)
        row.addSpacing(style.SPACE_S)
        self._labels: list[QLabel] = []
        for name, widget, share in (
            (self.tr("Network"), self.model, 2),
            (self.tr("Method"), self.method, 2),
        ):
            label = QLabel(name)
            style.set_role(label, "muted")
            label.setBuddy(widget)
            self._labels.append(label)
            row.addWidget(label)
            row.addWidget(widget, share)
        row.addWidget(self.weights)
        row.addWidget(self.target, 2)
        row.addWidget(self.speed)

    def shut_down(self, timeout_ms: int) -> bool:
        """Stop what looks for networks or fetches one; return whether it stopped in time."""
        is_over = self.finder.shut_down(timeout_ms)
        return self.weights.shut_down(timeout_ms) and is_over

    def offer_retry(self, *, is_offered: bool) -> None:
        """Show or hide Retry; the button of the samples makes room for it."""
        self.retry.setVisible(is_offered)
        self._make_room()

    def offer_steps(self, *, is_offered: bool) -> None:
        """Show or hide the arrows of a folder."""
        self.back.setVisible(is_offered)
        self.forth.setVisible(is_offered)
        self._make_room()

    def _make_room(self) -> None:
        """Shorten what can be shortened while more than usual has to fit."""
        further = sum(not each.isHidden() for each in (self.retry, self.back, self.weights))
        kind = Qt.ToolButtonStyle
        self.samples.setToolButtonStyle(kind.ToolButtonIconOnly if further else kind.ToolButtonTextBesideIcon)
        self.retry.setToolButtonStyle(
            kind.ToolButtonIconOnly if further > 1 else kind.ToolButtonTextBesideIcon
        )
        for label in self._labels:
            label.setVisible(further < 2)
