"""The report from what is on this machine: the parts in their order, then one file for each format."""

import importlib.metadata
import platform
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from tplab_gui import __version__
from tplab_gui.core import atomic
from tplab_gui.core.errors import LabError
from tplab_gui.core.events.common import Progress
from tplab_gui.core.events.findings import Sentence
from tplab_gui.core.events.report import ReportWritten
from tplab_gui.report.blocks import Missing, Report, Section, Student
from tplab_gui.report.heat_part import best_classifier, heat_part
from tplab_gui.report.said import said
from tplab_gui.report.sound_part import sound_part
from tplab_gui.report.spoken_part import spoken_part
from tplab_gui.report.training_part import training_part
from tplab_gui.report.words import Words
from tplab_gui.training import runs

FORMATS = ("html", "pdf")
STEM = "report"


@dataclass(frozen=True)
class Wanted:
    """What the report is made of and where it goes. `sounds` '' is FSDD where it is present, else the built-in set."""

    out: Path
    runs_dir: Path
    language: str = "en"
    formats: tuple[str, ...] = FORMATS
    sounds: str = ""
    student: Student = field(default_factory=Student)


def write_report(wanted: Wanted) -> Iterator[object]:
    """Make the report; yields `Progress`, then one `ReportWritten`.

    A part that fails with a `LabError` is listed as missing with its sentence: the others are not lost.

    Raises
    ------
    LabError
        If a format or the language is unknown, or a file cannot be written.

    """
    unknown = [name for name in wanted.formats if name not in FORMATS]
    if unknown or not wanted.formats:
        raise LabError(
            "There is no report in the format {name}.",
            hint="Choose one of: {names}.",
            name=", ".join(unknown) or "''",
            names=", ".join(FORMATS),
        )
    words = Words(wanted.language)
    kept, _ = runs.list_runs(wanted.runs_dir)
    parts: tuple[tuple[Sentence, Callable[[], Section]], ...] = (
        (Sentence("1. Loss laboratory: MNIST"), lambda: training_part(kept)),
        (Sentence("2. Spoken digits: the data"), lambda: sound_part(wanted.sounds or _sounds())),
        (Sentence("3. Spoken digits: the network"), lambda: spoken_part(kept)),
        (Sentence("5. Where the network looks"), lambda: heat_part(best_classifier())),
    )
    sections = []
    total = len(parts) + len(wanted.formats)
    for done, (title, make) in enumerate(parts):
        yield Progress(done, total, words.say(title))
        try:
            sections.append(make())
        except LabError as error:
            sections.append(Section(title, (Missing(title, error),)))
    report = Report(wanted.student, tuple(sections), datetime.now(UTC).date().isoformat(), _about(wanted))
    texts = said(report, words)
    written = []
    for done, name in enumerate(wanted.formats, len(parts)):
        yield Progress(done, total, name)
        path = wanted.out / f"{STEM}.{name}"
        wanted.out.mkdir(parents=True, exist_ok=True)
        if name == "html":
            from tplab_gui.report.html import as_html

            atomic.write_text(path, as_html(report, texts, words))
        else:
            from tplab_gui.report.pdf import as_pdf

            atomic.write_bytes(path, as_pdf(report, texts, words))
        written.append(str(path))
    missing = tuple(words.say(each.what) for each in report.missing)
    yield ReportWritten(tuple(written), missing)


def _sounds() -> str:
    from tplab_gui.data.places import find_fsdd

    return "builtin" if find_fsdd() is None else "fsdd"


def _about(wanted: Wanted) -> tuple[tuple[Sentence, str], ...]:
    versions = ", ".join(f"{name} {importlib.metadata.version(name)}" for name in ("torch", "numpy"))
    return (
        (Sentence("program"), f"TP Lab {__version__}"),
        (Sentence("versions"), f"Python {platform.python_version()}, {versions}"),
        (Sentence("system"), f"{platform.system()} {platform.machine()}"),
        (Sentence("runs from"), wanted.runs_dir.name),
    )
