"""`tplab digit`: which digit was drawn, which was said, and both together; one request, or a manifest of thousands."""

import argparse
import csv
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from tplab_gui.cli.output import Output
from tplab_gui.core.errors import LabError

STRATEGIES = ("late-weighted", "late-vote", "image", "audio")
COLUMNS = ("id", "image", "strokes", "audio")
BATCH_ROWS = 256  # bounds the memory of a long manifest


def add_parser(commands: Any) -> None:
    """Declare the sub-command."""
    parser = commands.add_parser("digit", help="read a drawn digit, a spoken digit, or both")
    parser.add_argument("--image", metavar="FILE", help="a picture of one digit")
    parser.add_argument("--strokes", metavar="FILE.json", help="what a pen drew; wins over --image")
    parser.add_argument("--audio", metavar="FILE", help="a recording of one spoken digit")
    parser.add_argument(
        "--manifest", metavar="FILE.csv", help="many requests: columns id, image, strokes, audio"
    )
    parser.add_argument(
        "--fusion", choices=STRATEGIES, default=STRATEGIES[0], help="how both are combined (%(default)s)"
    )
    parser.add_argument(
        "--language", choices=("en", "fr"), default="en", help="the language of what is said (%(default)s)"
    )
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace, out: Output) -> int:
    """Answer every request, one line each; status 1 when a row of a manifest failed."""
    single = {name: getattr(arguments, name) for name in COLUMNS[1:]}
    if arguments.manifest and any(single.values()):
        raise LabError(
            "A manifest and a single request were given.", hint="Use --manifest alone, or leave it out."
        )
    if arguments.manifest:
        return _run_manifest(Path(arguments.manifest), arguments.fusion, arguments.language, out)
    if not any(single.values()):
        raise LabError("There is nothing to read.", hint="Give --image, --strokes, --audio or --manifest.")
    first = single["strokes"] or single["image"] or single["audio"]
    from tplab_gui.fusion.requests import Request, answer

    request = Request(
        Path(first).name, *(Path(single[name]) if single[name] else None for name in COLUMNS[1:])
    )
    reply = next(answer([request], arguments.fusion, arguments.language))
    if reply.error is not None and reply.fused is None:
        raise reply.error
    out.line(reply.as_json(), reply.as_text())
    if reply.error is None:
        return 0
    out.failure(reply.error)  # one of two was read: that is kept
    return 1


def _run_manifest(path: Path, fusion: str, language: str, out: Output) -> int:
    from tplab_gui.fusion.requests import answer

    n_rows = n_failed = 0
    requests = _requests(path)
    while rows := list(islice(requests, BATCH_ROWS)):
        for reply in answer(rows, fusion, language):
            out.line(reply.as_json(), reply.as_text())
            n_rows += 1
            if reply.error is not None:
                n_failed += 1
        out.progress(f"{n_rows} rows read")
    if n_failed:
        out.failure(
            LabError(
                "{failed} of {rows} rows of {manifest} could not be read; the others are done.",
                hint="Each failed row says why in its own line.",
                failed=n_failed,
                rows=n_rows,
                manifest=path.name,
            )
        )
    return 1 if n_failed else 0


def _requests(path: Path) -> Iterator[Any]:
    """Yield a request per row; files are relative to the manifest."""
    from tplab_gui.fusion.requests import Request

    try:
        with path.open(newline="", encoding="utf-8-sig") as lines:
            rows = csv.DictReader(lines)
            _check_columns(rows.fieldnames or (), path)
            for number, row in enumerate(rows, start=1):
                files = (path.parent / row[name] if row.get(name) else None for name in COLUMNS[1:])
                yield Request(row.get("id") or str(number), *files)
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise LabError(
            "The manifest {file} cannot be read ({reason}).",
            hint="It is a CSV file in UTF-8 with the columns {columns}.",
            file=path.name,
            reason=error,
            columns=",".join(COLUMNS),
        ) from error


def _check_columns(names: Iterable[str], path: Path) -> None:
    if not set(names) & set(COLUMNS[1:]):
        raise LabError(
            "The manifest {file} has none of the columns image, strokes, audio.",
            hint="Its first line names the columns: {columns}.",
            file=path.name,
            columns=",".join(COLUMNS),
        )
