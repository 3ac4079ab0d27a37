"""Noise on pictures and sounds, on the device and in batches: to learn with, and to measure what a network bears.

Every draw comes from the generator given, or from torch's own stream, which a run seeds at each epoch.
"""

import torch
from torch import Tensor
from torch.nn import functional

SHIFT_SAMPLES = 800
_SPOILT_SHARE = 0.5  # of the examples, for each kind of noise: the others stay clean
_LOST_SHARE = 0.1  # of the examples have nothing but noise in the place of one half
_MOST_SIGMA, _MOST_HIDDEN = 1.2, 0.6
_SNR_DB = (-15.0, 30.0)
_MOST_LOUD = 0.5  # deviation of the noise that takes the place of a sound
_TURN, _SCALE, _MOVE = 0.2, 0.12, 0.08  # radians; share of the size; share of the side, each way
_TRACT, _TEMPO = (0.85, 1.2), (0.75, 1.3)  # length of the vocal tract, speed of speech
_MASK_BANDS, _MASK_FRAMES = 6, 8


def noisy_images(images: Tensor, sigma: Tensor | float, generator: torch.Generator | None = None) -> Tensor:
    """Add normal noise of deviation `sigma` to float32 images (B, 1, H, W) in [0, 1]; the result stays in [0, 1].

    `sigma` is one number or a tensor (B,).
    """
    sigma = torch.as_tensor(sigma, device=images.device).reshape(-1, 1, 1, 1)
    noise = torch.randn(images.shape, generator=generator, device=images.device)
    return (images + sigma * noise).clamp(0.0, 1.0)


def occluded(images: Tensor, share: Tensor | float, generator: torch.Generator | None = None) -> Tensor:
    """Blank a square with `share` (0 to 1; a number or a tensor (B,)) of the area of each image (B, 1, H, W).

    The square lies at a random place, wholly inside the picture.
    """
    count, _, height, width = images.shape
    share = torch.as_tensor(share, dtype=torch.float32, device=images.device).expand(count)
    side = share.clamp(0, 1).sqrt()
    top, left = torch.rand(2, count, generator=generator, device=images.device) * (1 - side)
    y = torch.arange(height, device=images.device) / height
    x = torch.arange(width, device=images.device) / width
    rows = (y >= top[:, None] - 0.5 / height) & (y < (top + side)[:, None] - 0.5 / height)
    columns = (x >= left[:, None] - 0.5 / width) & (x < (left + side)[:, None] - 0.5 / width)
    hidden = (rows[:, :, None] & columns[:, None, :])[:, None]
    return images.masked_fill(hidden, 0.0)


def noisy_sounds(sounds: Tensor, snr_db: Tensor | float, generator: torch.Generator | None = None) -> Tensor:
    """Add white noise to float32 sounds (B, samples).

    `snr_db`, one number or a tensor (B,), is ten times the logarithm of the power of a sound, taken over the samples
    where something sounds (those that are not zero), over the power of its noise. Digital silence becomes noise as
    loud as a full-scale sine would ask for.
    """
    snr_db = torch.as_tensor(snr_db, dtype=torch.float32, device=sounds.device).expand(len(sounds))
    sounding = (sounds != 0).sum(dim=1)
    power = torch.where(sounding > 0, sounds.square().sum(dim=1) / sounding.clamp(min=1), 0.5)
    deviation = (power * 10 ** (-snr_db / 10)).sqrt()
    noise = torch.randn(sounds.shape, generator=generator, device=sounds.device)
    return sounds + deviation[:, None] * noise


def shifted(sounds: Tensor, most_samples: int, generator: torch.Generator | None = None) -> Tensor:
    """Move each of the sounds (B, samples) by up to `most_samples` either way; what leaves is lost, silence enters."""
    count, length = sounds.shape
    by = torch.randint(-most_samples, most_samples + 1, (count, 1), generator=generator, device=sounds.device)
    source = torch.arange(length, device=sounds.device) - by
    inside = (source >= 0) & (source < length)
    return sounds.gather(1, source.clamp(0, length - 1)) * inside


def spoilt(images: Tensor, sounds: Tensor, generator: torch.Generator | None = None) -> tuple[Tensor, Tensor]:
    """Return a batch to learn what to trust from.

    Of images (B, 1, H, W) and sounds (B, samples), apart from each other, about half are noisy, half of the images
    have a blank square, and in a tenth there is nothing but noise. All sounds are moved a little.
    """
    count, device = len(images), images.device
    draws = torch.rand(9, count, generator=generator, device=device)
    is_noisy, is_hidden, is_loud = draws[:3] < _SPOILT_SHARE
    loses_image, loses_sound = draws[3:5] < _LOST_SHARE
    sigma, hidden, level, loudness = draws[5:]
    images = noisy_images(images, _MOST_SIGMA * sigma * is_noisy, generator)
    images = occluded(images, _MOST_HIDDEN * hidden * is_hidden, generator)
    nothing = torch.rand(images.shape, generator=generator, device=device)
    images = torch.where(loses_image.reshape(-1, 1, 1, 1), nothing, images)
    sounds = shifted(sounds, SHIFT_SAMPLES, generator)
    low, high = _SNR_DB
    loud, lost = (
        is_loud.nonzero()[:, 0],
        loses_sound.nonzero()[:, 0],
    )  # noise is dear: only where it is wanted
    sounds[loud] = noisy_sounds(sounds[loud], low + (high - low) * level[loud], generator)
    noise = torch.randn(len(lost), sounds.shape[1], generator=generator, device=device)
    sounds[lost] = _MOST_LOUD * loudness[lost, None] * noise
    return images, sounds


def bent_images(images: Tensor) -> Tensor:
    """Turn, scale and move each of the images (B, 1, H, W) in [0, 1] a little: another hand, the same digit."""
    count, device = len(images), images.device
    turn, wide, high, x, y = (2 * torch.rand(5, count, device=device) - 1).unbind()
    angle, wide, high = _TURN * turn, 1 + _SCALE * wide, 1 + _SCALE * high
    rows = torch.stack(
        [
            torch.stack([angle.cos() / wide, -angle.sin() / wide, 2 * _MOVE * x], dim=1),
            torch.stack([angle.sin() / high, angle.cos() / high, 2 * _MOVE * y], dim=1),
        ],
        dim=1,
    )
    grid = functional.affine_grid(rows, list(images.shape), align_corners=False)
    return functional.grid_sample(images, grid, align_corners=False)


def bent_spectrograms(sounds: Tensor, highest_hz: float) -> Tensor:
    """Give each mel spectrogram (B, 1, bands, frames), 0 to `highest_hz`, another voice and another tempo.

    A vocal tract of another length moves all frequencies by one factor (Jaitly and Hinton, ICML workshop 2013); a band
    and a stretch of time then fall to the mean, which is 0 (SpecAugment: Park et al., Interspeech 2019,
    arXiv:1904.08779).
    """
    count, _, bands, frames = sounds.shape
    device = sounds.device
    tract, tempo = (
        low + (high - low) * torch.rand(count, 1, device=device) for low, high in (_TRACT, _TEMPO)
    )
    mels = torch.arange(bands, device=device) * (_mel_of(torch.tensor(highest_hz)).item() / (bands - 1))
    heights = _mel_of(_hz_of(mels)[None] * tract) * (2 / mels[-1]) - 1  # (B, bands), in [-1, 1] and beyond
    along = torch.linspace(-1, 1, frames, device=device)[None] * tempo
    grid = torch.stack(
        [along[:, None].expand(-1, bands, -1), heights[:, :, None].expand(-1, -1, frames)], dim=3
    )
    bent = functional.grid_sample(sounds, grid, padding_mode="border", align_corners=True)
    return (
        bent
        * _mask(count, bands, _MASK_BANDS, device)[:, None, :, None]
        * _mask(count, frames, _MASK_FRAMES, device)[:, None, None]
    )


def _mask(count: int, length: int, most: int, device: torch.device) -> Tensor:
    """Return 0 in one stretch of up to `most` places of each row, else 1; float32 (count, length)."""
    wide = torch.randint(0, most + 1, (count, 1), device=device)
    first = (torch.rand(count, 1, device=device) * (length - wide)).long()
    places = torch.arange(length, device=device)[None]
    return ((places < first) | (places >= first + wide)).float()


def _mel_of(hz: Tensor) -> Tensor:
    return 2595 * torch.log10(1 + hz / 700)


def _hz_of(mel: Tensor) -> Tensor:
    return 700 * (10 ** (mel / 2595) - 1)
