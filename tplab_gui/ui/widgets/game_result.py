"""The table at the end of a game: every round, and where fusion saved it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from tplab_gui.core.game import Game
from tplab_gui.ui import style
from tplab_gui.ui.widgets.game_words import fusion_part


class GameResult(QDialog):
    """Shows a game that is over; `best` is the best score before it."""

    def __init__(self, game: Game, best: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("The game is over"))
        right = sum(each.is_right for each in game.rounds)
        title = QLabel(
            self.tr("{points} points, {right} of {rounds} right").format(
                points=game.points, right=right, rounds=len(game.rounds)
            )
        )
        style.set_role(title, "title")
        note = QLabel(self._note(game, best))
        note.setWordWrap(True)
        self.table = QTableWidget(len(game.rounds), 7)
        self.table.setHorizontalHeaderLabels(
            [
                self.tr("asked"),
                self.tr("image"),
                self.tr("sound"),
                self.tr("both"),
                self.tr("seconds"),
                self.tr("points"),
                self.tr("what fusion did"),
            ]
        )
        self.table.verticalHeader().hide()
        self.table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        self.table.setAccessibleName(self.tr("The rounds of the game"))
        for row, each in enumerate(game.rounds):
            digits = ("–" if digit is None else str(digit) for digit in (each.image, each.audio, each.fused))
            mark = " ✓" if each.is_right else " ✗"
            image, audio, fused = digits
            texts = (str(each.asked), image, audio, fused + mark, f"{each.seconds:.1f}", str(each.points))
            for column, text in enumerate((*texts, fusion_part(each))):
                item = QTableWidgetItem(text)
                if column < len(texts):
                    item.setTextAlignment(Qt.AlignmentFlag.AlignCenter)
                self.table.setItem(row, column, item)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(6, QHeaderView.ResizeMode.Stretch)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(*[style.SPACE_L] * 4)
        lines.setSpacing(style.SPACE_M)
        for widget in (title, note, self.table, buttons):
            lines.addWidget(widget)
        self.resize(820, 480)

    def _note(self, game: Game, best: int) -> str:
        parts = []
        if game.points > best:
            parts.append(self.tr("A new best score."))
        elif best:
            parts.append(self.tr("Your best score is {best}.").format(best=best))
        if game.way == "both":
            parts.append(
                self.tr(
                    "Fusion saved {saved} of {rounds} answers that one of both alone would have got wrong."
                ).format(saved=game.saved, rounds=len(game.rounds))
            )
        return " ".join(parts)
