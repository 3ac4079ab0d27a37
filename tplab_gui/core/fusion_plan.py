"""What a job of the fusion study is asked: which runs to make, and which kept ones to read. Without torch."""

from dataclasses import dataclass, field

from tplab_gui.core.experiments import find
from tplab_gui.core.params import TrainParams
from tplab_gui.core.studies.strategies import TRAINED

SEEDS = (1, 2, 3)
MOST_PAIRS = 2000  # more changes the third decimal only


@dataclass(frozen=True)
class FusionPlan:
    """A whole comparison: five networks for each seed, kept under `run_root`.

    `settings` are fields of `TrainParams` that differ from the experiment's own. With `new_voices` each seed also
    holds other voices back (`split_seed` follows the seed), so that the interval speaks of voices too.
    """

    run_root: str
    seeds: tuple[int, ...] = SEEDS
    data: str = "builtin"
    settings: dict[str, object] = field(default_factory=dict)
    new_voices: bool = True

    def runs(self) -> tuple[TrainParams, ...]:
        """Return the runs in the order in which they are trained, ready for the training lab's queue."""
        experiment = find("fusion")
        made = []
        for seed in self.seeds:
            follows = {"split_seed": seed} if self.new_voices else {}
            made += [
                experiment.params(
                    self.run_root, setup=setup, data=self.data, seed=seed, **{**follows, **self.settings}
                )
                for setup in TRAINED
            ]
        return tuple(made)


@dataclass(frozen=True)
class FusionAsked:
    """Which kept runs a job reads: those of the group `key` under `run_root` ('': the newest that is complete).

    At most `pairs` test pairs are asked (0: all), the same ones in every job.
    """

    run_root: str
    key: str = ""
    pairs: int = MOST_PAIRS
