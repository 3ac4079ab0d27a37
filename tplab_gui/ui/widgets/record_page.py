"""The page Record: own digits, kept on this computer, and a network that learns the voice that said them."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from tplab_gui import jobs
from tplab_gui.core.errors import LabError
from tplab_gui.core.events.common import Cleared, DevicesFound, Notice
from tplab_gui.core.events.digits import Level, SourceClosed, SourceLost, SourceOpened
from tplab_gui.core.events.recording import (
    ClipsDeleted,
    DeleteAll,
    DeleteClips,
    EmptyTrash,
    KeepTake,
    Prompt,
    RecordingsListed,
    TakeBack,
    TakeHeard,
    TakeKept,
    TakeMissed,
    WaveHeard,
)
from tplab_gui.core.mailbox import Latest, Mailbox
from tplab_gui.core.params import ListenParams
from tplab_gui.core.speakers import checked_name
from tplab_gui.runtime.poller import Poller
from tplab_gui.runtime.runner import Runner
from tplab_gui.ui import style
from tplab_gui.ui.widgets.adapt_control import AdaptControl
from tplab_gui.ui.widgets.clip_player import ClipPlayer
from tplab_gui.ui.widgets.data_page import DataPage
from tplab_gui.ui.widgets.record_deck import RecordDeck
from tplab_gui.ui.widgets.record_form import RecordForm
from tplab_gui.ui.widgets.record_session import RecordSession
from tplab_gui.ui.widgets.recordings_panel import RecordingsPanel
from tplab_gui.ui.widgets.segmented_bar import SegmentedBar
from tplab_gui.ui.widgets.tab import TabContext

FRAME_MS = 33


class RecordPage(DataPage):
    """Hears the microphone only while it is shown; keeps what was kept whatever happens to the microphone."""

    def __init__(self, context: TabContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        source = "simulated" if context.simulate else "microphone"
        device = "" if context.simulate else context.settings.microphone
        spoken = context.spoken
        self.params = Latest(ListenParams(source=source, device=device, is_active=False, language=spoken))
        self._prompts: Latest[Prompt] = Latest(Prompt())
        self._say: Mailbox[int] = Mailbox(capacity=20)
        self._requests: Mailbox[object] = Mailbox()
        self._speaker = ""  # of the session under way
        self.session = RecordSession(self)
        self._listener, self._keeper, self._finder, self._speakers = (Runner(self) for _ in range(4))
        self._pollers = [
            Poller(self._listener.mailbox, self._each(self._on_sound), self, FRAME_MS),
            Poller(self._keeper.mailbox, self._each(self._on_kept), self),
            Poller(self._finder.mailbox, self._each(self._on_found), self),
            Poller(self._speakers.mailbox, self._each(self._on_played), self),
        ]
        for runner in (self._listener, self._keeper, self._finder, self._speakers):
            runner.failed.connect(self.report_failure)
        self._build()

    def start(self) -> None:
        """Look for microphones and recordings."""
        for poller in self._pollers:
            poller.start()
        self.player.start()
        self.adapt.start()
        self._keeper.start(jobs.recordings, self._requests)
        self._finder.start(jobs.microphones)
        self._listener.start(jobs.record, self.params, self._prompts, self._say)

    def set_active(self, is_active: bool) -> None:  # noqa: FBT001  as Tab declares it
        """Close the microphone while the page is hidden; a session waits, with its take."""
        if not is_active and self.session.state in ("countdown", "listening"):
            self.session.stop()
        self._ask(is_active=is_active)
        if is_active:
            self.deck.follow_theme()
            self.stage.setFocus()

    def shut_down(self, timeout_ms: int = 1500) -> bool:
        """Stop listening, playing and learning."""
        self.session.stop()
        for poller in self._pollers:
            poller.stop()
        runners = (self._listener, self._keeper, self._finder, self._speakers)
        for runner in runners:
            runner.request_stop()
        ends = [self.adapt.shut_down(timeout_ms), self.player.shut_down(timeout_ms)]
        return all([*ends, *(runner.stop(timeout_ms) for runner in runners)])

    def begin(self) -> None:
        """Begin a session, if there is a name to store it under."""
        try:
            self._speaker = checked_name(self.form.speaker.text())
        except LabError as error:
            self.deck.show_trouble(error)
            self.form.speaker.setFocus()
            return
        self.deck.show_trouble(None)
        self.context.settings.speaker = self._speaker
        self.session.begin(self.form.takes.value())
        self.stage.setFocus()

    def choose_source(self, source: str, where: str) -> None:
        """Listen to `source` of ListenParams: a device for 'microphone', a path for 'file'."""
        self._ask(
            source=source,
            device=where if source == "microphone" else "",
            file=where if source == "file" else "",
            generation=self.params.get().generation + 1,
        )
        if source == "microphone":
            self.context.settings.microphone = where

    # -- what the jobs say -------------------------------------------------------------------------------------

    def _each(self, receive: Callable[[object], None]) -> Callable[[list[object]], None]:
        def take(events: list[object]) -> None:
            for event in events:
                receive(event)

        return take

    def _on_sound(self, event: object) -> None:
        match event:
            case WaveHeard():
                self.deck.wave.extend(event)
            case Level():
                self.deck.show_level(event)
            case TakeHeard():
                self.session.on_heard(event)
                self.player.take(event.samples, event.rate_hz)
            case TakeMissed():
                self.session.on_missed(event)
            case SourceOpened():
                is_simulated = self.params.get().source == "simulated"
                self.deck.show_heard(is_heard=True, is_simulated=is_simulated)
            case SourceClosed() | SourceLost():
                self.deck.show_heard(is_heard=isinstance(event, SourceClosed) and event.is_at_end)
            case Notice(error=error, key="source" | "silent"):
                self.session.interrupt(error)
                self.deck.show_trouble(error)
            case Notice():
                self.notice.emit(event.error, event.kind)
            case Cleared(key="source" | "silent"):
                self.deck.show_trouble(None)

    def _on_kept(self, event: object) -> None:
        match event:
            case TakeKept():
                self.recordings_changed.emit()
            case RecordingsListed(clips=clips):
                self.panel.show_clips(clips)
                self.adapt.show_clips(clips)
            case ClipsDeleted(count=count):
                self.panel.show_deleted(count)
                self.recordings_changed.emit()
            case Notice():
                self.session.stop()  # nobody goes on speaking to a full disk
                self.notice.emit(event.error, event.kind)

    def _on_found(self, event: object) -> None:
        if isinstance(event, DevicesFound):
            self.form.source.set_microphones(event)

    def _on_played(self, event: object) -> None:
        if isinstance(event, Notice):
            self.notice.emit(event.error, event.kind)

    # -- what the user asks ------------------------------------------------------------------------------------

    def _ask(self, **changes: Any) -> None:
        self.params.set(replace(self.params.get(), **changes))

    def _on_prompted(self, prompt: Prompt) -> None:
        now = self.params.get()
        if prompt.number and now.source == "file":
            self._ask(generation=now.generation + 1)  # the file begins again for each digit
        self._prompts.set(prompt)
        if prompt.number and now.source == "simulated":
            self._say.put(prompt.digit)

    def _on_take_kept(self, take: TakeHeard, digit: int) -> None:
        language = self.params.get().language
        self._requests.put(KeepTake(take.samples, take.rate_hz, digit, self._speaker, language))

    def _on_session(self) -> None:
        self.form.lock(is_locked=self.session.is_under_way)
        if self.session.take is None:
            self.player.take(None)

    def _on_form(self) -> None:
        form = self.form
        language = form.language.currentData()
        self.stage.set_language(language)
        self.panel.show_who(form.speaker.text().strip(), language, form.takes.value())
        self.adapt.show_language(language)
        if language != self.params.get().language:
            self.context.settings.spoken = language
            self._ask(language=language)

    def _on_retry(self) -> None:
        if not self._finder.is_running:
            self._finder.start(jobs.microphones)
        self._ask(generation=self.params.get().generation + 1)

    def _play(self, path: str) -> None:
        if self._speakers.stop(500):
            self._speakers.start(jobs.hear, path)

    # -- how it is built ---------------------------------------------------------------------------------------

    def _build(self) -> None:
        settings = self.context.settings
        self.form = RecordForm(settings.speaker or self.tr("me"), self.context.spoken)
        self.player = ClipPlayer(self)
        self.deck = RecordDeck(self.session, self.player.button)
        self.stage = self.deck.stage
        self.panel, self.adapt = RecordingsPanel(), AdaptControl(self.context)
        self.form.changed.connect(self._on_form)
        self.form.source.chosen.connect(self.choose_source)
        now = self.params.get()
        self.form.source.show_choice(now.source, now.device)
        self.session.prompted.connect(self._on_prompted)
        self.session.kept.connect(self._on_take_kept)
        self.session.changed.connect(self._on_session)
        self.deck.begin_wanted.connect(self.begin)
        self.deck.retry_wanted.connect(self._on_retry)
        self.player.notice.connect(self.notice)
        self.player.failed.connect(self.report_failure)
        self.panel.play_wanted.connect(self._play)
        self.panel.delete_wanted.connect(lambda paths: self._requests.put(DeleteClips(paths)))
        self.panel.delete_all_wanted.connect(lambda: self._requests.put(DeleteAll()))
        self.panel.undo_wanted.connect(lambda: self._requests.put(TakeBack()))
        self.panel.empty_wanted.connect(lambda: self._requests.put(EmptyTrash()))
        self.adapt.notice.connect(self.notice)
        self.adapt.failed.connect(self.report_failure)
        views, stack = SegmentedBar(), QStackedWidget()
        views.add(self.tr("My recordings"), self.tr("Listen to them, delete them"))
        views.add(self.tr("Adapt to my voice"), self.tr("Let the network learn your voice"))
        views.setAccessibleName(self.tr("Recordings and what is done with them"))
        self.views = views
        for widget in (self.panel, self.adapt.panel):
            stack.addWidget(widget)
        views.chosen.connect(stack.setCurrentIndex)
        right = QVBoxLayout()
        right.setSpacing(style.SPACE_S)
        right.addWidget(views)
        right.addWidget(stack, 1)
        row = QHBoxLayout()
        row.setSpacing(style.SPACE_M)
        row.addWidget(self.deck, 2)
        row.addLayout(right, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style.SPACE_S)
        column.addWidget(self.form)
        column.addLayout(row, 1)
        for keys, act in (
            ("R", self.session.redo),
            ("S", self.session.skip),
            ("P", self.player.toggle),
            ("Esc", self.session.stop),
            (QKeySequence(QKeySequence.StandardKey.Undo), lambda: self._requests.put(TakeBack())),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)
        self._on_form()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "deck"):
            self.deck.follow_theme()
        super().changeEvent(event)
