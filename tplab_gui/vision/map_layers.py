"""Which layers of a network have a map worth looking at: the last one of every size, the earliest first."""

import torch
from torch import Tensor, nn

from tplab_gui.core.events.heatmap import MapLayer
from tplab_gui.vision.classify import Classifier


def map_layers(classifier: Classifier) -> tuple[MapLayer, ...]:
    """Return the layers before the last map, one for each size of map, by their outermost names."""
    network, side = classifier.network, classifier.preprocessing.size_px
    seen: dict[
        tuple[int, ...], str
    ] = {}  # (channels, rows, columns) of a map, and the last module that yields it

    def look(name: str, output: object) -> None:
        if isinstance(output, Tensor) and output.ndim == 4 and output.shape[2] * output.shape[3] > 1:
            size = tuple(output.shape[1:])
            seen.pop(size, None)  # so that the order is that of the last ones
            seen[size] = name

    handles = [
        module.register_forward_hook(lambda _m, _i, output, name=name: look(name, output))
        for name, module in network.named_modules()
        if name
    ]
    try:
        with torch.inference_mode():
            network(torch.zeros(1, _channels(network), side, side))
    finally:
        for handle in handles:
            handle.remove()
    last = classifier.ending.layer
    return tuple(MapLayer(name, size[2], size[1], size[0]) for size, name in seen.items() if name != last)


def _channels(network: nn.Module) -> int:
    first = next((each for each in network.modules() if isinstance(each, nn.Conv2d)), None)
    return first.in_channels if first is not None else 3
