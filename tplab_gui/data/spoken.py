"""Sets of spoken digits: files named `{digit}_{speaker}_{index}`, listed by name and read only when needed.

FSDD set the naming (Jackson et al., Free Spoken Digit Dataset, 2016); the set that ships follows it, in English and
in French. A speaker's name holds no underscore, so the name alone tells who says what.
"""

import hashlib
import os
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from tplab_gui.core.errors import LabError, MissingError
from tplab_gui.data import places

SUFFIXES = (".wav", ".flac", ".ogg", ".mp3")
LANGUAGES = ("en", "fr")
MAX_CLIPS = 200_000
_NAME = re.compile(r"([0-9])_([^_/\\]+)_([0-9]{1,6})", re.ASCII)


@dataclass(frozen=True, slots=True, order=True)
class SpokenClip:
    """One spoken digit on disk. `language` is 'en' or 'fr', or '' when nothing says it."""

    digit: int
    speaker: str
    index: int
    language: str
    path: Path


def parse_name(name: str) -> tuple[int, str, int] | None:
    """Digit, speaker and index of a file name such as '8_theo_26.wav'; None if it is named otherwise."""
    stem, dot, suffix = name.rpartition(".")
    if not dot or f".{suffix.lower()}" not in SUFFIXES:
        return None
    match = _NAME.fullmatch(stem)
    return (int(match[1]), match[2], int(match[3])) if match else None


def list_clips(source: str | Path, language: str = "all") -> list[SpokenClip]:
    """List the clips of a set, ordered by digit, speaker and index; nothing is opened.

    Parameters
    ----------
    source : str or Path
        'builtin', 'fsdd' or a folder (searched with its sub-folders; one named `en` or `fr` tells the language).
    language : {'all', 'en', 'fr'}

    Raises
    ------
    MissingError
        If 'fsdd' or the folder is not on this machine.
    LabError
        If the folder holds no clip with such a name.

    """
    folder = _folder_of(source)
    spoken_in = "en" if source == "fsdd" else ""
    clips = sorted(_walk(folder, spoken_in))
    if language != "all":
        clips = [clip for clip in clips if clip.language == language]
    if not clips:
        raise LabError(
            "{folder} holds no spoken digits that the lab knows.",
            hint="The files are named digit_speaker_index.wav, for example 8_theo_26.wav.",
            folder=folder,
        )
    return clips


def clips_sha256(clips: Iterable[SpokenClip]) -> str:
    """The sha256 of a set of clips: of the lines '<sha256>  <file name>' in the order of the names."""
    lines = sorted((clip.path.name, hashlib.sha256(clip.path.read_bytes()).hexdigest()) for clip in clips)
    return hashlib.sha256("".join(f"{digest}  {name}\n" for name, digest in lines).encode()).hexdigest()


def _folder_of(source: str | Path) -> Path:
    if source == "builtin":
        return places.BUILTIN_SPOKEN
    if source == "fsdd":
        folder = places.find_fsdd()
        if folder is None:
            raise MissingError(
                "The Free Spoken Digit Dataset is not on this machine.",
                hint="Fetch it in the Data tab or with 'tplab assets fetch fsdd', or set TPLAB_DATA.",
            )
        return folder
    folder = Path(source)
    if folder.is_file():
        raise LabError(
            "{folder} is a file, not a folder of spoken digits.",
            hint="Choose the folder that holds it.",
            folder=folder,
        )
    if not folder.is_dir():
        raise MissingError(
            "There is no data set and no folder named {folder}.",
            hint="Use 'builtin', 'fsdd', or a folder that exists.",
            folder=folder,
        )
    return folder


def _walk(folder: Path, language: str) -> Iterable[SpokenClip]:
    count = 0
    for where, below, names in os.walk(folder):
        below[:] = [name for name in below if not name.startswith(".")]
        here = Path(where)
        inside = (folder.name, *here.relative_to(folder).parts)
        tells = language or next((part for part in inside[::-1] if part in LANGUAGES), "")
        for name in names:
            parsed = parse_name(name)
            if parsed is None:
                continue
            count += 1
            if count > MAX_CLIPS:
                raise LabError(
                    "{folder} holds more than {limit} clips.",
                    hint="Choose a smaller folder.",
                    folder=folder,
                    limit=MAX_CLIPS,
                )
            yield SpokenClip(*parsed, tells, here / name)
