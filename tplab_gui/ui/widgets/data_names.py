"""What a data set is called for people; `builtin` and the like are words for files and commands."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication

from tplab_gui.core.experiments import EXPERIMENTS

_NAMES = {"mnist": "MNIST", "fsdd": "FSDD", "audiomnist": "AudioMNIST"}


def data_name(data: str, experiment: str) -> str:
    """Return the name of what `--data` was given, a folder by its last part; of pairs ("mnist+fsdd") both names."""
    declared = EXPERIMENTS.get(experiment)
    takes = declared.takes if declared is not None else "pictures"
    if takes not in {"pictures", "sounds"} and "+" in data:
        return " + ".join(
            _name(each, kind) for each, kind in zip(data.split("+", 1), ("pictures", "sounds"), strict=True)
        )
    return _name(data, takes)


def _name(data: str, takes: str) -> str:
    if data == "builtin":
        if takes == "sounds":
            return QCoreApplication.translate("DataName", "built-in voices")
        return QCoreApplication.translate("DataName", "built-in digits")
    if data == "recordings":
        return QCoreApplication.translate("DataName", "own recordings")
    return _NAMES.get(data) or Path(data).name or data
