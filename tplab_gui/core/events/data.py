"""What the data explorer asks and is told: sets, the examples of one, one example opened.

A set is named by its kind ('pictures' or 'sounds') and its source ('builtin', 'mnist', 'fsdd' or a folder).
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class ListSets:
    """Asks which sets there are."""


@dataclass(frozen=True, slots=True)
class ListExamples:
    """Asks for the examples of one set; with `kind` '' the folder `source` is looked into first."""

    kind: str
    source: str


@dataclass(frozen=True, slots=True)
class OpenExample:
    """Asks for one example (a `data.catalogue.Example`), to look at or to listen to."""

    kind: str
    source: str
    example: Any


@dataclass(frozen=True, slots=True)
class SetsFound:
    """The data sets known to the lab, as `data.catalogue.DataSetInfo` values."""

    sets: tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class ExamplesListed:
    """The examples of one set, as `data.catalogue.Example` values, with their labels (n,) beside them."""

    kind: str
    source: str
    examples: tuple[Any, ...]
    labels: NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class PictureOpened:
    """One picture example, uint8 (28, 28), 255 = ink."""

    example: Any
    pixels: NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class SoundOpened:
    """One sound example: samples (n,) float32 and its mel spectrogram (n_mels, frames) in dB.

    Column k is centred `k * hop_s` after the start; row m at `centres_hz[m]`.
    """

    example: Any
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
