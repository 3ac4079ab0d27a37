"""Late fusion: two classifiers decide by themselves, then their ten scores are combined.

Weighted: a logarithmic opinion pool (Genest and Zidek, "Combining Probability Distributions", Statistical Science 1,
114, 1986; the product rule of Kittler et al., "On Combining Classifiers", IEEE PAMI 20, 226, 1998),

    fused(k) = image(k)^a audio(k)^b / sum over j,     a = min(1, 2 w),  b = min(1, 2 (1 - w)).

At w = 1/2 both exponents are 1: that is Bayes' rule for two independent observations and equally likely digits. At
w = 1 the answer is the image's alone, at w = 0 the sound's. A linear pool (the mean) would never be surer than its
surer half, however well both agree.

Vote: one modality, one vote. Two voters agree or tie; tie rule: the vote of the one that is surer of its own best
guess counts, and at equal confidence that of the image. A third voter (in the study: the joint network) makes a
majority of two possible; when all three differ, the same rule holds, in the order image, sound, third.
"""

import numpy as np
from numpy.typing import NDArray

from tplab_gui.core.errors import LabError

Scores = NDArray[np.float32]

STRATEGIES = ("late-weighted", "late-vote", "image", "audio")
DEFAULT_WEIGHT = (
    0.5  # Bayes' rule: right for calibrated scores, and both networks are tempered on kept-back data
)
# No digit is impossible: a voice that gives exactly 0 could otherwise not be outvoted by anything.
LEAST = 1e-6


def weighted(image: Scores, audio: Scores, weight: float = DEFAULT_WEIGHT) -> Scores:
    """Combine by the weighted product.

    Parameters
    ----------
    image, audio : ndarray, shape (..., 10), float32, probabilities
    weight : float
        Share of the image, 0 to 1.

    Returns
    -------
    ndarray, shape (..., 10), float32, probabilities that sum to 1

    """
    log_image = np.log(np.maximum(image, LEAST).astype(np.float64))
    log_audio = np.log(np.maximum(audio, LEAST).astype(np.float64))
    of_image, of_audio = exponents(weight)
    total = of_image * log_image + of_audio * log_audio
    fused = np.exp(total - total.max(axis=-1, keepdims=True))
    return (fused / fused.sum(axis=-1, keepdims=True)).astype(np.float32)


def exponents(weight: float) -> tuple[float, float]:
    """Return the exponents a and b of image and sound for a share of the image, 0 to 1."""
    return min(1.0, 2 * weight), min(1.0, 2 * (1 - weight))


def vote(image: Scores, audio: Scores) -> Scores:
    """Combine by majority, with the tie rule above.

    Returns
    -------
    ndarray, shape (..., 10), float32
        When both vote for the same digit, the mean of both; else the scores of the voter whose vote counts. The best
        guess is always the digit that won.

    """
    agree = (image.argmax(axis=-1) == audio.argmax(axis=-1))[..., None]
    image_is_surer = (image.max(axis=-1) >= audio.max(axis=-1))[..., None]
    mean = (image + audio) / np.float32(2)
    chosen: Scores = np.where(agree, mean, np.where(image_is_surer, image, audio)).astype(np.float32)
    return chosen


def vote_of_three(image: Scores, audio: Scores, third: Scores) -> Scores:
    """Combine by the majority of three, with the tie rule above; scores (..., 10) as in `vote`.

    Returns
    -------
    ndarray, shape (..., 10), float32
        The mean of those who voted for the digit that won, so that it is the best guess.

    """
    voters = np.stack([image, audio, third])  # (3, ..., 10)
    votes = voters.argmax(axis=-1)
    seconds = (votes[:, None] == votes[None, :]).sum(axis=0)  # how many vote as each does, itself included
    surest = voters.max(axis=-1).argmax(axis=0)  # the first one at equal confidence
    leader = np.where(seconds.max(axis=0) > 1, seconds.argmax(axis=0), surest)
    won = np.take_along_axis(votes, leader[None], axis=0)
    counts = (votes == won)[..., None]
    return np.asarray((voters * counts).sum(axis=0) / counts.sum(axis=0), np.float32)


def fuse(
    strategy: str, image: Scores | None, audio: Scores | None, weight: float = DEFAULT_WEIGHT
) -> Scores | None:
    """Combine by the strategy's name; a modality that is missing leaves the answer to the other one.

    Returns
    -------
    ndarray, shape (10,), float32, or None when nothing is there to answer from

    Raises
    ------
    LabError
        If there is no such strategy.

    """
    if strategy not in STRATEGIES:
        raise LabError(
            "There is no fusion strategy called {name}.",
            hint="Choose one of {names}.",
            name=strategy,
            names=", ".join(STRATEGIES),
        )
    if strategy == "image":
        return image
    if strategy == "audio":
        return audio
    if image is None or audio is None:
        return image if audio is None else audio
    return vote(image, audio) if strategy == "late-vote" else weighted(image, audio, weight)
