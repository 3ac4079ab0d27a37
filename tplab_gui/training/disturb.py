"""Noise on pictures and sounds, on the device and in batches: to learn with, and to measure what a network bears.

Every draw comes from the generator given, or from torch's own stream, which a run seeds at each epoch.
"""

import torch
from torch import Tensor


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
