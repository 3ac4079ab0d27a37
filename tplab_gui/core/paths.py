"""Where things are: what ships, what belongs to the user, and where data and models are looked for.

`TPLAB_HOME` moves everything of the user's into one folder (a memory stick, a test). The order of the search is
part of the public interface: the environment, the user's folder, what ships.
"""

import os
import sys
from pathlib import Path

import platformdirs


def _shipped() -> Path:
    """Return the folder that holds `resources/` and `models/`: the bundle when frozen, else the clone."""
    frozen = getattr(sys, "_MEIPASS", None)
    return Path(frozen) if frozen else Path(__file__).resolve().parents[2]


RESOURCES = _shipped() / "resources"
MODELS = _shipped() / "models"
SAMPLES = RESOURCES / "samples"


def _user(kind: str) -> Path:
    home = os.environ.get("TPLAB_HOME")
    if home:
        return Path(home) / kind
    if kind == "data":
        return platformdirs.user_data_path("TP Lab", appauthor=False)
    if kind == "logs":
        return platformdirs.user_log_path("TP Lab", appauthor=False)
    return platformdirs.user_config_path("TP Lab", appauthor=False)


def user_data_dir() -> Path:
    """Return the user's folder for runs, data sets and models (not created)."""
    return _user("data")


def logs_dir() -> Path:
    """Return the folder of the log files (not created)."""
    return _user("logs")


def settings_file() -> Path:
    """Return the path of the settings (not created)."""
    return _user("config") / "settings.json"


def student_file() -> Path:
    """Return where the student's own texts of the report are kept."""
    return user_data_dir() / "report.json"


def runs_dir() -> Path:
    """Return the folder in which the window keeps training runs (not created)."""
    return user_data_dir() / "runs"


def data_search_path() -> list[Path]:
    """Return the folders that may hold `mnist/`, `fsdd/` and so on, first hit wins; the last is an offline kit's."""
    return [*_from_environment("TPLAB_DATA"), user_data_dir() / "data", _shipped() / "data"]


def model_search_path() -> list[Path]:
    """Return the folders that may hold weights, first hit wins; the last one ships."""
    return [*_from_environment("TPLAB_MODELS"), user_data_dir() / "models", MODELS]


def _from_environment(variable: str) -> list[Path]:
    value = os.environ.get(variable)
    return [Path(value).expanduser()] if value else []
