"""Robustness: what every strategy still knows as the image fades and the sound drowns; two sliders move all bars."""

import numpy as np
from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QSlider, QStackedWidget, QVBoxLayout, QWidget

from tplab_gui.core.events.fusion_study import RobustnessMap, RobustnessRead
from tplab_gui.core.studies.strategies import NAMES
from tplab_gui.ui import style
from tplab_gui.ui.widgets.findings_panel import in_language
from tplab_gui.ui.widgets.fusion_bars import Bar, StrategyBars
from tplab_gui.ui.widgets.fusion_curves import RobustnessCurves
from tplab_gui.ui.widgets.fusion_extremes import ExtremeTable
from tplab_gui.ui.widgets.fusion_map import RobustnessMapView
from tplab_gui.ui.widgets.segmented_bar import SegmentedBar

_SNR_STEPS = 2  # of the slider, a dB
DAMAGES = ("noise", "hidden")


class FusionRobustnessView(QWidget):
    """Curves, map and extremes at the left; sliders and live bars at the right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.read: RobustnessRead | None = None
        self._is_placed = False  # the sliders begin where nothing is spoilt
        self.damages, self.views = SegmentedBar(), SegmentedBar()
        self.damages.add(self.tr("Noise"), self.tr("Normal noise on every pixel, as a share of its range"))
        self.damages.add(self.tr("Occlusion"), self.tr("A square that hides a share of the image"))
        self.damages.setAccessibleName(self.tr("Damage of the image"))
        self.damages.chosen.connect(self._on_damage)
        self.views.add(self.tr("Curves"), self.tr("Accuracy over one damage, while the other slider stays"))
        self.views.add(self.tr("Map"), self.tr("Accuracy over both damages at once, of one strategy"))
        self.views.add(self.tr("One half lost"), self.tr("Image or sound is absent, or nothing but noise"))
        self.views.setAccessibleName(self.tr("How it is shown"))
        self.curves, self.map, self.extremes = RobustnessCurves(), RobustnessMapView(), ExtremeTable()
        self.stack = QStackedWidget()
        for view in (self.curves, self.map, self.extremes):
            self.stack.addWidget(view)
        self.views.chosen.connect(self.stack.setCurrentIndex)
        self.bars = StrategyBars(self.tr("Accuracy of every strategy, here"))
        self.bars.strategy_chosen.connect(lambda _name: self._show())
        self.severity, self.snr = QSlider(Qt.Orientation.Horizontal), QSlider(Qt.Orientation.Horizontal)
        self.severity_text, self.snr_text = QLabel(), QLabel()
        self.snr.setInvertedAppearance(True)  # noise grows to the right, as damage does
        self.snr.setInvertedControls(True)
        for slider, name, tip in (
            (self.severity, self.tr("Image damage"), self.tr("How much of the image is spoilt")),
            (self.snr, self.tr("Sound (SNR)"), self.tr("How far the sound stands above the noise, in dB")),
        ):
            slider.setAccessibleName(name)
            slider.setToolTip(tip)
            slider.valueChanged.connect(self._show)
        self.map.place_chosen.connect(self.go_to)
        self.remark, self.sentences = QLabel(), QLabel()
        style.set_role(self.remark, "muted")
        for label in (self.remark, self.sentences):
            label.setWordWrap(True)
        self.sentences.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._lay_out()

    def show_read(self, read: RobustnessRead) -> None:
        """Show what was measured."""
        self.read = read
        self.bars.show_bars({name: Bar((0.0,)) for name in NAMES})
        with QSignalBlocker(self.bars):
            self.bars.choose(self.bars.chosen or read.best_fusion)
        self.extremes.show_extremes(read.extremes)
        self.sentences.setText(" ".join(in_language(each) for each in read.sentences))
        self._on_damage()

    def damage(self) -> str:
        """Return the damage that is chosen."""
        return DAMAGES[1 if self.damages.buttons[1].isChecked() else 0]

    def seen(self) -> RobustnessMap | None:
        """Return the map of the damage that is chosen."""
        maps = () if self.read is None else self.read.maps
        return next((each for each in maps if each.damage == self.damage()), None)

    def place(self) -> tuple[float, float]:
        """Return where the sliders stand: severity, and SNR in dB."""
        return self.severity.value() / 100, self.snr.value() / _SNR_STEPS

    def go_to(self, severity: float, snr_db: float) -> None:
        """Move both sliders."""
        with QSignalBlocker(self.severity):
            self.severity.setValue(round(100 * severity))
        self.snr.setValue(round(_SNR_STEPS * snr_db))
        self._show()

    def _on_damage(self) -> None:
        seen = self.seen()
        if seen is None:
            return
        for slider, (low, high) in (
            (self.severity, (0, round(100 * seen.severities[-1]))),
            (self.snr, (round(_SNR_STEPS * seen.snrs_db[-1]), round(_SNR_STEPS * seen.snrs_db[0]))),
        ):
            with QSignalBlocker(slider):
                slider.setRange(low, high)
                slider.setPageStep(max(1, (high - low) // 8))
                if not self._is_placed:
                    slider.setValue(low if slider is self.severity else high)
        self._is_placed = True
        self._show()

    def _show(self) -> None:
        seen = self.seen()
        if seen is None or self.read is None:
            return
        severity, snr_db = self.place()
        is_measured = seen.is_measured(severity, snr_db)
        clean = np.float32(seen.severities[0]), np.float32(seen.snrs_db[0])
        bars = {}
        for name in NAMES:
            interval = None
            if is_measured:
                cell = seen.severities.index(severity), seen.snrs_db.index(snr_db)
                interval = float(seen.low[name][cell]), float(seen.high[name][cell])
            ghost = seen.at(name, float(clean[0]), float(clean[1]))
            bars[name] = Bar((seen.at(name, severity, snr_db),), interval, ghost)
        self.bars.show_bars(bars)
        self.severity_text.setText(f"{100 * severity:.0f} %")
        self.snr_text.setText(f"{snr_db:g} dB".replace("-", "−"))
        self.remark.setText(
            self.tr("Measured on {pairs} pairs, {seeds} seeds; whiskers: 95 % intervals.").format(
                pairs=self.read.pairs, seeds=len(self.read.seeds)
            )
            if is_measured
            else self.tr("Between measured cells: read off by bilinear interpolation.")
        )
        chosen = self.bars.chosen
        worse = {(s, db) for damage, s, db in self.read.worse_cells if damage == seen.damage}
        self.map.show_map(seen, chosen, worse if chosen == self.read.best_fusion else set())
        self.map.show_place(severity, snr_db)
        self.curves.show_map(seen, chosen, (severity, snr_db))

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(style.SPACE_L)
        head.addWidget(self.damages)
        head.addWidget(self.views)
        head.addStretch(1)
        left, right = QVBoxLayout(), QVBoxLayout()
        left.setSpacing(style.SPACE_S)
        left.addLayout(head)
        left.addWidget(self.stack, 1)
        sliders = QGridLayout()
        sliders.setSpacing(style.SPACE_S)
        sliders.setColumnStretch(1, 1)
        rows: tuple[tuple[QSlider, QLabel], ...] = (
            (self.severity, self.severity_text),
            (self.snr, self.snr_text),
        )
        for place, (slider, text) in enumerate(rows):
            name = QLabel(slider.accessibleName())
            name.setBuddy(slider)
            text.setMinimumWidth(56)
            text.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            for at, widget in enumerate((name, slider, text)):
                sliders.addWidget(widget, place, at)
        right.setSpacing(style.SPACE_S)
        right.addLayout(sliders)
        right.addWidget(self.bars, 1)
        right.addWidget(self.remark)
        right.addStretch(0)
        halves = QHBoxLayout()
        halves.setSpacing(style.SPACE_M)
        halves.addLayout(left, 62)
        halves.addLayout(right, 38)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style.SPACE_S)
        column.addLayout(halves, 1)
        column.addWidget(self.sentences)
