"""Accuracy of every fusion strategy, clean and spoilt, on pictures and voices that no network has met.

    python benchmarks/fusion.py [--data builtin|mnist] [--epochs 6] [--seeds 1] [--limit 0] [--pairs 2000] [--json]

Trains image, audio, early, joint-concat and joint-attention as the lab does (`tplab train --experiment fusion`, held
back by speaker), calibrates late fusion on the validation pairs, and lets all seven answer the same test pairs. With
`--runs DIR` kept runs are taken instead of being trained. `accuracy` is by condition and strategy, the mean over the
seeds; `interval` is Wilson's at 95 %, of the clean pairs of one seed; `errors_of_best_fusion` the share of the better
single modality's errors that the best fusion makes on clean pairs.
"""

import argparse
import json
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import numpy as np
import torch
from torch import nn

from tplab_gui.core.events.training import RunEnd
from tplab_gui.core.experiments import find
from tplab_gui.core.mailbox import Latest
from tplab_gui.core.params import TrainParams
from tplab_gui.data.pairs import Pairs
from tplab_gui.fusion import study
from tplab_gui.fusion.study import Answers, Calibration, Condition
from tplab_gui.training import paired
from tplab_gui.training.intervals import wilson
from tplab_gui.training.loop import fit
from tplab_gui.training.mistakes import best_network
from tplab_gui.training.paired import PairedExamples
from tplab_gui.training.runs import list_runs, read_run

SIGMAS, SNRS_DB = (0.0, 0.3, 0.6, 0.9), (None, 10.0, 0.0, -10.0)
CONDITIONS = {
    **{
        f"sigma {sigma:g}, {'clean sound' if snr_db is None else f'{snr_db:g} dB'}": Condition(
            sigma, snr_db=snr_db
        )
        for sigma in SIGMAS
        for snr_db in SNRS_DB
    },
    "30 % hidden": Condition(hidden=0.3),
    **{f"{half} missing": Condition(absent=half) for half in ("image", "audio")},
    **{f"{half} pure noise": Condition(pure=half) for half in ("image", "audio")},
}
CLEAN = next(iter(CONDITIONS))


def main() -> None:
    """Train or find, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", default="builtin")
    parser.add_argument("--epochs", type=int, default=6)
    parser.add_argument("--seeds", type=int, default=1)
    parser.add_argument("--limit", type=int, default=0)
    parser.add_argument("--pairs", type=int, default=2000, help="test pairs that are asked; 0: all")
    parser.add_argument("--runs", type=Path, help="a folder of kept runs of the fusion experiment")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        root = options.runs or Path(folder)
        if options.runs is None:
            for seed in range(1, options.seeds + 1):
                train(root, options, seed)
        figures = measure(root, options.pairs)
    if options.json:
        print(json.dumps(figures))
        return
    for condition, by_strategy in figures["accuracy"].items():
        print(
            f"{condition:24}" + "  ".join(f"{name} {100 * share:5.1f}" for name, share in by_strategy.items())
        )


def train(root: Path, options: argparse.Namespace, seed: int) -> None:
    """Train the five networks of one seed into `root`."""
    experiment = find("fusion")
    for setup in experiment.setups:
        params = experiment.params(
            str(root), setup=setup, data=options.data, epochs=options.epochs, limit=options.limit, seed=seed
        )
        for event in fit(Latest(params)):
            if isinstance(event, RunEnd):
                print(f"{setup}, seed {seed}: {event.reason}", file=sys.stderr)


def measure(root: Path, most: int) -> dict[str, object]:
    """Return the figures of the kept runs in `root`, by seed and then as their mean."""
    kept, _ = list_runs(root)
    runs = [read_run(run.folder) for run in kept if run.config["experiment"] == "fusion"]
    measured = []
    for seed in sorted({run.config["seed"] for run in runs}):
        of_seed = {run.config["setup"]: run for run in runs if run.config["seed"] == seed}
        if set(of_seed) >= set(study.TRAINED):
            networks = {name: best_network(of_seed[name]) for name in study.TRAINED}
            measured.append(of_one_seed(networks, of_seed["image"].params(), most))
    if not measured:
        raise SystemExit("no seed has runs of all five networks: train them, or name another folder")
    accuracy = {
        condition: {
            name: round(float(np.mean([each[condition].right(name).mean() for each in measured])), 4)
            for name in study.STRATEGIES
        }
        for condition in CONDITIONS
    }
    clean = accuracy[CLEAN]
    alone = max(clean["image"], clean["audio"])
    best = max(clean[name] for name in study.STRATEGIES if name not in {"image", "audio"})
    first = measured[0][CLEAN]
    intervals = {name: wilson(int(first.right(name).sum()), len(first.labels)) for name in study.STRATEGIES}
    return {
        "pairs": len(first.labels),
        "seeds": len(measured),
        "accuracy": accuracy,
        "interval": {name: [round(end, 4) for end in ends] for name, ends in intervals.items()},
        "errors_of_best_fusion": round((1 - best) / (1 - alone), 3) if alone < 1 else None,
    }


def of_one_seed(networks: dict[str, nn.Module], params: TrainParams, most: int) -> dict[str, Answers]:
    """Return what every strategy says under every condition."""
    divided = paired.divide(params)
    stock = drained(paired.stocked(divided, torch.device("cpu")))
    validation = PairedExamples(stock, first(divided.parts["validation"], most), is_noisy=True)
    test = PairedExamples(stock, first(divided.parts["test"], most))
    calibration = calibrated(networks, validation)
    print(f"{calibration}", file=sys.stderr)
    return {
        name: study.joined(list(study.answer(networks, test, condition, calibration)))
        for name, condition in CONDITIONS.items()
    }


def calibrated(networks: dict[str, nn.Module], validation: PairedExamples) -> Calibration:
    """Fit temperatures and weight on validation pairs, half of them spoilt."""
    torch.manual_seed(1)
    said: dict[str, list[np.ndarray]] = {"image": [], "audio": []}
    labels = []
    for begin in range(0, len(validation), 250):
        with torch.inference_mode():
            pair, truth = validation.take(slice(begin, begin + 250))
            labels.append(truth.numpy())
            for name, parts in said.items():
                parts.append(networks[name](pair).double().numpy())
    return study.calibrate(
        np.concatenate(said["image"]), np.concatenate(said["audio"]), np.concatenate(labels)
    )


def first(pairs: Pairs, most: int) -> Pairs:
    """Return at most `most` of the pairs, drawn at random; 0: all."""
    which = np.sort(np.random.default_rng(0).permutation(len(pairs))[: most or None])
    return Pairs(pairs.pictures[which], pairs.clips[which], pairs.labels[which])


def drained(work):  # noqa: ANN001, ANN201
    """Return what a generator returns."""
    while True:
        try:
            next(work)
        except StopIteration as end:
            return end.value


if __name__ == "__main__":
    main()
