"""The parameters of a run that are changed rarely; their values are those of the usual MNIST example."""

from typing import Any

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QFormLayout,
    QSpinBox,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from tplab_gui.core.params import TrainParams, range_of
from tplab_gui.ui import style


class MoreParameters(QWidget):
    """A form with a field for each of them, folded at first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fields: dict[str, QSpinBox | QDoubleSpinBox] = {}
        self.unfold = QToolButton()
        self.unfold.setText(self.tr("More parameters"))
        self.unfold.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.unfold.setArrowType(Qt.ArrowType.RightArrow)
        self.unfold.setCheckable(True)
        self.unfold.toggled.connect(self._on_unfolded)
        style.set_role(self.unfold, "flat")
        self.body = QWidget()
        self.body.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style.SPACE_XS)
        column.addWidget(self.unfold, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.body)
        self._form = QFormLayout(self.body)
        self._form.setContentsMargins(0, 0, 0, 0)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._form.setHorizontalSpacing(style.SPACE_M)
        self._form.setVerticalSpacing(style.SPACE_S)
        self._add("batch_size", self.tr("Batch"), self.tr("How many pictures each step learns from"))
        self._add(
            "gamma",
            self.tr("Decay"),
            self.tr("After each epoch the learning rate is multiplied by this; 1 keeps it"),
        )
        self._add(
            "dropout_features",
            self.tr("Dropout 1"),
            self.tr("Share of the feature maps' values that is silenced while learning"),
        )
        self._add(
            "dropout_hidden",
            self.tr("Dropout 2"),
            self.tr("Share of the 128 hidden values that is silenced while learning"),
        )
        self._add("limit", self.tr("At most"), self.tr("How many pictures of each part are used; 0: all"))
        self._add(
            "threads", self.tr("Threads"), self.tr("Of the processor; 0: the faster number is measured")
        )
        self._fields["limit"].setSpecialValueText(self.tr("all pictures"))
        self._fields["limit"].setSuffix(self.tr(" pictures"))
        self._fields["threads"].setSpecialValueText(self.tr("automatic"))
        self.device = QComboBox()
        self.device.setAccessibleName(self.tr("Device"))
        self.device.setToolTip(self.tr("What computes: the processor (cpu) or a graphics card"))
        for key, name in (("auto", self.tr("automatic")), ("cpu", "cpu"), ("cuda", "cuda"), ("mps", "mps")):
            self.device.addItem(name, key)
        self._form.addRow(self.tr("Device"), self.device)
        self.shuffle = QCheckBox(self.tr("Shuffle the pictures in each epoch"))
        self.shuffle.setChecked(TrainParams.shuffle)
        self.shuffle.setToolTip(self.tr("A new order in each epoch, the same on every computer"))
        self._form.addRow(self.shuffle)

    def values(self) -> dict[str, Any]:
        """Return the fields by their names in `TrainParams`."""
        numbers: dict[str, Any] = {name: field.value() for name, field in self._fields.items()}
        return {**numbers, "device": self.device.currentData(), "shuffle": self.shuffle.isChecked()}

    def _on_unfolded(self, is_open: bool) -> None:  # noqa: FBT001  a slot of `toggled`
        self.unfold.setArrowType(Qt.ArrowType.DownArrow if is_open else Qt.ArrowType.RightArrow)
        self.body.setVisible(is_open)

    def _add(self, name: str, label: str, tool_tip: str) -> None:
        default = getattr(TrainParams, name)
        low, high = range_of(TrainParams, name)
        field: QSpinBox | QDoubleSpinBox
        if isinstance(default, int):
            field = QSpinBox()
            field.setRange(int(low), int(high))
        else:
            field = QDoubleSpinBox()
            field.setLocale(QLocale.c())  # 0.5 in every language, as in the curves
            field.setDecimals(2)
            field.setSingleStep(0.05)
            field.setRange(low, high)
        field.setValue(default)
        field.setAccessibleName(label)
        field.setToolTip(tool_tip)
        self._fields[name] = field
        self._form.addRow(label, field)
