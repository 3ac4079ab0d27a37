"""The pictures of a series in a row: small, with step, parameter and score below; with or without the heat."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from tplab_gui.core.adjustments import transform
from tplab_gui.core.events.sweep import SweepStep
from tplab_gui.ui import style
from tplab_gui.ui.widgets.adjust_names import unit_text
from tplab_gui.ui.widgets.image_view import to_qimage
from tplab_gui.ui.widgets.top_scores import percent

_THUMBNAIL = QSize(92, 69)


class SweepStrip(QListWidget):
    """Thumbnails from left to right; the arrow keys walk through them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        style.set_role(self, "card")
        self.setAccessibleName(self.tr("Pictures of the series"))
        self.setViewMode(QListWidget.ViewMode.IconMode)
        self.setFlow(QListWidget.Flow.LeftToRight)
        self.setWrapping(False)
        self.setMovement(QListWidget.Movement.Static)
        self.setIconSize(_THUMBNAIL)
        self.setUniformItemSizes(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        line = self.fontMetrics().height()
        self._cell = QSize(_THUMBNAIL.width() + 4, _THUMBNAIL.height() + 2 * line + 6)
        self.setFixedHeight(self._cell.height() + 16)
        self._steps: list[SweepStep] = []
        self._unit = ""
        self.has_heat = True

    def begin(self, name: str) -> None:
        """Empty the strip for a series of this transform."""
        self.clear()
        self._steps, self._unit = [], unit_text(transform(name).unit)

    def add(self, step: SweepStep) -> None:
        """Add one picture at the right end."""
        self._steps.append(step)
        item = QListWidgetItem(
            self._icon(step), f"{step.step} · {step.parameter:.3g}{self._unit}\n{percent(step.score)}"
        )
        item.setSizeHint(self._cell)
        best, share = step.top[0]
        item.setToolTip(
            self.tr("Step {step}: {score}; the best class is {best} ({share})").format(
                step=step.step, score=percent(step.score), best=best, share=percent(share)
            )
        )
        self.addItem(item)
        self.scrollToItem(item)

    def show_heat(self, has_heat: bool) -> None:  # noqa: FBT001  a slot
        """Show the heat over the pictures, or the pictures alone."""
        self.has_heat = has_heat
        for row, step in enumerate(self._steps):
            self.item(row).setIcon(self._icon(step))

    def _icon(self, step: SweepStep) -> QIcon:
        pixels = step.overlay if self.has_heat else step.picture
        pixmap = QPixmap.fromImage(to_qimage(pixels).copy())
        icon = QIcon(pixmap)
        icon.addPixmap(pixmap, QIcon.Mode.Selected)  # a chosen picture is not tinted
        return icon
