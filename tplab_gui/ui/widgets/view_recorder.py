"""The Record button's work: asks where, runs the job that writes the video, says how it went."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QToolButton, QWidget

from tplab_gui import jobs
from tplab_gui.core.errors import LabError
from tplab_gui.core.events.heatmap import HeatmapFrame, PictureSeen
from tplab_gui.core.events.view_recording import RecordingGrew, RecordingRequest, ViewRecorded
from tplab_gui.core.mailbox import Latest
from tplab_gui.runtime.poller import Poller
from tplab_gui.runtime.runner import Runner


class ViewRecorder(QObject):
    """Owns one checkable button: pressed, it asks for a name and records; released, the video is closed."""

    said = Signal(str)  # a line for the user
    told = Signal(object, str)  # LabError and its kind; (None, "") when a later attempt goes well

    def __init__(
        self, button: QToolButton, pictures: Latest[HeatmapFrame | PictureSeen | None], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._button, self._pictures, self._window = button, pictures, parent
        self._is_over = Latest(False)
        self.folder = ""
        self.runner = Runner(self)
        self._poller = Poller(self.runner.mailbox, self._on_events, self)
        self.runner.failed.connect(self._on_failed)
        self.runner.finished.connect(self._on_finished)
        button.toggled.connect(self._on_toggled)

    def record(self, path: Path) -> None:
        """Record into this file from now on."""
        if self.runner.is_running:
            return
        self.folder = str(path.parent)
        self._is_over = Latest(False)
        self._poller.start()
        self.runner.start(jobs.record_view, RecordingRequest(str(path), self._pictures, self._is_over))
        self._check(is_checked=True)
        self.said.emit(self.tr("Recording…"))

    def end(self) -> None:
        """Close the video."""
        self._is_over.set(True)

    def shut_down(self, timeout_ms: int) -> bool:
        """Close the video and stop the job; return whether that happened in time."""
        self.end()
        self._poller.stop()
        return self.runner.stop(timeout_ms)

    def _on_toggled(self, is_on: bool) -> None:  # noqa: FBT001  a signal's
        if not is_on:
            self.end()
            return
        self._check(is_checked=False)  # until a name is chosen
        dialog = QFileDialog(self._window, self.tr("Record the live view"), self.folder)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([self.tr("MP4 video") + " (*.mp4)", self.tr("AVI video") + " (*.avi)"])
        dialog.setDefaultSuffix("mp4")
        dialog.selectFile("heatmap.mp4")
        dialog.fileSelected.connect(lambda path: self.record(Path(path)))
        dialog.open()

    def _on_events(self, events: list[object]) -> None:
        for event in events:
            if isinstance(event, RecordingGrew):
                megabytes = f"{event.size_bytes / 1e6:.1f}"
                self.said.emit(
                    self.tr("● {seconds} s, {megabytes} MB").format(
                        seconds=round(event.seconds), megabytes=megabytes
                    )
                )
            elif isinstance(event, ViewRecorded):
                self.told.emit(None, "")
                self.said.emit(self.tr("Saved as {name}.").format(name=Path(event.path).name))
                if event.why is not None:
                    self.told.emit(event.why, "warning")

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, LabError):
            raise error  # a bug: the crash dialog tells it
        self.said.emit("")
        self.told.emit(error, "error")

    def _on_finished(self) -> None:
        self._poller.drain()
        self._poller.stop()
        self._check(is_checked=False)

    def _check(self, *, is_checked: bool) -> None:
        self._button.blockSignals(True)
        self._button.setChecked(is_checked)
        self._button.blockSignals(False)
