"""The game: the lab asks for a digit, drawn, said or both; how fast, how often, and where fusion saved the answer.

No clock and no window in here: whoever plays says what time it is.
"""

import random
from dataclasses import dataclass

from tplab_gui.core.events.moments import Verdict

WAYS = ("both", "drawn", "said")
ROUNDS = 10
LIMIT_S = 20.0
FULL_POINTS, LEAST_POINTS, SLOW_S = 100, 50, 10.0


@dataclass(frozen=True, slots=True)
class Round:
    """One round that is over: the digit asked for, what each modality and both said (None: nothing), and how long."""

    asked: int
    image: int | None
    audio: int | None
    fused: int | None
    seconds: float

    @property
    def is_right(self) -> bool:
        """Whether the answer was the digit asked for."""
        return self.fused == self.asked

    @property
    def wrong_alone(self) -> tuple[str, ...]:
        """The modalities that said another digit by themselves."""
        said = (("image", self.image), ("audio", self.audio))
        return tuple(name for name, digit in said if digit is not None and digit != self.asked)

    @property
    def is_saved(self) -> bool:
        """Whether fusion gave the right answer where one modality alone would not have."""
        return self.is_right and bool(self.wrong_alone)

    @property
    def points(self) -> int:
        """From 100 at once to 50 after ten seconds; 0 for a wrong answer."""
        if not self.is_right:
            return 0
        slowness = min(self.seconds, SLOW_S) / SLOW_S
        return round(FULL_POINTS - (FULL_POINTS - LEAST_POINTS) * slowness)


class Game:
    """Ten rounds, every digit once, in an order of the seed.

    Parameters
    ----------
    way : one of `WAYS`
    seed : int or None
        None: another order every time.

    """

    def __init__(self, way: str, seed: int | None = None) -> None:
        if way not in WAYS:
            raise ValueError(f"{way} is not one of {WAYS}")
        self.way = way
        self.rounds: list[Round] = []
        self._digits = list(range(ROUNDS))
        random.Random(seed).shuffle(self._digits)
        self._began_s: float | None = None
        self._answered_s = 0.0
        self._last: Verdict | None = None

    @property
    def is_over(self) -> bool:
        """Whether all rounds were played."""
        return len(self.rounds) == ROUNDS

    @property
    def is_running(self) -> bool:
        """Whether a round is under way."""
        return self._began_s is not None

    @property
    def asked(self) -> int:
        """The digit of the round under way, or of the next one."""
        return self._digits[min(len(self.rounds), ROUNDS - 1)]

    @property
    def points(self) -> int:
        """The points so far."""
        return sum(each.points for each in self.rounds)

    @property
    def saved(self) -> int:
        """How many answers fusion saved."""
        return sum(each.is_saved for each in self.rounds)

    def begin(self, now_s: float) -> None:
        """Ask for the next digit."""
        self._began_s = self._answered_s = now_s
        self._last = None

    def elapsed_s(self, now_s: float) -> float:
        """Return the seconds of the round under way."""
        return 0.0 if self._began_s is None else now_s - self._began_s

    def note_answer(self, now_s: float) -> None:
        """Hear that the lab's answer changed: the round lasted until the last time it did."""
        self._answered_s = now_s

    def judge(self, verdict: Verdict, *, is_settled: bool) -> Round | None:
        """Take what the lab makes of the moment; return the round if that decides it."""
        if self._began_s is None:
            return None
        self._last = verdict
        return self._end(self._answered_s - self._began_s) if is_settled and not self.missing() else None

    def missing(self) -> tuple[str, ...]:
        """Return what the round still waits for: 'image', 'audio', or both."""
        wanted = {"both": ("image", "audio"), "drawn": ("image",), "said": ("audio",)}[self.way]
        given = {} if self._last is None else self._last.answers
        return tuple(name for name in wanted if name not in given)

    def give_up(self, now_s: float) -> Round | None:
        """End the round as it stands: skipped, or the time is over; what is missing loses it."""
        return None if self._began_s is None else self._end(now_s - self._began_s, is_given_up=True)

    def is_late(self, now_s: float) -> bool:
        """Tell whether the round has taken too long."""
        return self.elapsed_s(now_s) >= LIMIT_S

    def _end(self, seconds: float, *, is_given_up: bool = False) -> Round:
        answers = {} if self._last is None else self._last.answers
        image, audio = (answers[name].digit if name in answers else None for name in ("image", "audio"))
        fused = None if self._last is None or self._last.fused is None else self._last.fused.digit
        over = Round(self.asked, image, audio, None if is_given_up else fused, max(0.0, seconds))
        self.rounds.append(over)
        self._began_s = None
        return over
