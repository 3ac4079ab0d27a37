"""Files in, answers out: drawn and spoken digits that were saved, many at a time.

The live moment reads one drawing and one word; here a whole batch goes through each network at once, which is what
makes thousands of rows a matter of seconds. A file that cannot be read spoils its own row only.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from tplab_gui.core.errors import LabError
from tplab_gui.data.pictures import read_picture
from tplab_gui.data.sounds import read_sound
from tplab_gui.fusion.late import fuse
from tplab_gui.ink.picture import from_picture
from tplab_gui.ink.recognise import InkReader
from tplab_gui.ink.render import render
from tplab_gui.ink.strokes import read_strokes
from tplab_gui.speech.recognise import NETWORKS, SoundReader

Array = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Request:
    """What to read: a picture or strokes (which win), a recording, or both."""

    id: str
    image: Path | None = None
    strokes: Path | None = None
    audio: Path | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """Ten probabilities, and whether the lab commits to the best guess."""

    scores: Array
    is_sure: bool

    @property
    def digit(self) -> int:
        """The best guess."""
        return int(self.scores.argmax())

    def as_json(self) -> dict[str, Any]:
        """Return the object of one modality."""
        return {"digit": self.digit, "scores": self.scores.astype(float).tolist(), "sure": self.is_sure}


@dataclass(slots=True)
class Reply:
    """What came of one request; `error` says what could not be read, the rest is answered from what could."""

    id: str
    strategy: str
    image: Answer | None = None
    audio: Answer | None = None
    fused: Answer | None = None
    error: LabError | None = None

    def as_json(self) -> dict[str, Any]:
        """Return the line of INTERFACES that scripts rely on."""
        fused = None if self.fused is None else {"strategy": self.strategy, **self.fused.as_json()}
        return {
            "id": self.id,
            "image": None if self.image is None else self.image.as_json(),
            "audio": None if self.audio is None else self.audio.as_json(),
            "fused": fused,
            "error": None if self.error is None else str(self.error),
        }

    def as_text(self) -> str:
        """Return a line for people."""
        parts = ((name, getattr(self, name)) for name in ("image", "audio", "fused"))
        shown = (
            f"{name} {answer.digit} ({100 * answer.scores.max():.1f} %{'' if answer.is_sure else ', not sure'})"
            for name, answer in parts
            if answer is not None
        )
        return f"{self.id}: " + "   ".join([*shown, *([] if self.error is None else [str(self.error)])])


@cache
def ink_reader() -> InkReader:
    """Return the network that reads drawn digits, loaded at its first use."""
    return InkReader()


@cache
def sound_reader(language: str = "en") -> SoundReader:
    """Return the network that hears the digits of a language, loaded at its first use."""
    return SoundReader(NETWORKS[language])


def answer(requests: Sequence[Request], strategy: str, language: str = "en") -> Iterator[Reply]:
    """Answer a batch of requests, in order; what is said is in `language`, 'en' or 'fr'.

    Raises
    ------
    LabError
        If a network that is needed is missing or was changed: that concerns every row.

    """
    replies = [Reply(each.id, strategy) for each in requests]
    _read_images(requests, replies)
    _read_sounds(requests, replies, language)
    for request, reply in zip(requests, replies, strict=True):
        _fuse(request, reply, language)
    yield from replies


def _read_images(requests: Sequence[Request], replies: Sequence[Reply]) -> None:
    images: dict[int, Array] = {}
    for number, request in enumerate(requests):
        if request.strokes is not None:
            image = _tried(replies[number], lambda path: render(read_strokes(path)), request.strokes)
        elif request.image is not None:
            image = _tried(replies[number], lambda path: from_picture(read_picture(path)), request.image)
        else:
            continue
        if image is not None:
            images[number] = image
    if images:
        reader = ink_reader()
        for number, scores in zip(images, reader.scores(np.stack(list(images.values()))), strict=True):
            replies[number].image = Answer(scores, reader.sure(scores))


def _read_sounds(requests: Sequence[Request], replies: Sequence[Reply], language: str) -> None:
    sounds: dict[int, tuple[Array, int]] = {}
    for number, request in enumerate(requests):
        if request.audio is not None:
            sound = _tried(replies[number], read_sound, request.audio)
            if sound is not None:
                sounds[number] = (sound.samples, sound.rate_hz)
    if not sounds:
        return
    reader = sound_reader(language)
    for number, scores in zip(sounds, reader.batch_scores(sounds.values()), strict=True):
        if np.isfinite(scores).all():
            replies[number].audio = Answer(scores, reader.sure(scores))
        else:
            replies[number].error = LabError(
                "No sound above the noise was found in {file}.",
                hint="Speak closer to the microphone, or choose another recording.",
                file=Path(requests[number].audio or "").name,
            )


def _tried(reply: Reply, read: Callable[[Path], Any], path: Path) -> Any:
    try:
        return read(path)
    except LabError as error:
        reply.error = error
        return None


def _fuse(request: Request, reply: Reply, language: str) -> None:
    image, audio = (None if each is None else each.scores for each in (reply.image, reply.audio))
    if image is None and audio is None:
        reply.error = reply.error or LabError(
            "Row {id} names no file.", hint="Fill in image, strokes or audio.", id=request.id
        )
        return
    scores = fuse(reply.strategy, image, audio)
    if scores is not None:
        # As in the live moment: a fused answer must satisfy the stricter of the readers that spoke.
        is_sure = (image is None or ink_reader().sure(scores)) and (
            audio is None or sound_reader(language).sure(scores)
        )
        reply.fused = Answer(scores, is_sure)
