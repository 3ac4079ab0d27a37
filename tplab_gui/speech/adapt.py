"""Adapt the shipped network to one voice: a few epochs on the user's words, without forgetting everybody else's.

Three things keep the others. The built-in voices are learned along, with the shipped network's own answers as their
targets (Li and Hoiem, "Learning without Forgetting", ECCV 2016, arXiv:1606.09282). Batch normalisation keeps its
statistics, and no random number of torch's is drawn: a training in the window is not disturbed. And the weights that
are kept lie between the shipped and the tuned ones (Wortsman et al., "Robust fine-tuning of zero-shot models", CVPR
2022, arXiv:2109.01903), as near the tuned ones as lets no more of the built-in voices be misunderstood than before.
"""

import copy
import dataclasses
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from tplab_gui.core.errors import LabError
from tplab_gui.core.events.common import Progress, Tick, Waiting
from tplab_gui.core.events.recording import Effect
from tplab_gui.data.recordings import kept_clips
from tplab_gui.data.spoken import list_clips
from tplab_gui.nets import weights
from tplab_gui.speech import adapted
from tplab_gui.speech.adapt_words import changed, ears, part, read_words
from tplab_gui.speech.recognise import NETWORKS

Array = NDArray[np.float32]

EPOCHS = 6
COPIES = 8  # of each of the user's words
OTHERS_COPIES = 2  # of each built-in word
BATCH = 32
RATE = 3e-4
# Of the way to the tuned weights. Measured on people of FSDD, played faster or slower as a voice new to the network:
# 0.6 gives nearly all of the gain (0.82 to 0.94) and leaves strangers at 0.997 (shipped 0.999); the whole way 0.986.
SHARES = (0.6, 0.4, 0.2)
LEAST_LEARNED, LEAST_HELD = 10, 5


def adapt(
    language: str, seed: int = 1, epochs: int = EPOCHS, others_source: str | Path = "builtin"
) -> Iterator[object]:
    """Adapt the network of `language` to the user's recordings, measure it, and keep it beside the shipped one.

    `others_source` is the set of the voices that are not to be forgotten: every other take is learned along, the rest
    tests. Yields `Progress`, and at the end the `AdaptedFound` or `NoneAdapted` that `adapted.about` gives.

    Raises
    ------
    LabError
        If there are too few recordings, or no share of what was learned leaves the built-in voices understood.

    """
    yield Waiting("network")
    began_s = time.perf_counter()
    torch.set_num_threads(1)  # of this job's thread
    learned_clips, held_clips = part([clip for clip in kept_clips() if clip.language == language])
    learned, held = read_words(learned_clips), read_words(held_clips)
    if len(learned) < LEAST_LEARNED or len(held) < LEAST_HELD:
        raise LabError(
            "There are too few recordings to adapt the network: {learned} to learn from and {held} to test.",
            hint="Record at least two takes of each digit; three or more are better.",
            learned=len(learned),
            held=len(held),
        )
    shipped, card = weights.load(NETWORKS[language])
    shipped.to(memory_format=torch.channels_last)
    tuned = copy.deepcopy(shipped)
    rng = np.random.default_rng(seed)
    voices = [clip for clip in list_clips(others_source) if clip.language == language]
    others = read_words([clip for clip in voices if clip.index % 2 == 0])
    others_words = read_words([clip for clip in voices if clip.index % 2])
    others_held, others_digits = ears(others_words), np.array([word.digit for word in others_words])
    yield Tick()  # as every other one here: the instant in which a stop is felt
    pictures, digits = changed(learned, COPIES, rng)
    kept, _ = changed(others, OTHERS_COPIES, rng)
    yield from _tune(tuned, shipped, (pictures, digits), kept, rng, epochs)

    held_pictures, held_digits = ears(held), np.array([word.digit for word in held])
    yield Tick()
    others_before = _right(shipped, others_held, others_digits)
    mixed, share, others_after = shipped, 0.0, others_before
    for share in SHARES:
        yield Tick()
        mixed = _between(shipped, tuned, share)
        others_after = _right(mixed, others_held, others_digits)
        if others_after.sum() >= others_before.sum():
            break
    else:
        raise LabError(
            "Nothing was changed: whatever helps your voice would make the network misunderstand others.",
            hint="Record more takes, in a quiet room, and try again.",
        )
    voice = effect_of(_right(shipped, held_pictures, held_digits), _right(mixed, held_pictures, held_digits))
    fields = {
        "title": f"{card['title']}, adapted to one voice",
        "language": language,
        "architecture": card["architecture"],
        "adapted_from": card["sha256"],
        "temperature": card["temperature"],
        "threshold": card["threshold"],
        "seed": seed,
        "speakers": sorted({clip.speaker for clip in learned_clips}),
        "learned": len(learned),
        "voice": dataclasses.asdict(voice),
        "others": dataclasses.asdict(effect_of(others_before, others_after)),
        "share": share,
        "seconds": round(time.perf_counter() - began_s, 2),
    }
    yield Tick()  # the last one: from here on it is kept
    weights.save(adapted.name_of(language), mixed, fields, adapted.folder())
    yield adapted.about(language)


def _tune(
    tuned: nn.Module,
    shipped: nn.Module,
    own: tuple[Array, NDArray[np.int64]],
    others: Array,
    rng: np.random.Generator,
    epochs: int,
) -> Iterator[Progress]:
    """Learn the user's pictures and digits, and the shipped network's answers to `others`; yield after each step."""
    pictures, digits = _as_input(own[0]), torch.from_numpy(own[1])
    kept = _as_input(others)
    with torch.inference_mode():
        answers = torch.cat([shipped(batch) for batch in kept.split(64)]).softmax(dim=1)
    kept_answers = answers.clone()  # an inference tensor cannot take part in a gradient
    tuned.requires_grad_()
    optimiser = torch.optim.Adam(tuned.parameters(), lr=RATE)
    steps = -(-len(pictures) // BATCH)
    for epoch in range(epochs):
        order = torch.from_numpy(rng.permutation(len(pictures)))
        for step, chosen in enumerate(order.split(BATCH)):
            also = torch.from_numpy(rng.integers(0, len(kept), BATCH))
            logits: Tensor = tuned(torch.cat([pictures[chosen], kept[also]]))
            loss = nn.functional.cross_entropy(logits[: len(chosen)], digits[chosen])
            loss = loss + nn.functional.cross_entropy(logits[len(chosen) :], kept_answers[also])
            optimiser.zero_grad(set_to_none=True)
            loss.backward()
            optimiser.step()
            yield Progress(epoch * steps + step + 1, epochs * steps, "adapt")
    tuned.requires_grad_(requires_grad=False)


def _between(shipped: nn.Module, tuned: nn.Module, share: float) -> nn.Module:
    """Return the network whose weights lie at `share` of the way from the shipped to the tuned ones."""
    mixed = copy.deepcopy(shipped)
    end = tuned.state_dict()
    state = {
        key: torch.lerp(first, end[key], share) if first.is_floating_point() else first
        for key, first in shipped.state_dict().items()
    }
    mixed.load_state_dict(state)
    return mixed


def _as_input(pictures: Array) -> Tensor:
    """(n, n_mels, columns) -> (n, 1, n_mels, columns), in the layout in which one core is fastest."""
    return torch.from_numpy(pictures)[:, None].contiguous(memory_format=torch.channels_last)


def _right(network: nn.Module, pictures: Array, digits: NDArray[np.int64]) -> NDArray[np.bool_]:
    """(n, ears, n_mels, columns) -> whether each word is understood, as the recogniser would (n,)."""
    n_words, n_ears = pictures.shape[:2]
    flat = _as_input(pictures.reshape(-1, *pictures.shape[2:]))
    with torch.inference_mode():
        logits = torch.cat([network(batch) for batch in flat.split(96)])
    guesses = logits.reshape(n_words, n_ears, -1).mean(dim=1).argmax(dim=1).numpy()
    right: NDArray[np.bool_] = guesses == digits
    return right


def effect_of(before: NDArray[np.bool_], after: NDArray[np.bool_]) -> Effect:
    """Compare two networks on the same clips (n,): Wilson's intervals, and McNemar's exact test of what changed."""
    from scipy.stats import binomtest  # half a second, in the worker

    def interval(right: int) -> tuple[float, float]:
        found = binomtest(right, before.size).proportion_ci(method="wilson")
        return float(found.low), float(found.high)

    gained, lost = int(np.sum(after & ~before)), int(np.sum(before & ~after))
    p = float(binomtest(gained, gained + lost).pvalue) if gained + lost else 1.0
    right = int(before.sum()), int(after.sum())
    return Effect(before.size, *right, interval(right[0]), interval(right[1]), p)
