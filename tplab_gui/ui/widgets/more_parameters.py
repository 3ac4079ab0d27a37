"""The parameters of a run that are changed rarely: a field for each that the experiment declares, folded at first."""

from typing import Any

from PySide6.QtCore import QCoreApplication, QLocale, Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QSpinBox,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from tplab_gui.core.experiments import Experiment, Parameter
from tplab_gui.core.params import TrainParams, choices_of, range_of
from tplab_gui.ui import style

Field = QSpinBox | QDoubleSpinBox | QComboBox | QCheckBox | QLineEdit
_DEVICES = ("cpu", "cuda", "mps")


def said(text: str) -> str:
    """Return a text of an experiment in the user's language."""
    return QCoreApplication.translate("Experiment", text) if text else ""


class MoreParameters(QWidget):
    """A form that follows the experiment; `show_experiment` fills it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fields: dict[str, Field] = {}
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
        self.head = QHBoxLayout()
        self.head.addWidget(self.unfold)
        self.head.addStretch(1)
        column.addLayout(self.head)
        column.addWidget(self.body)
        self._form = QFormLayout(self.body)
        self._form.setContentsMargins(0, 0, 0, 0)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._form.setHorizontalSpacing(style.SPACE_M)
        self._form.setVerticalSpacing(style.SPACE_S)
        self.device = QComboBox()
        self.device.setAccessibleName(self.tr("Device"))
        self.device.setToolTip(self.tr("What computes: the processor (cpu) or a graphics card"))
        self.device.addItem(self.tr("automatic"), "auto")
        for name in _DEVICES:
            self.device.addItem(name, name)
        self._form.addRow(self.tr("Device"), self.device)

    def show_experiment(self, experiment: Experiment) -> None:
        """Offer the parameters of `experiment`, each at its default; the device stays as it is."""
        while self._form.rowCount() > 1:
            self._form.removeRow(0)  # deletes the field
        self._fields = {}
        for row, parameter in enumerate(experiment.parameters):
            field = _field(parameter, experiment.default(parameter.name))
            self._fields[parameter.name] = field
            if isinstance(field, QCheckBox):
                self._form.insertRow(row, field)
            else:
                self._form.insertRow(row, said(parameter.label), field)

    def values(self) -> dict[str, Any]:
        """Return the fields by their names in `TrainParams`."""
        return {"device": self.device.currentData()} | {
            name: _value(field) for name, field in self._fields.items()
        }

    def show_values(self, values: dict[str, Any]) -> None:
        """Put values into the fields of their names; a field shows as many digits as it has."""
        for name, field in self._fields.items():
            if name not in values:
                continue
            if isinstance(field, QCheckBox):
                field.setChecked(values[name])
            elif isinstance(field, QComboBox):
                field.setCurrentIndex(field.findData(values[name]))
            else:
                field.setValue(values[name])

    def _on_unfolded(self, is_open: bool) -> None:  # noqa: FBT001  a slot of `toggled`
        self.unfold.setArrowType(Qt.ArrowType.DownArrow if is_open else Qt.ArrowType.RightArrow)
        self.body.setVisible(is_open)


def _folder_field(default: str, nothing: str) -> QLineEdit:
    """Return a line for the path of a folder, with a button that looks for one."""
    field = QLineEdit(default)
    field.setPlaceholderText(nothing)
    field.setClearButtonEnabled(True)
    look = field.addAction(style.icon("mdi6.folder-open-outline"), QLineEdit.ActionPosition.TrailingPosition)

    def choose() -> None:
        folder = QFileDialog.getExistingDirectory(field, field.accessibleName(), field.text())
        if folder:
            field.setText(folder)

    look.triggered.connect(choose)
    return field


def _field(parameter: Parameter, default: Any) -> Field:
    """Return a field for a declared parameter: its kind follows from the default and from the declaration."""
    field: Field
    if isinstance(default, bool):
        field = QCheckBox(said(parameter.label))
        field.setChecked(default)
    elif choices := choices_of(TrainParams, parameter.name):
        field = QComboBox()
        field.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        for value, text in zip(choices, parameter.options, strict=True):
            field.addItem(said(text), value)
        field.setCurrentIndex(choices.index(default))
    elif isinstance(default, str):
        field = _folder_field(default, said(parameter.zero))
    else:
        low, high = range_of(TrainParams, parameter.name)
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
        field.setSpecialValueText(said(parameter.zero))
        field.setSuffix(f" {said(parameter.unit)}" if parameter.unit else "")
    field.setAccessibleName(said(parameter.label))
    field.setToolTip(said(parameter.help))
    return field


def _value(field: Field) -> Any:
    if isinstance(field, QCheckBox):
        return field.isChecked()
    if isinstance(field, QLineEdit):
        return field.text().strip()
    return field.currentData() if isinstance(field, QComboBox) else field.value()
