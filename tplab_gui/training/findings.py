"""Reading a curve: divergence, nothing learnt, overfitting, plateau, first drop and gap, each with its evidence.

L[e] is the loss after epoch e, E the last epoch, `margin` what noise alone may give (`curves.Measure`). Where an effect
is smaller than its margin, the finding says 'not established' with both numbers. The epoch of overfitting is measured,
not assumed (R4): with a falling learning rate a late rise is small, and may not be there at all.
"""

import math
from collections.abc import Sequence

import numpy as np

from tplab_gui.core.events.findings import Finding, Sentence
from tplab_gui.training.curves import LearningCurve, Measure

PLATEAU_SHARE = 0.05  # of the whole fall: what an eye takes for flat on a plot whose axis starts at 0
PLATEAU_EPOCHS = 3  # the last epoch alone is always as low as itself; three make a stretch
RISE_EPOCHS = 2  # after the minimum: one higher epoch is a spike, two are the beginning of a rise
RISE_MEAN = 3  # epochs at the end whose mean is compared with the minimum
BARELY = 1.5  # times the accuracy of guessing: no more than this is nothing learnt


def read(curves: Sequence[LearningCurve]) -> tuple[Finding, ...]:
    """Return every finding for runs of one setup that differ in the seed only; none before the first epoch."""
    if not curves or not all(curve.epochs for curve in curves):
        diverged = [divergence(curves)] if curves and _is_broken(curves) else []
        return tuple(diverged)
    found = divergence(curves)
    if not all(math.isfinite(_sum(curve)) for curve in curves):
        return (found,)
    stuck = guessing(curves)
    others = (*stuck, overfitting(curves), plateau(curves), first_drop(curves), gap(curves))
    return (found, *others) if found.established else (*others, found)


def headline(findings: Sequence[Finding]) -> Finding | None:
    """Return the finding to be told first: the gravest that is established, else whether the network overfits."""
    established = [finding for finding in findings if finding.established]
    others = [finding for finding in findings if finding.kind == "overfitting"]
    return next(iter([*established, *others, *findings]), None)


def divergence(curves: Sequence[LearningCurve]) -> Finding:
    """Whether learning broke down.

    Established when a run ended as 'diverged', when a loss is not finite, or when the last train loss is above that of
    guessing, the logarithm of the number of classes, and above the first epoch's.
    """
    for curve in curves:
        ends = curve.epochs
        broken = next((end.epoch for end in ends if not math.isfinite(_total(end))), None)
        if broken is None and curve.state == "diverged":
            broken = len(ends) + 1
        if broken is not None:
            text = Sentence(
                "Learning broke down in epoch {epoch}: the loss left all bounds or was no number.",
                {"epoch": broken},
            )
            return Finding("divergence", broken, True, text, {"epoch": broken})
    first, last = (float(np.mean([c.epochs[i].train_loss for c in curves])) for i in (0, -1))
    cost = math.log(max(curves[0].classes, 2))
    evidence = {"first_train_loss": first, "last_train_loss": last, "guessing": cost}
    if last > max(first, cost) and min(len(c.epochs) for c in curves) > 1:
        epoch = curves[0].epochs[-1].epoch
        text = Sentence(
            "The network unlearns: the train loss is {last:.3f}, more than guessing costs ({guess:.3f}).",
            {"last": last, "guess": cost},
        )
        return Finding("divergence", epoch, True, text, evidence)
    return Finding(
        "divergence", None, False, Sentence("Learning is stable: every loss is a number."), evidence
    )


def guessing(curves: Sequence[LearningCurve]) -> tuple[Finding, ...]:
    """Whether the network has learnt nothing, which is told only when it is so.

    Established when, after two epochs or more, the accuracies of the last epoch on train and test set are both at most
    `BARELY` times that of guessing, 1 / classes. The usual reason is a first step that was too long: every ReLU falls
    silent, and what is silent has no gradient.
    """
    ends = [curve.epochs[-1] for curve in curves]
    share = 1 / max(curves[0].classes, 2)
    best = max(max(end.train_accuracy, end.test_accuracy) for end in ends)
    if best > BARELY * share or min(len(curve.epochs) for curve in curves) < 2:
        return ()
    text = Sentence(
        "Nothing was learnt: after {epochs} epochs {best:.0f} % are right, and guessing gives {share:.0f} %. Perhaps "
        "every ReLU fell silent at the first steps: try another seed, a smaller learning rate, or scaled inputs.",
        {"epochs": len(curves[0].epochs), "best": 100 * best, "share": 100 * share},
    )
    evidence = {"accuracy": best, "guessing": share}
    return (Finding("guessing", ends[0].epoch, True, text, evidence),)


def overfitting(curves: Sequence[LearningCurve]) -> Finding:
    """From where the test loss rises while the train loss still falls.

    m = argmin L over the test loss. The rise is mean(L over the last min(RISE_MEAN, E - m) epochs) - L[m]. Established
    when E - m >= RISE_EPOCHS, the re-measured train loss at E is below that at m, and the rise exceeds
    the margin from the lowest. The epoch is m.
    """
    test, train = Measure(curves, "test_loss"), Measure(curves, "train_loss_eval")
    losses, lowest, count = test.values, int(test.values.argmin()), len(test.values)
    epoch, after = curves[0].epochs[lowest].epoch, count - 1 - lowest
    if after < RISE_EPOCHS:
        text = Sentence(
            "No overfitting established: the test loss is lowest at epoch {epoch}, too near the end to see a rise.",
            {"epoch": epoch},
        )
        return Finding("overfitting", None, False, text, {"lowest_epoch": epoch, "epochs_after": after})
    rise = float(losses[-min(RISE_MEAN, after) :].mean() - losses[lowest])
    needed = test.margin_from_lowest(count - 1)
    is_learning = bool(train.values[-1] < train.values[lowest])
    values = {
        "epoch": epoch,
        "next": epoch + 1,
        "loss": float(losses[lowest]),
        "rise": rise,
        "needed": needed,
    }
    evidence = {"lowest_test_loss": values["loss"], "rise": rise, "noise": needed}
    if rise > needed and is_learning:
        text = Sentence(
            "Overfitting from epoch {next}: the test loss was lowest at epoch {epoch} ({loss:.4f}) and then rose by "
            "{rise:.4f} (noise {needed:.4f}), while the train loss still fell.",
            values,
        )
        return Finding("overfitting", epoch, True, text, evidence)
    if rise > needed:
        text = Sentence(
            "No overfitting: after epoch {epoch} the test loss rose by {rise:.4f}, but the train loss rose too.",
            values,
        )
    else:
        text = Sentence(
            "No overfitting established: after its minimum at epoch {epoch} the test loss rose by {rise:.4f}, "
            "less than noise may give ({needed:.4f}).",
            values,
        )
    return Finding("overfitting", None, False, text, evidence)


def plateau(curves: Sequence[LearningCurve], loss: str = "test_loss") -> Finding:
    """From which epoch on more epochs hardly helped.

    The first e with L[e] - min(L[e:]) <= max(PLATEAU_SHARE * fall, margin), fall = L[1] - min L. Established when
    fall > margin, the mean of the last RISE_MEAN epochs is not above the lowest by more than that, and e is followed by
    at least PLATEAU_EPOCHS - 1 epochs.
    """
    measure = Measure(curves, loss)
    losses, lowest = measure.values, int(measure.values.argmin())
    fall, noise = float(losses[0] - losses[lowest]), measure.margin_from_lowest(0)
    evidence = {"fall": fall, "noise": noise}
    if len(losses) < PLATEAU_EPOCHS or fall <= noise:
        text = Sentence(
            "No plateau established: the test loss fell by {fall:.4f} in {epochs} epochs (noise {noise:.4f}).",
            {"fall": fall, "epochs": len(losses), "noise": noise},
        )
        return Finding("plateau", None, False, text, evidence)
    left = losses - np.minimum.accumulate(losses[::-1])[::-1]  # what each epoch still had to gain
    allowed = [
        max(PLATEAU_SHARE * fall, measure.margin_between(i, lowest) if i != lowest else 0.0)
        for i in range(len(losses))
    ]
    after = len(losses) - 1 - lowest
    rise = float(losses[-min(RISE_MEAN, after) :].mean() - losses[lowest]) if after else 0.0
    if rise > max(PLATEAU_SHARE * fall, measure.margin_from_lowest(len(losses) - 1)):
        text = Sentence(
            "No plateau: after its lowest, {lowest:.4f}, the test loss rises again by {rise:.4f}.",
            {"lowest": float(losses[lowest]), "rise": rise},
        )
        return Finding("plateau", None, False, text, evidence | {"rise": rise})
    at = int(np.argmax(left <= allowed))
    epoch = curves[0].epochs[at].epoch
    values = {"epoch": epoch, "left": float(left[at]), "fall": fall}
    evidence |= {"left": values["left"], "allowed": allowed[at]}
    if len(losses) - at < PLATEAU_EPOCHS:
        text = Sentence("No plateau established: the test loss still falls at the last epochs.")
        return Finding("plateau", None, False, text, evidence)
    if left[at] <= PLATEAU_SHARE * fall:
        text = Sentence(
            "Plateau from epoch {epoch}: of its whole fall of {fall:.4f}, the test loss had only {left:.4f} left.",
            values,
        )
    else:
        text = Sentence(
            "Plateau from epoch {epoch}: of its whole fall of {fall:.4f}, the test loss had {left:.4f} left, no more "
            "than noise may give.",
            values,
        )
    return Finding("plateau", epoch, True, text, evidence)


def first_drop(curves: Sequence[LearningCurve]) -> Finding:
    """How much of the train loss (as seen) goes between epochs 1 and 2: L[1] / L[2], and the share of the whole fall.

    Established when L[1] - L[2] > margin.
    """
    measure = Measure(curves, "train_loss")
    losses = measure.values
    if len(losses) < 2:
        text = Sentence("First drop not established: it takes two epochs.")
        return Finding("first-drop", None, False, text, {"first": float(losses[0])})
    first, second = float(losses[0]), float(losses[1])
    noise, fall = measure.margin_between(0, 1), float(losses[0] - losses.min())
    ratio = first / second if second > 0 else math.inf
    share = (first - second) / fall if fall > 0 else 0.0
    values = {"first": first, "second": second, "ratio": ratio, "share": 100 * share, "noise": noise}
    evidence = {"first": first, "second": second, "ratio": ratio, "share": share, "noise": noise}
    if first - second > noise:
        text = Sentence(
            "From epoch 1 to 2 the train loss fell from {first:.4f} to {second:.4f}, {ratio:.1f} times lower: "
            "{share:.0f} % of its whole fall.",
            values,
        )
        return Finding("first-drop", 2, True, text, evidence)
    text = Sentence(
        "First drop not established: the train loss went from {first:.4f} to {second:.4f} (noise {noise:.4f}).",
        values,
    )
    return Finding("first-drop", None, False, text, evidence)


def gap(curves: Sequence[LearningCurve]) -> Finding:
    """The generalisation gap at the last epoch: test loss - train loss, both without dropout (R3).

    Established when it exceeds the margins of both, added as squares.
    """
    test, train = Measure(curves, "test_loss"), Measure(curves, "train_loss_eval")
    value = float(test.values[-1] - train.values[-1])
    noise = math.hypot(test.margin_at(-1), train.margin_at(-1))
    epoch = curves[0].epochs[len(test.values) - 1].epoch
    values = {"epoch": epoch, "gap": abs(value), "noise": noise}
    evidence = {"test_loss": float(test.values[-1]), "train_loss": float(train.values[-1]), "noise": noise}
    if value > noise:
        text = Sentence(
            "At epoch {epoch} the test loss is {gap:.4f} above the train loss, both measured without dropout (noise "
            "{noise:.4f}).",
            values,
        )
    elif value < -noise:
        text = Sentence(
            "At epoch {epoch} the test loss is {gap:.4f} below the train loss, both measured without dropout (noise "
            "{noise:.4f}).",
            values,
        )
    else:
        text = Sentence(
            "No gap established: at epoch {epoch} test and train loss differ by {gap:.4f} (noise {noise:.4f}).",
            values,
        )
    return Finding("gap", epoch, abs(value) > noise, text, {"gap": value, **evidence})


def _total(end: object) -> float:
    return float(sum(getattr(end, name) for name in ("train_loss", "train_loss_eval", "test_loss")))


def _sum(curve: LearningCurve) -> float:
    return sum(map(_total, curve.epochs))


def _is_broken(curves: Sequence[LearningCurve]) -> bool:
    return any(curve.state == "diverged" for curve in curves)
