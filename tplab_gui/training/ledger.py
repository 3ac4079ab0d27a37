"""The shape ledger: every tensor shape from the file to the answer, each with its reason, and every parameter counted.

The part before the network follows from the settings. The part within is observed: one example of zeros goes through
the real network while a `TorchFunctionMode` notes each call, so that also what is no layer (a ReLU written as a
function, a pooling, a flattening) has its row, in any network. This is figure 8 of the report in numbers, and where
its 38 x 19 x 10 comes from.
"""

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

import torch
from torch import nn
from torch.overrides import TorchFunctionMode

from tplab_gui.core.errors import LabError
from tplab_gui.core.events.network import NetworkShapes, ShapeRow
from tplab_gui.core.experiments import find, translate
from tplab_gui.core.params import TrainParams
from tplab_gui.data.digits import class_count
from tplab_gui.training.experiments import recipe

_CONVOLUTION = translate(
    "Ledger",
    "{filters} filters of {kernel} x {kernel}, step {stride}: {size} columns become "
    "({size} - {kernel}) / {stride} + 1 = {left}",
)
_PADDED = translate(
    "Ledger",
    "{filters} filters of {kernel} x {kernel}, step {stride}, {padding} zeros at each end: {size} columns become "
    "({size} + 2 x {padding} - {kernel}) / {stride} + 1 = {left}",
)
_POOLING = translate("Ledger", "The largest of each {kernel} x {across} values: {size} / {across} = {left}")
_LINEAR = translate(
    "Ledger", "Each of {outputs} values is a weighted sum of all {inputs}, plus its own constant"
)
_FLATTENED = translate("Ledger", "{factors} values in one row")
_WHY = {
    "relu": translate("Ledger", "Negative values become 0; the shape stays"),
    "dropout": translate("Ledger", "While learning, some values are silenced at random; the shape stays"),
    "log_softmax": translate("Ledger", "A log-probability for each class: their exponentials add up to 1"),
    "softmax": translate("Ledger", "Weights that add up to 1"),
    "tanh": translate("Ledger", "Values are squeezed between -1 and 1; the shape stays"),
    "batch_norm": translate(
        "Ledger", "Each channel gets mean 0 and deviation 1, then a scale and an offset of its own"
    ),
    "adaptive_avg_pool2d": translate(
        "Ledger", "Means of neighbouring values, so that the shape becomes this one"
    ),
    "amax": translate("Ledger", "The largest value over time"),
    "cat": translate("Ledger", "Both are laid side by side"),
    "stack": translate("Ledger", "Both are laid one above the other"),
    "where": translate("Ledger", "What is missing is replaced by what was learnt for its absence"),
    "gru": translate("Ledger", "Column by column, in both directions, with a memory"),
}
_OTHER = translate("Ledger", "A function of the network")
_NOTED = {"conv2d", "max_pool2d", "linear", "flatten", *_WHY}


def shapes(params: TrainParams) -> NetworkShapes:
    """Return the ledger of an experiment with these settings.

    A setting that no example could pass gives the stations before the network and a `refusal`; nothing is trained and
    no example is read.
    """
    find(params.experiment).refuse_other_setup(params.setup)
    how = recipe(params.experiment)
    before = how.stations(params)
    try:
        network = how.network(
            params, class_count(params.data) if find(params.experiment).takes == "pictures" else 10
        )
    except LabError as error:
        return NetworkShapes(params.experiment, before, 0, error)
    rows = before + observe(network, how.blank(params, 1))
    return NetworkShapes(params.experiment, rows, sum(p.numel() for p in network.parameters()))


def observe(network: nn.Module, example: Any) -> tuple[ShapeRow, ...]:
    """Send one empty example through the network; return a row for each function it meets."""
    names = {id(weight): path.rpartition(".")[0] for path, weight in network.named_parameters()}
    with torch.no_grad(), _Ledger(names) as ledger:
        network.eval()(example)
    return tuple(ledger.rows)


class _Ledger(TorchFunctionMode):
    """Writes a row for every noted function; what that function calls itself is not seen again."""

    def __init__(self, names: dict[int, str]) -> None:
        super().__init__()
        self.rows: list[ShapeRow] = []
        self._names = names

    def __torch_function__(
        self,
        function: Callable[..., Any],
        types: object,
        args: tuple[Any, ...] = (),
        kwargs: dict[str, Any] | None = None,
    ) -> Any:
        del types
        result = function(*args, **(kwargs or {}))
        kind = getattr(function, "__name__", "").rstrip("_")  # relu_ works in place
        if kind == "gru":
            result, states = result
        if kind in _NOTED and isinstance(result, torch.Tensor):
            self.rows.append(self._row(kind, args, kwargs or {}, result))
        return (result, states) if kind == "gru" else result

    def _row(
        self, kind: str, args: tuple[Any, ...], kwargs: dict[str, Any], result: torch.Tensor
    ) -> ShapeRow:
        given, shape = args[0], tuple(result.shape[1:])
        weights = [each for each in _flat([*args, *kwargs.values()]) if isinstance(each, nn.Parameter)]
        counted = sum(each.numel() for each in weights)
        row = ShapeRow(
            kind,
            self._names.get(id(weights[0]), "") if weights else "",
            shape,
            counted,
            _WHY.get(kind, _OTHER),
        )
        if kind == "conv2d":
            values = {
                "filters": shape[0],
                "kernel": weights[0].shape[-1],
                "stride": _last(kwargs.get("stride", args[3] if len(args) > 3 else 1)),
                "padding": _last(kwargs.get("padding", args[4] if len(args) > 4 else 0)),
                "size": given.shape[-1],
                "left": shape[-1],
            }
            return replace(row, why=_PADDED if values["padding"] else _CONVOLUTION, values=values)
        if kind == "max_pool2d":
            kernel = args[1] if len(args) > 1 else kwargs["kernel_size"]
            down, across = kernel if isinstance(kernel, tuple | list) else (kernel, kernel)
            values = {"kernel": down, "across": across, "size": given.shape[-1], "left": shape[-1]}
            return replace(row, why=_POOLING, values=values)
        if kind == "linear":
            return replace(row, why=_LINEAR, values={"outputs": shape[-1], "inputs": given.shape[-1]})
        if kind == "flatten":
            product = " x ".join(str(size) for size in given.shape[1:])
            return replace(row, why=_FLATTENED, values={"factors": f"{product} = {shape[-1]}"})
        return row


def _flat(args: Iterable[Any]) -> list[Any]:
    """Return the arguments of a call, those within lists too."""
    return [each for arg in args for each in (arg if isinstance(arg, list | tuple) else [arg])]


def _last(value: Any) -> int:
    """Return a step or a padding as it is for the columns."""
    return int(value[-1] if isinstance(value, tuple | list) else value)
