"""The methods that need the grad-cam library (J. Gildenblat and contributors), behind one function.

Imported only when such a method is asked for: it brings scikit-learn and matplotlib along. Its habits (version
1.5) are kept away from the rest: as a context manager it prints and swallows an IndexError (so it is released
by hand), it leaves the network in evaluation mode (the mode is put back), and it returns normalised maps only
(the map is noted before that).
"""

from types import SimpleNamespace

import numpy as np
import torch
from torch import Tensor, nn


def library_map(
    network: nn.Module, layer: str, x: Tensor, target: int, kind: str
) -> tuple[np.ndarray, np.ndarray]:
    """Logits (C,) and map (h, w) of one picture by the library's class `kind`; the map is >= 0 and not normalised.

    Parameters
    ----------
    network : Module
    layer : str
        Name of the module whose map is used.
    x : Tensor, shape (1, 3, H, W), float32
    target : int
        Index of the class.
    kind : str
        Name of a class of `pytorch_grad_cam`, such as `EigenCAM`.

    """
    import pytorch_grad_cam
    from pytorch_grad_cam.utils.model_targets import ClassifierOutputTarget

    for module in (pytorch_grad_cam.ablation_cam, pytorch_grad_cam.score_cam):
        module.tqdm = SimpleNamespace(
            tqdm=lambda steps: steps
        )  # a progress bar on stderr is not ours to draw
    was_training = network.training
    explainer = getattr(pytorch_grad_cam, kind)(network, [network.get_submodule(layer)])
    inner = getattr(explainer, "base_cam", explainer)  # FinerCAM wraps another explainer
    noted: list[np.ndarray] = []
    make_map = inner.get_cam_image

    def note(*args: object, **options: object) -> np.ndarray:
        noted.append(make_map(*args, **options))
        return noted[-1]

    inner.get_cam_image = note
    try:
        # the network's weights are frozen: the picture has to carry the gradient
        with torch.enable_grad():
            if inner is explainer:
                explainer(x.clone().requires_grad_(), [ClassifierOutputTarget(target)])
            else:  # it finds by itself which classes are most like the target
                explainer(x.clone().requires_grad_(), target_idx=target)
        with torch.inference_mode():
            logits = network(x)[0].numpy()
    finally:
        inner.activations_and_grads.release()
        network.train(was_training)
    return logits, np.maximum(np.asarray(noted[0][0], np.float32), 0)
