"""The jobs of the Digits tab: hearing, reading, fusing; and the voice of the user."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from tplab_gui.core.mailbox import Latest, Mailbox
from tplab_gui.core.params import ListenParams

if TYPE_CHECKING:  # numpy costs a quarter of the time to the first paint
    import numpy as np
    from numpy.typing import NDArray

    from tplab_gui.core.events.data import PlayPart
    from tplab_gui.core.events.recording import Prompt


def listen(params: Latest[ListenParams], ink: Latest[Any], say: Mailbox[int]) -> Iterator[object]:
    """Hear and read digits until stopped; yields the events of `core.events.digits`.

    `ink` holds what is on the canvas (an `Ink`, an empty tuple, or the path of a picture); `say` the digits that the
    simulated microphone is asked to say.
    """
    from tplab_gui.fusion.moment import listen as listen_to_both

    return listen_to_both(params, ink, say)


def listening_runs(root: str) -> Iterator[object]:
    """Yield one `ListeningRuns`: the runs kept under `root` whose network can listen to digits."""
    from tplab_gui.fusion.listening_runs import listening_runs as look

    yield look(root)


def fusing_runs(root: str) -> Iterator[object]:
    """Yield one `FusingRuns`: the runs kept under `root` whose network can fuse drawing and sound."""
    from tplab_gui.fusion.listening_runs import fusing_runs as look

    yield look(root)


def microphones() -> Iterator[object]:
    """Yield one `DevicesFound` with the sound inputs of this machine."""
    from tplab_gui.speech.microphone import found

    yield found()


def record(params: Latest[ListenParams], prompts: "Latest[Prompt]", say: Mailbox[int]) -> Iterator[object]:
    """Hear the chosen source and answer prompts with takes until stopped; yields `TakeHeard` and `TakeMissed`."""
    from tplab_gui.speech.record import record as hear_takes

    return hear_takes(params, prompts, say)


def recordings(requests: Mailbox[object]) -> Iterator[object]:
    """Keep, list, delete and bring back the user's recordings until stopped."""
    from tplab_gui.data.recordings import recordings as answer

    return answer(requests)


def moments(requests: Mailbox[object]) -> Iterator[object]:
    """Keep, label, delete, copy and export the moments of a session until stopped."""
    from tplab_gui.data.moments import moments as answer

    return answer(requests)


def ink_steps(strokes: "tuple[NDArray[np.float32], ...]", pen_px: float) -> Iterator[object]:
    """Yield one `InkSteps`: how strokes become the 28 x 28 picture that the network reads."""
    from tplab_gui.core.events.moments import InkSteps
    from tplab_gui.ink.render import steps

    found = steps(strokes, pen_px)
    yield InkSteps(strokes, found.box, found.boxed, found.image, found.mass_xy, found.scale)


def adapt(language: str) -> Iterator[object]:
    """Adapt the network of `language` to the user's recordings; yields `Progress`, then one `AdaptedFound`."""
    from tplab_gui.speech.adapt import adapt as learn

    return learn(language)


def about_adapted(language: str) -> Iterator[object]:
    """Yield `AdaptedFound` or `NoneAdapted`: whether there is a network adapted to the user's voice."""
    from tplab_gui.speech.adapted import about

    yield about(language)


def forget_adapted(language: str) -> Iterator[object]:
    """Delete the network adapted to the user's voice; yields `NoneAdapted`."""
    from tplab_gui.speech.adapted import about, remove

    remove(language)
    yield about(language)


def play(
    samples: "NDArray[np.float32]",
    rate_hz: int,
    part: "PlayPart | None" = None,
    loops: Latest[bool] | None = None,
) -> Iterator[object]:
    """Play a sound or a part of it; yields `Played` until it is over, and a `Notice` where there is no loudspeaker."""
    from tplab_gui.speech.player import play as play_sound

    return play_sound(samples, rate_hz, part, loops)


def hear(path: str) -> Iterator[object]:
    """Play the sound file `path` once, as `play` does."""
    from tplab_gui.data.sounds import read_sound

    sound = read_sound(path)
    yield from play(sound.samples, sound.rate_hz)
