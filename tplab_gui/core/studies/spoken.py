"""Spoken digits by the report's small network.

Four defaults are not the report's, which has no scaling, batches of 50 and a learning rate of 0.001 throughout: so its
30 epochs end at 91 to 96 % of FSDD split at random, and with some seeds at chance (`benchmarks/report_cnn.py`).
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
    defaults={"epochs": 30, "batch_size": 10, "lr": 0.005, "gamma": 0.95, "scaling": "levelled"},
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
                "The report feeds decibels of -100 and more, in batches of 50, with a learning rate of 0.001 and no "
                "decay: more mistakes are left at the end, and with some seeds, most of all with its long clips, every "
                "ReLU falls silent at the first steps and nothing is learnt. Scaled, it always learns.",
            ),
            options=(
                translate("Experiment", "none (as in the report)"),
                translate("Experiment", "mean 0, deviation 1"),
                translate("Experiment", "the same, all clips equally loud"),
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
