"""Puts one moment together while it happens: strokes, words and answers on one clock, in whatever order they come.

A moment begins with the first ink or word after the one before was closed, and ends when the canvas is wiped. It is
told when pen and voice rest (settled), and about once a second in between, so that whoever keeps it loses no more
than a second.
"""

import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime

import numpy as np
from numpy.typing import NDArray

from tplab_gui.core.events.digits import (
    DigitScores,
    InkSeen,
    ScoresCleared,
    SourceClosed,
    SourceLost,
    SourceOpened,
    SpectrogramColumns,
    WordHeard,
    WordOpen,
)
from tplab_gui.core.events.moments import (
    Answer,
    DigitMoment,
    Ink,
    MomentChanged,
    MomentDropped,
    Verdict,
    Word,
)
from tplab_gui.speech.word_window import FEATURES

Array = NDArray[np.float32]
Judge = Callable[[Answer | None, Answer | None], Verdict]

SETTLE_S = 0.8  # a four is two strokes; the second follows within half a second
TELL_S = 1.0
DRIFT = 1e-3  # of the clock of a sound card; real ones stay below a tenth of it
MOST_WORDS = 20  # in one moment; the oldest goes


class Assembly:
    """The moment under way.

    Parameters
    ----------
    judge : callable
        Gives the verdict on what image and sound say.
    clock : callable
        Seconds, as the canvas counts them.

    """

    def __init__(self, judge: Judge, clock: Callable[[], float] = time.monotonic) -> None:
        self._judge, self._clock = judge, clock
        self._zero: tuple[float, float] | None = (
            None  # when the source's own time began, and when that was found
        )
        self._last_number = 0
        self.number = 0
        self._begin()

    def _begin(self) -> None:
        self._ink = Ink()
        self._image: Array | None = None
        self._words: list[Word] = []
        self._seen: Answer | None = None
        self._id = self._began = ""
        self._span = (0.0, 0.0)
        self._is_word_open = False
        self._changed_s = self._told_s = 0.0
        self._is_told = self._is_settled = True

    # -- what happens ------------------------------------------------------------------------------------------

    def new_moment(self, number: int) -> Iterator[object]:
        """Close the moment and begin another, unless that is the one of this number already."""
        if number != self.number:
            if not self._is_settled or not self._is_told:
                yield from self._tell(is_settled=True)
            self.number = number
            self._begin()

    def draw(self, drawing: Ink | str) -> None:
        """Take what is on the canvas, or the path of a picture that is read instead."""
        self._ink = drawing if isinstance(drawing, Ink) else Ink()
        if not drawing:
            self._image = None
        if self._id or drawing:  # a wiped canvas begins nothing
            self._touch()

    def note(self, event: object) -> None:
        """Take an event of the listening job, as it passes."""
        match event:
            case SourceOpened() | SourceClosed() | SourceLost():
                self._zero, self._is_word_open = None, False
            case SpectrogramColumns():
                self._follow(event.start_s + event.level_db.shape[1] * event.hop_s)
            case WordOpen():
                self._is_word_open = event.start_s is not None
            case WordHeard():
                zero_s = self._clock() - event.end_s if self._zero is None else self._zero[0]
                self._span = (zero_s + event.start_s, zero_s + event.end_s)
            case InkSeen():
                self._image = event.image
            case DigitScores(source="image"):
                self._seen = Answer(event.scores, event.is_sure)
            case ScoresCleared(source="image"):
                self._seen = None

    def hear(self, samples: Array, answer: Answer | None) -> None:
        """Take the word that the last `WordHeard` announced, at 8 kHz; None: it was not understood.

        Where nothing is drawn only a word that the lab is sure of begins a moment: a room is full of noises.
        """
        if not self._id and (answer is None or not answer.is_sure):
            return
        self._words = [*self._words, Word(*self._span, samples, FEATURES.rate_hz, answer)][-MOST_WORDS:]
        self._touch()

    def rejudge(self) -> None:
        """Hear that the strategy or its weight was changed in the middle."""
        if self._id:
            self._touch()

    def _follow(self, reached_s: float) -> None:
        """Find when the source's own time began, from how far it has come.

        A busy machine hears late, never early: the earliest beginning is the true one. It may creep, because the
        clock of a sound card is not ours.
        """
        now_s = self._clock()
        zero_s = now_s - reached_s
        if self._zero is not None:
            zero_s = min(zero_s, self._zero[0] + DRIFT * (now_s - self._zero[1]))
        self._zero = zero_s, now_s

    # -- what is told ------------------------------------------------------------------------------------------

    def tell(self) -> Iterator[object]:
        """Yield the moment where it is due: settled, or a second after it was last told."""
        now_s = self._clock()
        if not self._id or (self._is_told and self._is_settled):
            return
        rests = not self._ink.is_pen_down and not self._is_word_open and now_s - self._changed_s >= SETTLE_S
        if rests or (not self._is_told and now_s - self._told_s >= TELL_S):
            yield from self._tell(is_settled=rests)

    def _tell(self, *, is_settled: bool) -> Iterator[object]:
        self._is_told, self._is_settled, self._told_s = True, is_settled, self._clock()
        if self._ink or self._words or self._image is not None:
            yield MomentChanged(self._moment(), is_settled, self.number)
        else:
            yield MomentDropped(self._id)
            self._begin()

    def _touch(self) -> None:
        now_s = self._clock()
        if not self._id:
            # Milliseconds since 1970 would do; a person finds a day in it.
            now = datetime.now().astimezone()
            number = max(self._last_number + 1, int(now.timestamp() * 1000))
            self._last_number = number
            self._began = now.isoformat(timespec="milliseconds")
            self._id = f"{datetime.fromtimestamp(number / 1000):%Y%m%d-%H%M%S}-{number % 1000:03d}"  # noqa: DTZ006  local, as `began`
            self._told_s = now_s
        self._changed_s, self._is_told, self._is_settled = now_s, False, False

    def _moment(self) -> DigitMoment:
        """Return the moment on a clock of its own."""
        begins = [float(times[0]) for times in self._ink.times_s if len(times)]
        zero_s = min([*begins, *(word.start_s for word in self._words)], default=0.0)
        ink = replace(
            self._ink, times_s=tuple(times - zero_s for times in self._ink.times_s), is_pen_down=False
        )
        words = tuple(
            replace(word, start_s=word.start_s - zero_s, end_s=word.end_s - zero_s) for word in self._words
        )
        said = next((word.answer for word in reversed(words) if word.answer is not None), None)
        return DigitMoment(self._id, self._began, ink, words, self._image, self._judge(self._seen, said))
