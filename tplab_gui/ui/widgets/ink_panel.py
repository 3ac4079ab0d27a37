"""Where a digit is drawn: the canvas, what the network sees of it, and the ways to draw without a mouse."""

import json

import numpy as np
from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFileDialog, QGridLayout, QLabel, QVBoxLayout, QWidget

from tplab_gui.core.events.digits import DigitScores, InkSeen
from tplab_gui.core.events.moments import Ink
from tplab_gui.core.paths import SAMPLES
from tplab_gui.ui import style
from tplab_gui.ui.widgets.digit_pad import DigitPad
from tplab_gui.ui.widgets.ink_canvas import InkCanvas
from tplab_gui.ui.widgets.ink_preview import InkPreview
from tplab_gui.ui.widgets.ink_steps import InkStepsDialog
from tplab_gui.ui.widgets.ink_tools import InkTools

SMALLEST_PICTURE_PX = 86  # three screen pixels for each of the network's
CAPTION_PX = 24


class InkPanel(QWidget):
    """The left side of the digits tab."""

    drawn = Signal(object)  # what is on the canvas (Ink), or the path of a picture
    cleared = Signal()  # a new moment begins; `drawn` follows

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.canvas = InkCanvas()
        self.canvas.strokes_changed.connect(self._on_strokes)
        self.canvas.picture_dropped.connect(self.open_picture)
        self.preview = InkPreview(self.tr("What the network sees"), "28 × 28")
        self.preview.setToolTip(
            self.tr(
                "The drawing as the network sees it: fitted into 20 × 20 pixels, its centre of mass in the middle of "
                "28 × 28, as in MNIST."
            )
        )
        self.heat = InkPreview(self.tr("Where the network looked"), self.tr("heat"))
        self.heat.setToolTip(self.tr("Which ink spoke for the best guess: the lighter, the more."))
        self.pad = DigitPad(self.tr("Sample"), self.tr("Draw a sample {digit} (key {digit})"))
        self.pad.chosen.connect(self.draw_sample)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style.SPACE_S)
        column.addWidget(self.canvas)
        column.addWidget(self._build_tools())
        column.addWidget(self.pad)
        column.addLayout(self._build_pictures())
        column.addStretch(1)
        self._samples: dict[str, list[list[list[float]]]] | None = None
        self._is_pen_down = False
        self._show_possible()

    def open_picture(self, path: str) -> None:
        """Read the digit from a picture file instead of the canvas."""
        self._begin_anew()
        self.canvas.show_picture(path)
        self._show_possible()
        self.drawn.emit(path)

    def draw_sample(self, digit: int) -> None:
        """Draw the sample of a digit."""
        if self._samples is None:
            self._samples = json.loads((SAMPLES / "strokes.json").read_text(encoding="utf-8"))
        strokes = tuple(np.array(stroke, np.float32) for stroke in self._samples[str(digit)])
        self._begin_anew()
        self.canvas.set_strokes(strokes)

    def clear(self) -> None:
        """Wipe the canvas and begin a new moment."""
        self.cleared.emit()
        self.canvas.clear()

    def show_steps(self) -> None:
        """Show how the drawing becomes 28 x 28."""
        ink = self.canvas.ink()
        if ink:
            self.steps = InkStepsDialog(ink, self)
            self.steps.open()

    def show_seen(self, seen: InkSeen | None) -> None:
        """Show what the network saw; None when there is nothing to see."""
        self.preview.show_image(None if seen is None else seen.image)
        self.heat.show_image(
            None if seen is None or seen.heat is None else seen.image, None if seen is None else seen.heat
        )
        if seen is None:
            self.canvas.set_remark("")

    def show_scores(self, scores: DigitScores) -> None:
        """Say so when what is drawn is hardly a digit, once the pen is up."""
        is_doubtful = not scores.is_sure and not self._is_pen_down
        self.canvas.set_remark("? " + self.tr("This is hardly a digit") if is_doubtful else "")

    def _begin_anew(self) -> None:
        """Let what replaces a drawing be a moment of its own."""
        if not self.canvas.is_empty:
            self.clear()

    def _on_strokes(self, ink: Ink) -> None:
        self._is_pen_down = ink.is_pen_down
        self._show_possible()
        self.drawn.emit(ink)

    def _show_possible(self) -> None:
        canvas = self.canvas
        self.tools.show_possible(can_undo=canvas.can_undo, can_redo=canvas.can_redo, has_ink=canvas.has_ink)

    def minimumSizeHint(self) -> QSize:
        """Return how small it may become: the fixed sizes below are only those of now."""
        return QSize(260, 400)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Make the canvas as large a square as leaves room for the rest, and the pictures fill what is left."""
        super().resizeEvent(event)
        gap = style.SPACE_S
        fixed = self.tools.sizeHint().height() + self.pad.sizeHint().height() + 4 * gap + CAPTION_PX
        side = min(self.width(), self.height() - fixed - SMALLEST_PICTURE_PX)
        self.canvas.setFixedHeight(max(side, self.canvas.minimumSizeHint().height(), 160))
        left = self.height() - fixed - self.canvas.height()
        picture = max(SMALLEST_PICTURE_PX, min(left, (self.width() - gap) // 2))
        for each in (self.preview, self.heat):
            each.setFixedSize(picture, picture)

    def _build_pictures(self) -> QGridLayout:
        pictures = QGridLayout()
        pictures.setHorizontalSpacing(style.SPACE_S)
        pictures.setVerticalSpacing(style.SPACE_XS)
        captions = (self.tr("what the network sees"), self.tr("where it looked"))
        for place, (picture, text) in enumerate(zip((self.preview, self.heat), captions, strict=True)):
            caption = QLabel(text)
            style.set_role(caption, "muted")
            caption.setStyleSheet(f"font-size: {style.TEXT_SMALL}px;")
            pictures.addWidget(picture, 0, place, Qt.AlignmentFlag.AlignCenter)
            pictures.addWidget(caption, 1, place, Qt.AlignmentFlag.AlignHCenter)
        return pictures

    def _build_tools(self) -> InkTools:
        self.tools = InkTools()
        self.tools.undo.clicked.connect(self.canvas.undo)
        self.tools.redo.clicked.connect(self.canvas.redo)
        self.tools.clear.clicked.connect(self.clear)
        self.tools.picture.clicked.connect(self._choose_picture)
        self.tools.steps.clicked.connect(self.show_steps)
        self.tools.pen_chosen.connect(self.canvas.set_pen)
        self.tools.eraser_chosen.connect(lambda is_on: self.canvas.set_eraser(is_eraser=is_on))
        return self.tools

    def _choose_picture(self) -> None:
        dialog = QFileDialog(self, self.tr("Open a picture of a digit"))
        dialog.setNameFilter(self.tr("Pictures") + " (*.png *.jpg *.jpeg *.bmp *.gif *.tif *.tiff *.webp)")
        dialog.fileSelected.connect(self.open_picture)
        dialog.open()

    def follow_theme(self) -> None:
        """Give the icons the colour of the text."""
        self.tools.follow_theme()
