"""Run folders as training leaves them, made in a moment: for tests that need many, or none that learned."""

import json
from pathlib import Path

from tplab_gui.core.events.training import EpochEnd
from tplab_gui.core.params import TrainParams
from tplab_gui.training.runs import as_csv


def epoch(number: int, test_loss: float, steps: int = 3, setup: str = "base") -> EpochEnd:
    """Return an epoch with this test loss; its train losses are a little lower."""
    return EpochEnd(
        setup=setup,
        epoch=number,
        step=number * steps,
        train_loss=test_loss * 0.9,
        train_loss_eval=test_loss * 0.8,
        test_loss=test_loss,
        train_accuracy=0.8,
        test_accuracy=0.75,
        lr=1.0,
        seconds=1.0,
        samples_per_s=100.0,
        is_best=False,
    )


def make_run(
    root: Path,
    seed: int = 1,
    losses: tuple[float, ...] = (1.0, 0.5, 0.25),
    *,
    steps: int = 3,
    setup: str = "base",
    end: str = "finished",
    **params: object,
) -> Path:
    """Write a run folder whose test losses are `losses`; return it."""
    folder = root / f"mnist-loss-{setup}-{seed}-20260101-0000{seed:03}"
    folder.mkdir(parents=True)
    asked = {**vars(TrainParams("", setup=setup, seed=seed, epochs=len(losses))), **params}
    asked.pop("run_root")
    config = {
        "format": 1,
        "created": f"2026-01-01T00:00:00.{seed:06}+00:00",
        "experiment": "mnist-loss",
        "setup": setup,
        "seed": seed,
        "params": asked,
        "data": {"name": "builtin", "sha256": "0", "train_size": 96, "test_size": 96},
        "threads": 1,
    }
    (folder / "config.json").write_text(json.dumps(config))
    epochs = [epoch(number, loss, steps, setup) for number, loss in enumerate(losses, 1)]
    (folder / "metrics.csv").write_text(as_csv(epochs))
    lines = [
        {"event": "batches", "epoch": n, "loss": [loss] * steps, "accuracy": [0.5] * steps}
        for n, loss in enumerate(losses, 1)
    ]
    if end:
        lines.append({"event": "run_end", "reason": end})
    (folder / "events.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines))
    return folder
