"""The ranking: every direction of every transform at the same distance from the picture, the most harmful first."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import (
    QComboBox,
    QDoubleSpinBox,
    QHeaderView,
    QLabel,
    QPushButton,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from tplab_gui.core.adjustments import GROUPS, transform
from tplab_gui.core.events.sweep import RankedTransform, RankingSummary
from tplab_gui.core.sweep_plan import RANKING_DISTANCE
from tplab_gui.ui import style
from tplab_gui.ui.widgets.adjust_names import group_names, transform_name, unit_text
from tplab_gui.ui.widgets.findings_panel import in_language
from tplab_gui.ui.widgets.labelled_row import labelled_row
from tplab_gui.ui.widgets.outlier_table import ReadOnlyTable

_BAR, _COLOUR = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1
_BAR_COLUMN = 5


class BarDelegate(QStyledItemDelegate):
    """Draws a share, -1 to 1, as a bar from the left; what is won instead of lost is hollow."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw one cell."""
        super().paint(painter, option, index)
        share = index.data(_BAR)
        if share is None:
            return
        rect = QRectF(option.rect).adjusted(4, 5, -4, -5)
        rect.setWidth(max(2.0, rect.width() * min(abs(share), 1.0)))
        colour = QColor(index.data(_COLOUR))
        painter.save()
        painter.setPen(colour)
        painter.setBrush(colour if share >= 0 else Qt.BrushStyle.NoBrush)
        painter.drawRect(rect)
        painter.restore()


class RankingView(QWidget):
    """Emits `wanted` with the measure and the distance."""

    wanted = Signal(str, float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.summary: RankingSummary | None = None
        self._ranked: list[RankedTransform] = []
        self.measure = QComboBox()
        self.measure.addItem(self.tr("root mean square"), "rms")
        self.measure.addItem("1 − SSIM", "ssim")
        self.measure.setAccessibleName(self.tr("Measure of the distance"))
        self.measure.setToolTip(
            self.tr(
                "How far a changed picture is from the original: the root mean square of all differences as a share of "
                "full scale, or the loss of structural similarity (Wang 2004)."
            )
        )
        self.distance = QDoubleSpinBox()
        self.distance.setRange(1, 60)
        self.distance.setDecimals(1)
        self.distance.setSuffix(" %")
        self.distance.setValue(100 * RANKING_DISTANCE)
        self.distance.setAccessibleName(self.tr("Common distance"))
        self.distance.setToolTip(
            self.tr("Every transform is made as strong as it takes to change the pictures by so much.")
        )
        self.start_button = QPushButton(self.tr("Rank all transforms"))
        style.set_role(self.start_button, "primary")
        self.start_button.clicked.connect(
            lambda: self.wanted.emit(self.measure.currentData(), self.distance.value() / 100)
        )
        self.table = ReadOnlyTable([])
        self.table.setColumnCount(6)
        self.table.setHorizontalHeaderLabels(
            [
                self.tr("Transform"),
                self.tr("Group"),
                self.tr("Value"),
                self.tr("Distance (%)"),
                self.tr("Loss (points)"),
                self.tr("Loss"),
            ]
        )
        self.table.setAccessibleName(self.tr("Transforms, the most harmful first"))
        self.table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        self.table.horizontalHeader().setSectionResizeMode(_BAR_COLUMN, QHeaderView.ResizeMode.Stretch)
        self.table.setItemDelegateForColumn(_BAR_COLUMN, BarDelegate(self.table))
        self.sentence, self.details = QLabel(), QLabel()
        style.set_role(self.details, "muted")
        for label in (self.sentence, self.details):
            label.setWordWrap(True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.sentence.setText(
            self.tr(
                "The report says: more sensitive to light than to geometry. Here all transforms change the pictures by "
                "the same distance; what the score loses there is comparable. Five recognised pictures are needed: "
                "choose all samples, or a folder."
            )
        )
        row = labelled_row((self.tr("Distance"), self.distance), (self.tr("Measure"), self.measure))
        row.addWidget(self.start_button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style.SPACE_S)
        column.addLayout(row)
        column.addWidget(self.sentence)
        column.addWidget(self.table, 1)
        column.addWidget(self.details)

    def set_running(self, is_running: bool) -> None:  # noqa: FBT001
        """Nothing is started while something runs."""
        self.start_button.setEnabled(not is_running)

    def begin(self) -> None:
        """Empty everything for a new ranking."""
        self.summary, self._ranked = None, []
        self.table.setRowCount(0)
        self.sentence.setText(self.tr("The transforms are being measured…"))
        self.details.clear()

    def receive(self, event: object) -> None:
        """Show one event of the job."""
        match event:
            case RankedTransform():
                self._ranked.append(event)
                self._ranked.sort(key=lambda each: -each.drop)
                self._fill()
            case RankingSummary():
                self.summary = event
                self.sentence.setText(in_language(event.sentence))
                self.details.setText(self._told(event))

    def end(self) -> None:
        """Say what there is when a ranking was stopped."""
        if self.summary is None:
            said = self.tr("Stopped after {count} transforms: light and geometry are not compared.")
            self.sentence.setText(said.format(count=len(self._ranked)))

    def _told(self, summary: RankingSummary) -> str:
        parts = [self.tr("Pictures: {names}.").format(names=", ".join(summary.pictures) or "1")]
        if summary.left_out:
            said = self.tr("Left out, because the network does not recognise them untouched: {names}.")
            parts.append(said.format(names=", ".join(summary.left_out)))
        if not all(each.is_reached for each in summary.ranked):
            parts.append(
                self.tr("* even at its strongest it does not reach the distance; left out of the comparison.")
            )
        return " ".join(parts)

    def _fill(self) -> None:
        names = group_names()
        self.table.setRowCount(len(self._ranked))
        for row, each in enumerate(self._ranked):
            known = transform(each.name)
            arrow = "" if len(known.ends()) == 1 else " ↑" if each.is_upwards else " ↓"
            star = "" if each.is_reached else " *"
            self.table.put(row, 0, f"{transform_name(each.name)}{arrow}{star}")
            self.table.put(row, 1, names[each.group])
            self.table.put(row, 2, f"{each.value:.3g}{unit_text(known.unit)}", is_number=True)
            self.table.put(row, 3, f"{100 * each.distance:.1f}", is_number=True)
            spread = f" ± {100 * each.spread:.1f}" if len(each.drops) > 1 else ""
            self.table.put(row, 4, f"{100 * each.drop:.1f}{spread}", is_number=True)
            self.table.put(row, _BAR_COLUMN, "")
            cell = self.table.item(row, _BAR_COLUMN)
            cell.setData(_BAR, each.drop)
            cell.setData(_COLOUR, style.SERIES[GROUPS.index(each.group)].colour().name())
