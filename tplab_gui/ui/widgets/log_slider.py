"""A number over several powers of ten: a slider with logarithmic steps, and a field for the exact value."""

import math

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtGui import QDoubleValidator
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSlider, QWidget

from tplab_gui.ui import style

_STEPS = 20  # for each power of ten


class LogSlider(QWidget):
    """Emits `changed` with every new value, also while the slider is dragged.

    Parameters
    ----------
    value : float
        What it shows first.
    slider_range : (float, float)
        Ends of the slider.
    field_range : (float, float)
        What may be typed; at least as wide.

    """

    changed = Signal(float)

    def __init__(
        self,
        value: float,
        slider_range: tuple[float, float],
        field_range: tuple[float, float],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.value = value
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.set_ends(*slider_range)
        self.slider.setPageStep(_STEPS // 2)
        self.field = QLineEdit()
        self.field.setFixedWidth(72)
        self.field.setAlignment(Qt.AlignmentFlag.AlignRight)
        validator = QDoubleValidator(*field_range, 10, self.field)
        validator.setLocale(QLocale.c())  # 0.5 and 1e-3 in every language
        self.field.setValidator(validator)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(style.SPACE_S)
        row.addWidget(self.slider, 1)
        row.addWidget(self.field)
        self._show()
        self.slider.valueChanged.connect(self._on_slid)
        self.field.editingFinished.connect(self._on_typed)
        self.setFocusProxy(self.field)

    def set_texts(self, name: str, tool_tip: str) -> None:
        """Give both parts their accessible name and tool tip."""
        for widget in (self.slider, self.field):
            widget.setAccessibleName(name)
            widget.setToolTip(tool_tip)

    def set_ends(self, low: float, high: float) -> None:
        """Let the slider reach from `low` to `high`; the value stays."""
        self.slider.blockSignals(True)
        self.slider.setRange(round(_STEPS * math.log10(low)), round(_STEPS * math.log10(high)))
        self.slider.blockSignals(False)

    def show_value(self, value: float) -> None:
        """Show a value that was set elsewhere; `changed` is not emitted."""
        self.value = value
        self._show()

    def _on_slid(self, position: int) -> None:
        self.value = float(f"{10 ** (position / _STEPS):.2g}")
        self.field.setText(f"{self.value:g}")
        self.changed.emit(self.value)

    def _on_typed(self) -> None:
        value = float(self.field.text())
        if value != self.value:
            self.value = value
            self._show()
            self.changed.emit(value)

    def _show(self) -> None:
        self.slider.blockSignals(True)
        self.slider.setValue(round(_STEPS * math.log10(self.value)))
        self.slider.blockSignals(False)
        self.field.setText(f"{self.value:g}")
