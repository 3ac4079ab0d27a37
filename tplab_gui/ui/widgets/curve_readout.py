"""The card that follows the mouse over the curves: the numbers of the nearest epoch, one row a run."""

import html
from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel, QWidget

from tplab_gui.ui import style
from tplab_gui.ui.widgets.run_curves import RunCurves

_OFFSET = 16  # pixels between the pointer and the card


class CurveReadout(QLabel):
    """Numbers of one epoch; hidden when there is none under the mouse."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setTextFormat(Qt.TextFormat.RichText)
        self.restyle()
        self.hide()

    def restyle(self) -> None:
        """Take the colours of the theme in use."""
        now = style.theme()
        self.setStyleSheet(
            f"background: {now.raised}; color: {now.text}; border: 1px solid {now.border};"
            f"border-radius: {style.RADIUS}px; padding: 6px; font-size: {style.TEXT_SMALL}px;"
        )

    def show_epoch(self, epoch: int, runs: Sequence[RunCurves], at: QPoint) -> None:
        """Show epoch `epoch` of `runs` beside the point `at`, inside the parent."""
        heads = (self.tr("train"), self.tr("re-measured"), self.tr("test"), self.tr("test accuracy"))
        rows = [
            "<tr><th align='left'>{}</th>{}</tr>".format(
                self.tr("Epoch {number}").format(number=epoch),
                "".join(f"<th align='right'>&nbsp;&nbsp;{head}</th>" for head in heads),
            )
        ]
        for run in runs:
            end = run.epochs[epoch]
            numbers = [f"{v:.4f}" for v in (end.train_loss, end.train_loss_eval, end.test_loss)]
            numbers.append(f"{100 * end.test_accuracy:.2f}&nbsp;%")
            cells = "".join(f"<td align='right'>&nbsp;&nbsp;{number}</td>" for number in numbers)
            name = html.escape(run.name)  # the user's own
            rows.append(
                f"<tr><td><span style='color:{run.series.colour().name()}'>■</span> {name}</td>{cells}</tr>"
            )
        self.setText(f"<table cellspacing='0'>{''.join(rows)}</table>")
        self.adjustSize()
        room = self.parentWidget().rect()
        x = at.x() + _OFFSET
        if x + self.width() > room.right():
            x = at.x() - _OFFSET - self.width()
        y = min(max(at.y() - self.height() // 2, 0), room.bottom() - self.height())
        self.move(max(x, 0), y)
        self.show()
        self.raise_()
