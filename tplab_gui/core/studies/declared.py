"""What an experiment declares of itself, and the parameters that several have in common."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from tplab_gui.core.errors import LabError
from tplab_gui.core.params import TrainParams


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
    """One thing to study. `takes` is 'pictures' or 'sounds'; `defaults` are those that differ from `TrainParams`.

    `setup_texts` gives each setup its name and its sentence for people, where there is more than one.
    """

    name: str
    title: str
    explanation: str
    takes: str
    setups: tuple[str, ...]
    lr_slider: tuple[float, float]
    parameters: tuple[Parameter, ...]
    defaults: Mapping[str, Any] = field(default_factory=dict)
    setup_texts: Mapping[str, tuple[str, str]] = field(default_factory=dict)

    def default(self, name: str) -> Any:
        """Return with what parameter `name` starts here."""
        return self.defaults.get(name, getattr(TrainParams, name))

    def params(self, run_root: str, **given: Any) -> TrainParams:
        """Return the parameters of a run: `given`, and this experiment's defaults for the rest."""
        given = {"setup": self.setups[0], **self.defaults, **given}
        return TrainParams(run_root=run_root, experiment=self.name, **given)

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


BATCH = Parameter(
    "batch_size",
    translate("Experiment", "Batch"),
    translate("Experiment", "How many examples each step learns from"),
)
DECAY = Parameter(
    "gamma",
    translate("Experiment", "Decay"),
    translate("Experiment", "After each epoch the learning rate is multiplied by this; 1 keeps it"),
)
RUNNING = (
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
SPLIT = (
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
        translate("Experiment", "Start of the draw of what is held back; it does not follow the run's seed"),
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
        translate("Experiment", "Which of the clips are used, where the set says what language they are in"),
        options=(
            translate("Experiment", "all"),
            translate("Experiment", "English"),
            translate("Experiment", "French"),
        ),
    ),
)
