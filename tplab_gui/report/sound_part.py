"""Part 2 of the report: one sound, the set, the split (items 10 to 20, figure 7, tables 1 to 3)."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

import numpy as np

from tplab_gui.core.errors import LabError
from tplab_gui.core.events.data import Analyse, Analysed
from tplab_gui.core.events.findings import Sentence
from tplab_gui.core.events.sets import SplitMade, StatisticsRead
from tplab_gui.core.mel_choice import preset
from tplab_gui.data.set_survey import survey
from tplab_gui.data.sounds import Sound, read_sound
from tplab_gui.data.split_report import make_split
from tplab_gui.data.spoken import ClipList, clips_sha256, list_set
from tplab_gui.report import sound_figures
from tplab_gui.report.blocks import Block, Compared, Figure, Heading, Missing, Paragraph, Section, Table
from tplab_gui.speech.clip_analysis import analyse

CLIP = "8_theo_26.wav"  # the clip of figure 7 and table 1
SEED = 1
# Tables 2 and 3 of the lab report: how many clips of each digit its split put into the test and the train part.
REPORTED_TEST = {5: 84, 0: 81, 4: 77, 8: 76, 9: 75, 1: 73, 6: 73, 2: 72, 3: 70, 7: 69}
REPORTED_TRAIN = {7: 231, 3: 230, 2: 228, 1: 227, 6: 227, 9: 225, 8: 224, 4: 223, 0: 219, 5: 216}


def sound_part(source: str) -> Section:
    """Return part 2 for a set of sounds, 'fsdd' as in the report or any other that `list_set` knows."""
    title = Sentence("2. Spoken digits: the data")
    try:
        listed = list_set(source)
    except LabError as error:
        missing = Missing(
            Sentence("Figure 7 and tables 1 to 3: the sounds."), error, f"tplab assets fetch {source}"
        )
        return Section(title, (missing,))
    blocks: list[Block] = [
        Paragraph(
            Sentence(
                "The waveform shows how loud the sound is at each instant; the mel spectrogram shows which "
                "frequencies it is made of. The first tells when, the second tells what was said: a network is "
                "given the second."
            )
        )
    ]
    compared: list[Compared] = []
    path = _clip_of(listed)
    sound = read_sound(path)
    looked = _looked_at(sound)
    blocks += [_figure_7(path, sound, looked), _table_1(path, sound, looked)]
    compared += _compared_clip(path, sound, looked)
    blocks += _of_the_set(source, listed, compared)
    blocks += _split(source, listed, compared)
    return Section(title, tuple(blocks), tuple(compared))


def _clip_of(listed: ClipList) -> Path:
    """Return the report's clip, or the first "eight" of a set that does not have it."""
    named = [clip.path for clip in listed.clips if clip.path.name == CLIP]
    eights = [clip.path for clip in listed.clips if clip.digit == 8]
    return (named or eights or [listed.clips[0].path])[0]


def _looked_at(sound: Sound) -> Analysed:
    """Return the spectrogram that torchaudio gives when it is told the right rate: bands and columns of the report."""
    return analyse(Analyse(sound.samples, sound.rate_hz, preset("torchaudio", sound.rate_hz)))


def _figure_7(path: Path, sound: Sound, looked: Analysed) -> Figure:
    return Figure(
        "7",
        Sentence("Waveform and mel spectrogram of {name}.", {"name": path.name}),
        Sentence(
            "{seconds:.2f} s of sound, loudest sample {peak:.2f}; {bands} bands by {columns} columns.",
            {
                "seconds": sound.duration_s,
                "peak": sound.peak,
                "bands": looked.level_db.shape[0],
                "columns": looked.level_db.shape[1],
            },
        ),
        partial(sound_figures.wave_and_mel, sound, looked),
        {
            "file": path.name,
            "spectrogram": {"n_fft": 400, "hop_samples": 200, "n_mels": 128, "rate_hz": sound.rate_hz},
        },
    )


def _table_1(path: Path, sound: Sound, looked: Analysed) -> Table:
    rows = (
        (Sentence("sample rate"), f"{sound.rate_hz} Hz"),
        (Sentence("shape of the waveform"), f"[{sound.channels}, {len(sound.samples)}]"),
        (Sentence("shape of the spectrogram"), _shape(looked.report_shape)),
        (Sentence("duration (s)"), sound.duration_s),
    )
    header = (Sentence("characteristic"), Sentence("value"))
    return Table("1", Sentence("Facts about {name}.", {"name": path.name}), header, rows)


def _compared_clip(path: Path, sound: Sound, looked: Analysed) -> list[Compared]:
    reason = "" if path.name == CLIP else Sentence("Another clip: {name} is not in this set.", {"name": CLIP})
    return [
        Compared("14", Sentence("Table 1: sample rate (Hz)"), 8000, sound.rate_hz, reason, digits=0),
        Compared("14", Sentence("Table 1: samples"), 2779, len(sound.samples), reason, digits=0),
        Compared("14", Sentence("Table 1: spectrogram"), "[1, 128, 14]", _shape(looked.report_shape), reason),
        Compared("14", Sentence("Table 1: duration (s)"), 0.35, sound.duration_s, reason),
    ]


def _shape(shape: Sequence[int]) -> str:
    return f"[{', '.join(str(size) for size in shape)}]"


def _of_the_set(source: str, listed: ClipList, compared: list[Compared]) -> list[Block]:
    read = next(event for event in survey(source) if isinstance(event, StatisticsRead))
    lengths_s = read.values["duration"][~np.isnan(read.values["duration"])]
    mean = float(lengths_s.mean())
    compared += [
        Compared("10", Sentence("Files in the set"), 3000, len(listed.clips), digits=0),
        Compared(
            "15",
            Sentence("Mean duration (s); the report says 0.30 to 0.35"),
            0.35,
            mean,
            Sentence("R8: the report's range is not that of the whole set."),
        ),
    ]
    return [Heading(Sentence("The set")), Paragraph(read.remark)]


def _split(source: str, listed: ClipList, compared: list[Compared]) -> list[Block]:
    made = next(e for e in make_split(source, "random", SEED) if isinstance(e, SplitMade))
    blocks: list[Block] = [Heading(Sentence("The split: 75 % to learn from, 25 % to test"))]
    for number, place, reported in (("2", 1, REPORTED_TEST), ("3", 0, REPORTED_TRAIN)):
        counts = made.digits[place]
        total = int(counts.sum())
        order = np.argsort(-counts, kind="stable")
        rows = tuple(
            (str(int(digit)), int(counts[digit]), counts[digit] / max(total, 1), reported[int(digit)])
            for digit in order
        )
        header = (Sentence("digit"), Sentence("clips"), Sentence("share"), Sentence("clips in the report"))
        caption = (
            Sentence("Digits of the test part: {n} clips.", {"n": total})
            if place
            else Sentence("Digits of the train part: {n} clips.", {"n": total})
        )
        blocks.append(Table(number, caption, header, rows, digits=3))
        what = Sentence("Table 2: clips to test") if place else Sentence("Table 3: clips to learn from")
        compared.append(Compared("18", what, sum(reported.values()), total, digits=0))
    if made.balance is not None:
        blocks.append(Paragraph(made.balance.sentence))
    blocks.append(Paragraph(made.leak))
    compared.append(
        Compared(
            "18",
            Sentence("Speakers in both parts"),
            6,
            made.shared,
            Sentence("R13: a random split shares its voices."),
            digits=0,
        )
    )
    figure = Figure(
        "",
        Sentence("How often each digit is in either part."),
        made.balance.sentence if made.balance else Sentence("How often each digit is in either part."),
        partial(sound_figures.split_bars, made),
        {"set": source, "sha256": clips_sha256(listed.clips), "split": "random", "seed": SEED},
    )
    return [*blocks, figure]
