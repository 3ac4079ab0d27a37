"""The fields of a mel spectrogram's settings: each with its name, its tool tip, and a reason when it cannot be."""

from dataclasses import fields
from typing import Any

from PySide6.QtCore import QLocale, QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QDoubleSpinBox, QFormLayout, QLabel, QSpinBox, QWidget

from tplab_gui.core.errors import LabError
from tplab_gui.core.mel_choice import SCALES, WINDOW_SHAPES, MelChoice
from tplab_gui.ui import style
from tplab_gui.ui.widgets.refusable_field import DoublingSpinBox, Field, RefusableField

_RATES_HZ = (8000, 11025, 16000, 22050, 44100, 48000)


class MelForm(QWidget):
    """Shows a `MelChoice` and gives the one that stands in the fields, whether it can be or not."""

    changed = Signal()  # by the user, with every value

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.fields: dict[str, RefusableField] = {}
        self.layout_rows = QFormLayout(self)  # the owner may add rows below
        self.layout_rows.setContentsMargins(0, 0, 0, 0)
        self.layout_rows.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.layout_rows.setHorizontalSpacing(style.SPACE_S)
        self.layout_rows.setVerticalSpacing(style.SPACE_XS)
        self._add_numbers()
        self._add_choices()
        self.centred = QCheckBox(self.tr("Frames centred on their time"))
        self.centred.setToolTip(
            self.tr("The clip is mirrored at both ends, so that column 0 is centred on its start")
        )
        self.full_scale = QCheckBox(self.tr("0 dB is full scale"))
        self.full_scale.setToolTip(self.tr("Without it 0 dB is a power of 1 in the FFT, as in torchaudio"))
        for box in (self.centred, self.full_scale):
            box.toggled.connect(self.changed)
            self.layout_rows.addRow(box)

    def choice(self) -> MelChoice:
        """Return what stands in the fields, whether it can be or not."""
        values: dict[str, Any] = {name: _value(each.field) for name, each in self.fields.items()}
        values |= {"is_centred": self.centred.isChecked(), "is_full_scale": self.full_scale.isChecked()}
        return MelChoice(**values)

    def show_choice(self, choice: MelChoice) -> None:
        """Fill the fields; `changed` is not emitted."""
        shown = {each.name: getattr(choice, each.name) for each in fields(choice)}
        for name, each in self.fields.items():
            with QSignalBlocker(each.field):
                if isinstance(each.field, QComboBox):
                    each.field.setCurrentIndex(each.field.findData(shown[name]))
                elif isinstance(each.field, QDoubleSpinBox):
                    each.field.setValue(shown[name])
                else:
                    each.field.setValue(int(shown[name]))
        for box, name in ((self.centred, "is_centred"), (self.full_scale, "is_full_scale")):
            with QSignalBlocker(box):
                box.setChecked(shown[name])
        self.refuse({})

    def refuse(self, reasons: dict[str, LabError]) -> None:
        """Say beside each field named in `reasons` why its value cannot be; nothing beside the others."""
        for name, field in self.fields.items():
            field.refuse(reasons.get(name))

    def _add_numbers(self) -> None:
        for name, label, tool_tip, field, largest, suffix in (
            ("n_fft", "n_fft", self.tr("Length of one FFT: longer tells frequencies apart, and blurs time"),
             DoublingSpinBox(), 16_384, self.tr(" samples")),
            ("window_samples", self.tr("Window"), self.tr("How much of a frame is listened to; no longer than n_fft"),
             DoublingSpinBox(), 16_384, self.tr(" samples")),
            ("hop_samples", self.tr("Hop"), self.tr("From one column to the next: shorter gives more columns"),
             QSpinBox(), 16_384, self.tr(" samples")),
            ("n_mels", self.tr("Mel bands"), self.tr("Rows of the picture: more are narrower, until some are empty"),
             QSpinBox(), 512, ""),
            ("f_min_hz", self.tr("Lowest"), self.tr("Where the lowest band begins"), QDoubleSpinBox(), 96_000, " Hz"),
            ("f_max_hz", self.tr("Highest"), self.tr("Where the highest band ends; 0 is half the rate"),
             QDoubleSpinBox(), 96_000, " Hz"),
        ):  # fmt: skip
            is_hz = isinstance(field, QDoubleSpinBox)
            field.setRange(0 if is_hz else 1, largest)
            if isinstance(field, QDoubleSpinBox):
                field.setDecimals(0)
                field.setSingleStep(50)
                field.setLocale(QLocale.c())
            elif name == "n_fft":
                field.setMinimum(8)
            field.setSuffix(suffix)
            if name == "f_max_hz":
                field.setSpecialValueText(self.tr("half the rate"))
            field.valueChanged.connect(self.changed)
            self._add(name, label, tool_tip, field)

    def _add_choices(self) -> None:
        shapes = (self.tr("Hann"), self.tr("Hamming"), self.tr("Blackman"), self.tr("rectangular"))
        scales = (self.tr("HTK"), self.tr("Slaney"))
        powers = (self.tr("power"), self.tr("magnitude"))
        for name, label, tool_tip, options in (
            ("window_shape", self.tr("Shape"), self.tr("How a frame fades in and out"), (shapes, WINDOW_SHAPES)),
            ("scale", self.tr("Mel scale"), self.tr("Two formulas for pitch are in use"), (scales, SCALES)),
            ("is_magnitude", self.tr("Bands add"), self.tr("What is summed up in a band"), (powers, (False, True))),
        ):  # fmt: skip
            field = narrow_combo()
            for text, value in zip(*options, strict=True):
                field.addItem(text, value)
            field.currentIndexChanged.connect(self.changed)
            self._add(name, label, tool_tip, field)
        field = narrow_combo()
        field.addItem(self.tr("that of the file"), 0)
        for rate_hz in _RATES_HZ:
            field.addItem(f"{rate_hz} Hz", rate_hz)
        field.currentIndexChanged.connect(self.changed)
        self._add(
            "assumed_rate_hz",
            self.tr("Rate believed"),
            self.tr("What the program takes the rate to be"),
            field,
        )

    def _add(self, name: str, label: str, tool_tip: str, field: Field) -> None:
        field.setAccessibleName(label)
        field.setToolTip(tool_tip)
        self.fields[name] = RefusableField(field)
        text = QLabel(label)
        text.setToolTip(tool_tip)
        text.setBuddy(field)
        self.layout_rows.addRow(text, self.fields[name])


def narrow_combo() -> QComboBox:
    """Return a choice that does not ask for the width of its longest text."""
    combo = QComboBox()
    combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    combo.setMinimumContentsLength(6)
    return combo


def _value(field: Field) -> Any:
    return field.currentData() if isinstance(field, QComboBox) else field.value()
