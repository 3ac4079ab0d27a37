"""Listening with the network of a kept run of spoken digits: the report's own small CNN, with its own preprocessing.

What it hears is what it learned from: the word at 8 kHz, cut as closely as the clips of its data (this network knows
no shift: a word that begins a tenth of a second later is another word to it), padded with silence, torchaudio's mel
spectrogram in decibels. It knows no "not a digit" and its probabilities are not calibrated, so it is
always sure. Here, because training and speech do not know each other.
"""

from pathlib import Path
from typing import cast

import numpy as np
import torch
from numpy.typing import NDArray

from tplab_gui.core.errors import LabError
from tplab_gui.core.events.digits import WordSeen
from tplab_gui.data.sounds import read_sound, resample
from tplab_gui.data.spoken import list_clips
from tplab_gui.fusion.listening_runs import EXPERIMENT
from tplab_gui.nets.digit_sound_evidence import as_large_as, report_evidence
from tplab_gui.nets.report_cnn import ReportCNN
from tplab_gui.speech.features import FeatureParams, mel_centres_hz
from tplab_gui.speech.hot_part import hot_part
from tplab_gui.speech.word_window import find_word
from tplab_gui.training import runs
from tplab_gui.training.mistakes import best_network
from tplab_gui.training.spectrograms import (
    BANDS,
    HOP_SAMPLES,
    PRESETS,
    RATE_HZ,
    as_picture,
    clip_samples,
    fit_length,
    spectrogram,
)

Array = NDArray[np.float32]

MEASURED_CLIPS = 40
USUAL_S = (0.02, 0.02)  # around the words of FSDD; for a run whose data is not there any more
_LOOSE_S = (0.12, 0.10)  # what `find_word` leaves before and after a word


class RunReader:
    """The best network of a kept run, ready to listen.

    Raises
    ------
    MissingError
        If the run or its weights are gone.
    LabError
        If it is a run of another experiment, or damaged.

    """

    card = None  # its numbers are those of the run

    def __init__(self, run_dir: str | Path) -> None:
        run = runs.read_run(Path(run_dir))
        if run.config.get("experiment") != EXPERIMENT:
            raise LabError(
                "The run in {folder} did not learn spoken digits, so its network cannot listen.",
                hint="Choose a run of the experiment on spoken digits.",
                folder=run_dir,
            )
        self.network, self._params = cast("ReportCNN", best_network(run)), run.params()
        data = run.config["data"]
        self._mean, self._std = float(data.get("mean", 0.0)), float(data.get("std", 1.0))
        self._margins_s = _margins_s(str(self._params.data), self._params.language)

    def scores(self, samples: Array) -> Array:
        """Hear one word at 8 kHz, float32 (n,): probabilities, float32 (10,).

        Raises
        ------
        LabError
            If no sound above the noise is in it.

        """
        with torch.inference_mode():
            fed = self._fed(self._word(samples)[0])
            scores: Array = self.network(fed[None, None])[0].softmax(dim=0).numpy()
        return scores

    def sure(self, scores: Array) -> bool:
        """Say yes: this network has learned nothing but digits, and takes everything for one."""
        return bool(np.isfinite(scores).all())

    def explain(self, samples: Array, digit: int) -> WordSeen:
        """Return what in the word spoke for `digit`, exactly: behind its two convolutions the network is linear."""
        word, start = self._word(samples)
        picture = spectrogram(word, self._params)
        found = report_evidence(self.network, (picture - self._mean) / self._std, digit)
        shape = (picture.shape[0], picture.shape[1])
        heat = as_large_as(found.heat, shape).numpy()
        features = FeatureParams(
            rate_hz=PRESETS[self._params.preset].mel_rate_hz,
            n_fft=400,
            n_mels=BANDS,
            f_min_hz=0.0,
            f_max_hz=0.0,
        )
        # The mel axis of the report's preset is wrong by this factor: it takes 8 kHz for 16.
        centres_hz = mel_centres_hz(features) * (RATE_HZ / features.rate_hz)
        hop_s = HOP_SAMPLES / RATE_HZ
        return WordSeen(
            start_s=start / RATE_HZ,
            end_s=(start + min(len(word), clip_samples(self._params))) / RATE_HZ,
            samples=fit_length(word, clip_samples(self._params)),
            rate_hz=RATE_HZ,
            picture=(as_picture(picture)[::-1] / np.float32(255)).astype(np.float32),
            hop_s=hop_s,
            centres_hz=centres_hz,
            digit=digit,
            heat=heat,
            time=found.time.numpy(),
            score=found.score,
            hot=hot_part(heat, hop_s, centres_hz),
        )

    def _word(self, samples: Array) -> tuple[Array, int]:
        """Cut the word out as closely as the clips that the network learned from; return it and where it begins."""
        span = find_word(np.asarray(samples, np.float32))
        before, after = (own - loose for own, loose in zip(self._margins_s, _LOOSE_S, strict=True))
        start = max(0, span.start_sample - round(before * RATE_HZ))
        end = min(len(samples), span.end_sample + round(after * RATE_HZ))
        if end - start < HOP_SAMPLES:  # at an end of the recording `find_word` has less to leave
            start, end = span.start_sample, span.end_sample
        return np.asarray(samples[start:end], np.float32), start

    def _fed(self, word: Array) -> torch.Tensor:
        return (spectrogram(word, self._params) - self._mean) / self._std


def _margins_s(source: str, language: str) -> tuple[float, float]:
    """Measure how much a set leaves before and after its words, in seconds: the median of some of its clips."""
    try:
        clips = list_clips(source, language)
        found = [_around(clip.path) for clip in clips[:: max(1, len(clips) // MEASURED_CLIPS)]]
    except LabError:
        return USUAL_S
    before, after = np.median(np.array(found), axis=0)
    return float(before), float(after)


def _around(path: Path) -> tuple[float, float]:
    sound = read_sound(path)
    room = np.zeros(RATE_HZ // 4, np.float32)
    samples = np.concatenate([room, resample(sound.samples, sound.rate_hz, RATE_HZ), room])
    span = find_word(samples)
    before = span.start_sample / RATE_HZ + _LOOSE_S[0] - 0.25
    after = (len(samples) - span.end_sample) / RATE_HZ + _LOOSE_S[1] - 0.25
    return max(0.0, before), max(0.0, after)
