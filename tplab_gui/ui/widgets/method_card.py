"""One heatmap method on the Compare page: its picture, its time, its quality in numbers; two of them side by side."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from tplab_gui.core.box_measures import Box, energy_in, points_at
from tplab_gui.core.errors import LabError
from tplab_gui.core.events.compare import MapQuality, MethodHeat
from tplab_gui.core.methods import Method
from tplab_gui.ui import style
from tplab_gui.ui.widgets.heatmap_choices import method_tip
from tplab_gui.ui.widgets.image_view import ImageView
from tplab_gui.ui.widgets.notice_bar import in_words
from tplab_gui.ui.widgets.top_scores import percent

_VIEW_PX = 116


@dataclass
class _Side:
    """What one half of a card holds."""

    widget: QWidget
    name: QLabel
    view: ImageView
    numbers: QLabel
    heat: MethodHeat | None = None
    quality: MapQuality | None = None


class MethodCard(QFrame):
    """A method of the grid; it can be focused, and says then that it is looked at."""

    chosen = Signal(str)

    def __init__(self, method: Method, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        style.set_role(self, "card")
        self.method = method
        self._box: Box | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setToolTip(method_tip(method))
        self.setAccessibleName(method.title)
        title, self.time = QLabel(method.title), QLabel()
        style.set_role(title, "heading")
        title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        style.set_role(self.time, "muted")
        self.time.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        head = QHBoxLayout()
        head.addWidget(title, 1)
        head.addWidget(self.time)
        sides = QHBoxLayout()
        sides.setSpacing(style.SPACE_S)
        self.sides = (self._side(sides), self._side(sides))
        self.sides[1].widget.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(style.SPACE_S, style.SPACE_S, style.SPACE_S, style.SPACE_S)
        column.setSpacing(style.SPACE_XS)
        column.addLayout(head)
        column.addLayout(sides, 1)

    def _side(self, row: QHBoxLayout) -> _Side:
        widget, name, view, numbers = QWidget(), QLabel(), ImageView(), QLabel()
        style.set_role(name, "muted")
        name.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        numbers.setWordWrap(True)
        numbers.setAlignment(Qt.AlignmentFlag.AlignTop)
        view.setFixedHeight(_VIEW_PX)
        view.setMinimumWidth(60)
        column = QVBoxLayout(widget)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style.SPACE_XS)
        for each in (name, view, numbers):
            column.addWidget(each)
        column.addStretch(1)
        name.hide()
        row.addWidget(widget, 1)
        return _Side(widget, name, view, numbers)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Say that this method is looked at."""
        self.chosen.emit(self.method.key)
        super().focusInEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Say that this method is looked at."""
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        super().mousePressEvent(event)

    def wait(self, names: tuple[str, ...]) -> None:
        """Empty the card and expect the maps of one or two sides, with what stands over each."""
        for number, side in enumerate(self.sides):
            is_used = number < len(names)
            side.widget.setVisible(is_used)
            side.heat = side.quality = None
            side.view.show_pixels(None)
            side.view.show_text(self.tr("waiting") if is_used else "")
            side.numbers.clear()
            side.name.setText(names[number] if is_used else "")
            side.name.setVisible(len(names) > 1)
        self.time.clear()

    def show_heat(self, number: int, heat: MethodHeat) -> None:
        """Show the map of side `number` (0 or 1)."""
        side = self.sides[number]
        side.heat = heat
        height, width = heat.overlay.shape[:2]
        mark = ((heat.peak_xy[0] + 0.5) / width, (heat.peak_xy[1] + 0.5) / height)
        side.view.show_pixels(heat.overlay, mark=mark)
        side.view.show_text("")
        side.view.setAccessibleName(f"{self.method.title}, {heat.target} {percent(heat.score)}")
        times = [f"{each.heat.ms:.0f}" for each in self.sides if each.heat is not None]
        self.time.setText(self.tr("{ms} ms").format(ms=" / ".join(times)))
        self._refresh(side)

    def show_quality(self, number: int, quality: MapQuality) -> None:
        """Show the numbers of side `number`."""
        self.sides[number].quality = quality
        self._refresh(self.sides[number])

    def show_refusal(self, number: int, error: LabError) -> None:
        """Say why there is no map."""
        self.sides[number].view.show_text(" ".join(in_words(error)))

    def stop_waiting(self) -> None:
        """Say of what has not come that it was stopped."""
        for side in self.sides:
            if side.heat is None and side.view.text == self.tr("waiting"):
                side.view.show_text(self.tr("stopped"))

    def set_box(self, box: Box | None) -> None:
        """Measure the heat in this box, in pixels of the picture; None for no box."""
        self._box = box
        for side in self.sides:
            self._refresh(side)

    def heat_of(self, number: int) -> tuple[MethodHeat, MapQuality | None] | None:
        """Return what side `number` shows, or None."""
        side = self.sides[number]
        return None if side.heat is None else (side.heat, side.quality)

    def _refresh(self, side: _Side) -> None:
        lines = []
        if side.heat is not None and self._box is not None:
            share = percent(energy_in(side.heat.heatmap, self._box))
            hit = points_at(side.heat.peak_xy, self._box)
            said = self.tr("✔ peak in the box") if hit else self.tr("✘ peak outside")
            lines.append(self.tr("{share} of the heat in the box · {said}").format(share=share, said=said))
        if side.quality is not None:
            found = side.quality
            drop = (
                self.tr("rises")
                if found.increases
                else self.tr("drop {share}").format(share=percent(found.drop))
            )
            lines.append(
                self.tr("{drop} · deletion {deletion} · insertion {insertion} · ROAD {road}").format(
                    drop=drop,
                    deletion=f"{found.deletion:.2f}",
                    insertion=f"{found.insertion:.2f}",
                    road=f"{found.road:+.2f}",
                )
            )
        side.numbers.setText("\n".join(lines))
        side.numbers.setVisible(bool(lines))
