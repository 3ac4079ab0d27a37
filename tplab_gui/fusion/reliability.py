"""Each test pair by how sure the image and the sound are of themselves, and who is right: when to believe whom."""

from collections.abc import Generator, Iterator

import numpy as np
import torch
from numpy.typing import NDArray

from tplab_gui.core.errors import LabError
from tplab_gui.core.events.findings import Sentence
from tplab_gui.core.events.fusion_study import Disturbance, ReliabilityRead, StudyStep
from tplab_gui.core.fusion_plan import FusionAsked
from tplab_gui.core.studies.strategies import FUSED, NAMES
from tplab_gui.fusion import study
from tplab_gui.fusion.study import Answers, Half
from tplab_gui.fusion.study_runs import Bench, KeptGroup, benches
from tplab_gui.nets.fusion_evidence import contributions


def reliability(asked: FusionAsked, disturbance: Disturbance, seed: int | None = None) -> Iterator[object]:
    """Yield `StudyStep` and one `ReliabilityRead` of one seed, the first unless another one is named.

    Raises `LabError` when the seed is not complete, and as `study_runs.benches`.
    """
    group, bench = yield from one_bench(asked, seed)
    yield StudyStep("answers", 0, 1, seed=bench.seed)
    image, sound = yield from study.halves(bench.networks, bench.test, disturbance, bench.seed)
    said = study.answers(bench.networks, image, sound, bench.calibration)
    yield _read(group, bench, disturbance, said, _image_share(bench, image, sound, said))


def one_bench(asked: FusionAsked, seed: int | None) -> Generator[object, None, tuple[KeptGroup, Bench]]:
    """Return a group and one of its seeds, the first for None; raises `LabError` when it is not complete."""
    group, made = yield from benches(asked)
    for bench in made:
        if seed in {None, bench.seed}:
            return group, bench
    raise LabError(
        "Seed {seed} has not all five networks, so it cannot be asked.",
        hint="Choose one of: {seeds}.",
        seed=seed,
        seeds=", ".join(str(bench.seed) for bench in made),
    )


def _read(
    group: KeptGroup, bench: Bench, disturbance: Disturbance, said: Answers, share: NDArray[np.float32]
) -> ReliabilityRead:
    answers = {name: said.scores[name].argmax(axis=1) for name in NAMES}
    confidences = {name: said.scores[name].max(axis=1) for name in NAMES}
    seen, heard = answers["image"] == bench.labels, answers["audio"] == bench.labels
    counts = {
        "both": int((seen & heard).sum()),
        "image": int((seen & ~heard).sum()),
        "sound": int((~seen & heard).sum()),
        "neither": int((~seen & ~heard).sum()),
    }
    right = {name: answers[name] == bench.labels for name in FUSED}
    return ReliabilityRead(
        group.about.key,
        bench.seed,
        disturbance,
        bench.labels,
        answers["image"],
        confidences["image"],
        answers["audio"],
        confidences["audio"],
        answers,
        confidences,
        said.attention,
        share,
        counts,
        {name: int((right[name] & ~(seen & heard)).sum()) for name in FUSED},
        {name: int((~right[name] & (seen | heard)).sum()) for name in FUSED},
        _sentences(counts, bench, seen, heard, confidences),
    )


def _image_share(bench: Bench, image: Half, sound: Half, said: Answers) -> NDArray[np.float32]:
    """Return the image's part of what spoke for the digit that joint-attention answers, float32 (n,) in [0, 1]."""
    name = "joint-attention"
    present = torch.tensor([[float(image.is_there), float(sound.is_there)]]).expand(len(image.raw), 2)
    digits = torch.from_numpy(said.scores[name].argmax(axis=1))
    added = contributions(
        bench.networks[name], image.embeddings[name], sound.embeddings[name], present, digits
    ).numpy()
    spoke_for = np.maximum(added, 0.0)
    total = spoke_for.sum(axis=1)
    return np.where(total > 0, spoke_for[:, 0] / np.maximum(total, 1e-12), 0.5).astype(np.float32)


def _sentences(
    counts: dict[str, int],
    bench: Bench,
    seen: NDArray[np.bool_],
    heard: NDArray[np.bool_],
    confidences: dict[str, NDArray[np.float32]],
) -> tuple[Sentence, ...]:
    total = sum(counts.values())
    shares: dict[str, float] = {name: 100 * count / total for name, count in counts.items()}
    said = [
        Sentence(
            "Of {total:.0f} pairs the image alone is right in {image:.1f} % where the sound is wrong, the sound alone "
            "in {sound:.1f} % where the image is wrong; in {neither:.1f} % neither is.",
            {**shares, "total": float(total)},
        )
    ]
    torn = seen != heard
    if torn.any():
        surer_is_image = confidences["image"] >= confidences["audio"]
        good = float((surer_is_image == seen)[torn].mean())
        said.append(
            Sentence(
                "Where only one of them is right, it is the one that is surer of itself in {share:.0f} % of the cases.",
                {"share": 100 * good},
            )
        )
    said += _by_digit(bench.labels, seen, heard)
    return tuple(said)


def _by_digit(labels: NDArray[np.int64], seen: NDArray[np.bool_], heard: NDArray[np.bool_]) -> list[Sentence]:
    """Say for which digit each modality leads the other most."""
    digits = [digit for digit in range(10) if (labels == digit).any()]
    leads = np.array([seen[labels == digit].mean() - heard[labels == digit].mean() for digit in digits])
    said = []
    if leads.max() > 0:
        values = {"digit": float(digits[int(leads.argmax())]), "lead": 100 * float(leads.max())}
        said.append(
            Sentence(
                "The image is more reliable most clearly for {digit:.0f}: {lead:.0f} points ahead of the sound.",
                values,
            )
        )
    if leads.min() < 0:
        values = {"digit": float(digits[int(leads.argmin())]), "lead": -100 * float(leads.min())}
        said.append(
            Sentence(
                "The sound is more reliable most clearly for {digit:.0f}: {lead:.0f} points ahead of the image.",
                values,
            )
        )
    return said
