"""The report from what is on this machine: the parts in their order, then one file for each format."""

import importlib.metadata
import platform
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

from tplab_gui import __version__
from tplab_gui.core import atomic
from tplab_gui.core.errors import LabError
from tplab_gui.core.events.common import Progress, Tick
from tplab_gui.core.events.findings import Sentence
from tplab_gui.core.events.report import ReportWritten
from tplab_gui.core.report_request import FORMATS, ReportRequest
from tplab_gui.data import places
from tplab_gui.report.blocks import Missing, Report, Section, Text
from tplab_gui.report.fusion_part import TITLE as FUSION
from tplab_gui.report.fusion_part import fusion_part
from tplab_gui.report.heat_part import best_classifier, heat_part
from tplab_gui.report.missing_runs import make_missing
from tplab_gui.report.said import said
from tplab_gui.report.sensitivity_part import TITLE as SENSITIVITY
from tplab_gui.report.sensitivity_part import sensitivity_part
from tplab_gui.report.sound_part import sound_part
from tplab_gui.report.spoken_part import spoken_part
from tplab_gui.report.training_part import training_part
from tplab_gui.report.words import Words
from tplab_gui.training import runs

STEM = "report"
_Part = tuple[Sentence, Callable[[], Section]]


def write_report(request: ReportRequest) -> Iterator[object]:
    """Make the report; yields `Progress`, the events of the runs that are made for it, then one `ReportWritten`.

    A part that fails with a `LabError` is listed as missing with its sentence: the others are not lost.

    Raises
    ------
    LabError
        If a format or the language is unknown, or a file cannot be written.

    """
    unknown = [name for name in request.formats if name not in FORMATS]
    if unknown or not request.formats:
        raise LabError(
            "There is no report in the format {name}.",
            hint="Choose one of: {names}.",
            name=", ".join(unknown) or "''",
            names=", ".join(FORMATS),
        )
    words, out = Words(request.language), Path(request.out)
    try:  # before minutes of work, not after
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise atomic.explain(error, out) from error
    if request.makes_missing:
        yield from make_missing(request)
    parts = _parts(request)
    sections = []
    total = len(parts) + len(request.formats)
    for done, (title, make) in enumerate(parts):
        yield Progress(done, total, words.say(title))
        try:
            sections.append(make())
        except LabError as error:
            sections.append(Section(title, (Missing(title, error),)))
    report = Report(request.student, tuple(sections), datetime.now(UTC).date().isoformat(), _about(request))
    texts = said(report, words)
    written = []
    for done, name in enumerate(request.formats, len(parts)):
        yield Progress(done, total, name.upper())
        path = out / f"{STEM}.{name}"
        if name == "html":
            from tplab_gui.report.html import as_html

            atomic.write_text(path, as_html(report, texts, words))
        else:
            from tplab_gui.report.pdf import as_pdf

            atomic.write_bytes(path, as_pdf(report, texts, words))
        written.append(str(path))
        yield Tick()
    yield ReportWritten(tuple(written), tuple(words.say(each.what) for each in report.missing))


def _parts(request: ReportRequest) -> tuple[_Part, ...]:
    kept, _ = runs.list_runs(Path(request.runs_dir))
    sounds = request.sounds or ("builtin" if places.find_fsdd() is None else "fsdd")
    return (
        (Sentence("1. Loss laboratory: MNIST"), lambda: training_part(kept)),
        (Sentence("2. Spoken digits: the data"), lambda: sound_part(sounds)),
        (Sentence("3. Spoken digits: the network"), lambda: spoken_part(kept)),
        (FUSION, lambda: fusion_part(Path(request.runs_dir))),
        (Sentence("5. Where the network looks"), lambda: heat_part(best_classifier())),
        (SENSITIVITY, lambda: sensitivity_part(best_classifier().name)),
    )


def _about(request: ReportRequest) -> tuple[tuple[Text, str], ...]:
    versions = ", ".join(f"{name} {importlib.metadata.version(name)}" for name in ("torch", "numpy"))
    return (
        (Sentence("program"), f"TP Lab {__version__}"),
        (Sentence("versions"), f"Python {platform.python_version()}, {versions}"),
        (Sentence("system"), f"{platform.system()} {platform.machine()}"),
        (Sentence("runs from"), Path(request.runs_dir).name),
    )
