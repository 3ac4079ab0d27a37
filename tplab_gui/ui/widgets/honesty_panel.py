"""What a mel spectrogram does not tell by itself: bands that hear nothing, and a rate that was taken for another."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from tplab_gui.core.events.data import Analysed, BandsHeard
from tplab_gui.ui import style
from tplab_gui.ui.widgets.filter_bank_view import FilterBankView
from tplab_gui.ui.widgets.segmented_bar import SegmentedBar

_NAMED = 8  # empty bands that are told one by one
_EXAMPLE_HZ = 1000


class HonestyPanel(QWidget):
    """Sentences with the numbers of this clip and these settings, the filter bank, and which axis is on show."""

    axis_changed = Signal(bool)  # True: the Hz as they are; False: as the program believes

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bands, self.cure, self.rate, self.ends = QLabel(), QLabel(), QLabel(), QLabel()
        for label in (self.bands, self.cure, self.rate, self.ends):
            label.setWordWrap(True)
        style.set_role(self.cure, "muted")
        style.set_role(self.ends, "muted")
        self.bank = FilterBankView()
        self.axis = SegmentedBar()
        self.axis.add(
            self.tr("True Hz"), self.tr("Label the spectrogram with the frequencies that were recorded")
        )
        self.axis.add(
            self.tr("As believed"), self.tr("Label it as a program does that takes the rate for another")
        )
        self.axis.chosen.connect(self._on_axis)
        self._seen: Analysed | None = None
        heading = QLabel(self.tr("Bands that hear nothing"))
        heading_rate = QLabel(self.tr("The rate and the Hz axis"))
        for each in (heading, heading_rate):
            style.set_role(each, "heading")
            each.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, style.SPACE_S, 0)
        column.setSpacing(style.SPACE_S)
        for widget in (
            heading,
            self.bands,
            self.bank,
            self.cure,
            heading_rate,
            self.rate,
            self.axis,
            self.ends,
        ):
            column.addWidget(widget)
        column.addStretch(1)

    def show_bands(self, seen: Analysed) -> None:
        """Say what is true of the picture on show."""
        self._seen = seen
        heard = seen.heard
        self.bands.setText(self._bands_text(heard))
        style.set_role(self.bands, "warning" if heard.empty else "good")
        self.cure.setText(self._cure_text(heard, seen.choice.n_fft, seen.choice.n_mels))
        self.cure.setVisible(bool(self.cure.text()))
        self.bank.show_bands(heard)
        is_wrong = heard.times != 1
        self.rate.setText(self._rate_text(heard))
        style.set_role(self.rate, "warning" if is_wrong else "good")
        self.axis.setVisible(is_wrong)
        believed_hz = heard.corners_hz[-1]
        self.ends.setText(
            self.tr("Axis before: up to {before:.0f} Hz. Axis after: up to {after:.0f} Hz.").format(
                before=believed_hz, after=believed_hz / heard.times
            )
        )
        self.ends.setVisible(is_wrong)

    def summary(self, heard: BandsHeard) -> str:
        """Return one line for below the picture; empty when there is nothing to warn of."""
        parts = []
        if heard.empty:
            parts.append(
                self.tr("{count} of {bands} mel bands hear nothing").format(
                    count=len(heard.empty), bands=len(heard.corners_hz) - 2
                )
            )
        if heard.times != 1:
            parts.append(
                self.tr("the program takes {true} Hz for {believed} Hz").format(
                    true=heard.true_rate_hz, believed=heard.believed_rate_hz
                )
            )
        return " · ".join(parts)

    def _on_axis(self, number: int) -> None:
        self.axis_changed.emit(number == 0)
        if self._seen is not None:
            self.show_bands(self._seen)  # the bands are named in the Hz that the picture shows

    def _bands_text(self, heard: BandsHeard) -> str:
        times = heard.times if self.axis.buttons[0].isChecked() else 1.0
        count = len(heard.corners_hz) - 2
        if not heard.empty:
            return self.tr("All {bands} bands hear something: each holds a bin of the FFT.").format(
                bands=count
            )
        named = ", ".join(
            self.tr("{band} ({hz:.0f} Hz)").format(band=band, hz=heard.corners_hz[band + 1] / times)
            for band in heard.empty[:_NAMED]
        )
        if len(heard.empty) > _NAMED:
            named += self.tr(" and {count} more").format(count=len(heard.empty) - _NAMED)
        return self.tr(
            "{count} of {bands} bands are empty: {named}. They are black lines whatever is said, because no bin of "
            "the FFT lies in their triangles: a bin comes every {step:.1f} Hz, the narrowest triangle is {width:.1f} "
            "Hz wide."
        ).format(
            count=len(heard.empty),
            bands=count,
            named=named,
            step=heard.bin_hz / times,
            width=heard.narrowest_hz / times,
        )

    def _cure_text(self, heard: BandsHeard, n_fft: int, n_mels: int) -> str:
        if not heard.empty:
            return ""
        cures = []
        if heard.n_fft_enough > n_fft:
            cures.append(self.tr("an n_fft of {n_fft}").format(n_fft=heard.n_fft_enough))
        if 0 < heard.n_mels_enough < n_mels:
            cures.append(
                self.tr("{bands} bands instead of {now}").format(bands=heard.n_mels_enough, now=n_mels)
            )
        return (
            self.tr("None would be empty with {cures}.").format(cures=self.tr(" or ").join(cures))
            if cures
            else ""
        )

    def _rate_text(self, heard: BandsHeard) -> str:
        if heard.times == 1:
            return self.tr("The program knows the rate of the file, {rate} Hz: the Hz axis is right.").format(
                rate=heard.true_rate_hz
            )
        text = (
            self.tr(
                "The file has {true} samples a second, the program believes {believed}: it draws every frequency "
                "{times:.3g} times too high. A tone of {example} Hz stands at {seen:.0f} Hz."
            )
            if heard.times > 1
            else self.tr(
                "The file has {true} samples a second, the program believes {believed}: it draws every frequency "
                "{times:.3g} times too low. A tone of {example} Hz stands at {seen:.0f} Hz."
            )
        )
        return text.format(
            true=heard.true_rate_hz,
            believed=heard.believed_rate_hz,
            times=max(heard.times, 1 / heard.times),
            example=_EXAMPLE_HZ,
            seen=_EXAMPLE_HZ * heard.times,
        )
