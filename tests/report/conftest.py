"""Runs to report on, as training leaves them."""

from pathlib import Path

import pytest

from tests.kept_runs import make_run
from tplab_gui.core.params import SETUPS


@pytest.fixture
def four_runs(tmp_path: Path) -> Path:
    """Return a folder with a run of each setup of the loss study."""
    for setup in SETUPS:
        ends = (1.0, 0.5, 0.4, 0.45, 0.6) if "no-dropout" in setup else (1.0, 0.5, 0.3, 0.25, 0.24)
        make_run(tmp_path / "runs", 1, ends, setup=setup)
    return tmp_path / "runs"
