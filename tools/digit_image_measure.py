"""What the drawn-digit network reaches: accuracies, the temperature of its scores, the threshold of "sure".

Temperature scaling: Guo, Pleiss, Sun, Weinberger, "On calibration of modern neural networks", ICML 2017,
arXiv:1706.04599: the one number that makes softmax(logits / temperature) fit data the network did not learn from.
"""

from collections.abc import Callable

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from tools import digit_image_data as examples

CLEAR_SHARE = 0.995  # of the rightly read digits kept back, so many pass as "sure"


Reading = Callable[[Tensor], Tensor]  # images (B, 1, 28, 28) to logits (B, 10)


def logits_of(read: Reading, images: examples.Images) -> Tensor:
    """Read images (n, 28, 28), 500 at a time; returns (n, 10)."""
    with torch.inference_mode():
        return torch.cat([read(part[:, None]) for part in torch.from_numpy(images).split(500)])


def calibrated(
    read: Reading,
    validation: tuple[examples.Images, examples.Labels],
    unseen: list[examples.PenDigit],
) -> tuple[float, float]:
    """Fit the temperature and choose the threshold on examples that the network never learned from.

    Both sources weigh the same. The threshold lets 99.5 % of the rightly read ones pass.
    """
    sets = [validation, examples.pen_as_drawn(unseen)]
    known = [(logits_of(read, images), torch.from_numpy(labels)) for images, labels in sets]
    temperatures = np.geomspace(0.2, 2.0, 181)
    losses = [sum(functional.cross_entropy(z / t, y).item() for z, y in known) for t in temperatures]
    temperature = float(temperatures[int(np.argmin(losses))])
    passing = []
    for z, y in known:
        top, said = torch.softmax(z / temperature, dim=1).max(dim=1)
        passing.append(float(torch.quantile(top[said == y], 1 - CLEAR_SHARE)))
    return temperature, float(np.clip(np.mean(passing), 0.5, 0.95))


def measured(
    read: Reading,
    temperature: float,
    threshold: float,
    test: tuple[examples.Images, examples.Labels],
    unseen: list[examples.PenDigit],
) -> dict[str, float]:
    """Measure shares (0 to 1) on MNIST's test set, on unseen pen writers, and on unseen signs and scribbles."""
    figures: dict[str, float] = {}

    def note(name: str, images: examples.Images, labels: examples.Labels) -> np.ndarray:
        top, said = torch.softmax(logits_of(read, images) / temperature, dim=1).max(dim=1)
        right = (said.numpy() == labels).astype(float)
        sure = top.numpy() >= threshold
        figures[f"{name}_accuracy"] = float(right.mean())
        figures[f"{name}_sure"] = float(sure.mean())
        figures[f"{name}_accuracy_when_sure"] = float(right[sure].mean())
        return right

    note("mnist_test", *test)
    right = note("unseen_writers", *examples.pen_as_drawn(unseen))
    writers = np.array([d.writer for d in unseen])
    figures["worst_unseen_writer_accuracy"] = float(min(right[writers == w].mean() for w in set(writers)))
    others = examples.not_digits(2000, unseen, test[0], np.random.default_rng(0), unseen=True)
    top = torch.softmax(logits_of(read, others) / temperature, dim=1).amax(dim=1)
    figures["not_a_digit_taken_as_sure"] = float((top >= threshold).float().mean())
    return {name: round(value, 5) for name, value in figures.items()}
