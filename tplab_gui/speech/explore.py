"""The job behind the Data tab: which sets there are, what is in them, and one example at a time.

It lives with the sounds because a sound is shown with its mel spectrogram; pictures need no more than reading.
"""

import threading
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from tplab_gui.core.errors import LabError
from tplab_gui.core.events.common import Notice, Ready, Tick, Waiting
from tplab_gui.core.events.data import (
    Analyse,
    ExamplesListed,
    ListExamples,
    ListSets,
    OpenExample,
    PictureOpened,
    SetsFound,
    SoundOpened,
)
from tplab_gui.core.mailbox import Mailbox
from tplab_gui.data import catalogue
from tplab_gui.data.sounds import read_sound
from tplab_gui.speech.clip_analysis import analyse


def explore(requests: Mailbox[object]) -> Iterator[object]:
    """Answer `ListSets`, `ListExamples`, `OpenExample` and `Analyse` until closed.

    Of several `OpenExample` that wait, or several `Analyse`, only the newest is answered: whoever holds an arrow key
    down or turns a wheel wants the last.
    What cannot be read is a `Notice`, and the next request is served.
    """
    wake = threading.Event()
    requests.wake_with(wake)
    yield Waiting("data")
    yield SetsFound(tuple(catalogue.data_sets()))
    yield Ready()
    while True:
        wake.clear()
        for request in _newest(requests.take_all()):
            try:
                yield _answer(request)
            except LabError as error:
                yield Notice(error, key="data")
        if not wake.wait(0.1):
            yield Tick()


def _newest(waiting: list[object]) -> list[object]:
    for kind in (OpenExample, Analyse):
        waiting = [
            request
            for number, request in enumerate(waiting)
            if not isinstance(request, kind)
            or not any(isinstance(each, kind) for each in waiting[number + 1 :])
        ]
    return waiting


def _answer(request: object) -> object:
    match request:
        case ListSets():
            return SetsFound(tuple(catalogue.data_sets()))
        case ListExamples(kind=kind, source=source):
            kind = kind or catalogue.kind_of_folder(Path(source))
            examples = tuple(catalogue.list_examples(source, kind))
            return ExamplesListed(
                kind, source, examples, np.array([each.label for each in examples], np.uint16)
            )
        case OpenExample(kind=catalogue.PICTURES, source=source, example=example):
            return PictureOpened(example, catalogue.open_picture(source, example.id)[1])
        case OpenExample(example=example):
            return _open_sound(example)
        case Analyse():
            return analyse(request)
    raise TypeError(f"{request!r} is not a request")


def _open_sound(example: catalogue.Example) -> SoundOpened:
    assert example.path is not None  # noqa: S101  sounds always have one
    sound = read_sound(example.path)
    return SoundOpened(example, sound.samples, sound.rate_hz, sound.channels, sound.encoding)
