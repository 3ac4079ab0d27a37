"""The 2 x 2 table of the four setups: final losses, main effects, interaction."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QWidget

from tplab_gui.core.events.findings import Effect, FactorialTable
from tplab_gui.core.params import SETUPS
from tplab_gui.ui import style

_CELL = "<td align='right' style='padding-left: 28px'>{}</td>"


class FactorialView(QScrollArea):
    """A table as text that can be selected; or which runs are missing for it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.label = QLabel()
        self.label.setTextFormat(Qt.TextFormat.RichText)
        self.label.setWordWrap(True)
        self.label.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.label.setMargin(style.SPACE_XS)
        self.label.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setWidget(self.label)
        self.setWidgetResizable(True)
        for ground in (self.label, self.viewport()):
            ground.setAutoFillBackground(False)  # that of the panel shows through
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(self.tr("2 × 2 table of the four setups"))

    def names(self) -> dict[str, str]:
        """Return what the setups are called here."""
        return {
            "base": self.tr("base"),
            "swapped": self.tr("swapped"),
            "no-dropout": self.tr("no dropout"),
            "swapped-no-dropout": self.tr("swapped, no dropout"),
        }

    def show_table(self, table: FactorialTable | None) -> None:
        """Show a table; None shows nothing."""
        if table is None:
            self.label.setText("")
        elif table.missing:
            names = self.names()
            text = self.tr(
                "It takes one finished run of each setup with the same choices. Missing: {setups}."
            )
            self.label.setText(text.format(setups="; ".join(names[setup] for setup in table.missing)))
        else:
            self.label.setText(self._table(table))

    def _table(self, table: FactorialTable) -> str:
        measures = {
            "train": self.tr("train, as seen"),
            "train-again": self.tr("train, re-measured"),
            "test": self.tr("test"),
        }
        title = self.tr("Loss after epoch {epoch}").format(epoch=table.epoch)
        names = self.names()
        lines = [_line(title, [f"<b>{measures[row.measure]}</b>" for row in table.rows])]
        lines += [_line(names[setup], [f"{row.losses[setup]:.4f}" for row in table.rows]) for setup in SETUPS]
        effects = {
            self.tr("effect of dropout"): [row.dropout for row in table.rows],
            self.tr("effect of swapping"): [row.swap for row in table.rows],
            self.tr("interaction"): [row.interaction for row in table.rows],
        }
        lines += [_line(name, map(_effect, each)) for name, each in effects.items()]
        seeds = self.tr("Seeds of each setup: {seeds}.").format(seeds=table.seeds)
        note = self.tr(
            "An effect is what changes on average with dropout, or with swapped sets; the interaction, half of how "
            "much one changes the other. ± is what noise alone may give; bold is larger than that. Compare with and "
            "without dropout by the re-measured train loss, in which dropout is off."
        )
        colour = style.theme().muted
        return f"<table cellspacing='0'>{''.join(lines)}</table><p style='color: {colour}'>{seeds} {note}</p>"


def _line(name: str, cells: Iterable[str]) -> str:
    return f"<tr><td>{name}</td>{''.join(map(_CELL.format, cells))}</tr>"


def _effect(effect: Effect) -> str:
    text = f"{effect.value:+.4f}&nbsp;±&nbsp;{effect.margin:.4f}".replace("-", "−")
    return f"<b>{text}</b>" if effect.established else text
