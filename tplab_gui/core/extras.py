"""Packages that the lab can do without. `python3 start.py extras` installs them; nothing loads them before its turn."""

import importlib.metadata
import importlib.util

from tplab_gui.core.errors import MissingError

EXTRAS = ("tensorboardX", "optuna")


def version_of(package: str) -> str | None:
    """Return the installed version of an extra; None when it is not installed."""
    if importlib.util.find_spec(package) is None:
        return None
    try:
        return importlib.metadata.version(package)
    except importlib.metadata.PackageNotFoundError:  # a folder without its paperwork still works
        return "?"


def need(package: str) -> None:
    """Raise `MissingError` with the line that installs `package`, unless it is there."""
    if importlib.util.find_spec(package) is None:
        raise MissingError(
            "This needs the package {package}, an extra that is not installed.",
            hint="Close TP Lab and run `python3 start.py extras` in its folder.",
            package=package,
        )
