"""Which clips are learnt from and which are held back to test.

At random, three quarters and one, as the report does: not stratified, so the digits are not equally frequent; or four
fifths and one. Stratified: a quarter of each digit. By recording, numbers 0 to 4 held back, as the Free Spoken Digit
Dataset asks. By speaker, a quarter of the speakers held back, or one who is named: the honest test of whether a new
voice is understood. The draw depends on its own seed and not on a run's, so that runs of several seeds are tested on
the same clips.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from tplab_gui.core.errors import LabError
from tplab_gui.core.events.findings import Sentence
from tplab_gui.data.spoken import SpokenClip

TRAIN_SHARE = 0.75
LARGE_TRAIN_SHARE = 0.8
TEST_RECORDINGS = range(5)
METHODS = ("random", "random-80", "stratified", "recording", "speaker", "one-speaker")
Clips = list[SpokenClip]


def split(clips: Sequence[SpokenClip], method: str, seed: int = 1, speaker: str = "") -> tuple[Clips, Clips]:
    """Return the clips to learn from and those to test, each in the order of `clips`.

    Parameters
    ----------
    clips : sequence of SpokenClip
    method : one of `METHODS`
    seed : int
        Start of the draw; without a meaning for 'recording' and 'one-speaker'.
    speaker : str
        Who is held back by 'one-speaker'.

    Raises
    ------
    LabError
        If one of the parts would be empty, or if there is only one digit to learn.

    """
    held_back = _held_back(clips, method, seed, speaker)
    train = [clip for clip, is_out in zip(clips, held_back, strict=True) if not is_out]
    test = [clip for clip, is_out in zip(clips, held_back, strict=True) if is_out]
    refuse_unfit(train, test)
    return train, test


def refuse_unfit(train: Sequence[SpokenClip], test: Sequence[SpokenClip]) -> None:
    """Raise `LabError` when a part is empty or there is only one digit to learn."""
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


def speakers_of(clips: Sequence[SpokenClip]) -> list[str]:
    """Return who speaks, in order of the names."""
    return sorted({clip.speaker for clip in clips})


def digit_counts(train: Sequence[SpokenClip], test: Sequence[SpokenClip]) -> NDArray[np.int64]:
    """Return how often each digit is in each part, int64 (2, 10), train first: tables 3 and 2 of the report."""
    return np.stack([np.bincount([clip.digit for clip in part], minlength=10) for part in (train, test)])


def speaker_counts(train: Sequence[SpokenClip], test: Sequence[SpokenClip]) -> dict[str, tuple[int, int]]:
    """Return how many clips of each speaker are in (train, test), in order of the names."""
    counts: dict[str, tuple[int, int]] = dict.fromkeys(speakers_of([*train, *test]), (0, 0))
    for clip in train:
        counts[clip.speaker] = (counts[clip.speaker][0] + 1, 0)
    for clip in test:
        counts[clip.speaker] = (counts[clip.speaker][0], counts[clip.speaker][1] + 1)
    return counts


def leak(train: Sequence[SpokenClip], test: Sequence[SpokenClip]) -> tuple[Sentence, int]:
    """Return what speakers in both parts mean for the accuracy, and how many of those tested they are."""
    tested = {clip.speaker for clip in test}
    shared = tested & {clip.speaker for clip in train}
    values = {"shared": float(len(shared)), "tested": float(len(tested))}
    if not shared:
        return Sentence(
            "Speakers in both parts: none of the {tested:.0f} tested. The accuracy tells how well new voices are "
            "understood.",
            values,
        ), 0
    if shared == tested:
        return Sentence(
            "Speakers in both parts: all {tested:.0f} tested. The accuracy tells how well voices that were learnt "
            "are understood, not how well a new one is.",
            values,
        ), len(shared)
    return Sentence(
        "Speakers in both parts: {shared:.0f} of the {tested:.0f} tested. The accuracy mixes voices that were learnt "
        "with new ones.",
        values,
    ), len(shared)


def _held_back(clips: Sequence[SpokenClip], method: str, seed: int, speaker: str) -> list[bool]:
    match method:
        case "random":
            return _at_random(len(clips), TRAIN_SHARE, seed)
        case "random-80":
            return _at_random(len(clips), LARGE_TRAIN_SHARE, seed)
        case "stratified":
            return _stratified(clips, seed)
        case "recording":
            return [clip.index in TEST_RECORDINGS for clip in clips]
        case "speaker":
            return _by_speaker(clips, seed)
        case "one-speaker":
            return [clip.speaker == speaker for clip in clips]
    raise LabError(
        "There is no split called {name}.",
        hint="Choose one of: {names}.",
        name=method,
        names=", ".join(METHODS),
    )


def _at_random(count: int, train_share: float, seed: int) -> list[bool]:
    order = np.random.default_rng(seed).permutation(count)
    held_back = np.ones(count, bool)
    held_back[order[: int(train_share * count)]] = False
    return [bool(each) for each in held_back]


def _stratified(clips: Sequence[SpokenClip], seed: int) -> list[bool]:
    digits = np.array([clip.digit for clip in clips])
    random = np.random.default_rng(seed)
    held_back = np.ones(len(clips), bool)
    for digit in np.unique(digits):
        rows = random.permutation(np.flatnonzero(digits == digit))
        held_back[rows[: int(TRAIN_SHARE * len(rows))]] = False
    return [bool(each) for each in held_back]


def _by_speaker(clips: Sequence[SpokenClip], seed: int) -> list[bool]:
    speakers = speakers_of(clips)
    order = np.random.default_rng(seed).permutation(len(speakers))
    count = max(1, round((1 - TRAIN_SHARE) * len(speakers)))
    out = {speakers[i] for i in order[:count]}
    return [clip.speaker in out for clip in clips]
