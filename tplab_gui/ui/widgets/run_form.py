"""What a run is started with: experiment, setup, data, epochs, seed, learning rate; `more` holds the rest.

The form names no experiment: it shows what `core.experiments` declares.
"""

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QSpinBox,
    QToolButton,
    QWidget,
)

from tplab_gui.core.experiments import EXPERIMENTS, Experiment, find
from tplab_gui.core.params import TrainParams, range_of
from tplab_gui.core.paths import runs_dir
from tplab_gui.ui import style
from tplab_gui.ui.widgets.data_choice import DataChoice
from tplab_gui.ui.widgets.log_slider import LogSlider
from tplab_gui.ui.widgets.more_parameters import MoreParameters, said
from tplab_gui.ui.widgets.network_view import NetworkDialog


class RunForm(QWidget):
    """The choices of the next run; the learning rate also steers the one that goes on."""

    lr_changed = Signal(float)
    data_chosen = Signal(str, str)  # 'pictures' or 'sounds', and which; the lab remembers both
    experiment_changed = Signal()

    def __init__(self, pictures: str = "", sounds: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.study = QComboBox()
        for each in EXPERIMENTS.values():
            self.study.addItem(said(each.title), each.name)
        self.study.setAccessibleName(self.tr("Experiment"))
        self.study.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.study.setToolTip(
            self.tr("What is studied; each experiment has its own data, network and parameters")
        )
        self.network = QToolButton()
        self.network.setText(self.tr("Network…"))
        style.set_role(self.network, "flat")
        self.network.setToolTip(
            self.tr("Show the layers, their shapes and their parameters with these choices")
        )
        self.network.setEnabled(False)  # until torch is loaded
        self.network.clicked.connect(self.show_network)
        self.network_dialog: NetworkDialog | None = None
        self.setup = QComboBox()
        self.setup.setAccessibleName(self.tr("Setup"))
        self.setup.setToolTip(self.tr("Which variant of the study to run"))
        self.explanation = QLabel()
        self.explanation.setWordWrap(True)
        self.explanation.setMinimumHeight(2 * self.explanation.fontMetrics().height() + 4)
        self.explanation.setAlignment(Qt.AlignmentFlag.AlignTop)
        style.set_role(self.explanation, "muted")
        self.data = DataChoice({"pictures": pictures, "sounds": sounds})
        self.epochs = _spin("epochs", self.tr("Epochs"), self.tr("How often the network sees every example"))
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
        self.more.head.addWidget(self.network)
        self._lay_out()
        self.study.currentIndexChanged.connect(self._on_study)
        self.setup.currentIndexChanged.connect(self._explain)
        self.data.data_chosen.connect(self.data_chosen)
        self.lr.changed.connect(self.lr_changed)
        self._on_study()

    @property
    def experiment(self) -> Experiment:
        """Return the experiment on show."""
        return find(self.study.currentData())

    def params(self) -> TrainParams:
        """Return the choices as the parameters of a run."""
        return self.experiment.params(
            str(runs_dir()),
            setup=self.setup.currentData(),
            data=self.data.currentData(),
            epochs=self.epochs.value(),
            lr=self.lr.value,
            seed=self.seed.value(),
            **self.more.values(),
        )

    def show_experiment(self, name: str) -> None:
        """Choose the experiment called `name`, at its defaults unless it is on show already."""
        self.study.setCurrentIndex(max(self.study.findData(name), 0))

    def show_values(self, values: dict[str, Any]) -> None:
        """Put values of parameters, by their names in `TrainParams`, into their fields."""
        if "lr" in values:
            self.lr.show_value(values["lr"])
        self.more.show_values(values)

    def set_ready(self) -> None:
        """Torch is loaded: networks can be looked at."""
        self.network.setEnabled(True)

    def show_network(self) -> None:
        """Show what the network makes of an example with the present choices."""
        self.network_dialog = NetworkDialog(self.params(), said(self.experiment.title), self)
        self.network_dialog.open()

    def shut_down(self, timeout_ms: int) -> bool:
        """Close the network view; return whether its job ended in time."""
        if self.network_dialog is None:
            return True
        self.network_dialog.reject()
        return self.network_dialog.shut_down(timeout_ms)

    def setup_name(self, setup: str, experiment: str = "mnist-loss") -> str:
        """Return what a setup is called for people; that of an experiment with one is the experiment."""
        declared = EXPERIMENTS.get(experiment)
        if declared is None or setup not in declared.setups:
            return setup
        return said(declared.setup_texts[setup][0] if declared.setup_texts else declared.title)

    def _on_study(self) -> None:
        """Offer what the experiment declares, at its defaults; the seed and the device stay."""
        experiment = self.experiment
        self.setup.blockSignals(True)
        self.setup.clear()
        for name in experiment.setups:
            self.setup.addItem(self.setup_name(name, experiment.name), name)
        self.setup.blockSignals(False)
        self._form.setRowVisible(self.setup, len(experiment.setups) > 1)
        self.data.show_kind(experiment.takes)
        self.epochs.setValue(experiment.default("epochs"))
        self.lr.set_ends(*experiment.lr_slider)
        self.lr.show_value(experiment.default("lr"))
        self.more.show_experiment(experiment)
        self._explain()
        self.experiment_changed.emit()

    def _explain(self) -> None:
        texts = self.experiment.setup_texts
        self.explanation.setText(
            said(texts[self.setup.currentData()][1] if texts else self.experiment.explanation)
        )

    def _lay_out(self) -> None:
        numbers = QHBoxLayout()
        numbers.setSpacing(style.SPACE_S)
        numbers.addWidget(self.epochs, 1)
        numbers.addWidget(QLabel(self.tr("Seed")))
        numbers.addWidget(self.seed, 1)
        self.study_row = QHBoxLayout()
        self.study_row.setSpacing(style.SPACE_XS)
        self.study_row.addWidget(self.study, 1)
        form = self._form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setHorizontalSpacing(style.SPACE_S)
        form.setVerticalSpacing(style.SPACE_S)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        form.addRow(self.tr("Study"), self.study_row)
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
