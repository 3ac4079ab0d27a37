"""What the data explorer is told: sets, examples, one example opened."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class SetsFound:
    """The data sets known to the lab, as `data.catalogue.DataSetInfo` values."""

    sets: tuple[object, ...]


@dataclass(frozen=True, slots=True)
class ExamplesListed:
    """The examples of one set: ids, labels and speakers run in parallel (`speakers` holds '' for pictures)."""

    set_name: str
    kind: str
    ids: tuple[str, ...]
    labels: NDArray[np.uint8]
    speakers: tuple[str, ...]
    parts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PictureOpened:
    """One picture example, uint8 (28, 28), 255 = ink."""

    set_name: str
    example_id: str
    label: int
    pixels: NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class SoundOpened:
    """One sound example: samples (n,) float32, its mel spectrogram (n_mels, frames) dB and both axes."""

    set_name: str
    example_id: str
    label: int
    speaker: str
    samples: NDArray[np.float32]
    rate_hz: int
    mel_db: NDArray[np.float32]
    hop_s: float
    centres_hz: NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Played:
    """Playing goes on: `position_s` of the sound is at the loudspeaker now; `is_over` at its end."""

    position_s: float
    is_over: bool
