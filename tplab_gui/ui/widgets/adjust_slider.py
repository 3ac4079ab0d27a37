"""One transform under the hand: a slider, a field for the exact value, and a button that takes it back."""

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QDoubleSpinBox, QGridLayout, QLabel, QSizePolicy, QSlider, QToolButton, QWidget

from tplab_gui.core.adjustments import Transform
from tplab_gui.ui import style
from tplab_gui.ui.widgets.adjust_names import transform_texts, unit_text

_TICKS = 400
_CATCH = 5  # ticks: so close to neutral, a hand means neutral
_DECIMALS = 3


class ExactBox(QDoubleSpinBox):
    """A number in the range of a transform, with its unit and no more decimals than it has."""

    def __init__(self, known: Transform, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setDecimals(_DECIMALS)
        self.fit(known)
        self.setStepType(QDoubleSpinBox.StepType.AdaptiveDecimalStepType)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setKeyboardTracking(False)  # a half typed number is not meant
        self.setButtonSymbols(QDoubleSpinBox.ButtonSymbols.NoButtons)

    def fit(self, known: Transform) -> None:
        """Take the range and the unit of a transform, and its neutral value."""
        self.setRange(known.low, known.high)
        self.setSuffix(unit_text(known.unit))
        self.setValue(known.neutral)

    def textFromValue(self, value: float) -> str:
        """Write 1.5 and not 1.500."""
        text: str = self.locale().toString(value, "f", _DECIMALS)
        point = self.locale().decimalPoint()
        return text.rstrip("0").rstrip(point) if point in text else text


class AdjustSlider(QWidget):
    """Emits `changed` with every new value, also while the slider is dragged."""

    changed = Signal(str, float)  # name of the transform, value

    def __init__(self, known: Transform, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.known = known
        name, tip = transform_texts()[known.name]
        self.label = QLabel(name)
        self.label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(0, _TICKS)
        self.slider.setSingleStep(_TICKS // 100)
        self.slider.setPageStep(_TICKS // 10)
        self.field = ExactBox(known)
        self.field.setFixedWidth(76)
        self.reset_button = QToolButton()
        self.reset_button.setText("↺")
        style.set_role(self.reset_button, "flat")
        self.reset_button.setStyleSheet("padding: 0;")
        self.reset_button.setFixedSize(24, 24)
        self.reset_button.setToolTip(self.tr("Take back: {name}").format(name=name))
        self.reset_button.setAccessibleName(self.reset_button.toolTip())
        for widget in (self.label, self.slider, self.field):
            widget.setToolTip(tip)
        self.slider.setAccessibleName(name)
        self.field.setAccessibleName(self.tr("{name}, exact value").format(name=name))
        self.label.setBuddy(self.slider)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(style.SPACE_XS)
        grid.setVerticalSpacing(0)
        grid.addWidget(self.label, 0, 0)
        grid.addWidget(self.field, 0, 1)
        grid.addWidget(self.reset_button, 0, 2)
        grid.addWidget(self.slider, 1, 0, 1, 3)
        grid.setColumnStretch(0, 1)
        self.value = known.neutral
        self.show_value(known.neutral)
        self.slider.valueChanged.connect(self._on_slid)
        self.field.valueChanged.connect(self._on_typed)
        self.reset_button.clicked.connect(self.reset)

    def show_value(self, value: float) -> None:
        """Show a value that was set elsewhere; `changed` is not emitted."""
        self.value = value
        with QSignalBlocker(self.slider), QSignalBlocker(self.field):
            self.slider.setValue(round(_TICKS * self.known.place(value)))
            self.field.setValue(value)
        is_neutral = value == self.known.neutral
        self.reset_button.setEnabled(not is_neutral)
        font = self.label.font()
        if font.bold() == is_neutral:
            font.setBold(not is_neutral)
            self.label.setFont(font)

    def reset(self) -> None:
        """Go back to neutral."""
        if self.value != self.known.neutral:
            self._take(self.known.neutral)

    def _on_slid(self, tick: int) -> None:
        neutral = round(_TICKS * self.known.place(self.known.neutral))
        is_caught = self.slider.isSliderDown() and abs(tick - neutral) < _CATCH
        value = self.known.neutral if is_caught or tick == neutral else self.known.value_at(tick / _TICKS)
        # a hand sets no hundredth of a degree: what is shown is what is meant
        digits = 0 if self.known.high - self.known.low >= 90 else 2
        self._take(min(max(round(value, digits), self.known.low), self.known.high))

    def _on_typed(self, value: float) -> None:
        if value != self.value:
            self._take(value)

    def _take(self, value: float) -> None:
        self.show_value(value)
        self.changed.emit(self.known.name, value)
