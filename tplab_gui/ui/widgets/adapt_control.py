"""What happens behind the panel "Adapt to my voice": its jobs, and the switch in the settings."""

from typing import Any

from PySide6.QtCore import QObject, Signal

from tplab_gui import jobs
from tplab_gui.core.events.common import Progress
from tplab_gui.core.events.recording import AdaptedFound, NoneAdapted
from tplab_gui.runtime.poller import Poller
from tplab_gui.runtime.runner import Job, Runner
from tplab_gui.ui.widgets.adapt_panel import AdaptPanel
from tplab_gui.ui.widgets.tab import TabContext

LEAST_OF_EACH = 2  # one to learn from, one to test


class AdaptControl(QObject):
    """Adapts, tells what is there, and goes back. A network is used only while `settings.adapted_voice` says so."""

    notice = Signal(object, str)
    failed = Signal(object)

    def __init__(self, context: TabContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = context.settings
        self._language = ""
        self._clips: tuple[Any, ...] = ()
        self._next: tuple[Job, ...] = ()
        self._has_started = False
        self._is_learning = False
        self.panel = AdaptPanel()
        self._runner = Runner(self)
        self._poller = Poller(self._runner.mailbox, self._on_events, self)
        self._runner.failed.connect(self._on_failed)
        self._runner.finished.connect(self._on_over)
        self.panel.adapt_wanted.connect(self.adapt)
        self.panel.stop_wanted.connect(self._runner.request_stop)
        self.panel.use_wanted.connect(self.use)
        self.panel.revert_wanted.connect(self.revert)

    def start(self) -> None:
        """Look what there is."""
        self._has_started = True
        self._poller.start()
        self._run(jobs.about_adapted)

    def shut_down(self, timeout_ms: int) -> bool:
        """Stop learning."""
        self._next = ()
        self._poller.stop()
        return self._runner.stop(timeout_ms)

    def show_clips(self, clips: tuple[Any, ...]) -> None:
        """Take all recordings of the user."""
        self._clips = clips
        self._show_enough()

    def show_language(self, language: str) -> None:
        """Be about the network of `language`, 'en' or 'fr'."""
        if language != self._language:
            self._language = language
            self.panel.show_found(None, is_used=False)
            self._show_enough()
            if self._has_started:
                self._run(jobs.about_adapted)

    def adapt(self) -> None:
        """Let the network learn the recordings."""
        if not self._runner.is_running:
            self.notice.emit(None, "")
            self._is_learning = True
            self.panel.show_busy(is_busy=True)
            self._run(jobs.adapt)

    def use(self, is_used: bool) -> None:  # noqa: FBT001  Qt's signature
        """Switch the adapted network on or off, without deleting it."""
        self._settings.adapted_voice = is_used

    def revert(self) -> None:
        """Go back to the shipped network for good."""
        self._settings.adapted_voice = False
        self._run(jobs.forget_adapted)

    def _run(self, job: Job) -> None:
        """Start a job about the language shown, after the one that runs; of several that wait the last is done."""
        if self._runner.is_running:
            self._next = (job,)
        else:
            self._runner.start(job, self._language)

    def _show_enough(self) -> None:
        of_each = [0] * 10
        for clip in self._clips:
            if clip.language == self._language:
                of_each[clip.digit] += 1
        self.panel.show_enough(has_enough=min(of_each) >= LEAST_OF_EACH)

    def _on_events(self, events: list[object]) -> None:
        for event in events:
            match event:
                case Progress(done=done, total=total):
                    self.panel.show_progress(done, total)
                case AdaptedFound() if event.language == self._language:
                    if self._is_learning and event.voice.after != event.voice.before:
                        self._settings.adapted_voice = event.voice.after > event.voice.before
                    self.panel.show_found(event, is_used=self._settings.adapted_voice)
                case NoneAdapted() if event.language == self._language:
                    self.panel.show_found(None, is_used=False)

    def _on_failed(self, error: Exception) -> None:
        self.panel.show_found(None, is_used=False)
        self.failed.emit(error)

    def _on_over(self) -> None:
        self._poller.drain()
        self._is_learning = False
        self.panel.show_busy(is_busy=False)
        waiting, self._next = self._next, ()
        for job in waiting:
            self._run(job)
