"""What torch does slowly the first time, done once while the window says so.

The first optimiser imports `torch._dynamo` (seconds; a stall of 250 ms when it happens beside the window).
"""

import os

# Spinning OpenMP threads fall to a tenth of their speed when another program runs; set before torch loads.
os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")

import torch


def warm_up() -> str:
    """Build and use a tiny network and optimiser once; return a line about torch and its device."""
    layer = torch.nn.Conv2d(1, 1, 3)
    optimiser = torch.optim.Adadelta(layer.parameters())
    layer(torch.zeros(1, 1, 8, 8)).sum().backward()
    optimiser.step()
    device = "cuda" if torch.cuda.is_available() else "cpu"
    return f"torch {torch.__version__.split('+')[0]}, {device}, {torch.get_num_threads()} threads"
