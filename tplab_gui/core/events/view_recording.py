"""What the recording of the live view is asked and says."""

from dataclasses import dataclass

from tplab_gui.core.errors import LabError
from tplab_gui.core.events.heatmap import HeatmapFrame, PictureSeen
from tplab_gui.core.mailbox import Latest


@dataclass(frozen=True, slots=True)
class RecordingRequest:
    """Write what `pictures` holds into the video `path`, from now until `is_over` becomes true.

    `rate_hz` pictures a second; at most `longest_s` seconds and `max_bytes` bytes.
    """

    path: str
    pictures: Latest[HeatmapFrame | PictureSeen | None]
    is_over: Latest[bool]
    rate_hz: float = 20.0
    longest_s: float = 1800.0
    max_bytes: int = 500_000_000


@dataclass(frozen=True, slots=True)
class RecordingGrew:
    """So many seconds and bytes are recorded."""

    seconds: float
    size_bytes: int


@dataclass(frozen=True, slots=True)
class ViewRecorded:
    """The video is in its place. `why` says why it ended before it was asked to, None when it was asked to."""

    path: str
    frames: int
    why: LabError | None
