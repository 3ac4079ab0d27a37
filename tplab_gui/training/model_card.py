"""What an exported model says of itself: what goes in, what comes out, and which run it is from.

Kept in the file's own metadata, so that a model which has lost its run can still be used and traced. Nothing of it
names a folder of this machine.
"""

import json
from pathlib import Path
from typing import Any

from torch.nn import functional

import tplab_gui
from tplab_gui.training import runs, spectrograms
from tplab_gui.training.experiments import Recipe

INPUT, OUTPUT = "input", "scores"
PREFIX = "tplab."
_SCORES = {
    functional.nll_loss: "log-probabilities of the classes; exp gives probabilities",
    functional.cross_entropy: "logits of the classes; softmax gives probabilities",
}
_BEFORE = {
    "mnist-loss": "float32 (batch, 1, 28, 28): pictures as MNIST centres its digits, each point a byte from 0 (paper) "
    "to 255 (ink); divided by 255, less {mean}, divided by {std}",
    "spoken-digits": "float32 (batch, 1, {bands}, {frames}): one channel of sound in [-1, 1] at {rate_hz} samples a "
    "second, cut or followed by zeros to {clip_samples} samples; power spectrogram with a periodic Hann window of "
    "{n_fft}, FFT of {n_fft}, hop of {hop}, centred frames, reflected edges; {bands} triangular HTK mel bands from 0 "
    "to {half_rate} Hz as if there were {mel_rate} samples a second, without norm; 10 log10(max(power, 1e-10)); "
    "{levelled}less {mean}, divided by {std}",
    "fusion": "image float32 (batch, 1, 28, 28): a picture as MNIST centres its digits, from 0 (paper) to 1 (ink); "
    "less {pixels[0]}, divided by {pixels[1]}. sound float32 (batch, 1, {bands}, {frames}): decibels of {bands} mel "
    "bands of one second at 8000 samples a second, as the run's program makes them; less {decibels[0]}, divided by "
    "{decibels[1]}. present float32 (batch, 2): 1 where the picture, the sound is there, else 0",
}

_LEVELLED = (
    f"what is more than {spectrograms.LEVELLED_RANGE_DB:g} below the largest value, or below -100, raised to there; "
    f"less that floor, times {spectrograms.CONTRAST_DB:g}, divided by the standard deviation of the picture, less 100; "
)


def describe(model: Any, run: runs.Run, how: Recipe, *, weights: str, weights_sha256: str) -> None:
    """Put the card of a run into an `onnx.ModelProto`: texts under names that begin with `tplab.`."""
    config, epoch = run.config, run.best if weights == "best" else next(reversed(run.epochs), None)
    data = config.get("data", {})
    numbers = input_numbers(run)
    card = {
        "experiment": config.get("experiment", ""),
        "setup": config["setup"],
        "seed": config["seed"],
        "run": run.folder.name,
        "weights": weights,
        "weights_sha256": weights_sha256,
        "epoch": epoch.epoch if epoch else 0,
        "test_loss": epoch.test_loss if epoch else None,
        "test_accuracy": epoch.test_accuracy if epoch else None,
        "data": Path(str(data.get("name", ""))).name,
        "data_sha256": data.get("sha256", ""),
        "preprocessing": input_text(run, numbers),
        "preprocessing_numbers": numbers,
        "output": _SCORES.get(how.loss, "scores of the classes"),
        "classes": list(run.classes),
        "exporter": f"torch {model.producer_version.split('+')[0]}",
        "config": _without_folders(config),
    }
    for name, value in card.items():
        text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
        model.metadata_props.add(key=PREFIX + name, value=text)
    model.producer_name, model.producer_version = "TP Lab", tplab_gui.__version__
    model.doc_string = (
        f"{card['experiment']} ({card['setup']}), {weights} weights. In: {card['preprocessing']}. "
        f"Out: {card['output']}."
    )


def input_numbers(run: runs.Run) -> dict[str, Any]:
    """Return the numbers of what is done to an example before the network, as the run used them."""
    known = ("mean", "std", "clip_samples", "rate_hz", "bands", "frames", "pixels", "decibels")
    numbers = {name: run.config["data"][name] for name in known if name in run.config.get("data", {})}
    if "clip_samples" in numbers:
        mel_rate = spectrograms.PRESETS[run.params().preset].mel_rate_hz
        numbers |= {
            "n_fft": 400,
            "hop": spectrograms.HOP_SAMPLES,
            "mel_rate": mel_rate,
            "half_rate": mel_rate // 2,
        }
    return numbers


def input_text(run: runs.Run, numbers: dict[str, Any]) -> str:
    """Return what goes into the network, for a person who has to make it with another program."""
    experiment = run.config.get("experiment", "")
    if experiment not in _BEFORE:
        return "as the run's config says"
    levelled = _LEVELLED if run.params().scaling == "levelled" else ""
    return _BEFORE[experiment].format(**numbers, levelled=levelled)


def _without_folders(config: dict[str, Any]) -> dict[str, Any]:
    """Return the recipe of the run; of a folder of data only its name, since the file will travel."""
    params, data = dict(config["params"]), dict(config.get("data", {}))
    for values, name in ((params, "data"), (data, "name"), (data, "origin")):
        if name in values and ("/" in str(values[name]) or "\\" in str(values[name])):
            values[name] = Path(str(values[name]).replace("\\", "/")).name
    return {**config, "params": params, "data": data}
