"""What the data explorer asks and is told: sets, the examples of one, one example opened.

A set is named by its kind ('pictures' or 'sounds') and its source ('builtin', 'mnist', 'fsdd' or a folder).
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from tplab_gui.core.mel_choice import MelChoice


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
class Analyse:
    """Asks for the mel spectrogram of samples (n,) float32; of several that wait only the newest is answered."""

    samples: NDArray[np.float32]
    rate_hz: int
    choice: MelChoice


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
    labels: NDArray[np.uint16]


@dataclass(frozen=True, slots=True)
class PictureOpened:
    """One picture example, uint8 (28, 28), 255 = ink."""

    example: Any
    pixels: NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class SoundOpened:
    """One sound example: samples (n,) float32 in [-1, 1], mono, and what its file says about itself.

    `encoding` is libsndfile's word for how a sample is stored ('PCM_16'); `channels` those of the file, before they
    were averaged.
    """

    example: Any
    samples: NDArray[np.float32]
    rate_hz: int
    channels: int = 1
    encoding: str = ""


@dataclass(frozen=True, slots=True)
class BandsHeard:
    """What the mel bands of a choice hear, in the Hz that the program believes in (see `MelChoice`).

    `corners_hz` (n_mels + 2,) are the corners of the triangles: band m rises from corner m, is 1 at corner m + 1 and
    falls to corner m + 2. `empty` holds the numbers of the bands without an FFT bin, counted from 0. `bin_hz` is the
    distance of two bins, `narrowest_hz` the width of the narrowest triangle. `n_fft_enough` is the smallest power of
    two with which no band would be empty (0 when none below 65,536 would do), `n_mels_enough` the largest number of
    bands with this n_fft (0 when even one is too many). The picture is wrong by the factor `times`:
    believed / true rate.
    """

    corners_hz: NDArray[np.float64]
    empty: tuple[int, ...]
    bin_hz: float
    narrowest_hz: float
    n_fft_enough: int
    n_mels_enough: int
    believed_rate_hz: int
    true_rate_hz: int

    @property
    def times(self) -> float:
        """The believed rate over the true one; 1 when the program is right."""
        return self.believed_rate_hz / self.true_rate_hz


@dataclass(frozen=True, slots=True)
class Analysed:
    """The mel spectrogram (n_mels, columns) float32 in dB of `samples`, and what its bands hear.

    Column k begins `k * hop_s` after the start of the clip, or is centred there (`is_centred`), and saw `frame_s` of
    it. `report_shape` is the shape that the report's program would give (table 1).
    """

    samples: NDArray[np.float32]
    choice: MelChoice
    level_db: NDArray[np.float32]
    hop_s: float
    frame_s: float
    heard: BandsHeard
    report_shape: tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class PlayPart:
    """What of a clip is to be heard: from `start_s` to `end_s` (0: its end), `low_hz` to `high_hz` (0: all above)."""

    start_s: float = 0.0
    end_s: float = 0.0
    low_hz: float = 0.0
    high_hz: float = 0.0


@dataclass(frozen=True, slots=True)
class Played:
    """Playing goes on: the place `position_s` of the clip is at the loudspeaker now; `is_over` at its end."""

    position_s: float
    is_over: bool
