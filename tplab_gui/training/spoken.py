"""The spoken digits of the report: listed, split, read, and turned into spectrograms on the device."""

import hashlib
from collections.abc import Generator
from pathlib import Path

import torch

from tplab_gui.core.errors import LabError
from tplab_gui.core.events.common import Notice, Tick
from tplab_gui.core.events.network import ShapeRow
from tplab_gui.core.experiments import translate
from tplab_gui.core.params import TrainParams
from tplab_gui.data.sounds import read_sound, resample
from tplab_gui.data.split_files import read_split
from tplab_gui.data.splits import refuse_unfit, split
from tplab_gui.data.spoken import ClipList, SpokenClip, clips_sha256, list_set
from tplab_gui.nets.report_cnn import ReportCNN
from tplab_gui.training.batches import TRAIN_EVAL_SAMPLES, Exhibit, Material, chosen
from tplab_gui.training.spectrograms import (
    BANDS,
    HOP_SAMPLES,
    PRESETS,
    RATE_HZ,
    Spectrograms,
    as_picture,
    clip_samples,
    frame_count,
    scale_of,
    spectrogram,
    without_silence,
)

_ORIGINS = {
    "builtin": "600 digits in English and French, spoken by voices that were made for the lab",
    "fsdd": "Z. Jackson et al., Free Spoken Digit Dataset, 2016 (CC BY-SA 4.0)",
}


def build(params: TrainParams) -> ReportCNN:
    """Return the network for spectrograms of these settings; raises `LabError` when they cannot pass it."""
    return ReportCNN(BANDS, frame_count(params))


def load(params: TrainParams, device: torch.device) -> Generator[object, None, Material]:
    """List, split and read the clips; returns the `Material`.

    Raises `LabError` when the settings cannot pass the network, or when there is nothing to learn from or to test on.
    """
    build(params)  # refuses before anything is read
    listed = list_set(params.data, params.language)
    both = yield from _split(listed, params)
    sha256 = clips_sha256(listed.clips)
    if params.split_file:  # another split is other data, as far as continuing a run goes
        sha256 = hashlib.sha256(
            repr((sha256, [[c.path.name for c in part] for part in both])).encode()
        ).hexdigest()
    parts = [[part[i] for i in chosen(len(part), params.limit)] for part in both]
    before = torch.get_num_threads()
    torch.set_num_threads(1)  # the same bits whatever number the run will use; a clip is too small for two
    try:
        (train, learnt), (test, tested) = yield from read_parts(parts, params)
    finally:
        torch.set_num_threads(before)
    labels, test_labels = ([clip.digit for clip in part] for part in (learnt, tested))
    again = chosen(len(train), TRAIN_EVAL_SAMPLES)
    frames = frame_count(params)
    scale = scale_of(train, frames) if params.scaling != "none" else (0.0, 1.0)
    return Material(
        name=str(params.data) if params.data in _ORIGINS else parts[0][0].path.parent.name,
        sha256=sha256,
        origin=_ORIGINS.get(params.data, str(params.data)),
        shape=(1, BANDS, frames),
        details={
            "clip_samples": clip_samples(params),
            "rate_hz": RATE_HZ,
            "bands": BANDS,
            "frames": frames,
            "mean": scale[0],
            "std": scale[1],
        },
        train=Spectrograms(train, labels, frames, device, *scale),
        train_again=Spectrograms(
            [train[i] for i in again], [labels[i] for i in again], frames, device, *scale
        ),
        test=Spectrograms(test, test_labels, frames, device, *scale),
        exhibit=lambda place: Exhibit(place, as_picture(test[place]), str(tested[place].path)),
    )


def stations(params: TrainParams) -> tuple[ShapeRow, ...]:
    """Return what happens to the shape of a clip before the network."""
    length, frames = clip_samples(params), frame_count(params)
    return (
        ShapeRow(
            "data",
            translate("Ledger", "clip"),
            (length,),
            0,
            translate("Ledger", "{seconds:.3g} s at {rate} samples a second: cut, or followed by silence"),
            {"rate": RATE_HZ, "seconds": length / RATE_HZ},
        ),
        ShapeRow(
            "data",
            translate("Ledger", "mel spectrogram"),
            (BANDS, frames),
            0,
            translate(
                "Ledger",
                "{bands} bands, as for {mel_rate} samples a second; one column per hop and one more: "
                "{length} / {hop} + 1 = {frames}",
            ),
            {
                "bands": BANDS,
                "mel_rate": PRESETS[params.preset].mel_rate_hz,
                "hop": HOP_SAMPLES,
                "length": length,
                "frames": frames,
            },
        ),
        ShapeRow(
            "data",
            translate("Ledger", "tensor"),
            (1, BANDS, frames),
            0,
            translate("Ledger", "One channel, in decibels: silence is -100 dB")
            if params.scaling == "none"
            else translate("Ledger", "One channel: decibels less their mean, divided by their deviation")
            if params.scaling == "standard"
            else translate(
                "Ledger",
                "One channel: decibels of clips made equally loud, less their mean, divided by their deviation",
            ),
        ),
    )


def _split(
    listed: ClipList, params: TrainParams
) -> Generator[object, None, tuple[list[SpokenClip], list[SpokenClip]]]:
    """Draw the split, or read it back; what is wrong with one that was read is a `Notice`."""
    if not params.split_file:
        return split(listed.clips, params.split, params.split_seed)
    found = read_split(Path(params.split_file).expanduser(), listed)
    for number, trouble in enumerate(found.troubles):
        yield Notice(trouble, "warning", f"split-{number}")
    refuse_unfit(found.train, found.test)
    return found.train, found.test


Part = tuple[list[torch.Tensor], list[SpokenClip]]  # the spectrograms, and the clips they are of


def read_parts(parts: list[list[SpokenClip]], params: TrainParams) -> Generator[object, None, list[Part]]:
    """Turn the clips of each part into spectrograms (bands, columns) in dB, without the silence at their ends.

    Leaves out, and says, what cannot be read; says what is too long. Raises `LabError` when nothing of a part is left.
    """
    cut, unreadable = 0, []
    read: list[Part] = []
    for part in parts:
        pictures: list[torch.Tensor] = []
        kept: list[SpokenClip] = []
        for clip in part:
            try:
                sound = read_sound(clip.path)
            except LabError as error:
                unreadable.append(error)
                continue
            samples = resample(sound.samples, sound.rate_hz, RATE_HZ)
            cut += len(samples) > clip_samples(params)
            pictures.append(without_silence(spectrogram(samples, params)).clone())
            kept.append(clip)
            yield Tick()
        if not pictures:
            raise unreadable[0]
        read.append((pictures, kept))
    total = sum(len(part) for part in parts)
    if unreadable:
        yield Notice(
            LabError(
                "{count} of {total} clips could not be read and were left out.",
                hint="The first of them: {first}",
                count=len(unreadable),
                total=total,
                first=unreadable[0],
            ),
            "warning",
            "unreadable",
        )
    if cut:
        yield Notice(
            LabError(
                "{count} of {total} clips are longer than {seconds} s; what comes after is not heard.",
                hint="Choose the report's spectrogram, which holds 6 s, or a longer clip.",
                count=cut,
                total=total,
                seconds=clip_samples(params) / RATE_HZ,
            ),
            "info",
            "cut",
        )
    return read
