"""What torch does slowly the first time, done once and early: its import, and its first optimiser.

The first optimiser imports `torch._dynamo`, which takes as long as torch itself.
"""

import os

# Spinning OpenMP threads fall to a tenth of their speed when another program runs; set before torch loads.
os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")

import torch


def about_torch() -> str:
    """Return a line about torch and its device."""
    device = "cuda" if torch.cuda.is_available() else "cpu"
    return f"torch {torch.__version__.split('+')[0]}, {device}, {torch.get_num_threads()} threads"


def warm_optimiser() -> None:
    """Build and use a tiny network and optimiser once."""
    layer = torch.nn.Conv2d(1, 1, 3)
    optimiser = torch.optim.Adadelta(layer.parameters())
    layer(torch.zeros(1, 1, 8, 8)).sum().backward()
    optimiser.step()
