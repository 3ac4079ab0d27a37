"""A tiny run: 96 of the digits that ship, three steps an epoch, one thread."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tplab_gui.core.mailbox import Latest
from tplab_gui.core.params import TrainParams
from tplab_gui.training.loop import fit


@pytest.fixture
def tiny(tmp_path: Path) -> TrainParams:
    return TrainParams(
        run_root=str(tmp_path / "runs"), epochs=2, batch_size=32, limit=96, threads=1, device="cpu"
    )


@pytest.fixture
def train() -> Callable[..., list[object]]:
    """Return a function that runs `fit` to its end, or until the event `until` was seen, and gives the events."""

    def run(params: TrainParams, *, resume_dir=None, until=None) -> list[object]:
        events, seen = fit(Latest(params), resume_dir), []
        for event in events:
            seen.append(event)
            if until is not None and until(event):
                break
        events.close()
        return seen

    return run
