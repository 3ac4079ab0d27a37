"""What can be wrong with a source of moving pictures, as sentences with what to do.

Apart from the reader, so that a reader of the code finds the whole list in one place.
"""

import sys
from pathlib import Path

from tplab_gui.core.errors import LabError, MissingError

_PERMISSION_MAC = (
    "Open System Settings, Privacy & Security, Camera, and allow the program that started TP Lab."
)
_FREE_IT = "Close other programs that use the camera (video calls, a browser tab), then press Retry."
_PLUG_IN = "Plug the camera in, then press Retry."
_CHECK_ADDRESS = "Check the address and the network, then press Retry."


def not_opened(kind: str, where: str, *, is_listed: bool) -> LabError:
    """Return why the system refused to open the source. `is_listed`: the system knows this camera."""
    if kind == "stream":
        return LabError("No video stream answers at {address}.", hint=_CHECK_ADDRESS, address=where)
    if kind != "camera":
        return no_picture_in(Path(where))
    if not is_listed:
        return MissingError("No camera was found.", hint=_PLUG_IN)
    if sys.platform == "darwin":
        return LabError("The camera is there but could not be opened.", hint=_PERMISSION_MAC)
    return LabError(
        "The camera is there but could not be opened: another program uses it, or the system refuses access.",
        hint=_FREE_IT,
    )


def no_answer(kind: str, where: str) -> LabError:
    """Return the sentence for an opening that takes longer than the deadline."""
    if kind == "stream":
        return LabError("The video stream at {address} does not answer.", hint=_CHECK_ADDRESS, address=where)
    return LabError(
        "The camera has not answered for five seconds. TP Lab keeps waiting for it.",
        hint=_FREE_IT,
    )


def no_frames(kind: str, where: str) -> LabError:
    """Return the sentence for a source that is open but silent."""
    if kind == "stream":
        return LabError(
            "No frames come from {address} any more. TP Lab keeps trying.", hint=_CHECK_ADDRESS, address=where
        )
    return LabError(
        "No frames come from the camera any more. TP Lab keeps trying.",
        hint="Unplug the camera and plug it in again, or press Retry.",
    )


def vanished(kind: str, where: str) -> LabError:
    """Return the sentence for a source that went away while it was looked at."""
    if kind == "stream":
        return LabError(
            "The video stream at {address} stopped. TP Lab keeps trying.", hint=_CHECK_ADDRESS, address=where
        )
    return LabError("The camera went away. TP Lab shows the last picture and keeps trying.", hint=_PLUG_IN)


def broke(kind: str, where: str) -> LabError:
    """Return the sentence for a source that OpenCV gave up on."""
    return LabError(
        "The {kind} {name} delivers pictures that cannot be decoded.",
        hint="Choose another source, or press Retry.",
        kind=kind,
        name=where,
    )


def no_picture_in(path: Path) -> LabError:
    """Return the sentence for a file without one picture in it."""
    return LabError(
        "{name} holds no video that can be played: the file is damaged, empty or of another kind.",
        hint="Choose an MP4, AVI, WebM or MOV file.",
        name=path.name,
    )


def check_video_file(path: Path, kind: str) -> None:
    """Raise `LabError` when `path` cannot be a video at all, before OpenCV is asked."""
    if not path.exists():
        if kind == "simulated":
            raise MissingError(
                "The video of the simulated camera is missing: {name} is not there.",
                hint="Restore the resources folder from the original copy of TP Lab.",
                name=path.name,
            )
        raise LabError("There is no file {name}.", hint="Choose a video file.", name=str(path))
    if path.is_dir():
        raise LabError("{name} is a folder, not a video.", hint="Choose a video file.", name=path.name)
    if path.stat().st_size == 0:
        raise no_picture_in(path)


BLACK = LabError(
    "The camera delivers black pictures.",
    hint="Open its cover, switch on a light, or check that TP Lab may use the camera.",
)
