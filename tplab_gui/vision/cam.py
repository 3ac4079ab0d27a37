"""Where did the network look? One picture, class and method in; map, score and place of the peak out.

The closed forms (`closed_forms.py`) serve what they can; Score-CAM is our own, batched (`score_cam.py`);
everything else is the grad-cam library's (`cam_library.py`). All of them answer alike.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
from torch import Tensor

from tplab_gui.core.class_evidence import ClassEvidence
from tplab_gui.core.errors import LabError
from tplab_gui.vision import closed_forms
from tplab_gui.vision.classify import Classifier
from tplab_gui.vision.framing import Framing
from tplab_gui.vision.peak import peak
from tplab_gui.vision.placing import placed, stretched

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
    size : (int, int)
        Height and width of the picture.
    score : float
        Probability of the target class.
    top : list of (name, probability)
        The five most probable classes, best first.
    peak_xy : (float, float)
        Place of the largest value, between the cells, in pixels of the picture.
    threshold : float or None
        The model's decision threshold for the target.
    ms : float
        Computing time from picture to map.
    frame : Framing
        The part of the picture that the map covers.
    probabilities : ndarray, float32 (C,)
        Of every class.
    evidence : ClassEvidence or None
        What each cell says about each class, where the network's end allows and the layer is its last map.

    """

    raw: np.ndarray
    size: tuple[int, int]
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
    frame: Framing
    probabilities: np.ndarray
    evidence: ClassEvidence | None = None

    @cached_property
    def heatmap(self) -> np.ndarray:
        """The map from its least to its largest value, float32 (H, W) in [0, 1], in the geometry of the picture.

        0 where the network saw nothing, and everywhere if the map is flat.
        """
        return in_picture(self.raw, self.frame, *self.size)


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
    logits, raw, index, activations = _raw_map(classifier, x, index, method, layer, on_progress)
    if not (np.isfinite(raw).all() and np.isfinite(logits).all()):
        raise LabError(
            "The network answered with numbers that are none (NaN or infinite), so there is no heatmap.",
            hint="Use another model or other weights.",
        )
    probabilities = classifier.probabilities(logits)
    best = np.argsort(-probabilities, kind="stable")[:5]
    return CamResult(
        raw=raw,
        size=(rgb.shape[0], rgb.shape[1]),
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
        frame=frame,
        probabilities=probabilities,
        evidence=_evidence(classifier, activations, frame) if layer == end.layer else None,
    )


def of_other_class(classifier: Classifier, result: CamResult, target: str) -> CamResult | None:
    """Heatmap of the same picture and method for another class, without asking the network again.

    None where that takes more than the last map and one linear layer.

    Raises
    ------
    LabError
        If there is no such class.

    """
    if result.evidence is None or result.method not in closed_forms.METHODS:
        return None
    index, seen = classifier.target_index(target), result.evidence
    gradient = seen.weights[index] / (seen.activations.shape[1] * seen.activations.shape[2])
    raw = closed_forms.heat(result.method, seen.activations, gradient)
    return replace(
        result,
        raw=raw,
        score=float(result.probabilities[index]),
        threshold=classifier.threshold(index),
        target=classifier.classes[index],
        target_index=index,
        peak_xy=peak(raw, result.frame, *result.size),
    )


def _evidence(classifier: Classifier, activations: np.ndarray | None, frame: Framing) -> ClassEvidence | None:
    if activations is None or classifier.ending.linear is None:
        return None
    linear = classifier.network.get_submodule(classifier.ending.linear)
    bias = np.zeros(len(linear.weight), np.float32) if linear.bias is None else linear.bias.detach().numpy()
    return ClassEvidence(
        activations,
        linear.weight.detach().numpy(),
        bias,
        classifier.classes,
        (frame.x0_px, frame.y0_px, frame.x1_px, frame.y1_px),
        classifier.own_chance,
        classifier.temperature,
    )


def _raw_map(
    classifier: Classifier,
    x: Tensor,
    index: int | None,
    method: str,
    layer: str,
    on_progress: Callable[[float], None] | None,
) -> tuple[np.ndarray, np.ndarray, int, np.ndarray | None]:
    network, end = classifier.network, classifier.ending
    if method == "shapleycam" and layer == end.layer and end.linear is not None:
        method = (
            "gradcam"  # no curvature behind the last map: both are the same, and the library cannot say so
        )
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
        return logits, closed_forms.heat(method, activations, gradient), index, activations
    if method in closed_forms.METHODS:
        logits, activations, gradient = closed_forms.tail_gradient(network, layer, x, index)
        return logits, closed_forms.heat(method, activations, gradient), index, activations
    if method == "scorecam":
        from tplab_gui.vision.score_cam import score_cam

        return logits, score_cam(network, x, activations, index, on_progress), index, activations
    from tplab_gui.vision.cam_library import library_map

    try:
        return *library_map(network, layer, x, index, LIBRARY_METHODS[method]), index, None
    except (RuntimeError, IndexError, ValueError, np.linalg.LinAlgError) as error:
        raise LabError(
            "{method} cannot be computed on the layer {layer} of {model}: {reason}.",
            hint="Choose another method or another layer.",
            method=method,
            layer=layer,
            model=classifier.name,
            reason=error,
        ) from error


def in_picture(raw: np.ndarray, frame: Framing, height: int, width: int) -> np.ndarray:
    """Stretch a map (h, w) to [0, 1] and bring it to the size and place of the picture; float32 (height, width)."""
    return placed(stretched(raw), frame, height, width)
