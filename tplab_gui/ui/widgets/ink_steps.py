"""The steps from strokes to MNIST's 28 x 28, one by one, each with its picture and a sentence."""

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from tplab_gui import jobs
from tplab_gui.core.events.moments import Ink, InkSteps
from tplab_gui.runtime.poller import Poller
from tplab_gui.runtime.runner import Runner
from tplab_gui.ui import style
from tplab_gui.ui.widgets.ink_paint import paint_line, pairs

STEPS = 4
FIELD_PX, BOX_PX, CENTRE_PX = 28, 20, 14.0
_PICTURE_PX = 336  # twelve screen pixels for each of the network's


class StepPicture(QWidget):
    """Paints one of the four steps."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.steps: InkSteps | None = None
        self.number = 0
        self.setFixedSize(QSize(_PICTURE_PX, _PICTURE_PX))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint strokes in their box, or pixels with box and centres."""
        now = style.theme()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if self.steps is None:
                painter.fillRect(self.rect(), QColor(now.raised))
            elif self.number == 0:
                self._paint_strokes(painter, self.steps, now)
            else:
                self._paint_pixels(painter, self.steps)

    def _paint_strokes(self, painter: QPainter, steps: InkSteps, now: style.Theme) -> None:
        area = QRectF(self.rect()).adjusted(8, 8, -8, -8)
        painter.fillRect(self.rect(), QColor(now.surface))
        for stroke in steps.strokes:
            paint_line(painter, area, pairs(stroke), [1.0] * len(stroke), 5.0)
        x0, y0, x1, y1 = (each * area.width() + area.x() for each in steps.box)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(now.accent), 2, Qt.PenStyle.DashLine))
        painter.drawRect(QRectF(x0, y0, max(x1 - x0, 1), max(y1 - y0, 1)))

    def _paint_pixels(self, painter: QPainter, steps: InkSteps) -> None:
        image = steps.image if self.number == STEPS - 1 else steps.boxed
        grey = np.ascontiguousarray(np.rint(255 * image).astype(np.uint8))
        picture = QImage(grey.data, FIELD_PX, FIELD_PX, FIELD_PX, QImage.Format.Format_Grayscale8)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
        painter.drawImage(QRectF(self.rect()), picture)
        side = self.width() / FIELD_PX
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if self.number == 1:
            edge = (CENTRE_PX + 0.5 - BOX_PX / 2) * side  # pixel centres lie at whole numbers
            painter.setPen(QPen(QColor(style.DARK.accent), 2, Qt.PenStyle.DashLine))
            painter.drawRect(QRectF(edge, edge, BOX_PX * side, BOX_PX * side))
        else:
            middle = QPointF((CENTRE_PX + 0.5) * side, (CENTRE_PX + 0.5) * side)
            painter.setPen(QPen(QColor(style.DARK.accent), 2))
            for dx, dy in ((1, 0), (0, 1)):
                painter.drawLine(middle - QPointF(dx, dy) * 10, middle + QPointF(dx, dy) * 10)
        if self.number == 2:  # where the mass is before it is moved
            x, y = ((each + 0.5) * side for each in steps.mass_xy)
            painter.setPen(QPen(QColor(style.DARK.warning), 3))
            painter.drawEllipse(QPointF(x, y), 8, 8)


class InkStepsDialog(QDialog):
    """Goes through the steps with two buttons or the arrow keys; computed in a job."""

    def __init__(self, ink: Ink, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("From the pen to 28 × 28"))
        self.picture, self.sentence, self.place = StepPicture(), QLabel(), QLabel()
        self.sentence.setWordWrap(True)
        self.sentence.setFixedWidth(_PICTURE_PX)
        self.sentence.setMinimumHeight(6 * self.fontMetrics().lineSpacing())
        self.sentence.setAlignment(Qt.AlignmentFlag.AlignTop)
        style.set_role(self.place, "heading")
        self.back, self.next = QPushButton(self.tr("Back")), QPushButton(self.tr("Next"))
        self.back.setToolTip(self.tr("The step before (←)"))
        self.next.setToolTip(self.tr("The next step (→)"))
        self.back.clicked.connect(lambda: self.show_step(self.picture.number - 1))
        self.next.clicked.connect(self._on_next)
        self.next.setDefault(True)
        row = QHBoxLayout()
        row.addWidget(self.place, 1)
        row.addWidget(self.back)
        row.addWidget(self.next)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[style.SPACE_L] * 4)
        column.setSpacing(style.SPACE_M)
        for each in (self.picture, self.sentence):
            column.addWidget(each)
        column.addLayout(row)
        self._runner = Runner(self)
        self._poller = Poller(self._runner.mailbox, self._on_events, self)
        self._poller.start()
        self.finished.connect(self._on_finished)
        self.show_step(0)
        self._runner.start(jobs.ink_steps, ink.strokes, ink.pen_px)

    def show_step(self, number: int) -> None:
        """Show step 0, 1, 2 or 3."""
        number = min(max(number, 0), STEPS - 1)
        self.picture.number = number
        self.place.setText(self.tr("Step {number} of {count}").format(number=number + 1, count=STEPS))
        self.sentence.setText(self._words(number))
        self.picture.setAccessibleName(self.sentence.text())
        self.back.setEnabled(number > 0)
        self.next.setText(self.tr("Close") if number == STEPS - 1 else self.tr("Next"))
        self.picture.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let the arrow keys go through the steps."""
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.show_step(self.picture.number + (1 if event.key() == Qt.Key.Key_Right else -1))
        else:
            super().keyPressEvent(event)

    def _on_finished(self) -> None:
        self._runner.stop()
        self._poller.stop()

    def _on_next(self) -> None:
        if self.picture.number == STEPS - 1:
            self.accept()
        else:
            self.show_step(self.picture.number + 1)

    def _on_events(self, events: list[object]) -> None:
        for event in events:
            if isinstance(event, InkSteps):
                self.picture.steps = event
        self.show_step(self.picture.number)

    def _words(self, number: int) -> str:
        steps = self.picture.steps
        if steps is None:
            return self.tr("The picture is being computed.")
        width, height = steps.box[2] - steps.box[0], steps.box[3] - steps.box[1]
        if number == 0:
            text = self.tr(
                "The box around the strokes. It is {width:.0f} % of the canvas wide and {height:.0f} % high; where on "
                "the canvas it lies, and how large it is, will not matter."
            )
            return text.format(width=100 * width, height=100 * height)
        if number == 1:
            return self.tr(
                "The longer side of the box is scaled to 20 pixels, the other one by the same factor: the shape stays. "
                "The pen has one width whatever the scale. A pixel that the line only touches is grey (anti-aliasing)."
            )
        dx, dy = (round(CENTRE_PX - each, 1) + 0.0 for each in steps.mass_xy)  # never -0.0
        if number == 2:
            text = self.tr(
                "The centre of mass of the ink (circle) is compared with the centre of the field (cross): it is to be "
                "moved by {dx:+.1f} pixels to the right and {dy:+.1f} down."
            )
            return text.format(dx=dx, dy=dy)
        return self.tr(
            "The lines are drawn once more at the new place, not the pixels moved: nothing gets blurred. These 28 × 28 "
            "grey levels are all that the network sees, and the way in which MNIST's digits were made."
        )
