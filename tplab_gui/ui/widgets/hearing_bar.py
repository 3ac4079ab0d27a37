"""How the lab listens: by itself or while a key is held, and with which network."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPushButton, QWidget

from tplab_gui.ui import style
from tplab_gui.ui.widgets.ear_choice import EarChoice

TALK_KEY = Qt.Key.Key_T


class HearingBar(QWidget):
    """One row. `held` follows the button and the key, whichever is down."""

    mode_chosen = Signal(str)  # as in ListenParams
    held = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.mode = QComboBox()
        self.mode.addItem(self.tr("Listens all the time"), "continuous")
        self.mode.addItem(self.tr("Push to talk"), "push")
        self.mode.setAccessibleName(self.tr("When the lab listens"))
        self.mode.setToolTip(
            self.tr(
                "All the time: a word begins where the sound rises above the noise and ends 0.28 s after it falls.\n"
                "Push to talk: you hold a key; for rooms where others speak too."
            )
        )
        self.mode.activated.connect(self._on_mode)
        self.talk = QPushButton(self.tr("Hold and speak (T)"))
        self.talk.setToolTip(
            self.tr("Keep it pressed while you speak; with the keyboard hold T, or Space on this button")
        )
        self.talk.pressed.connect(lambda: self._hold(is_held=True))
        self.talk.released.connect(lambda: self._hold(is_held=False))
        policy = self.talk.sizePolicy()
        policy.setRetainSizeWhenHidden(True)  # so that the spectrogram does not jump
        self.talk.setSizePolicy(policy)
        self.network = EarChoice()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(style.SPACE_S)
        row.addWidget(self.mode)
        row.addWidget(self.talk)
        row.addStretch(1)
        row.addWidget(self.network)
        self._is_held = False
        self.show_mode("continuous")
        self.follow_theme()

    def show_mode(self, mode: str) -> None:
        """Show how the lab listens, without asking for it."""
        self.mode.setCurrentIndex(self.mode.findData(mode))
        self.talk.setVisible(mode == "push")

    def listen_for_key(self, whole: QWidget) -> None:
        """Let T count everywhere in `whole`, also where a list of choices would search for the letter."""
        for widget in (whole, *whole.findChildren(QComboBox)):
            widget.installEventFilter(self)

    def let_go(self) -> None:
        """Let go of key and button: the window went out of sight, and nobody will tell of the release."""
        self._hold(is_held=False)

    def follow_theme(self) -> None:
        """Give the icon the colour of the text."""
        self.talk.setIcon(style.icon("mdi6.microphone-message"))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the key; a key that repeats itself is still the same press."""
        if event.type() == QEvent.Type.WindowDeactivate:
            self.let_go()
        if (
            not isinstance(event, QKeyEvent)
            or event.type() not in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease)
            or event.key() != TALK_KEY
            or event.modifiers()
            or self.talk.isHidden()
        ):
            return super().eventFilter(watched, event)
        if not event.isAutoRepeat():
            self.talk.setDown(event.type() == QEvent.Type.KeyPress)
            self._hold(is_held=event.type() == QEvent.Type.KeyPress)
        return True

    def _hold(self, *, is_held: bool) -> None:
        if not is_held:
            self.talk.setDown(False)
        if is_held != self._is_held:
            self._is_held = is_held
            self.held.emit(is_held)

    def _on_mode(self, row: int) -> None:
        self.let_go()
        mode = self.mode.itemData(row)
        self.show_mode(mode)
        self.mode_chosen.emit(mode)
