"""The Grad-CAM family from activations and gradients; the gradient is free where the network's end allows.

Every method here weighs the K channels of a feature map A by something made of the gradient g = d logit_c / d A:

- CAM (Zhou et al., CVPR 2016, arXiv:1512.04150): `sum_k W[c, k] A_k`, signed
- Grad-CAM (Selvaraju et al., ICCV 2017, arXiv:1610.02391): `ReLU(sum_k mean(g_k) A_k)`
- Grad-CAM++ (Chattopadhay et al., WACV 2018, arXiv:1710.11063, equation 19, and the ReLU of its equation 7)
- HiResCAM (Draelos and Carin 2020, arXiv:2011.08891): `ReLU(sum_k g_k A_k)`, cell by cell
- XGrad-CAM (Fu et al., BMVC 2020, arXiv:2008.02312); LayerCAM (Jiang et al., TIP 2021): `ReLU(sum_k ReLU(g_k)
  A_k)`, cell by cell

For a network that ends in global average pooling and one linear layer, g is the constant `W[c, k] / (h w)` on
the last map: one forward pass gives every map of every class. For any other layer the tail of the network is
differentiated, down to that layer only.
"""

from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor, nn

from tplab_gui.core.errors import LabError

METHODS = ("cam", "gradcam", "gradcam++", "hirescam", "xgradcam", "layercam")


@dataclass(frozen=True)
class Ending:
    """How a network ends.

    Attributes
    ----------
    layer : str
        Name of the module that yields the last feature map (B, K, h, w).
    linear : str or None
        Name of the linear layer behind the global average of that map; None if the network ends otherwise.

    """

    layer: str
    linear: str | None


def ending(network: nn.Module, x: Tensor) -> Ending:
    """Find how `network` ends, by looking at what it does with the input `x` of shape (1, 3, H, W).

    A linear layer whose output is the network's and whose input is the mean over the cells of a feature map is
    what the closed forms need; names and classes do not matter. The network must be in evaluation mode.

    Raises
    ------
    LabError
        If no layer yields a map with more than one cell.

    """
    maps: list[tuple[str, Tensor]] = []  # (name, mean over the cells), in the order of the forward pass
    linears: list[tuple[str, Tensor, Tensor]] = []

    def look(name: str, inputs: tuple[Tensor, ...], output: object) -> None:
        if not isinstance(output, Tensor):
            return
        if output.ndim == 4 and output.shape[2] * output.shape[3] > 1:
            # the mean now, not the tensor: an in-place ReLU may change it a moment later
            maps.append((name, output.mean(dim=(2, 3))))
        elif output.ndim == 2 and isinstance(network.get_submodule(name), nn.Linear):
            linears.append((name, inputs[0].clone(), output))

    handles = [
        module.register_forward_hook(lambda _m, inputs, output, name=name: look(name, inputs, output))
        for name, module in network.named_modules()
        if name
    ]
    try:
        with torch.inference_mode():
            answer = network(x)
    finally:
        for handle in handles:
            handle.remove()
    if not maps:
        raise LabError(
            "This network has no layer with a map of positions, so there is no place to point at.",
            hint="Choose a convolutional network.",
        )
    if linears and linears[-1][2].shape == answer.shape and torch.equal(linears[-1][2], answer):
        name, pooled, _ = linears[-1]
        tolerance = 1e-5 * float(pooled.abs().max()) + 1e-7
        same = [
            m
            for m, mean in maps
            if mean.shape == pooled.shape and torch.allclose(mean, pooled, 1e-4, tolerance)
        ]
        if same:
            # layer4 rather than layer4.1.relu: the outermost of the modules that yield this very map
            return Ending(min(same, key=lambda m: (m.count("."), len(m))), name)
    last = maps[-1][1]
    same = [m for m, mean in maps if mean.shape == last.shape and torch.equal(mean, last)]
    return Ending(min(same, key=lambda m: m.count(".")), None)


def forward(network: nn.Module, layer: str, x: Tensor) -> tuple[np.ndarray, np.ndarray]:
    """One forward pass without gradients.

    Returns
    -------
    logits : ndarray, shape (C,), float32
    activations : ndarray, shape (K, h, w), float32
        Output of the module `layer`.

    """
    seen: list[Tensor] = []
    handle = network.get_submodule(layer).register_forward_hook(lambda _m, _i, output: seen.append(output))
    try:
        with torch.inference_mode():
            logits = network(x)
    finally:
        handle.remove()
    return logits[0].float().numpy(), _one_map(layer, seen).float().contiguous().numpy()


def tail_gradient(
    network: nn.Module, layer: str, x: Tensor, target: int
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Logits, activations of `layer` and the gradient of logit `target` there: (C,), (K, h, w), (K, h, w), float32.

    Only what lies behind `layer` is differentiated, and no weight's gradient is computed.
    """
    seen: list[Tensor] = []

    def start_here(_m: nn.Module, _i: object, output: Tensor) -> Tensor:
        leaf = output.detach().requires_grad_()
        seen.append(leaf)
        return leaf.clone()  # the next module may work in place, which a leaf forbids

    wanted = [p for p in network.parameters() if p.requires_grad]
    handle = network.get_submodule(layer).register_forward_hook(start_here)
    try:
        for parameter in wanted:
            parameter.requires_grad_(requires_grad=False)
        with torch.enable_grad():
            logits = network(x)
            activations = _one_map(layer, seen)
            (gradient,) = torch.autograd.grad(logits[0, target], seen[0])
    finally:
        handle.remove()
        for parameter in wanted:
            parameter.requires_grad_(requires_grad=True)
    return logits[0].detach().numpy(), activations.detach().numpy(), gradient[0].numpy()


def _one_map(layer: str, seen: list[Tensor]) -> Tensor:
    if (
        not seen
        or not isinstance(seen[0], Tensor)
        or seen[0].ndim != 4
        or seen[0].shape[2] * seen[0].shape[3] < 2
    ):
        raise LabError(
            "The layer {layer} yields no map of positions.",
            hint="Choose a convolutional layer before the pooling.",
            layer=layer,
        )
    return seen[0][0]


def heat(method: str, activations: np.ndarray, gradient: np.ndarray) -> np.ndarray:
    """Map of one class.

    Parameters
    ----------
    method : str
        One of `METHODS`.
    activations : ndarray, shape (K, h, w), float32
    gradient : ndarray, shape (K, h, w) or (K,), float32
        Derivative of the class's logit; (K,) when it is the same in every cell, as the closed forms have it.

    Returns
    -------
    ndarray, shape (h, w), float32
        Not normalised; >= 0 except for `cam`, which is signed.

    """
    channels, cells = activations.shape[0], activations.shape[1] * activations.shape[2]
    a = activations.reshape(channels, cells)
    g = gradient.reshape(channels, -1)  # (K, 1) or (K, h * w)
    if method in {"hirescam", "layercam"}:
        slope = np.maximum(g, 0) if method == "layercam" else g
        flat = slope[:, 0] @ a if slope.shape[1] == 1 else (slope * a).sum(axis=0)
    else:
        flat = _channel_weights(method, a, g) @ a
    if method != "cam":
        flat = np.maximum(flat, 0)
    return flat.reshape(activations.shape[1:]).astype(np.float32, copy=False)


def _channel_weights(method: str, a: np.ndarray, g: np.ndarray) -> np.ndarray:
    cells = a.shape[1]
    repeats = cells // g.shape[1]  # a constant gradient stands for this many equal cells
    if method == "cam":
        return g.mean(axis=1) * cells  # the weight of the linear layer
    if method == "gradcam":
        return g.mean(axis=1)
    total = a.sum(axis=1, keepdims=True)
    if method == "xgradcam":
        # 1e-7 and 1e-6 are the grad-cam library's guards against division by zero: same maps, to the last digits
        numerator = g[:, 0] * total[:, 0] if g.shape[1] == 1 else (g * a).sum(axis=1)
        return numerator / (total[:, 0] + np.float32(1e-7))
    if method == "gradcam++":
        squared = g * g
        alpha = squared / (2 * squared + total * squared * g + np.float32(1e-6))
        return (np.maximum(g, 0) * np.where(g != 0, alpha, 0)).sum(axis=1) * repeats
    raise LabError(
        "There is no heatmap method called {method}.", hint="Choose one of the list.", method=method
    )
