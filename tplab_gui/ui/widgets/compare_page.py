"""A page of the Heatmap tab: several methods on one picture, with the time and the quality of each.

Two networks stand side by side in every card; or what was kept as "before" and what is now.
"""

from dataclasses import replace
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from tplab_gui import jobs
from tplab_gui.core.adjustments import NEUTRAL
from tplab_gui.core.errors import LabError
from tplab_gui.core.events.common import Cleared, Notice, Progress, Waiting
from tplab_gui.core.events.compare import (
    ComparedPicture,
    CompareRequest,
    MapQuality,
    MethodHeat,
    MethodRefused,
)
from tplab_gui.core.methods import method
from tplab_gui.core.params import WatchParams
from tplab_gui.runtime.poller import Poller
from tplab_gui.runtime.runner import Runner
from tplab_gui.ui import style
from tplab_gui.ui.widgets.compare_form import CompareForm
from tplab_gui.ui.widgets.drop_page import DropPage
from tplab_gui.ui.widgets.heatmap_bars import recolour
from tplab_gui.ui.widgets.heatmap_choices import method_words
from tplab_gui.ui.widgets.method_grid import MethodGrid
from tplab_gui.ui.widgets.source_choice import PICTURE_SUFFIXES
from tplab_gui.ui.widgets.tab import TabContext


class ComparePage(DropPage):
    """A grid of methods on one picture."""

    def __init__(self, context: TabContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.look = WatchParams()  # how everything that has no control here is meant: as on the page Look
        self._path = ""
        self._pixels: Any = None
        self._before: dict[str, tuple[MethodHeat, MapQuality | None]] = {}
        self._models: tuple[str, ...] = ()
        self._is_ready = False
        self.runner = Runner(self)
        self._poller = Poller(self.runner.mailbox, self._on_events, self)
        self.runner.failed.connect(self._on_failed)
        self.runner.finished.connect(self._on_finished)
        self.form, self.grid, self.words = CompareForm(self.look), MethodGrid(), QLabel()
        self._lay_out()
        self._connect()
        self._describe(self.form.chosen_methods()[0])

    def start(self) -> None:
        """Nothing is computed before somebody asks for it."""
        if not self._is_ready:
            self._is_ready = True
            self.ready.emit()

    def shut_down(self, timeout_ms: int = 1500) -> bool:
        """Stop the job."""
        self._poller.stop()
        return self.runner.stop(timeout_ms)

    def take(self, pixels: NDArray[np.uint8], look: WatchParams) -> None:
        """Compare on this picture, RGB (H, W, 3) uint8, as the page Look means it."""
        self.look = replace(
            look, adjust=NEUTRAL, also=(), pixels=None
        )  # the picture has been changed already
        self.form.model.setCurrentIndex(max(0, self.form.model.findData(look.model)))
        self.form.target.show_target(look.target)
        self.look_at("picture", "", pixels=pixels)

    def look_at(self, source: str, where: str, name: str = "", pixels: object = None) -> None:
        """Compare on another picture."""
        del name
        if source != "picture":
            self.refuse(
                LabError(
                    "A comparison needs a picture that stands still.",
                    hint="Freeze the video on the page Look, then take it from there.",
                )
            )
            return
        self._path, self._pixels = where, pixels
        self.form.picture.set_box(None)
        self.form.picture.show_pixels(pixels if isinstance(pixels, np.ndarray) else None)
        self.notice.emit(None, "")
        self.compare()

    def refuse(self, error: LabError) -> None:
        """Say that what was dropped or pasted cannot be compared on."""
        self.notice.emit(error, "warning")

    def compare(self) -> None:
        """Compute every map; what is under way ends first."""
        if self._pixels is None and not self._path:
            self.form.said.setText(self.tr("Choose a picture first."))
            return
        if not self.runner.stop(2000):
            self.form.said.setText(self.tr("The method before is still ending; press Compare again."))
            return
        form = self.form
        self._models = form.chosen_models()
        form.said.clear()
        form.show_running(is_running=True)
        self.grid.prepare(form.chosen_methods(), self._names())
        for key, (heat, quality) in self._before.items():
            card = self.grid.cards[key]
            card.show_heat(0, heat)
            if quality is not None:
                card.show_quality(0, quality)
        look = replace(self.look, target=form.target.target, model=self._models[0])
        request = CompareRequest(
            self._path, self._pixels, self._models, form.chosen_methods(), look, form.measure.isChecked()
        )
        self._poller.start()
        self.runner.start(jobs.compare_methods, request)

    def _names(self) -> tuple[str, ...]:
        titles = {
            self.form.model.itemData(i): self.form.model.itemText(i) for i in range(self.form.model.count())
        }
        if self._before:
            return (self.tr("before"), self.tr("now"))
        return tuple(titles[each] for each in self._models)

    def _side_of(self, model: str) -> int:
        return 1 if self._before else self._models.index(model)

    def _on_events(self, events: list[object]) -> None:
        for event in events:
            match event:
                case ComparedPicture():
                    self.form.picture.show_pixels(event.image)
                    self._pixels = event.image if self._pixels is not None else None
                    self.form.target.set_classes(event.classes)
                case Waiting():
                    self.form.said.setText(self.tr("The network is being loaded…"))
                case Progress(done=done, what=what):
                    self._say_progress(done, what)
                case MethodHeat():
                    self.grid.cards[event.method].show_heat(self._side_of(event.model), event)
                    self.grid.cards[event.method].set_box(self.form.picture.box)
                case MapQuality():
                    self.grid.cards[event.method].show_quality(self._side_of(event.model), event)
                case MethodRefused():
                    self.grid.cards[event.method].show_refusal(self._side_of(event.model), event.error)
                case Notice():
                    self.notice.emit(event.error, event.kind)
                case Cleared():
                    self.notice.emit(None, "")

    def _say_progress(self, done: int, what: str) -> None:
        self.form.progress.setValue(done)
        key = what.removeprefix("quality-")
        if key not in self.grid.cards:
            return
        said = self.tr("{method}: measuring…") if what != key else self.tr("{method}: computing…")
        self.form.said.setText(said.format(method=method(key).title))

    def _on_failed(self, error: Exception) -> None:
        self.report_failure(error)

    def _on_finished(self) -> None:
        self._poller.drain()
        self._poller.stop()
        self.form.show_running(is_running=False)
        self.form.said.clear()
        for card in self.grid.shown():
            card.stop_waiting()
        can_keep = len(self._models) == 1 and any(card.heat_of(0) for card in self.grid.shown())
        self.form.keep.setEnabled(can_keep)

    def _on_kept(self, is_kept: bool) -> None:  # noqa: FBT001  a signal's
        number = 1 if self._before else 0
        self._before = {}
        if is_kept:
            found = {card.method.key: card.heat_of(number) or card.heat_of(0) for card in self.grid.shown()}
            self._before = {key: each for key, each in found.items() if each is not None}
            self.form.second.setCurrentIndex(0)
        self.form.second.setEnabled(not is_kept)
        self.compare()

    def _on_box(self, box: Any) -> None:
        for card in self.grid.shown():
            card.set_box(box)

    def _describe(self, key: str) -> None:
        each = method(key)
        what, when = method_words(each)
        self.words.setText(
            f"<b>{each.title}</b>  {what} {when}<br><code>{each.formula}</code> · {each.paper}"
        )

    def _ask_picture(self) -> None:
        dialog = QFileDialog(self, self.tr("Open a picture"), self.context.settings.last_folder)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        patterns = " ".join(f"*{each}" for each in PICTURE_SUFFIXES)
        dialog.setNameFilters([self.tr("Pictures") + f" ({patterns})", self.tr("All files") + " (*)"])
        dialog.fileSelected.connect(self.open_path)
        dialog.open()

    def _connect(self) -> None:
        form = self.form
        form.started.connect(self.compare)
        form.stopped.connect(self.runner.request_stop)
        form.open.clicked.connect(self._ask_picture)
        form.sample_menu.chosen.connect(self.open_path)
        form.target.refused.connect(lambda error: self.notice.emit(error, "warning" if error else ""))
        form.target.chosen.connect(lambda _name: self.compare())
        form.model.currentIndexChanged.connect(
            lambda: None if self._pixels is None else self.form.said.clear()
        )
        form.keep.toggled.connect(self._on_kept)
        form.picture.box_changed.connect(self._on_box)
        self.grid.chosen.connect(self._describe)
        for keys, act in (
            ("Ctrl+Return", self.compare),
            ("Esc", self.runner.request_stop),
            (QKeySequence.StandardKey.Open, self._ask_picture),
            (QKeySequence.StandardKey.Paste, self.paste),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    def changeEvent(self, event: Any) -> None:
        """Follow the theme: icons are painted in the text colour."""
        super().changeEvent(event)
        if event.type() == event.Type.PaletteChange and hasattr(self, "form"):
            recolour(self.form)

    def _lay_out(self) -> None:
        self.words.setWordWrap(True)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.words.setToolTip(measure_words())
        card = QFrame()
        style.set_role(card, "card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(style.SPACE_M, style.SPACE_S, style.SPACE_M, style.SPACE_S)
        inside.addWidget(self.words)
        meaning = QLabel(measure_words())
        meaning.setWordWrap(True)
        style.set_role(meaning, "muted")
        meaning.setVisible(False)
        self.form.measure.toggled.connect(meaning.setVisible)
        inside.addWidget(meaning)
        right = QVBoxLayout()
        right.setSpacing(style.SPACE_S)
        right.addWidget(self.grid, 1)
        right.addWidget(card)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(style.SPACE_M)
        row.addWidget(self.form)
        row.addLayout(right, 1)


def measure_words() -> str:
    """Return what every number under a map means, a sentence each."""
    translate = QCoreApplication.translate
    return " ".join(
        (
            translate(
                "Measure",
                "Drop: how much of the score is lost when only the heat is left to see; small is good.",
            ),
            translate("Measure", "Deletion: mean score while the hottest parts go; small is good."),
            translate(
                "Measure",
                "Insertion: mean score while the hottest parts come into a blurred picture; great is good.",
            ),
            translate(
                "Measure",
                "ROAD: half the gap between the scores without the coldest and without the hottest parts, filled in "
                "from their surroundings; great is good.",
            ),
            translate(
                "Measure", "In a box that you draw: the share of the heat inside, and whether the peak is."
            ),
        )
    )
