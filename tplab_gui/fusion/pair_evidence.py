"""One test pair as the networks met it: picture, sound, what each strategy said, and what decided it."""

from collections.abc import Iterator
from functools import lru_cache

import numpy as np
import torch
from numpy.typing import NDArray

from tplab_gui.core.errors import LabError
from tplab_gui.core.events.fusion_study import Disturbance, PairEvidence
from tplab_gui.core.fusion_plan import FusionAsked
from tplab_gui.fusion import study
from tplab_gui.fusion.late import LEAST, exponents
from tplab_gui.fusion.reliability import one_bench
from tplab_gui.fusion.study_runs import Bench
from tplab_gui.nets.fusion_evidence import contributions, enlarged, half_weights, heat
from tplab_gui.speech.features import FeatureParams, mel_centres_hz
from tplab_gui.training.pair_stock import BANDS, FFT_SAMPLES, HOP_SAMPLES
from tplab_gui.training.spectrograms import RATE_HZ

_EXPLAINED = "joint-attention"


def pair_evidence(
    asked: FusionAsked, index: int, disturbance: Disturbance, seed: int | None = None
) -> Iterator[object]:
    """Yield one `PairEvidence`: of the pair at place `index` of the same question's `ReliabilityRead`.

    Raises `LabError` when there is no such pair, and as `study_runs.benches`.
    """
    group, bench = yield from one_bench(asked, seed)
    if not 0 <= index < len(bench.test):
        raise LabError(
            "There is no test pair {index}: {count} pairs are asked.",
            hint="Choose a point of the map.",
            index=index,
            count=len(bench.test),
        )
    image, sound = study.spoilt_pair(bench.test, disturbance, bench.seed, index)
    yield _explained(group.about.key, bench, index, disturbance, image, sound)


def _explained(
    key: str, bench: Bench, index: int, disturbance: Disturbance, image: torch.Tensor, sound: torch.Tensor
) -> PairEvidence:
    stock = bench.test.stock
    one = study.encoded_pair(bench.networks, stock, disturbance, image, sound)
    said = study.answers(bench.networks, *one, bench.calibration)
    scores = {name: each[0] for name, each in said.scores.items()}
    digit = int(scores[_EXPLAINED].argmax())
    present = torch.tensor([[float(half.is_there) for half in one]])
    network, digits = bench.networks[_EXPLAINED], torch.tensor([digit])
    embeddings = one[0].embeddings[_EXPLAINED], one[1].embeddings[_EXPLAINED]
    weights = [half_weights(network, *embeddings, present, digits, side)[0] for side in (0, 1)]
    inputs = stock.pictures(image), stock.spectrograms(sound)
    heats = [  # without weight, for a missing half, it is 0 everywhere
        enlarged(heat(encoder, each, weight), (each.shape[2], each.shape[3])).numpy()
        for encoder, each, weight in zip((network.image, network.sound), inputs, weights, strict=True)
    ]
    floor, spread = stock.decibels
    clip = bench.divided.clips[bench.test.pairs.clips[index]]
    return PairEvidence(
        key=key,
        index=index,
        truth=int(bench.labels[index]),
        picture_number=int(bench.test.pairs.pictures[index]),
        clip=str(clip.path),
        speaker=clip.speaker,
        picture=image[0, 0].numpy(),
        samples=sound[0].numpy(),
        rate_hz=RATE_HZ,
        mel=(inputs[1][0, 0] * spread + floor).numpy(),
        centres_hz=centres_hz(),
        hop_s=HOP_SAMPLES / RATE_HZ,
        scores=scores,
        attention=(float(said.attention[0, 0]), float(said.attention[0, 1])),
        explained=digit,
        image_heat=heats[0],
        sound_heat=heats[1],
        shares=_shares(bench, one, present, scores),
    )


def _shares(
    bench: Bench,
    one: tuple[study.Half, study.Half],
    present: torch.Tensor,
    scores: dict[str, NDArray[np.float32]],
) -> dict[str, tuple[float, float]]:
    found = {}
    for name in ("joint-concat", "joint-attention"):
        digits = torch.tensor([int(scores[name].argmax())])
        halves = one[0].embeddings[name], one[1].embeddings[name]
        added = contributions(bench.networks[name], *halves, present, digits)[0]
        found[name] = float(added[0]), float(added[1])
    digit = int(scores["late-weighted"].argmax())
    powers = exponents(bench.calibration.weight)
    alone = []
    for name, power, half in zip(("image", "audio"), powers, one, strict=True):
        logs = np.log(np.maximum(scores[name].astype(np.float64), LEAST))
        is_only = half.is_there and not all(each.is_there for each in one)
        alone.append(
            float((1.0 if is_only else power) * (logs[digit] - logs.mean())) if half.is_there else 0.0
        )
    return found | {"late-weighted": (alone[0], alone[1])}


@lru_cache(maxsize=1)
def centres_hz() -> NDArray[np.float32]:
    """Return the centres of the mel bands of the study, in Hz, lowest first."""
    features = FeatureParams(rate_hz=RATE_HZ, n_fft=FFT_SAMPLES, n_mels=BANDS, f_min_hz=0.0, f_max_hz=0.0)
    return mel_centres_hz(features).astype(np.float32)
