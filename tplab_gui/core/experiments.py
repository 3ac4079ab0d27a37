"""What can be studied in the training lab: each experiment declared once, for window, command line and loop.

This is the half that needs no torch, so that the form stands before torch is loaded; `training.experiments` holds the
other half (data, network, optimiser, loss) under the same name. A further experiment is one entry in each: the window
and the command line read these and name none. Texts are English; the window translates them (context "Experiment").
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from tplab_gui.core.errors import LabError
from tplab_gui.core.params import SETUPS, TrainParams


def translate(_context: str, text: str) -> str:
    """Mark a text for tools/translations (as Qt's QT_TRANSLATE_NOOP) and return it as it is."""
    return text


@dataclass(frozen=True)
class Parameter:
    """A field of `TrainParams` that an experiment uses; its range or choices are declared there.

    `zero` is what 0 stands for, `unit` what follows a number, `options` the names of the choices, in their order.
    """

    name: str
    label: str
    help: str
    zero: str = ""
    unit: str = ""
    options: tuple[str, ...] = ()


@dataclass(frozen=True)
class Experiment:
    """One thing to study. `takes` is 'pictures' or 'sounds'; `defaults` are those that differ from `TrainParams`."""

    name: str
    title: str
    explanation: str
    takes: str
    setups: tuple[str, ...]
    lr_slider: tuple[float, float]
    parameters: tuple[Parameter, ...]
    defaults: Mapping[str, Any] = field(default_factory=dict)

    def default(self, name: str) -> Any:
        """Return with what parameter `name` starts here."""
        return self.defaults.get(name, getattr(TrainParams, name))

    def params(self, run_root: str, **given: Any) -> TrainParams:
        """Return the parameters of a run: `given`, and this experiment's defaults for the rest."""
        return TrainParams(run_root=run_root, experiment=self.name, **{**self.defaults, **given})

    def refuse_other_setup(self, setup: str) -> None:
        """Raise `LabError` when the experiment has no such setup."""
        if setup not in self.setups:
            raise LabError(
                "The experiment {experiment} has no setup called {name}.",
                hint="Choose one of: {names}.",
                experiment=self.name,
                name=setup,
                names=", ".join(self.setups),
            )


def find(name: str) -> Experiment:
    """Return the experiment called `name`; raises `LabError` when there is none."""
    if name not in EXPERIMENTS:
        raise LabError(
            "There is no experiment called {name}.",
            hint="Choose one of: {names}.",
            name=name,
            names=", ".join(EXPERIMENTS),
        )
    return EXPERIMENTS[name]


_BATCH = Parameter(
    "batch_size",
    translate("Experiment", "Batch"),
    translate("Experiment", "How many examples each step learns from"),
)
_DECAY = Parameter(
    "gamma",
    translate("Experiment", "Decay"),
    translate("Experiment", "After each epoch the learning rate is multiplied by this; 1 keeps it"),
)
_RUNNING = (
    Parameter(
        "validation",
        translate("Experiment", "Validation"),
        translate(
            "Experiment",
            "Share of the examples to learn from that is held back and tested instead of the test set. "
            "Who chooses by it keeps the test set fresh for one last, honest figure; 0: test on the test set",
        ),
        zero=translate("Experiment", "none: the test set"),
    ),
    Parameter(
        "patience",
        translate("Experiment", "Stop early"),
        translate(
            "Experiment",
            "End the run when the test loss has not been lower for so many epochs; 0: learn all epochs. "
            "The weights of the best epoch are kept either way.",
        ),
        zero=translate("Experiment", "never"),
        unit=translate("Experiment", "epochs"),
    ),
    Parameter(
        "limit",
        translate("Experiment", "At most"),
        translate("Experiment", "How many examples of each part are used; 0: all"),
        zero=translate("Experiment", "all examples"),
        unit=translate("Experiment", "examples"),
    ),
    Parameter(
        "threads",
        translate("Experiment", "Threads"),
        translate("Experiment", "Of the processor; 0: the faster number is measured"),
        zero=translate("Experiment", "automatic"),
    ),
    Parameter(
        "shuffle",
        translate("Experiment", "Shuffle the examples in each epoch"),
        translate("Experiment", "A new order in each epoch, the same on every computer"),
    ),
)

_MNIST_LOSS = Experiment(
    name="mnist-loss",
    title=translate("Experiment", "MNIST loss study"),
    explanation=translate("Experiment", "A network learns to read handwritten digits, in four setups."),
    takes="pictures",
    setups=SETUPS,
    lr_slider=(1e-3, 1e2),
    parameters=(
        _BATCH,
        _DECAY,
        Parameter(
            "dropout_features",
            translate("Experiment", "Dropout 1"),
            translate("Experiment", "Share of the feature maps' values that is silenced while learning"),
        ),
        Parameter(
            "dropout_hidden",
            translate("Experiment", "Dropout 2"),
            translate("Experiment", "Share of the 128 hidden values that is silenced while learning"),
        ),
        *_RUNNING,
    ),
)

_SPOKEN_DIGITS = Experiment(
    name="spoken-digits",
    title=translate("Experiment", "Spoken digits"),
    explanation=translate(
        "Experiment", "The report's small CNN learns to hear digits from mel spectrograms."
    ),
    takes="sounds",
    setups=("base",),
    lr_slider=(1e-5, 1e-1),
    defaults={"epochs": 30, "batch_size": 50, "lr": 0.001, "gamma": 1.0},
    parameters=(
        Parameter(
            "preset",
            translate("Experiment", "Spectrogram"),
            translate(
                "Experiment",
                "One second: 8,000 samples give 41 columns. Report: 48,000 samples, mostly silence, give 241.",
            ),
            options=(
                translate("Experiment", "one second (128 x 41)"),
                translate("Experiment", "as in the report (128 x 241)"),
            ),
        ),
        Parameter(
            "clip_samples",
            translate("Experiment", "Clip length"),
            translate(
                "Experiment",
                "Shorter clips are padded with silence, longer ones are cut; 0: by the choice above",
            ),
            zero=translate("Experiment", "as above"),
            unit=translate("Experiment", "samples"),
        ),
        Parameter(
            "scaling",
            translate("Experiment", "Scaling"),
            translate(
                "Experiment",
                "The report feeds decibels of -100 and more: with some seeds, most of all with its long clips, every "
                "ReLU falls silent at the first steps and nothing is learnt. Scaled, it always learns, but slower.",
            ),
            options=(
                translate("Experiment", "none (as in the report)"),
                translate("Experiment", "mean 0, deviation 1"),
            ),
        ),
        Parameter(
            "split",
            translate("Experiment", "Held back"),
            translate(
                "Experiment",
                "What is tested: a quarter at random (as in the report), recordings 0 to 4 (as FSDD asks), "
                "or a quarter of the speakers, whom the network never hears",
            ),
            options=(
                translate("Experiment", "a random quarter"),
                translate("Experiment", "recordings 0 to 4"),
                translate("Experiment", "some speakers"),
            ),
        ),
        Parameter(
            "split_seed",
            translate("Experiment", "Split seed"),
            translate(
                "Experiment", "Start of the draw of what is held back; it does not follow the run's seed"
            ),
        ),
        Parameter(
            "split_file",
            translate("Experiment", "Saved split"),
            translate(
                "Experiment",
                "A folder with train.csv and test.csv, as the page Splits of the Data tab writes them; it takes the "
                "place of what is held back",
            ),
            zero=translate("Experiment", "none"),
        ),
        Parameter(
            "language",
            translate("Experiment", "Language"),
            translate(
                "Experiment", "Which of the clips are used, where the set says what language they are in"
            ),
            options=(
                translate("Experiment", "all"),
                translate("Experiment", "English"),
                translate("Experiment", "French"),
            ),
        ),
        _BATCH,
        Parameter(
            "momentum",
            translate("Experiment", "Momentum"),
            translate("Experiment", "How much of the last step is added to the next one"),
        ),
        _DECAY,
        Parameter(
            "division",
            translate("Experiment", "Mean loss"),
            translate(
                "Experiment",
                "Per sample is the true mean. The report's program adds the batches' means and divides by the number "
                "of samples: about 1/50 of it at batch 50.",
            ),
            options=(
                translate("Experiment", "per sample"),
                translate("Experiment", "the report's division"),
            ),
        ),
        *_RUNNING,
    ),
)

EXPERIMENTS = {each.name: each for each in (_MNIST_LOSS, _SPOKEN_DIGITS)}
