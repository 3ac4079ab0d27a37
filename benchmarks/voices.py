"""How well the shipped network hears people it has never heard, through noise, and what it refuses.

    python benchmarks/voices.py --data DIR [--synthetic DIR] [--leave-one-out] [--others] [--speakers A,B]
        [--steps 800] [--epochs 30] [--bfloat16] [--json]

`DIR` holds `fsdd/recordings` and `spoken_digits_extra/*`; the clips are those of the speakers whom the network's card
names as kept out of training. `--synthetic` is a folder of `tools.synthetic_voices`, for other words.
Shares are of all clips; an interval is Wilson's at 95 %.

`--leave-one-out` trains instead: for each of FSDD's six speakers, a network on the other five (and nothing else),
once by the recipe of the shipped network, once the report's own CNN by the lab's split honesty; minutes to hours.
With `--others` the shipped network's recipe also hears all the other sets, as it does for the network that ships;
the report's CNN has no part in that. What each fold came to is printed to stderr as soon as it is known; `--speakers`
names those to be left out, for several processes at once.
"""

import argparse
import contextlib
import json
import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import torch

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from tools.digit_sound_data import NOT_A_DIGIT, Recording, held_out, load
from tools.digit_sound_measure import heard, logits_of, noisy, refusals, softmax, without_rumble
from tools.train_digit_sound import train
from tplab_gui.core.events.sets import HonestyRead
from tplab_gui.nets import weights
from tplab_gui.speech.recognise import SoundReader
from tplab_gui.training import honesty
from tplab_gui.training.intervals import wilson

Clip = np.ndarray[tuple[int], np.dtype[np.float32]]
LEVELS_DB = (20, 15, 10, 5, 0)


def spoilt(rng: np.random.Generator) -> dict[str, Callable[[Recording], Clip]]:
    """What else happens to a clip on its way to the network."""

    def word(each: Recording) -> Clip:
        return each.samples[each.span.start_sample : each.span.end_sample]

    def clipped(each: Recording) -> Clip:
        sound = without_rumble(each.samples)
        limit = 0.25 * float(np.abs(sound).max())
        return np.clip(sound, -limit, limit)

    return {
        "as recorded": lambda each: each.samples,
        "cut closely": lambda each: word(each)[400 : max(800, word(each).size - 320)],
        "in two seconds of a quiet room": lambda each: np.asarray(
            np.pad(each.samples, 8000) + rng.normal(0, 3e-4, each.samples.size + 16000), np.float32
        ),
        "at a fiftieth of its level": lambda each: np.asarray(
            np.round(each.samples / 50 * 32768) / 32768, np.float32
        ),
        "clipped at a quarter of its peak": clipped,
        **{
            f"{colour} noise at {level_db} dB": (
                lambda each, colour=colour, level_db=level_db: noisy(
                    each.samples, each, level_db, rng, colour
                )
            )
            for colour in ("white", "pink")
            for level_db in LEVELS_DB
        },
    }


def shipped(data: Path, synthetic: Path | None) -> dict[str, object]:
    """Measure the shipped network on the speakers that its card names."""
    network, card = weights.load("digit-sound", None)
    names = frozenset(card["held_out"])
    unseen = [each for each in load(data, synthetic) if held_out(each, names)]
    people = [each for each in unseen if each.digit >= 0 and not each.source.startswith("synthetic")]
    truth = np.array([each.digit for each in people])
    figures: dict[str, object] = {"recordings": len(people), "people": len({each.speaker for each in people})}
    for name, change in spoilt(np.random.default_rng(0)).items():
        rows = heard(network, [change(each) for each in people])
        right = sum(row is not None and row.argmax() == digit for row, digit in zip(rows, truth, strict=True))
        figures[name] = _share(int(right), len(people))
    scale, threshold = card["temperature"], card["threshold"]
    sure = softmax(logits_of(network, people) / scale).max(axis=1) >= threshold
    figures["clear digits kept"] = round(float(sure.mean()), 4)
    figures |= refusals(network, scale, threshold)
    words = [each for each in unseen if each.digit == NOT_A_DIGIT]
    if words:
        best = softmax(logits_of(network, words) / scale).max(axis=1)
        figures["refused: other words"] = round(float(np.mean(best < threshold)), 4)
    figures["processor ms per word"] = round(_cost_ms(), 2)
    return figures


def _share(right: int, count: int) -> list[float]:
    """The fraction and both ends of its interval."""
    return [round(each, 4) for each in (right / count, *wilson(right, count))]


def _cost_ms() -> float:
    """Processor time of one word of half a second, from samples to scores, on one thread."""
    reader, word = SoundReader(), np.random.default_rng(0).normal(0, 0.1, 4000).astype(np.float32)
    reader.scores(word)
    began = time.process_time()
    for _ in range(50):
        reader.scores(word)
    return 1000 * (time.process_time() - began) / 50


def leave_one_out(
    data: Path,
    synthetic: Path | None,
    steps: int,
    epochs: int,
    *,
    others: bool,
    half: bool,
    speakers: set[str],
) -> dict[str, object]:
    """Train without one of FSDD's six speakers and test on that one, in turn, for both networks."""
    recordings = load(data, synthetic) if others else load(data, None)
    if not others:
        recordings = [each for each in recordings if each.source == "fsdd"]
    ours: dict[str, list[float]] = {}
    everybody = {each.speaker for each in recordings if each.source == "fsdd"}
    for speaker in sorted(everybody & speakers or everybody):
        tested = [each for each in recordings if each.source == "fsdd" and each.speaker == speaker]
        seen = [each for each in recordings if not held_out(each, frozenset({speaker}))]
        with contextlib.redirect_stdout(sys.stderr):
            network = train(seen, steps, seed=1, half=half)
        hits = logits_of(network, tested).argmax(axis=1) == [each.digit for each in tested]
        ours[speaker] = _share(int(hits.sum()), hits.size)
        print(speaker, ours[speaker], file=sys.stderr, flush=True)
    figures = {"steps": steps, "heard beside FSDD": others, "this network": ours, "mean": _mean(ours)}
    return figures if others else figures | _report_cnn(data, epochs)


def _report_cnn(data: Path, epochs: int) -> dict[str, object]:
    """The same for the report's own CNN, by the lab's split honesty."""
    theirs: dict[str, list[float]] = {}
    with tempfile.TemporaryDirectory() as home:
        os.environ["TPLAB_HOME"] = home  # the comparison keeps its result there
        source = str(data / "fsdd" / "recordings")
        for event in honesty.compare(source, epochs, methods=("one-speaker",)):
            if isinstance(event, HonestyRead):
                theirs = {each.name: _share(each.right, each.tested) for each in event.scores[0].folds}
    return {"epochs": epochs, "report CNN": theirs, "report CNN, mean": _mean(theirs)}


def _mean(shares: dict[str, list[float]]) -> float:
    """The mean of the speakers."""
    return round(float(np.mean([share[0] for share in shares.values()])), 4)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument(
        "--data", type=Path, default=os.environ.get("TPLAB_DATA"), help="TPLAB_DATA by default"
    )
    parser.add_argument("--synthetic", type=Path)
    parser.add_argument("--leave-one-out", action="store_true")
    parser.add_argument("--others", action="store_true", help="train on all the other sets too")
    parser.add_argument("--speakers", default="", help="who is left out in turn; all by default")
    parser.add_argument("--steps", type=int, default=800)
    parser.add_argument("--epochs", type=int, default=30)
    parser.add_argument(
        "--bfloat16", action="store_true", help="train this network twice as fast where possible"
    )
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    if options.data is None:
        parser.error("give --data, or set TPLAB_DATA")
    torch.set_num_threads(1)
    if options.leave_one_out:
        figures = leave_one_out(
            Path(options.data),
            options.synthetic,
            options.steps,
            options.epochs,
            others=options.others,
            half=options.bfloat16,
            speakers=set(options.speakers.split(",")),
        )
    else:
        figures = shipped(Path(options.data), options.synthetic)
    if options.json:
        print(json.dumps(figures))
    else:
        for name, value in figures.items():
            print(f"{name:34} {value}")


if __name__ == "__main__":
    main()
