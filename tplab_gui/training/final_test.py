"""The one look at the test set that ends a study: the weights of the best trial, chosen without it."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import safetensors
import safetensors.torch
import torch

from tplab_gui.core.errors import LabError
from tplab_gui.training import measure, runs
from tplab_gui.training.experiments import recipe

if TYPE_CHECKING:
    import optuna

_LOOKS = "looks"


def figures_of(
    study: "optuna.Study", best: "optuna.trial.FrozenTrial", *, may_measure: bool = True
) -> tuple[dict[str, Any], LabError | None]:
    """Return `test_loss`, `test_accuracy` and `looks` for `StudySummary`, and why there are none if there are none.

    What was measured once is kept in the study and never measured again; `may_measure` allows to measure now. `looks`
    counts the trials that were.
    """
    looks: dict[str, list[float]] = dict(study.user_attrs.get(_LOOKS, {}))
    key = str(best.number + 1)
    if key not in looks and not may_measure:
        return {"looks": len(looks)}, None
    if key not in looks:
        folder = Path(best.user_attrs.get("run", ""))
        if not (folder / runs.BEST).is_file():
            error = LabError(
                "The best trial, {number}, was learnt on another computer ({host}), where its weights are.",
                hint="Join the study there once more to measure its test figures.",
                number=best.number + 1,
                host=best.user_attrs.get("by", {}).get("host", "?"),
            )
            return {"looks": len(looks)}, error
        try:
            looks[key] = list(measured(folder))
        except LabError as error:
            return {"looks": len(looks)}, error
        study.set_user_attr(_LOOKS, looks)
    loss, accuracy = looks[key]
    return {"test_loss": loss, "test_accuracy": accuracy, "looks": len(looks)}, None


def measured(folder: Path) -> tuple[float, float]:
    """Measure the best weights of a run on the whole test set; return (mean loss per sample, accuracy).

    Raises
    ------
    LabError
        If the weights or the data are not what they were.

    """
    run = runs.read_run(folder)
    params = replace(run.params(), device="cpu")
    how = recipe(params.experiment)
    data = _result(how.load(params, torch.device("cpu")))
    if data.sha256 != run.config["data"]["sha256"]:
        raise LabError(
            "The data set {name} has changed since the best trial, so its test figures cannot be measured.",
            hint="Restore the data.",
            name=data.name,
        )
    network = how.network(params, len(run.classes))
    try:
        network.load_state_dict(safetensors.torch.load_file(folder / runs.BEST), strict=True)
    except (OSError, RuntimeError, ValueError, safetensors.SafetensorError) as error:
        raise LabError(
            "The weights in {path} are damaged or belong to another network.",
            hint="Restore the file from a copy, or choose another run.",
            path=folder / runs.BEST,
        ) from error
    figures: tuple[float, float] = _result(
        measure.losses(network, data.test, params.test_batch_size, measure.Stopwatch(), how.loss)
    )
    return figures


def _result(job: Any) -> Any:
    """Run a generator to its end and return its result."""
    while True:
        try:
            next(job)
        except StopIteration as end:
            return end.value
