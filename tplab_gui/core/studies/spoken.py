"""Spoken digits by the report's small network.

Two defaults are not the report's, which has no scaling and a learning rate of 0.001: so its 30 epochs end near 95 % of
FSDD split at random, and with some seeds at chance (`benchmarks/report_cnn.py`).
"""

from tplab_gui.core.studies.declared import BATCH, DECAY, RUNNING, SPLIT, Experiment, Parameter, translate

SPOKEN_DIGITS = Experiment(
    name="spoken-digits",
    title=translate("Experiment", "Spoken digits"),
    explanation=translate(
        "Experiment", "The report's small CNN learns to hear digits from mel spectrograms."
    ),
    takes="sounds",
    setups=("base",),
    lr_slider=(1e-5, 1e-1),
    defaults={"epochs": 30, "batch_size": 50, "lr": 0.01, "gamma": 1.0, "scaling": "standard"},
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
                "The report feeds decibels of -100 and more, with a learning rate of 0.001: more mistakes are left at "
                "the end, and with some seeds, most of all with its long clips, every ReLU falls silent at the first "
                "steps and nothing is learnt. Scaled, it always learns, and needs a learning rate of 0.01.",
            ),
            options=(
                translate("Experiment", "none (as in the report)"),
                translate("Experiment", "mean 0, deviation 1"),
            ),
        ),
        *SPLIT,
        BATCH,
        Parameter(
            "momentum",
            translate("Experiment", "Momentum"),
            translate("Experiment", "How much of the last step is added to the next one"),
        ),
        DECAY,
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
        *RUNNING,
    ),
)
