"""The statements of the report about its own curves, checked on the student's runs.

Each claim takes the runs of the setups it speaks of and answers 'holds', 'fails' or 'unknown' (cannot tell), with the
numbers. 'unknown' is the answer when a run is missing or too short, or when the difference is smaller than the noise.
The report gives no numbers: what "brutal", "towards 0" or "from epoch 5" is taken to mean stands in the constants.
"""

import math
from collections.abc import Callable, Mapping, Sequence

import numpy as np

from tplab_gui.core.events.findings import Claim, FactorialTable, Finding, Sentence
from tplab_gui.training.curves import LearningCurve, Measure
from tplab_gui.training.findings import first_drop, overfitting, plateau

EPOCH_TOLERANCE = 1  # the report's epochs were read by eye on a figure
BRUTAL_SHARE = 0.5  # of the whole fall of the train loss, gone in one epoch
NEAR_ZERO = 0.05  # nats: the right digit gets exp(-0.05) = 95 % on average; guessing costs 2.303
FOLLOWS = 0.9  # correlation of test and train loss over the epochs

BASE, SWAPPED, BARE, BOTH = "base", "swapped", "no-dropout", "swapped-no-dropout"
Groups = Mapping[str, Sequence[LearningCurve]]
Verdict = bool | None  # None: cannot tell
_MISSING = Sentence("A run is missing.")


def check(groups: Groups, table: FactorialTable) -> tuple[Claim, ...]:
    """Return every claim, checked on runs that differ in setup and seed only.

    Parameters
    ----------
    groups : mapping of setup to its finished runs
    table : the 2 x 2 table of the same runs

    """
    groups = {setup: [c for c in curves if c.is_comparable] for setup, curves in groups.items()}

    def claim(item: int, statement: Sentence, setups: Sequence[str], test: _Test) -> Claim:
        runs = tuple((c.setup, c.seed) for setup in setups for c in groups.get(setup, ()))
        if any(not groups.get(setup) for setup in setups):
            return Claim(item, statement, "unknown", _MISSING, runs)
        verdict, reason = test()
        return Claim(item, statement, {True: "holds", False: "fails", None: "unknown"}[verdict], reason, runs)

    def of(setup: str) -> Sequence[LearningCurve]:
        return groups[setup]

    every = (BASE, SWAPPED, BARE, BOTH)
    return (
        claim(2, Sentence("Base: train and test loss both go down."), [BASE], lambda: _both_fall(of(BASE))),
        claim(2, Sentence("Base: plateau from epoch 5."), [BASE], lambda: _plateau_at(of(BASE), 5)),
        claim(
            3,
            Sentence("Swapped: a brutal drop between epochs 1 and 2."),
            [SWAPPED],
            lambda: _brutal(of(SWAPPED)),
        ),
        claim(
            3,
            Sentence("Swapped: the loss of the first epoch is especially high."),
            [BASE, SWAPPED],
            lambda: _higher(groups, [(SWAPPED, BASE)], "train_loss", 0),
        ),
        claim(
            4,
            Sentence("Without dropout: the test loss rises from epoch 3."),
            [BARE],
            lambda: _rises(of(BARE), 3),
        ),
        claim(
            5,
            Sentence("Swapped without dropout: the test loss rises from epoch 5."),
            [BOTH],
            lambda: _rises(of(BOTH), 5),
        ),
        claim(
            6,
            Sentence("Without dropout the train loss ends clearly lower."),
            every,
            lambda: _higher(groups, [(BASE, BARE), (SWAPPED, BOTH)], "train_loss", -1),
        ),
        claim(
            7,
            Sentence("The swapped runs have a higher test loss than the standard ones."),
            every,
            lambda: _higher(groups, [(SWAPPED, BASE), (BOTH, BARE)], "test_loss", -1),
        ),
        claim(
            7,
            Sentence("Test loss: without dropout it goes back up, with dropout it keeps going down."),
            every,
            lambda: _only_without_dropout(groups),
        ),
        claim(9, Sentence("The train loss goes towards 0."), every, lambda: _near_zero(groups)),
        claim(
            9,
            Sentence("With dropout the test loss follows the train loss."),
            [BASE, SWAPPED],
            lambda: _follows(groups, [BASE, SWAPPED]),
        ),
        claim(
            9, Sentence("Swapping the sets is worse for the test loss."), every, lambda: _swap_costs(table)
        ),
        claim(
            9,
            Sentence("Dropout lowers the test loss, at a small cost on the train loss."),
            every,
            lambda: _dropout_pays(table),
        ),
    )


_Test = Callable[[], tuple[Verdict, Sentence]]


def _both_fall(curves: Sequence[LearningCurve]) -> tuple[Verdict, Sentence]:
    train, test = Measure(curves, "train_loss"), Measure(curves, "test_loss")
    verdict = _every(_falls(train), _falls(test))
    ends = {"train": train.values[0], "train_end": train.values[-1], "test": test.values[0]}
    text = Sentence(
        "Train loss {train:.4f} → {train_end:.4f}, test loss {test:.4f} → {test_end:.4f}.",
        _plain({**ends, "test_end": test.values[-1]}),
    )
    return verdict, text


def _plateau_at(curves: Sequence[LearningCurve], epoch: int) -> tuple[Verdict, Sentence]:
    found = [plateau(curves, loss) for loss in ("train_loss", "test_loss")]
    if any(finding.epoch is None for finding in found):
        return None, Sentence("No plateau is established yet; more epochs may show one.")
    train, test = (float(finding.epoch or 0) for finding in found)
    verdict = all(abs(at - epoch) <= EPOCH_TOLERANCE for at in (train, test))
    return verdict, Sentence(
        "Plateau of the train loss from epoch {train:.0f}, of the test loss from epoch {test:.0f}.",
        {"train": train, "test": test},
    )


def _brutal(curves: Sequence[LearningCurve]) -> tuple[Verdict, Sentence]:
    found = first_drop(curves)
    if "share" not in found.evidence:
        return None, Sentence("It takes two epochs.")
    share = found.evidence["share"]
    text = Sentence(
        "Train loss {first:.4f} → {second:.4f}: {share:.0f} % of its whole fall.",
        {"first": found.evidence["first"], "second": found.evidence["second"], "share": 100 * share},
    )
    # With two epochs the first step is the whole fall, whatever it was.
    return (share >= BRUTAL_SHARE if found.established and len(curves[0].epochs) > 2 else None), text


def _rises(curves: Sequence[LearningCurve], epoch: int) -> tuple[Verdict, Sentence]:
    found = overfitting(curves)
    if found.epoch is not None:
        return abs(found.epoch + 1 - epoch) <= EPOCH_TOLERANCE, found.sentence
    if not _still_falls(curves, found, epoch):
        return None, found.sentence
    return False, Sentence(
        "At the last epoch, {epoch:.0f}, the test loss is still at its lowest.",
        {"epoch": found.evidence["lowest_epoch"]},
    )


def _still_falls(curves: Sequence[LearningCurve], found: Finding, epoch: int) -> bool:
    """Whether a rise was looked for long enough: the minimum lies beyond any reading of `epoch`."""
    last = min(len(curve.epochs) for curve in curves)
    lowest = found.evidence.get("lowest_epoch", 0.0)
    return lowest == last and last > epoch + EPOCH_TOLERANCE


def _higher(groups: Groups, pairs: Sequence[tuple[str, str]], loss: str, at: int) -> tuple[Verdict, Sentence]:
    """Whether the first of each pair has the higher loss at the epoch with index `at`."""
    verdicts, differences, margins = [], [], []
    for high, low in pairs:
        length = min(len(curve.epochs) for setup in (high, low) for curve in groups[setup])
        index = at if at >= 0 else length + at
        first, second = Measure(groups[high], loss), Measure(groups[low], loss)
        differences.append(float(first.values[index] - second.values[index]))
        margins.append(math.hypot(first.margin_at(index), second.margin_at(index)))
        verdicts.append(_above(differences[-1], margins[-1]))
    if len(pairs) == 1:
        text = Sentence(
            "Difference {value:+.4f} (noise {noise:.4f}).", {"value": differences[0], "noise": margins[0]}
        )
    else:
        text = Sentence(
            "Differences {first:+.4f} and {second:+.4f} (noise {noise:.4f} and {noise_2:.4f}).",
            {
                "first": differences[0],
                "second": differences[1],
                "noise": margins[0],
                "noise_2": margins[1],
            },
        )
    return _every(*verdicts), text


def _only_without_dropout(groups: Groups) -> tuple[Verdict, Sentence]:
    rises = {setup: overfitting(groups[setup]).established for setup in (BASE, SWAPPED, BARE, BOTH)}
    falls = [_falls(Measure(groups[setup], "test_loss")) for setup in (BASE, SWAPPED)]
    text = Sentence(
        "A rise is established in {bare} of the 2 setups without dropout and {dropout} of the 2 with it.",
        {"bare": rises[BARE] + rises[BOTH], "dropout": rises[BASE] + rises[SWAPPED]},
    )
    if rises[BASE] or rises[SWAPPED]:
        return False, text
    return (True if rises[BARE] and rises[BOTH] and all(falls) else None), text


def _near_zero(groups: Groups) -> tuple[Verdict, Sentence]:
    measures = [Measure(groups[setup], "train_loss_eval") for setup in (BASE, SWAPPED, BARE, BOTH)]
    worst = max(float(measure.values[-1]) for measure in measures)
    is_falling = any(_falls(measure) for measure in measures if measure.values[-1] > NEAR_ZERO)
    text = Sentence(
        "Measured without dropout, the highest of the four ends at {worst:.4f}; {near:g} counts as near 0.",
        {"worst": worst, "near": NEAR_ZERO},
    )
    # A loss that is still high but falls may get there with more epochs.
    return (True if worst <= NEAR_ZERO else None if is_falling else False), text


def _follows(groups: Groups, setups: Sequence[str]) -> tuple[Verdict, Sentence]:
    lowest = 1.0
    for setup in setups:
        train, test = (Measure(groups[setup], name).values for name in ("train_loss", "test_loss"))
        if len(train) < 3 or not train.std() or not test.std():
            return None, Sentence("It takes three epochs and curves that move.")
        lowest = min(lowest, float(np.corrcoef(train, test)[0, 1]))
    text = Sentence(
        "Correlation over the epochs: at least {value:.2f}; {needed:g} counts as following.",
        {"value": lowest, "needed": FOLLOWS},
    )
    return lowest >= FOLLOWS, text


def _swap_costs(table: FactorialTable) -> tuple[Verdict, Sentence]:
    effect = table.rows[-1].swap
    text = Sentence(
        "Effect on the final test loss: {value:+.4f} (noise {noise:.4f}).",
        {"value": effect.value, "noise": effect.margin},
    )
    return _above(effect.value, effect.margin), text


def _dropout_pays(table: FactorialTable) -> tuple[Verdict, Sentence]:
    """Gain on test, cost on the re-measured train loss, and the cost smaller than the gain."""
    train, test = table.rows[1].dropout, table.rows[2].dropout
    gains = _above(-test.value, test.margin)
    costs = _above(train.value, train.margin)
    small = _above(-test.value - train.value, math.hypot(test.margin, train.margin))
    text = Sentence(
        "Effect of dropout: {test:+.4f} on the test loss (noise {test_noise:.4f}), {train:+.4f} on the train loss "
        "measured without dropout (noise {train_noise:.4f}).",
        {
            "test": test.value,
            "test_noise": test.margin,
            "train": train.value,
            "train_noise": train.margin,
        },
    )
    return _every(gains, costs, small), text


def _falls(measure: Measure) -> Verdict:
    return _above(float(measure.values[0] - measure.values[-1]), measure.margin_between(0, -1))


def _above(value: float, margin: float) -> Verdict:
    """Whether `value` is above 0; None when noise may have made it."""
    return None if abs(value) <= margin else value > 0


def _every(*verdicts: Verdict) -> Verdict:
    return False if False in verdicts else None if None in verdicts else True


def _plain(values: Mapping[str, float]) -> dict[str, float]:
    return {name: float(value) for name, value in values.items()}
