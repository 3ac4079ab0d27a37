"""One moment: somebody draws and speaks, and every answer is brought up to date as either goes on.

The sound loop of `speech.listen` is the clock; the pen wakes it. Strokes become the image's scores, words become the
sound's, and whenever one of them changes so does the fused answer.
"""

import threading
import time
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, TypeVar

import numpy as np
import torch
from numpy.typing import NDArray

from tplab_gui.core.errors import LabError
from tplab_gui.core.events.common import Cleared, Notice, Ready, Waiting
from tplab_gui.core.events.digits import DigitScores, InkSeen, ScoresCleared
from tplab_gui.core.events.moments import Answer, Ink, Verdict
from tplab_gui.core.events.recording import EarChosen
from tplab_gui.core.mailbox import Latest, Mailbox
from tplab_gui.core.params import ListenParams
from tplab_gui.data.pictures import read_picture
from tplab_gui.fusion.assembly import Assembly
from tplab_gui.fusion.late import DEFAULT_WEIGHT, STRATEGIES, fuse
from tplab_gui.fusion.verdict import verdict
from tplab_gui.ink.picture import from_picture
from tplab_gui.ink.recognise import InkReader
from tplab_gui.ink.render import render
from tplab_gui.speech import adapted
from tplab_gui.speech.listen import Opener, hear, open_source
from tplab_gui.speech.recognise import NETWORKS, SoundReader

if TYPE_CHECKING:
    from tplab_gui.fusion.joint_live import Joint, JointChoice, JointReader
    from tplab_gui.fusion.run_ear import RunReader

Array = NDArray[np.float32]
Reader = TypeVar("Reader")
Strokes = tuple[Array, ...]
Drawing = Strokes | Ink | str  # what the pen drew, or the path of a picture of a digit


class Moment:
    """What was drawn and said, and what the lab makes of it.

    Parameters
    ----------
    ink_reader, sound_reader : the two networks, or None for one that is missing: the other answers alone

    """

    def __init__(self, ink_reader: InkReader | None, sound_reader: "SoundReader | RunReader | None") -> None:
        self._ink_reader, self._sound_reader = ink_reader, sound_reader
        self._image: Array | None = None
        self._audio: Array | None = None
        self._picture: Array | None = None
        self._word: Array | None = None
        self._joint: Joint | None = None  # what the joint network said last
        self._fused_from: tuple[object, ...] = ()

    def draw(self, drawing: Drawing) -> Iterator[object]:
        """Read what is on the canvas; yields what the network sees and its scores, or that they are gone."""
        yield Cleared("picture")
        image: Array | None = None
        if drawing:
            try:
                image = _image_of(drawing)
            except LabError as error:
                yield Notice(error, "warning", "picture")
        self._picture = image
        if image is None or self._ink_reader is None:
            if image is not None:
                yield InkSeen(image)
            self._image = None
            yield ScoresCleared("image")
            return
        began_s = time.perf_counter()
        scores, heat = self._ink_reader.read(image)
        self._image = scores
        ms = 1000 * (time.perf_counter() - began_s)
        yield InkSeen(image, heat)
        yield DigitScores("image", scores, self._ink_reader.sure(scores), ms)

    def say(self, word: Array, *, explains: bool = False) -> Iterator[object]:
        """Hear one word at 8 kHz; yields its scores, then what decided if that `explains`."""
        reader = self._sound_reader
        if reader is None:
            return
        began_s = time.perf_counter()
        try:
            scores = reader.scores(word)
        except LabError:  # the end-pointer heard a rustle that the recogniser does not find again
            return
        self._audio, self._word = scores, word
        ms = 1000 * (time.perf_counter() - began_s)
        yield DigitScores("audio", scores, reader.sure(scores), ms)
        if explains:
            yield reader.explain(word, int(scores.argmax()))

    def listen_with(self, sound_reader: "SoundReader | RunReader | None") -> None:
        """Hear with another network from the next word on: that of another language, or of a run."""
        self._sound_reader = sound_reader

    def forget_sound(self) -> None:
        """Forget what was said."""
        self._audio = self._word = None

    def fuse(self, params: ListenParams, joint: "JointReader | None" = None) -> Iterator[object]:
        """Combine; yields nothing when nothing changed since the last call."""
        weight = _weight(params)
        made_from = (id(self._image), id(self._audio), params.fusion, weight, id(joint))
        if made_from == self._fused_from:
            return
        self._fused_from = made_from
        began_s = time.perf_counter()
        has_any = self._image is not None or self._audio is not None
        self._joint = joint.answer(self._picture, self._word) if joint is not None and has_any else None
        if self._joint is not None:
            fused: Array | None = self._joint[0]
            attention = self._joint[1]
            weight = attention[0] if attention is not None else float("nan")
        else:
            fused = fuse(_late(params.fusion), self._image, self._audio, weight)
        if fused is None:
            yield ScoresCleared("fused")
            return
        ms = 1000 * (time.perf_counter() - began_s)
        yield DigitScores("fused", fused, self.sure(fused), ms, weight)

    def sure(self, fused: Array, spoke: tuple[bool, bool] | None = None) -> bool:
        """Say whether the lab commits to a fused answer: it must satisfy the stricter of the readers that spoke.

        `spoke` says whether image and sound did, where it is not of now that is asked.
        """
        spoke = spoke or (self._image is not None, self._audio is not None)
        readers = (self._ink_reader, self._sound_reader)
        return all(reader.sure(fused) for reader, has in zip(readers, spoke, strict=True) if reader and has)

    def judge(self, params: ListenParams, image: Answer | None, audio: Answer | None) -> Verdict:
        """Say what every strategy makes of these answers, and whom the one in use believes."""
        spoke = image is not None, audio is not None
        name = params.fusion if self._joint is not None else _late(params.fusion)
        return verdict(
            name, image, audio, _weight(params), lambda fused: self.sure(fused, spoke), self._joint
        )


def listen(
    params: Latest[ListenParams],
    ink: Latest[Drawing],
    say: Mailbox[int],
    open_source: Opener = open_source,
) -> Iterator[object]:
    """Hear and read until closed.

    Parameters
    ----------
    params : Latest[ListenParams]
    ink : Latest of what is on the canvas (an empty tuple: nothing), or of the path of a picture of a digit
    say : Mailbox[int], what the simulated microphone is asked to say
    open_source : how a source is opened; tests bring their own

    """
    yield Waiting("network")
    # This job's thread: networks this small gain nothing from a second one, and lose half to any busy neighbour.
    torch.set_num_threads(1)
    notices: list[Notice] = []
    ears: dict[tuple[str, int, str], SoundReader | RunReader | None] = {}
    heard_with: list[tuple[str, int, str]] = []  # the newest key of `ears` alone

    def choose_ear() -> Iterator[object]:
        now = params.get()
        key = now.language, adapted.stamp(now.language) if now.is_adapted else 0, now.network
        if heard_with == [key]:
            return
        heard_with[:] = [key]
        if key not in ears:
            ears[key] = _loaded(lambda: _ear(*key, notices), "network-audio", notices)
        reader = ears[key]
        moment.listen_with(reader)
        yield from notices
        notices.clear()
        card = None if reader is None else reader.card
        is_adapted = card is not None and card.name == adapted.name_of(now.language)
        yield EarChosen(now.language, is_adapted)

    def hear_word(word: Array) -> Iterator[object]:
        yield from choose_ear()
        answer = None
        for event in moment.say(word, explains=params.get().explains):
            if isinstance(event, DigitScores):
                answer = Answer(event.scores, event.is_sure)
                assembly.hear(word, answer)
            yield event
        if answer is None:
            assembly.hear(word, None)

    assembly = Assembly(lambda image, audio: moment.judge(params.get(), image, audio))
    assembly.number = params.get().moment
    moment = Moment(_loaded(InkReader, "network-image", notices), None)
    *missing, ear = choose_ear()
    yield from missing
    yield Ready()
    yield ear
    wake = threading.Event()
    ink.wake_with(wake)
    seen = -1
    rule: tuple[object, ...] = ()
    joints: list[JointChoice] = []
    for event in hear(params, say, wake, hear_word, open_source):
        if isinstance(event, ScoresCleared):
            moment.forget_sound()
        assembly.note(event)
        yield event
        yield from choose_ear()
        if ink.version != seen:
            is_first = seen < 0
            seen, drawing = ink.read()
            # The number is set before the canvas is wiped, so whoever sees the wiped canvas sees the new number.
            yield from assembly.new_moment(params.get().moment)
            if len(drawing) or not is_first:
                for told in moment.draw(drawing):
                    assembly.note(told)
                    yield told
                assembly.draw(_as_ink(drawing))
        now = params.get()
        yield from assembly.new_moment(now.moment)
        joint = _joint(joints, now, notices) if now.fusion_run else None
        yield from notices
        notices.clear()
        yield from moment.fuse(now, joint)
        if rule != (now.fusion, now.image_weight, now.fusion_run):
            rule = now.fusion, now.image_weight, now.fusion_run
            assembly.rejudge()
        yield from assembly.tell()


def _weight(params: ListenParams) -> float:
    return params.image_weight if params.image_weight >= 0 else DEFAULT_WEIGHT


def _late(strategy: str) -> str:
    """Return the strategy, or the default where the network it names cannot be had."""
    return strategy if strategy in STRATEGIES else STRATEGIES[0]


def _joint(joints: "list[JointChoice]", params: ListenParams, notices: list[Notice]) -> "JointReader | None":
    from tplab_gui.fusion.joint_live import JointChoice  # torchaudio takes a second

    if not joints:
        joints.append(JointChoice())
    return joints[0].reader(params, notices)


def _image_of(drawing: Drawing) -> Array:
    if isinstance(drawing, str):
        return from_picture(read_picture(drawing))
    return render(drawing.strokes, drawing.pen_px) if isinstance(drawing, Ink) else render(drawing)


def _as_ink(drawing: Drawing) -> Ink | str:
    """Give bare strokes, as the tests and benchmarks draw them, the time of now."""
    if isinstance(drawing, (Ink, str)):
        return drawing
    now_s = time.monotonic()
    return Ink(
        drawing,
        tuple(np.full(len(stroke), now_s) for stroke in drawing),
        tuple(np.ones(len(stroke), np.float32) for stroke in drawing),
    )


def _ear(language: str, stamp: int, run_dir: str, notices: list[Notice]) -> "SoundReader | RunReader":
    """Load the network for sound; one of the user's that cannot be used leaves a notice, and the shipped one hears."""
    if run_dir:
        from tplab_gui.fusion.run_ear import RunReader  # torchaudio takes a second

        try:
            return RunReader(run_dir)
        except LabError as error:
            notices.append(Notice(error, "warning", "network-run"))
    if stamp:
        try:
            return adapted.load_adapted(language)
        except LabError as error:
            notices.append(Notice(error, "warning", "network-adapted"))
    return SoundReader(NETWORKS[language])


def _loaded(load: Callable[[], Reader], key: str, notices: list[Notice]) -> Reader | None:
    """Load a network; one that cannot be had leaves a notice, and the other answers alone."""
    try:
        return load()
    except LabError as error:
        notices.append(Notice(error, "error", key))
        return None
