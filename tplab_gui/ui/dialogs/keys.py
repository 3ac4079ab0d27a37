"""The sheet of keys: everything the keyboard can do, on one page."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QGridLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from tplab_gui.ui import style

LEAST_HEIGHT = 440  # of the sheet: with its button it fits a window of 1024x640


class KeysDialog(QDialog):
    """Lists the keys, grouped by where they act."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keys"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(style.SPACE_XL)
        grid.setVerticalSpacing(style.SPACE_XS)
        for where, keys in self._keys():
            heading = QLabel(where)
            style.set_role(heading, "heading")
            grid.addWidget(heading, grid.rowCount(), 0, 1, 2)
            for key, what in keys:
                row = grid.rowCount()
                grid.addWidget(QLabel(key), row, 0)
                grid.addWidget(QLabel(what), row, 1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[style.SPACE_XL] * 4)
        column.setSpacing(style.SPACE_L)
        column.addWidget(_scrolling(grid))
        column.addWidget(buttons)

    def _keys(self) -> list[tuple[str, list[tuple[str, str]]]]:
        return [
            (
                self.tr("Everywhere"),
                [
                    ("Ctrl+1 … Ctrl+4", self.tr("Go to a tab")),
                    (self.tr("Tab, Shift+Tab"), self.tr("Go to the next or the previous control")),
                    ("Ctrl+/", self.tr("Show this page")),
                    ("Ctrl+Shift+R", self.tr("Write the lab report")),
                ],
            ),
            (
                self.tr("Training"),
                [
                    (self.tr("Space"), self.tr("Start, pause or resume")),
                    ("N", self.tr("Learn from one more batch, then wait")),
                    (self.tr("Shift+N"), self.tr("Learn to the end of the epoch, then wait")),
                    (self.tr("Esc"), self.tr("Stop the run; what it learned is kept")),
                    ("F2", self.tr("Rename the chosen run")),
                    ("C", self.tr("Compare the ticked runs")),
                    ("L", self.tr("Choose the colour and marker of the chosen run")),
                    (self.tr("Del"), self.tr("Delete the chosen run, or take it out of the queue")),
                    ("Alt+↑, Alt+↓", self.tr("Move a waiting run in the queue")),
                    ("Ctrl+E", self.tr("Export the curves")),
                ],
            ),
            (
                self.tr("Digits"),
                [
                    ("Ctrl+Z, Ctrl+Shift+Z", self.tr("Take back the last stroke, do it again")),
                    ("E", self.tr("Erase strokes, or draw")),
                    (self.tr("Esc"), self.tr("Clear the drawing: a new moment begins")),
                    ("S", self.tr("Show the steps to 28 × 28")),
                    ("0 … 9", self.tr("Draw a sample of that digit")),
                    ("Alt+0 … Alt+9", self.tr("Have the simulated voice say that digit")),
                    ("M", self.tr("Mute the microphone")),
                    ("T", self.tr("Hold it while you speak, in push-to-talk mode")),
                    ("H", self.tr("Play the hot part of the last word, or stop")),
                    ("G", self.tr("Begin the game, or leave it")),
                    (self.tr("Enter"), self.tr("In the game: start, skip, go on")),
                    (
                        self.tr("P, 0 … 9, Backspace, Del"),
                        self.tr("On the page Moments: replay, say what it was, take that back, delete"),
                    ),
                ],
            ),
            (
                self.tr("Heatmap"),
                [
                    ("F", self.tr("Freeze the picture")),
                    ("Ctrl+V", self.tr("Paste a picture")),
                    ("Ctrl+E", self.tr("Save the three panels")),
                    ("Ctrl+R", self.tr("Record the live view, or end it")),
                    ("Ctrl++", self.tr("Keep the class and choose another beside it")),
                    ("←, →", self.tr("Walk through a folder of pictures")),
                    ("←, →, ↑, ↓", self.tr("On a picture: read what a place supports, move the box")),
                    (self.tr("Ctrl+Enter, Esc"), self.tr("On the page Compare: start, stop")),
                    ("R", self.tr("Take back every change of the picture")),
                    (self.tr("Space, Esc"), self.tr("On the page Sensitivity: start, stop")),
                ],
            ),
            (
                self.tr("Data"),
                [
                    ("P", self.tr("Play the sound, or stop it")),
                    ("L", self.tr("Loop")),
                    (self.tr("Esc"), self.tr("Let go of the chosen span or band")),
                    ("+, -, F", self.tr("Zoom in, zoom out, show the full clip")),
                    ("←, →, ↑, ↓", self.tr("Read the pictures, column by column")),
                    (self.tr("Shift and an arrow"), self.tr("Choose a span or a band")),
                    ("Ctrl+E", self.tr("Export the pictures or the table")),
                    (
                        self.tr("Space, Enter, R, S"),
                        self.tr("On the page Record: record, keep, say it again, skip"),
                    ),
                ],
            ),
        ]


def _scrolling(grid: QGridLayout) -> QScrollArea:
    """Return the sheet as wide as it is, and as high as the screen allows."""
    sheet = QWidget()
    sheet.setLayout(grid)
    area = QScrollArea()
    area.setWidget(sheet)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    size = sheet.sizeHint()
    area.setMinimumWidth(size.width() + area.verticalScrollBar().sizeHint().width())
    area.setMinimumHeight(min(size.height(), LEAST_HEIGHT))
    return area
