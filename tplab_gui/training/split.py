"""Which clips are learnt from and which are held back to test.

At random, three quarters and one, as the report does: not stratified, so the classes are not equally frequent. By
recording, numbers 0 to 4 held back, as the Free Spoken Digit Dataset asks. By speaker, a quarter of the speakers held
back: the honest test of whether a new voice is understood. The draw depends on `split_seed` and not on the run's seed,
so that runs of several seeds are tested on the same clips.
"""

from collections.abc import Sequence

import numpy as np

from tplab_gui.core.errors import LabError
from tplab_gui.core.params import TrainParams
from tplab_gui.data.spoken import SpokenClip

TRAIN_SHARE = 0.75
TEST_RECORDINGS = range(5)
Clips = list[SpokenClip]


def split(clips: Sequence[SpokenClip], params: TrainParams) -> tuple[Clips, Clips]:
    """Return the clips to learn from and those to test.

    Raises
    ------
    LabError
        If one of the parts would be empty, or if there is only one digit to learn.

    """
    is_held_back = {"random": _at_random, "recording": _by_recording, "speaker": _by_speaker}[params.split]
    held_back = is_held_back(clips, params.split_seed)
    train = [clip for clip, is_out in zip(clips, held_back, strict=True) if not is_out]
    test = [clip for clip, is_out in zip(clips, held_back, strict=True) if is_out]
    if not train or not test:
        raise LabError(
            "With this split, {train} clips are left to learn from and {test} to test.",
            hint="Choose another split, or a set with more recordings and speakers.",
            train=len(train),
            test=len(test),
        )
    if len({clip.digit for clip in train}) < 2:
        raise LabError(
            "All clips to learn from say the same digit, so there is nothing to tell apart.",
            hint="Choose a set with at least two digits.",
        )
    return train, test


def _at_random(clips: Sequence[SpokenClip], seed: int) -> list[bool]:
    order = np.random.default_rng(seed).permutation(len(clips))
    held_back = np.ones(len(clips), bool)
    held_back[order[: int(TRAIN_SHARE * len(clips))]] = False
    return [bool(each) for each in held_back]


def _by_recording(clips: Sequence[SpokenClip], _seed: int) -> list[bool]:
    return [clip.index in TEST_RECORDINGS for clip in clips]


def _by_speaker(clips: Sequence[SpokenClip], seed: int) -> list[bool]:
    speakers = sorted({clip.speaker for clip in clips})
    order = np.random.default_rng(seed).permutation(len(speakers))
    count = max(1, round((1 - TRAIN_SHARE) * len(speakers)))
    out = {speakers[i] for i in order[:count]}
    return [clip.speaker in out for clip in clips]
