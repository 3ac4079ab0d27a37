"""A sound on the bench: figure 7 large, and beside it table 1, the settings, and what the bands hear."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from tplab_gui.core.events.data import Analyse, Analysed, SoundOpened
from tplab_gui.ui import style
from tplab_gui.ui.widgets.clip_export import ClipExport
from tplab_gui.ui.widgets.clip_player import ClipPlayer
from tplab_gui.ui.widgets.clip_table import ClipTable
from tplab_gui.ui.widgets.clip_view import ClipView
from tplab_gui.ui.widgets.honesty_panel import HonestyPanel
from tplab_gui.ui.widgets.mel_controls import MelControls
from tplab_gui.ui.widgets.segmented_bar import SegmentedBar

_SIDE_PIXELS = 304, 304  # at least, and at first
_HONESTY = 2  # which of the side's pages


class SoundBench(QWidget):
    """Asks for pictures through `wanted`; `show_analysed` draws the answer that belongs to the clip."""

    wanted = Signal(object)  # Analyse
    shown = Signal()  # the clip that was opened last is drawn for the first time
    notice = Signal(object, str)
    failed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sound: SoundOpened | None = None
        self._is_new = False
        self.clip, self.table, self.controls, self.honesty = (
            ClipView(),
            ClipTable(),
            MelControls(),
            HonestyPanel(),
        )
        self.player = ClipPlayer(self)
        self.export = ClipExport(self.clip.plots, self.table)
        self.warning = QPushButton()  # it may be cut, but never widens the window
        self.warning.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.warning.setAccessibleName(self.tr("Warning about this spectrogram"))
        self.warning.hide()
        self.warning.clicked.connect(lambda: self.bar.choose(_HONESTY))
        self.transport = QWidget()  # the owner puts it where the name of the clip stands
        row = QHBoxLayout(self.transport)
        row.setContentsMargins(0, 0, 0, 0)
        for widget in (self.player.button, self.player.loop_button, self.export.button):
            row.addWidget(widget)
        whole = QSplitter(Qt.Orientation.Horizontal)
        whole.addWidget(self._build_figure())
        whole.addWidget(self._build_side())
        whole.setStretchFactor(0, 1)
        whole.setCollapsible(0, False)
        whole.setSizes([700, _SIDE_PIXELS[1]])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(whole)
        self._connect()

    def open_sound(self, sound: SoundOpened) -> None:
        """Take a clip and ask for its picture; the one before stays until that is there."""
        self.sound, self._is_new = sound, True
        self.player.take(sound.samples, sound.rate_hz)
        self.controls.set_clip(sound.rate_hz, len(sound.samples))
        self._ask()

    def show_analysed(self, seen: Analysed) -> None:
        """Draw a picture, if it is of the clip on the bench."""
        sound = self.sound
        if sound is None or seen.samples is not sound.samples:
            return
        self.clip.show_clip(seen, sound.rate_hz, self.controls.look)
        self.table.show_clip(sound, seen)
        self.honesty.show_bands(seen)
        summary = self.honesty.summary(seen.heard)
        self.warning.setText("⚠  " + summary)
        self.warning.setToolTip(self.tr("{warning}. Click to learn more.").format(warning=summary))
        self.warning.setVisible(bool(summary))
        if self._is_new:
            self._is_new = False
            self.shown.emit()

    def clear(self) -> None:
        """Take the clip away."""
        self.sound = None
        self.player.take(None)

    def add_shortcuts(self, parent: QWidget) -> None:
        """Let the keys act while `parent` or anything in it has the focus."""
        for key, act in (
            ("P", self.player.toggle),
            ("L", self.player.loop_button.toggle),
            ("F", self.clip.plots.whole),
            ("Esc", self.clip.chosen.clear),
            ("Ctrl+E", self.export.show_menu),
        ):
            shortcut = QShortcut(
                QKeySequence(key), parent, context=Qt.ShortcutContext.WidgetWithChildrenShortcut
            )
            shortcut.activated.connect(lambda act=act: act() if self.sound is not None else None)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._colour_warning()

    def _build_figure(self) -> QWidget:
        figure = QWidget()
        column = QVBoxLayout(figure)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style.SPACE_XS)
        column.addWidget(self.clip, 1)
        column.addWidget(self.warning)
        return figure

    def _build_side(self) -> QWidget:
        self.bar, self.side = SegmentedBar(), QStackedWidget()
        for text, tool_tip, page in (
            (self.tr("Table 1"), self.tr("Sample rate, shapes, duration"), self.table),
            (
                self.tr("Settings"),
                self.tr("How the spectrogram is computed and coloured"),
                _scrolling(self.controls),
            ),
            (
                self.tr("Bands"),
                self.tr("Bands that hear nothing, and the Hz axis"),
                _scrolling(self.honesty),
            ),
        ):
            self.bar.add(text, tool_tip)
            self.side.addWidget(page)
        self.bar.chosen.connect(self.side.setCurrentIndex)
        side = QWidget()
        side.setMinimumWidth(_SIDE_PIXELS[0])
        column = QVBoxLayout(side)
        column.setContentsMargins(style.SPACE_S, 0, 0, 0)
        column.setSpacing(style.SPACE_S)
        column.addWidget(self.bar)
        column.addWidget(self.side, 1)
        return side

    def _connect(self) -> None:
        self.controls.choice_changed.connect(self._ask)
        self.controls.look_changed.connect(self._redraw)
        self.honesty.axis_changed.connect(self.controls.set_axis_true)
        self.clip.chosen.changed.connect(lambda: self.player.choose(self.clip.chosen.get()))
        self.player.moved.connect(self.clip.move_cursor)
        self.player.stopped.connect(self.clip.hide_cursor)
        self.player.notice.connect(self.notice)
        self.player.failed.connect(self.failed)
        self.export.failed.connect(lambda error: self.notice.emit(error, "error"))
        self.export.said.connect(lambda note: self.notice.emit(note, "info"))
        self._colour_warning()

    def _ask(self) -> None:
        if self.sound is not None:
            self.wanted.emit(Analyse(self.sound.samples, self.sound.rate_hz, self.controls.choice))

    def _redraw(self) -> None:
        seen = self.clip.plots.seen
        if seen is not None and self.sound is not None and seen.samples is self.sound.samples:
            self.clip.show_clip(seen, self.sound.rate_hz, self.controls.look)

    def _colour_warning(self) -> None:
        self.warning.setStyleSheet(
            f"QPushButton {{ color: {style.theme().warning}; padding: 2px 4px; border-color: transparent; "
            "background: transparent; text-align: left; }"
            f"QPushButton:focus {{ border: 1px solid {style.theme().accent}; }}"
        )


def _scrolling(widget: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setWidget(widget)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return area
