"""How near an expected curve came, in sentences for a learner; neutral, for a guess is no mistake."""

from PySide6.QtCore import QCoreApplication

from tplab_gui.core.prediction import Comparison

_NEAR_SHARE = 0.5  # of the distance: a bias below it is no tendency


def curve_name(curve: str) -> str:
    """Return what the 'test' or 'train' curve is called."""
    if curve == "test":
        return QCoreApplication.translate("PredictionWords", "test loss")
    return QCoreApplication.translate("PredictionWords", "train loss")


def in_words(curve: str, told: Comparison | None) -> str:
    """Return the sentences about the sketch of `curve`; `told` is None while no epoch can be compared."""
    name = curve_name(curve)
    if told is None:
        text = QCoreApplication.translate(
            "PredictionWords",
            "Your expected {curve} is kept; it is compared as soon as an epoch is measured.",
        )
        return text.format(curve=name)
    parts = [_distance(name, told), _flat(told), _drop(told)]
    return " ".join(part for part in parts if part)


def _distance(name: str, told: Comparison) -> str:
    if told.bias > _NEAR_SHARE * told.distance:
        text = QCoreApplication.translate(
            "PredictionWords",
            "Your expected {curve} lies {distance:.3f} nats from the measured one on average over {n} epochs, "
            "mostly above it.",
        )
    elif told.bias < -_NEAR_SHARE * told.distance:
        text = QCoreApplication.translate(
            "PredictionWords",
            "Your expected {curve} lies {distance:.3f} nats from the measured one on average over {n} epochs, "
            "mostly below it.",
        )
    else:
        text = QCoreApplication.translate(
            "PredictionWords",
            "Your expected {curve} lies {distance:.3f} nats from the measured one on average over {n} epochs.",
        )
    return text.format(curve=name, distance=told.distance, n=told.epochs)


def _flat(told: Comparison) -> str:
    expected, measured = told.flat_expected, told.flat_measured
    if expected is not None and measured is not None:
        text = QCoreApplication.translate(
            "PredictionWords",
            "Flat (5 % of the fall left): expected from epoch {expected}, measured from epoch {measured}.",
        )
    elif measured is not None:
        text = QCoreApplication.translate(
            "PredictionWords", "The measured curve is flat from epoch {measured}; yours is not flat so far."
        )
    elif expected is not None:
        text = QCoreApplication.translate(
            "PredictionWords",
            "You expected it flat from epoch {expected}; the measured curve is not flat so far.",
        )
    else:
        return ""
    return text.format(expected=expected, measured=measured)


def _drop(told: Comparison) -> str:
    if told.drop_expected is None or told.drop_measured is None:
        return ""
    text = QCoreApplication.translate(
        "PredictionWords",
        "From epoch 1 to 2 you expected {expected:.0f} % of the whole fall; measured: {measured:.0f} %.",
    )
    return text.format(expected=100 * told.drop_expected, measured=100 * told.drop_measured)
