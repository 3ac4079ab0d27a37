"""The left of the page Record: the digit to say, the sound as it comes, and what to do with the take."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from tplab_gui.core.errors import LabError
from tplab_gui.core.events.digits import Level
from tplab_gui.ui import style
from tplab_gui.ui.widgets.level_meter import LevelMeter
from tplab_gui.ui.widgets.notice_bar import in_words
from tplab_gui.ui.widgets.record_session import RecordSession
from tplab_gui.ui.widgets.record_stage import RecordStage
from tplab_gui.ui.widgets.wave_strip import WaveStrip


class RecordDeck(QFrame):
    """Shows a session, and has a button for each of its keys."""

    begin_wanted = Signal()
    retry_wanted = Signal()

    def __init__(self, session: RecordSession, listen: QPushButton, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        style.set_role(self, "card")
        self.session = session
        self._is_heard = self._is_simulated = False
        self._trouble: LabError | None = None
        self.stage = RecordStage(session)
        self.stage.record_wanted.connect(self.record)
        self.stage.keep_wanted.connect(session.keep)
        self.wave, self.meter = WaveStrip(), LevelMeter()
        self.state, self.message = QLabel(), QLabel()
        self.state.setAccessibleName(self.tr("State of the recording"))
        self.message.setWordWrap(True)
        self.message.setMinimumHeight(
            2 * self.message.fontMetrics().lineSpacing() + 4
        )  # no jump with a longer one
        self.retry = QPushButton(self.tr("Retry"))
        self.retry.setToolTip(self.tr("Look for the microphone again"))
        self.retry.clicked.connect(self.retry_wanted)
        self.main = self._button(
            self.tr("Record"), self.tr("Begin, or record this digit again (Space)"), self.record
        )
        self.keep = self._button(
            self.tr("Keep"), self.tr("Keep this take, go to the next (Enter)"), session.keep
        )
        self.redo = self._button(self.tr("Redo"), self.tr("Say this digit again (R)"), session.redo)
        self.skip = self._button(self.tr("Skip"), self.tr("Go on without this take (S)"), session.skip)
        self.stop = self._button(
            self.tr("Stop"), self.tr("End here; what was kept stays (Esc)"), session.stop
        )
        self.listen = listen
        style.set_role(self.main, "primary")
        session.changed.connect(self._show)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[style.SPACE_M] * 4)
        column.setSpacing(style.SPACE_S)
        head = QHBoxLayout()
        head.addWidget(self.state, 1)
        head.addWidget(self.meter)
        column.addLayout(head)
        column.addWidget(self.stage, 1)
        told = QHBoxLayout()
        told.addWidget(self.message, 1)
        told.addWidget(self.retry)
        column.addLayout(told)
        column.addWidget(self.wave)
        row = QHBoxLayout()
        row.setSpacing(style.SPACE_S)
        for button in (self.main, self.keep, self.redo, self.listen, self.skip):
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self.stop)
        column.addLayout(row)
        self._show()

    def record(self) -> None:
        """Begin a session, or repeat the digit in turn."""
        if not self.session.is_under_way:
            self.begin_wanted.emit()
        elif self.session.state in ("missed", "review"):
            self.session.redo()

    def show_heard(self, *, is_heard: bool, is_simulated: bool = False) -> None:
        """Say whether a source delivers sound, and whether it is the voice of the lab."""
        self._is_heard, self._is_simulated = is_heard, is_simulated
        if is_heard:
            self._trouble = None
        else:
            self.meter.clear()
            self.wave.clear()
        self._show()

    def show_trouble(self, error: LabError | None) -> None:
        """Say what is wrong with the source, or that nothing is any more."""
        self._trouble = error
        self._show()

    def show_level(self, level: Level) -> None:
        """Show the newest level."""
        self.meter.show_level(level.rms_db, level.peak_db, is_clipping=level.is_clipping)

    def follow_theme(self) -> None:
        """Give the icons the colour of the text."""
        for button, name in (
            (self.main, "mdi6.microphone"),
            (self.keep, "mdi6.check"),
            (self.redo, "mdi6.restore"),
            (self.skip, "mdi6.skip-next"),
            (self.stop, "mdi6.stop"),
        ):
            is_primary = button.property("role") == "primary"
            button.setIcon(style.icon(name, style.theme().on_accent if is_primary else None))

    def _button(self, text: str, tool_tip: str, act: object) -> QPushButton:
        button = QPushButton(text)
        button.setToolTip(tool_tip)
        button.clicked.connect(act)
        button.clicked.connect(self.stage.setFocus)  # so that the keys go on where the mouse began
        return button

    def _show(self) -> None:
        session = self.session
        mark, role, text = {
            "idle": ("○", "muted", self.tr("ready") if self._is_heard else self.tr("no sound yet")),
            "countdown": ("◔", "muted", self.tr("get ready: {count}").format(count=session.count)),
            "listening": ("●", "error", self.tr("recording")),
            "review": ("■", "good", self.tr("heard"))
            if session.problem is None
            else ("▲", "warning", self.tr("better once more")),
            "missed": ("▲", "warning", self.tr("not heard")),
            "done": ("✓", "good", self.tr("done")),
        }[session.state]
        if session.is_under_way:
            place = self.tr("{number} of {count}").format(number=session.done + 1, count=session.asked)
            text = f"{text} · {place}"
        self.state.setText(f"{mark} {text}")
        style.set_role(self.state, role)
        self._show_message()
        self.wave.show_take(session.take.samples if session.take is not None else None)
        is_decided = session.state in ("review", "missed")
        self.main.setEnabled(self._is_heard and (not session.is_under_way or is_decided))
        self.keep.setEnabled(session.state == "review")
        self.redo.setEnabled(self._is_heard and (is_decided or session.state == "listening"))
        self.skip.setEnabled(session.is_under_way)
        self.listen.setEnabled(session.take is not None)
        self.stop.setEnabled(session.is_under_way)
        again = self.redo if is_decided else self.main
        wanted = self.keep if session.state == "review" and session.problem is None else again
        for button in (self.main, self.keep, self.redo):
            if (button.property("role") == "primary") != (button is wanted):
                style.set_role(button, "primary" if button is wanted else "")
                self.follow_theme()

    def _show_message(self) -> None:
        problem = self._trouble or self.session.problem
        self.retry.setVisible(self._trouble is not None)
        if problem is not None:
            self.message.setText(" ".join(each for each in in_words(problem) if each))
            style.set_role(self.message, "warning")
            return
        style.set_role(self.message, "muted")
        if self._is_simulated and not self.session.is_under_way:
            self.message.setText(
                self.tr(
                    "Press Space to try it: the simulated microphone says each digit itself. That is not your voice."
                )
            )
            return
        self.message.setText(
            {
                "idle": self.tr("Press Space, and say each digit when the ring turns red."),
                "countdown": self.tr("Wait for the red ring, then say it."),
                "listening": self.tr("Say it now."),
                "review": self.tr("Enter keeps it, R repeats it, P plays it."),
                "missed": "",
                "done": self.tr("That was the last one. “Adapt to my voice” can use them."),
            }[self.session.state]
        )
