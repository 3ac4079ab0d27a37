"""What a comparison of splits found: scores, what they mean in sentences, and the JSON file that keeps them.

"Not established" is the answer where the difference is within what chance does to that many clips, or within what the
speakers differ by among themselves.
"""

import json
import re
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from tplab_gui.core import atomic
from tplab_gui.core.events.findings import Sentence
from tplab_gui.core.events.sets import Fold, HonestyRead, SplitScore
from tplab_gui.core.paths import user_data_dir
from tplab_gui.training.intervals import difference, mean_over_speakers, wilson

METHODS = ("random", "stratified", "recording", "speaker", "one-speaker")
NEAR_GUESSING = 0.15  # ten digits: guessing names 10 % rightly
_FORMAT = 1


def score(method: str, folds: Sequence[Fold], *, is_complete: bool) -> SplitScore:
    """Return the accuracy over all folds together, with its interval; at least one fold."""
    right, tested = _counts(folds)
    return SplitScore(method, tuple(folds), right / tested, *wilson(right, tested), is_complete)


def read(
    source: str, created: str, epochs: int, seed: int, scores: Sequence[SplitScore], *, is_complete: bool
) -> HonestyRead:
    """Return the event that tells these scores and what they mean."""
    sentences, established = _meaning({each.method: each for each in scores if each.is_complete})
    seconds = sum(fold.seconds for each in scores for fold in each.folds)
    return HonestyRead(
        source, created, epochs, seed, seconds, tuple(scores), sentences, established, is_complete
    )


def save(found: HonestyRead) -> Path:
    """Keep a comparison, atomically, in a file named by set and time; raises `LabError` when it cannot be written."""
    path = _folder() / f"{_stem(found.source)}-{re.sub(r'[^0-9T]', '', found.created[:19])}.json"
    kept = asdict(found)
    kept["sentences"] = [sentence.text() for sentence in found.sentences]
    atomic.write_text(path, json.dumps({"format": _FORMAT, **kept}, indent=2) + "\n")
    return path


def newest(source: str) -> HonestyRead | None:
    """Return the newest comparison kept for a set, or None; what cannot be read is passed over."""
    for path in sorted(_folder().glob(f"{_stem(source)}-*.json"), reverse=True):
        try:
            kept: Any = json.loads(path.read_text(encoding="utf-8"))
            if kept["format"] == _FORMAT and kept["source"] == source:
                return _from_json(kept)
        except (OSError, ValueError, KeyError, TypeError, ZeroDivisionError):
            continue
    return None


def last_comparison(source: str) -> Iterator[object]:
    """Yield the newest comparison kept for a set; an empty one when there is none."""
    yield newest(source) or HonestyRead(source, "", 0, 0, 0.0, (), (), None, is_complete=False)


def _from_json(kept: Mapping[str, Any]) -> HonestyRead:
    scores = [
        score(
            str(each["method"]),
            [
                Fold(
                    str(f["name"]), int(f["right"]), int(f["tested"]), int(f["trained"]), float(f["seconds"])
                )
                for f in each["folds"]
            ],
            is_complete=bool(each["is_complete"]),
        )
        for each in kept["scores"]
    ]
    return read(
        str(kept["source"]),
        str(kept["created"]),
        int(kept["epochs"]),
        int(kept["seed"]),
        scores,
        is_complete=bool(kept["is_complete"]),
    )


def _meaning(scores: Mapping[str, SplitScore]) -> tuple[tuple[Sentence, ...], bool | None]:
    """Return what complete scores mean, and whether the difference between known and new voices is established."""
    sentences: list[Sentence] = []
    established = None
    new = scores.get("one-speaker") or scores.get("speaker")
    known = scores.get("random")
    if known and new:
        sentence, established = _known_and_new(known, new)
        sentences.append(sentence)
    if (left_out := scores.get("one-speaker")) and len(left_out.folds) > 1:
        each = [fold.right / fold.tested for fold in left_out.folds]
        sentences.append(
            Sentence(
                "Speaker by speaker the accuracy goes from {least:.1f} % to {most:.1f} %, so a split that holds back "
                "one or two speakers may tell a better or a worse story than all of them.",
                {"least": 100 * min(each), "most": 100 * max(each)},
            )
        )
    if known and (stratified := scores.get("stratified")):
        sentences.append(_stratified(known, stratified))
    if scores and min(each.accuracy for each in scores.values()) < NEAR_GUESSING:
        sentences.append(
            Sentence(
                "An accuracy near 10 % is guessing: there the network learnt nothing, and the splits cannot be "
                "compared. More epochs or another seed may help.",
            )
        )
        established = None
    return tuple(sentences), established


def _known_and_new(known: SplitScore, new: SplitScore) -> tuple[Sentence, bool]:
    low, high = difference(_counts(known.folds), _counts(new.folds))
    mean, margin = mean_over_speakers([fold.right / fold.tested for fold in new.folds])
    values = {
        "known": 100 * known.accuracy,
        "new": 100 * new.accuracy,
        "points": 100 * (known.accuracy - new.accuracy),
        "low": 100 * low,
        "high": 100 * high,
        "margin": 100 * margin,
        "speakers": float(len(new.folds)),
    }
    is_one_by_one = new.method == "one-speaker" and len(new.folds) > 2
    if low > 0 and (not is_one_by_one or known.accuracy > mean + margin):
        return Sentence(
            "Voices that were learnt: {known:.1f} %; voices never heard: {new:.1f} %. The difference of {points:.1f} "
            "points is larger than chance (95 %: {low:.1f} to {high:.1f}): that much of the first figure comes from "
            "knowing the speakers.",
            values,
        ), True
    if is_one_by_one:
        return Sentence(
            "Voices that were learnt: {known:.1f} %; voices never heard: {new:.1f} %. The difference of {points:.1f} "
            "points is not established: chance among the clips gives {low:.1f} to {high:.1f}, and the {speakers:.0f} "
            "speakers alone leave ± {margin:.1f}.",
            values,
        ), False
    return Sentence(
        "Voices that were learnt: {known:.1f} %; voices never heard: {new:.1f} %. The difference of {points:.1f} "
        "points is not established (95 %: {low:.1f} to {high:.1f}).",
        values,
    ), False


def _stratified(random: SplitScore, stratified: SplitScore) -> Sentence:
    low, high = difference(_counts(stratified.folds), _counts(random.folds))
    values = {
        "points": 100 * (stratified.accuracy - random.accuracy),
        "low": 100 * low,
        "high": 100 * high,
    }
    if low <= 0 <= high:
        return Sentence(
            "Stratified instead of plain random: {points:+.1f} points, not established (95 %: {low:+.1f} to "
            "{high:+.1f}). Equal digits do not mend shared speakers.",
            values,
        )
    return Sentence(
        "Stratified instead of plain random: {points:+.1f} points, larger than chance (95 %: {low:+.1f} to "
        "{high:+.1f}).",
        values,
    )


def _counts(folds: Sequence[Fold]) -> tuple[int, int]:
    return sum(fold.right for fold in folds), sum(fold.tested for fold in folds)


def _folder() -> Path:
    return user_data_dir() / "split-honesty"


def _stem(source: str) -> str:
    if source.isalnum():
        return source
    return f"folder-{zlib.crc32(source.encode()):08x}"
