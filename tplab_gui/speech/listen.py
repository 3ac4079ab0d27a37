"""The sound loop: whatever source is chosen, its columns, its level, its words, and which digits they were.

`speech.ear` hears one open source; `hear` keeps the chosen source open, loses it, finds it again. Nobody here knows
whether a person, a file or a voice of the lab is speaking.
"""

import threading
import time
from collections.abc import Callable, Iterator

from tplab_gui.core.errors import LabError
from tplab_gui.core.events.common import Cleared, Notice, Tick
from tplab_gui.core.events.digits import (
    ScoresCleared,
    SourceClosed,
    SourceLost,
    SourceOpened,
)
from tplab_gui.core.mailbox import Latest, Mailbox
from tplab_gui.core.params import ListenParams
from tplab_gui.speech.ear import Ear, Score
from tplab_gui.speech.features import mel_centres_hz
from tplab_gui.speech.source import Source
from tplab_gui.speech.word_window import FEATURES

Opener = Callable[[ListenParams, Mailbox[int]], Source]

RETRY_S = 1.0


def open_source(params: ListenParams, say: Mailbox[int]) -> Source:
    """Open what `params` asks for; raises `LabError` when it cannot be had."""
    if params.source == "microphone":
        from tplab_gui.speech.microphone import MicrophoneSource, look_again

        look_again()
        return MicrophoneSource(params.device)
    from tplab_gui.speech.simulated import file_source, simulated_microphone

    if params.source == "file":
        return file_source(params.file)
    say.take_all()  # what was asked for while nobody listened is not said later
    return simulated_microphone(say, params.language)


def hear(
    params: Latest[ListenParams],
    say: Mailbox[int],
    wake: threading.Event,
    score: Score,
    open_source: Opener = open_source,
) -> Iterator[object]:
    """Hear the chosen source until closed; yields events at least every 100 ms.

    A microphone that is missing or goes away is looked for every second. `wake` is set by the source's ring and by
    `params`; whoever sets it besides gets a `Tick` at once.
    """
    params.wake_with(wake)
    seen = -1
    wanted: tuple[object, ...] = ()
    moment = params.get().moment
    source: Source | None = None
    ear: Ear | None = None
    retry_at_s = 0.0
    try:
        while True:
            if params.version != seen:
                seen, now = params.read()
                if now.moment != moment:
                    moment = now.moment
                    yield ScoresCleared("audio")
                if _wanted(now) != wanted:
                    wanted, retry_at_s = _wanted(now), 0.0
                    yield Cleared("source")
                    yield Cleared("silent")
                    if source is not None:
                        source.close()
                        yield SourceClosed(source.name)
                        source = ear = None
                if ear is not None:
                    ear.attend(now.mode, is_held=now.is_held)
            if source is None and wanted and time.monotonic() >= retry_at_s:
                try:
                    source = open_source(params.get(), say)
                except LabError as error:
                    yield Notice(error, "warning", "source")
                    is_there_hope = params.get().source == "microphone"
                    retry_at_s = time.monotonic() + RETRY_S if is_there_hope else float("inf")
                else:
                    source.ring.wake_with(wake)
                    ear = Ear(source, score)
                    ear.attend(params.get().mode, is_held=params.get().is_held)
                    yield Cleared("source")
                    centres = tuple(float(hz) for hz in mel_centres_hz(FEATURES))
                    yield SourceOpened(source.name, source.rate_hz, source.is_simulated, centres)
            if source is not None and ear is not None:
                is_alive = source.is_alive()
                yield from ear.listen(to_the_end=not is_alive)
                if not is_alive:
                    source.close()
                    yield from _ended(source)
                    retry_at_s = 0.0 if source.is_endless else float("inf")
                    source = ear = None
            yield Tick()
            wake.wait(0.1)
            wake.clear()
    finally:
        if source is not None:
            source.close()


def _wanted(params: ListenParams) -> tuple[object, ...]:
    """Return what decides which source is open; empty when none may be."""
    if params.is_muted or not params.is_active:
        return ()
    return params.source, params.device, params.file, params.generation, params.language


def _ended(source: Source) -> Iterator[object]:
    if not source.is_endless:
        yield SourceClosed(source.name, is_at_end=True)
        return
    yield SourceLost(source.name)
    error = LabError(
        "The microphone {device} went away while the lab was listening.",
        hint="Plug it in again: the lab looks for it every second. Or choose another source.",
        device=source.name,
    )
    yield Notice(error, "warning", "source")
