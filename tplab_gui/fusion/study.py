"""What every strategy answers to the same pairs, with noise, with a half missing, in conflict.

Each half of the pairs is damaged and encoded once (`Half`), then halves are joined (`answers`): a map of 64 kinds of
damage costs 16 encodings. All strategies meet the very same noise, and the noise of the image does not depend on that
of the sound, so that no difference between two strategies or two cells is chance's.
"""

from collections.abc import Generator, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from tplab_gui.core.events.common import Tick
from tplab_gui.core.events.fusion_study import Disturbance
from tplab_gui.core.studies.strategies import NAMES as STRATEGIES
from tplab_gui.core.studies.strategies import TRAINED
from tplab_gui.fusion.calibration import Calibration
from tplab_gui.fusion.late import vote, vote_of_three, weighted
from tplab_gui.nets.fusion import harmonised
from tplab_gui.training import disturb
from tplab_gui.training.pair_stock import PairedExamples, Stock

LATE = tuple(name for name in STRATEGIES if name not in TRAINED)
THIRD = "joint-attention"  # the third voter
CLEAN = Disturbance()
PURE_SOUND = 0.2  # deviation of the noise that takes the place of a sound
_BATCH = 250  # small, so that a stop is felt at once

Networks = Mapping[str, Any]  # of each of TRAINED its network, in eval mode


@dataclass(frozen=True)
class Half:
    """The images, or the sounds, of all pairs, damaged in one way.

    `raw` float32 (n, 1, 28, 28) is what early fusion takes; `embeddings` by network, float32 (n, EMBEDDING).
    `is_there` is False for a missing half.
    """

    raw: Tensor
    embeddings: dict[str, Tensor]
    is_there: bool

    def rows(self, which: NDArray[np.int64]) -> "Half":
        """Return the half of some of the pairs, in that order."""
        chosen = torch.from_numpy(which).to(self.raw.device)
        return Half(
            self.raw[chosen], {name: each[chosen] for name, each in self.embeddings.items()}, self.is_there
        )


@dataclass(frozen=True)
class Answers:
    """What every strategy says: `scores` by strategy, float32 (n, 10), calibrated probabilities.

    `attention` of joint-attention on (image, sound), float32 (n, 2).
    """

    scores: dict[str, NDArray[np.float32]]
    attention: NDArray[np.float32]

    def right(self, strategy: str, labels: NDArray[np.int64]) -> NDArray[np.bool_]:
        """Return which pairs the strategy names rightly, bool (n,)."""
        return np.asarray(self.scores[strategy].argmax(axis=1) == labels)


def halves(
    networks: Networks, examples: PairedExamples, disturbance: Disturbance = CLEAN, seed: int = 1
) -> Generator[Tick, None, tuple[Half, Half]]:
    """Return both halves of the pairs, damaged as asked."""
    image = yield from image_half(networks, examples, disturbance, seed)
    sound = yield from sound_half(networks, examples, disturbance, seed)
    return image, sound


def image_half(
    networks: Networks, examples: PairedExamples, disturbance: Disturbance, seed: int = 1
) -> Generator[Tick, None, Half]:
    """Return the images, damaged and encoded; yields after each batch. The same seed gives the same noise."""
    generator = torch.Generator(examples.stock.images.device).manual_seed(seed)
    return (yield from _encoded(_image_encoders(networks), examples, disturbance, generator, is_sound=False))


def sound_half(
    networks: Networks, examples: PairedExamples, disturbance: Disturbance, seed: int = 1
) -> Generator[Tick, None, Half]:
    """Return the sounds, damaged and encoded, as `image_half` does; `raw` are harmonised spectrograms."""
    generator = torch.Generator(examples.stock.images.device).manual_seed(seed)
    return (yield from _encoded(_sound_encoders(networks), examples, disturbance, generator, is_sound=True))


def spoilt_pair(
    examples: PairedExamples, disturbance: Disturbance, seed: int, index: int
) -> tuple[Tensor, Tensor]:
    """Return one image, float32 (1, 1, 28, 28) in [0, 1], and its sound, float32 (1, SAMPLES), as `halves` spoils them.

    A half that is absent is returned as if it were there.
    """
    found = []
    for is_sound in (False, True):
        generator = torch.Generator(examples.stock.images.device).manual_seed(seed)
        for first in range(0, index + 1, _BATCH):  # all batches before it, for their share of the noise
            images, sounds, _ = examples.raw(slice(first, first + _BATCH))
            half = (
                _spoilt_sounds(sounds, disturbance, generator)
                if is_sound
                else _spoilt_images(images, disturbance, generator)
            )
        found.append(half[index % _BATCH][None])
    return found[0], found[1]


def encoded_pair(
    networks: Networks, stock: Stock, disturbance: Disturbance, image: Tensor, sound: Tensor
) -> tuple[Half, Half]:
    """Return both halves of what `spoilt_pair` returned."""
    with torch.inference_mode():
        return (
            _half(_image_encoders(networks), stock.pictures(image), disturbance.absent != "image"),
            _half(_sound_encoders(networks), stock.spectrograms(sound), disturbance.absent != "audio"),
        )


def _image_encoders(networks: Networks) -> dict[str, nn.Module]:
    joint = {name: networks[name].image for name in ("joint-concat", "joint-attention")}
    return {"image": networks["image"].encoder, **joint}


def _sound_encoders(networks: Networks) -> dict[str, nn.Module]:
    joint = {name: networks[name].sound for name in ("joint-concat", "joint-attention")}
    return {"audio": networks["audio"].encoder, **joint}


def _half(encoders: Mapping[str, nn.Module], given: Tensor, is_there: bool) -> Half:  # noqa: FBT001
    """Encode one batch of pictures or spectrograms; zeros take the place of what is missing."""
    given = given if is_there else torch.zeros_like(given)
    return Half(harmonised(given), {name: encoder(given) for name, encoder in encoders.items()}, is_there)


def logits_of(networks: Networks, image: Half, sound: Half) -> tuple[dict[str, NDArray[np.float64]], Tensor]:
    """Return the logits of each trained network, float64 (n, 10), and the attention, float32 (n, 2)."""
    present = torch.tensor([[float(image.is_there), float(sound.is_there)]], device=image.raw.device)
    present = present.expand(len(image.raw), 2)
    with torch.inference_mode():
        concat, attention = networks["joint-concat"], networks["joint-attention"]
        joint = [(half.embeddings["joint-concat"], half.embeddings[THIRD]) for half in (image, sound)]
        (concat_image, attention_image), (concat_sound, attention_sound) = joint
        found = {
            "image": networks["image"].fc(image.embeddings["image"]),
            "audio": networks["audio"].fc(sound.embeddings["audio"]),
            "early": networks["early"].fused(image.raw, sound.raw),
            "joint-concat": concat.fused(concat_image, concat_sound, present),
            "joint-attention": attention.fused(attention_image, attention_sound, present),
        }
        weights = attention.weights_of(attention_image, attention_sound, present)
    return {name: each.double().cpu().numpy() for name, each in found.items()}, weights


def answers(networks: Networks, image: Half, sound: Half, calibration: Calibration) -> Answers:
    """Let every strategy answer the pairs of two halves."""
    logits, weights = logits_of(networks, image, sound)
    scores = {name: calibration.probabilities(name, each) for name, each in logits.items()}
    return Answers(
        scores | late(scores, calibration, has_image=image.is_there, has_sound=sound.is_there),
        weights.cpu().numpy(),
    )


def late(
    scores: Mapping[str, NDArray[np.float32]], calibration: Calibration, *, has_image: bool, has_sound: bool
) -> dict[str, NDArray[np.float32]]:
    """Return what the late strategies make of `scores`; of one half they say exactly what that half says."""
    image, audio = scores["image"], scores["audio"]
    if not (has_image and has_sound):
        return dict.fromkeys(LATE, image if has_image else audio)
    return {
        "late-weighted": weighted(image, audio, calibration.weight),
        "late-vote": vote(image, audio),
        "late-vote-three": vote_of_three(image, audio, scores[THIRD]),
    }


def _encoded(
    encoders: Mapping[str, nn.Module],
    examples: PairedExamples,
    disturbance: Disturbance,
    generator: torch.Generator,
    *,
    is_sound: bool,
) -> Generator[Tick, None, Half]:
    is_there = disturbance.absent != ("audio" if is_sound else "image")
    parts: list[Half] = []
    for first in range(0, len(examples), _BATCH):
        with torch.inference_mode():
            images, sounds, _ = examples.raw(slice(first, first + _BATCH))
            if is_sound:
                given = examples.stock.spectrograms(_spoilt_sounds(sounds, disturbance, generator))
            else:
                given = examples.stock.pictures(_spoilt_images(images, disturbance, generator))
            parts.append(_half(encoders, given, is_there))
        yield Tick()
    embeddings = {name: torch.cat([part.embeddings[name] for part in parts]) for name in encoders}
    return Half(torch.cat([part.raw for part in parts]), embeddings, is_there)


def _spoilt_images(images: Tensor, disturbance: Disturbance, generator: torch.Generator) -> Tensor:
    if disturbance.pure == "image":
        return torch.rand(images.shape, generator=generator, device=images.device)
    if disturbance.sigma:
        images = disturb.noisy_images(images, disturbance.sigma, generator)
    if disturbance.hidden:
        images = disturb.occluded(images, disturbance.hidden, generator)
    return images


def _spoilt_sounds(sounds: Tensor, disturbance: Disturbance, generator: torch.Generator) -> Tensor:
    if disturbance.pure == "audio":
        return PURE_SOUND * torch.randn(sounds.shape, generator=generator, device=sounds.device)
    if disturbance.snr_db is not None:
        sounds = disturb.noisy_sounds(sounds, disturbance.snr_db, generator)
    return sounds
