"""What the hearing network is worth on voices it has not heard: accuracy by source, calibration, when it is sure.

Everything goes through `ears_pictures`, the function that the product reads files with.
"""

from collections import defaultdict
from typing import Any

import numpy as np
import numpy.typing as npt
import torch
from torch import nn

from tools import digit_sound_strange
from tools.digit_sound_data import NOT_A_DIGIT, RATE_HZ, Recording, is_synthetic
from tools.digit_sound_scenery import shaped_noise
from tplab_gui.core.errors import LabError
from tplab_gui.speech.recognise import ears_pictures
from tplab_gui.training.intervals import wilson

Logits = npt.NDArray[np.float32]  # (n, 10)


def logits_of(
    network: nn.Module,
    recordings: list[Recording],
    noise_db: float | None = None,
    colour: str = "white",
    seed: int = 0,
) -> Logits:
    """Mean logits over the ears, (n, 10); with noise of a colour `noise_db` below the word when given."""
    rng = np.random.default_rng(seed)
    clips = [
        each.samples if noise_db is None else noisy(each.samples, each, noise_db, rng, colour)
        for each in recordings
    ]
    return np.array([row for row in heard(network, clips) if row is not None], np.float32).reshape(-1, 10)


def heard(network: nn.Module, clips: list[npt.NDArray[np.float32]]) -> list[Logits | None]:
    """Mean logits over the ears, (10,), of each clip at 8 kHz; None where the recogniser finds no sound."""
    rows: list[Logits | None] = []
    with torch.inference_mode():
        for clip in clips:
            try:
                pictures = torch.from_numpy(ears_pictures(clip))[:, None]
            except LabError:
                rows.append(None)
                continue
            rows.append(network(pictures).mean(dim=0).numpy())
    return rows


def without_rumble(samples: npt.NDArray[np.float32], low_hz: float = 100.0) -> npt.NDArray[np.float32]:
    """Return what lies above `low_hz`, where the network begins to hear."""
    spectrum = np.fft.rfft(samples)
    spectrum[: 1 + round(low_hz / RATE_HZ * samples.size)] = 0
    return np.asarray(np.fft.irfft(spectrum, samples.size), np.float32)


def noisy(
    samples: npt.NDArray[np.float32],
    recording: Recording,
    snr_db: float,
    rng: np.random.Generator,
    colour: str = "white",
) -> npt.NDArray[np.float32]:
    """Lay the recording in white or pink noise, half a second of it on both sides.

    `snr_db` compares the mean power of the word above 100 Hz, where the network begins to hear, to that of the noise
    from 20 Hz to 4 kHz. Without that limit the rumble of one microphone counts as speech: in the recordings of speaker
    iitg12 it is 86 % of the power, and 10 dB would be 1 dB. The word is taken with the margins `find_word` leaves.
    """
    word = without_rumble(samples[recording.span.start_sample : recording.span.end_sample])
    power = float(np.mean(word**2))
    noise = shaped_noise(rng, samples.size + 8000, {"white": 0.0, "pink": 1.0}[colour])
    noise *= np.float32(np.sqrt(power) * 10 ** (-snr_db / 20))
    noise[4000 : 4000 + samples.size] += samples
    return noise


def accuracies(
    recordings: list[Recording], logits: Logits, in_noise: dict[str, Logits]
) -> dict[str, float | int]:
    """Fractions right: over all recordings of people, by source, mean of the speakers, and in noise by colour.

    Where no people are among them, of the synthetic voices, and the names say so.
    """
    digits = np.array([each.digit for each in recordings])
    hits = logits.argmax(axis=1) == digits
    synthetic = np.array([is_synthetic(each) for each in recordings])
    people, made = np.flatnonzero((digits >= 0) & ~synthetic), np.flatnonzero((digits >= 0) & synthetic)
    name, tested = ("unseen speakers", people) if people.size else ("unseen synthetic voices", made)
    by_source: dict[str, list[bool]] = defaultdict(list)
    by_speaker: dict[str, list[bool]] = defaultdict(list)
    for n in tested:
        by_source[recordings[n].source].append(bool(hits[n]))
        by_speaker[recordings[n].speaker].append(bool(hits[n]))
        if not hits[n]:
            print(f"  {recordings[n].source}/{recordings[n].name} heard as {int(logits[n].argmax())}")
    low, high = wilson(int(hits[tested].sum()), tested.size)
    right = {colour: (rows.argmax(axis=1) == digits)[tested].mean() for colour, rows in in_noise.items()}
    figures = {
        name: hits[tested].mean(),
        f"{name}, 95 % interval from": low,
        f"{name}, 95 % interval to": high,
        f"{name}, mean of the speakers": np.mean([np.mean(each) for each in by_speaker.values()]),
        **{f"{name}, {source}": np.mean(each) for source, each in sorted(by_source.items())},
        f"{name}, noise at 10 dB": np.mean(list(right.values())),
        **{f"{name}, {colour} noise at 10 dB": share for colour, share in right.items()},
    }
    if people.size and made.size:
        figures["unseen synthetic voices"] = hits[made].mean()
    return {
        f"{name}, recordings": int(tested.size),
        f"{name}, people" if people.size else f"{name}, voices": len(by_speaker),
        **{key: round(float(value), 4) for key, value in figures.items()},
    }


def softmax(logits: Logits) -> Logits:
    """Probabilities over the last axis."""
    raised = np.exp(logits - logits.max(axis=-1, keepdims=True))
    return raised / raised.sum(axis=-1, keepdims=True)


def calibrate(
    recordings: list[Recording],
    logits: Logits,
    in_noise: Logits,
    kept: float = 0.97,
    highest: float = 1.0,
    foreign: tuple[str, ...] = (),
) -> dict[str, Any]:
    """Temperature and threshold from voices that training did not hear.

    The temperature is that of maximum likelihood on the digits, clear and in noise together: clear ones alone hold
    too few mistakes to tell. The threshold is the highest that lets the fraction `kept` of the clear digits through:
    what is no digit is refused as far as that allows. It is never above `highest`. Speakers whose names begin with
    one of `foreign` do not count as clear; how many of their digits are kept is told apart.

    Guo et al., "On Calibration of Modern Neural Networks", ICML 2017, arXiv:1706.04599.
    """
    digits = np.array([recording.digit for recording in recordings])
    spoken, others = digits != NOT_A_DIGIT, digits == NOT_A_DIGIT
    grid = np.geomspace(0.3, 3.0, 60)
    both, truth = np.concatenate([logits[spoken], in_noise[spoken]]), np.tile(digits[spoken], 2)
    losses = [-np.log(softmax(both / t)[np.arange(truth.size), truth] + 1e-9).mean() for t in grid]
    temperature = float(grid[int(np.argmin(losses))])
    best = softmax(logits / temperature).max(axis=1)
    strange = np.array([each.speaker.startswith(foreign) for each in recordings])
    clear = spoken & ~strange
    threshold = min(highest, float(np.quantile(best[clear], 1 - kept)))
    shares = {"clear digits kept": round(float(np.mean(best[clear] >= threshold)), 4)}
    if (spoken & strange).any():
        shares["digits kept, of foreign voices"] = round(
            float(np.mean(best[spoken & strange] >= threshold)), 4
        )
    people = spoken & ~np.array([is_synthetic(recording) for recording in recordings])
    if people.any():
        shares["clear digits kept, of people"] = round(float(np.mean(best[people] >= threshold)), 4)
    if others.any():
        shares["refused: other words"] = round(float(np.mean(best[others] < threshold)), 4)
    return {"temperature": round(temperature, 3), "threshold": round(threshold, 3), "shares": shares}


def refusals(network: nn.Module, temperature: float, threshold: float, count: int = 100) -> dict[str, float]:
    """How often each kind of sound that is no digit gets no answer, or none that is sure."""
    shares = {}
    for kind, clips in digit_sound_strange.sounds(count).items():
        rows = heard(network, clips)
        sure = [row is not None and softmax(row / temperature).max() >= threshold for row in rows]
        shares[f"refused: {kind}"] = round(1 - float(np.mean(sure)), 4)
    return shares
