"""One thin row on the draw page: whom the lab believed, and the moments of the session, the newest last."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from tplab_gui.core.events.moments import DigitMoment, MomentsListed
from tplab_gui.ui import style
from tplab_gui.ui.widgets.moment_words import belief
from tplab_gui.ui.widgets.one_line import OneLine

SHOWN = 7


class MomentStrip(QWidget):
    """A press on a digit opens that moment; `game_wanted` starts the game."""

    chosen = Signal(str)  # the id of a moment; '' for all of them
    game_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.belief = OneLine()
        self._ids: tuple[str, ...] = ()
        self.caption = QLabel()
        style.set_role(self.caption, "muted")
        self.buttons = [self._button(place) for place in range(SHOWN)]
        self.all = QToolButton()
        self.all.setText("…")
        self.all.setStyleSheet("padding: 4px 2px;")
        self.all.setMinimumWidth(26)
        self.all.setAccessibleName(self.tr("All moments"))
        self.all.setToolTip(self.tr("All moments of this session, to replay, label and export"))
        self.all.clicked.connect(lambda: self.chosen.emit(""))
        self.game = QPushButton(self.tr("Game"))
        self.game.setToolTip(self.tr("Ten rounds against the clock (G)"))
        self.game.clicked.connect(self.game_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        row.addWidget(self.belief, 1)
        row.addSpacing(style.SPACE_S)
        row.addWidget(self.caption)
        row.addSpacing(style.SPACE_XS)
        for button in (*self.buttons, self.all):
            row.addWidget(button)
        row.addSpacing(style.SPACE_XS)
        row.addWidget(self.game)
        self.show_moments(MomentsListed(None, ()))
        self.follow_theme()

    def show_belief(self, moment: DigitMoment | None) -> None:
        """Say whom the lab believed; None says nothing."""
        self.belief.set_text("" if moment is None else belief(moment))

    def show_moments(self, listed: MomentsListed) -> None:
        """Show the newest moments of the session."""
        newest = listed.moments[-SHOWN:]
        self._ids = tuple(moment.id for moment in newest)
        self.caption.setText(self.tr("Moments: {count}").format(count=len(listed.moments)))
        self.caption.setVisible(bool(newest))
        self.all.setVisible(bool(newest))
        for place, button in enumerate(self.buttons):
            button.setVisible(place < len(newest))
            if place < len(newest):
                self._fill(button, newest[place])

    def follow_theme(self) -> None:
        """Give the icon the colour of the text."""
        self.game.setIcon(style.icon("mdi6.trophy-outline"))

    def _fill(self, button: QToolButton, moment: DigitMoment) -> None:
        digit = "?" if moment.digit is None else str(moment.digit)
        mark = ""
        if moment.label is not None:
            mark = "✓" if moment.label == moment.digit else "✗"
        button.setText(digit + mark)
        name = self.tr("Moment: {digit}. {belief}").format(digit=digit, belief=belief(moment))
        button.setToolTip(name)
        button.setAccessibleName(name)

    def _button(self, place: int) -> QToolButton:
        button = QToolButton()
        button.setStyleSheet("padding: 4px 2px;")
        button.setMinimumWidth(26)
        button.setAccessibleName(self.tr("A moment of this session"))
        button.clicked.connect(lambda: self.chosen.emit(self._ids[place]))
        return button
