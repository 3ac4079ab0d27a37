"""The network of the MNIST loss study: two convolutions, two dropouts, two linear layers.

The lab report names a class `Net` with dropouts and nothing more; this is the network of the PyTorch MNIST example
that it very likely used (1,199,882 parameters): conv 3x3 to 32, conv 3x3 to 64, max-pool 2, dropout, linear to 128,
dropout, linear to 10 (or to as many classes as the pictures have). Dropout: Srivastava et al., "Dropout: a simple way
to prevent neural networks from overfitting", JMLR 15, 2014.
"""

import torch
from torch import nn
from torch.nn import functional


class Net(nn.Module):
    """Digits, or other classes, from pictures.

    Parameters
    ----------
    dropout_features : float
        Share of the feature-map values that are silenced while training, 0 to 1.
    dropout_hidden : float
        Share of the 128 hidden values that are silenced while training, 0 to 1.
    classes : int
        How many kinds of pictures are told apart.

    """

    def __init__(
        self, dropout_features: float = 0.25, dropout_hidden: float = 0.5, classes: int = 10
    ) -> None:
        super().__init__()
        self.conv1 = nn.Conv2d(1, 32, 3)
        self.conv2 = nn.Conv2d(32, 64, 3)
        self.dropout1 = nn.Dropout(dropout_features)
        self.dropout2 = nn.Dropout(dropout_hidden)
        self.fc1 = nn.Linear(9216, 128)
        self.fc2 = nn.Linear(128, classes)

    def forward(self, images: torch.Tensor) -> torch.Tensor:
        """Map images (B, 1, 28, 28), normalised, to log-probabilities (B, classes)."""
        x = functional.relu(self.conv1(images))  # (B, 32, 26, 26)
        x = functional.relu(self.conv2(x))  # (B, 64, 24, 24)
        x = self.dropout1(functional.max_pool2d(x, 2))  # (B, 64, 12, 12)
        x = functional.relu(self.fc1(x.flatten(1)))  # (B, 9216) -> (B, 128)
        return functional.log_softmax(self.fc2(self.dropout2(x)), dim=1)
