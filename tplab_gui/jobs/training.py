"""The jobs of the Training tab."""

from collections.abc import Iterator

from tplab_gui.core.mailbox import Latest
from tplab_gui.core.params import TrainParams
from tplab_gui.core.search import StudyRequest


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
