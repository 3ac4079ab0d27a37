"""Scenes drawn once, with what the frozen part of the network makes of them and what its public version says.

A pool belongs to one fold of the sources and is kept in chunks, one file each: an interrupted run goes on with the
next chunk. Chunk i of a fold is drawn from a generator seeded by (seed, fold, i).
"""

import logging
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
import torch
from torch import Tensor

from tools import heatmap_data as data
from tools.heatmap_late import early_features, late_features
from tools.heatmap_scenes import Scene, SceneMaker
from tools.heatmap_start import MEAN, STD
from tplab_gui.nets.heatmap import HeatmapNet

log = logging.getLogger(__name__)
SIZE_PX = 160
CHUNK = 400
_BATCH = 40


@dataclass(frozen=True)
class Pool:
    """Scenes as the training needs them."""

    early: Tensor  # bfloat16 (N, K, h, w), output of the frozen part
    teacher: Tensor  # bfloat16 (N, C), logits of the public network
    tennis: Tensor  # float32 (N,), 1 where there is a tennis ball
    cover: Tensor  # float32 (N, h, w), share of each cell that tennis balls cover
    known: Tensor  # bool (N,), whether `cover` is known

    def __len__(self) -> int:
        return len(self.tennis)

    def __add__(self, other: "Pool") -> "Pool":
        return Pool(*(torch.cat([a, b]) for a, b in zip(self.parts(), other.parts(), strict=True)))

    def parts(self) -> tuple[Tensor, ...]:
        """Return all tensors in the order of the fields."""
        return self.early, self.teacher, self.tennis, self.cover, self.known

    def take(self, rows: Tensor) -> "Pool":
        """Return the scenes of these rows."""
        return Pool(*(part[rows] for part in self.parts()))


def to_input(rgb: np.ndarray) -> Tensor:
    """Normalise pictures, uint8 (B, H, W, 3), to float32 (B, 3, H, W) with the channels last in memory."""
    return (torch.from_numpy(rgb).permute(0, 3, 1, 2).float() / 255 - MEAN) / STD


@torch.inference_mode()
def _digest(network: HeatmapNet, scenes: list[Scene]) -> Pool:
    with torch.autocast("cpu", torch.bfloat16):
        early = early_features(network, to_input(np.stack([s.rgb for s in scenes])))
        features = late_features(network, early)
    logits = network.fc(features.mean((2, 3)))
    cells = early.shape[2]
    cover = [
        np.zeros((cells, cells), np.float32)
        if s.mask is None
        else cv2.resize(s.mask, (cells, cells), interpolation=cv2.INTER_AREA)
        for s in scenes
    ]
    return Pool(
        early.bfloat16().clone(),
        logits.bfloat16().clone(),
        torch.tensor([float(s.tennis) for s in scenes]),
        torch.from_numpy(np.stack(cover)),
        torch.tensor([s.mask is not None for s in scenes]),
    )


def draw_pool(
    start: HeatmapNet, sources: data.Sources, name: str, n_chunks: int, seed: int, work: Path
) -> Pool:
    """Return a pool of `n_chunks` chunks of the fold `name`; chunks that `work` already holds are read."""
    maker, chunks = None, []
    for i in range(n_chunks):
        file = work / f"pool-{name}-{i}.pt"
        if not file.exists():
            maker = maker or SceneMaker(sources, SIZE_PX, seed)
            rng = np.random.default_rng([seed, data.FOLDS.index(name), i])
            batches = [
                _digest(start, [maker.draw(rng) for _ in range(_BATCH)]) for _ in range(CHUNK // _BATCH)
            ]
            chunk = sum(batches[1:], batches[0])
            torch.save(list(chunk.parts()), file.with_suffix(".tmp"))
            file.with_suffix(".tmp").replace(file)
            log.info("pool %s: %d of %d chunks drawn", name, i + 1, n_chunks)
        chunks.append(Pool(*torch.load(file, weights_only=True)))
    return Pool(*(torch.cat(parts) for parts in zip(*(c.parts() for c in chunks), strict=True)))
