"""Figures 10 and 11: the fusion strategies as boxes and arrows, with the shapes of the real networks."""

from dataclasses import dataclass

from tplab_gui.core.events.network import ShapeRow


@dataclass(frozen=True, slots=True)
class Box:
    """One box of a figure. `column` counts from the input to the answer; `lane` is 'image', 'both' or 'sound'.

    `title` is English (translation context "Fusion"); `layers` are the real network's, in their order.
    """

    key: str
    title: str
    column: int
    lane: str
    takes: tuple[tuple[int, ...], ...]
    gives: tuple[int, ...]
    parameters: int = 0
    layers: tuple[ShapeRow, ...] = ()


@dataclass(frozen=True, slots=True)
class Diagram:
    """A strategy as boxes and arrows between their keys; `formula` and `reference` as in `core.studies.strategies`."""

    strategy: str
    boxes: tuple[Box, ...]
    arrows: tuple[tuple[str, str], ...]
    parameters: int
    formula: str
    reference: str


@dataclass(frozen=True, slots=True)
class FusionDrawn:
    """Figure 10, the three places to fuse, and figure 11, joint fusion with attention, from the real networks."""

    diagrams: tuple[Diagram, ...]

    def of(self, strategy: str) -> Diagram:
        """Return the diagram of a strategy; raises `KeyError` when there is none."""
        return {each.strategy: each for each in self.diagrams}[strategy]
