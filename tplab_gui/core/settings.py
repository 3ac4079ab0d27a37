"""What the lab remembers between two sessions: typed, validated, versioned, forgiving.

A value of the wrong type falls back to its default; keys this version does not know are kept, so that an older lab
does not lose what a newer one wrote; a file that cannot be read is set aside under another name, never deleted.
"""

import json
import logging
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path
from typing import Any
from unicodedata import category

from tplab_gui.core import atomic
from tplab_gui.core.errors import LabError

VERSION = 1
_log = logging.getLogger(__name__)

_CHOICES = {
    "language": ("", "en", "fr"),
    "theme": ("system", "light", "dark"),
    "tab": ("training", "digits", "heatmap", "data"),
    "spoken": ("", "en", "fr"),
    "hearing_mode": ("continuous", "push"),
    "fusion": ("late-weighted", "late-vote"),
}
_RANGES = {"image_trust": (0, 100), "game_best": (0, 1000)}
_LONGEST = 4096  # characters of any text: that of a path


@dataclass
class Settings:
    """The user's choices; every default is a working lab."""

    language: str = ""  # '' follows the system
    theme: str = "system"
    tab: str = "training"
    window: str = ""  # geometry, base64 of Qt
    training_data: str = ""  # '' is MNIST when it is there, else the built-in set
    training_sounds: str = ""  # the same for spoken digits: FSDD or the built-in set
    microphone: str = ""
    spoken: str = ""  # the language of the digits that are said; '' follows the window
    hearing_mode: str = (
        "continuous"  # who decides where a word begins and ends: the lab, or whoever holds the key
    )
    hearing_network: str = ""  # the folder of the run whose network listens; '' for the lab's own
    fusion: str = "late-weighted"
    image_trust: int = 50  # percent, of image and sound together
    speaker: str = ""  # the name under which recordings are kept; '' when none was given yet
    game_best: int = 0  # points of the best game
    adapted_voice: bool = False  # hear with the network adapted to the user's voice, where there is one
    camera: str = ""
    last_folder: str = ""
    unknown: dict[str, Any] = field(default_factory=dict)


def load(path: Path) -> tuple[Settings, LabError | None]:
    """Read the settings; return them and, when something was wrong, a notice for the user.

    A missing file gives the defaults without a notice. Settings of a later version are read as far as they are
    understood, and their unknown keys are kept.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return Settings(), None
    except (OSError, UnicodeDecodeError) as error:
        return Settings(), _set_aside(path, error)
    try:
        stored = json.loads(text)
        if not isinstance(stored, dict):
            raise ValueError("not an object")  # noqa: TRY004  one way out for everything unreadable
    except (ValueError, RecursionError) as error:
        return Settings(), _set_aside(path, error)
    return _from_stored(stored), _notice_about(stored.pop("version", VERSION), path)


def save(path: Path, settings: Settings) -> None:
    """Write the settings atomically; raises `LabError` on a full disk or a read-only home."""
    known = asdict(settings)
    unknown = known.pop("unknown")
    atomic.write_text(path, json.dumps({"version": VERSION, **unknown, **known}, indent=2) + "\n")


def _from_stored(stored: dict[str, Any]) -> Settings:
    settings = Settings()
    for each in fields(Settings):
        if each.name == "unknown" or each.name not in stored:
            continue
        value, default = stored[each.name], getattr(settings, each.name)
        if type(value) is type(default) and _is_allowed(each.name, value):
            setattr(settings, each.name, value)
        else:
            _log.warning("setting %s has an unusable value, its default is used", each.name)
    names = {each.name for each in fields(Settings)} | {"version"}
    settings.unknown = {key: value for key, value in stored.items() if key not in names}
    return settings


def _is_allowed(name: str, value: Any) -> bool:
    if isinstance(value, str) and (len(value) > _LONGEST or any(category(c) == "Cc" for c in value)):
        return False
    low, high = _RANGES.get(name, (value, value))
    return low <= value <= high and value in _CHOICES.get(name, (value,))


def _notice_about(version: object, path: Path) -> LabError | None:
    if isinstance(version, int) and version <= VERSION:
        return None
    return LabError(
        "The settings were written by a later TP Lab; what this one does not know is kept untouched.",
        hint="Nothing to do. They are in {path}.",
        path=path,
    )


def _set_aside(path: Path, error: Exception) -> LabError:
    _log.warning("settings are damaged: %s", error)
    aside = path.with_name(path.name + ".damaged")
    try:
        path.replace(aside)
    except OSError:
        aside = path
    return LabError(
        "The settings could not be read, so the lab starts with its own. The damaged file is kept.",
        hint="It is {path}; it can be deleted.",
        path=aside,
    )
