"""What the report still lacks, made: the runs of parts 1, 3 and 4, as the training lab makes them."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tplab_gui.core.errors import LabError
from tplab_gui.core.experiments import find
from tplab_gui.core.fusion_plan import FusionAsked, FusionPlan
from tplab_gui.core.mailbox import Latest
from tplab_gui.core.params import SETUPS, TrainParams
from tplab_gui.core.report_request import ReportRequest
from tplab_gui.fusion.comparison import compare
from tplab_gui.fusion.study_runs import chosen_group
from tplab_gui.report import spoken_part, training_part
from tplab_gui.training import runs
from tplab_gui.training.loop import fit


def make_missing(request: ReportRequest) -> Iterator[object]:
    """Train what is missing; yields the events of each run. What exists is not trained again."""
    for params in missing_runs(request):
        yield from fit(Latest(params))
    if lacks_fusion(request.runs_dir):
        yield from compare(FusionPlan(request.runs_dir, seeds=(1,), data=request.data or "builtin"))


def missing_runs(request: ReportRequest) -> list[TrainParams]:
    """Return the runs of parts 1 and 3 that are not there; a missing setup gets the settings of those that are."""
    kept, _ = runs.list_runs(Path(request.runs_dir))
    chosen = training_part.newest_study(kept)
    like: dict[str, Any] = {"data": request.data} if request.data else {}
    if chosen:
        there = next(iter(chosen.values())).params()
        like = {
            name: getattr(there, name)
            for name in TrainParams.__dataclass_fields__
            if name not in {"run_root", "setup", "experiment"}
        }
    wanted = [
        find(training_part.STUDY).params(request.runs_dir, setup=setup, **like)
        for setup in SETUPS
        if setup not in chosen
    ]
    if not spoken_part.finished(kept):
        sounds = {"data": request.sounds} if request.sounds else {}
        wanted.append(find(spoken_part.STUDY).params(request.runs_dir, setup="base", **sounds))
    return wanted


def lacks_fusion(runs_dir: str) -> bool:
    """Return whether no seed of the fusion study has all of its networks."""
    try:
        chosen_group(FusionAsked(runs_dir))
    except LabError:
        return True
    return False
