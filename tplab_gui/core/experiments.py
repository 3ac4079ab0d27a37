"""What can be studied in the training lab: each experiment declared once, for window, command line and loop.

This is the half that needs no torch, so that the form stands before torch is loaded; `training.experiments` holds the
other half (data, network, optimiser, loss) under the same name. A further experiment is one entry in each: the window
and the command line read these and name none. Texts are English; the window translates them (context "Experiment").
"""

from tplab_gui.core.errors import LabError
from tplab_gui.core.studies.declared import Experiment, Parameter, translate
from tplab_gui.core.studies.fusion import FUSION
from tplab_gui.core.studies.loss import MNIST_LOSS
from tplab_gui.core.studies.spoken import SPOKEN_DIGITS

__all__ = ["EXPERIMENTS", "Experiment", "Parameter", "find", "translate"]

EXPERIMENTS = {each.name: each for each in (MNIST_LOSS, SPOKEN_DIGITS, FUSION)}


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
