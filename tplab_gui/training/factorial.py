"""The 2 x 2 table: what dropout does, what exchanging the sets does, and whether one changes the other.

With y(dropout, sets) the final loss of the four setups (Box, Hunter & Hunter, "Statistics for Experimenters", Wiley
1978, chapter 10, for two factors):

    dropout     = [y(with, standard) + y(with, swapped) - y(without, standard) - y(without, swapped)] / 2
    swap        = [y(with, swapped) + y(without, swapped) - y(with, standard) - y(without, standard)] / 2
    interaction = [(y(with, swapped) - y(without, swapped)) - (y(with, standard) - y(without, standard))] / 2

A main effect is how much the loss changes on average over the other factor; the interaction is half of the difference
between dropout's effect with swapped and with standard sets. Each is a sum of the four losses with signs, halved, so
its margin is sqrt(m1^2 + m2^2 + m3^2 + m4^2) / 2 with the margins m of the four losses.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import replace

from tplab_gui.core.events.findings import Effect, EffectRow, FactorialTable
from tplab_gui.core.params import SETUPS
from tplab_gui.training.curves import LearningCurve, Measure

# "train" is as seen, with dropout active; R3: only "train-again" and "test" may be compared between with and without.
MEASURES = {"train": "train_loss", "train-again": "train_loss_eval", "test": "test_loss"}
_SIGNS = {  # of dropout, swap and interaction
    "base": (+1, -1, -1),
    "swapped": (+1, +1, +1),
    "no-dropout": (-1, -1, +1),
    "swapped-no-dropout": (-1, +1, -1),
}


def tabulate(groups: Mapping[str, Sequence[LearningCurve]]) -> FactorialTable:
    """Compare the four setups after the last epoch that all of them have.

    Parameters
    ----------
    groups : mapping of setup to its finished runs, which differ in the seed only
        A setup is missing when it has no run with an epoch and with losses that are numbers.

    """
    groups = {setup: [c for c in groups.get(setup, ()) if c.is_comparable] for setup in SETUPS}
    missing = tuple(setup for setup in SETUPS if not groups[setup])
    seeds = min(len(curves) for curves in groups.values())
    if missing:
        return FactorialTable(0, (), missing, seeds)
    last = min(len(curve.epochs) for curves in groups.values() for curve in curves)
    cut = {
        setup: [replace(curve, epochs=curve.epochs[:last]) for curve in curves]
        for setup, curves in groups.items()
    }
    rows = tuple(_row(name, {s: Measure(c, loss) for s, c in cut.items()}) for name, loss in MEASURES.items())
    return FactorialTable(cut["base"][0].epochs[-1].epoch, rows, (), seeds)


def _row(name: str, measures: Mapping[str, Measure]) -> EffectRow:
    losses = {setup: float(measure.values[-1]) for setup, measure in measures.items()}
    margin = math.hypot(*(measure.margin_at(-1) for measure in measures.values())) / 2
    effects = [
        Effect(sum(_SIGNS[setup][which] * loss for setup, loss in losses.items()) / 2, margin)
        for which in range(3)
    ]
    return EffectRow(name, losses, *effects)
