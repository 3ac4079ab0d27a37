"""Judge a heatmap network on photographs that were kept back, as `shared/checks/balls.py` does."""

from collections import defaultdict

import numpy as np
import torch

from tools.heatmap_basis import to_input
from tools.heatmap_data import Photo
from tplab_gui.nets.heatmap import HeatmapNet
from tplab_gui.vision.framing import framing, resample


def auc(positives: np.ndarray, negatives: np.ndarray) -> float:
    """Probability that a positive scores above a negative, ties counting half."""
    above = (positives[:, None] > negatives[None]).mean()
    return float(above + 0.5 * (positives[:, None] == negatives[None]).mean())


@torch.inference_mode()
def logits_and_peaks(
    network: HeatmapNet, photos: list[Photo], size_px: int
) -> tuple[np.ndarray, list[tuple[float, float]]]:
    """Return the tennis-ball logit of each photo and where its map (positive weights, as Grad-CAM++) peaks."""
    network.eval()
    logits, peaks = [], []
    for photo in photos:
        frame = framing(*photo.rgb.shape[:2], "fit", size_px)
        features = network.features(to_input(resample(photo.rgb, frame)[None]))
        logits.append(float(network.fc(features.mean((2, 3)))[0, 0]))
        heat = torch.einsum("k,khw->hw", network.fc.weight[0].relu(), features[0]).numpy()
        row, column = np.unravel_index(heat.argmax(), heat.shape)
        peaks.append(frame.to_picture((column + 0.5) / heat.shape[1], (row + 0.5) / heat.shape[0]))
    return np.array(logits), peaks


def pointing(photos: list[Photo], peaks: list[tuple[float, float]]) -> float:
    """Share of photographs with a boxed ball of a tenth of the short side whose peak lies in a box."""
    hits = []
    for photo, (x, y) in zip(photos, peaks, strict=True):
        sides = (
            (photo.boxes[:, 2:] - photo.boxes[:, :2]).max(axis=1, initial=0.0)
            if len(photo.boxes)
            else np.zeros(0)
        )
        if (sides >= 0.1 * min(photo.rgb.shape[:2])).any():
            hits.append(any(b[0] <= x <= b[2] and b[1] <= y <= b[3] for b in photo.boxes))
    return float(np.mean(hits))


def choose_threshold(negatives: np.ndarray) -> float:
    """Return the logit under which 95.5 % of the negatives stay: calm is promised first."""
    return float(np.quantile(negatives, 0.955))


def judge(network: HeatmapNet, tennis: list[Photo], negatives: list[Photo], size_px: int) -> dict[str, float]:
    """Return AUC, its mean over sources, pointing, found and calm at the threshold these pictures suggest."""
    positive, peaks = logits_and_peaks(network, tennis, size_px)
    negative, _ = logits_and_peaks(network, negatives, size_px)
    by_source: dict[str, list[float]] = defaultdict(list)
    for photo, logit in zip(tennis, positive, strict=True):
        by_source[photo.file.split("_")[0]].append(logit)
    threshold = choose_threshold(negative)
    figures = {
        "auc": auc(positive, negative),
        "mean_source_auc": float(np.mean([auc(np.array(v), negative) for v in by_source.values()])),
        "pointing": pointing(tennis, peaks),
        "threshold_logit": threshold,
        "found": float((positive >= threshold).mean()),
        "calm": float((negative < threshold).mean()),
    }
    return {name: round(value, 4) for name, value in figures.items()}
