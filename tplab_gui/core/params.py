"""What the user asks of a job: frozen dataclasses that travel through one `Latest` cell.

Every number that has a range declares it once, in its field; forms, the command line and the checks read it there.
"""

from dataclasses import dataclass, field, fields
from typing import Any

from tplab_gui.core.adjustments import NEUTRAL, Adjustment
from tplab_gui.core.errors import LabError

SETUPS = ("base", "swapped", "no-dropout", "swapped-no-dropout")
SCREEN = "screen"  # `where` of pasted pixels that are a part of the screen, taken again and again


def _ranged(default: Any, low: float, high: float) -> Any:
    return field(default=default, metadata={"low": low, "high": high})


def _one_of(*names: str) -> Any:
    """Declare a field with a choice of values, the first of which is the default."""
    return field(default=names[0], metadata={"choices": names})


def choices_of(kind: type, name: str) -> tuple[str, ...]:
    """Return the values that field `name` of a parameter class may have; empty when it is not a choice."""
    choices: tuple[str, ...] = next(f for f in fields(kind) if f.name == name).metadata.get("choices", ())
    return choices


def range_of(kind: type, name: str) -> tuple[float, float]:
    """Return (low, high) of field `name` of a parameter class, both included."""
    metadata = next(f for f in fields(kind) if f.name == name).metadata
    return metadata["low"], metadata["high"]


class _Checked:
    def __post_init__(self) -> None:
        for each in fields(self):  # type: ignore[arg-type]
            if getattr(self, each.name) not in each.metadata.get("choices", (getattr(self, each.name),)):
                raise LabError(
                    "{name} cannot be {value}.",
                    hint="Choose one of: {names}.",
                    name=each.name,
                    value=getattr(self, each.name),
                    names=", ".join(each.metadata["choices"]),
                )
            if "low" not in each.metadata:
                continue
            value, low, high = getattr(self, each.name), each.metadata["low"], each.metadata["high"]
            if not low <= value <= high:
                raise LabError(
                    "{name} is {value}; it must lie between {low} and {high}.",
                    hint="Choose a value in that range.",
                    name=each.name,
                    value=value,
                    low=low,
                    high=high,
                )


@dataclass(frozen=True)
class TrainParams(_Checked):
    """One run of an experiment; the defaults are those of the MNIST loss study, from the PyTorch MNIST example.

    `core.experiments` says which of these an experiment uses, and its own defaults. `lr` may change while the run
    goes on; the rest is fixed when it starts. `limit` bounds both sets (0: all of them). `validation` is the share of
    the train set that is held back and tested instead of the test set (0: none). `threads` 0 lets the lab choose.
    `patience` ends the run when the test loss has not been lower for so many epochs (0: never). `run_root` is the
    folder that gets the run directory.

    Of spoken digits: `clip_samples` 0 is the length of `preset`. `scaling` 'standard' gives the spectrograms of the
    train set mean 0 and deviation 1; 'levelled' does so after it made every clip equally loud and rich in contrast;
    'none' leaves the decibels as they are, as the report's program does. `split` by recording holds numbers 0 to 4
    back, as FSDD does; by speaker a quarter of the speakers; `split_file`, a folder with train.csv and test.csv, takes
    the place of both. `division` 'report' divides the sum of the batches' mean losses by the number of samples, as the
    report's program does.

    Of the fusion study: `sounds` 'match' are FSDD's with MNIST's pictures, else the built-in ones. Each picture meets
    `pairings` clips. `augment` 'noise' spoils half of the pictures and sounds while learning, 'full' also bends them
    into other hands and voices; `modality_dropout` is the share of the pairs that loses a half. `more_sounds` names
    sets or folders, with + between them, whose clips are learnt from and never tested; `pairs_file` a table of pairs
    that takes the place of the draw.
    """

    run_root: str
    setup: str = "base"
    data: str = "builtin"
    epochs: int = _ranged(14, 1, 1000)
    batch_size: int = _ranged(64, 1, 10_000)
    test_batch_size: int = _ranged(250, 1, 10_000)  # changes no result; small, so that a stop is felt at once
    lr: float = _ranged(1.0, 1e-7, 1e7)
    gamma: float = _ranged(0.7, 0.01, 1.0)
    dropout_features: float = _ranged(0.25, 0.0, 0.99)
    dropout_hidden: float = _ranged(0.5, 0.0, 0.99)
    seed: int = _ranged(1, 0, 2**31 - 1)
    shuffle: bool = True
    limit: int = _ranged(0, 0, 10_000_000)
    device: str = "auto"
    threads: int = _ranged(0, 0, 256)
    patience: int = _ranged(0, 0, 1000)
    experiment: str = "mnist-loss"
    momentum: float = _ranged(0.9, 0.0, 0.999)
    preset: str = _one_of("one-second", "report")
    clip_samples: int = _ranged(0, 0, 96_000)
    scaling: str = _one_of("none", "standard", "levelled")
    split: str = _one_of("random", "recording", "speaker")
    split_seed: int = _ranged(1, 0, 2**31 - 1)
    split_file: str = ""
    language: str = _one_of("all", "en", "fr")
    division: str = _one_of("sample", "report")
    validation: float = _ranged(0.0, 0.0, 0.5)
    sounds: str = _one_of("match", "builtin", "fsdd")
    sound_encoder: str = _one_of("cnn", "rnn")
    pairings: int = _ranged(1, 1, 20)
    augment: str = _one_of("full", "noise", "none")
    more_sounds: str = ""
    pairs_file: str = ""
    modality_dropout: float = _ranged(0.2, 0.0, 0.9)


@dataclass(frozen=True)
class ListenParams(_Checked):
    """What the digit job listens to and how it fuses.

    `source` is 'simulated', 'file' or 'microphone'; `device` is the name of the microphone ('' for the system's
    own choice); `file` a sound file to listen to as if it were said now. `generation` goes up to ask for the source
    to be opened again (Retry), `moment` to forget what was said. `image_weight` is the share of the image in late
    fusion, -1 for the shipped one. `language` is that of the words; `is_adapted` asks for the network adapted to the
    user's voice, where there is one.

    `mode` says who decides where a word begins and ends: 'continuous', the end-pointer; 'push', whoever holds the key
    (`is_held`). `network` is the folder of a run whose network listens, '' for the lab's own. `explains` asks for
    what decided. `fusion_run` is the folder of a run whose network fuses (`fusion` names its strategy then).
    """

    source: str = "microphone"
    device: str = ""
    file: str = ""
    generation: int = 0
    moment: int = 0
    is_active: bool = True
    is_muted: bool = False
    fusion: str = "late-weighted"
    image_weight: float = _ranged(-1.0, -1.0, 1.0)
    language: str = _one_of("en", "fr")
    mode: str = _one_of("continuous", "push")
    is_held: bool = False
    is_adapted: bool = False
    network: str = ""
    explains: bool = True
    fusion_run: str = ""


@dataclass(frozen=True)
class WatchParams(_Checked):
    """What the heatmap job looks at and how it draws.

    `source` is 'simulated', 'camera', 'video', 'picture' or 'folder' (its pictures by name, of which `position` is
    looked at); `where` the camera's number, a path or an address; `camera_size` '640x480' or '' (its own);
    `pixels` a pasted picture (uint8 RGB array) that wins over `where` when `source` is 'picture'. `generation` goes
    up to ask for the source to be opened again (Retry). `target` '' is the most probable class; `also` names up to
    three further classes. `squash` presses the picture into a square (R20). `scale`, `curve` and `smoothing` say how
    the map is drawn: see `vision.drawing`.
    """

    source: str = "simulated"
    where: str = ""
    pixels: Any = None
    position: int = 0
    camera_size: str = _one_of("", "640x480", "1280x720", "1920x1080")
    generation: int = 0
    model: str = "builtin"
    method: str = "gradcam++"
    target: str = "tennis ball"
    also: tuple[str, ...] = ()
    layer: str = ""
    squash: bool = False
    opacity: float = _ranged(0.5, 0.0, 1.0)
    colour_map: str = "inferno"
    scale: str = _one_of("stretched", "absolute")
    curve: str = _one_of("linear", "squared")
    smoothing: str = _one_of("linear", "cubic", "cells")
    adjust: Adjustment = NEUTRAL  # done to every picture before the network sees it
    is_mirrored: bool = False
    is_frozen: bool = False
    is_active: bool = True
