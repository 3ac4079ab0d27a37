"""Getting the weights of a network that are not on this machine: from the network, or from a stick."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QMenu, QToolButton, QWidget

from tplab_gui import jobs
from tplab_gui.core.errors import LabError
from tplab_gui.core.events.common import Progress, Ready
from tplab_gui.runtime.poller import Poller
from tplab_gui.runtime.runner import Runner
from tplab_gui.ui import style

_OWN = ("builtin", "digit-image")


class WeightsButton(QToolButton):
    """Shown while weights are missing; a menu says from where, and the button how far it is."""

    fetched = Signal()
    failed = Signal(object)  # LabError

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = ""
        self.setProperty("icon_name", "mdi6.download")
        self.setIcon(style.icon("mdi6.download"))
        self.setText(self.tr("Get the weights"))
        self.setAccessibleName(self.text())
        self.setToolTip(
            self.tr("The weights of this network are not on this machine: fetch them, or bring them.")
        )
        menu = QMenu(self)
        menu.addAction(self.tr("Download them")).triggered.connect(lambda: self.fetch(""))
        menu.addAction(self.tr("From a folder or a memory stick…")).triggered.connect(self._ask_folder)
        self.setMenu(menu)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.runner = Runner(self)
        self._poller = Poller(self.runner.mailbox, self._on_events, self)
        self.runner.failed.connect(self._on_failed)
        self.runner.finished.connect(self._on_finished)
        self.hide()

    def offer(self, model: str) -> None:
        """Offer to get the weights of `model`; '' and the lab's own networks have nothing to get."""
        self._model = "" if model in _OWN or model.startswith("run:") else model
        self.setVisible(bool(self._model) or self.runner.is_running)

    def fetch(self, folder: str) -> None:
        """Get the weights from a folder, or with '' from the network."""
        if self._model and not self.runner.is_running:
            self._poller.start()
            self.runner.start(jobs.fetch_weights, self._model, folder)

    def shut_down(self, timeout_ms: int) -> bool:
        """Stop; what came so far is kept for the next time."""
        self._poller.stop()
        return self.runner.stop(timeout_ms)

    def _ask_folder(self) -> None:
        dialog = QFileDialog(self, self.tr("Folder with the weights"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(self.fetch)
        dialog.open()

    def _on_events(self, events: list[object]) -> None:
        for event in events:
            if isinstance(event, Progress):
                share = (
                    f"{100 * event.done / event.total:.0f} %" if event.total else f"{event.done / 1e6:.1f} MB"
                )
                self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
                self.setText(share)
            elif isinstance(event, Ready):
                self.fetched.emit()

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, LabError):
            raise error  # a bug: the crash dialog tells it
        self.failed.emit(error)

    def _on_finished(self) -> None:
        self._poller.drain()
        self._poller.stop()
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        self.setText(self.tr("Get the weights"))
        self.setVisible(bool(self._model))
