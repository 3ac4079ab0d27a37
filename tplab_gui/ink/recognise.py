"""Reads 28 x 28 digit images with the shipped network `digit-image`: scores, how sure, and where it looked.

Scores are softmax(logits / temperature), the logits averaged over three views of the digit; temperature and threshold
were measured on hands the network had never seen and stand on its card (`models/digit-image.json`).
"""

from pathlib import Path

import numpy as np
import numpy.typing as npt
import torch
from torch.nn import functional

from tplab_gui.ink.frame import SIZE_PX, Image
from tplab_gui.nets import weights
from tplab_gui.nets.digit_image import DigitImageNet, averaged, views

NAME = "digit-image"
BATCH = 250  # a few MB of feature maps: larger is no faster on a CPU


class InkReader:
    """The network that reads drawn digits, loaded once and warmed up.

    Parameters
    ----------
    folder : Path or None
        Where the network lies; None looks along the search path for models.

    Raises
    ------
    MissingError
        If the network is not on this machine.
    LabError
        If its weights are not the ones its card describes.

    """

    def __init__(self, folder: Path | None = None) -> None:
        network, self.card = weights.load(NAME, folder)
        if not isinstance(network, DigitImageNet):
            raise TypeError(f"{NAME} is a {type(network).__name__}, not a DigitImageNet")
        self._network = network
        self.temperature = float(self.card["temperature"])
        self.threshold = float(self.card["threshold"])
        self.scores(
            np.zeros((1, SIZE_PX, SIZE_PX), dtype=np.float32)
        )  # the first call is slow: not the user's

    def scores(self, images: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
        """Give the probability of each digit.

        Parameters
        ----------
        images : ndarray, shape (B, 28, 28), float32, in [0, 1], ink = 1; B may be 0 or thousands

        Returns
        -------
        ndarray, shape (B, 10), float32; every row sums to 1

        """
        answers = np.empty((len(images), 10), dtype=np.float32)
        with torch.inference_mode():
            for first in range(0, len(images), BATCH):
                logits = self._network.views_logits(_tensor(images[first : first + BATCH]))
                answers[first : first + BATCH] = torch.softmax(logits / self.temperature, dim=1).numpy()
        return answers

    def read(self, image: Image) -> tuple[npt.NDArray[np.float32], Image]:
        """Score one image and show where the network looked, in one pass: what a moving pen can afford.

        Parameters
        ----------
        image : ndarray, shape (28, 28), float32, in [0, 1]

        Returns
        -------
        scores : ndarray, shape (10,), float32; as `scores` gives them
        heat : ndarray, shape (28, 28), float32, in [0, 1]; as `heatmap` gives it for the best guess

        """
        with torch.inference_mode():
            maps = self._network.class_maps(views(_tensor(image[None])))
            # A class's map, averaged, is its logit; the scores are those of all views, the heat that of the picture.
            logits = averaged(maps.mean(dim=(2, 3))) + self._network.fc.bias
            scores = torch.softmax(logits / self.temperature, dim=1)[0].numpy()
            return scores, _enlarged(maps[:1], int(scores.argmax()))

    def sure(self, scores: npt.NDArray[np.float32]) -> bool:
        """Say whether the lab would commit to the best guess of one row of scores, shape (10,)."""
        return bool(scores.max() >= self.threshold)

    def heatmap(self, image: Image, digit: int) -> Image:
        """Show which ink spoke for `digit`: its class activation map, enlarged to the image.

        Zhou et al., CVPR 2016, arXiv:1512.04150: sum of the last feature maps, weighted by the class's own weights.

        Parameters
        ----------
        image : ndarray, shape (28, 28), float32, in [0, 1]
        digit : int, 0 to 9

        Returns
        -------
        ndarray, shape (28, 28), float32, in [0, 1]: 1 where the case for the digit is strongest; all zeros if no place
        speaks for it

        """
        with torch.inference_mode():
            return _enlarged(self._network.class_maps(_tensor(image[None])), digit)


def _enlarged(maps: torch.Tensor, digit: int) -> Image:
    """Return the map of one class, of maps (1, 10, h, w), as large as the image, its strongest place 1."""
    coarse = maps[:, digit : digit + 1].clamp(min=0)
    fine = functional.interpolate(coarse, (SIZE_PX, SIZE_PX), mode="bilinear", align_corners=False)
    strongest = fine.max()
    if strongest > 0:
        fine = fine / strongest
    return np.asarray(fine[0, 0].numpy(), dtype=np.float32)


def _tensor(images: npt.NDArray[np.float32]) -> torch.Tensor:
    if images.ndim != 3 or images.shape[1:] != (SIZE_PX, SIZE_PX):
        raise ValueError(f"digit images have the shape (B, 28, 28); got {images.shape}")
    return torch.from_numpy(np.ascontiguousarray(images, dtype=np.float32))[:, None]
