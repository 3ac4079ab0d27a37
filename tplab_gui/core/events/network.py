"""What the network view is told: the shape ledger of an experiment."""

from dataclasses import dataclass, field
from typing import Any

from tplab_gui.core.errors import LabError


@dataclass(frozen=True, slots=True)
class ShapeRow:
    """One station on the way from file to answer.

    `kind` is 'data' before the network and the name of the torch function within it; `shape` is that of one example,
    without the batch. `why` is an English template (translation context "Ledger") with `values` for its places.
    """

    kind: str
    name: str
    shape: tuple[int, ...]
    parameters: int
    why: str
    values: dict[str, Any] = field(default_factory=dict)

    @property
    def reason(self) -> str:
        """Return the template with its values, in English."""
        return self.why.format(**self.values)


@dataclass(frozen=True, slots=True)
class NetworkShapes:
    """All stations in their order; `refusal` says why they end early, None when the example passes."""

    experiment: str
    rows: tuple[ShapeRow, ...]
    parameters: int
    refusal: LabError | None = None
