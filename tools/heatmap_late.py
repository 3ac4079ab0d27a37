"""The late part of the heatmap network, which is trained, and the early part, which stays as it was.

Early: stem and the first four stages, edges and textures at one cell per 16 pixels. They were learned from 1.3
million pictures; two thousand photographs of a few cameras would only narrow them. Since they stay, their output is
computed once per scene (`heatmap_pool`).
"""

import copy

import torch
from torch import Tensor, nn

from tplab_gui.nets.heatmap import HeatmapNet, MBConv

N_EARLY = 4


def freeze_early(network: HeatmapNet) -> list[nn.Parameter]:
    """Freeze the early part; return the parameters of the late one."""
    network.stem.requires_grad_(requires_grad=False)
    network.stages[:N_EARLY].requires_grad_(requires_grad=False)
    return [p for p in network.parameters() if p.requires_grad]


def part_way(start: HeatmapNet, tuned: HeatmapNet, share: float) -> HeatmapNet:
    """Return the network whose weights lie at `share` of the way from `start` to `tuned`.

    Between the two lies a network that answers strangers' pictures better than either (Wortsman et al., "Robust
    fine-tuning of zero-shot models", CVPR 2022, arXiv:2109.01903).
    """
    between = copy.deepcopy(start)
    with torch.no_grad():
        for ours, theirs in zip(between.parameters(), tuned.parameters(), strict=True):
            ours.lerp_(theirs, share)
    return between


def early_features(network: HeatmapNet, x: Tensor) -> Tensor:
    """Output of the early part, (B, K, h, w), of pictures (B, 3, 16 h, 16 w)."""
    return network.stages[:N_EARLY](network.stem(x))


def late_features(network: HeatmapNet, early: Tensor) -> Tensor:
    """Last feature map, float32 (B, K, h, w), as `features` gives it; h and w even.

    Same numbers as the network's own late part, three times as fast to differentiate: a kernel dilated by 2 never
    sees a neighbour, so the four interleaved quarters of the map are four pictures under a plain kernel; 1x1
    products run in bfloat16 where the caller asks for it, depthwise kernels never (they are slower in it).
    """
    x, is_split = early, False
    for block in (block for stage in network.stages[N_EARLY:] for block in stage):
        if block.mix.conv.dilation[0] == 2 and not is_split:
            x, is_split = _split(x), True
        x = _block(block, x)
    x = network.head(x).float()
    return _join(x) if is_split else x


def _block(block: MBConv, x: Tensor) -> Tensor:
    y = block.expand(x)
    conv = block.mix.conv
    with torch.autocast("cpu", enabled=False):
        padding = conv.kernel_size[0] // 2
        y = nn.functional.conv2d(y.float(), conv.weight, conv.bias, 1, padding, 1, conv.groups)
        y = nn.functional.relu6(y)
    y = block.project(y)
    return x + y if block.is_residual else y


def _split(x: Tensor) -> Tensor:
    b, k, h, w = x.shape
    quarters = x.reshape(b, k, h // 2, 2, w // 2, 2).permute(3, 5, 0, 1, 2, 4)
    return quarters.reshape(4 * b, k, h // 2, w // 2).contiguous(memory_format=torch.channels_last)


def _join(x: Tensor) -> Tensor:
    b, k, h, w = x.shape
    quarters = x.reshape(2, 2, b // 4, k, h, w).permute(2, 3, 4, 0, 5, 1)
    return quarters.reshape(b // 4, k, 2 * h, 2 * w)
