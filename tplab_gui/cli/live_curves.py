"""`tplab train --tensorboard DIR`: the curves in the form of TensorBoard, while the network learns."""

import contextlib
from collections.abc import Generator
from pathlib import Path

from tplab_gui.core.errors import LabError
from tplab_gui.core.events.common import Notice


def following(events: Generator[object, None, None], folder: Path | None) -> Generator[object, None, None]:
    """Yield the events of a run as they come, each written to an event file under `folder` first.

    A disk that is full stops the writing and not the run: one `Notice` of kind 'error' says so.

    Raises
    ------
    MissingError
        At the first event, if there is a folder and tensorboardX is not installed; nothing has begun then.

    """
    if folder is None:
        yield from events
        return
    from tplab_gui.training.event_files import LiveEventFile

    with contextlib.closing(events), contextlib.closing(LiveEventFile(folder)) as file:
        is_writing = True
        for event in events:
            if is_writing:
                try:
                    file.take(event)
                except LabError as error:
                    is_writing = False
                    yield Notice(error, "error", "tensorboard")
            yield event
