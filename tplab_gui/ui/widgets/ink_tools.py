"""The row of tools below the canvas: undo, redo, pen, eraser, clear, a picture, the steps to 28 x 28."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QMenu, QPushButton, QToolButton, QWidget

from tplab_gui.core.events.moments import USUAL_PEN_PX
from tplab_gui.ui import style

PENS_PX = (1.6, USUAL_PEN_PX, 3.0)  # the network reads all of these; beyond, it guesses


class InkTools(QWidget):
    """Buttons only: the panel does what they ask for."""

    pen_chosen = Signal(float)  # width in the 28 x 28 field
    eraser_chosen = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.undo = self._small(
            "mdi6.undo", self.tr("Undo"), self.tr("Take the last stroke or erasure back (Ctrl+Z)")
        )
        self.redo = self._small(
            "mdi6.redo", self.tr("Redo"), self.tr("Do again what was taken back (Ctrl+Shift+Z)")
        )
        self.pen = self._small(
            "mdi6.pen",
            self.tr("Pen width"),
            self.tr("How wide the pen is, on the screen and for the network"),
        )
        self.pen.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.pen.setMenu(self._build_menu())
        self.eraser = self._small(
            "mdi6.eraser-variant",
            self.tr("Eraser"),
            self.tr(
                "Erase whole strokes by touching them, until pressed again (E); also the other end of a stylus"
            ),
        )
        self.eraser.setCheckable(True)
        self.eraser.toggled.connect(self.eraser_chosen)
        self.steps = self._small(
            "mdi6.stairs",
            self.tr("Steps to 28 × 28"),
            self.tr("Show step by step how the drawing becomes the picture that the network sees (S)"),
        )
        self.picture = self._small(
            "mdi6.image-outline",
            self.tr("Picture…"),
            self.tr("Read a digit from a picture file, or drop one here"),
        )
        self.clear = QPushButton(self.tr("Clear"))
        self.clear.setToolTip(self.tr("Wipe the canvas and forget what was said: a new moment begins (Esc)"))
        self.clear.setProperty("icon-name", "mdi6.delete-outline")
        self.clear.setStyleSheet("padding: 5px 6px;")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(style.SPACE_XS)
        for button in self._buttons()[:-1]:
            row.addWidget(button)
        row.addWidget(self.clear, 1)
        self.follow_theme()

    def show_possible(self, *, can_undo: bool, can_redo: bool, has_ink: bool) -> None:
        """Offer only what can be done."""
        self.undo.setEnabled(can_undo)
        self.redo.setEnabled(can_redo)
        self.steps.setEnabled(has_ink)

    def follow_theme(self) -> None:
        """Give the icons the colour of the text."""
        for button in self._buttons():
            button.setIcon(style.icon(button.property("icon-name")))

    def _buttons(self) -> tuple[QAbstractButton, ...]:
        return self.undo, self.redo, self.pen, self.eraser, self.picture, self.steps, self.clear

    def _small(self, icon: str, name: str, tip: str) -> QToolButton:
        button = QToolButton()
        button.setProperty("icon-name", icon)
        button.setAccessibleName(name)
        button.setToolTip(tip)
        button.setStyleSheet("padding: 5px;")
        return button

    def _build_menu(self) -> QMenu:
        menu = QMenu(self)
        group = QActionGroup(menu)
        names = (self.tr("Thin pen"), self.tr("Usual pen"), self.tr("Thick pen"))
        for name, width in zip(names, PENS_PX, strict=True):
            action = menu.addAction(name)
            action.setCheckable(True)
            action.setChecked(width == USUAL_PEN_PX)
            action.triggered.connect(lambda _=False, w=width: self.pen_chosen.emit(w))
            group.addAction(action)
        return menu
