"""What the draw page does with moments: keeps them, shows them in a strip, and plays the game with them."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from tplab_gui.core.events.digits import DigitScores
from tplab_gui.core.events.moments import MomentChanged, MomentDropped
from tplab_gui.core.game import Game
from tplab_gui.core.settings import Settings
from tplab_gui.ui.widgets.game_bar import GameBar
from tplab_gui.ui.widgets.game_result import GameResult
from tplab_gui.ui.widgets.moment_store import MomentStore
from tplab_gui.ui.widgets.moment_strip import MomentStrip


class MomentDesk(QObject):
    """Brings together the store, the strip and the game of `page`; `wipe_wanted` asks for a clean canvas."""

    wipe_wanted = Signal()
    moment_chosen = Signal(str)  # as of the strip
    notice = Signal(object, str)
    failed = Signal(object)

    def __init__(self, settings: Settings, store: MomentStore | None, page: QWidget) -> None:
        super().__init__(page)
        self._settings, self._page = settings, page
        self._owns_store = store is None
        self.store = store or MomentStore(self)
        self.strip, self.game = MomentStrip(), GameBar(settings.game_best)
        self._number = 0
        self.store.listed.connect(self.strip.show_moments)
        if self._owns_store:
            self.store.notice.connect(self.notice)
            self.store.failed.connect(self.failed)
        self.strip.chosen.connect(self.moment_chosen)
        self.strip.game_wanted.connect(self.game.toggle)
        self.game.round_begun.connect(self.wipe_wanted)
        self.game.over.connect(self._on_game_over)

    def begin(self, number: int) -> None:
        """Hear that a new moment begins, with this number of ListenParams."""
        self._number = number
        self.game.follow(number)
        self.strip.show_belief(None)

    def show_event(self, event: object) -> None:
        """Take an event of the listening job."""
        match event:
            case DigitScores(source="fused"):
                self.game.note_answer()
            case MomentChanged():
                self.store.take(event)
                if event.number == self._number:
                    self.strip.show_belief(event.moment)
                self.game.judge(event)
            case MomentDropped():
                self.store.take(event)

    def shut_down(self, timeout_ms: int) -> bool:
        """Leave the game, and stop what keeps the moments if nobody else needs it."""
        self.game.leave()
        return self.store.shut_down(timeout_ms) if self._owns_store else True

    def _on_game_over(self, game: Game) -> None:
        best = self._settings.game_best
        self._settings.game_best = max(best, game.points)
        self.result = GameResult(game, best, self._page)
        self.result.show()
