"""The settings of the mel spectrogram: every change is drawn at once, what cannot be is refused beside its field."""

from dataclasses import fields, replace
from typing import Any

from PySide6.QtCore import QLocale, QSignalBlocker, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from tplab_gui.core.mel_choice import PRESETS, SCALES, WINDOW_SHAPES, MelChoice, preset, refusals
from tplab_gui.ui import style
from tplab_gui.ui.widgets.clip_plots import COLOUR_MAPS, ClipLook
from tplab_gui.ui.widgets.refusable_field import DoublingSpinBox, Field, RefusableField

_RATES_HZ = (8000, 11025, 16000, 22050, 44100, 48000)


class MelControls(QWidget):
    """Holds a `MelChoice` and a `ClipLook` for the session; `choice_changed` only with one that can be drawn."""

    choice_changed = Signal()
    look_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rate_hz, self._samples = 8000, 8000
        self.choice = preset("eye", self._rate_hz)  # the newest that can be drawn
        self.look = ClipLook()
        self.presets = _narrow_combo()
        self.presets.setAccessibleName(self.tr("Preset"))
        self.presets.setToolTip(
            self.tr("Settings that belong together; change any of them and they are your own")
        )
        names = (
            self.tr("For the eye"),
            self.tr("Report: MelSpectrogram()"),
            self.tr("torchaudio, right rate"),
            self.tr("Recogniser of the lab"),
        )
        for key, name in zip(PRESETS, names, strict=True):
            self.presets.addItem(name, key)
        self.presets.addItem(self.tr("Your own"), "")
        self.presets.activated.connect(self._on_preset)
        self.reset_button = QPushButton(self.tr("Reset"))
        self.reset_button.setToolTip(self.tr("Back to the settings for the eye"))
        self.reset_button.clicked.connect(self.reset)
        self.fields: dict[str, RefusableField] = {}
        self._form = QFormLayout()
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._form.setHorizontalSpacing(style.SPACE_S)
        self._form.setVerticalSpacing(style.SPACE_XS)
        self._add_numbers()
        self._add_choices()
        self.centred = QCheckBox(self.tr("Frames centred on their time"))
        self.centred.setToolTip(
            self.tr("The clip is mirrored at both ends, so that column 0 is centred on its start")
        )
        self.full_scale = QCheckBox(self.tr("0 dB is full scale"))
        self.full_scale.setToolTip(self.tr("Without it 0 dB is a power of 1 in the FFT, as in torchaudio"))
        for box in (self.centred, self.full_scale):
            box.toggled.connect(self._on_changed)
            self._form.addRow(box)
        self._add_look()
        top = QHBoxLayout()
        top.addWidget(self.presets, 1)
        top.addWidget(self.reset_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, style.SPACE_S, 0)
        column.setSpacing(style.SPACE_S)
        column.addLayout(top)
        column.addLayout(self._form)
        column.addStretch(1)
        self._show()

    def set_clip(self, rate_hz: int, n_samples: int) -> None:
        """Take another clip: a preset follows its rate, own settings stay as they are."""
        self._rate_hz, self._samples = rate_hz, n_samples
        name = self.presets.currentData()
        asked = preset(name, rate_hz) if name else self.asked()
        if refusals(asked, rate_hz, n_samples):
            self._refuse(asked)
            self.choice = preset("eye", rate_hz)  # something is drawn, and the reasons are beside the fields
        else:
            self.choice = asked
            self._show()

    def reset(self) -> None:
        """Go back to the settings for the eye, and to the look the lab starts with."""
        self.presets.setCurrentIndex(0)
        self.look = ClipLook(is_axis_true=self.look.is_axis_true)
        with QSignalBlocker(self.range_db), QSignalBlocker(self.colour_map):
            self.range_db.setValue(int(self.look.range_db))
            self.colour_map.setCurrentText(self.look.colour_map)
        self._on_preset()
        self.look_changed.emit()

    def choose_preset(self, name: str) -> None:
        """Choose a preset from the program."""
        self.presets.setCurrentIndex(self.presets.findData(name))
        self._on_preset()

    def set_axis_true(self, is_true: bool) -> None:  # noqa: FBT001
        """Label the Hz axis as it is, or as the program believes."""
        self.look = replace(self.look, is_axis_true=is_true)
        self.look_changed.emit()

    def asked(self) -> MelChoice:
        """Return what stands in the fields, whether it can be or not."""
        values: dict[str, Any] = {name: _value(each.field) for name, each in self.fields.items()}
        values |= {"is_centred": self.centred.isChecked(), "is_full_scale": self.full_scale.isChecked()}
        return MelChoice(**values)

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
            field.valueChanged.connect(self._on_changed)
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
            field = _narrow_combo()
            for text, value in zip(*options, strict=True):
                field.addItem(text, value)
            field.currentIndexChanged.connect(self._on_changed)
            self._add(name, label, tool_tip, field)
        field = _narrow_combo()
        field.addItem(self.tr("that of the file"), 0)
        for rate_hz in _RATES_HZ:
            field.addItem(f"{rate_hz} Hz", rate_hz)
        field.currentIndexChanged.connect(self._on_changed)
        self._add(
            "assumed_rate_hz",
            self.tr("Rate believed"),
            self.tr("What the program takes the rate to be"),
            field,
        )

    def _add_look(self) -> None:
        self.range_db = QSpinBox()
        self.range_db.setRange(10, 160)
        self.range_db.setSingleStep(10)
        self.range_db.setSuffix(" dB")
        self.range_db.setToolTip(self.tr("How far below the loudest point the darkest colour lies"))
        self.range_db.setAccessibleName(self.tr("Range"))
        self.range_db.setValue(int(self.look.range_db))
        self.colour_map = _narrow_combo()
        self.colour_map.setAccessibleName(self.tr("Colours"))
        self.colour_map.setToolTip(
            self.tr("All of them rise evenly in brightness, so that equal steps look equal")
        )
        self.colour_map.addItems(list(COLOUR_MAPS))
        self.range_db.valueChanged.connect(self._on_look)
        self.colour_map.currentIndexChanged.connect(self._on_look)
        self._form.addRow(QLabel(self.range_db.accessibleName()), self.range_db)
        self._form.addRow(QLabel(self.colour_map.accessibleName()), self.colour_map)

    def _add(self, name: str, label: str, tool_tip: str, field: Field) -> None:
        field.setAccessibleName(label)
        field.setToolTip(tool_tip)
        self.fields[name] = RefusableField(field)
        text = QLabel(label)
        text.setToolTip(tool_tip)
        text.setBuddy(field)
        self._form.addRow(text, self.fields[name])

    def _on_preset(self) -> None:
        name = self.presets.currentData()
        if name:
            self.set_clip(self._rate_hz, self._samples)
            self.choice_changed.emit()

    def _on_changed(self) -> None:
        asked = self.asked()
        name = self.presets.currentData()
        if not name or asked != preset(name, self._rate_hz):
            same = next((each for each in PRESETS if preset(each, self._rate_hz) == asked), "")
            self.presets.setCurrentIndex(self.presets.findData(same))
        if self._refuse(asked):
            return
        if asked != self.choice:
            self.choice = asked
            self.choice_changed.emit()

    def _on_look(self) -> None:
        self.look = replace(
            self.look, range_db=float(self.range_db.value()), colour_map=self.colour_map.currentText()
        )
        self.look_changed.emit()

    def _refuse(self, asked: MelChoice) -> bool:
        found = refusals(asked, self._rate_hz, self._samples)
        for name, field in self.fields.items():
            field.refuse(found.get(name))
        return bool(found)

    def _show(self) -> None:
        shown = {each.name: getattr(self.choice, each.name) for each in fields(self.choice)}
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
        self._refuse(self.choice)


def _narrow_combo() -> QComboBox:
    """Return a choice that does not ask for the width of its longest text."""
    combo = QComboBox()
    combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    combo.setMinimumContentsLength(6)
    return combo


def _value(field: Field) -> Any:
    return field.currentData() if isinstance(field, QComboBox) else field.value()
