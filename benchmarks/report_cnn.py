"""What the report's small CNN reaches on FSDD split at random, by its own recipe and by the lab's defaults.

    python benchmarks/report_cnn.py --data DIR [--epochs 30] [--seeds 1,2] [--split-seeds 1] [--long] [--json]

`DIR` is a folder of FSDD's recordings, or `fsdd` where `TPLAB_DATA` leads to it. Each training is the job of the
Training tab. 'own' feeds decibels as they are, in batches of 50, with a learning rate of 0.001, as the report does;
'lab' is what the experiment starts with. Both on clips of one second; with `--long` on the report's of 48,000 samples.
Accuracies are of the last epoch; the best one, which nobody knows without the test set, stands beside it.
"""

import argparse
import json
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from tplab_gui.core.events.training import EpochEnd
from tplab_gui.core.experiments import find
from tplab_gui.core.mailbox import Latest
from tplab_gui.training.loop import fit

RECIPES = {"own": {"scaling": "none", "lr": 0.001, "batch_size": 50, "gamma": 1.0}, "lab": {}}


def learnt(
    folder: str, seed: int, split_seed: int, epochs: int, preset: str, recipe: str
) -> dict[str, object]:
    """Train once; return what came out."""
    params = find("spoken-digits").params(
        folder,
        data=str(DATA),
        seed=seed,
        split_seed=split_seed,
        epochs=epochs,
        preset=preset,
        threads=1,
        device="cpu",
        **RECIPES[recipe],
    )
    ends = [event for event in fit(Latest(params)) if isinstance(event, EpochEnd)]
    best = max(ends, key=lambda end: end.test_accuracy)
    return {
        "recipe": recipe,
        "seed": seed,
        "split_seed": split_seed,
        "accuracy": round(ends[-1].test_accuracy, 4),
        "best": round(best.test_accuracy, 4),
        "best_epoch": best.epoch,
        "train_loss": round(ends[-1].train_loss, 4),
    }


def main() -> None:
    """Measure and print."""
    for seed in OPTIONS.seeds.split(","):
        for split_seed in OPTIONS.split_seeds.split(","):
            for recipe in RECIPES:
                with tempfile.TemporaryDirectory() as folder:
                    preset = "report" if OPTIONS.long else "one-second"
                    found = learnt(folder, int(seed), int(split_seed), OPTIONS.epochs, preset, recipe)
                text = "  ".join(f"{key} {value}" for key, value in found.items())
                print(json.dumps(found) if OPTIONS.json else text, flush=True)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", default="fsdd")
    parser.add_argument("--epochs", type=int, default=30)
    parser.add_argument("--seeds", default="1,2")
    parser.add_argument("--split-seeds", default="1")
    parser.add_argument("--long", action="store_true", help="clips of 48,000 samples, as in the report")
    parser.add_argument("--json", action="store_true")
    OPTIONS = parser.parse_args()
    DATA = OPTIONS.data
    main()
