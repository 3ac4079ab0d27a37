"""What the network answers, in cards: the score of the target, the best classes of the picture or of a place in it."""

import math

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from tplab_gui.core.events.heatmap import HeatmapFrame, PictureSeen
from tplab_gui.ui import style
from tplab_gui.ui.widgets.score_card import ScoreCard
from tplab_gui.ui.widgets.top_scores import TopScores


class LookAnswers(QWidget):
    """The lower row of the page Look; further cards can be added to it."""

    def __init__(self, target: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.score, self.top = ScoreCard(), TopScores()
        self.score.show_nothing(target)
        self._shown: HeatmapFrame | None = None
        self.point: tuple[float, float] | None = None  # in pixels of the picture
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(style.SPACE_M)
        self.add_card(self.score, 3)
        self.add_card(self.top, 5)

    def add_card(self, widget: QWidget, share: int) -> None:
        """Put `widget` into a card at the end of the row; `share` of the width."""
        card = QFrame()
        style.set_role(card, "card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(style.SPACE_M, style.SPACE_S, style.SPACE_M, style.SPACE_S)
        inside.addWidget(widget)
        self._row.addWidget(card, share)

    def show_answer(self, picture: HeatmapFrame | PictureSeen | None, target: str) -> None:
        """Show what the network says of a picture; without heat, only which class is asked for."""
        if isinstance(picture, HeatmapFrame):
            self._shown = picture
            self.score.show_score(picture.target, picture.score, picture.threshold)
            self.score.show_others(tuple((each.target, each.score) for each in picture.others))
            self._show_top(picture)
        elif picture is not None:
            self._shown = None
            self.score.show_nothing(target)
            self.top.show_scores((), "")

    def point_at(self, point: tuple[float, float] | None) -> None:
        """Show what the cell at a point of the picture supports, in pixels; None: the whole picture again."""
        self.point = point
        if self._shown is not None:
            self._show_top(self._shown)

    def _show_top(self, picture: HeatmapFrame) -> None:
        best = picture.evidence.best_at(*self.point) if picture.evidence and self.point else []
        if not best:
            self.top.show_scores(picture.top, picture.target)
            return
        here = tuple((name, 0.5 * (1 + math.tanh(odds / 2))) for name, odds in best)
        self.top.show_scores(here, picture.target, self.tr("What this place alone supports"))
