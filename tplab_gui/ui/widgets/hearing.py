"""The right side of the Digits tab: the sound, how it is listened to, the answers and what decided."""

import numpy as np
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tplab_gui.core.events.digits import (
    DigitScores,
    Level,
    ScoresCleared,
    SourceClosed,
    SourceLost,
    SourceOpened,
    SpectrogramColumns,
    WordHeard,
    WordOpen,
    WordSeen,
)
from tplab_gui.core.events.recording import EarChosen
from tplab_gui.ui import style
from tplab_gui.ui.widgets.answer_panel import AnswerPanel
from tplab_gui.ui.widgets.hearing_bar import HearingBar
from tplab_gui.ui.widgets.sound_panel import SoundPanel
from tplab_gui.ui.widgets.word_panel import WordPanel


class Hearing(QWidget):
    """Puts them together and shows what the job says of the sound; the tab decides what else follows from it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bar, self.word = HearingBar(), WordPanel()
        self.sound, self.answers = SoundPanel(self.bar), AnswerPanel(self.word)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style.SPACE_S)
        column.addWidget(self.sound, 5)
        column.addWidget(self.answers, 4)

    def show_columns(self, events: list[object]) -> None:
        """Paint the spectrogram of everything that came since the last frame, once."""
        opened = max((n for n, event in enumerate(events) if isinstance(event, SourceOpened)), default=0)
        # What came before is of another source.
        self.sound.spectrogram.extend(
            [event for event in events[opened:] if isinstance(event, SpectrogramColumns)]
        )

    def show_event(self, event: object) -> None:
        """Show one event, in the order in which they came."""
        match event:
            case Level():
                self.sound.show_level(event)
            case DigitScores():
                self.answers.show_scores(event)
                if event.source == "audio":
                    self.sound.spectrogram.name_last(str(int(np.argmax(event.scores))))
            case ScoresCleared():
                self.answers.clear(event.source)
                if event.source == "audio":
                    self.word.show_word(None)
            case WordOpen():
                self.sound.spectrogram.show_open(event.start_s)
            case WordHeard():
                self.sound.spectrogram.mark(event)
            case WordSeen():
                self.sound.spectrogram.show_window(event)
                if self.word.switch.isChecked():
                    self.word.show_word(event)
            case SourceOpened():
                self.sound.show_opened(event)
            case SourceClosed() | SourceLost():
                self.sound.spectrogram.show_open(None)
            case EarChosen():
                self.sound.show_adapted(is_adapted=event.is_adapted)

    def follow_theme(self) -> None:
        """Give the icons the colour of the text."""
        for each in (self.sound, self.bar, self.word):
            each.follow_theme()
