"""Train the built-in heatmap network: `python -m tools.train_heatmap --data DIR --out models --seed 1 --work DIR`.

Three stages, each resumable at its last checkpoint in `--work` (a stage that is complete is not repeated):

1. `basis`: Tiny ImageNet at 64 x 64, no tennis ball. 2. `held-out`: scenes made of `husky_` photographs only;
judged on photographers, balls and ImageNet photographs never seen. Its figures are the honest ones and give the
decision threshold.
3. `final`: goes on with everything but a small remainder; this is what ships.

One thread, bfloat16 where the processor has it; about an hour and a quarter on one core. Scenes are drawn from a
generator seeded by (seed, stage, step), so a resumed run draws the same ones.
"""

import argparse
import copy
import logging
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import torch
from torch import Tensor

from tools import heatmap_basis as basis
from tools import heatmap_data as data
from tools.heatmap_card import card_fields
from tools.heatmap_judge import judge
from tools.heatmap_loss import HeatmapLoss, Truth
from tools.heatmap_scenes import SceneMaker
from tplab_gui.nets import weights
from tplab_gui.nets.heatmap import STRIDE_PX, HeatmapNet

log = logging.getLogger("train_heatmap")
SIZE_PX = 112
LOOK_PX = (
    128  # a little larger than in training: found and pointed at better (Touvron et al., arXiv:1906.06423)
)
STEPS = {"basis": 1200, "held-out": 1800, "final": 1400}
# the basis stops before its rate has cooled down: the next stage warms it up again anyway
COOLED = {"basis": 1700, "held-out": 1800, "final": 1400}
BATCH = {"basis": 128, "held-out": 64, "final": 64}
RATE = {"basis": 3e-3, "held-out": 1.5e-3, "final": 1.0e-3}
EMA = 0.998
Step = Callable[[int], tuple[Tensor, dict[str, float]]]


def scene_batch(maker: SceneMaker, stage: str, step: int, seed: int) -> tuple[Tensor, Truth]:
    """Draw the scenes of one step and what is true about them."""
    rng = np.random.default_rng([seed, list(STEPS).index(stage), step])
    scenes = [maker.draw(rng) for _ in range(BATCH[stage])]
    cells = SIZE_PX // STRIDE_PX
    cover = [
        np.zeros((cells, cells), np.float32)
        if s.mask is None
        else cv2.resize(s.mask, (cells, cells), interpolation=cv2.INTER_AREA)
        for s in scenes
    ]
    truth = Truth(
        torch.tensor([float(s.tennis) for s in scenes]),
        torch.tensor([s.label for s in scenes]),
        torch.from_numpy(np.stack(cover)),
        torch.tensor([s.mask is not None for s in scenes]),
    )
    return basis.to_input(np.stack([s.rgb for s in scenes])), truth


class Stage:
    """One stage of the training with its optimiser, moving average and checkpoint."""

    def __init__(self, name: str, network: HeatmapNet, work: Path) -> None:
        self.name, self.network, self.file = name, network, work / f"{name}.pt"
        self.criterion = HeatmapLoss()
        self.average = copy.deepcopy(network)
        matrices = [p for p in network.parameters() if p.ndim > 1]
        others = [p for p in network.parameters() if p.ndim <= 1] + list(self.criterion.parameters())
        groups = [{"params": matrices, "weight_decay": 0.05}, {"params": others, "weight_decay": 0.0}]
        self.optimiser = torch.optim.AdamW(groups, RATE[name])
        self.schedule = torch.optim.lr_scheduler.OneCycleLR(
            self.optimiser, RATE[name], COOLED[name], pct_start=0.12
        )
        self.step, self.seconds = 0, 0.0
        if self.file.exists():
            self.restore()

    def state(self) -> dict[str, Any]:
        """Return everything a resumed run needs."""
        parts = ("network", "average", "criterion", "optimiser", "schedule")
        return {part: getattr(self, part).state_dict() for part in parts} | {
            "step": self.step,
            "seconds": self.seconds,
        }

    def restore(self) -> None:
        """Go on where the checkpoint stopped."""
        saved = torch.load(self.file, weights_only=True)
        for part in ("network", "average", "criterion", "optimiser", "schedule"):
            getattr(self, part).load_state_dict(saved[part])
        self.step, self.seconds = saved["step"], saved["seconds"]

    def run(self, step: Step, every: int, look: Callable[[HeatmapNet], dict[str, float]]) -> HeatmapNet:
        """Do the steps that are left; return the moving average of the weights."""
        began = time.monotonic() - self.seconds
        while self.step < STEPS[self.name]:
            self.network.train()
            loss, parts = step(self.step)
            self.optimiser.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(self.network.parameters(), 5.0)
            self.optimiser.step()
            self.schedule.step()
            self.step += 1
            self._follow()
            self.seconds = time.monotonic() - began
            if self.step % 50 == 0:
                text = " ".join(f"{name} {value:.3f}" for name, value in parts.items())
                log.info("%s %d/%d  %s  %.0f s", self.name, self.step, STEPS[self.name], text, self.seconds)
            if self.step % every == 0 or self.step == STEPS[self.name]:
                torch.save(self.state(), self.file.with_suffix(".tmp"))
                self.file.with_suffix(".tmp").replace(self.file)
                log.info("%s %d judged: %s", self.name, self.step, look(self.average))
        return self.average

    @torch.no_grad()
    def _follow(self) -> None:
        keep = min(EMA, (1 + self.step) / (10 + self.step))
        for ours, theirs in zip(
            self.average.state_dict().values(), self.network.state_dict().values(), strict=True
        ):
            if ours.is_floating_point():
                ours.lerp_(theirs, 1 - keep)
            else:
                ours.copy_(theirs)


def main() -> None:
    """Run the stages and write weights and card."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument(
        "--data",
        type=Path,
        required=True,
        help="folder with tennis_ball/, other_balls/, imagenet_samples/, tiny_imagenet/",
    )
    parser.add_argument("--out", type=Path, default=Path("models"))
    parser.add_argument("--work", type=Path, required=True, help="folder of the checkpoints")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--note", default="", help="what a reader of the card must know about this run")
    parser.add_argument("--until", choices=list(STEPS), default="final", help="stop after this stage")
    options = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s", datefmt="%H:%M:%S")
    torch.set_num_threads(1)
    cv2.setNumThreads(1)
    torch.manual_seed(options.seed)
    options.work.mkdir(parents=True, exist_ok=True)

    names = data.class_names(options.data)
    index = {name: i for i, name in enumerate(names)}
    tiny = data.load_tiny(options.data, "train")
    photos = (
        data.load_tennis(options.data),
        data.load_other_balls(options.data),
        data.load_imagenet(options.data),
    )
    network = HeatmapNet(len(names)).to(memory_format=torch.channels_last)
    stages: dict[str, Stage] = {}
    figures: dict[str, dict[str, float]] = {}
    for name in list(STEPS)[: list(STEPS).index(options.until) + 1]:
        stage = stages[name] = Stage(name, network, options.work)
        if name == "basis":
            validation = data.load_tiny(options.data, "val")
            seen = [p for p in photos[1] if p.label not in data.HELD_BALLS]

            def step(
                i: int, stage: Stage = stage, seen: list[data.Photo] = seen
            ) -> tuple[Tensor, dict[str, float]]:
                x, labels = basis.batches(tiny, seen, index, i, options.seed, BATCH["basis"])
                return basis.loss(stage.network, x, labels)

            def look(average: HeatmapNet, validation: data.Tiny = validation) -> dict[str, float]:
                return {"accuracy": basis.accuracy(average.eval(), validation)}

        else:
            parts = data.split(*photos, name)
            maker = SceneMaker(parts, tiny, names, SIZE_PX, options.seed)

            def step(
                i: int, stage: Stage = stage, maker: SceneMaker = maker
            ) -> tuple[Tensor, dict[str, float]]:
                x, truth = scene_batch(maker, stage.name, i, options.seed)
                return stage.criterion(stage.network, x.contiguous(memory_format=torch.channels_last), truth)

            def look(average: HeatmapNet, parts: data.Split = parts) -> dict[str, float]:
                return judge(average, parts.held_tennis, parts.held_negatives, LOOK_PX)

        network = copy.deepcopy(stage.run(step, 400, look)).train()
        figures[name] = look(stage.average)
        log.info("%s done: %s", name, figures[name])
        if name != "basis":
            fields = card_fields(
                names, figures, sum(s.seconds for s in stages.values()), options.seed, LOOK_PX
            )
            fields["trained_on"]["note"] = options.note
            card = weights.save("builtin", network.eval(), fields, options.out)
            log.info("written %s, sha256 %s", card.weights, card["sha256"])


if __name__ == "__main__":
    main()
