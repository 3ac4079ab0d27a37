"""Sets of spoken digits: files named `{digit}_{speaker}_{index}`, listed by name and read only when needed.

FSDD set the naming (Jackson et al., Free Spoken Digit Dataset, 2016); the set that ships follows it, in English and
in French, and so does AudioMNIST with its folder for each speaker (`data/07/3_07_12.wav`; Becker et al.,
arXiv:1807.03418). A speaker's name holds no underscore, so the name alone tells who says what.
"""

import hashlib
import os
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from tplab_gui.core.errors import LabError, MissingError
from tplab_gui.core.paths import user_data_dir
from tplab_gui.data import places

SUFFIXES = (".wav", ".flac", ".ogg", ".mp3")
LANGUAGES = ("en", "fr")
MAX_CLIPS = 200_000
FIRST_MISNAMED = 3  # of the sounds whose names say nothing, how many are told by name
_ENGLISH = ("fsdd", "audiomnist")
_NAME = re.compile(r"([0-9])_([^_/\\]+)_([0-9]{1,6})", re.ASCII)


@dataclass(frozen=True, slots=True, order=True)
class SpokenClip:
    """One spoken digit on disk. `language` is 'en' or 'fr', or '' when nothing says it."""

    digit: int
    speaker: str
    index: int
    language: str
    path: Path


@dataclass(frozen=True, slots=True)
class ClipList:
    """The clips of a set, and how many sounds beside them are not named by the rule, with the first of those."""

    clips: list[SpokenClip]
    folder: Path
    misnamed: int = 0
    first_misnamed: tuple[str, ...] = ()


def recordings_dir() -> Path:
    """Return the folder of the user's own recordings (not created), which are named as those of FSDD."""
    return user_data_dir() / "recordings"


def parse_name(name: str) -> tuple[int, str, int] | None:
    """Digit, speaker and index of a file name such as '8_theo_26.wav'; None if it is named otherwise."""
    stem, dot, suffix = name.rpartition(".")
    if not dot or f".{suffix.lower()}" not in SUFFIXES:
        return None
    match = _NAME.fullmatch(stem)
    return (int(match[1]), match[2], int(match[3])) if match else None


def list_clips(source: str | Path, language: str = "all") -> list[SpokenClip]:
    """Return the clips of `list_set(source, language)`; raises as it does."""
    return list_set(source, language).clips


def list_set(source: str | Path, language: str = "all") -> ClipList:
    """List the clips of a set, ordered by digit, speaker and index; nothing is opened.

    Parameters
    ----------
    source : str or Path
        'builtin', 'fsdd', 'audiomnist', 'recordings' or a folder (searched with its sub-folders; one named `en` or
        `fr` tells the language).
    language : {'all', 'en', 'fr'}

    Raises
    ------
    MissingError
        If a set that is named, or the folder, is not on this machine.
    LabError
        If the folder holds no clip with such a name.

    """
    folder = folder_of(source)
    misnamed: list[str] = []
    clips = sorted(_walk(folder, "en" if source in _ENGLISH else "", misnamed), key=_place)
    if language != "all":
        clips = [clip for clip in clips if clip.language == language]
    if not clips and misnamed:
        raise LabError(
            "{folder} holds {count} sounds, but none is named by the rule (the first is {first}).",
            hint="The files are named digit_speaker_index.wav, for example 8_theo_26.wav.",
            folder=folder,
            count=len(misnamed),
            first=misnamed[0],
        )
    if not clips:
        raise LabError(
            "{folder} holds no spoken digits that the lab knows.",
            hint="The files are named digit_speaker_index.wav, for example 8_theo_26.wav.",
            folder=folder,
        )
    return ClipList(clips, folder, len(misnamed), tuple(misnamed[:FIRST_MISNAMED]))


def _place(clip: SpokenClip) -> tuple[int, str, int, str, Path]:
    """Return what clips are ordered by: made once for each, and not at every comparison."""
    return clip.digit, clip.speaker, clip.index, clip.language, clip.path


def clips_sha256(clips: Iterable[SpokenClip]) -> str:
    """The sha256 of a set of clips: of the lines '<sha256>  <file name>' in the order of the names."""
    lines = sorted((clip.path.name, hashlib.sha256(clip.path.read_bytes()).hexdigest()) for clip in clips)
    return hashlib.sha256("".join(f"{digest}  {name}\n" for name, digest in lines).encode()).hexdigest()


def folder_of(source: str | Path) -> Path:
    """Return the folder of a set; raises `MissingError` or `LabError` when there is none."""
    if source == "builtin":
        return places.BUILTIN_SPOKEN
    if source == "fsdd":
        return _found(
            places.find_fsdd(),
            MissingError(
                "The Free Spoken Digit Dataset is not on this machine.",
                hint="Fetch it in the Data tab or with 'tplab assets fetch fsdd', or set TPLAB_DATA.",
            ),
        )
    if source == "audiomnist":
        return _found(
            places.find_audiomnist(),
            MissingError(
                "AudioMNIST is not on this machine.",
                hint="Put its folder 'AudioMNIST' into the folder that TPLAB_DATA names, or open it as a folder.",
            ),
        )
    if source == "recordings":
        return _found(
            recordings_dir() if recordings_dir().is_dir() else None,
            MissingError(
                "There are no recordings of your own yet.",
                hint="Record some digits on the page Record of the Data tab.",
            ),
        )
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


def _found(folder: Path | None, error: MissingError) -> Path:
    if folder is None:
        raise error
    return folder


def _walk(folder: Path, language: str, misnamed: list[str]) -> Iterable[SpokenClip]:
    """Yield the clips below `folder`, and add the sounds that are not named by the rule to `misnamed`."""
    count = 0
    for where, below, names in os.walk(folder):
        below[:] = sorted(name for name in below if not name.startswith("."))
        here = Path(where)
        inside = (folder.name, *here.relative_to(folder).parts)
        tells = language or next((part for part in inside[::-1] if part in LANGUAGES), "")
        for name in sorted(names):
            parsed = parse_name(name)
            if parsed is None:
                if name.lower().endswith(SUFFIXES) and not name.startswith("."):
                    misnamed.append((here / name).relative_to(folder).as_posix())
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
