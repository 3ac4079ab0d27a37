"""One moment in full: replay, what every strategy said, whom the lab believed, and what it truly was."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from tplab_gui.core.events.moments import DigitMoment
from tplab_gui.ui import style
from tplab_gui.ui.widgets.digit_pad import DigitPad
from tplab_gui.ui.widgets.ink_preview import InkPreview
from tplab_gui.ui.widgets.moment_replay import MomentReplay
from tplab_gui.ui.widgets.moment_words import belief, strategy_name
from tplab_gui.ui.widgets.score_bars import percent

SIDE_PX, ROW_PX = 140, 22
ORDER = ("image", "audio", "early", "joint-concat", "joint-attention", "late-weighted", "late-vote")


class MomentDetail(QWidget):
    """Shows the chosen moment; `labelled` says what it was (None: not told)."""

    labelled = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.replay = MomentReplay()
        self.image = InkPreview(self.tr("What the network saw"), "28 × 28")
        self.image.setFixedSize(SIDE_PX, SIDE_PX)
        self.table = QTableWidget(0, 4)
        self.table.setHorizontalHeaderLabels(
            [self.tr("strategy"), self.tr("digit"), self.tr("score"), self.tr("sure")]
        )
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(ROW_PX)
        self.table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.table.setSelectionMode(QTableWidget.SelectionMode.NoSelection)
        self.table.setAccessibleName(self.tr("What every strategy says"))
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.belief, self.facts = QLabel(), QLabel()
        for label in (self.belief, self.facts):
            label.setWordWrap(True)
        style.set_role(self.belief, "heading")
        style.set_role(self.facts, "muted")
        self.pad = DigitPad(self.tr("It was"), self.tr("Say that it was {digit} (key {digit})"))
        for button in self.pad.buttons:
            button.setCheckable(True)
        self.pad.chosen.connect(self._on_digit)
        self.unlabel = QPushButton(self.tr("Not told"))
        self.unlabel.setToolTip(self.tr("Take the label away (Backspace)"))
        self.unlabel.clicked.connect(lambda: self.labelled.emit(None))
        label_row = QHBoxLayout()
        label_row.setSpacing(style.SPACE_S)
        label_row.addWidget(self.pad, 1)
        label_row.addWidget(self.unlabel)
        left = QVBoxLayout()
        left.addWidget(self.replay, 1)
        top = QHBoxLayout()
        top.setSpacing(style.SPACE_M)
        seen = QVBoxLayout()
        seen.addWidget(self.image)
        seen.addWidget(self.facts, 1, Qt.AlignmentFlag.AlignTop)
        top.addLayout(left, 1)
        top.addLayout(seen)
        self.facts.setFixedWidth(SIDE_PX)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style.SPACE_S)
        column.addLayout(top, 1)
        column.addWidget(self.belief)
        column.addWidget(self.table)
        column.addLayout(label_row)
        self.show_moment(None)

    def show_moment(self, moment: DigitMoment | None) -> None:
        """Show a moment, or nothing."""
        self.replay.show_moment(moment)
        self.show_words(moment)

    def show_words(self, moment: DigitMoment | None) -> None:
        """Show what is said of a moment, without stopping its replay."""
        for widget in (self.pad, self.unlabel):
            widget.setEnabled(moment is not None)
        for digit, button in enumerate(self.pad.buttons):
            button.setChecked(moment is not None and moment.label == digit)
        self.image.show_image(None if moment is None else moment.image)
        self.belief.setText("" if moment is None else belief(moment))
        self.facts.setText("" if moment is None else self._facts(moment))
        self._fill(moment)

    def _on_digit(self, digit: int) -> None:
        self.labelled.emit(digit)

    def _fill(self, moment: DigitMoment | None) -> None:
        answers = {} if moment is None else moment.verdict.answers
        names = sorted(answers, key=lambda name: ORDER.index(name) if name in ORDER else len(ORDER))
        self.table.setRowCount(len(names))
        rows_px = ROW_PX * max(len(names), 4)  # all of them can be read without scrolling
        self.table.setFixedHeight(self.table.horizontalHeader().sizeHint().height() + rows_px + 4)
        for row, name in enumerate(names):
            answer = answers[name]
            in_use = moment is not None and name == moment.verdict.strategy
            mark = ""
            if moment is not None and moment.label is not None:
                mark = " ✓" if answer.digit == moment.label else " ✗"
            texts = (
                strategy_name(name) + (" " + self.tr("(in use)") if in_use else ""),
                f"{answer.digit}{mark}",
                percent(float(answer.scores.max())),
                self.tr("yes") if answer.is_sure else self.tr("no"),
            )
            for column, text in enumerate(texts):
                item = QTableWidgetItem(text)
                font = item.font()
                font.setBold(in_use)
                item.setFont(font)
                if column:
                    item.setTextAlignment(Qt.AlignmentFlag.AlignCenter)
                self.table.setItem(row, column, item)

    def _facts(self, moment: DigitMoment) -> str:
        lines = [moment.began[11:19]]
        if moment.ink:
            points = sum(len(stroke) for stroke in moment.ink.strokes)
            lines.append(
                self.tr("{strokes} stroke(s), {points} points").format(strokes=len(moment.ink), points=points)
            )
        lines += [
            self.tr("word from {start:.1f} to {end:.1f} s").format(start=word.start_s, end=word.end_s)
            for word in moment.words[-3:]
        ]
        image, sound = moment.verdict.weights
        if image + sound > 0:
            lines.append(
                self.tr("trust: image {image:.0f} %, sound {sound:.0f} %").format(
                    image=100 * image, sound=100 * sound
                )
            )
        return "\n".join(lines)
