"""Figures 1 to 6 and 9: learning curves of runs, for paper."""

from collections.abc import Mapping

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator

from tplab_gui.core.events.findings import Sentence
from tplab_gui.core.experiments import EXPERIMENTS
from tplab_gui.report import drawing
from tplab_gui.report.blocks import Name
from tplab_gui.report.words import Words
from tplab_gui.training.runs import Run

_EPOCH, _LOSS = Sentence("epoch"), Sentence("loss (nats per example)")
_ACCURACY = Sentence("accuracy (%)")
_LOSSES = {
    "train_loss": Sentence("train"),
    "train_loss_eval": Sentence("train, measured again without dropout"),
    "test_loss": Sentence("test"),
}
_ACCURACIES = {"train_accuracy": Sentence("train"), "test_accuracy": Sentence("test")}


def losses(run: Run, words: Words) -> Figure:
    """Draw the losses of one run at every epoch."""
    figure, axes = drawing.sheet(3.0)
    _curves(axes[0, 0], run, _LOSSES, words)
    return figure


def losses_and_accuracies(run: Run, words: Words) -> Figure:
    """Draw losses and accuracies of one run side by side."""
    figure, axes = drawing.sheet(2.8, 1, 2)
    _curves(axes[0, 0], run, _LOSSES, words)
    _curves(axes[0, 1], run, _ACCURACIES, words, scale=100.0)
    axes[0, 1].set_ylabel(words.say(_ACCURACY))
    axes[0, 1].set_ylim(None, 100.5)
    return figure


def overlay(runs: Mapping[str, Run], loss: str, words: Words) -> Figure:
    """Draw one loss of several runs, by setup, over each other."""
    figure, axes = drawing.sheet(3.2)
    for place, (setup, run) in enumerate(runs.items()):
        names = EXPERIMENTS[run.config["experiment"]].setup_texts
        label = words.say(Name(names.get(setup, (setup,))[0]))
        epochs = [end.epoch for end in run.epochs]
        drawing.line(axes[0, 0], epochs, [getattr(end, loss) for end in run.epochs], place, label)
    _finish(axes[0, 0], words)
    return figure


def _curves(axes: Axes, run: Run, fields: Mapping[str, Sentence], words: Words, scale: float = 1.0) -> None:
    epochs = [end.epoch for end in run.epochs]
    for place, (name, label) in enumerate(fields.items()):
        values = [scale * getattr(end, name) for end in run.epochs]
        drawing.line(axes, epochs, values, place, words.say(label))
    _finish(axes, words)


def _finish(axes: Axes, words: Words) -> None:
    axes.set_xlabel(words.say(_EPOCH))
    axes.set_ylabel(words.say(_LOSS))
    axes.set_ylim(bottom=0)
    axes.xaxis.set_major_locator(MaxNLocator(integer=True))
    axes.legend()
