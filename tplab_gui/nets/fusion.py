"""The networks of the fusion study: each modality alone, early fusion, and joint fusion in two forms.

The three places to fuse (the report's figure 10; Baltrusaitis, Ahuja, Morency, "Multimodal Machine Learning: A Survey
and Taxonomy", IEEE PAMI 41, 423, 2019, arXiv:1705.09406): at the input (early), between encoders and classifier
(joint), or after two classifiers (late: `fusion.late`, no network of its own).

Every network takes a `Pair` and says how it takes a missing half: early fusion as zeros, which after scaling is the
mean of all examples; side by side as an embedding of its own that is learnt; attention by giving it no weight. While
learning, a share of the examples loses one half (Neverova et al., "ModDrop", IEEE PAMI 38, 1692, 2016,
arXiv:1501.00102), so that the fused networks survive a pen without a microphone.

Convolutions halve the sides by their step and not by pooling, which on a processor takes longer than all the rest.
"""

from typing import NamedTuple

import torch
from torch import Tensor, nn
from torch.nn import functional

from tplab_gui.core.errors import LabError

EMBEDDING = 64  # what each encoder says about its input
MODALITIES = ("image", "audio")
STRATEGIES = ("image", "audio", "early", "joint-concat", "joint-attention")


class Pair(NamedTuple):
    """A batch of pictures and sounds of the same digits.

    `image` float32 (B, 1, 28, 28) and `sound` float32 (B, 1, bands, frames), both normalised; `present` float32 (B, 2)
    is 1 where the image, the sound is there and 0 where it is missing.
    """

    image: Tensor
    sound: Tensor
    present: Tensor

    def silenced(self) -> "Pair":
        """Return the pair with zeros for what is missing."""
        image, sound = self.present.t()[..., None, None, None]
        return Pair(self.image * image, self.sound * sound, self.present)


class ImageEncoder(nn.Module):
    """Pictures (B, channels, 28, 28) to embeddings (B, EMBEDDING): two convolutions, each halving the sides."""

    def __init__(self, channels: int = 1) -> None:
        super().__init__()
        self.layers = nn.Sequential(
            *_block(channels, 24, kernel=5),  # (B, 24, 14, 14)
            *_block(24, 48),  # (B, 48, 7, 7)
            nn.Flatten(),
            nn.Linear(48 * 7 * 7, EMBEDDING),
            nn.ReLU(),
        )

    def forward(self, images: Tensor) -> Tensor:
        """Return the embeddings, float32 (B, EMBEDDING)."""
        return self.read(self.maps(images))

    def maps(self, images: Tensor) -> Tensor:
        """Return the last maps, (B, 48, 7, 7)."""
        maps: Tensor = self.layers[:-3](images)
        return maps

    def read(self, maps: Tensor) -> Tensor:
        """Return the embeddings of maps; piecewise linear."""
        embeddings: Tensor = self.layers[-3:](maps)
        return embeddings


class SoundCNN(nn.Module):
    """Spectrograms (B, 1, bands, frames) to embeddings (B, EMBEDDING): frequency keeps its place, time does not."""

    def __init__(self, bands: int) -> None:
        super().__init__()
        self.layers = nn.Sequential(*_block(1, 16, kernel=5), *_block(16, 32), *_block(32, 64, (2, 1)))
        self.linear = nn.Linear(64 * -(-bands // 8), EMBEDDING)

    def forward(self, sounds: Tensor) -> Tensor:
        """Return the embeddings, float32 (B, EMBEDDING)."""
        return self.read(self.maps(sounds))

    def maps(self, sounds: Tensor) -> Tensor:
        """Return the last maps, (B, 64, bands / 8, frames / 4)."""
        maps: Tensor = self.layers(sounds)
        return maps

    def read(self, maps: Tensor) -> Tensor:
        """Return the embeddings of maps, from the loudest moment of each feature; piecewise linear."""
        return functional.relu(self.linear(maps.amax(dim=3).flatten(1)))


class SoundGRU(nn.Module):
    """Spectrograms (B, 1, bands, frames), column by column, both ways (Cho et al., 2014, arXiv:1406.1078)."""

    def __init__(self, bands: int) -> None:
        super().__init__()
        self.gru = nn.GRU(bands, EMBEDDING // 2, batch_first=True, bidirectional=True)
        self.linear = nn.Linear(EMBEDDING, EMBEDDING)

    def forward(self, sounds: Tensor) -> Tensor:
        """Return the embeddings, float32 (B, EMBEDDING)."""
        return self.read(self.maps(sounds))

    def maps(self, sounds: Tensor) -> Tensor:
        """Return the sounds as they are: a recurrent network has no maps."""
        return sounds

    def read(self, sounds: Tensor) -> Tensor:
        """Return the embeddings of spectrograms."""
        columns = sounds.squeeze(1).transpose(1, 2)  # (B, frames, bands)
        states, _ = self.gru(columns)
        return functional.relu(self.linear(states.amax(dim=1)))


class Alone(nn.Module):
    """One modality: its encoder and one linear layer."""

    def __init__(self, modality: str, encoder: nn.Module, n_classes: int) -> None:
        super().__init__()
        self.modality = modality
        self.encoder = encoder
        self.fc = nn.Linear(EMBEDDING, n_classes)

    def forward(self, pair: Pair) -> Tensor:
        """Return logits (B, n_classes)."""
        pair = pair.silenced()
        seen = pair.image if self.modality == "image" else pair.sound
        logits: Tensor = self.fc(self.encoder(seen))
        return logits


class EarlyFusion(nn.Module):
    """Raw inputs joined: the spectrogram is averaged down to 28 x 28 and laid behind the picture as a second channel.

    That harmonises 784 pixels and bands x frames values at the price of most of the sound's detail, and the first
    convolution mixes points that have nothing to do with each other: this is the lesson of early fusion.
    """

    def __init__(self, n_classes: int, drop: float) -> None:
        super().__init__()
        self.encoder = ImageEncoder(channels=2)
        self.fc = nn.Linear(EMBEDDING, n_classes)
        self.drop = drop

    def forward(self, pair: Pair) -> Tensor:
        """Return logits (B, n_classes)."""
        pair = _dropped(pair, self.drop if self.training else 0.0)
        return self.fused(pair.image, harmonised(pair.sound))

    def fused(self, images: Tensor, sounds: Tensor) -> Tensor:
        """Return logits of pictures and harmonised sounds, both (B, 1, 28, 28), zeros where one is missing."""
        logits: Tensor = self.fc(self.encoder(torch.cat([images, sounds], dim=1)))
        return logits


class JointConcat(nn.Module):
    """One encoder for each modality, embeddings side by side, then one linear layer.

    In the place of what is missing stands `absent`, float32 (2, EMBEDDING), which is learnt.
    """

    def __init__(self, sound: nn.Module, n_classes: int, drop: float) -> None:
        super().__init__()
        self.image, self.sound = ImageEncoder(), sound
        self.absent = nn.Parameter(torch.zeros(2, EMBEDDING))
        self.fc = nn.Linear(2 * EMBEDDING, n_classes)
        self.drop = drop

    def forward(self, pair: Pair) -> Tensor:
        """Return logits (B, n_classes)."""
        pair = _dropped(pair, self.drop if self.training else 0.0)
        return self.fused(self.image(pair.image), self.sound(pair.sound), pair.present)

    def fused(self, image: Tensor, sound: Tensor, present: Tensor) -> Tensor:
        """Return logits of embeddings (B, EMBEDDING); what `present` (B, 2) says is missing has no say."""
        both = torch.stack([image, sound], dim=1)  # (B, 2, EMBEDDING)
        both = torch.where(present[..., None] > 0, both, self.absent)
        logits: Tensor = self.fc(both.flatten(1))
        return logits


class JointAttention(nn.Module):
    """One encoder for each modality, attention that weighs them, a final linear layer (the report's figure 11).

    With embeddings e_m, the weights are a_m = softmax_m(w . tanh(V e_m)) and the answer is W sum_m a_m e_m + b: the
    attention pooling of Ilse, Tomczak, Welling, ICML 2018, arXiv:1802.04712, with two instances. A missing half has
    the weight 0.
    """

    def __init__(self, sound: nn.Module, n_classes: int, drop: float) -> None:
        super().__init__()
        self.image, self.sound = ImageEncoder(), sound
        self.attention = nn.Sequential(nn.Linear(EMBEDDING, 32), nn.Tanh(), nn.Linear(32, 1))
        self.fc = nn.Linear(EMBEDDING, n_classes)
        self.drop = drop

    def forward(self, pair: Pair) -> Tensor:
        """Return logits (B, n_classes)."""
        pair = _dropped(pair, self.drop if self.training else 0.0)
        return self.fused(self.image(pair.image), self.sound(pair.sound), pair.present)

    def fused(self, image: Tensor, sound: Tensor, present: Tensor) -> Tensor:
        """Return logits of embeddings (B, EMBEDDING); what `present` (B, 2) says is missing has the weight 0."""
        weights = self.weights_of(image, sound, present)
        embeddings = torch.stack([image, sound], dim=1)  # (B, 2, EMBEDDING)
        logits: Tensor = self.fc((weights[..., None] * embeddings).sum(dim=1))
        return logits

    def weights(self, pair: Pair) -> Tensor:
        """Return the attention on (image, sound), float32 (B, 2), each row summing to 1 (0, 0 when both miss)."""
        pair = pair.silenced()
        return self.weights_of(self.image(pair.image), self.sound(pair.sound), pair.present)

    def weights_of(self, image: Tensor, sound: Tensor, present: Tensor) -> Tensor:
        """Return the attention on embeddings (B, EMBEDDING), as `weights` does."""
        scores = self.attention(torch.stack([image, sound], dim=1)).squeeze(2)
        return scores.masked_fill(present == 0, -torch.inf).softmax(dim=1).nan_to_num(0.0)  # nan: both miss


def harmonised(sounds: Tensor) -> Tensor:
    """Return spectrograms (B, 1, bands, frames) averaged to the size of a picture, (B, 1, 28, 28)."""
    return functional.adaptive_avg_pool2d(sounds, (28, 28))


def build(
    strategy: str,
    bands: int,
    *,
    sound_encoder: str = "cnn",
    n_classes: int = 10,
    modality_dropout: float = 0.2,
) -> nn.Module:
    """Return the network of a strategy; raises `LabError` when there is none of that name.

    Parameters
    ----------
    strategy : one of `STRATEGIES`
    bands : int
        Rows of the spectrograms, at least 8.
    sound_encoder : {'cnn', 'rnn'}
    modality_dropout : float
        Share of the examples that lose one of their halves while a fused network learns.

    """
    if strategy not in STRATEGIES:
        raise LabError(
            "There is no fusion network called {name}.",
            hint="Choose one of: {names}.",
            name=strategy,
            names=", ".join(STRATEGIES),
        )
    if strategy == "image":
        return Alone("image", ImageEncoder(), n_classes)
    if strategy == "early":
        return EarlyFusion(n_classes, modality_dropout)
    encoder = SoundGRU(bands) if sound_encoder == "rnn" else SoundCNN(bands)
    if strategy == "audio":
        return Alone("audio", encoder, n_classes)
    fused = JointConcat if strategy == "joint-concat" else JointAttention
    return fused(encoder, n_classes, modality_dropout)


def _dropped(pair: Pair, share: float) -> Pair:
    """Return the pair without what is missing, and without one half, either one, of a random share of the rest."""
    if share > 0:
        is_hit = torch.rand(len(pair.image), 1, device=pair.image.device) < share
        loses_image = torch.rand(len(pair.image), 1, device=pair.image.device) < 0.5
        left = torch.cat([~(is_hit & loses_image), ~(is_hit & ~loses_image)], dim=1)
        has_both = pair.present.prod(dim=1, keepdim=True) > 0  # nobody loses the only half
        pair = pair._replace(present=torch.where(has_both, pair.present * left, pair.present))
    return pair.silenced()


def _block(n_in: int, n_out: int, step: int | tuple[int, int] = 2, kernel: int = 3) -> list[nn.Module]:
    return [
        nn.Conv2d(n_in, n_out, kernel, step, padding=kernel // 2, bias=False),
        nn.BatchNorm2d(n_out),
        nn.ReLU(),
    ]
