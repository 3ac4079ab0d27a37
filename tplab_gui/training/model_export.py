"""A run's weights as an ONNX file, for programs that know neither torch nor the lab.

torch's own exporter translates the network. The file is then read back and computed by the reference evaluator of the
ONNX standard (plain NumPy), on examples of the run's own test set; it is kept only if it gives the scores that torch
gives. The check does not use torch's translation at all: docs/adr/0005 says why this evaluator, and why the
window lets a process of its own do it.
"""

import hashlib
import warnings
from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import safetensors
import safetensors.torch
import torch
from torch import nn

from tplab_gui.core import atomic
from tplab_gui.core.errors import LabError, MissingError
from tplab_gui.core.events.common import Progress, Tick, Waiting
from tplab_gui.core.events.runs import ModelExported
from tplab_gui.core.own_process import apart
from tplab_gui.training import runs
from tplab_gui.training.batches import Examples, chosen
from tplab_gui.training.experiments import recipe
from tplab_gui.training.model_card import INPUT, OUTPUT, describe

WEIGHTS = {"best": runs.BEST, "last": runs.LAST}
TOLERANCE = 1e-4  # of the largest score, or of 1 when all are smaller; float32 itself leaves about 1e-6
CHECKED = 32  # examples; the reference evaluator takes 20 ms for a picture
_BATCH = 8


@dataclass(frozen=True)
class Checked:
    """A written file: `difference` and `largest` in units of a score, over `examples` of the test set."""

    sha256: str
    size_bytes: int
    examples: int
    difference: float
    largest: float


def export_onnx(run_dir: str | Path, path: str | Path, weights: str = "best") -> Iterator[object]:
    """Write the network of a run to `path`; yields `Waiting`, `Progress` and `Tick`, then one `ModelExported`.

    Parameters
    ----------
    run_dir : path of a run directory
    path : path of the file to write; an old one is replaced when the new one is known to be right
    weights : 'best' (the epoch with the lowest test loss) or 'last'

    Raises
    ------
    MissingError
        If the run has no weights, or its data is not on this machine.
    LabError
        If the run is damaged, the file cannot be written, or it gives other scores than the lab.

    """
    with atomic.replacing(Path(path)) as temporary:
        done = yield from write_checked(str(run_dir), str(temporary), weights)
    yield _exported(run_dir, path, weights, done)


def export_onnx_apart(run_dir: str, path: str, weights: str = "best") -> Iterator[object]:
    """As `export_onnx`, in a process of its own: the exporter changes torch while it works, and holds Python."""
    with atomic.replacing(Path(path)) as temporary:  # here, so that a stop leaves nothing behind
        done = yield from apart(write_checked, run_dir, str(temporary), weights)
    yield _exported(run_dir, path, weights, done)


def write_checked(run_dir: str, path: str, weights: str) -> Generator[object, None, Checked]:
    """Write `path` itself and check it; raises as `export_onnx` does and leaves the file to the caller then."""
    run = runs.read_run(Path(run_dir))
    network, weights_sha256 = trained(run, weights)
    params = run.params()
    how = recipe(params.experiment)
    yield Waiting("data")
    loading = how.load(params, torch.device("cpu"))
    test = yield from _quietly(loading)
    yield Waiting("export")
    model = as_onnx(network, test.take(slice(0, 1))[0])
    describe(model, run, how, weights=weights, weights_sha256=weights_sha256)
    written = model.SerializeToString(deterministic=True)
    try:
        Path(path).write_bytes(written)
    except OSError as error:
        raise atomic.explain(error, Path(path)) from error
    difference, largest = yield from compare(Path(path), network, test)
    count = min(CHECKED, len(test))
    return Checked(hashlib.sha256(written).hexdigest(), len(written), count, difference, largest)


def trained(run: runs.Run, weights: str) -> tuple[nn.Module, str]:
    """Return the network of a run with its best or last weights, in evaluation mode, and the sha256 of their file.

    Raises `LabError` when there are none, or when they do not fit.
    """
    path = run.folder / WEIGHTS[weights]
    if not path.is_file():
        raise MissingError(
            "This run has no weights to export: no epoch was finished, or they were deleted.",
            hint="Continue the run, or choose another one.",
        )
    network = recipe(run.params().experiment).network(run.params(), len(run.classes))
    try:
        stored = path.read_bytes()
        network.load_state_dict(safetensors.torch.load(stored), strict=True)
    except (OSError, RuntimeError, ValueError, safetensors.SafetensorError) as error:
        raise LabError(
            "The weights in {path} are damaged or belong to another network.",
            hint="Restore the file from a copy, or choose another run.",
            path=path,
        ) from error
    return network.eval().requires_grad_(requires_grad=False), hashlib.sha256(stored).hexdigest()


class _Separate(nn.Module):
    """A network that takes a named tuple, for callers that have its parts."""

    def __init__(self, network: nn.Module, together: Callable[..., Any]) -> None:
        super().__init__()
        self.network, self.together = network, together

    def forward(self, *parts: torch.Tensor) -> torch.Tensor:
        """Return the scores of the network."""
        scores: torch.Tensor = self.network(self.together(*parts))
        return scores


def parts_of(batch: torch.Tensor | tuple[torch.Tensor, ...]) -> dict[str, torch.Tensor]:
    """Return the tensors of a batch by the name they have in the file: one, or those of a named tuple."""
    if isinstance(batch, torch.Tensor):
        return {INPUT: batch}
    return dict(zip(batch._fields, batch, strict=True))  # type: ignore[union-attr]  # of NamedTuple


def as_onnx(network: nn.Module, example: torch.Tensor | tuple[torch.Tensor, ...]) -> Any:
    """Return the network as an `onnx.ModelProto` that takes batches of any size of what `example` is one of.

    What the exporter notes about this machine (paths of source files in every node) is taken out. Raises `LabError`
    when the network does something that ONNX has no word for.
    """
    parts = parts_of(example)
    # With one example the exporter would take the batch for fixed.
    two = tuple(torch.zeros(2, *part.shape[1:]) for part in parts.values())
    sizes = tuple({0: torch.export.Dim("batch")} for _ in two)
    is_one = isinstance(example, torch.Tensor)
    try:
        with warnings.catch_warnings():  # they are about torch's own code; what matters is checked afterwards
            warnings.simplefilter("ignore")
            program = torch.onnx.export(
                network if is_one else _Separate(network, type(example)),
                two,
                input_names=list(parts),
                output_names=[OUTPUT],
                dynamic_shapes=sizes if is_one else (sizes,),
                dynamo=True,
                verbose=False,
            )
    except torch.onnx.errors.OnnxExporterError as error:
        raise LabError(
            "This network cannot be written as ONNX ({reason}).",
            hint="Its weights can be exported (safetensors).",
            reason=str(error).strip().split("\n", maxsplit=1)[0],
        ) from error
    model = program.model_proto
    graph = model.graph
    for part in (graph, *graph.node, *graph.input, *graph.output, *graph.value_info, *graph.initializer):
        del part.metadata_props[:]
        part.doc_string = ""
    return model


def compare(
    path: Path, network: nn.Module, examples: Examples
) -> Generator[object, None, tuple[float, float]]:
    """Compute up to `CHECKED` examples with torch and with the file; return (largest difference, largest score).

    Batches of different sizes, so that a file for one size only cannot pass. Raises `LabError` when the difference is
    above `TOLERANCE`, or no number.
    """
    import onnx
    from onnx.reference import ReferenceEvaluator

    model = onnx.load(path)
    onnx.checker.check_model(model, full_check=True)
    evaluator = ReferenceEvaluator(model)
    which = torch.from_numpy(chosen(len(examples), CHECKED))
    difference, largest, done = np.float64(0), np.float64(0), 0
    for part in (which[:1], *which[1:].split(_BATCH)):
        if not len(part):
            continue
        batch, _ = examples.take(part)
        with torch.inference_mode():
            expected = network(batch).double().numpy()
        got = evaluator.run(None, {name: each.numpy() for name, each in parts_of(batch).items()})[0]
        if got.shape != expected.shape:
            difference = np.float64("inf")
        else:
            difference = np.maximum(difference, np.abs(got - expected).max())  # a nan stays one
        largest = np.maximum(largest, np.abs(expected).max())
        done += len(part)
        yield Progress(done, len(which), "check")
    if not difference <= TOLERANCE * max(1.0, largest):
        raise LabError(
            "The ONNX file was not kept: on {count} test examples its scores differ from those of the lab by up to "
            "{difference}, and {allowed} is allowed.",
            hint="Try the last weights instead of the best ones, or train again.",
            count=len(which),
            difference=f"{difference:.2g}",
            allowed=f"{TOLERANCE * max(1.0, largest):.2g}",
        )
    return float(difference), float(largest)


def _quietly(loading: Generator[object, None, Any]) -> Generator[object, None, Examples]:
    """Load the data and return its test part; what there is to say about it was said when the run began."""
    while True:
        try:
            next(loading)
        except StopIteration as end:
            test: Examples = end.value.test
            return test
        yield Tick()


def _exported(run_dir: str | Path, path: str | Path, weights: str, done: Checked) -> ModelExported:
    return ModelExported(
        run_dir=str(run_dir),
        path=str(path),
        weights=weights,
        sha256=done.sha256,
        size_bytes=done.size_bytes,
        examples=done.examples,
        difference=done.difference,
        allowed=TOLERANCE * max(1.0, done.largest),
    )
