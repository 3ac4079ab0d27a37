"""The fusion study pair by pair: how sure each modality was, why one pair was answered so, and digits in conflict.

Units and the order of strategies as in `core.events.fusion_study`.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tplab_gui.core.events.findings import Sentence

if TYPE_CHECKING:  # numpy costs a quarter of the time to the first paint
    import numpy as np
    from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Disturbance:
    """How pairs are spoilt before they are answered: all zero and None is clean.

    `sigma` in [0, 1.5] of the range of a pixel; `hidden` a share of the area; `snr_db` of white noise on the sound;
    `absent` '' or the half that is missing; `pure` '' or the half that is nothing but noise.
    """

    sigma: float = 0.0
    hidden: float = 0.0
    snr_db: float | None = None
    absent: str = ""
    pure: str = ""


@dataclass(frozen=True, slots=True)
class ReliabilityRead:
    """Every test pair by how sure each modality was, and who was right; of one seed.

    Arrays of one entry a pair: `truth`, `image_digit`, `sound_digit` int64 (n,); `image_confidence`,
    `sound_confidence` float32 (n,), calibrated probabilities; `answers` and `confidences` by strategy, int64 and
    float32 (n,); `attention` float32 (n, 2) on image and sound; `image_share` float32 (n,): the part of the image in
    what spoke for joint-attention's answer (`nets.fusion_evidence.contributions`), between 0 and 1.
    `counts` is by who is right alone: 'both', 'image', 'sound', 'neither'; `saved` counts, by strategy, the pairs that
    it names rightly though one modality does not, `spoilt` those it gets wrong though one is right.
    """

    key: str
    seed: int
    disturbance: Disturbance
    truth: "NDArray[np.int64]"
    image_digit: "NDArray[np.int64]"
    image_confidence: "NDArray[np.float32]"
    sound_digit: "NDArray[np.int64]"
    sound_confidence: "NDArray[np.float32]"
    answers: "dict[str, NDArray[np.int64]]"
    confidences: "dict[str, NDArray[np.float32]]"
    attention: "NDArray[np.float32]"
    image_share: "NDArray[np.float32]"
    counts: dict[str, int]
    saved: dict[str, int]
    spoilt: dict[str, int]
    sentences: tuple[Sentence, ...]

    def __len__(self) -> int:
        """Return the number of pairs."""
        return len(self.truth)


@dataclass(frozen=True, slots=True)
class PairEvidence:
    """One pair as the networks met it, and why they said what they said.

    `picture` float32 (28, 28) in [0, 1]; `samples` float32 (n,) at `rate_hz`; `mel` float32 (bands, frames) in dB, low
    bands first; `centres_hz` (bands,); `hop_s`. `scores` by strategy, float32 (10,). `image_heat` (28, 28) and
    `sound_heat` (bands, frames) in [0, 1]: what spoke for the digit that joint-attention answers. `shares`: by strategy
    that adds its halves up ('joint-concat', 'joint-attention', 'late-weighted'), what the image, what the sound adds to
    the answer's logit less the mean of all digits: exact, together with a constant they are that logit.
    """

    key: str
    index: int
    truth: int
    picture_number: int
    clip: str
    speaker: str
    picture: "NDArray[np.float32]"
    samples: "NDArray[np.float32]"
    rate_hz: int
    mel: "NDArray[np.float32]"
    centres_hz: "NDArray[np.float32]"
    hop_s: float
    scores: "dict[str, NDArray[np.float32]]"
    attention: tuple[float, float]
    explained: int
    image_heat: "NDArray[np.float32]"
    sound_heat: "NDArray[np.float32]"
    shares: dict[str, tuple[float, float]]


@dataclass(frozen=True, slots=True)
class ConflictRead:
    """The image says i, the sound says j: whom each strategy followed.

    `image` and `sound` by strategy, float32 (10, 10), row i, column j: the shares of answers i and of answers j; what
    is left answered neither. On the diagonal both say the same and both tables give the share that said it.
    `overall` by strategy: the three shares (image, sound, neither) over all cells off the diagonal.
    """

    key: str
    image: "dict[str, NDArray[np.float32]]"
    sound: "dict[str, NDArray[np.float32]]"
    pairs_per_cell: int
    seeds: tuple[int, ...]
    overall: dict[str, tuple[float, float, float]]
    sentences: tuple[Sentence, ...]
