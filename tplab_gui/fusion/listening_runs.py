"""Which kept runs can listen, and which can fuse.

Apart from `run_ear` and `joint_live`, because the window asks at its start and those load torch.
"""

from pathlib import Path

from tplab_gui.core import run_folder
from tplab_gui.core.events.digits import FusingRun, FusingRuns, ListeningRun, ListeningRuns
from tplab_gui.training import runs

EXPERIMENT, FUSION_EXPERIMENT = "spoken-digits", "fusion"
FUSING = ("joint-attention", "joint-concat", "early")  # setups that join drawing and sound


def listening_runs(root: str | Path) -> ListeningRuns:
    """Find the kept runs whose network can listen, the newest first."""
    kept, _ = runs.list_runs(Path(root))
    return ListeningRuns(
        tuple(
            ListeningRun(str(run.folder), run_folder.name_of(run.folder) or _when(run))
            for run in reversed(kept)
            if run.config.get("experiment") == EXPERIMENT and (run.folder / runs.BEST).is_file()
        )
    )


def fusing_runs(root: str | Path) -> FusingRuns:
    """Find the kept runs whose network can fuse drawing and sound, the newest first."""
    kept, _ = runs.list_runs(Path(root))
    return FusingRuns(
        tuple(
            FusingRun(str(run.folder), run.config["setup"], run_folder.name_of(run.folder) or _when(run))
            for run in reversed(kept)
            if run.config.get("experiment") == FUSION_EXPERIMENT
            and run.config.get("setup") in FUSING
            and (run.folder / runs.BEST).is_file()
        )
    )


def _when(run: runs.Run) -> str:
    """Call a run that has no name by its data, seed and the minute it was started in."""
    data = Path(str(run.config.get("data", {}).get("name", ""))).name
    created = str(run.config.get("created", ""))[:16].replace("T", " ")
    return f"{data}, {run.config['seed']}, {created}"
