"""What the hearing network is worth on voices it has not heard: accuracy by source, calibration, when it is sure.

Everything goes through `ears_pictures`, the function that the product reads files with.
"""

from collections import defaultdict

import numpy as np
import numpy.typing as npt
import torch
from torch import nn

from tools.digit_sound_data import NOT_A_DIGIT, Recording
from tplab_gui.speech.recognise import EARS, ears_pictures

Logits = npt.NDArray[np.float32]  # (n, 10)


def logits_of(
    network: nn.Module, recordings: list[Recording], noise_db: float | None = None, seed: int = 0
) -> Logits:
    """Mean logits over the ears, (n, 10); with white and pink noise at `noise_db` below the word when given."""
    rng = np.random.default_rng(seed)
    rows = []
    with torch.inference_mode():
        for start in range(0, len(recordings), 64):
            pictures = []
            for recording in recordings[start : start + 64]:
                samples = recording.samples
                if noise_db is not None:
                    samples = noisy(samples, recording, noise_db, rng)
                pictures.append(ears_pictures(samples))
            batch = torch.from_numpy(np.concatenate(pictures))[:, None]
            rows.append(network(batch).reshape(-1, len(EARS), 10).mean(dim=1).numpy())
    return np.concatenate(rows) if rows else np.empty((0, 10), np.float32)


def noisy(
    samples: npt.NDArray[np.float32], recording: Recording, snr_db: float, rng: np.random.Generator
) -> npt.NDArray[np.float32]:
    """Lay the recording in noise, half a second of it on both sides."""
    word = samples[recording.span.start_sample : recording.span.end_sample]
    noise = rng.normal(size=samples.size + 8000)
    if rng.random() < 0.5:  # a first-order low pass: most rooms hum more than they hiss
        spectrum = np.fft.rfft(noise)
        noise = np.fft.irfft(
            spectrum / np.sqrt(1 + (np.arange(spectrum.size) / spectrum.size * 13) ** 2), noise.size
        )
    noise *= np.sqrt(np.mean(word**2)) / np.std(noise) * 10 ** (-snr_db / 20)
    noise[4000 : 4000 + samples.size] += samples
    return noise.astype(np.float32)


def accuracies(recordings: list[Recording], logits: Logits, in_noise: Logits) -> dict[str, float]:
    """Fractions right: over all recordings of people, by source, mean of the speakers, and in noise at 10 dB."""
    people = [
        n
        for n, recording in enumerate(recordings)
        if recording.digit >= 0 and recording.source != "synthetic"
    ]
    by_source: dict[str, list[bool]] = defaultdict(list)
    by_speaker: dict[str, list[bool]] = defaultdict(list)
    for n in people:
        hit = int(logits[n].argmax()) == recordings[n].digit
        by_source[recordings[n].source].append(hit)
        by_speaker[recordings[n].speaker].append(hit)
        if not hit:
            print(f"  {recordings[n].source}/{recordings[n].name} heard as {int(logits[n].argmax())}")
    heard_in_noise = [in_noise[n].argmax() == recordings[n].digit for n in people]
    figures = {"unseen speakers": np.mean([hit for hits in by_source.values() for hit in hits])}
    figures |= {f"unseen speakers, {source}": np.mean(hits) for source, hits in sorted(by_source.items())}
    figures["unseen speakers, mean of the speakers"] = np.mean(
        [np.mean(hits) for hits in by_speaker.values()]
    )
    figures["unseen speakers, noise at 10 dB"] = np.mean(heard_in_noise)
    synthetic = [
        n
        for n, recording in enumerate(recordings)
        if recording.digit >= 0 and recording.source == "synthetic"
    ]
    if synthetic:
        figures["unseen synthetic voices"] = np.mean(
            [logits[n].argmax() == recordings[n].digit for n in synthetic]
        )
    return {name: round(float(value), 4) for name, value in figures.items()}


def softmax(logits: Logits) -> Logits:
    """Probabilities over the last axis."""
    raised = np.exp(logits - logits.max(axis=-1, keepdims=True))
    return raised / raised.sum(axis=-1, keepdims=True)


def calibrate(
    recordings: list[Recording], logits: Logits, in_noise: Logits, refused: float = 0.97
) -> dict[str, object]:
    """Temperature and threshold from voices that training did not hear.

    The temperature is that of maximum likelihood on the digits, clear and in noise together: clear ones alone hold
    too few mistakes to tell. The threshold is the one that refuses the fraction `refused` of the other words (of the
    digits, where there are no other words: as many as that rule usually costs, 4 %).

    Guo et al., "On Calibration of Modern Neural Networks", ICML 2017, arXiv:1706.04599.
    """
    digits = np.array([recording.digit for recording in recordings])
    spoken, others = digits != NOT_A_DIGIT, digits == NOT_A_DIGIT
    grid = np.geomspace(0.3, 3.0, 60)
    both, truth = np.concatenate([logits[spoken], in_noise[spoken]]), np.tile(digits[spoken], 2)
    losses = [-np.log(softmax(both / t)[np.arange(truth.size), truth] + 1e-9).mean() for t in grid]
    temperature = float(grid[int(np.argmin(losses))])
    best = softmax(logits / temperature).max(axis=1)
    right = spoken & (logits.argmax(axis=1) == digits)
    threshold = float(np.quantile(best[others], refused) if others.any() else np.quantile(best[right], 0.04))
    measured: dict[str, object] = {"temperature": round(temperature, 3), "threshold": round(threshold, 3)}
    measured["clear digits kept"] = round(float(np.mean(best[spoken] >= threshold)), 4)
    if others.any():
        measured["other words refused"] = round(float(np.mean(best[others] < threshold)), 4)
    return measured
