"""How a learner wants to see a sound: every setting of a mel spectrogram, the presets, and what cannot be.

Apart from `speech.features` because the window shows and checks these without numpy; names are torchaudio's where it
has one. The presets are those of the report (`MelSpectrogram()` with nothing filled in, remarks R9 and R10), of
torchaudio told the right rate, of the shipped recogniser, and one made for the eye.
"""

from dataclasses import dataclass

from tplab_gui.core.errors import LabError

WINDOW_SHAPES = ("hann", "hamming", "blackman", "rectangular")
SCALES = ("htk", "slaney")
PRESETS = ("eye", "report", "torchaudio", "recogniser")
ASSUMED_BY_TORCHAUDIO_HZ = 16_000
RECOGNISER_HZ = 8000
MAX_VALUES = 4_000_000  # of one picture: 16 MB, and more columns than any screen has


@dataclass(frozen=True, slots=True)
class MelChoice:
    """What is asked of a spectrogram; lengths in samples of the clip.

    `f_max_hz` 0 means half the rate. `assumed_rate_hz` is what the program takes the rate to be, 0 for the clip's own:
    anything else is the mistake of remark R10. `is_full_scale` counts decibels from a sine of full scale; without it
    0 dB is a power of 1 in the FFT, as in torchaudio.
    """

    n_fft: int = 256
    window_samples: int = 256
    hop_samples: int = 40
    window_shape: str = "hann"
    n_mels: int = 64
    f_min_hz: float = 50.0
    f_max_hz: float = 0.0
    is_magnitude: bool = False
    scale: str = "htk"
    is_centred: bool = True
    is_full_scale: bool = True
    assumed_rate_hz: int = 0

    def believed_hz(self, rate_hz: int) -> int:
        """Return the rate that the program takes a clip of `rate_hz` to have."""
        return self.assumed_rate_hz or rate_hz

    def top_hz(self, rate_hz: int) -> float:
        """Return the upper end of the highest band, in the Hz that the program believes in."""
        return self.f_max_hz or self.believed_hz(rate_hz) / 2

    def columns(self, n_samples: int) -> int:
        """Return how many columns a clip gives."""
        length = n_samples + 2 * (self.n_fft // 2) if self.is_centred and n_samples else n_samples
        return max(0, 1 + (length - self.n_fft) // self.hop_samples)


def preset(name: str, rate_hz: int) -> MelChoice:
    """Return one of `PRESETS` for a clip of `rate_hz`."""
    if name == "recogniser":  # the network hears 8 kHz: the same seconds at another rate are more samples
        per = rate_hz / RECOGNISER_HZ
        return MelChoice(
            n_fft=round(256 * per),
            window_samples=round(200 * per),
            hop_samples=max(1, round(100 * per)),
            n_mels=40,
            f_min_hz=min(100.0, rate_hz / 8),
            f_max_hz=3800.0 if rate_hz >= RECOGNISER_HZ else 0.0,
            is_centred=False,
        )
    if name in ("report", "torchaudio"):
        return MelChoice(
            n_fft=400,
            window_samples=400,
            hop_samples=200,
            n_mels=128,
            f_min_hz=0.0,
            is_full_scale=False,
            assumed_rate_hz=ASSUMED_BY_TORCHAUDIO_HZ if name == "report" else 0,
        )
    window = round(0.032 * rate_hz)  # the eye wants time finer than a network does
    return MelChoice(
        n_fft=window,
        window_samples=window,
        hop_samples=max(1, round(0.005 * rate_hz)),
        f_min_hz=min(50.0, rate_hz / 8),
    )


def refusals(choice: MelChoice, rate_hz: int, n_samples: int) -> dict[str, LabError]:
    """Return what cannot be, by the name of the field that is to be changed; empty when the choice can be drawn."""
    found: dict[str, LabError] = {}
    if choice.window_samples > choice.n_fft:
        found["window_samples"] = LabError(
            "The window is longer than n_fft ({n_fft}): the FFT would not see its ends.", n_fft=choice.n_fft
        )
    half_hz = choice.believed_hz(rate_hz) / 2
    if choice.f_max_hz > half_hz:
        found["f_max_hz"] = LabError(
            "A rate of {rate} Hz holds no frequency above {half:.0f} Hz.",
            rate=round(2 * half_hz),
            half=half_hz,
        )
    elif choice.f_min_hz >= choice.top_hz(rate_hz):
        found["f_min_hz"] = LabError(
            "The lowest frequency must lie below the highest ({high:.0f} Hz).", high=choice.top_hz(rate_hz)
        )
    if not choice.is_centred and n_samples < choice.n_fft:
        found["n_fft"] = LabError(
            "The clip has {samples} samples, fewer than one frame: choose a smaller n_fft, or centre the frames.",
            samples=n_samples,
        )
    columns = choice.columns(n_samples)
    if columns * choice.n_mels > MAX_VALUES:
        found["hop_samples"] = LabError(
            "That would be {columns} columns of {bands} bands, more than fits a screen: choose a longer hop.",
            columns=columns,
            bands=choice.n_mels,
        )
    return found
