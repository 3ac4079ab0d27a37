"""The network on show: every shape from the file to the answer, why it is so, and where the parameters are.

It is the report's figure 8 as a table that can be read aloud, with the shape ledger of `training.ledger`.
"""

import sys

from PySide6.QtCore import QCoreApplication, QRect, QSize, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from tplab_gui import jobs
from tplab_gui.core.errors import LabError
from tplab_gui.core.events.network import NetworkShapes, ShapeRow
from tplab_gui.core.params import TrainParams
from tplab_gui.runtime.poller import Poller
from tplab_gui.runtime.runner import Runner
from tplab_gui.ui import style
from tplab_gui.ui.widgets.notice_bar import in_words

_STATION, _SHAPE, _PARAMETERS, _WHY = range(4)


class NetworkView(QWidget):
    """A sentence that sums up, and a row for each station."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.summary = QLabel(self.tr("Sending one example through the network…"))
        self.summary.setWordWrap(True)
        self.refusal = QLabel()
        self.refusal.setWordWrap(True)
        style.set_role(self.refusal, "error")
        self.refusal.hide()
        self.rows = QTreeWidget()
        self.rows.setRootIsDecorated(False)
        self.rows.setWordWrap(True)
        self.rows.setAlternatingRowColors(True)
        self.rows.setAccessibleName(self.tr("Shapes from the file to the answer"))
        self.rows.setHeaderLabels(
            [self.tr("Station"), self.tr("Shape"), self.tr("Parameters"), self.tr("Why")]
        )
        head = self.rows.header()
        head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        head.setStretchLastSection(True)
        head.sectionResized.connect(self._wrap)
        self.rows.headerItem().setTextAlignment(_PARAMETERS, Qt.AlignmentFlag.AlignRight)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style.SPACE_S)
        column.addWidget(self.summary)
        column.addWidget(self.refusal)
        column.addWidget(self.rows, 1)

    def show_shapes(self, shapes: NetworkShapes) -> None:
        """Show the ledger of an experiment."""
        self.rows.clear()
        for row in shapes.rows:
            self.rows.addTopLevelItem(self._item(row))
        self._wrap()
        if shapes.rows:
            self.rows.setCurrentIndex(self.rows.model().index(0, 0))
        if shapes.refusal is None:
            text = self.tr("{parameters} parameters are learnt. Shapes are those of one example.")
            self.summary.setText(text.format(parameters=_grouped(shapes.parameters)))
        else:
            self.show_refusal(shapes.refusal)

    def show_refusal(self, error: LabError) -> None:
        """Say why there is no network with these choices."""
        self.summary.setText(self.tr("With these choices an example cannot pass the network."))
        self.refusal.setText("✕ " + " ".join(in_words(error)))
        self.refusal.show()

    def _item(self, row: ShapeRow) -> QTreeWidgetItem:
        why = QCoreApplication.translate("Ledger", row.why).format(**row.values)
        shape = " × ".join(_grouped(size) for size in row.shape)
        cells = [self._name(row), shape, _grouped(row.parameters) if row.parameters else "", why]
        item = QTreeWidgetItem(cells)
        item.setTextAlignment(_PARAMETERS, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        item.setFont(_PARAMETERS, _tabular(self.font()))
        item.setFont(_SHAPE, _tabular(self.font()))
        item.setToolTip(_WHY, why)
        return item

    def _wrap(self) -> None:
        """Give every row the height of its reason; Qt asks for that before it knows how wide the column is."""
        room = QRect(0, 0, max(80, self.rows.header().sectionSize(_WHY) - 2 * style.SPACE_S), 10_000)
        for item in (self.rows.topLevelItem(n) for n in range(self.rows.topLevelItemCount())):
            text = self.rows.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap, item.text(_WHY))
            item.setSizeHint(_WHY, QSize(0, text.height() + style.SPACE_XS))

    def _name(self, row: ShapeRow) -> str:
        if row.kind == "data":
            return QCoreApplication.translate("Ledger", row.name)
        names = {
            "conv2d": self.tr("Convolution"),
            "relu": self.tr("ReLU"),
            "max_pool2d": self.tr("Max-pooling"),
            "dropout": self.tr("Dropout"),
            "flatten": self.tr("Flatten"),
            "linear": self.tr("Linear"),
            "log_softmax": self.tr("Log-softmax"),
            "softmax": self.tr("Softmax"),
            "tanh": self.tr("Tanh"),
            "batch_norm": self.tr("Batch normalisation"),
            "adaptive_avg_pool2d": self.tr("Mean-pooling"),
            "amax": self.tr("Maximum"),
            "cat": self.tr("Concatenation"),
            "stack": self.tr("Stack"),
            "gru": self.tr("Recurrent (GRU)"),
        }
        name = names.get(row.kind, row.kind)
        return f"{name} ({row.name})" if row.name else name


class NetworkDialog(QDialog):
    """Asks for the ledger of a run's choices and shows it; nothing is trained and nothing is kept."""

    def __init__(self, params: TrainParams, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
        self.setWindowTitle(self.tr("Network: {experiment}").format(experiment=title))
        self.resize(940, 540)
        self.view = NetworkView()
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[style.SPACE_L] * 4)
        column.setSpacing(style.SPACE_M)
        column.addWidget(self.view, 1)
        column.addWidget(buttons)
        self.runner = Runner(self)
        self._poller = Poller(self.runner.mailbox, self._on_shapes, self)
        self.runner.failed.connect(self._on_failed)
        self.runner.finished.connect(self._poller.stop)
        self._poller.start()
        self.runner.start(jobs.network, params)

    def shut_down(self, timeout_ms: int) -> bool:
        """Stop asking; return whether it stopped in time."""
        is_over = self.runner.stop(timeout_ms)
        self._poller.stop()
        return is_over

    def _on_shapes(self, events: list[object]) -> None:
        for event in events:
            if isinstance(event, NetworkShapes):
                self.view.show_shapes(event)

    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, LabError):
            self.view.show_refusal(error)
        else:
            sys.excepthook(type(error), error, error.__traceback__)  # a bug: the crash hook shows it


def _grouped(number: int) -> str:
    """Return a number with thin spaces between its thousands, as in every language."""
    return f"{number:,}".replace(",", "\N{NARROW NO-BREAK SPACE}")


def _tabular(font: QFont) -> QFont:
    """Return the font with figures of equal width, so that they stand below each other."""
    font = QFont(font)
    font.setFeature(QFont.Tag("tnum"), 1)
    return font
