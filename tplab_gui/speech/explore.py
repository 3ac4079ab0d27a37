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
from tplab_gui.speech.features import FeatureParams, log_mel, mel_centres_hz

_BANDS = 64
_WINDOW_S, _HOP_S = 0.032, 0.005


def explore(requests: Mailbox[object]) -> Iterator[object]:
    """Answer `ListSets`, `ListExamples` and `OpenExample` until closed.

    Of several `OpenExample` that wait, only the newest is answered: whoever holds an arrow key down wants the last.
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
    opens = [request for request in waiting if isinstance(request, OpenExample)]
    return [request for request in waiting if not isinstance(request, OpenExample)] + opens[-1:]


def _answer(request: object) -> object:
    match request:
        case ListSets():
            return SetsFound(tuple(catalogue.data_sets()))
        case ListExamples(kind=kind, source=source):
            kind = kind or catalogue.kind_of_folder(Path(source))
            examples = tuple(catalogue.list_examples(source, kind))
            return ExamplesListed(
                kind, source, examples, np.array([each.label for each in examples], np.uint8)
            )
        case OpenExample(kind=catalogue.PICTURES, source=source, example=example):
            return PictureOpened(example, catalogue.open_picture(source, example.id)[1])
        case OpenExample(example=example):
            return _open_sound(example)
    raise TypeError(f"{request!r} is not a request")


def _open_sound(example: catalogue.Example) -> SoundOpened:
    assert example.path is not None  # noqa: S101  sounds always have one
    sound = read_sound(example.path)
    params = _params(sound.rate_hz)
    return SoundOpened(
        example=example,
        samples=sound.samples,
        rate_hz=sound.rate_hz,
        mel_db=log_mel(sound.samples, params),
        hop_s=params.hop_samples / params.rate_hz,
        centres_hz=np.asarray(mel_centres_hz(params), np.float32),
    )


def _params(rate_hz: int) -> FeatureParams:
    """For the eye: finer in time than the network needs, up to half the clip's own rate."""
    window = round(_WINDOW_S * rate_hz)
    return FeatureParams(
        rate_hz=rate_hz,
        n_fft=window,
        window_samples=window,
        hop_samples=max(1, round(_HOP_S * rate_hz)),
        n_mels=_BANDS,
        f_min_hz=50.0,
        f_max_hz=0.0,
        is_centred=True,
    )
