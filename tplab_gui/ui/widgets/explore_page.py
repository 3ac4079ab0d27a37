"""The first page of the Data tab: look at and listen to the examples that everything is trained on."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QItemSelection, Qt
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from tplab_gui import jobs
from tplab_gui.core.events.common import Notice, Progress, Ready
from tplab_gui.core.events.data import (
    Analysed,
    ExamplesListed,
    ListExamples,
    ListSets,
    OpenExample,
    PictureOpened,
    SetsFound,
    SoundOpened,
)
from tplab_gui.core.mailbox import Mailbox
from tplab_gui.runtime.poller import Poller
from tplab_gui.runtime.runner import Runner
from tplab_gui.ui import style
from tplab_gui.ui.widgets.data_page import DataPage
from tplab_gui.ui.widgets.example_list import ExampleList
from tplab_gui.ui.widgets.fetch_page import FetchPage
from tplab_gui.ui.widgets.pixel_view import PixelView
from tplab_gui.ui.widgets.sound_bench import SoundBench
from tplab_gui.ui.widgets.tab import TabContext

_ANSWER_MS = 16  # between two looks for answers: a picture follows the wheel that turns a setting


class ExplorePage(DataPage):
    """Sets and their examples on the left, one example large on the right."""

    def __init__(self, context: TabContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._requests: Mailbox[object] = Mailbox()
        self._set: Any = None  # the DataSetInfo on show
        self._explorer, self._fetcher = Runner(self), Runner(self)
        self._pollers = [
            Poller(self._explorer.mailbox, self._on_answers, self, _ANSWER_MS),
            Poller(self._fetcher.mailbox, self._on_fetched, self),
        ]
        for runner in (self._explorer, self._fetcher):
            runner.failed.connect(self.report_failure)
        self._fetcher.finished.connect(self._on_fetch_over)
        self.examples = ExampleList()
        self.examples.set_chosen.connect(self._on_set_chosen)
        self.examples.folder_wanted.connect(self._on_folder_wanted)
        self.examples.table.selectionModel().selectionChanged.connect(self._on_selected)
        halves = QSplitter(Qt.Orientation.Horizontal)
        halves.setChildrenCollapsible(False)
        halves.addWidget(self.examples)
        halves.addWidget(self._build_right())
        halves.setStretchFactor(1, 1)
        halves.setSizes([320, 900])
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(halves)

    def start(self) -> None:
        """Look for the sets; they come on the frame clock."""
        for poller in self._pollers:
            poller.start()
        self.bench.player.start()
        self._explorer.start(jobs.explore, self._requests)

    def set_active(self, is_active: bool) -> None:  # noqa: FBT001
        """Stop playing when the page is hidden."""
        if not is_active:
            self.bench.player.stop()

    def shut_down(self, timeout_ms: int = 1500) -> bool:
        """Stop looking, playing and fetching."""
        self.bench.player.stop()
        for runner in (self._fetcher, self._explorer):
            runner.request_stop()
        stopped = [each.stop(timeout_ms) for each in (self._fetcher, self._explorer)]
        return self.bench.player.shut_down(timeout_ms) and all(stopped)

    def _build_right(self) -> QWidget:
        self.name = QLabel()
        style.set_role(self.name, "heading")
        self.facts = QLabel()
        self.facts.setWordWrap(True)
        style.set_role(self.facts, "muted")
        self.empty = QLabel(self.tr("Looking for the data…"))
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setWordWrap(True)
        style.set_role(self.empty, "muted")
        self.picture, self.bench = PixelView(), SoundBench()
        self.picture.setAccessibleName(self.tr("The picture as the network sees it"))
        self.bench.wanted.connect(self._requests.put)
        self.bench.shown.connect(self._on_sound_shown)
        self.bench.notice.connect(self.notice)
        self.bench.failed.connect(self.report_failure)
        self.bench.add_shortcuts(self)
        self.bench.transport.hide()
        self.stage = QStackedWidget()
        self.fetch_page = FetchPage()
        self.fetch_page.wanted.connect(self._on_fetch)
        for page in (self.empty, self.picture, self.bench, self.fetch_page):
            self.stage.addWidget(page)
        head = QHBoxLayout()
        head.addWidget(self.name, 1)
        head.addWidget(self.bench.transport)
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(style.SPACE_M, 0, 0, 0)
        column.setSpacing(style.SPACE_S)
        column.addLayout(head)
        column.addWidget(self.stage, 1)
        column.addWidget(self.facts)
        return whole

    def look_again(self) -> None:
        """List the sets again, and open the one that was open."""
        self._requests.put(ListSets())

    def _on_answers(self, events: list[object]) -> None:
        for event in events:
            match event:
                case SetsFound(sets=sets):
                    self.examples.show_sets(sets)
                case Ready():
                    self.ready.emit()
                case ExamplesListed():
                    self.notice.emit(None, "")
                    self.examples.show_examples(event)
                    self.empty.setText(self.tr("Choose an example on the left."))
                case PictureOpened():
                    self._show_picture(event)
                case SoundOpened():
                    self.bench.open_sound(event)
                case Analysed():
                    self.bench.show_analysed(event)
                case Notice(error=error, kind=kind):
                    self.notice.emit(error, kind)

    def _on_set_chosen(self, chosen: Any) -> None:
        self._set = chosen
        self.set_shown.emit(chosen)
        self._clear()
        self.facts.setText(
            self.tr("{origin}. Licence: {licence}.").format(
                origin=QCoreApplication.translate("DataSet", chosen.origin),
                licence=QCoreApplication.translate("DataSet", chosen.licence),
            )
        )
        if chosen.found:
            self._requests.put(ListExamples(chosen.kind, chosen.source))
            return
        self.examples.show_examples(None)
        self.fetch_page.describe(QCoreApplication.translate("DataSet", chosen.title), chosen.count)
        self.stage.setCurrentWidget(self.fetch_page)

    def _on_folder_wanted(self) -> None:
        folder = QFileDialog.getExistingDirectory(
            self, self.tr("A folder of digits"), self.context.settings.last_folder
        )
        if folder:
            self.open_folder(folder)

    def open_folder(self, folder: str) -> None:
        """Look into a folder of the user's: IDX files, one sub-folder per digit, or spoken digits."""
        self.context.settings.last_folder = str(Path(folder).parent)
        self._set = None
        self._clear()
        self.facts.setText(folder)
        self._requests.put(ListExamples("", folder))

    def _on_selected(self, selected: QItemSelection) -> None:
        rows = selected.indexes()
        if rows:
            self.bench.player.stop()
            listed = self.examples.listed
            if listed is not None:
                example = self.examples.model.example(rows[0].row())
                self._requests.put(OpenExample(listed.kind, listed.source, example))

    def _show_picture(self, opened: PictureOpened) -> None:
        self.picture.show_pixels(opened.pixels)
        self.name.setText(self.tr("Digit {digit}").format(digit=opened.example.label))
        height, width = opened.pixels.shape
        self.facts.setText(
            self.tr("{name}: {width} x {height} pixels, 256 grey levels, {ink} % ink").format(
                name=opened.example.id,
                width=width,
                height=height,
                ink=round(100 * float(opened.pixels.mean()) / 255),
            )
        )
        self.picture.setAccessibleDescription(self.name.text())
        self.facts.show()
        self.bench.clear()
        self.bench.transport.hide()
        self.stage.setCurrentWidget(self.picture)

    def _on_sound_shown(self) -> None:
        sound = self.bench.sound
        if sound is not None:
            self.name.setText(
                self.tr("Digit {digit}, said by {speaker}").format(
                    digit=sound.example.label, speaker=sound.example.speaker
                )
            )
            self.facts.hide()  # table 1 says more
            self.bench.transport.show()
            self.stage.setCurrentWidget(self.bench)

    def _on_fetch(self) -> None:
        if self._fetcher.is_running:
            self._fetcher.request_stop()
        elif self._set is not None:
            self.fetch_page.show_progress(0, 0)
            self._fetcher.start(jobs.fetch, self._set.source)

    def _on_fetched(self, events: list[object]) -> None:
        match events[-1]:
            case Progress(done=done, total=total):
                self.fetch_page.show_progress(done, total)

    def _on_fetch_over(self) -> None:
        self.fetch_page.show_idle()
        self._requests.put(ListSets())

    def _clear(self) -> None:
        self.bench.clear()
        self.bench.transport.hide()
        self.name.setText("")
        self.facts.show()
        self.empty.setText(self.tr("Reading the examples…"))
        self.stage.setCurrentWidget(self.empty)
