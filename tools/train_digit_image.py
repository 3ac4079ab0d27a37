"""Train the drawn-digit network `digit-image`: `python -m tools.train_digit_image --data DIR --out models --seed 1`.

Two runs of one recipe. The first leaves out the pen writers of `--held-out` and 5,000 MNIST images: it gives the
figures on unseen hands, the temperature and the threshold of the card. The second learns from everything and ships.
One-cycle learning rate (Smith and Topin, arXiv:1708.07120), label smoothing, averaged weights. Interrupted, the same
command goes on from the last full epoch (`--work`).
"""

import argparse
import os
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")  # before torch: waiting threads do not spin

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from tools import digit_image_data as examples
from tools.digit_image_augment import bent
from tools.digit_image_measure import calibrated, measured
from tplab_gui.nets import weights
from tplab_gui.nets.digit_image import DigitImageNet

ARCHITECTURE = {"class": "DigitImageNet", "widths": [24, 48, 96, 128], "n_classes": 10, "dropout": 0.1}
BATCH = 128
SMOOTHING = 0.05
VALIDATION = 5000  # MNIST training images, from the end, that the first run keeps back


@dataclass
class Sources:
    """What one run learns from; every epoch draws the pens and the not-digits anew."""

    images: examples.Images
    labels: examples.Labels
    pens: list[examples.PenDigit]
    n_others: int = 6000

    def epoch(self, random: np.random.Generator, *, gentle: bool) -> tuple[Tensor, Tensor, Tensor]:
        """Return images (n, 1, 28, 28), targets (n, 10) and the strength of their bending (n,)."""
        pens, pen_labels = examples.pen_variants(self.pens, 2, random)
        others = examples.not_digits(self.n_others, self.pens, self.images, random)
        images = np.concatenate([self.images, pens, others])
        digits = np.concatenate([self.labels, pen_labels])
        targets = torch.full((len(images), 10), 0.1)
        targets[: len(digits)] = SMOOTHING / 10
        targets[torch.arange(len(digits)), torch.from_numpy(digits)] += 1 - SMOOTHING
        strength = torch.ones(len(images))
        strength[len(self.images) :] = 0.5  # already varied as vectors
        return torch.from_numpy(images)[:, None], targets, strength * (0.5 if gentle else 1.0)


def fit(sources: Sources, options: argparse.Namespace, name: str) -> tuple[DigitImageNet, float]:
    """Train one network, or go on with it; return it with averaged weights, and the seconds it took in all."""
    torch.manual_seed(options.seed)
    network = DigitImageNet(**{k: v for k, v in ARCHITECTURE.items() if k != "class"}).to(
        memory_format=torch.channels_last
    )
    average = torch.optim.swa_utils.AveragedModel(network, avg_fn=_moving, use_buffers=True)
    steps_per_epoch = (len(sources.images) + 2 * len(sources.pens) + sources.n_others) // BATCH
    optimiser = torch.optim.AdamW(network.parameters(), lr=4e-3, weight_decay=0.02)
    schedule = torch.optim.lr_scheduler.OneCycleLR(
        optimiser,
        max_lr=4e-3,
        total_steps=steps_per_epoch * options.epochs,
        pct_start=0.2,
        final_div_factor=1e3,
    )
    parts: dict[str, Any] = {
        "network": network,
        "average": average,
        "optimiser": optimiser,
        "schedule": schedule,
    }
    checkpoint = options.work / f"{name}.pt"
    begin, seconds = _resumed(checkpoint, parts)
    for epoch in range(begin, options.epochs):
        started = time.perf_counter()
        torch.manual_seed(1000 * options.seed + epoch)  # dropout: the same after a resume
        random = torch.Generator().manual_seed(1000 * options.seed + epoch)
        images, targets, strength = sources.epoch(
            np.random.default_rng([options.seed, epoch]), gentle=epoch >= 0.8 * options.epochs
        )
        order = torch.randperm(len(images), generator=random)
        network.train()
        total = 0.0
        for step in range(steps_per_epoch):
            rows = order[step * BATCH : (step + 1) * BATCH]
            batch = bent(images[rows], strength[rows], random).contiguous(memory_format=torch.channels_last)
            with torch.autocast("cpu", torch.bfloat16, enabled=options.bf16):
                logits = network(batch)
            loss = functional.cross_entropy(logits.float(), targets[rows])
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            schedule.step()
            average.update_parameters(network)
            total += loss.item()
        seconds += time.perf_counter() - started
        print(
            f"{name}: epoch {epoch + 1} loss {total / steps_per_epoch:.4f}, {seconds:.0f} s so far",
            flush=True,
        )
        state = {"epoch": epoch + 1, "seconds": seconds} | {
            key: part.state_dict() for key, part in parts.items()
        }
        torch.save(state, checkpoint.with_suffix(".tmp"))
        checkpoint.with_suffix(".tmp").replace(checkpoint)
    averaged: DigitImageNet = average.module
    return averaged.eval(), seconds


def _moving(average: Tensor, current: Tensor, n_averaged: Tensor | int) -> Tensor:
    """Exponential moving average; short at first, or the random start would weigh for thousands of steps."""
    keep = min(0.998, (1 + int(n_averaged)) / (10 + int(n_averaged)))
    return average * keep + current * (1 - keep) if average.is_floating_point() else current


def _resumed(checkpoint: Path, parts: dict[str, Any]) -> tuple[int, float]:
    if not checkpoint.is_file():
        return 0, 0.0
    state = torch.load(checkpoint, weights_only=True)
    for key, part in parts.items():
        part.load_state_dict(state[key])
    return int(state["epoch"]), float(state["seconds"])


def main() -> None:
    """Read the options, train both runs, measure, write weights and card."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument(
        "--data", type=Path, default=os.environ.get("TPLAB_DATA", "data"), help="mnist/, pen_digits/"
    )
    parser.add_argument("--out", type=Path, default=Path("models"))
    parser.add_argument(
        "--work", type=Path, default=Path("build/digit-image"), help="checkpoints, to go on from"
    )
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--epochs", type=int, default=8)
    parser.add_argument("--held-out", default="21-30", help="pen writers that the measured run never sees")
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument(
        "--bf16", action="store_true", help="bfloat16 convolutions: faster where the CPU has them"
    )
    parser.add_argument(
        "--only-held-out", action="store_true", help="save the first run: quick, a little weaker"
    )
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    options.work.mkdir(parents=True, exist_ok=True)

    images, labels = examples.mnist(Path(options.data) / "mnist", "train")
    test = examples.mnist(Path(options.data) / "mnist", "t10k")
    pens = examples.pen_digits(Path(options.data) / "pen_digits" / "pendigits-orig.tra.gz")
    first, last = (int(n) for n in options.held_out.split("-"))
    unseen = [d for d in pens if first <= d.writer <= last]
    seen = [d for d in pens if not first <= d.writer <= last]

    network, seconds = fit(Sources(images[:-VALIDATION], labels[:-VALIDATION], seen), options, "held-out")
    validation = (images[-VALIDATION:], labels[-VALIDATION:])
    temperature, threshold = calibrated(network.views_logits, validation, unseen)
    figures = measured(network.views_logits, temperature, threshold, test, unseen)
    print(f"temperature {temperature:.4f} threshold {threshold:.4f} {figures}", flush=True)
    if not options.only_held_out:
        network, more = fit(Sources(images, labels, pens), options, "everything")
        seconds += more
        shipped = measured(network.views_logits, temperature, threshold, test, unseen)
        shipped = {key: value for key, value in shipped.items() if "writer" not in key}  # no longer unseen
        figures = {f"held_out_run_{key}": value for key, value in figures.items()} | shipped
        print(shipped, flush=True)
    weights.save(
        "digit-image", network, _card(options, temperature, threshold, figures, seconds), options.out
    )


def _card(
    options: argparse.Namespace,
    temperature: float,
    threshold: float,
    figures: dict[str, float],
    seconds: float,
) -> dict[str, Any]:
    held_out = f"pen writers {options.held_out} and the last {VALIDATION} MNIST training images"
    return {
        "version": 1,
        "architecture": ARCHITECTURE,
        "input": {"size": [28, 28], "range": [0, 1], "ink": 1, "rule": "tplab_gui/ink/render.py: MNIST's"},
        "classes": [str(digit) for digit in range(10)],
        "temperature": round(temperature, 4),
        "threshold": round(threshold, 4),
        "data": [
            "MNIST, 60,000 training images (Y. LeCun, C. Cortes, C. Burges)",
            "UCI Pen-Based Recognition of Handwritten Digits, original training file, 30 writers (CC BY 4.0)",
            "drawings that are no digit (signs, scribbles, dots, two digits at once), made by the program",
        ],
        "held_out": held_out
        + (
            ": this network never saw them."
            if options.only_held_out
            else ": the figures held_out_run_* come from a network of the same recipe that never saw them; the "
            "network in this file then learned from all of them, with that run's temperature and threshold."
        ),
        "seed": options.seed,
        "command": f"python -m tools.train_digit_image --data DIR --out models --seed {options.seed} "
        f"--epochs {options.epochs} --held-out {options.held_out} --threads {options.threads}"
        f"{' --bf16' if options.bf16 else ''}{' --only-held-out' if options.only_held_out else ''}",
        "trained_on": f"CPU, {options.threads} thread(s), PyTorch {torch.__version__.split('+')[0]}",
        "seconds": round(seconds),
        "accuracy": figures,
        "limits": "One digit at a time. Handwriting of adults who write Latin digits; a child's or a mirrored digit is "
        "harder. Its scores for a drawing that is no digit are low only as far as the card's figures say.",
        "licence_note": "The weights are the project's own (MIT). MNIST and the pen digits themselves are not part "
        "of the project.",
    }


if __name__ == "__main__":
    main()
