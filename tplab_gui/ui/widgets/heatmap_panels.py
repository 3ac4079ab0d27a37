"""Input, raw map and overlay beside each other; or the input and an overlay of each class."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from tplab_gui.core.class_evidence import FULL_LOG_ODDS
from tplab_gui.core.events.heatmap import FrameSource, HeatmapFrame, PictureSeen, TargetHeat
from tplab_gui.ui import style
from tplab_gui.ui.widgets.class_names import shown_class
from tplab_gui.ui.widgets.heat_legend import HeatLegend
from tplab_gui.ui.widgets.image_view import Panel
from tplab_gui.ui.widgets.top_scores import percent

_SAME_SHAPE = 0.2  # a map of whole cells is never quite as wide as its picture


class HeatmapPanels(QWidget):
    """Panels of one size. They are told pictures and words; they know no job.

    One class: input, raw map, overlay. Several: the input and an overlay for each of them.
    """

    pointed = Signal(object)  # (x, y) in pixels of the picture, or None

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.input = Panel(self.tr("Input"))
        self.raw = Panel(self.tr("Raw map"), is_blocky=True)
        self.overlay = Panel(self.tr("Overlay"))
        self.raw.setToolTip(
            self.tr(
                "What the network itself says: one number per cell. Everything finer in the overlay is interpolated."
            )
        )
        self.overlay.setToolTip(
            self.tr("The raw map, enlarged and laid over the picture. The circle marks its maximum.")
        )
        self.legend = HeatLegend()
        self.raw.add_below(self.legend)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(style.SPACE_M)
        for panel in (self.input, self.raw, self.overlay):
            self._row.addWidget(panel, 1)
        self._more: list[Panel] = []
        for panel in (self.input, self.overlay):
            panel.view.set_pointing()
            panel.view.pointed.connect(self._on_pointed)
        self._size: tuple[int, int] | None = None  # width and height of the picture
        self._waiting = self._trouble = self._source = ""

    def names(self) -> tuple[str, str, str]:
        """Return what stands over the panels, with the size of the raw map."""
        return (
            self.input.name.text(),
            f"{self.raw.name.text()} {self.raw.caption.toolTip()}",
            self.overlay.name.text(),
        )

    def show_picture(self, picture: HeatmapFrame | PictureSeen) -> None:
        """Show the newest picture; without heat the other two panels wait."""
        self.input.view.show_pixels(picture.image)
        if isinstance(picture, PictureSeen):
            for panel in (self.raw, self.overlay):
                panel.view.show_pixels(None)
                panel.say("")
            self.legend.show_scale(None, "", "")
            self._show_others(())
        else:
            height, width = picture.image.shape[:2]
            self._size = (width, height)
            rows, columns = picture.raw.shape
            covers_all = abs(columns * height / (rows * width) - 1) < _SAME_SHAPE
            x, y = picture.peak_xy
            self.raw.view.show_pixels(picture.raw_picture, (height, width) if covers_all else (rows, columns))
            self.overlay.view.show_pixels(picture.overlay, mark=((x + 0.5) / width, (y + 0.5) / height))
            self._show_others(picture.others)
        self._refresh_words()

    def _show_others(self, others: tuple[TargetHeat, ...]) -> None:
        for panel in self._more[len(others) :]:
            panel.hide()
        while len(self._more) < len(others):
            panel = Panel(self.tr("Overlay"))
            panel.view.set_pointing()
            panel.view.pointed.connect(self._on_pointed)
            self._more.append(panel)
            self._row.addWidget(panel, 1)
        self.raw.setVisible(not others)
        for panel, other in zip(self._more, others, strict=False):
            height, width = other.overlay.shape[:2]
            x, y = other.peak_xy
            panel.view.show_pixels(other.overlay, mark=((x + 0.5) / width, (y + 0.5) / height))
            panel.setVisible(True)

    def _on_pointed(self, share: tuple[float, float] | None) -> None:
        if share is None or self._size is None:
            self.pointed.emit(None)
        else:
            self.pointed.emit((share[0] * self._size[0], share[1] * self._size[1]))

    def show_source(self, source: FrameSource) -> None:
        """Say beside the name of the input where it comes from and how large it is."""
        names = {
            "simulated": self.tr("simulated ball instead") if self._trouble else self.tr("simulated ball"),
            "camera": self.tr("camera"),
            "stream": self.tr("stream"),
            "picture": source.name or self.tr("pasted picture"),
            "video": source.name,
        }
        self._source = f"{names.get(source.kind, source.kind)} · {source.width} x {source.height}"
        self.input.say(self._source)

    def say_waiting(self, text: str) -> None:
        """Say what the raw map and the overlay wait for; '' for nothing."""
        self._waiting = text
        self._refresh_words()

    def say_source_trouble(self, text: str) -> None:
        """Say what is wrong with the source; '' for nothing."""
        self._trouble = text
        self._refresh_words()

    def describe(self, picture: HeatmapFrame) -> None:
        """Bring captions and accessible descriptions up to date: said at the speed of text."""
        rows, columns = picture.raw.shape
        wide, high = picture.input_size
        said = self.tr("{columns} x {rows} cells of {width} x {height} px")
        self.raw.say(said.format(columns=columns, rows=rows, width=wide, height=high))
        height, width = picture.image.shape[:2]
        if picture.raw.max() > picture.raw.min():
            where = self._places()[min(2, int(3 * picture.peak_xy[1] / height))][
                min(2, int(3 * picture.peak_xy[0] / width))
            ]
            text = self.tr("Heat is strongest at {place}.").format(place=where)
        else:
            text = self.tr("There is no heat anywhere.")
        if picture.is_absolute:
            self.legend.show_scale(
                picture.table, "0", self.tr("{number} logits").format(number=f"{FULL_LOG_ODDS:.0f}")
            )
        else:
            self.legend.show_scale(picture.table, self.tr("least"), self.tr("most of this picture"))
        self.overlay.name.setText(
            f"{shown_class(picture.target)} {percent(picture.score)}"
            if picture.others
            else self.tr("Overlay")
        )
        for panel, other in zip(self._more, picture.others, strict=False):
            panel.name.setText(f"{shown_class(other.target)} {percent(other.score)}")
            panel.view.setAccessibleName(panel.name.text())
        is_faint = picture.threshold is not None and picture.score < picture.threshold
        if picture.is_absolute:
            self.overlay.say(self.tr("strongest: {number} logits").format(number=f"{picture.log_odds:+.1f}"))
        else:
            self.overlay.say(self.tr("not found: faint heat, stretched") if is_faint else text)
        self.overlay.view.setAccessibleDescription(text)
        self.raw.view.setAccessibleDescription(f"{self.raw.caption.toolTip()}. {text}")
        self.input.view.setAccessibleDescription(self._source)

    def _refresh_words(self) -> None:
        has_picture = self.input.view.pixels is not None
        self.input.view.show_text("" if has_picture else self._trouble or self.tr("Waiting for a picture…"))
        for panel in (self.raw, self.overlay, *self._more):
            panel.view.show_text(self._waiting)

    def _places(self) -> tuple[tuple[str, str, str], ...]:
        return (
            (self.tr("the upper left"), self.tr("the top"), self.tr("the upper right")),
            (self.tr("the left"), self.tr("the centre"), self.tr("the right")),
            (self.tr("the lower left"), self.tr("the bottom"), self.tr("the lower right")),
        )
