"""What the digit job says: the sound as it comes, and who said which digit."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class SourceOpened:
    """A microphone, a file or the simulated microphone delivers sound now; its time starts at 0.

    `mel_centres_hz` are the centres of the bands of the columns to come, lowest first.
    """

    name: str
    rate_hz: int
    is_simulated: bool
    mel_centres_hz: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class SourceLost:
    """The source went away without being asked to; the job looks for it again."""

    name: str


@dataclass(frozen=True, slots=True)
class SourceClosed:
    """The source was closed: asked for (muted, hidden, another one chosen), or, `is_at_end`, a file is over."""

    name: str
    is_at_end: bool = False


@dataclass(frozen=True, slots=True)
class SpectrogramColumns:
    """New columns of the mel spectrogram: `level_db` is (n_mels, n) float32, dB re full scale.

    The first column is centred at `start_s` of the source's own time.
    """

    start_s: float
    hop_s: float
    level_db: NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Level:
    """The loudness of the last block, dB re full scale; `gaps` counts blocks the system lost so far."""

    rms_db: float
    peak_db: float
    is_clipping: bool
    gaps: int


@dataclass(frozen=True, slots=True)
class WordHeard:
    """The end-pointer closed an utterance, in seconds of the source's own time."""

    start_s: float
    end_s: float


@dataclass(frozen=True, slots=True)
class WordOpen:
    """A word has begun at `start_s` of the source's own time and goes on; None: it is over, or was no word."""

    start_s: float | None


@dataclass(frozen=True, slots=True)
class WordSeen:
    """The part of the last word that a network looked at, and what in it decided.

    `start_s` and `end_s` count from the start of `WordHeard`. `samples` (n,) float32 at `rate_hz` are the sound of
    the window, `picture` its log-mel spectrogram, float32 (bands, columns) in [0, 1], low bands first, one column
    every `hop_s`, band centres `centres_hz`. `heat`, of the same shape, is what spoke for `digit`, 1 the most; `time`
    (t,) the share of every stretch of the window in the logit, over its mean, `score`. `hot` is the hottest part:
    from second to second of the window, from Hz to Hz.
    """

    start_s: float
    end_s: float
    samples: NDArray[np.float32]
    rate_hz: int
    picture: NDArray[np.float32]
    hop_s: float
    centres_hz: NDArray[np.float64]
    digit: int
    heat: NDArray[np.float32]
    time: NDArray[np.float32]
    score: float
    hot: tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class ListeningRun:
    """A kept run of spoken digits whose network can listen: its folder, and what the user or the lab calls it."""

    run_dir: str
    name: str


@dataclass(frozen=True, slots=True)
class ListeningRuns:
    """All of them, the newest first."""

    runs: tuple[ListeningRun, ...]


@dataclass(frozen=True, slots=True)
class FusingRun:
    """A kept run of the fusion study whose network can fuse: its folder, its strategy, what it is called."""

    run_dir: str
    strategy: str
    name: str


@dataclass(frozen=True, slots=True)
class FusingRuns:
    """All of them, the newest first."""

    runs: tuple[FusingRun, ...]


@dataclass(frozen=True, slots=True)
class DigitScores:
    """Ten probabilities that sum to 1. `source` is 'image', 'audio' or 'fused'.

    `is_sure` says whether the lab would commit to the best guess; `ms` is the computation alone. `weight` is the
    share of the image in a fused answer, the attention of a network that has one (nan otherwise).
    """

    source: str
    scores: NDArray[np.float32]
    is_sure: bool
    ms: float
    weight: float = float("nan")


@dataclass(frozen=True, slots=True)
class ScoresCleared:
    """There is nothing to score any more (an empty canvas, a new moment). `source` as in `DigitScores`."""

    source: str


@dataclass(frozen=True, slots=True)
class InkSeen:
    """The 28 x 28 picture the network sees, float32 in [0, 1], ink = 1; heat of the best guess beside it or None."""

    image: NDArray[np.float32]
    heat: NDArray[np.float32] | None = None
