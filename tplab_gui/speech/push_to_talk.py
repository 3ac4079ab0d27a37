"""The word that a key holds: from a moment before it is pressed to a moment after it is let go.

People press while they begin to speak and let go with the last sound, so both ends get a little more.
"""

from tplab_gui.speech.endpoint import Span

BEFORE_S = 0.15
AFTER_S = 0.12
SHORTEST_S = 0.12  # of holding: less is a slip of the finger
LONGEST_S = 6.0  # the ring of the listener keeps 8 s


class PushToTalk:
    """Follows one key. Times are samples since the first one, at `rate_hz`."""

    def __init__(self, rate_hz: int) -> None:
        self._rate_hz = rate_hz
        self._is_held = False
        self._pressed: int | None = None
        self._released: int | None = None

    @property
    def start_sample(self) -> int | None:
        """Where the word begins that is being held; None when there is none."""
        if self._pressed is None:
            return None
        return max(0, self._pressed - round(BEFORE_S * self._rate_hz))

    def hold(self, *, is_held: bool, now_sample: int) -> None:
        """Say whether the key is down, of which `now_sample` is the first sample."""
        if is_held and not self._is_held:
            self._pressed, self._released = now_sample, None
        elif not is_held and self._is_held and self._pressed is not None:
            self._released = now_sample
        self._is_held = is_held

    def push(self, heard_samples: int, *, is_over: bool = False) -> Span | None:
        """Say how much was heard by now; get the word once its end has been heard, or nothing more comes.

        A key that is held for more than `LONGEST_S` has said its word then, and counts again when it is pressed anew.
        """
        start = self.start_sample
        if self._pressed is None or start is None:
            return None
        if self._released is None and (is_over or heard_samples - start >= LONGEST_S * self._rate_hz):
            self._released = heard_samples
        end = heard_samples if self._released is None else self._released + round(AFTER_S * self._rate_hz)
        if self._released is None or (heard_samples < end and not is_over):
            return None
        self._pressed = self._released = None
        return Span(start, min(end, heard_samples))

    def forget(self) -> None:
        """Let the key mean nothing until it is pressed again."""
        self._pressed = self._released = None


def is_slip(span: Span, rate_hz: int) -> bool:
    """Tell whether the key of this word was held for too short a time to say anything."""
    return span.end_sample - span.start_sample < (BEFORE_S + AFTER_S + SHORTEST_S) * rate_hz
