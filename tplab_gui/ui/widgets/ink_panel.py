"""Where a digit is drawn: the canvas, what the network sees of it, and the ways to draw without a mouse."""

import json

import numpy as np
from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFileDialog, QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from tplab_gui.core.events.digits import InkSeen
from tplab_gui.core.paths import SAMPLES
from tplab_gui.ui import style
from tplab_gui.ui.widgets.digit_pad import DigitPad
from tplab_gui.ui.widgets.ink_canvas import InkCanvas
from tplab_gui.ui.widgets.ink_preview import InkPreview

SMALLEST_PICTURE_PX = 86  # three screen pixels for each of the network's
CAPTION_PX = 24


class InkPanel(QWidget):
    """The left side of the digits tab."""

    drawn = Signal(object)  # the strokes, tuple of (n, 2) float32, or the path of a picture
    cleared = Signal()

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
        column.addLayout(self._build_buttons())
        column.addWidget(self.pad)
        column.addLayout(self._build_pictures())
        column.addStretch(1)
        self._samples: dict[str, list[list[list[float]]]] | None = None

    def open_picture(self, path: str) -> None:
        """Read the digit from a picture file instead of the canvas."""
        self.canvas.show_picture(path)
        self.drawn.emit(path)

    def draw_sample(self, digit: int) -> None:
        """Draw the sample of a digit."""
        if self._samples is None:
            self._samples = json.loads((SAMPLES / "strokes.json").read_text(encoding="utf-8"))
        strokes = tuple(np.array(stroke, np.float32) for stroke in self._samples[str(digit)])
        self.canvas.set_strokes(strokes)

    def clear(self) -> None:
        """Wipe the canvas and begin a new moment."""
        self.canvas.clear()
        self.cleared.emit()

    def show_seen(self, seen: InkSeen | None) -> None:
        """Show what the network saw; None when there is nothing to see."""
        self.preview.show_image(None if seen is None else seen.image)
        self.heat.show_image(
            None if seen is None or seen.heat is None else seen.image, None if seen is None else seen.heat
        )

    def _on_strokes(self, strokes: object) -> None:
        self.drawn.emit(strokes)

    def minimumSizeHint(self) -> QSize:
        """Return how small it may become: the fixed sizes below are only those of now."""
        return QSize(260, 400)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Make the canvas as large a square as leaves room for the rest, and the pictures fill what is left."""
        super().resizeEvent(event)
        gap = style.SPACE_S
        fixed = self.undo_button.sizeHint().height() + self.pad.sizeHint().height() + 4 * gap + CAPTION_PX
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

    def _build_buttons(self) -> QHBoxLayout:
        self.undo_button = self._button(
            "mdi6.undo", self.tr("Undo"), self.tr("Take the last stroke away (Ctrl+Z)")
        )
        self.undo_button.clicked.connect(self.canvas.undo)
        self.clear_button = self._button(
            "mdi6.eraser", self.tr("Clear"), self.tr("Wipe the canvas and forget what was said (Esc)")
        )
        self.clear_button.clicked.connect(self.clear)
        self.picture_button = self._button(
            "mdi6.image-outline",
            self.tr("Picture…"),
            self.tr("Read a digit from a picture file, or drop one here"),
        )
        self.picture_button.clicked.connect(self._choose_picture)
        row = QHBoxLayout()
        row.setSpacing(style.SPACE_XS)
        for button in (self.undo_button, self.clear_button, self.picture_button):
            row.addWidget(button, 1)
        return row

    def _button(self, icon: str, text: str, tip: str) -> QPushButton:
        button = QPushButton(text)
        button.setIcon(style.icon(icon))
        button.setProperty("icon-name", icon)
        button.setToolTip(tip)
        return button

    def _choose_picture(self) -> None:
        dialog = QFileDialog(self, self.tr("Open a picture of a digit"))
        dialog.setNameFilter(self.tr("Pictures") + " (*.png *.jpg *.jpeg *.bmp *.gif *.tif *.tiff *.webp)")
        dialog.fileSelected.connect(self.open_picture)
        dialog.open()

    def follow_theme(self) -> None:
        """Give the icons the colour of the text."""
        for button in (self.undo_button, self.clear_button, self.picture_button):
            button.setIcon(style.icon(button.property("icon-name")))
