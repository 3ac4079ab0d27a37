"""Joint fusion live: the network of a kept run of the fusion study reads the drawing and the word together.

What it is given is what it learnt from: the 28 x 28 picture and one second of the word at the same peak, its mel
spectrogram, both normalised by the numbers of the run. A half that is missing is told as missing. Its probabilities are
not calibrated.
"""

from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray

from tplab_gui.core.errors import LabError
from tplab_gui.core.events.common import Notice
from tplab_gui.core.params import ListenParams
from tplab_gui.fusion.listening_runs import FUSING, FUSION_EXPERIMENT
from tplab_gui.fusion.study_runs import network_of
from tplab_gui.nets.fusion import JointAttention, Pair
from tplab_gui.speech.word_window import find_word
from tplab_gui.training import runs
from tplab_gui.training.pair_stock import PEAK, SAMPLES, decibels
from tplab_gui.training.spectrograms import fit_length

Array = NDArray[np.float32]
Joint = tuple[Array, tuple[float, float] | None]


class JointReader:
    """The best network of a kept run of the fusion study, ready to answer.

    Raises
    ------
    MissingError
        If the run or its weights are gone.
    LabError
        If it is a run of another experiment, or damaged.

    """

    def __init__(self, run_dir: str | Path) -> None:
        run = runs.read_run(Path(run_dir))
        if run.config.get("experiment") != FUSION_EXPERIMENT or run.config.get("setup") not in FUSING:
            raise LabError(
                "The run in {folder} did not learn to fuse, so its network cannot join drawing and sound.",
                hint="Choose a run of the fusion study: early, or one of the joint ones.",
                folder=run_dir,
            )
        self.strategy = str(run.config["setup"])
        self.network = network_of(run)
        data = run.config["data"]
        self._pixels, self._decibels = (tuple(map(float, data[key])) for key in ("pixels", "decibels"))

    def answer(self, image: Array | None, word: Array | None) -> Joint:
        """Read a drawing and a word together.

        Parameters
        ----------
        image : ndarray, shape (28, 28), float32, in [0, 1], or None
        word : ndarray, shape (n,), float32, at 8 kHz, or None

        Returns
        -------
        scores : ndarray, shape (10,), float32, probabilities
        attention : (image, sound), adding up to 1; None where the network has none

        """
        picture, sound = torch.zeros(1, 1, 28, 28), torch.zeros(1, SAMPLES)
        if image is not None:
            picture = torch.from_numpy(np.ascontiguousarray(image, np.float32))[None, None]
        if word is not None:
            sound = torch.from_numpy(_as_clip(word))[None]
        present = torch.tensor([[float(image is not None), float(word is not None)]])
        with torch.inference_mode():
            pair = Pair(
                (picture - self._pixels[0]) / self._pixels[1],
                (decibels(sound) - self._decibels[0]) / self._decibels[1],
                present,
            )
            scores = self.network(pair)[0].softmax(dim=0).numpy()
            attention = None
            if isinstance(self.network, JointAttention):
                to_image, to_sound = self.network.weights(pair)[0].tolist()
                attention = to_image, to_sound
        return scores, attention


class JointChoice:
    """Loads the network that is asked for once, and keeps those that were."""

    def __init__(self) -> None:
        self._readers: dict[str, JointReader | None] = {}

    def reader(self, params: ListenParams, notices: list[Notice]) -> JointReader | None:
        """Return it; None when none is asked for, or it cannot be had (that leaves a notice, once)."""
        folder = params.fusion_run
        if folder and folder not in self._readers:
            try:
                self._readers[folder] = JointReader(folder)
            except LabError as error:
                self._readers[folder] = None
                notices.append(Notice(error, "warning", "fusion-run"))
        return self._readers.get(folder)


def _as_clip(word: Array) -> Array:
    """Cut a word as the clips of the study are cut: close to the sound, at the same peak, one second long."""
    try:
        span = find_word(np.asarray(word, np.float32))
        cut = np.asarray(word[span.start_sample : span.end_sample], np.float32)
    except LabError:  # nothing above the noise: what is there, as it is
        cut = np.asarray(word, np.float32)
    peak = float(np.abs(cut).max(initial=0.0))
    return np.ascontiguousarray(fit_length(cut, SAMPLES) * np.float32(PEAK / peak if peak > 0 else 0.0))
