"""What is compared: the picture with the student's box, one network or two, the class, the methods."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QMenu,
    QProgressBar,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from tplab_gui.core.events.heatmap import NetworksFound
from tplab_gui.core.methods import METHODS
from tplab_gui.core.params import WatchParams
from tplab_gui.ui import style
from tplab_gui.ui.widgets.box_view import BoxView
from tplab_gui.ui.widgets.heatmap_bars import tool_button
from tplab_gui.ui.widgets.heatmap_choices import ModelChoice, method_tip
from tplab_gui.ui.widgets.sample_gallery import SampleMenu
from tplab_gui.ui.widgets.target_search import TargetSearch

_AT_FIRST = (
    "gradcam++",
    "gradcam",
    "cam",
    "hirescam",
    "layercam",
    "eigencam",
    "finercam",
    "scorecam",
    "ablationcam",
)
_WIDTH_PX = 250


class CompareForm(QWidget):
    """The left column of the Compare page."""

    started = Signal()
    stopped = Signal()

    def __init__(self, params: WatchParams, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedWidth(_WIDTH_PX)
        self.picture = BoxView()
        self.picture.setAccessibleName(self.tr("Picture to compare on"))
        self.look = tool_button(
            "mdi6.eye-outline", self.tr("From “Look”"), self.tr("Take the picture of the page Look.")
        )
        self.samples = tool_button(
            "mdi6.image-multiple-outline", self.tr("Samples"), self.tr("Pictures to try.")
        )
        self.sample_menu = SampleMenu(self.samples)
        self.samples.setMenu(self.sample_menu)
        self.samples.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.open = tool_button("mdi6.folder-image", self.tr("Open…"), self.tr("Open a picture (Ctrl+O)."))
        self.model, self.second = ModelChoice(params.model), QComboBox()
        self.second.setAccessibleName(self.tr("Second network"))
        self.second.setToolTip(self.tr("A second network beside the first, map by map."))
        self.target = TargetSearch(params.target)
        self.target.plus.setVisible(False)
        self.methods = tool_button("mdi6.format-list-checks", "", self.tr("Which methods are compared."))
        self.methods.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.actions_of: dict[str, QAction] = {}
        self._fill_methods()
        self.measure = QCheckBox(self.tr("Measure the quality"))
        self.measure.setToolTip(
            self.tr("Asks the network again with parts of the picture hidden: a second or more for each map.")
        )
        self.keep = QCheckBox(self.tr("Keep as “before”"))
        self.keep.setToolTip(
            self.tr(
                "The maps of now stay on the left while you change something; the new ones come beside them."
            )
        )
        self.keep.setEnabled(False)
        self.start, self.stop = QPushButton(self.tr("Compare")), QPushButton(self.tr("Stop"))
        style.set_role(self.start, "primary")
        self.start.setToolTip(self.tr("Compute every map (Ctrl+Return)."))
        self.start.clicked.connect(self.started)
        self.stop.clicked.connect(self.stopped)
        self.stop.setToolTip(self.tr("End it; the maps that are there stay (Esc)."))
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setFixedHeight(6)
        self.progress.setAccessibleName(self.tr("Progress"))
        self.said = QLabel()
        self.said.setWordWrap(True)
        style.set_role(self.said, "muted")
        self.fill_second()
        self.show_running(is_running=False)
        self._lay_out()

    def chosen_methods(self) -> tuple[str, ...]:
        """Return the keys of the methods to compare."""
        return tuple(key for key, action in self.actions_of.items() if action.isChecked())

    def chosen_models(self) -> tuple[str, ...]:
        """Return the one or two networks."""
        second = self.second.currentData()
        return (self.model.currentData(), second) if second else (self.model.currentData(),)

    def set_found(self, found: NetworksFound) -> None:
        """Offer these networks too."""
        self.model.set_found(found)
        self.fill_second()

    def fill_second(self) -> None:
        """Offer the networks of the first list as a second one."""
        chosen = self.second.currentData()
        self.second.blockSignals(True)
        self.second.clear()
        self.second.addItem(self.tr("no second network"), "")
        for row in range(self.model.count()):
            self.second.addItem(self.model.itemText(row), self.model.itemData(row))
        self.second.setCurrentIndex(max(0, self.second.findData(chosen)))
        self.second.blockSignals(False)

    def show_running(self, *, is_running: bool) -> None:
        """Show Stop and the progress while something is computed."""
        self.start.setVisible(not is_running)
        self.stop.setVisible(is_running)
        self.progress.setVisible(is_running)

    def _fill_methods(self) -> None:
        menu = QMenu(self.methods)
        menu.setToolTipsVisible(True)
        for each in METHODS:
            action = menu.addAction(each.title)
            action.setCheckable(True)
            action.setChecked(each.key in _AT_FIRST)
            action.setToolTip(method_tip(each))
            action.toggled.connect(self._count_methods)
            self.actions_of[each.key] = action
        self.methods.setMenu(menu)
        self._count_methods()

    def _count_methods(self) -> None:
        text = self.tr("{count} methods").format(count=len(self.chosen_methods()))
        self.methods.setText(text)
        self.methods.setAccessibleName(text)

    def _lay_out(self) -> None:
        sources = QHBoxLayout()
        sources.setSpacing(style.SPACE_XS)
        for button in (self.look, self.samples, self.open):
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
            button.setSizePolicy(button.sizePolicy().Policy.Expanding, button.sizePolicy().Policy.Fixed)
            sources.addWidget(button)
        self.look.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        form = QGridLayout()
        form.setHorizontalSpacing(style.SPACE_S)
        form.setVerticalSpacing(style.SPACE_XS)
        rows = (
            (self.tr("Network"), self.model),
            (self.tr("beside"), self.second),
            (self.tr("Class"), self.target),
            (self.tr("Methods"), self.methods),
        )
        for row, (name, widget) in enumerate(rows):
            label = QLabel(name)
            style.set_role(label, "muted")
            label.setBuddy(widget)
            form.addWidget(label, row, 0)
            form.addWidget(widget, row, 1)
        self.methods.setSizePolicy(
            self.methods.sizePolicy().Policy.Expanding, self.methods.sizePolicy().Policy.Fixed
        )
        form.setColumnStretch(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style.SPACE_S)
        column.addWidget(self.picture, 1)
        column.addLayout(sources)
        column.addLayout(form)
        for widget in (self.measure, self.keep, self.start, self.stop, self.progress, self.said):
            column.addWidget(widget)
