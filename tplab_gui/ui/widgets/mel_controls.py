"""The settings of the mel spectrogram: every change is drawn at once, what cannot be is refused beside its field."""

from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSpinBox, QVBoxLayout, QWidget

from tplab_gui.core.mel_choice import PRESETS, MelChoice, preset, refusals
from tplab_gui.ui import style
from tplab_gui.ui.widgets.clip_plots import COLOUR_MAPS, ClipLook
from tplab_gui.ui.widgets.mel_form import MelForm, narrow_combo


class MelControls(QWidget):
    """Holds a `MelChoice` and a `ClipLook` for the session; `choice_changed` only with one that can be drawn."""

    choice_changed = Signal()
    look_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rate_hz, self._samples = 8000, 8000
        self.choice = preset("eye", self._rate_hz)  # the newest that can be drawn
        self.look = ClipLook()
        self.presets = narrow_combo()
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
        self.form = MelForm()
        self.form.changed.connect(self._on_changed)
        self._add_look()
        top = QHBoxLayout()
        top.addWidget(self.presets, 1)
        top.addWidget(self.reset_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, style.SPACE_S, 0)
        column.setSpacing(style.SPACE_S)
        column.addLayout(top)
        column.addWidget(self.form)
        column.addStretch(1)
        self.form.show_choice(self.choice)

    def set_clip(self, rate_hz: int, n_samples: int) -> None:
        """Take another clip: a preset follows its rate, own settings stay as they are."""
        self._rate_hz, self._samples = rate_hz, n_samples
        name = self.presets.currentData()
        asked = preset(name, rate_hz) if name else self.form.choice()
        if refusals(asked, rate_hz, n_samples):
            self._refuse(asked)
            self.choice = preset("eye", rate_hz)  # something is drawn, and the reasons are beside the fields
        else:
            self.choice = asked
            self.form.show_choice(self.choice)

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

    def _add_look(self) -> None:
        self.range_db = QSpinBox()
        self.range_db.setRange(10, 160)
        self.range_db.setSingleStep(10)
        self.range_db.setSuffix(" dB")
        self.range_db.setToolTip(self.tr("How far below the loudest point the darkest colour lies"))
        self.range_db.setAccessibleName(self.tr("Range"))
        self.range_db.setValue(int(self.look.range_db))
        self.colour_map = narrow_combo()
        self.colour_map.setAccessibleName(self.tr("Colours"))
        self.colour_map.setToolTip(
            self.tr("All of them rise evenly in brightness, so that equal steps look equal")
        )
        self.colour_map.addItems(list(COLOUR_MAPS))
        self.range_db.valueChanged.connect(self._on_look)
        self.colour_map.currentIndexChanged.connect(self._on_look)
        self.form.layout_rows.addRow(QLabel(self.range_db.accessibleName()), self.range_db)
        self.form.layout_rows.addRow(QLabel(self.colour_map.accessibleName()), self.colour_map)

    def _on_preset(self) -> None:
        name = self.presets.currentData()
        if name:
            self.set_clip(self._rate_hz, self._samples)
            self.choice_changed.emit()

    def _on_changed(self) -> None:
        asked = self.form.choice()
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
        self.form.refuse(found)
        return bool(found)
