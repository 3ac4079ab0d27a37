"""Whom the fused answer believed, and why: both senses' guesses compared with what came out.

Kept apart from the rules themselves (`fusion.late`): this looks at their outcome, so it fits any of them.
"""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from tplab_gui.core.events.moments import Answer, Verdict
from tplab_gui.fusion.late import STRATEGIES, fuse

Array = NDArray[np.float32]


def verdict(
    strategy: str,
    image: Answer | None,
    audio: Answer | None,
    weight: float,
    sure: Callable[[Array], bool],
    joint: tuple[Array, tuple[float, float] | None] | None = None,
) -> Verdict:
    """Let every strategy answer, and say whom the one in use believed.

    Parameters
    ----------
    strategy : str
        The one in use: one of `fusion.late.STRATEGIES`, or the name of the joint network that gave `joint`.
    image, audio : Answer or None
        What each modality says, None: it is missing.
    weight : float
        Share of the image in the weighted product, 0 to 1.
    sure : callable
        Whether the lab commits to fused scores (10,).
    joint : (scores (10,), attention on image and sound or None) or None
        What the joint network in use says; one without attention has no weights of its own.

    """
    answers: dict[str, Answer] = {}
    seen, heard = (None if each is None else each.scores for each in (image, audio))
    for name in STRATEGIES:
        scores = fuse(name, seen, heard, weight)
        if scores is not None:
            single = {"image": image, "audio": audio}.get(name)
            answers[name] = single or Answer(scores, sure(scores))
    if joint is not None:
        answers[strategy] = Answer(joint[0], sure(joint[0]))
    attention = None if joint is None else joint[1]
    believed, reason = _believed(
        strategy, image, audio, answers.get(strategy), is_attentive=attention is not None
    )
    weights = attention or _weights(strategy, image, audio, weight)
    return Verdict(strategy, answers, weights, believed, reason)


def _weights(strategy: str, image: Answer | None, audio: Answer | None, weight: float) -> tuple[float, float]:
    if image is None and audio is None:
        return 0.0, 0.0
    if audio is None or image is None:
        return float(image is not None), float(audio is not None)
    if strategy == "late-vote":
        if image.digit == audio.digit:
            return 0.5, 0.5
        is_image = image.scores.max() >= audio.scores.max()  # the tie rule
        return float(is_image), float(not is_image)
    if strategy in ("image", "audio"):
        return float(strategy == "image"), float(strategy == "audio")
    return weight, 1.0 - weight


def _believed(
    strategy: str, image: Answer | None, audio: Answer | None, fused: Answer | None, *, is_attentive: bool
) -> tuple[str, str]:
    if fused is None or (image is None and audio is None):
        return "nobody", "nothing"
    if image is None or audio is None:
        return ("image", "only-drawn") if image is not None else ("audio", "only-said")
    follows_image, follows_audio = fused.digit == image.digit, fused.digit == audio.digit
    if follows_image and follows_audio:
        return "both", "agree"
    if not follows_image and not follows_audio:
        return "neither", "compromise"
    believed, other = (image, audio) if follows_image else (audio, image)
    name = "image" if follows_image else "audio"
    if is_attentive:
        return name, "attention"
    if strategy in ("image", "audio") or believed.scores.max() < other.scores.max():
        return name, "weight"
    return name, "surer"
