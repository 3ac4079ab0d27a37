"""The jobs of the Study page: the fusion strategies compared, under noise, pair by pair, in conflict, and drawn.

Those that read kept runs train nothing and draw from none of torch's shared random numbers, so they may go on beside a
training.
"""

from collections.abc import Iterator

from tplab_gui.core.events.fusion_study import Disturbance
from tplab_gui.core.fusion_plan import FusionAsked, FusionPlan
from tplab_gui.core.params import TrainParams


def fusion_groups(run_root: str) -> Iterator[object]:
    """Yield one `FusionGroups`: which kept runs answer the same question, newest first."""
    from tplab_gui.fusion.study_runs import list_groups

    yield list_groups(run_root)


def fusion_compare(plan: FusionPlan, pairs: int = FusionAsked.pairs) -> Iterator[object]:
    """Train what is missing of a plan, in a process of its own, and compare.

    Yields `StudyStep`, `StrategyTrained`, the loop's own events, and a `ComparisonRead` after each complete seed.
    Stopped and started again it goes on where it stood. The same runs can be made by the training lab's queue:
    `plan.runs()`.
    """
    from tplab_gui.core.own_process import apart
    from tplab_gui.fusion.comparison import compare

    return apart(compare, plan, pairs)


def fusion_comparison(asked: FusionAsked) -> Iterator[object]:
    """Read the comparison from kept runs; yields `StudyStep`, then one `ComparisonRead`."""
    from tplab_gui.fusion.comparison import read_comparison

    return read_comparison(asked)


def fusion_robustness(asked: FusionAsked) -> Iterator[object]:
    """Measure both maps and the extremes; yields `StudyStep`, then one `RobustnessRead`."""
    from tplab_gui.fusion.robustness import robustness

    return robustness(asked)


def fusion_reliability(
    asked: FusionAsked, disturbance: Disturbance | None = None, seed: int | None = None
) -> Iterator[object]:
    """Let one seed (the first) answer every test pair; yields `StudyStep`, then one `ReliabilityRead`."""
    from tplab_gui.fusion.reliability import reliability

    return reliability(asked, disturbance or Disturbance(), seed)


def fusion_pair(
    asked: FusionAsked, index: int, disturbance: Disturbance | None = None, seed: int | None = None
) -> Iterator[object]:
    """Explain one pair of a `ReliabilityRead` by its place there; yields one `PairEvidence`."""
    from tplab_gui.fusion.pair_evidence import pair_evidence

    return pair_evidence(asked, index, disturbance or Disturbance(), seed)


def fusion_conflict(asked: FusionAsked) -> Iterator[object]:
    """Draw one digit and say another, all 100 ways; yields `StudyStep`, then one `ConflictRead`."""
    from tplab_gui.fusion.conflict import conflict

    return conflict(asked)


def fusion_figures(params: TrainParams) -> Iterator[object]:
    """Yield one `FusionDrawn`: figures 10 and 11 with the shapes of the real networks of these parameters."""
    from tplab_gui.fusion.study_figures import drawn

    yield drawn(params)


def fusion_factors(run_root: str) -> Iterator[object]:
    """Yield one `FactorsRead`: what helped, from all kept runs of the study."""
    from tplab_gui.fusion.study_factors import factors

    yield factors(run_root)


def write_fusion_pairs(params: TrainParams, path: str) -> Iterator[object]:
    """Draw the pairs of a study and write them as CSV; yields one `PairsWritten`."""
    from tplab_gui.fusion.study_pairs import write

    yield write(params, path)


def read_fusion_pairs(params: TrainParams, path: str) -> Iterator[object]:
    """Read a table of pairs back and check it against the sets of `params`; yields one `PairsWritten`.

    To learn from them, start a run with `pairs_file`.
    """
    from tplab_gui.fusion.study_pairs import read

    yield read(params, path)
