"""What the student adds to the report: a name, comments, conclusions. Kept beside the settings, saved while typing."""

import json
import logging
from dataclasses import asdict, dataclass, fields
from pathlib import Path

from tplab_gui.core import atomic

LONGEST = 100_000  # characters of a field: a thesis has 200,000 on all of its pages
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Student:
    """`comments` and `conclusions` are Markdown."""

    name: str = ""
    comments: str = ""
    conclusions: str = ""


def read(path: Path) -> Student:
    """Return what was kept; an empty one when there is nothing, or nothing that can be read."""
    try:
        stored = json.loads(path.read_text(encoding="utf-8"))
        kept = {each.name: stored[each.name] for each in fields(Student) if each.name in stored}
    except (OSError, ValueError, TypeError, RecursionError) as error:
        if not isinstance(error, FileNotFoundError):
            _log.warning("the student's texts cannot be read: %s", error)
        return Student()
    return Student(**{name: text[:LONGEST] for name, text in kept.items() if isinstance(text, str)})


def save(path: Path, student: Student) -> None:
    """Keep the texts, atomically; raises `LabError` when they cannot be written."""
    atomic.write_text(path, json.dumps({"format": 1, **asdict(student)}, ensure_ascii=False, indent=1) + "\n")
