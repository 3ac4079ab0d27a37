"""How much the curve of the batches is smoothed: a slider from "off" to a mean over a thousand batches."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSlider, QWidget

from tplab_gui.core.smoothing import weight_of
from tplab_gui.ui import style

BATCHES = (1, 5, 10, 20, 50, 100, 200, 500, 1000)  # over how many the mean reaches; 1 is off
_SLIDER_WIDTH = 80


class SmoothingBox(QWidget):
    """`changed` tells over about how many batches the mean is to reach; 1 for none."""

    changed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        name = self.tr("smoothing")
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(0, len(BATCHES) - 1)
        self.slider.setPageStep(1)
        self.slider.setFixedWidth(_SLIDER_WIDTH)
        self.slider.setAccessibleName(name)
        tool_tip = self.tr(
            "Draws a moving average over about so many batches (exponential and debiased, as TensorBoard's); "
            "what was measured stays visible, paler, behind it"
        )
        self.text = QLabel()
        self.text.setAccessibleName(name)
        label = QLabel(name)
        label.setBuddy(self.slider)
        style.set_role(label, "muted")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, style.SPACE_XS, 0)
        row.setSpacing(style.SPACE_XS)
        for widget in (label, self.slider, self.text):
            widget.setToolTip(tool_tip)
            row.addWidget(widget)
        metrics = QFontMetrics(self.text.font())
        widest = max(metrics.horizontalAdvance(text) for text in (self.tr("off"), str(BATCHES[-1])))
        self.text.setFixedWidth(widest + style.SPACE_XS)
        self.slider.valueChanged.connect(self._on_moved)
        self._write()

    @property
    def batches(self) -> int:
        """Return over how many batches the mean reaches; 1 for none."""
        return BATCHES[self.slider.value()]

    def _on_moved(self) -> None:
        self._write()
        self.changed.emit(self.batches)

    def _write(self) -> None:
        is_off = self.batches == 1
        self.text.setText(self.tr("off") if is_off else str(self.batches))
        words = self.tr("mean of {n} batches, weight {weight}").format(
            n=self.batches, weight=f"{weight_of(self.batches):.3f}"
        )
        self.slider.setAccessibleDescription(self.tr("off") if is_off else words)
