"""The report's loss study: four setups of one network."""

from tplab_gui.core.params import SETUPS
from tplab_gui.core.studies.declared import BATCH, DECAY, RUNNING, Experiment, Parameter, translate

MNIST_LOSS = Experiment(
    name="mnist-loss",
    title=translate("Experiment", "MNIST loss study"),
    explanation=translate("Experiment", "A network learns to read handwritten digits, in four setups."),
    takes="pictures",
    setups=SETUPS,
    lr_slider=(1e-3, 1e2),
    parameters=(
        BATCH,
        DECAY,
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
        *RUNNING,
    ),
    setup_texts={
        "base": (
            translate("Experiment", "Base"),
            translate("Experiment", "The network as it is: learns from many pictures, with dropout."),
        ),
        "swapped": (
            translate("Experiment", "Swapped"),
            translate("Experiment", "Train and test exchanged: learns from few pictures, is tested on many."),
        ),
        "no-dropout": (
            translate("Experiment", "No dropout"),
            translate("Experiment", "No value is silenced while learning: watch for overfitting."),
        ),
        "swapped-no-dropout": (
            translate("Experiment", "Swapped, no dropout"),
            translate("Experiment", "Few pictures and no dropout: overfitting at its clearest."),
        ),
    },
)
