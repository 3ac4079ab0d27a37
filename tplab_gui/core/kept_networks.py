"""Which networks lie on this machine, by their files alone: nothing is opened that takes torch."""

import json
import re
from pathlib import Path

from tplab_gui.core import run_folder
from tplab_gui.core.paths import model_search_path

_WEIGHTS = re.compile(r"(\w+)-[0-9a-f]{8}")  # torchvision: the name, and the first eight digits of the sha256
_LOOKING = "mnist-loss"  # the study whose networks see pictures


def weight_files() -> tuple[str, ...]:
    """Return the names of torchvision's networks of which weights are here, in the order of the search."""
    files = (path for folder in model_search_path() for path in sorted(folder.glob("*.pth")))
    found = (_WEIGHTS.fullmatch(path.stem) for path in files)
    return tuple(dict.fromkeys(match[1] for match in found if match))


def picture_runs(root: Path) -> tuple[tuple[str, str], ...]:
    """Return folder and name of the kept runs whose network looks at pictures, the newest first."""
    found = []
    for config in root.glob("*/config.json"):
        try:
            fields = json.loads(config.read_text(encoding="utf-8"))
            created, experiment = str(fields["created"]), fields["experiment"]
        except (OSError, ValueError, KeyError, TypeError):  # a damaged run is told on the tab Training
            continue
        if experiment == _LOOKING and (config.parent / "best.safetensors").is_file():
            name = run_folder.name_of(config.parent) or config.parent.name
            found.append((created, str(config.parent), name))
    return tuple((folder, name) for _, folder, name in sorted(found, reverse=True))
