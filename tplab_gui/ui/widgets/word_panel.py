"""What decided, beside the answer: the picture of the word, and its sound, all of it or the hot part alone."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from tplab_gui.core.events.data import PlayPart
from tplab_gui.core.events.digits import WordSeen
from tplab_gui.ui import style
from tplab_gui.ui.widgets.clip_player import ClipPlayer
from tplab_gui.ui.widgets.word_picture import WordPicture


class WordPanel(QWidget):
    """Shows the last word; `explains_changed` asks for, or does without, what decided."""

    explains_changed = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.switch = QCheckBox(self.tr("What decided"))
        self.switch.setChecked(True)
        self.switch.setToolTip(
            self.tr(
                "The word as the network saw it. The lighter the colour, the more that place spoke for the answer: "
                "gradient times activation.\nThe bars below are the share of every moment in the score of the digit, "
                "up for it, down against it; with the constant that every word gets they add up to it exactly.\n"
                "The frame holds the hottest part."
            )
        )
        self.switch.toggled.connect(self._on_switch)
        self.picture = WordPicture(self.tr("no word yet"))
        self.player = ClipPlayer(self)
        self.player.stopped.connect(self._show_buttons)
        self.whole = QPushButton()
        self.whole.setToolTip(self.tr("Play the word as the network heard it, or stop"))
        self.whole.clicked.connect(lambda: self._play(PlayPart()))
        self.hot = QPushButton()
        self.hot.setToolTip(self.tr("Play only the hot part: the seconds and the frequencies in the frame"))
        self.hot.clicked.connect(self.play_hot)
        buttons = QHBoxLayout()
        buttons.setSpacing(style.SPACE_XS)
        buttons.addWidget(self.whole, 1)
        buttons.addWidget(self.hot, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style.SPACE_XS)
        column.addWidget(self.switch)
        column.addWidget(self.picture, 1)
        column.addLayout(buttons)
        self.setFixedWidth(210)
        self.show_word(None)

    def show_word(self, seen: WordSeen | None) -> None:
        """Show a word, or None: nothing was heard."""
        self.picture.show_word(seen)
        self.player.take(None if seen is None else seen.samples, 0 if seen is None else seen.rate_hz)
        name = self.tr("What decided")
        if seen is not None:
            start_s, end_s, low_hz, high_hz = seen.hot
            name = self.tr(
                "What decided for {digit}: {start:.2f} to {end:.2f} s of the window, {low:.0f} to {high:.0f} Hz"
            ).format(digit=seen.digit, start=start_s, end=end_s, low=low_hz, high=high_hz)
        self.picture.setAccessibleName(name)
        self.picture.setToolTip(name if seen is not None else "")
        self._show_buttons()

    def play_hot(self) -> None:
        """Play the hot part of the word, or stop."""
        if self.picture.seen is not None:
            self._play(PlayPart(*self.picture.seen.hot))

    def shut_down(self, timeout_ms: int) -> bool:
        """Stop playing, and wait."""
        return self.player.shut_down(timeout_ms)

    def _play(self, part: PlayPart) -> None:
        if not self.player.is_playing:
            self.player.choose(part)
        self.player.toggle()
        self._show_buttons()

    def _show_buttons(self) -> None:
        is_playing = self.player.is_playing
        self.whole.setText(self.tr("Stop") if is_playing else self.tr("Word"))
        self.hot.setText(self.tr("Hot part"))
        self.whole.setIcon(style.icon("mdi6.stop" if is_playing else "mdi6.play"))
        self.hot.setIcon(style.icon("mdi6.play"))
        has_word = self.picture.seen is not None
        self.whole.setEnabled(has_word)
        self.hot.setEnabled(has_word and not is_playing)

    def follow_theme(self) -> None:
        """Give the icons the colour of the text."""
        self._show_buttons()

    def _on_switch(self, is_on: bool) -> None:  # noqa: FBT001  Qt's signature
        for each in (self.picture, self.whole, self.hot):
            each.setVisible(is_on)
        if not is_on:
            self.show_word(None)
        self.explains_changed.emit(is_on)
