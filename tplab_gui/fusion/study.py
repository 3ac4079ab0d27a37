"""Comparing the fusion strategies on the same pairs: alone, fused, with noise, with one half missing, in conflict.

The five trained networks (`nets.fusion`) answer every pair; late fusion is computed from what image and audio alone
say, each divided by a temperature (Guo et al., ICML 2017, arXiv:1706.04599) fitted on validation pairs, as is the
weight. All strategies meet the very same noise, so that their difference is not chance's.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import nn

from tplab_gui.fusion.late import LEAST, vote, weighted
from tplab_gui.nets.fusion import JointAttention
from tplab_gui.training import disturb
from tplab_gui.training.paired import PairedExamples

TRAINED = ("image", "audio", "early", "joint-concat", "joint-attention")
LATE = ("late-weighted", "late-vote")
STRATEGIES = (*TRAINED, *LATE)
_BATCH = 250
_WEIGHTS = np.linspace(0.0, 1.0, 41)
_TEMPERATURES = np.geomspace(0.25, 8.0, 41)

Scores = NDArray[np.float32]


@dataclass(frozen=True)
class Condition:
    """How the test pairs are spoilt: normal noise and a hidden share on the image, white noise on the sound.

    `sigma` in [0, 1] of the range of a pixel; `hidden` a share of the area; `snr_db` None without noise; `absent` is
    '', 'image' or 'audio': that half is missing. `pure` the same, but instead of it there is nothing but noise.
    """

    sigma: float = 0.0
    hidden: float = 0.0
    snr_db: float | None = None
    absent: str = ""
    pure: str = ""


@dataclass(frozen=True)
class Answers:
    """What every strategy says to the same pairs.

    `labels` int64 (N,); `scores` by strategy, float32 (N, 10), probabilities; `attention` on (image, sound), (N, 2).
    """

    labels: NDArray[np.int64]
    scores: dict[str, Scores]
    attention: Scores

    def right(self, strategy: str) -> NDArray[np.bool_]:
        """Return which pairs the strategy names rightly, bool (N,)."""
        return self.scores[strategy].argmax(axis=1) == self.labels


@dataclass(frozen=True)
class Calibration:
    """What was fitted on validation pairs: temperatures of image and audio alone, and the weight of the image."""

    image: float = 1.0
    audio: float = 1.0
    weight: float = 0.5


def answer(
    networks: Mapping[str, nn.Module],
    examples: PairedExamples,
    condition: Condition,
    calibration: Calibration,
    seed: int = 1,
) -> Iterator[Answers]:
    """Let every network answer the pairs, spoilt as `condition` says; yields `Answers` of the batches in their order.

    `networks` holds all of `TRAINED`, in eval mode. The same seed gives the same noise.
    """
    device = examples.stock.images.device
    generator = torch.Generator(device).manual_seed(seed)
    for first in range(0, len(examples), _BATCH):
        with torch.inference_mode():
            images, sounds, labels = examples.raw(slice(first, first + _BATCH))
            pair = examples.stock.pair(*_spoilt(images, sounds, condition, generator))
            logits = {name: networks[name](pair).double().cpu().numpy() for name in TRAINED}
            attention = networks["joint-attention"]
            assert isinstance(attention, JointAttention)  # noqa: S101  for the type checker
            weights = attention.weights(pair).cpu().numpy()
        yield Answers(labels.cpu().numpy(), _with_late(logits, condition, calibration), weights)


def joined(parts: list[Answers]) -> Answers:
    """Return the answers of all batches as one."""
    return Answers(
        np.concatenate([part.labels for part in parts]),
        {name: np.concatenate([part.scores[name] for part in parts]) for name in STRATEGIES},
        np.concatenate([part.attention for part in parts]),
    )


def calibrate(
    image: NDArray[np.float64], audio: NDArray[np.float64], labels: NDArray[np.int64]
) -> Calibration:
    """Fit the temperatures, then the weight, by the likelihood of the labels of validation pairs.

    `image` and `audio` are logits or log-probabilities, float64 (N, 10), without any temperature.
    """
    temperatures = [_temperature(each, labels) for each in (image, audio)]
    seen, heard = (
        softmax(each / t).astype(np.float32) for each, t in zip((image, audio), temperatures, strict=True)
    )
    costs = [_cost(weighted(seen, heard, float(weight)), labels) for weight in _WEIGHTS]
    lowest = np.flatnonzero(np.array(costs) <= min(costs) + 1e-12)
    weight = float(_WEIGHTS[lowest[np.argmin(np.abs(_WEIGHTS[lowest] - 0.5))]])
    return Calibration(temperatures[0], temperatures[1], weight)


def softmax(logits: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return probabilities of logits, over the last axis."""
    powers = np.exp(logits - logits.max(axis=-1, keepdims=True))
    return np.asarray(powers / powers.sum(axis=-1, keepdims=True))


def _with_late(
    logits: Mapping[str, NDArray[np.float64]], condition: Condition, calibration: Calibration
) -> dict[str, Scores]:
    tempered = {"image": calibration.image, "audio": calibration.audio}
    scores = {
        name: softmax(each / tempered.get(name, 1.0)).astype(np.float32) for name, each in logits.items()
    }
    image, audio = scores["image"], scores["audio"]
    if condition.absent:
        there = audio if condition.absent == "image" else image
        return scores | dict.fromkeys(LATE, there)
    return scores | {
        "late-weighted": weighted(image, audio, calibration.weight),
        "late-vote": vote(image, audio),
    }


def _temperature(logits: NDArray[np.float64], labels: NDArray[np.int64]) -> float:
    costs = [_cost(softmax(logits / temperature), labels) for temperature in _TEMPERATURES]
    return float(_TEMPERATURES[int(np.argmin(costs))])


def _spoilt(
    images: torch.Tensor, sounds: torch.Tensor, condition: Condition, generator: torch.Generator
) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    present = torch.ones(len(images), 2, device=images.device)
    if condition.sigma:
        images = disturb.noisy_images(images, condition.sigma, generator)
    if condition.hidden:
        images = disturb.occluded(images, condition.hidden, generator)
    if condition.snr_db is not None:
        sounds = disturb.noisy_sounds(sounds, condition.snr_db, generator)
    if condition.pure == "image":
        images = torch.rand(images.shape, generator=generator, device=images.device)
    if condition.pure == "audio":
        noise = torch.randn(sounds.shape, generator=generator, device=sounds.device)
        sounds = 0.2 * noise
    if condition.absent:
        present[:, 0 if condition.absent == "image" else 1] = 0.0
    return images, sounds, present


def _cost(scores: NDArray[np.floating], labels: NDArray[np.int64]) -> float:
    return float(-np.log(np.maximum(scores[np.arange(len(labels)), labels], LEAST)).mean())
