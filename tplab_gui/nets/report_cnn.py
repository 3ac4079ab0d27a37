"""The network of the report's spoken digits: two convolutions and one linear layer (its "block 11").

The size of the linear layer follows from the spectrogram: 128 bands x 241 columns become 10 x 19 x 38 = 7,220 values,
which the report writes as 38 x 19 x 10.
"""

from torch import Tensor, nn

from tplab_gui.core.errors import LabError

CHANNELS = 10
KERNELS, STRIDES = (7, 5), (3, 2)


def left_over(size: int) -> tuple[int, ...]:
    """Return what the two convolutions leave of `size` rows or columns; 0 where a kernel does not fit."""
    sizes = []
    for kernel, stride in zip(KERNELS, STRIDES, strict=True):
        size = (size - kernel) // stride + 1 if size >= kernel else 0
        sizes.append(size)
    return tuple(sizes)


def least_size() -> int:
    """Return the fewest rows or columns that pass both convolutions."""
    return (KERNELS[1] - 1) * STRIDES[0] + KERNELS[0]


class ReportCNN(nn.Module):
    """Digits from mel spectrograms.

    Parameters
    ----------
    bands, frames : int
        Rows and columns of the spectrograms.
    n_classes : int

    Raises
    ------
    LabError
        If a convolution's kernel does not fit into what it is given.

    """

    def __init__(self, bands: int = 128, frames: int = 41, n_classes: int = 10) -> None:
        super().__init__()
        for size in (bands, frames):
            _refuse_too_small(size, bands, frames)
        self.conv1 = nn.Conv2d(1, CHANNELS, KERNELS[0], STRIDES[0])
        self.relu1 = nn.ReLU()
        self.conv2 = nn.Conv2d(CHANNELS, CHANNELS, KERNELS[1], STRIDES[1])
        self.relu2 = nn.ReLU()
        self.flatten = nn.Flatten()
        self.fc = nn.Linear(CHANNELS * left_over(bands)[1] * left_over(frames)[1], n_classes)

    def forward(self, spectrograms: Tensor) -> Tensor:
        """Map spectrograms (B, 1, bands, frames) in dB to logits (B, n_classes)."""
        x = self.relu1(self.conv1(spectrograms))
        x = self.relu2(self.conv2(x))
        logits: Tensor = self.fc(self.flatten(x))
        return logits


def _refuse_too_small(size: int, bands: int, frames: int) -> None:
    first, second = left_over(size)
    if second:
        return
    given, kernel = (first, KERNELS[1]) if first else (size, KERNELS[0])
    raise LabError(
        "A spectrogram of {bands} x {frames} cannot pass the network: {path}, and a kernel of {kernel} does not "
        "fit into {given}.",
        hint="Pad the clip with silence to a longer one: at least {least} columns are needed.",
        bands=bands,
        frames=frames,
        path=f"{size} → {first}" if first else size,
        kernel=kernel,
        given=given,
        least=least_size(),
    )
