"""The lazy seam: every job the window can run, each importing its subject inside.

Torch, OpenCV and PortAudio load here and nowhere else, in the worker's thread, after the window has painted. One
module per tab; from outside a job is `jobs.name`.
"""

from tplab_gui.jobs.data import (
    compare_splits,
    explore,
    export_statistics,
    last_comparison,
    lengths,
    make_split,
    open_split,
    survey,
)
from tplab_gui.jobs.digits import (
    about_adapted,
    adapt,
    forget_adapted,
    hear,
    listen,
    listening_runs,
    microphones,
    play,
    record,
    recordings,
)
from tplab_gui.jobs.heatmap import cameras, watch
from tplab_gui.jobs.lab import fetch, load_torch, machine, warm_optimiser
from tplab_gui.jobs.training import (
    export_event_files,
    export_model,
    follow_study,
    network,
    read_curves,
    review,
    shelf,
    steps,
    studies,
    train,
    tune,
)

__all__ = [
    "about_adapted",
    "adapt",
    "cameras",
    "compare_splits",
    "explore",
    "export_event_files",
    "export_model",
    "export_statistics",
    "fetch",
    "follow_study",
    "forget_adapted",
    "hear",
    "last_comparison",
    "lengths",
    "listen",
    "listening_runs",
    "load_torch",
    "machine",
    "make_split",
    "microphones",
    "network",
    "open_split",
    "play",
    "read_curves",
    "record",
    "recordings",
    "review",
    "shelf",
    "steps",
    "studies",
    "survey",
    "train",
    "tune",
    "warm_optimiser",
    "watch",
]
