"""Pictures and sounds of the same digit: alone, and fused."""

from tplab_gui.core.studies.declared import BATCH, DECAY, RUNNING, SPLIT, Experiment, Parameter, translate

FUSION = Experiment(
    name="fusion",
    title=translate("Experiment", "Fusion of picture and sound"),
    explanation=translate("Experiment", "Pictures and sounds of the same digit: each alone, or joined."),
    takes="pictures",
    setups=("joint-attention", "joint-concat", "early", "image", "audio"),
    lr_slider=(1e-5, 1e-1),
    defaults={
        "epochs": 8,
        "lr": 0.002,
        "gamma": 0.8,
        "split": "speaker",
        "language": "en",
        "pairings": 4,
        "modality_dropout": 0.6,
    },
    parameters=(
        Parameter(
            "sounds",
            translate("Experiment", "Sounds"),
            translate(
                "Experiment",
                "What is heard: FSDD with MNIST when it is on this machine, else the built-in voices",
            ),
            options=(
                translate("Experiment", "by the pictures"),
                translate("Experiment", "built-in voices"),
                translate("Experiment", "FSDD"),
            ),
        ),
        Parameter(
            "sound_encoder",
            translate("Experiment", "Sound encoder"),
            translate(
                "Experiment",
                "A convolutional network sees the spectrogram as a picture; a recurrent one reads it column by column",
            ),
            options=(
                translate("Experiment", "convolutional (CNN)"),
                translate("Experiment", "recurrent (GRU)"),
            ),
        ),
        Parameter(
            "pairings",
            translate("Experiment", "Clips a picture"),
            translate("Experiment", "With how many different sounds of its digit each picture is paired"),
        ),
        Parameter(
            "augment",
            translate("Experiment", "Noise"),
            translate(
                "Experiment",
                "Half of the pictures and of the sounds are spoilt while learning, so that the network learns which "
                "of them to trust; bent ones stand for other hands and other voices",
            ),
            options=(
                translate("Experiment", "noise, bent hands and voices"),
                translate("Experiment", "learn with noise"),
                translate("Experiment", "clean only"),
            ),
        ),
        Parameter(
            "modality_dropout",
            translate("Experiment", "Lost halves"),
            translate(
                "Experiment",
                "Share of the pairs that lose the picture or the sound while a fused network learns",
            ),
        ),
        Parameter(
            "more_sounds",
            translate("Experiment", "Further voices"),
            translate(
                "Experiment",
                "Sets or folders of spoken digits that are learnt from too and never tested, with + between them",
            ),
            zero=translate("Experiment", "none"),
        ),
        *(each for each in SPLIT if each.name != "split_file"),  # a saved split has no validation part
        Parameter(
            "pairs_file",
            translate("Experiment", "Saved pairs"),
            translate(
                "Experiment",
                "A table of pairs (CSV) that the fusion study wrote; it takes the place of the draw",
            ),
            zero=translate("Experiment", "none"),
        ),
        BATCH,
        DECAY,
        *RUNNING,
    ),
    setup_texts={
        "joint-attention": (
            translate("Experiment", "Joint, attention"),
            translate("Experiment", "An encoder for each; attention decides how much to trust which."),
        ),
        "joint-concat": (
            translate("Experiment", "Joint, side by side"),
            translate("Experiment", "An encoder for each; what both say is laid side by side."),
        ),
        "early": (
            translate("Experiment", "Early"),
            translate("Experiment", "Picture and spectrogram are joined before any layer."),
        ),
        "image": (
            translate("Experiment", "Picture alone"),
            translate("Experiment", "What can be read without hearing."),
        ),
        "audio": (
            translate("Experiment", "Sound alone"),
            translate("Experiment", "What can be heard without seeing."),
        ),
    },
)
