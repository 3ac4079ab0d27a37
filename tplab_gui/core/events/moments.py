"""One moment is one sample: what was drawn and said together, and what the lab made of it; and what is asked of them.

Times count from the beginning of the moment, in seconds.
"""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from tplab_gui.core.errors import LabError

Array = NDArray[np.float32]
Times = NDArray[np.float64]

USUAL_PEN_PX = 2.2  # in the 28 x 28 field


@dataclass(frozen=True, slots=True)
class Ink:
    """What is on the canvas.

    Attributes
    ----------
    strokes : tuple of ndarray, shape (n, 2), float32
        In units of the canvas's side, x right, y down.
    times_s : tuple of ndarray, shape (n,), float64
        When each point was drawn: by `time.monotonic()` on its way from the canvas, from the moment's beginning in a
        moment.
    pressures : tuple of ndarray, shape (n,), float32
        How hard the pen pressed, 1: as a mouse.
    pen_px : float
        Width of the pen in the 28 x 28 field.
    is_pen_down : bool
        Whether the last stroke goes on.

    """

    strokes: tuple[Array, ...] = ()
    times_s: tuple[Times, ...] = ()
    pressures: tuple[Array, ...] = ()
    pen_px: float = USUAL_PEN_PX
    is_pen_down: bool = False

    def __len__(self) -> int:
        return len(self.strokes)


@dataclass(frozen=True, slots=True)
class Answer:
    """Ten probabilities that sum to 1, and whether the lab commits to the best guess."""

    scores: Array
    is_sure: bool

    @property
    def digit(self) -> int:
        """The best guess."""
        return int(self.scores.argmax())


@dataclass(frozen=True, slots=True)
class Word:
    """One word that was said: samples (n,) float32 at `rate_hz`, when, and what was understood (None: nothing)."""

    start_s: float
    end_s: float
    samples: Array
    rate_hz: int
    answer: Answer | None = None


BELIEVED = ("nobody", "image", "audio", "both", "neither")
REASONS = (
    "nothing",
    "only-drawn",
    "only-said",
    "agree",
    "surer",
    "weight",
    "compromise",
    "attention",
)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was answered, whom the answer follows, and why.

    Attributes
    ----------
    strategy : str
        The one in use, as in INTERFACES.
    answers : dict
        What each strategy says, the single modalities among them; those that have nothing to say are left out.
    weights : (float, float)
        Trust in image and sound, adding up to 1 (0, 0 when nothing is there).
    believed : one of `BELIEVED`
        Whose best guess the answer is.
    reason : one of `REASONS`

    """

    strategy: str
    answers: dict[str, Answer]
    weights: tuple[float, float]
    believed: str
    reason: str

    @property
    def fused(self) -> Answer | None:
        """The answer of the strategy in use."""
        return self.answers.get(self.strategy)


@dataclass(frozen=True, slots=True)
class DigitMoment:
    """One sample. `id` is its name, `began` the local time (ISO 8601), `label` what it truly was, None: not told.

    `image` is the 28 x 28 picture the network saw, float32 in [0, 1]; None when nothing was drawn. Of several words
    the last one counts.
    """

    id: str
    began: str
    ink: Ink
    words: tuple[Word, ...]
    image: Array | None
    verdict: Verdict
    label: int | None = None

    @property
    def digit(self) -> int | None:
        """What the lab answered; None when it had nothing to go by."""
        fused = self.verdict.fused
        return None if fused is None else fused.digit


# -- what the listening job says -----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class MomentChanged:
    """The moment as it stands; `is_settled` once pen and voice have rested, until either goes on.

    `number` is the `moment` of ListenParams under which it happened.
    """

    moment: DigitMoment
    is_settled: bool
    number: int = 0


@dataclass(frozen=True, slots=True)
class MomentDropped:
    """Everything in this moment was taken back before it was over."""

    id: str


# -- what is asked of the job that keeps them ----------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class KeepMoment:
    """Asks to keep a moment, in place of what was kept under its id; a label given meanwhile stays."""

    moment: DigitMoment


@dataclass(frozen=True, slots=True)
class LabelMoments:
    """Asks to say what moments truly were; None takes that back."""

    ids: tuple[str, ...]
    label: int | None


@dataclass(frozen=True, slots=True)
class DeleteMoments:
    """Asks to move moments into the session's trash; `for_good` leaves nothing to take back."""

    ids: tuple[str, ...]
    for_good: bool = False


@dataclass(frozen=True, slots=True)
class TakeBackMoments:
    """Asks to bring back what was deleted last."""


@dataclass(frozen=True, slots=True)
class EmptyMomentsTrash:
    """Asks to delete for good what lies in the session's trash."""


@dataclass(frozen=True, slots=True)
class ExportMoments:
    """Asks for a data set (pictures, strokes, sounds and their table) in a new folder inside `folder`."""

    folder: Path


@dataclass(frozen=True, slots=True)
class SaveSession:
    """Asks for a copy of the session in a new folder inside `folder`."""

    folder: Path


@dataclass(frozen=True, slots=True)
class OpenSession:
    """Asks to go on with the session in `folder`; None begins a new one."""

    folder: Path | None


# -- what that job says --------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class MomentsListed:
    """The session that is open: its folder (None: nothing was kept yet), its moments, the oldest first.

    `deleted` moments can be taken back. `problems` say which of its files could not be read.
    """

    folder: Path | None
    moments: tuple[DigitMoment, ...]
    deleted: int = 0
    problems: tuple[LabError, ...] = ()


@dataclass(frozen=True, slots=True)
class SessionsFound:
    """The sessions under the user's data, the newest first: folder and number of moments."""

    sessions: tuple[tuple[Path, int], ...]


@dataclass(frozen=True, slots=True)
class MomentsWritten:
    """An export ('data set') or a copy ('session') of `count` moments is in `folder`."""

    kind: str
    folder: Path
    count: int


# -- how a drawing becomes 28 x 28 ---------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class InkSteps:
    """The way from strokes to what the network reads.

    Attributes
    ----------
    strokes : tuple of ndarray, shape (n, 2), float32
    box : (x0, y0, x1, y1)
        Around them, in their own unit.
    boxed, image : ndarray, shape (28, 28), float32, in [0, 1]
        Fitted into 20 x 20 in the middle of the field; then moved.
    mass_xy : (x, y)
        Centre of mass of `boxed`, in pixels.
    scale : float
        Pixels of the field per unit of the strokes.

    """

    strokes: tuple[Array, ...]
    box: tuple[float, float, float, float]
    boxed: Array
    image: Array
    mass_xy: tuple[float, float]
    scale: float
