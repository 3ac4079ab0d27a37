"""The curves in words, for who does not see them: each run shown, its epochs, first, best and last test loss."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from tplab_gui.ui.widgets.run_curves import RunCurves

_MOST_RUNS = 8  # what can be listened to


def describe(runs: Sequence[RunCurves]) -> str:
    """Return a few sentences about the runs that are shown; it looks at whole epochs only, so it is cheap."""
    shown = [run for run in runs if run.is_shown]
    if not shown:
        return QCoreApplication.translate("CurveWords", "No curve is shown.")
    sentences = [_run(run) for run in shown[:_MOST_RUNS]]
    if len(shown) > _MOST_RUNS:
        text = QCoreApplication.translate("CurveWords", "And {n} more runs.")
        sentences.append(text.format(n=len(shown) - _MOST_RUNS))
    return " ".join(sentences)


def _run(run: RunCurves) -> str:
    if not run.epochs:
        text = QCoreApplication.translate("CurveWords", "{name}: no epoch is finished yet.")
        return text.format(name=run.name)
    ends = [run.epochs[number] for number in sorted(run.epochs)]
    best = min(ends, key=lambda end: end.test_loss)
    text = QCoreApplication.translate(
        "CurveWords",
        "{name}: {n} epochs. Test loss: first {first:.4f}, lowest {lowest:.4f} at epoch {best}, last {last:.4f} nats. "
        "Train loss at the end: {train:.4f} nats. Test accuracy at the end: {accuracy:.2f} %.",
    )
    return text.format(
        name=run.name,
        n=len(ends),
        first=ends[0].test_loss,
        lowest=best.test_loss,
        best=best.epoch,
        last=ends[-1].test_loss,
        train=ends[-1].train_loss,
        accuracy=100 * ends[-1].test_accuracy,
    )
