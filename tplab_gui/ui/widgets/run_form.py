"""What a run is started with: setup, data, epochs, seed, learning rate; `more` holds the rest, placed elsewhere."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QSpinBox,
    QWidget,
)

from tplab_gui.core.params import SETUPS, TrainParams, range_of
from tplab_gui.core.paths import runs_dir
from tplab_gui.data.places import find_mnist
from tplab_gui.ui import style
from tplab_gui.ui.widgets.log_slider import LogSlider
from tplab_gui.ui.widgets.more_parameters import MoreParameters

_BROWSE = "browse"


class RunForm(QWidget):
    """The choices of the next run. Everything but the learning rate is locked while a run goes on."""

    lr_changed = Signal(float)
    data_chosen = Signal(str)

    def __init__(self, data: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setup = QComboBox()
        for name in SETUPS:
            self.setup.addItem(self._setup_texts()[name][0], name)
        self.setup.setAccessibleName(self.tr("Setup"))
        self.setup.setToolTip(self.tr("Which of the four experiments of the lab report to run"))
        self.explanation = QLabel()
        self.explanation.setWordWrap(True)
        self.explanation.setMinimumHeight(2 * self.explanation.fontMetrics().height() + 4)
        self.explanation.setAlignment(Qt.AlignmentFlag.AlignTop)
        style.set_role(self.explanation, "muted")
        self.data = QComboBox()
        self.data.setAccessibleName(self.tr("Data"))
        self.data.setToolTip(self.tr("The handwritten digits to learn from"))
        self.data.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._fill_data(data)
        self.epochs = _spin("epochs", self.tr("Epochs"), self.tr("How often the network sees every picture"))
        self.seed = _spin(
            "seed",
            self.tr("Seed"),
            self.tr("Start of all random draws: the same seed gives the same run again"),
        )
        self.lr = LogSlider(TrainParams.lr, (1e-3, 1e2), range_of(TrainParams, "lr"))
        self.lr.set_texts(
            self.tr("Learning rate"),
            self.tr("How far each step goes. It may be changed while the network learns."),
        )
        self.more = MoreParameters()
        self._lay_out()
        self.setup.currentIndexChanged.connect(self._explain)
        self.data.activated.connect(self._on_data)
        self.lr.changed.connect(self.lr_changed)
        self._explain()

    def params(self) -> TrainParams:
        """Return the choices as the parameters of a run."""
        return TrainParams(
            run_root=str(runs_dir()),
            setup=self.setup.currentData(),
            data=self.data.currentData(),
            epochs=self.epochs.value(),
            lr=self.lr.value,
            seed=self.seed.value(),
            **self.more.values(),
        )

    def set_locked(self, is_locked: bool) -> None:  # noqa: FBT001  as Qt's setEnabled
        """Lock what cannot change during a run; the learning rate can."""
        for widget in (self.setup, self.data, self.epochs, self.seed, self.more):
            widget.setEnabled(not is_locked)

    def setup_name(self, setup: str) -> str:
        """Return what a setup is called for people."""
        return self._setup_texts()[setup][0]

    def _setup_texts(self) -> dict[str, tuple[str, str]]:
        return {
            "base": (
                self.tr("Base"),
                self.tr("The network as it is: learns from many pictures, with dropout."),
            ),
            "swapped": (
                self.tr("Swapped"),
                self.tr("Train and test exchanged: learns from few pictures, is tested on many."),
            ),
            "no-dropout": (
                self.tr("No dropout"),
                self.tr("No value is silenced while learning: watch for overfitting."),
            ),
            "swapped-no-dropout": (
                self.tr("Swapped, no dropout"),
                self.tr("Few pictures and no dropout: overfitting at its clearest."),
            ),
        }

    def _explain(self) -> None:
        self.explanation.setText(self._setup_texts()[self.setup.currentData()][1])

    def _fill_data(self, chosen: str) -> None:
        self.data.addItem(self.tr("Small digits (built in)"), "builtin")
        if find_mnist() is not None:
            self.data.addItem(self.tr("MNIST (70,000 digits)"), "mnist")
        if chosen and self.data.findData(chosen) < 0 and Path(chosen).is_dir():
            self.data.addItem(Path(chosen).name, chosen)
        self.data.addItem(self.tr("A folder…"), _BROWSE)
        wanted = self.data.findData(chosen or "mnist")
        self.data.setCurrentIndex(max(wanted, 0))
        self._last_data = self.data.currentIndex()

    def _on_data(self, index: int) -> None:
        if self.data.itemData(index) == _BROWSE:
            folder = QFileDialog.getExistingDirectory(self, self.tr("Folder of handwritten digits"))
            if folder:
                self.data.insertItem(index, Path(folder).name, folder)
                self.data.setCurrentIndex(index)
            else:
                self.data.setCurrentIndex(self._last_data)
        self._last_data = self.data.currentIndex()
        self.data_chosen.emit(self.data.currentData())

    def _lay_out(self) -> None:
        numbers = QHBoxLayout()
        numbers.setSpacing(style.SPACE_S)
        numbers.addWidget(self.epochs, 1)
        numbers.addWidget(QLabel(self.tr("Seed")))
        numbers.addWidget(self.seed, 1)
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setHorizontalSpacing(style.SPACE_S)
        form.setVerticalSpacing(style.SPACE_S)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        form.addRow(self.tr("Setup"), self.setup)
        form.addRow(self.explanation)
        form.addRow(self.tr("Data"), self.data)
        form.addRow(self.tr("Epochs"), numbers)
        form.addRow(self.tr("Learning rate"), self.lr)


def _spin(field: str, name: str, tool_tip: str) -> QSpinBox:
    spin = QSpinBox()
    low, high = range_of(TrainParams, field)
    spin.setRange(int(low), int(high))
    spin.setValue(getattr(TrainParams, field))
    spin.setMinimumWidth(64)
    spin.setSizePolicy(
        QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed
    )  # its hint is as wide as 2147483647
    spin.setAccessibleName(name)
    spin.setToolTip(tool_tip)
    return spin
