"""From how many seconds to how many: two fields, each of which may say nothing."""

import math

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QDoubleSpinBox, QHBoxLayout, QLabel, QWidget

from tplab_gui.ui import style


class LengthRange(QWidget):
    """A range of lengths; 0 in a field is no limit."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        label = QLabel(self.tr("Length"))
        self.low = self._field(self.tr("Shortest, in seconds"), self.tr("any"))
        self.high = self._field(self.tr("Longest, in seconds"), self.tr("any"))
        label.setBuddy(self.low)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(style.SPACE_S)
        row.addWidget(label)
        row.addWidget(self.low, 1)
        row.addWidget(QLabel(self.tr("to")))
        row.addWidget(self.high, 1)

    def range_s(self) -> tuple[float, float]:
        """Return the limits in seconds, infinite where there is none."""
        return self.low.value() or -math.inf, self.high.value() or math.inf

    def set_longest(self, longest_s: float) -> None:
        """Say how long the longest sound is, so that the arrows stay within reason."""
        for field in (self.low, self.high):
            field.setMaximum(max(math.ceil(10 * longest_s) / 10, 1.0, field.value()))

    def clear(self) -> None:
        """Take both limits away."""
        self.low.setValue(0)
        self.high.setValue(0)

    def _field(self, name: str, nothing: str) -> QDoubleSpinBox:
        field = QDoubleSpinBox()
        field.setLocale(QLocale.c())  # 0.5 in every language, as in the table
        field.setDecimals(2)
        field.setSingleStep(0.05)
        field.setRange(0, 60)
        field.setSuffix(" s")
        field.setSpecialValueText(nothing)
        field.setAccessibleName(name)
        field.setToolTip(name)
        field.valueChanged.connect(self.changed)
        return field
