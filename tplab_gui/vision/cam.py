"""Where did the network look? One picture, class and method in; map, score and place of the peak out.

The closed forms (`closed_forms.py`) serve what they can; Score-CAM is our own, batched (`score_cam.py`);
everything else is the grad-cam library's (`cam_library.py`). All of them answer alike.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass

import cv2
import numpy as np
from torch import Tensor

from tplab_gui.core.errors import LabError
from tplab_gui.vision import closed_forms
from tplab_gui.vision.classify import Classifier
from tplab_gui.vision.framing import Framing

LIBRARY_METHODS = {
    "ablationcam": "AblationCAM",
    "eigencam": "EigenCAM",
    "eigengradcam": "EigenGradCAM",
    "finercam": "FinerCAM",
    "gradcamelementwise": "GradCAMElementWise",
    "kpcacam": "KPCA_CAM",
    "randomcam": "RandomCAM",
    "shapleycam": "ShapleyCAM",
}
METHODS = (*closed_forms.METHODS, "scorecam", *LIBRARY_METHODS)


@dataclass(frozen=True, eq=False)
class CamResult:
    """What a heatmap says.

    Attributes
    ----------
    raw : ndarray, float32 (h, w)
        The map as the method defines it, before any normalisation; one cell per stride of the network.
    heatmap : ndarray, float32 (H, W), in [0, 1]
        The map from its least to its largest value, in the geometry of the picture; 0 where the network saw
        nothing and everywhere if the map is flat.
    score : float
        Probability of the target class.
    top : list of (name, probability)
        The five most probable classes, best first.
    peak_xy : (float, float)
        Centre of the cell with the largest value, in pixels of the picture.
    threshold : float or None
        The model's decision threshold for the target.
    ms : float
        Computing time from picture to heatmap.

    """

    raw: np.ndarray
    heatmap: np.ndarray
    score: float
    threshold: float | None
    target: str
    target_index: int
    top: list[tuple[str, float]]
    peak_xy: tuple[float, float]
    model: str
    method: str
    layer: str
    ms: float


def method_name(text: str) -> str:
    """Canonical name of a method: `Grad-CAM++`, `gradcampp` and `gradcam++` are the same.

    Raises
    ------
    LabError
        If there is no such method.

    """
    short = "".join(c for c in text.casefold() if c not in "-_ ").replace("plusplus", "++")
    short = "gradcam++" if short == "gradcampp" else short
    if short not in METHODS:
        raise LabError(
            "There is no heatmap method called {method}.",
            hint="Choose one of: {methods}.",
            method=text,
            methods=", ".join(METHODS),
        )
    return short


def heatmaps(
    classifier: Classifier,
    rgb: np.ndarray,
    target: str | int | None = "tennis ball",
    method: str = "gradcam++",
    layer: str | None = None,
    on_progress: Callable[[float], None] | None = None,
) -> CamResult:
    """Heatmap of one picture for one class.

    Parameters
    ----------
    classifier : Classifier
    rgb : ndarray, uint8 (H, W, 3)
    target : str, int or None
        English name or index of the class; None: the most probable one.
    method : str
        One of `METHODS`.
    layer : str or None
        Name of the module whose map is used; None: the last map.
    on_progress : callable or None
        Told the share done (0 to 1) by the slow methods; what it raises ends the work.

    Returns
    -------
    CamResult

    Raises
    ------
    LabError
        If the class, the method or the layer does not exist, or the map cannot be computed.

    """
    began = time.perf_counter()
    method = method_name(method)
    index = target if isinstance(target, int) else classifier.target_index(target) if target else None
    x, frame = classifier.preprocess(rgb)
    end = classifier.ending
    layer = layer or end.layer
    try:
        classifier.network.get_submodule(layer)
    except AttributeError as error:
        raise LabError(
            "The model {model} has no layer called {layer}.",
            hint="Its last map is {last}.",
            model=classifier.name,
            layer=layer,
            last=end.layer,
        ) from error
    logits, raw, index = _raw_map(classifier, x, index, method, layer, on_progress)
    if not (np.isfinite(raw).all() and np.isfinite(logits).all()):
        raise LabError(
            "The network answered with numbers that are none (NaN or infinite), so there is no heatmap.",
            hint="Use another model or other weights.",
        )
    probabilities = classifier.probabilities(logits)
    best = np.argsort(-probabilities, kind="stable")[:5]
    return CamResult(
        raw=raw,
        heatmap=in_picture(raw, frame, rgb.shape[0], rgb.shape[1]),
        score=float(probabilities[index]),
        threshold=classifier.threshold(index),
        target=classifier.classes[index],
        target_index=index,
        top=[(classifier.classes[i], float(probabilities[i])) for i in best],
        peak_xy=peak(raw, frame, rgb.shape[0], rgb.shape[1]),
        model=classifier.name,
        method=method,
        layer=layer,
        ms=(time.perf_counter() - began) * 1000,
    )


def _raw_map(
    classifier: Classifier,
    x: Tensor,
    index: int | None,
    method: str,
    layer: str,
    on_progress: Callable[[float], None] | None,
) -> tuple[np.ndarray, np.ndarray, int]:
    network, end = classifier.network, classifier.ending
    closed = method in closed_forms.METHODS and layer == end.layer and end.linear is not None
    if method == "cam" and not closed:
        raise LabError(
            "CAM needs the map before an average and one linear layer; {layer} of {model} is not that.",
            hint="Use Grad-CAM, which gives the same map there and works elsewhere too.",
            layer=layer,
            model=classifier.name,
        )
    if index is None or closed or method == "scorecam":
        logits, activations = closed_forms.forward(network, layer, x)
        index = int(logits.argmax()) if index is None else index
    if closed:
        linear = network.get_submodule(end.linear or "")
        gradient = linear.weight[index].detach().numpy() / (activations.shape[1] * activations.shape[2])
        return logits, closed_forms.heat(method, activations, gradient), index
    if method in closed_forms.METHODS:
        logits, activations, gradient = closed_forms.tail_gradient(network, layer, x, index)
        return logits, closed_forms.heat(method, activations, gradient), index
    if method == "scorecam":
        from tplab_gui.vision.score_cam import score_cam

        return logits, score_cam(network, x, activations, index, on_progress), index
    from tplab_gui.vision.cam_library import library_map

    return *library_map(network, layer, x, index, LIBRARY_METHODS[method]), index


def peak(raw: np.ndarray, frame: Framing, height: int, width: int) -> tuple[float, float]:
    """Centre of the cell with the largest value of `raw` (h, w), in pixels of a picture of `height` x `width`."""
    row, column = np.unravel_index(int(raw.argmax()), raw.shape)
    x, y = frame.to_picture((float(column) + 0.5) / raw.shape[1], (float(row) + 0.5) / raw.shape[0])
    return min(max(x, 0.0), width - 1.0), min(max(y, 0.0), height - 1.0)


def in_picture(raw: np.ndarray, frame: Framing, height: int, width: int) -> np.ndarray:
    """Bring a map (h, w) to [0, 1] and to the size and place of the picture; float32 (height, width)."""
    low, high = float(raw.min()), float(raw.max())
    scaled = (raw - low) / (high - low) if high > low else np.zeros_like(raw)
    x0, y0 = round(frame.x0_px), round(frame.y0_px)
    x1, y1 = round(frame.x1_px), round(frame.y1_px)
    window = cv2.resize(scaled, (x1 - x0, y1 - y0), interpolation=cv2.INTER_LINEAR)
    if (x0, y0, x1, y1) == (0, 0, width, height):
        return window
    whole = np.zeros((height, width), np.float32)
    left, top, right, bottom = max(0, x0), max(0, y0), min(width, x1), min(height, y1)
    whole[top:bottom, left:right] = window[top - y0 : bottom - y0, left - x0 : right - x0]
    return whole
