"""Events that every subject uses."""

from dataclasses import dataclass

from tplab_gui.core.errors import LabError


@dataclass(frozen=True, slots=True)
class Waiting:
    """The job is getting ready. `what` is one of 'torch', 'network', 'data', 'device', 'warm-up'."""

    what: str


@dataclass(frozen=True, slots=True)
class Ready:
    """The job can answer from now on."""

    detail: str = ""


@dataclass(frozen=True, slots=True)
class Notice:
    """Something the user should read while the job goes on (a source was lost, a file was refused).

    `kind` is 'info', 'warning' or 'error'; `key` lets a later notice (or `Cleared`) replace an earlier one.
    """

    error: LabError
    kind: str = "warning"
    key: str = ""


@dataclass(frozen=True, slots=True)
class Cleared:
    """What the notice `key` said is over."""

    key: str


@dataclass(frozen=True, slots=True)
class Progress:
    """`done` of `total` steps of one thing; `total` 0 when unknown."""

    done: int
    total: int
    what: str = ""


@dataclass(frozen=True, slots=True)
class Tick:
    """Nothing happened; it gives the worker an instant to see a stop. Readers ignore it."""


@dataclass(frozen=True, slots=True)
class DevicesFound:
    """The devices of one kind ('microphone' or 'camera'): `keys` to open them by, `names` to show."""

    kind: str
    keys: tuple[str, ...]
    names: tuple[str, ...]
