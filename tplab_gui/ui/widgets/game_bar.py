"""The game above the draw page: what is asked for, the time, the score, and where fusion saved the answer."""

import time
from collections.abc import Callable

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from tplab_gui.core.events.moments import MomentChanged
from tplab_gui.core.game import LIMIT_S, ROUNDS, WAYS, Game, Round
from tplab_gui.ui import style
from tplab_gui.ui.widgets.game_words import outcome, task
from tplab_gui.ui.widgets.one_line import OneLine

TICK_MS = 100
PAUSE_MS = 2000  # to read what came out


class GameBar(QFrame):
    """One row. `round_begun` asks for a clean canvas and silence; `over` comes after the last round."""

    round_begun = Signal()
    over = Signal(object)  # the Game
    closed = Signal()

    def __init__(
        self, best: int, clock: Callable[[], float] = time.monotonic, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        style.set_role(self, "card")
        self.game: Game | None = None
        self.best = best
        self._clock = clock
        self._number = 0  # of the moment in which the round is played
        self.task, self.outcome, self.score = QLabel(), OneLine(), QLabel()
        style.set_role(self.task, "title")
        self.task.setAccessibleName(self.tr("What is asked for"))
        self.outcome.setMinimumWidth(120)
        self.way = QComboBox()
        for text, way in zip((self.tr("Draw and say"), self.tr("Draw"), self.tr("Say")), WAYS, strict=True):
            self.way.addItem(text, way)
        self.way.setAccessibleName(self.tr("How the digits are given"))
        self.go = QPushButton()
        self.go.clicked.connect(self.advance)
        self.stop = QPushButton(self.tr("Stop"))
        self.stop.setToolTip(self.tr("Leave the game (G)"))
        self.stop.clicked.connect(self.leave)
        row = QHBoxLayout(self)
        row.setContentsMargins(style.SPACE_M, style.SPACE_XS, style.SPACE_M, style.SPACE_XS)
        row.setSpacing(style.SPACE_M)
        for widget, stretch in ((self.task, 0), (self.way, 0), (self.outcome, 1), (self.score, 0)):
            row.addWidget(widget, stretch)
        row.addWidget(self.go)
        row.addWidget(self.stop)
        self._tick = QTimer(self, interval=TICK_MS)
        self._tick.timeout.connect(self._on_tick)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._begin_round)
        self._show()
        self.hide()

    @property
    def is_playing(self) -> bool:
        """Whether a game is under way."""
        return self.game is not None and not self.game.is_over

    def toggle(self) -> None:
        """Come up, or leave."""
        if self.isHidden():
            self.game = None
            self._show()
            self.show()
            self.go.setFocus()
        else:
            self.leave()

    def leave(self) -> None:
        """Stop the game and go away."""
        self._tick.stop()
        self._pause.stop()
        self.game = None
        self.hide()
        self.closed.emit()

    def advance(self) -> None:
        """Start, skip the round, or go on at once."""
        if not self.is_playing:
            self.game = Game(self.way.currentData())
            self._begin_round()
        elif self.game is not None and self.game.is_running:
            self._show_round(self.game.give_up(self._clock()))
        else:
            self._begin_round()

    def follow(self, number: int) -> None:
        """Hear the number of the moment that begins now: what is told of earlier ones is of no round."""
        self._number = number

    def note_answer(self) -> None:
        """Hear that the fused answer changed."""
        if self.game is not None and self.game.is_running:
            self.game.note_answer(self._clock())

    def judge(self, event: MomentChanged) -> None:
        """Take what the lab makes of the moment."""
        if self.game is not None and event.number == self._number:
            self._show_round(self.game.judge(event.moment.verdict, is_settled=event.is_settled))

    def _begin_round(self) -> None:
        self._pause.stop()
        if self.game is None:
            return
        self.round_begun.emit()
        self.game.begin(self._clock())
        self.outcome.set_text("")
        self._tick.start()
        self._show()

    def _on_tick(self) -> None:
        game = self.game
        if game is not None and game.is_late(self._clock()):
            self._show_round(game.give_up(self._clock()))
        self._show()

    def _show_round(self, done: Round | None) -> None:
        if done is None or self.game is None:
            return
        self._tick.stop()
        self.outcome.set_text(outcome(done))
        style.set_role(self.outcome, "good" if done.is_right else "warning")
        self._show()
        if self.game.is_over:
            self.best = max(self.best, self.game.points)
            self.over.emit(self.game)
        else:
            self._pause.start()

    def _show(self) -> None:
        game = self.game
        has_begun = self.is_playing
        self.way.setVisible(not has_begun)
        if game is None:
            self.task.setText(self.tr("Game"))
            self.outcome.set_text(
                self.tr(
                    "{rounds} digits, as fast as you can. Keys 0 to 9 draw, Alt with them speaks."
                ).format(rounds=ROUNDS)
            )
            style.set_role(self.outcome, "muted")
        elif has_begun:
            self.task.setText(task(game.way, game.asked) if game.is_running else self.tr("Round over"))
        else:
            self.task.setText(self.tr("{points} points").format(points=game.points))
        self.go.setText(self._go_text())
        self.go.setToolTip(self.tr("Start, skip this digit, or go on at once (Enter)"))
        self.score.setText(self._score_text())

    def _go_text(self) -> str:
        if not self.is_playing:
            return self.tr("Start")
        return self.tr("Skip") if self.game is not None and self.game.is_running else self.tr("Next")

    def _score_text(self) -> str:
        if self.game is None:
            return self.tr("best: {best}").format(best=self.best) if self.best else ""
        number = min(len(self.game.rounds) + self.game.is_running, ROUNDS)
        left_s = max(0.0, LIMIT_S - self.game.elapsed_s(self._clock()))
        text = (
            self.tr("{round}/{rounds} · {left:.0f} s left · {points} points · best {best}")
            if self.game.is_running
            else self.tr("{round}/{rounds} · {points} points · best {best}")
        )
        return text.format(
            round=number,
            rounds=ROUNDS,
            left=left_s,
            points=self.game.points,
            best=max(self.best, self.game.points),
        )
