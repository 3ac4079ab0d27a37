"""What the user noted about a run, in `note.json` in its folder: a name, and a look for its curves."""

import json
from pathlib import Path

from tplab_gui.core import atomic

NOTE = "note.json"


def noted(folder: Path, key: str) -> str:
    """Return what was noted under `key`, 'name' or 'look'; '' when there is nothing, or when it cannot be read."""
    value = _read(folder).get(key)
    return value if isinstance(value, str) else ""


def keep(folder: Path, **values: str) -> None:
    """Note these values beside those there are, atomically; raises `LabError` on a full disk."""
    atomic.write_text(folder / NOTE, json.dumps({**_read(folder), **values}) + "\n")


def _read(folder: Path) -> dict[str, object]:
    try:
        note = json.loads((folder / NOTE).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return note if isinstance(note, dict) else {}
