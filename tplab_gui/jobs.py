"""The lazy seam: every job the window can run, each importing its subject inside.

Torch, OpenCV and PortAudio load here and nowhere else, in the worker's thread, after the window has painted.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from tplab_gui.core.events.common import Ready, Waiting
from tplab_gui.core.mailbox import Latest, Mailbox
from tplab_gui.core.params import ListenParams, TrainParams, WatchParams
from tplab_gui.core.search import StudyRequest

if TYPE_CHECKING:  # numpy costs a quarter of the time to the first paint
    import numpy as np
    from numpy.typing import NDArray

    from tplab_gui.core.events.data import PlayPart
    from tplab_gui.core.events.recording import Prompt


def load_torch() -> Iterator[object]:
    """Load torch; yields `Ready` with a line about it."""
    yield Waiting("torch")
    from tplab_gui.nets.warm_up import about_torch

    yield Ready(about_torch())


def warm_optimiser() -> Iterator[object]:
    """Load what the first optimiser drags in, so that no click on Start pays for it."""
    from tplab_gui.nets.warm_up import warm_optimiser as warm

    yield Waiting("warm-up")
    warm()


def train(params: Latest[TrainParams], resume_dir: str = "") -> Iterator[object]:
    """Run one training, or continue the run in `resume_dir`; yields the events of `core.events.training`."""
    from tplab_gui.training.loop import fit

    return fit(params, resume_dir or None)


def shelf(root: str) -> Iterator[object]:
    """Empty the old trash, then yield a `RunFound` for each run kept under `root`."""
    from tplab_gui.training.shelf import shelf as look

    return look(root)


def steps(run_dirs: tuple[str, ...]) -> Iterator[object]:
    """Yield a `StepsRead` for each of these runs: what each of its steps said."""
    from tplab_gui.training.shelf import steps as read

    return read(run_dirs)


def read_curves(run_dir: str, others: tuple[str, ...]) -> Iterator[object]:
    """Yield one `CurvesRead`: what the curves of a run show, beside those of other runs."""
    from tplab_gui.training.reading import read_curves as read

    yield read(run_dir, others)


def network(params: TrainParams) -> Iterator[object]:
    """Yield one `NetworkShapes`: every shape of the experiment from the file to the answer."""
    from tplab_gui.training.ledger import shapes

    yield shapes(params)


def tune(request: StudyRequest) -> Iterator[object]:
    """Begin or join a study in a process of its own; yields the events of `core.events.tuning`.

    Apart, because its runs draw from the same random numbers as a run of the window would.
    """
    from tplab_gui.core.own_process import apart
    from tplab_gui.training.tuning import tune_behind as carry_out

    return apart(carry_out, request)


def follow_study(storage: str, study: str) -> Iterator[object]:
    """Show a study until stopped, without taking part in it; events as `tune`."""
    from tplab_gui.training.tuning import follow

    return follow(storage, study)


def studies(storage: str) -> Iterator[object]:
    """Yield one `StudiesFound`: what a file or a database of studies holds."""
    from tplab_gui.core.events.tuning import StudiesFound
    from tplab_gui.training.study import names_in

    yield StudiesFound(storage, names_in(storage))


def review(run_dir: str) -> Iterator[object]:
    """Yield `Progress`, then one `Reviewed`: what the best weights of a run get wrong."""
    from tplab_gui.training.mistakes import review as look

    return look(run_dir)


def export_model(run_dir: str, path: str, weights: str = "best") -> Iterator[object]:
    """Write the network of a run as an ONNX file that is checked; yields progress, then one `ModelExported`."""
    from tplab_gui.training.model_export import export_onnx_apart

    return export_onnx_apart(run_dir, path, weights)


def export_event_files(run_dirs: tuple[str, ...], folder: str) -> Iterator[object]:
    """Write the curves of runs for TensorBoard; yields progress, then one `EventFilesWritten`."""
    from tplab_gui.training.event_files import export_event_files as write

    return write(run_dirs, folder)


def listen(params: Latest[ListenParams], ink: Latest[Any], say: Mailbox[int]) -> Iterator[object]:
    """Hear and read digits until stopped; yields the events of `core.events.digits`.

    `ink` holds the strokes on the canvas, a tuple of float32 arrays (n, 2); `say` the digits that the simulated
    microphone is asked to say.
    """
    from tplab_gui.fusion.moment import listen as listen_to_both

    return listen_to_both(params, ink, say)


def listening_runs(root: str) -> Iterator[object]:
    """Yield one `ListeningRuns`: the runs kept under `root` whose network can listen to digits."""
    from tplab_gui.fusion.listening_runs import listening_runs as look

    yield look(root)


def watch(params: Latest[WatchParams]) -> Iterator[object]:
    """Look at a source until stopped; yields the events of `core.events.heatmap`."""
    from tplab_gui.vision.watch import watch as watch_source

    return watch_source(params)


def microphones() -> Iterator[object]:
    """Yield one `DevicesFound` with the sound inputs of this machine."""
    from tplab_gui.speech.microphone import found

    yield found()


def cameras() -> Iterator[object]:
    """Yield one `DevicesFound` with the cameras of this machine."""
    from tplab_gui.vision.camera import found

    yield found()


def machine() -> Iterator[object]:
    """Yield what this machine has, as `report.machine.Row` values."""
    from tplab_gui.report.machine import rows

    return rows()


def explore(requests: Mailbox[object]) -> Iterator[object]:
    """Answer requests about data until stopped; yields the events of `core.events.data`."""
    from tplab_gui.speech.explore import explore as answer

    return answer(requests)


def record(params: Latest[ListenParams], prompts: "Latest[Prompt]", say: Mailbox[int]) -> Iterator[object]:
    """Hear the chosen source and answer prompts with takes until stopped; yields `TakeHeard` and `TakeMissed`."""
    from tplab_gui.speech.record import record as hear_takes

    return hear_takes(params, prompts, say)


def recordings(requests: Mailbox[object]) -> Iterator[object]:
    """Keep, list, delete and bring back the user's recordings until stopped."""
    from tplab_gui.data.recordings import recordings as answer

    return answer(requests)


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


def lengths(source: str, paths: tuple[Any, ...]) -> Iterator[object]:
    """Yield what the names of a set of sounds hide, then the lengths of `paths` in pieces."""
    from tplab_gui.data.clip_lengths import read_lengths

    return read_lengths(source, paths)


def survey(source: str) -> Iterator[object]:
    """Measure every clip of a set of sounds; yields `Progress`, then one `StatisticsRead`."""
    from tplab_gui.data.set_survey import survey as measure

    return measure(source)


def export_statistics(read: Any, path: str) -> Iterator[object]:
    """Write a `StatisticsRead` as CSV, and its summaries beside it."""
    from tplab_gui.data.set_survey import export

    return export(read, path)


def make_split(
    source: str, method: str, seed: int, speaker: str = "", write_to: str = ""
) -> Iterator[object]:
    """Draw a split of a set of sounds; yields `SplitMade`, and `SplitWritten` when it was written down."""
    from tplab_gui.data.split_report import make_split as make

    return make(source, method, seed, speaker, write_to)


def open_split(source: str, where: str) -> Iterator[object]:
    """Read a split back from its CSV files and check it; yields `SplitMade`."""
    from tplab_gui.data.split_report import open_split as read

    return read(source, where)


def compare_splits(source: str, epochs: int, seed: int) -> Iterator[object]:
    """Train the report's network under every split; yields `HonestyProgress`, and `HonestyRead` after each training."""
    from tplab_gui.training.honesty import compare

    return compare(source, epochs, seed)


def last_comparison(source: str) -> Iterator[object]:
    """Yield the newest `HonestyRead` kept for a set of sounds."""
    from tplab_gui.training.honesty_results import last_comparison as last

    return last(source)


def fetch(name: str) -> Iterator[object]:
    """Download a data set that the user asked for; yields its progress."""
    from tplab_gui.data.assets import read_assets
    from tplab_gui.data.download import fetch as fetch_asset

    return fetch_asset(read_assets()[name])
