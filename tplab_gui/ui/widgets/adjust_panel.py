"""The sliders beside a live picture: what is done to it before the network looks.

Folded away it is a narrow bar that says how many are at work. It writes into the `Latest[WatchParams]` of the page;
the page knows nothing of transforms.
"""

from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, QPointF, Qt
from PySide6.QtGui import QKeySequence, QMouseEvent, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from tplab_gui.core.adjustments import NEUTRAL, TRANSFORMS, Adjustment
from tplab_gui.core.mailbox import Latest
from tplab_gui.core.params import WatchParams
from tplab_gui.ui import style
from tplab_gui.ui.widgets.adjust_names import group_names
from tplab_gui.ui.widgets.adjust_slider import AdjustSlider
from tplab_gui.ui.widgets.heatmap_bars import recolour, tool_button
from tplab_gui.ui.widgets.image_view import ImageView

_WIDTH = 276  # pixels: beside three panels in a window of 1024


class AdjustPanel(QWidget):
    """A slider for every transform; R takes everything back, a patch is dragged on the picture itself."""

    def __init__(self, params: Latest[WatchParams], view: ImageView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._params, self._view = params, view
        self.sliders: dict[str, AdjustSlider] = {}
        self.fold = tool_button(
            "mdi6.tune-variant",
            self.tr("Change the picture"),
            self.tr("Light, colour, geometry and quality of the picture before the network sees it."),
            is_checkable=True,
        )
        self.fold.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        self.fold.toggled.connect(self._on_folded)
        self.count = QLabel()
        self.count.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        style.set_role(self.count, "good")
        self.reset_button = QPushButton(self.tr("Reset all (R)"))
        self.reset_button.setToolTip(self.tr("Show the picture as it is."))
        self.reset_button.clicked.connect(self.reset)
        QShortcut(QKeySequence("R"), self).activated.connect(self.reset)
        self.body = self._body()
        self.body.hide()
        bar = QVBoxLayout()
        bar.setSpacing(style.SPACE_XS)
        bar.addWidget(self.fold)
        bar.addWidget(self.count)
        bar.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(style.SPACE_XS)
        row.addWidget(self.body)
        row.addLayout(bar)
        view.installEventFilter(self)
        self._show(params.get().adjust)

    def reset(self) -> None:
        """Take everything back."""
        self._ask(NEUTRAL)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme: icons are painted in the text colour."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            recolour(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the patch be dragged on the picture while there is one."""
        if watched is self._view and isinstance(event, QMouseEvent) and self._asked().get("occlusion") > 0:
            if event.type() == QEvent.Type.MouseButtonPress and event.button() == Qt.MouseButton.LeftButton:
                self._put_patch(event.position())
                return True
            if event.type() == QEvent.Type.MouseMove and event.buttons() & Qt.MouseButton.LeftButton:
                self._put_patch(event.position())
                return True
        return super().eventFilter(watched, event)

    def _body(self) -> QFrame:
        frame = QFrame()
        style.set_role(frame, "card")
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(style.SPACE_S, 0, style.SPACE_S, style.SPACE_S)
        column.setSpacing(style.SPACE_XS)
        for group, title in group_names().items():
            heading = QLabel(title)
            style.set_role(heading, "muted")
            column.addSpacing(style.SPACE_XS)
            column.addWidget(heading)
            for known in TRANSFORMS:
                if known.group == group and not known.is_random:
                    slider = self.sliders[known.name] = AdjustSlider(known)
                    slider.changed.connect(self._on_changed)
                    column.addWidget(slider)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidget(inside)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        for ground in (scroll.viewport(), inside):  # the card shows through
            ground.setAutoFillBackground(False)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        whole = QVBoxLayout(frame)
        whole.setContentsMargins(1, style.SPACE_S, 1, style.SPACE_S)
        whole.setSpacing(style.SPACE_S)
        head = QHBoxLayout()
        head.setContentsMargins(style.SPACE_S, 0, style.SPACE_S, 0)
        head.addWidget(self.reset_button)
        whole.addLayout(head)
        whole.addWidget(scroll, 1)
        frame.setFixedWidth(_WIDTH)
        return frame

    def _on_folded(self, is_open: bool) -> None:  # noqa: FBT001  Qt's word
        self.body.setVisible(is_open)

    def _asked(self) -> Adjustment:
        return self._params.get().adjust

    def _on_changed(self, name: str, value: float) -> None:
        self._ask(self._asked().with_value(name, value))

    def _put_patch(self, at: QPointF) -> None:
        where = self._view.picture_rect()
        if where.isEmpty():
            return
        x = 100 * min(max((at.x() - where.x()) / where.width(), 0.0), 1.0)
        y = 100 * min(max((at.y() - where.y()) / where.height(), 0.0), 1.0)
        self._ask(self._asked().with_value("occlusion-x", x).with_value("occlusion-y", y))

    def _ask(self, adjustment: Adjustment) -> None:
        if adjustment != self._asked():
            self._params.set(replace(self._params.get(), adjust=adjustment))
        self._show(adjustment)

    def _show(self, adjustment: Adjustment) -> None:
        for name, slider in self.sliders.items():
            if slider.value != adjustment.get(name):
                slider.show_value(adjustment.get(name))
        at_work = sum(1 for name, _ in adjustment.values if not self.sliders[name].known.is_placing)
        self.reset_button.setEnabled(bool(adjustment.values))
        self.count.setText(str(at_work) if at_work else "")
        self.count.setToolTip(
            self.tr("Changes at work: {count}. R takes them back.").format(count=at_work) if at_work else ""
        )
        self._view.setCursor(
            Qt.CursorShape.OpenHandCursor if adjustment.get("occlusion") > 0 else Qt.CursorShape.ArrowCursor
        )


def beside_sliders(
    panels: QWidget, view: ImageView, params: Latest[WatchParams]
) -> tuple[QWidget, AdjustPanel]:
    """Return `panels` with the sliders at their right, and the sliders; `view` shows what they change."""
    whole, sliders = QWidget(), AdjustPanel(params, view)
    row = QHBoxLayout(whole)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(style.SPACE_S)
    row.addWidget(panels, 1)
    row.addWidget(sliders)
    return whole, sliders
