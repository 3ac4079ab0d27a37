"""A page of the Digits tab: draw a digit, say it, and see both answers and their sum, at once."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tplab_gui import jobs
from tplab_gui.core.errors import LabError
from tplab_gui.core.events.common import Cleared, DevicesFound, Notice, Ready
from tplab_gui.core.events.digits import (
    DigitScores,
    InkSeen,
    ScoresCleared,
    SourceClosed,
    SourceLost,
    SourceOpened,
)
from tplab_gui.core.mailbox import Latest, Mailbox
from tplab_gui.runtime.poller import Poller
from tplab_gui.runtime.runner import Runner
from tplab_gui.ui import style
from tplab_gui.ui.widgets import hearing_memory
from tplab_gui.ui.widgets.draw_keys import add_keys
from tplab_gui.ui.widgets.hearing import Hearing
from tplab_gui.ui.widgets.ink_panel import InkPanel
from tplab_gui.ui.widgets.moment_desk import MomentDesk
from tplab_gui.ui.widgets.moment_store import MomentStore
from tplab_gui.ui.widgets.tab import Tab, TabContext

FRAME_MS = 16  # the spectrogram moves with the screen
_PICTURES = (".png", ".jpg", ".jpeg", ".bmp", ".gif", ".tif", ".tiff", ".webp")


class DrawPage(Tab):
    """The canvas on the left; on the right the sound above the scores, below them the moments of the session.

    `store` keeps the moments; without one the page brings its own.
    """

    moment_chosen = Signal(str)  # the id of a moment that is to be looked at; '' for all of them

    def __init__(
        self, context: TabContext, store: MomentStore | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(context, parent)
        self.desk = MomentDesk(context.settings, store, self)
        self.params = Latest(hearing_memory.first_params(context))
        self._ink: Latest[Any] = Latest(())
        self._say: Mailbox[int] = Mailbox(capacity=20)
        self._is_chosen = context.simulate  # by the user: the lab does not fall back to another source then
        self._missing: LabError | None = None  # why the simulated voice stands in for the microphone
        self._noticed: set[str] = set()  # keys of the notices that the window's bar shows
        self._listener, self._finder = Runner(self), Runner(self)
        self._pollers = [
            Poller(self._listener.mailbox, self._on_events, self, FRAME_MS),
            Poller(self._finder.mailbox, self._on_found, self),
        ]
        for runner in (self._listener, self._finder):
            runner.failed.connect(self.report_failure)
        self._listener.finished.connect(self._on_finished)
        self._build()
        add_keys(self)
        self.setAcceptDrops(True)
        self._show_choice()

    def start(self) -> None:
        """Begin to listen and to read."""
        for poller in self._pollers:
            poller.start()
        self.desk.store.start()
        self._finder.start(jobs.microphones)
        self._listener.start(jobs.listen, self.params, self._ink, self._say)
        self.bar.network.start()
        self.answers.strategy.start()
        self.hearing.word.player.start()

    def set_active(self, is_active: bool) -> None:  # noqa: FBT001  as Tab declares it
        """Close the microphone while the tab is hidden."""
        if is_active != self.params.get().is_active:
            self.bar.let_go()
            self._ask(is_active=is_active, is_adapted=self.context.settings.adapted_voice)
            if is_active:
                self.bar.network.look_again()
                self.answers.strategy.look_again()
                self.ink.canvas.setFocus()  # the keys of the page count at once

    def shut_down(self, timeout_ms: int = 1500) -> bool:
        """Stop the jobs, and with them the microphone."""
        for poller in self._pollers:
            poller.stop()
        has_stopped = [runner.stop(timeout_ms) for runner in (self._listener, self._finder)]
        parts = (self.bar.network, self.answers.strategy, self.hearing.word, self.desk)
        has_stopped += [each.shut_down(timeout_ms) for each in parts]
        return all(has_stopped)

    # -- what the user asks ------------------------------------------------------------------------------------

    def _ask(self, **changes: Any) -> None:
        self.params.set(replace(self.params.get(), **changes))

    def _choose(self, **changes: Any) -> None:
        """Ask for it, now and at the next start."""
        hearing_memory.keep(self.context.settings, changes)
        self._ask(**changes)

    def choose_source(self, source: str, where: str) -> None:
        """Listen to `source` of ListenParams: a device for 'microphone', a path for 'file'."""
        self._is_chosen, self._missing = True, None
        self._listen_to(source, where)
        if source == "microphone":
            self.context.settings.microphone = where

    def choose_language(self, language: str) -> None:
        """Hear, and have the simulated voice say, the digits of `language` of ListenParams."""
        self.context.settings.spoken = language
        self._ask(language=language)

    def _listen_to(self, source: str, where: str = "") -> None:
        now = self.params.get()
        self._ask(
            source=source,
            device=where if source == "microphone" else "",
            file=where if source == "file" else "",
            generation=now.generation + 1,
            is_muted=False,
        )
        self._show_choice()

    def _on_retry(self) -> None:
        if not self._finder.is_running:
            self._finder.start(jobs.microphones)
        if (
            self._missing is not None
        ):  # the simulated voice stands in: try the microphone again, fall back again
            self._missing = None
            self._listen_to("microphone", self.context.settings.microphone)
        else:
            self._ask(generation=self.params.get().generation + 1)

    def _on_mute(self, is_muted: bool) -> None:  # noqa: FBT001  Qt's signature
        self._ask(is_muted=is_muted)

    def say(self, digit: int) -> None:
        """Have the simulated voice say a digit; chooses the simulated microphone when another one is open."""
        if self.params.get().source != "simulated":
            self.choose_source("simulated", "")
            # The job opens the new source first, and forgets what was asked of the old one.
            QTimer.singleShot(300, lambda: self._say.put(digit))
            return
        self._say.put(digit)

    def _on_new_moment(self) -> None:
        self._ask(moment=self.params.get().moment + 1)
        self.desk.begin(self.params.get().moment)

    # -- what the jobs say -------------------------------------------------------------------------------------

    def _on_found(self, events: list[object]) -> None:
        for event in events:
            if isinstance(event, DevicesFound):
                self.sound.choice.set_microphones(event)

    def _on_events(self, events: list[object]) -> None:
        for event in events:
            self.hearing.show_event(event)
            self.desk.show_event(event)
            self._on_event(event)
        self.hearing.show_columns(events)

    def _on_event(self, event: object) -> None:
        match event:
            case ScoresCleared(source="image"):
                self.ink.show_seen(None)
            case InkSeen():
                self.ink.show_seen(event)
            case DigitScores(source="image"):
                self.ink.show_scores(event)
            case SourceOpened():
                self._is_chosen = self._is_chosen or not event.is_simulated
                if self._missing is not None:
                    self._show_stand_in()
            case SourceClosed():
                self._on_closed(event)
            case SourceLost():
                self.sound.show_state("missing")
            case Notice():
                self._on_notice(event)
            case Cleared(key="source" | "silent" | "too-long" | "no-word"):
                if self._missing is None:
                    self.sound.hide_problem()
            case Cleared() if event.key in self._noticed:
                self._noticed.discard(event.key)
                self.notice.emit(None, "")
            case Ready():
                self.sound.show_state("hidden")
                self.ready.emit()

    def _on_closed(self, event: SourceClosed) -> None:
        if event.is_at_end:
            self.sound.show_state("ended", event.name)
        else:
            self.sound.show_state("muted" if self.params.get().is_muted else "hidden")

    def _on_notice(self, notice: Notice) -> None:
        if notice.key == "source" and not self._is_chosen:
            self._missing = notice.error
            self._listen_to("simulated")
            self._show_stand_in()
        elif notice.key in ("source", "silent", "too-long", "no-word"):
            self.sound.show_problem(notice.error, can_retry=notice.key in ("source", "silent"))
            if notice.key == "source":
                self.sound.show_state("missing")
        else:
            self._noticed.add(notice.key)
            self.notice.emit(notice.error, notice.kind)

    def _show_stand_in(self) -> None:
        if self._missing is not None:
            remark = self.tr("The simulated voice plays instead; plug a microphone in and press Retry.")
            self.sound.show_problem(self._missing, remark=remark)

    def _on_finished(self) -> None:
        self.sound.show_state("missing")

    def _show_choice(self) -> None:
        now = self.params.get()
        self.sound.choice.show_choice(now.source, now.device or now.file)
        self.sound.show_language(now.language)
        self.sound.show_simulated(is_simulated=now.source == "simulated")
        self.sound.show_muted(is_muted=now.is_muted)

    # -- how it is built ---------------------------------------------------------------------------------------

    def _build(self) -> None:
        self.ink, self.hearing = InkPanel(), Hearing()
        self.sound, self.answers, self.bar = self.hearing.sound, self.hearing.answers, self.hearing.bar
        self.ink.drawn.connect(self._ink.set)
        self.ink.cleared.connect(self._on_new_moment)
        self.sound.choice.chosen.connect(self.choose_source)
        self.sound.language_chosen.connect(self.choose_language)
        self.sound.mute_wanted.connect(self._on_mute)
        self.sound.retry_wanted.connect(self._on_retry)
        self.sound.digit_said.connect(self.say)
        self.answers.fusion_changed.connect(
            lambda name, weight, run: self._choose(fusion=name, image_weight=weight, fusion_run=run)
        )
        self.bar.mode_chosen.connect(lambda mode: self._choose(mode=mode, is_held=False))
        self.bar.held.connect(lambda is_held: self._ask(is_held=is_held))
        self.bar.network.chosen.connect(lambda run_dir: self._choose(network=run_dir))
        self.bar.listen_for_key(self)
        hearing_memory.show(self.context.settings, self.hearing)
        self.hearing.word.explains_changed.connect(lambda is_on: self._ask(explains=is_on))
        for part in (self.bar.network, self.hearing.word.player, self.desk):
            part.notice.connect(self.notice)
            part.failed.connect(self.report_failure)
        self.answers.strategy.failed.connect(self.report_failure)
        self.desk.moment_chosen.connect(self.moment_chosen)
        self.desk.wipe_wanted.connect(self.ink.clear)
        self.desk.wipe_wanted.connect(self.ink.canvas.setFocus)
        right = QVBoxLayout()
        right.setSpacing(style.SPACE_XS)
        right.addWidget(self.hearing, 1)
        right.addWidget(self.desk.strip)
        row = QHBoxLayout()
        row.setSpacing(style.SPACE_M)
        row.addWidget(self.ink, 3)
        row.addLayout(right, 7)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style.SPACE_S)
        column.addWidget(self.desk.game)
        column.addLayout(row, 1)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Read a picture, or listen to a sound file."""
        for url in event.mimeData().urls():
            path = url.toLocalFile()
            if path.lower().endswith(_PICTURES):
                self.ink.open_picture(path)
            elif path:
                self.sound.choice.open_file(path)
        event.acceptProposedAction()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "ink"):
            self.ink.follow_theme()
            self.hearing.follow_theme()
            self.desk.strip.follow_theme()
        super().changeEvent(event)
