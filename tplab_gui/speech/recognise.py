"""Which digit was said: a recording or a cut word in, ten probabilities out.

The word is found, put in the network's window, and heard three times with slightly different ears (mel bands moved
by 6 %), because a voice that is strange to the network at one tract length often is not at the next. The rest of
the lab sees numpy only.
"""

import contextlib
from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np
import soxr
import torch
from numpy.typing import NDArray

from tplab_gui.core.errors import LabError
from tplab_gui.core.events.digits import WordSeen
from tplab_gui.nets import weights
from tplab_gui.speech.endpoint import Span
from tplab_gui.speech.hot_part import word_seen
from tplab_gui.speech.word_window import COLUMNS, FEATURES, find_word, word_picture

Array = NDArray[np.float32]

NETWORKS = {"en": "digit-sound", "fr": "digit-sound-fr"}  # by the language of the words
EARS = (0.94, 1.0, 1.06)
LONGEST_S = 60.0  # of a recording is searched for its word; the rest is not looked at
BATCH = 64


def ears_pictures(samples: Array, rate_hz: int = FEATURES.rate_hz) -> Array:
    """Find the word and picture it once for each ear: (n,) samples -> (ears, n_mels, columns) float32 in [-1, 1].

    Raises
    ------
    LabError
        If no sound above the noise is in it.
    """
    samples = np.nan_to_num(np.asarray(samples[: round(LONGEST_S * rate_hz)], dtype=np.float32))
    if rate_hz != FEATURES.rate_hz:
        samples = soxr.resample(samples, rate_hz, FEATURES.rate_hz)
    span: Span = find_word(samples)
    return np.stack([word_picture(samples, span, warp) for warp in EARS])


class SoundReader:
    """The shipped network for spoken digits, loaded once and warmed up.

    Raises `LabError` from `nets.weights.load` when the network is missing or was changed.
    """

    def __init__(self, name: str = "digit-sound", folder: Path | None = None) -> None:
        self.network, self.card = weights.load(name, folder)
        self.network = self.network.to(memory_format=torch.channels_last)
        self.threshold = float(self.card["threshold"])
        self._temperature = float(self.card["temperature"])
        self._probabilities(np.zeros((len(EARS), FEATURES.n_mels, COLUMNS), np.float32))  # first use is slow

    def scores(self, samples: Array, rate_hz: int = FEATURES.rate_hz) -> Array:
        """Hear one recording or one word.

        Parameters
        ----------
        samples : ndarray, shape (n,), float, mono, full scale = 1, of any length
        rate_hz : int, its sample rate

        Returns
        -------
        ndarray, shape (10,), float32, probabilities of the digits 0 to 9, summing to 1

        Raises
        ------
        LabError
            If no sound above the noise is in it.
        """
        result: Array = self._probabilities(ears_pictures(samples, rate_hz))[0]
        return result

    def batch_scores(self, recordings: Iterable[tuple[Array, int]]) -> Array:
        """Hear many recordings, given as (samples, rate_hz).

        Returns
        -------
        ndarray, shape (n, 10), float32; a row of NaN where no sound was found
        """
        rows: list[Array] = []
        batch: list[tuple[Array, int]] = []
        for recording in recordings:
            batch.append(recording)
            if len(batch) == BATCH:
                rows.append(self._score_batch(batch))
                batch = []
        rows.append(self._score_batch(batch))
        return np.concatenate(rows)

    def explain(self, samples: Array, digit: int) -> WordSeen:
        """Return what in a word at 8 kHz, float32 (n,), spoke for `digit`; raises as `scores`."""
        return word_seen(self.network, samples, digit)

    def sure(self, scores: Array) -> bool:
        """Whether the lab commits to the best guess: its probability reaches the card's threshold."""
        return bool(np.max(scores) >= self.threshold)

    def _score_batch(self, batch: Sequence[tuple[Array, int]]) -> Array:
        rows = np.full((len(batch), 10), np.nan, dtype=np.float32)
        heard: dict[int, Array] = {}
        for number, (samples, rate_hz) in enumerate(batch):
            with contextlib.suppress(LabError):  # silence: its row stays NaN
                heard[number] = ears_pictures(samples, rate_hz)
        if heard:
            rows[list(heard)] = self._probabilities(np.concatenate(list(heard.values())))
        return rows

    def _probabilities(self, pictures: Array) -> Array:
        """(B * ears, n_mels, columns) -> (B, 10): the mean of the logits over the ears, tempered."""
        with torch.inference_mode():
            batch = torch.from_numpy(pictures)[:, None].contiguous(memory_format=torch.channels_last)
            logits = self.network(batch).reshape(-1, len(EARS), 10).mean(dim=1)
            return (logits / self._temperature).softmax(dim=1).numpy()
