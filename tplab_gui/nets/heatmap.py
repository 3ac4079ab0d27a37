"""The built-in heatmap network: EfficientNet-Lite0 with a finer last map.

Tan and Le, "EfficientNet: Rethinking Model Scaling for Convolutional Neural Networks", ICML 2019,
arXiv:1905.11946; the Lite variant leaves out squeeze-and-excitation and swish (ReLU6 instead), which suits a CPU
and keeps every cell of the map a function of its own surroundings. The end follows Zhou et al., "Learning Deep
Features for Discriminative Localization", CVPR 2016, arXiv:1512.04150: with global average pooling and one linear
layer, the logit of class c is the mean over all positions of `sum_k W[c, k] A[k]` plus a bias, so a heatmap is one
matrix product away (see `vision/closed_forms.py`).

EfficientNet's last map has one cell per 32 pixels. Here the sixth stage keeps its stride at 1 and its kernels (and
the seventh's) are dilated by 2 instead (Yu, Koltun and Funkhouser, "Dilated Residual Networks", CVPR 2017,
arXiv:1705.09914): the same weights see the same surroundings, with one cell per 16 pixels, so that a tennis ball of
a tenth of the picture still owns a cell.
"""

from collections.abc import Sequence

from torch import Tensor, nn

STRIDE_PX = 16
"""Pixels of the input per cell of the last map, in each direction; the sides of an input are multiples of it."""


class Conv(nn.Sequential):
    """Convolution with a bias (in which the batch norm of the public weights is folded), then ReLU6 if `is_active`.

    Padding is TensorFlow's "SAME", as the public weights expect it: with stride 2 and an even side one pixel less
    before than after.
    """

    def __init__(
        self,
        inputs: int,
        outputs: int,
        kernel: int,
        stride: int = 1,
        groups: int = 1,
        dilation: int = 1,
        *,
        is_active: bool = True,
    ) -> None:
        super().__init__()
        reach = (kernel - 1) * dilation + 1
        if stride > 1:
            before = (reach - stride) // 2
            after = reach - stride - before
            self.add_module("pad", nn.ZeroPad2d((before, after, before, after)))
        padding = reach // 2 if stride == 1 else 0
        self.add_module("conv", nn.Conv2d(inputs, outputs, kernel, stride, padding, dilation, groups))
        if is_active:
            self.add_module("active", nn.ReLU6(inplace=True))


class MBConv(nn.Module):
    """Inverted bottleneck: 1x1 that widens, depthwise k x k, linear 1x1 that narrows; residual where shapes agree."""

    def __init__(
        self, inputs: int, outputs: int, kernel: int, stride: int, expansion: int, dilation: int
    ) -> None:
        super().__init__()
        wide = inputs * expansion
        self.expand = Conv(inputs, wide, 1) if expansion > 1 else nn.Identity()
        self.mix = Conv(wide, wide, kernel, stride, wide, dilation)
        self.project = Conv(wide, outputs, 1, is_active=False)
        self.is_residual = stride == 1 and inputs == outputs

    def forward(self, x: Tensor) -> Tensor:
        """(B, inputs, H, W) -> (B, outputs, H / stride, W / stride)."""
        y = self.project(self.mix(self.expand(x)))
        return x + y if self.is_residual else y


class HeatmapNet(nn.Module):
    """Classifier whose last feature map can be read as heat.

    Parameters
    ----------
    n_classes : int
        Number of logits.
    stem_width, head_width : int
        Channels after the first convolution (stride 2) and of the last map.
    widths, depths, strides, kernels, expansions, dilations : sequences of int, one entry per stage
        Channels, number of blocks, stride of the first block, side of the depthwise kernels, how much wider a
        block is inside, and dilation of the depthwise kernels (the first block of a stage, which stands where the
        stride was, has that of the stage before). The product of the strides times 2 is the stride
        of the last map.
    """

    def __init__(
        self,
        n_classes: int,
        stem_width: int = 32,
        widths: Sequence[int] = (16, 24, 40, 80, 112, 192, 320),
        depths: Sequence[int] = (1, 2, 2, 3, 3, 4, 1),
        strides: Sequence[int] = (1, 2, 2, 2, 1, 1, 1),
        kernels: Sequence[int] = (3, 3, 5, 3, 5, 5, 3),
        expansions: Sequence[int] = (1, 6, 6, 6, 6, 6, 6),
        dilations: Sequence[int] = (1, 1, 1, 1, 1, 2, 2),
        head_width: int = 1280,
    ) -> None:
        super().__init__()
        self.stem = Conv(3, stem_width, 3, 2)
        stages, inputs, dilation_before = [], stem_width, 1
        for width, depth, stride, kernel, expansion, dilation in zip(
            widths, depths, strides, kernels, expansions, dilations, strict=True
        ):
            blocks = []
            for i in range(depth):
                is_first = i == 0
                blocks.append(
                    MBConv(
                        inputs,
                        width,
                        kernel,
                        stride if is_first else 1,
                        expansion,
                        dilation_before if is_first else dilation,
                    )
                )
                inputs = width
            dilation_before = dilation
            stages.append(nn.Sequential(*blocks))
        self.stages = nn.Sequential(*stages)
        self.head = Conv(inputs, head_width, 1)
        self.fc = nn.Linear(head_width, n_classes)
        for module in self.modules():
            if isinstance(module, nn.Conv2d):
                # without a norm, the size of what flows depends on the first weights
                nn.init.kaiming_normal_(module.weight, mode="fan_in", nonlinearity="relu")

    def features(self, x: Tensor) -> Tensor:
        """Last feature map.

        Parameters
        ----------
        x : Tensor, shape (B, 3, H, W), float32, normalised as the card says; H and W multiples of 16

        Returns
        -------
        Tensor, shape (B, K, H / 16, W / 16), float32, in [0, 6]
        """
        return self.head(self.stages(self.stem(x)))

    def forward(self, x: Tensor) -> Tensor:
        """Logits, shape (B, n_classes), of normalised pictures, shape (B, 3, H, W)."""
        return self.fc(self.features(x).mean(dim=(2, 3)))
