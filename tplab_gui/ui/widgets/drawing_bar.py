"""How the answer is drawn: opacity, colours, scale; and what is done with the pictures: hold, save, copy, record."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QMenu,
    QSlider,
    QToolButton,
    QWidget,
)

from tplab_gui.core.events.heatmap import MapLayer
from tplab_gui.core.params import WatchParams, choices_of
from tplab_gui.ui import style
from tplab_gui.ui.widgets.heatmap_bars import tool_button

COLOUR_MAPS = ("inferno", "magma", "viridis", "jet")


class DrawingBar(QWidget):
    """The controls of the lower right card; what is changed rarely is in a menu."""

    asked = Signal(str, object)  # a field of WatchParams and its new value

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
        self._make_scale(params)
        self._make_buttons()
        self._make_menu(params)
        self.said = QLabel()
        style.set_role(self.said, "muted")
        self.opacity.valueChanged.connect(lambda value: self.asked.emit("opacity", value / 100))
        self.colours.currentTextChanged.connect(lambda name: self.asked.emit("colour_map", name))
        self.scale.currentIndexChanged.connect(lambda: self.asked.emit("scale", self.scale.currentData()))
        self._lay_out()

    def set_layers(self, layers: tuple[MapLayer, ...], chosen: str) -> None:
        """Offer the layers of the network that is loaded."""
        self.layers.clear()
        group = QActionGroup(self.layers)
        self._add_choice(group, self.tr("Last map (usual)"), "layer", "", chosen)
        for each in layers:
            size = f"{each.name} · {each.width} x {each.height} · {each.channels}"
            self._add_choice(group, size, "layer", each.name, chosen)
        self.layers.addActions(group.actions())

    def _make_scale(self, params: WatchParams) -> None:
        self.scale = QComboBox()
        self.scale.setAccessibleName(self.tr("Scale of the heat"))
        self.scale.addItem(self.tr("stretched"), "stretched")
        self.scale.addItem(self.tr("absolute"), "absolute")
        self.scale.setCurrentIndex(self.scale.findData(params.scale))
        self.scale.setToolTip(
            self.tr(
                "Stretched: the hottest cell of every picture gets the brightest colour, even where the network finds "
                "nothing, as the zebra of the report at 0.00 % shows. Absolute: brightness is evidence, the same for "
                "every picture; the zebra stays dark."
            )
        )
        self.why = tool_button(
            "mdi6.help-circle-outline",
            self.tr("What is the difference?"),
            self.tr("Explains the two scales with the picture that is shown."),
        )
        self.why.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)

    def _make_buttons(self) -> None:
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
        self.more = tool_button(
            "mdi6.tune", self.tr("More"), self.tr("Curve, smoothing, layer, preparation, camera.")
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
        self.record = tool_button(
            "mdi6.record-circle-outline",
            self.tr("Record…"),
            self.tr("Write the live view into a video file; press again to end (Ctrl+R)."),
            is_checkable=True,
        )
        for button in (self.more, self.save, self.copy, self.record):
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)

    def _make_menu(self, params: WatchParams) -> None:
        menu = QMenu(self.more)
        menu.setToolTipsVisible(True)
        for title, field, entries in self._choices():
            menu.addSection(title)
            group = QActionGroup(menu)
            for key, text, tip in entries:
                action = self._add_choice(group, text, field, key, getattr(params, field))
                action.setToolTip(tip)
            menu.addActions(group.actions())
        menu.addSeparator()
        self.layers = menu.addMenu(self.tr("Layer whose map is shown"))
        self.layers.setToolTipsVisible(True)
        self.layers.menuAction().setToolTip(
            self.tr(
                "The last map knows most about classes and least about places; earlier ones are finer and blinder. "
                "A name stands before columns x rows and the number of channels."
            )
        )
        self.set_layers((), params.layer)
        self.more.setMenu(menu)
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)

    def _add_choice(
        self, group: QActionGroup, text: str, field: str, value: object, chosen: object
    ) -> QAction:
        action = QAction(text, group)
        action.setCheckable(True)
        action.setChecked(value == chosen)
        action.triggered.connect(lambda: self.asked.emit(field, value))
        return action

    def _choices(self) -> tuple[tuple[str, str, tuple[tuple[str | bool, str, str], ...]], ...]:
        return (
            (
                self.tr("Curve"),
                "curve",
                (
                    ("linear", self.tr("linear"), self.tr("Twice the heat is twice as bright.")),
                    (
                        "squared",
                        self.tr("squared"),
                        self.tr("As the report's tool drew: faint heat disappears."),
                    ),
                ),
            ),
            (
                self.tr("Smoothing"),
                "smoothing",
                (
                    ("linear", self.tr("linear"), self.tr("Straight from cell to cell.")),
                    ("cubic", self.tr("cubic"), self.tr("Rounder; it invents nothing but looks finer.")),
                    ("cells", self.tr("none: the cells"), self.tr("What the network really says.")),
                ),
            ),
            (
                self.tr("Preparation of the picture"),
                "squash",
                (
                    (
                        False,
                        self.tr("as the network was trained"),
                        self.tr("Its own size; the shape is kept."),
                    ),
                    (
                        True,
                        self.tr("pressed into a square"),
                        self.tr("As the report's tool did: the whole picture, its shape lost."),
                    ),
                ),
            ),
            (
                self.tr("Size of the camera's pictures"),
                "camera_size",
                (
                    ("", self.tr("its own"), self.tr("What the camera gives by itself.")),
                    *(
                        (size, size.replace("x", " x "), self.tr("The nearest size that the camera has."))
                        for size in choices_of(WatchParams, "camera_size")
                        if size
                    ),
                ),
            ),
        )

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(style.SPACE_S)
        grid.setVerticalSpacing(style.SPACE_XS)
        rows = (
            (self.tr("Opacity"), self.opacity, self.opacity_value),
            (self.tr("Colours"), self.colours, None),
            (self.tr("Scale"), self.scale, self.why),
        )
        for row, (name, widget, beside) in enumerate(rows):
            label = QLabel(name)
            style.set_role(label, "muted")
            label.setBuddy(widget)
            grid.addWidget(label, row, 0)
            grid.addWidget(widget, row, 1)
            if beside is not None:
                grid.addWidget(beside, row, 2)
        grid.setColumnStretch(1, 1)
        first, second = QHBoxLayout(), QHBoxLayout()
        for line, buttons in (
            (first, (self.freeze, self.mirror)),
            (second, (self.more, self.save, self.copy, self.record)),
        ):
            line.setSpacing(style.SPACE_S)
            for button in buttons:
                button.setSizePolicy(button.sizePolicy().Policy.Expanding, button.sizePolicy().Policy.Fixed)
                line.addWidget(button)
        grid.addLayout(first, 3, 0, 1, 3)
        grid.addLayout(second, 4, 0, 1, 3)
        grid.addWidget(self.said, 5, 0, 1, 3)
        grid.setRowStretch(6, 1)
