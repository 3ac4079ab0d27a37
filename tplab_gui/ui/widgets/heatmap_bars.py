"""The two rows of controls of the Heatmap tab: what is asked of the network, and how the answer is drawn."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QSlider,
    QToolButton,
    QWidget,
)

from tplab_gui.core.params import WatchParams
from tplab_gui.ui import style
from tplab_gui.ui.widgets.heatmap_choices import MethodChoice, ModelChoice
from tplab_gui.ui.widgets.sample_gallery import SampleMenu
from tplab_gui.ui.widgets.source_choice import SourceChoice
from tplab_gui.ui.widgets.speed_label import SpeedLabel
from tplab_gui.ui.widgets.target_search import TargetSearch

COLOUR_MAPS = ("inferno", "magma", "viridis", "jet")


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


def recolour(bar: QWidget) -> None:
    """Draw the icons of all buttons in `bar` again, in the text colour of the theme in use."""
    for button in bar.findChildren(QToolButton):
        name = button.property("icon_name")
        if name:
            button.setIcon(style.icon(name))


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
        self.retry = tool_button(
            "mdi6.refresh", self.tr("Retry"), self.tr("Look for cameras again and open the source again.")
        )
        self.retry.clicked.connect(self.retried)
        self.retry.hide()
        self.model, self.method = ModelChoice(params.model), MethodChoice(params.method)
        self.target = TargetSearch(params.target)
        self.target.setMinimumWidth(130)
        self.speed = SpeedLabel()
        self._lay_out()

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(style.SPACE_S)
        row.addWidget(self.source, 3)
        row.addWidget(self.samples)
        row.addWidget(self.retry)
        row.addSpacing(style.SPACE_S)
        for name, widget, share in (
            (self.tr("Network"), self.model, 2),
            (self.tr("Method"), self.method, 2),
        ):
            label = QLabel(name)
            style.set_role(label, "muted")
            label.setBuddy(widget)
            row.addWidget(label)
            row.addWidget(widget, share)
        row.addWidget(self.target, 2)
        row.addWidget(self.speed)

    def offer_retry(self, *, is_offered: bool) -> None:
        """Show or hide Retry; the button of the samples makes room for it."""
        self.retry.setVisible(is_offered)
        kind = Qt.ToolButtonStyle
        self.samples.setToolButtonStyle(
            kind.ToolButtonIconOnly if is_offered else kind.ToolButtonTextBesideIcon
        )


class DrawingBar(QWidget):
    """Opacity, colours, freeze, mirror, save and copy."""

    def __init__(self, params: WatchParams, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.opacity = QSlider(Qt.Orientation.Horizontal)
        self.opacity.setRange(0, 100)
        self.opacity.setPageStep(10)
        self.opacity.setValue(round(100 * params.opacity))
        self.opacity.setAccessibleName(self.tr("Opacity of the heat"))
        self.opacity.setToolTip(self.tr("How strongly the heat covers the picture in the overlay."))
        self.opacity_value = QLabel()
        self.opacity_value.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.opacity_value.setMinimumWidth(self.opacity_value.fontMetrics().horizontalAdvance("100 %"))
        self.opacity.valueChanged.connect(lambda value: self.opacity_value.setText(f"{value} %"))
        self.opacity_value.setText(f"{self.opacity.value()} %")
        self.colours = QComboBox()
        self.colours.addItems(list(COLOUR_MAPS))
        self.colours.setCurrentText(params.colour_map)
        self.colours.setAccessibleName(self.tr("Colours of the heat"))
        self.colours.setToolTip(
            self.tr(
                "Inferno, magma and viridis grow evenly brighter with heat; jet is the one of the report's figures."
            )
        )
        self.freeze = tool_button(
            "mdi6.pause",
            self.tr("Freeze"),
            self.tr("Hold this picture while you change the rest (F)."),
            is_checkable=True,
        )
        self.mirror = tool_button(
            "mdi6.flip-horizontal",
            self.tr("Mirror"),
            self.tr("Swap left and right, as in a mirror."),
            is_checkable=True,
        )
        self.save = tool_button(
            "mdi6.content-save-outline",
            self.tr("Save…"),
            self.tr("Save the three pictures side by side (Ctrl+E)."),
        )
        self.copy = tool_button(
            "mdi6.content-copy",
            self.tr("Copy"),
            self.tr("Copy the three pictures to the clipboard (Ctrl+C)."),
        )
        self.said = QLabel()
        style.set_role(self.said, "muted")
        self._lay_out()

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(style.SPACE_S)
        for row, (name, widget) in enumerate(
            ((self.tr("Opacity"), self.opacity), (self.tr("Colours"), self.colours))
        ):
            label = QLabel(name)
            style.set_role(label, "muted")
            label.setBuddy(widget)
            grid.addWidget(label, row, 0)
            grid.addWidget(widget, row, 1, 1, 2)
        grid.addWidget(self.opacity_value, 0, 3)
        buttons = QGridLayout()
        buttons.setSpacing(style.SPACE_S)
        for number, button in enumerate((self.freeze, self.mirror, self.save, self.copy)):
            button.setSizePolicy(button.sizePolicy().Policy.Expanding, button.sizePolicy().Policy.Fixed)
            buttons.addWidget(button, number // 2, number % 2)
        grid.addLayout(buttons, 2, 0, 1, 4)
        grid.addWidget(self.said, 3, 0, 1, 4)
        grid.setRowStretch(4, 1)
