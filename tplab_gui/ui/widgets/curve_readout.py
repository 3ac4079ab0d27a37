"""The card that follows the mouse over the curves: the numbers of the nearest epoch, one row a run."""

import html
from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel, QWidget

from tplab_gui.ui import style
from tplab_gui.ui.widgets.run_curves import RunCurves

_OFFSET = 16  # pixels between the pointer and the card
_MOST_ROWS = 12


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

    def show_epoch(self, epoch: int | None, x: float, runs: Sequence[RunCurves], at: QPoint) -> None:
        """Show epoch `epoch` of `runs` beside the point `at`, inside the parent.

        Where curves are smoothed, the batch nearest to `x` (in epochs) is read too, raw and smoothed. A run that has
        no such epoch shows dashes.
        """
        heads = [self.tr("train"), self.tr("re-measured"), self.tr("test"), self.tr("test accuracy")]
        is_smooth = any(run.smooth[0].weight > 0 for run in runs)
        if is_smooth:
            heads += [self.tr("batch at {epoch}").format(epoch=f"{max(x, 0.0):.2f}"), self.tr("smoothed")]
        title = "" if epoch is None else self.tr("Epoch {number}").format(number=epoch)
        cells = "".join(f"<th align='right'>&nbsp;&nbsp;{head}</th>" for head in heads)
        rows = [f"<tr><th align='left'>{title}</th>{cells}</tr>"]
        for run in runs[:_MOST_ROWS]:
            numbers = [*_of_epoch(run, epoch), *(_of_batch(run, x) if is_smooth else ())]
            cells = "".join(f"<td align='right'>&nbsp;&nbsp;{number}</td>" for number in numbers)
            name = html.escape(run.name)  # the user's own
            rows.append(
                f"<tr><td><span style='color:{run.series.colour().name()}'>■</span> {name}</td>{cells}</tr>"
            )
        if len(runs) > _MOST_ROWS:
            more = self.tr("and {n} more runs").format(n=len(runs) - _MOST_ROWS)
            rows.append(f"<tr><td colspan='{len(heads) + 1}'>{more}</td></tr>")
        self.setText(f"<table cellspacing='0'>{''.join(rows)}</table>")
        self.adjustSize()
        room = self.parentWidget().rect()
        left = at.x() + _OFFSET
        if left + self.width() > room.right():
            left = at.x() - _OFFSET - self.width()
        top = min(max(at.y() - self.height() // 2, 0), room.bottom() - self.height())
        self.move(max(left, 0), top)
        self.show()
        self.raise_()


def _of_epoch(run: RunCurves, epoch: int | None) -> list[str]:
    end = run.epochs.get(epoch) if epoch is not None else None
    if end is None:
        return ["–"] * 4
    numbers = [f"{value:.4f}" for value in (end.train_loss, end.train_loss_eval, end.test_loss)]
    return [*numbers, f"{100 * end.test_accuracy:.2f}&nbsp;%"]


def _of_batch(run: RunCurves, x: float) -> list[str]:
    """Return the loss of the batch nearest to `x`, raw and smoothed."""
    smooth = run.smooth[0].curve
    at = smooth.index_near(x)
    return ["–", "–"] if at is None else [f"{run.loss.y[at]:.4f}", f"{smooth.y[at]:.4f}"]
