"""How fast are the heatmaps? Ours, the grad-cam library, torch-cam and a bare forward pass, interleaved in one run.

    python benchmarks/heatmap.py [--rounds 30] [--threads 1] [--json]

Torch-cam is a peer that the lab does not need: its figures are there when it can be imported (a folder made with
`pip install --no-deps --target DIR torchcam`, named by PYTHONPATH).

regnet_y_400mf at 224 x 224 with random weights (the time does not depend on them). Each figure is a ratio of medians
of the same rounds, so that a busy machine slows both sides alike.
"""

import argparse
import json
import statistics
import time
from collections.abc import Callable
from typing import Any

import cv2
import numpy as np
import torch

from tplab_gui.core.adjustments import Adjustment
from tplab_gui.vision import adjust, closed_forms, overlay
from tplab_gui.vision.cam import heatmaps
from tplab_gui.vision.cam_library import library_map
from tplab_gui.vision.classify import Classifier, Preprocessing, load_classifier
from tplab_gui.vision.score_cam import score_cam

MEAN, STD = (0.485, 0.456, 0.406), (0.229, 0.224, 0.225)


def interleaved(rounds: int, **sides: Callable[[], object]) -> dict[str, float]:
    """Run all sides in turn, `rounds` times after one warm-up; return the median of each in ms.

    Every other round goes backwards: what follows a large computation finds its data pushed out of the caches.
    """
    times: dict[str, list[float]] = {name: [] for name in sides}
    for i in range(rounds + 1):
        for name, work in list(sides.items())[:: -1 if i % 2 else 1]:
            began = time.perf_counter()
            work()
            if i:
                times[name].append((time.perf_counter() - began) * 1000)
    return {name: statistics.median(values) for name, values in times.items()}


def regnet() -> Classifier:
    """Return regnet_y_400mf with random weights."""
    from torchvision import models

    torch.manual_seed(0)
    network = models.get_model("regnet_y_400mf", weights=None).eval().requires_grad_(requires_grad=False)
    names = tuple(f"class {i}" for i in range(1000))
    return Classifier("regnet_y_400mf", network, names, Preprocessing("squash", 224, MEAN, STD))


def measure(rounds: int) -> dict[str, float]:
    """Return the figures of INTERFACES.md that this machine can give."""
    classifier = regnet()
    network, end = classifier.network, classifier.ending
    x = torch.randn(1, 3, 224, 224, generator=torch.Generator().manual_seed(1))
    weight = network.get_submodule(end.linear or "").weight.numpy()

    def bare() -> None:
        with torch.inference_mode():
            network(x)

    def closed() -> np.ndarray:
        _, activations = closed_forms.forward(network, end.layer, x)
        return closed_forms.heat("gradcam++", activations, weight[5] / activations[0].size)

    def library(layer: str = end.layer, kind: str = "GradCAMPlusPlus") -> np.ndarray:
        # a user's network has trainable weights, and the library differentiates all of them
        network.requires_grad_(requires_grad=True)
        try:
            return library_map(network, layer, x, 5, kind)[1]
        finally:
            network.requires_grad_(requires_grad=False)
            network.zero_grad(set_to_none=True)

    def tail() -> np.ndarray:
        _, activations, gradient = closed_forms.tail_gradient(network, "trunk_output.block3", x, 5)
        return closed_forms.heat("gradcam", activations, gradient)

    def peer(kind: str = "GradCAMpp") -> object:
        network.requires_grad_(requires_grad=True)  # it hooks the gradient of the layer
        try:
            with getattr(torchcam, kind)(network, end.layer) as explainer:
                return explainer(5, network(x))
        finally:
            network.requires_grad_(requires_grad=False)
            network.zero_grad(set_to_none=True)

    torchcam = _torchcam()
    _, activations = closed_forms.forward(network, end.layer, x)
    sides = {"peer": peer} if torchcam else {}
    last = interleaved(rounds, bare=bare, closed=closed, library=library, **sides)
    early = interleaved(rounds, tail=tail, library=lambda: library("trunk_output.block3", "GradCAM"))
    slow = {"peer": lambda: peer("ScoreCAM")} if torchcam else {}
    score = interleaved(
        2,
        ours=lambda: score_cam(network, x, activations, 5),
        library=lambda: library(kind="ScoreCAM"),
        **slow,
    )
    against = {}
    if torchcam:
        against = {
            "gradcampp_vs_torchcam": last["peer"] / last["closed"],
            "scorecam_vs_torchcam": score["peer"] / score["ours"],
        }
    difference = abs(closed() - library()).max()
    return {
        "gradcampp_vs_library": last["library"] / last["closed"],
        "gradcampp_vs_forward": last["closed"] / last["bare"],
        "max_abs_difference": float(difference),
        "tail_gradient_vs_library": early["library"] / early["tail"],
        "scorecam_vs_library": score["library"] / score["ours"],
        **against,
        **live(load_classifier("builtin"), rounds * 4, ""),
        **live(classifier, rounds, "_regnet"),
        "slider_p95_ms": slider(load_classifier("builtin"), rounds * 2),
        "slider_p95_ms_regnet": slider(classifier, rounds),
    }


def _torchcam() -> Any:
    try:
        from torchcam import methods
    except ImportError:
        return None
    return methods


def slider(classifier: Classifier, steps: int) -> float:
    """Time a moved slider on a still picture of 640 x 480 until the new overlay is there; p95 in ms."""
    picture = cv2.resize(
        np.random.default_rng(0).integers(0, 256, (30, 40, 3), dtype=np.uint8),
        (640, 480),
        interpolation=cv2.INTER_CUBIC,
    )
    times = []
    for i in range(steps + 3):
        began = time.perf_counter()
        changed = adjust.apply(
            picture, Adjustment.of(brightness=0.5 + i / (steps + 3), rotation=float(i % 30))
        )
        answer = heatmaps(classifier, changed, 0)
        overlay.blend(changed, answer.heatmap)
        if i >= 3:
            times.append((time.perf_counter() - began) * 1000)
    return float(np.percentile(times, 95))


def live(classifier: Classifier, frames: int, suffix: str) -> dict[str, float]:
    """Time camera frames of 640 x 480, from the compressed frame to the blended picture, one after the other."""
    sample = np.random.default_rng(0).integers(0, 256, (30, 40, 3), dtype=np.uint8)
    _, jpeg = cv2.imencode(".jpg", cv2.resize(sample, (640, 480), interpolation=cv2.INTER_CUBIC))
    times = []
    for i in range(frames + 5):
        began = time.perf_counter()
        rgb = cv2.cvtColor(cv2.imdecode(jpeg, cv2.IMREAD_COLOR), cv2.COLOR_BGR2RGB)
        answer = heatmaps(classifier, rgb, 0)
        overlay.blend(rgb, answer.heatmap)
        if i >= 5:
            times.append((time.perf_counter() - began) * 1000)
    return {
        f"live_fps_1_thread{suffix}": 1000 / statistics.median(times),
        f"live_latency_p95_ms{suffix}": float(np.percentile(times, 95)),
    }


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--rounds", type=int, default=30)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    cv2.setNumThreads(options.threads)
    figures = {
        name: round(value, 8 if "difference" in name else 3)
        for name, value in measure(options.rounds).items()
    }
    if options.json:
        print(json.dumps({**figures, "threads": options.threads}))
    else:
        for name, value in figures.items():
            print(f"{name:32s} {value}")


if __name__ == "__main__":
    main()
