"""The conflict bench: one digit drawn, another said; whom each strategy follows, cell by cell and over all."""

from PySide6.QtCore import QEvent, QRectF, QSignalBlocker, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from tplab_gui.core.events.fusion_study import ConflictRead
from tplab_gui.core.studies.strategies import NAMES
from tplab_gui.ui import style
from tplab_gui.ui.widgets.findings_panel import in_language
from tplab_gui.ui.widgets.fusion_bars import Bar, StrategyBars, fill_part
from tplab_gui.ui.widgets.fusion_looks import shade, title
from tplab_gui.ui.widgets.fusion_matrix import SIDES, ConflictMatrix, shares

_FIRST = "joint-attention"


class FusionConflictView(QWidget):
    """The matrix of one strategy at the left; at the right all of them, over all conflicts and in the chosen cell."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.read: ConflictRead | None = None
        self.matrix = ConflictMatrix()
        self.matrix.cell_chosen.connect(self._show_cell)
        self.overall = StrategyBars(self.tr("Whom each strategy follows, over all conflicts"), SIDES)
        self.cell = StrategyBars(self.tr("Whom each strategy follows in the chosen cell"), SIDES)
        for bars in (self.overall, self.cell):
            bars.setMinimumHeight(8 * 18)
            bars.strategy_chosen.connect(self._on_strategy)
        self.name, self.cell_name, self.cell_words = QLabel(), QLabel(), QLabel()
        self.sentences = QLabel()
        for label in (self.name, self.cell_name):
            style.set_role(label, "heading")
        style.set_role(self.cell_words, "muted")
        for label in (self.cell_words, self.sentences):
            label.setWordWrap(True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._swatches = [QLabel() for _ in SIDES]
        self._lay_out()
        self._draw_legend()

    def show_read(self, read: ConflictRead) -> None:
        """Show what was asked of all strategies."""
        self.read = read
        self.overall.show_bars(
            {name: Bar(read.overall[name], text=_words(read.overall[name])) for name in NAMES}
        )
        with QSignalBlocker(self.overall):
            self.overall.choose(self.overall.chosen or _FIRST)
        self.sentences.setText(" ".join(in_language(each) for each in read.sentences))
        self._on_strategy(self.overall.chosen)
        self.matrix.choose(*self.matrix.chosen)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_swatches"):
            self._draw_legend()

    def _on_strategy(self, name: str) -> None:
        if self.read is None:
            return
        for bars in (self.overall, self.cell):
            with QSignalBlocker(bars):
                bars.choose(name)
        self.name.setText(title(name))
        self.matrix.show_read(self.read, name)
        self._show_cell(*self.matrix.chosen)

    def _show_cell(self, drawn: int, said: int) -> None:
        read = self.read
        if read is None:
            return
        found = {name: shares(read, name, drawn, said) for name in NAMES}
        self.cell.show_bars({name: Bar(each, text=_words(each)) for name, each in found.items() if each})
        self.cell_name.setText(self.tr("{drawn} is drawn, {said} is said").format(drawn=drawn, said=said))
        chosen = found.get(self.overall.chosen)
        if chosen is None:
            self.cell_words.setText(self.tr("No test pair has these digits."))
            return
        with QSignalBlocker(self.cell):
            self.cell.choose(self.overall.chosen)
        numbers = dict(
            zip(("image", "sound", "neither"), (f"{100 * each:.0f}" for each in chosen), strict=True)
        )
        if drawn == said:
            text = self.tr(
                "{strategy}: of {pairs} pairs of each seed, {image} % are answered {drawn}. No conflict here."
            )
        else:
            text = self.tr(
                "{strategy}: of {pairs} pairs of each seed, {image} % are answered {drawn}, {sound} % {said}, "
                "{neither} % neither."
            )
        words = text.format(
            strategy=title(self.overall.chosen), pairs=read.pairs_per_cell, drawn=drawn, said=said, **numbers
        )
        self.cell_words.setText(words)

    def _draw_legend(self) -> None:
        for place, (swatch, series) in enumerate(zip(self._swatches, SIDES, strict=True)):
            pixmap = QPixmap(18, 14)
            pixmap.fill(QColor(style.theme().surface))
            painter = QPainter(pixmap)
            fill_part(painter, QRectF(pixmap.rect()), shade(series, style.theme()), place)
            painter.end()
            swatch.setPixmap(QIcon(pixmap).pixmap(QSize(18, 14)))

    def _lay_out(self) -> None:
        left, right, legend = QVBoxLayout(), QVBoxLayout(), QHBoxLayout()
        legend.setSpacing(style.SPACE_XS)
        names = (self.tr("the image wins"), self.tr("the sound wins"), self.tr("neither"))
        for swatch, name in zip(self._swatches, names, strict=True):
            legend.addWidget(swatch)
            legend.addWidget(QLabel(name))
            legend.addSpacing(style.SPACE_S)
        legend.addStretch(1)
        left.setSpacing(style.SPACE_S)
        left.addWidget(self.name)
        left.addWidget(self.matrix, 1)
        right.setSpacing(style.SPACE_XS)
        over_all = QLabel(self.tr("Over all conflicts"))
        style.set_role(over_all, "heading")
        right.addWidget(over_all)
        right.addLayout(legend)
        right.addWidget(self.overall, 1)
        right.addSpacing(style.SPACE_S)
        right.addWidget(self.cell_name)
        right.addWidget(self.cell, 1)
        right.addWidget(self.cell_words)
        halves = QHBoxLayout()
        halves.setSpacing(style.SPACE_L)
        halves.addLayout(left, 1)
        halves.addLayout(right, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style.SPACE_S)
        column.addLayout(halves, 1)
        column.addWidget(self.sentences)


def _words(parts: tuple[float, float, float]) -> str:
    """Return the three shares as whole per cents."""
    return " / ".join(f"{100 * each:.0f}" for each in parts)
