"""A page of the Heatmap tab: a picture, the network's raw map, and the heat over the picture, live.

The tab asks through one `Latest[WatchParams]` and shows what the job answers; it knows no camera and no network.
"""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tplab_gui.core.errors import LabError
from tplab_gui.core.events.common import Cleared, DevicesFound, Notice, Progress, Waiting
from tplab_gui.core.events.heatmap import FrameSource, HeatmapFrame, ModelReady
from tplab_gui.core.mailbox import Latest
from tplab_gui.core.params import SCREEN, WatchParams
from tplab_gui.ui import style
from tplab_gui.ui.widgets.adjust_panel import beside_sliders
from tplab_gui.ui.widgets.drawing_bar import DrawingBar
from tplab_gui.ui.widgets.drop_page import DropPage
from tplab_gui.ui.widgets.heatmap_bars import QuestionBar, recolour
from tplab_gui.ui.widgets.heatmap_panels import HeatmapPanels
from tplab_gui.ui.widgets.look_answers import LookAnswers
from tplab_gui.ui.widgets.notice_bar import in_words
from tplab_gui.ui.widgets.notice_book import NoticeBook
from tplab_gui.ui.widgets.panels_export import PanelsExport
from tplab_gui.ui.widgets.picture_feed import Picture, PictureFeed
from tplab_gui.ui.widgets.sample_gallery import SampleStrip
from tplab_gui.ui.widgets.scale_lesson import scale_lesson
from tplab_gui.ui.widgets.screen_source import ScreenSource
from tplab_gui.ui.widgets.tab import TabContext
from tplab_gui.ui.widgets.view_recorder import ViewRecorder

_TEXT_MS = 250  # text that changes faster cannot be read
_SAID_MS = 6000
OTHERS_AT_MOST = 3
_STRIP_FROM_PX = 700
_NOTICE_ORDER = ("model", "target", "request", "source", "black", "save", "record", "scale")


class LookPage(DropPage):
    """Live heatmaps of a camera, a video, a picture or the simulated ball."""

    def __init__(self, context: TabContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.params = Latest(WatchParams(is_active=False))
        self.feed = PictureFeed(self.params, self._on_events, self._show, self)
        self.feed.failed.connect(self._on_failed)
        self.feed.cameras_found.connect(self._on_cameras)
        self._notices = NoticeBook(_NOTICE_ORDER)
        self._shown: Picture | None = None
        self._pasted: object = None  # kept, so that it can be chosen again
        self._is_choosing = True  # until the first list of cameras: then the tab picks one
        self._is_ready = False
        self._build()
        self._connect()
        self._text_clock = QTimer(self, interval=_TEXT_MS)
        self._text_clock.timeout.connect(self._refresh_text)

    def start(self) -> None:
        """Look for cameras and start the job; the source opens when the tab is shown."""
        self.panels.say_waiting(self.tr("The network is being loaded…"))
        self.feed.find_cameras()
        self.question.finder.start()
        self.feed.start()
        self._text_clock.start()

    def set_active(self, is_active: bool) -> None:  # noqa: FBT001  the window's word
        """Open or close the source with the tab."""
        if is_active != self.params.get().is_active:
            self._ask(is_active=is_active)
        self.screen_source.rest(is_resting=not is_active)

    def shut_down(self, timeout_ms: int = 1500) -> bool:
        """Stop the jobs and release the camera."""
        self._text_clock.stop()
        self.screen_source.stop()
        is_closed = self.recorder.shut_down(timeout_ms)
        is_closed = self.question.shut_down(timeout_ms) and is_closed
        return self.feed.shut_down(timeout_ms) and is_closed

    def look_at(self, source: str, where: str, name: str = "", pixels: object = None) -> None:
        """Look at another source; `source`, `where` and `pixels` as in `WatchParams`."""
        self._is_choosing = False
        if where != SCREEN:
            self.screen_source.stop()
        self.drawing.freeze.setChecked(False)
        self.question.offer_steps(is_offered=source == "folder")
        if source == "folder":
            self.setFocus()  # so that the arrow keys walk
        self.question.source.show_choice(source, where, name)
        if source == "camera":
            self.context.settings.camera = self.question.source.currentText()
        if pixels is not None:
            self._pasted = pixels
        elif (source, where) == ("picture", ""):
            pixels = self._pasted
        generation = self.params.get().generation + 1
        self._ask(source=source, where=where, pixels=pixels, position=0, generation=generation)

    def shown_picture(self) -> NDArray[np.uint8] | None:
        """Return the picture that is shown, RGB (H, W, 3) uint8, or None."""
        return None if self._shown is None else self._shown.image

    def refuse(self, error: LabError) -> None:
        """Say that what was dropped or pasted is nothing to look at."""
        self._tell("source", error)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk through a folder with the arrow keys."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        if step and self.params.get().source == "folder":
            self._step(step)
        else:
            super().keyPressEvent(event)

    def _step(self, step: int) -> None:
        self._ask(position=self.params.get().position + step)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the samples as a strip where there is room for it."""
        super().resizeEvent(event)
        has_room = self.height() >= _STRIP_FROM_PX
        self.strip.setVisible(has_room)
        self.question.samples.setVisible(not has_room)
        if has_room:
            self.strip.fill()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme: icons are painted in the text colour."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "drawing"):
            recolour(self.question, self.drawing)

    def _with_heat(self, act: Callable[[HeatmapFrame], None]) -> None:
        if isinstance(self._shown, HeatmapFrame):
            self.export.names = self.panels.names()
            act(self._shown)

    def _build(self) -> None:
        asked = self.params.get()
        self.question, self.panels = QuestionBar(asked), HeatmapPanels()
        self.question.source.folder = self.context.settings.last_folder
        self.answers, self.drawing = LookAnswers(asked.target), DrawingBar(asked)
        self.score, self.top = self.answers.score, self.answers.top
        self.strip, self.export = SampleStrip(), PanelsExport(self)
        self.screen_source = ScreenSource(self)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.recorder = ViewRecorder(self.drawing.record, self.feed.pictures, self)
        self.export.folder = self.recorder.folder = self.context.settings.last_folder
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style.SPACE_M)
        column.addWidget(self.question)
        adjustable, self.adjust = beside_sliders(self.panels, self.panels.input.view, self.params)
        column.addWidget(adjustable, 1)
        column.addWidget(self.answers)
        self.answers.add_card(self.drawing, 3)
        column.addWidget(self.strip)

    def _connect(self) -> None:
        question, drawing = self.question, self.drawing
        question.source.chosen.connect(
            lambda kind, where: self.look_at(kind, where, question.source.currentText())
        )
        question.sample_menu.chosen.connect(self.open_path)
        question.retried.connect(self._on_retried)
        question.weights.failed.connect(lambda error: self._tell("model", error, "error"))
        question.back.clicked.connect(lambda: self._step(-1))
        question.forth.clicked.connect(lambda: self._step(1))
        question.source.screen_asked.connect(self.screen_source.ask)
        self.screen_source.started.connect(lambda: self.look_at("picture", SCREEN))
        self.screen_source.taken.connect(lambda pixels: self._ask(pixels=pixels))
        self.screen_source.failed.connect(self.refuse)
        question.model.currentIndexChanged.connect(lambda: self._ask(model=question.model.currentData()))
        question.method.currentIndexChanged.connect(lambda: self._ask(method=question.method.currentData()))
        question.target.chosen.connect(lambda name: self._ask(target=name))
        question.target.refused.connect(lambda error: self._tell("target", error))
        question.target.pinned.connect(self._pin)
        self.score.unpinned.connect(self._unpin)
        self.panels.pointed.connect(self.answers.point_at)
        drawing.asked.connect(lambda field, value: self._ask(**{field: value}))
        drawing.why.clicked.connect(
            lambda: self._with_heat(lambda frame: self._tell("scale", scale_lesson(frame), "info"))
        )
        drawing.freeze.toggled.connect(lambda is_on: self._ask(is_frozen=is_on))
        drawing.mirror.toggled.connect(lambda is_on: self._ask(is_mirrored=is_on))
        drawing.save.clicked.connect(lambda: self._with_heat(self.export.ask))
        drawing.copy.clicked.connect(lambda: self._with_heat(self.export.copy))
        self.strip.chosen.connect(self.open_path)
        for writer in (self.export, self.recorder):
            writer.said.connect(self._say)
        self.recorder.told.connect(lambda error, kind: self._tell("record", error, kind))
        self.export.failed.connect(lambda error: self._tell("save", error, "error"))
        for keys, act in (
            ("F", drawing.freeze.toggle),
            ("Ctrl+E", drawing.save.click),
            ("Ctrl+R", drawing.record.click),
            ("Ctrl++", question.target.plus.trigger),
            (QKeySequence.StandardKey.Copy, drawing.copy.click),
            (QKeySequence.StandardKey.Paste, self.paste),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(act)

    def _ask(self, **changes: Any) -> None:
        self.params.set(replace(self.params.get(), **changes))

    def _on_cameras(self, found: DevicesFound) -> None:
        self.question.source.set_cameras(found)
        key = self.question.source.camera_named(self.context.settings.camera)
        if self._is_choosing and key is not None and not self.context.simulate:
            self.look_at("camera", key)
        self._is_choosing = False

    def _on_retried(self) -> None:
        self._ask(generation=self.params.get().generation + 1)
        self.feed.find_cameras()
        self.feed.start()

    def _on_events(self, events: list[object]) -> None:
        for event in events:
            match event:
                case Waiting():
                    self.panels.say_waiting(self.tr("The network is being loaded…"))
                case ModelReady():
                    self.panels.say_waiting("")
                    self.question.target.set_classes(event.classes)
                    kept = tuple(each for each in self.params.get().also if each in event.classes)
                    layer = self.params.get().layer
                    self._ask(also=kept, layer=layer if layer in {each.name for each in event.layers} else "")
                    self.drawing.set_layers(event.layers, self.params.get().layer)
                    self._announce_ready()
                case FrameSource():
                    self.panels.show_source(event)
                case Notice(error=error, kind=kind, key=key):
                    self._tell(key, error, kind)
                    if key == "model":
                        self.panels.say_waiting(in_words(error)[0])
                        self._announce_ready()  # nothing more is waited for: the notice says what is missing
                case Cleared(key=key):
                    self._tell(key, None)
                case Progress(done=done):
                    self.panels.say_waiting(self.tr("Computing… {done} %").format(done=done))

    def _show(self, picture: Picture) -> None:
        self._shown = picture
        self.panels.show_picture(picture)
        if isinstance(picture, HeatmapFrame):
            self.question.speed.note(picture.latency_ms)
            if "model" not in self._notices:
                self.panels.say_waiting("")

    def _refresh_text(self) -> None:
        picture = self._shown
        self.answers.show_answer(picture, self.params.get().target)
        if isinstance(picture, HeatmapFrame):
            self.panels.describe(picture)
        self.question.speed.refresh()

    def _pin(self, target: str) -> None:
        also = self.params.get().also
        if target and target not in also and len(also) < OTHERS_AT_MOST:
            self._ask(also=(*also, target))
            self._say(self.tr("Kept. Now choose another class."))
            self.question.target.setFocus()
            self.question.target.selectAll()

    def _unpin(self, target: str) -> None:
        self._ask(also=tuple(each for each in self.params.get().also if each != target))

    def _announce_ready(self) -> None:
        if not self._is_ready:
            self._is_ready = True
            self.ready.emit()

    def _say(self, text: str) -> None:
        self.drawing.said.setText(text)
        QTimer.singleShot(_SAID_MS, self.drawing.said, self.drawing.said.clear)

    def _tell(self, key: str, error: LabError | None, kind: str = "warning") -> None:
        """Keep one notice per matter and show the gravest."""
        if not self._notices.put(key, error, kind):
            return
        if key == "source":
            self.panels.say_source_trouble("" if error is None else in_words(error)[0])
        self.question.weights.offer(self.params.get().model if "model" in self._notices else "")
        self.question.offer_retry(is_offered=self._notices.has_any("source", "black", "model"))
        self.notice.emit(*self._notices.gravest())

    def _on_failed(self, error: Exception) -> None:
        self.panels.say_waiting(self.tr("The heatmap has stopped. Press Retry."))
        if not isinstance(error, LabError):
            self.question.offer_retry(is_offered=True)
            self._announce_ready()
            raise error  # a bug: the crash dialog tells it
        self._tell("model", error, "error")
