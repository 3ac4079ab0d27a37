"""Which networks can look: those of the lab, those whose weights are on this machine, those that the user trained."""

from PySide6.QtCore import QObject, Signal

from tplab_gui import jobs
from tplab_gui.core.events.heatmap import NetworksFound
from tplab_gui.core.paths import runs_dir
from tplab_gui.runtime.poller import Poller
from tplab_gui.runtime.runner import Runner


class NetworkFinder(QObject):
    """Looks for networks in the background."""

    found = Signal(object)  # NetworksFound

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._runner = Runner(self)
        self._poller = Poller(self._runner.mailbox, self._on_events, self)
        self._runner.finished.connect(self._on_finished)

    def start(self) -> None:
        """Look for them; `found` follows."""
        if not self._runner.is_running:
            self._poller.start()
            self._runner.start(jobs.looking_networks, str(runs_dir()))

    def shut_down(self, timeout_ms: int) -> bool:
        """Stop looking; return whether it stopped in time."""
        self._poller.stop()
        return self._runner.stop(timeout_ms)

    def _on_finished(self) -> None:
        self._poller.drain()
        self._poller.stop()

    def _on_events(self, events: list[object]) -> None:
        for event in events:
            if isinstance(event, NetworksFound):
                self.found.emit(event)
