"""Rotating log files of the lab: one line per start, stop and failure."""

import logging
import logging.handlers
from pathlib import Path

from tplab_gui.core.paths import logs_dir

LOG_NAME = "tplab.log"
_FORMAT = "%(asctime)s %(levelname)-7s %(threadName)s %(name)s: %(message)s"


def start_logging(*, debug: bool = False) -> Path | None:
    """Send the lab's log to a rotating file (5 x 1 MB); return its path, or None on a read-only machine."""
    root = logging.getLogger("tplab_gui")
    root.setLevel(logging.DEBUG if debug else logging.INFO)
    folder = logs_dir()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler = logging.handlers.RotatingFileHandler(
            folder / LOG_NAME, maxBytes=1_000_000, backupCount=4, encoding="utf-8", delay=True
        )
        (folder / LOG_NAME).open("a", encoding="utf-8").close()
    except OSError as error:
        logging.getLogger(__name__).warning("no log file: %s", error)
        return None
    handler.setFormatter(logging.Formatter(_FORMAT))
    for old in [h for h in root.handlers if isinstance(h, logging.handlers.RotatingFileHandler)]:
        root.removeHandler(old)
        old.close()
    root.addHandler(handler)
    return folder / LOG_NAME
