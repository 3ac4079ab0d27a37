"""What a whole comparison is asked: which data, how many epochs and seeds; the rest is folded away."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSpinBox,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from tplab_gui.core.events.fusion_study import FusionGroup
from tplab_gui.core.events.runs import RunFound
from tplab_gui.core.fusion_plan import SEEDS, FusionPlan
from tplab_gui.core.params import TrainParams, choices_of, range_of
from tplab_gui.core.studies.declared import Parameter
from tplab_gui.core.studies.fusion import FUSION
from tplab_gui.ui import style
from tplab_gui.ui.widgets.data_choice import DataChoice

_MOST_SEEDS = 10
_MOST_EPOCHS = 100


class FusionForm(QWidget):
    """One line with a button; `plan` is what it asks for."""

    start_wanted = Signal()
    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._others: dict[
            str, object
        ] = {}  # settings of the study that is continued which have no field here
        self._seconds: dict[str, list[float]] = {}  # by data: what an epoch of a network took in kept runs
        self.data = DataChoice()
        self.data.show_kind("pictures")
        self.data.choose("builtin")
        self.data.setMinimumContentsLength(16)
        self.data.setToolTip(
            self.tr(
                "MNIST's digits are paired with FSDD's voices where they are on this machine, else built-in ones"
            )
        )
        self.data.data_chosen.connect(self._on_data_chosen)
        self.epochs = _number(1, _MOST_EPOCHS, FUSION.default("epochs"))
        self.epochs.setToolTip(self.tr("How often each network goes through the pairs"))
        self.seeds = _number(1, _MOST_SEEDS, len(SEEDS))
        self.seeds.setToolTip(
            self.tr("How often everything is repeated from other first weights, with other voices held back")
        )
        for field in (self.epochs, self.seeds):
            field.valueChanged.connect(self.changed)
        self.more = QToolButton()
        self.more.setText(self.tr("More…"))
        self.more.setCheckable(True)
        self.more.setToolTip(self.tr("Encoder of the sound, noise, lost halves: what is changed rarely"))
        self.about = QLabel()
        style.set_role(self.about, "muted")
        room = self.about.sizePolicy()
        room.setRetainSizeWhenHidden(True)  # the fields stay where they are while a comparison goes on
        self.about.setSizePolicy(room)
        self.start = QPushButton(self.tr("Run the whole comparison"))
        self.start.setToolTip(
            self.tr(
                "Train all five networks for each seed and compare the eight strategies. Networks that were "
                "trained so already, here or in the Training tab, are taken as they are; one that was stopped goes on."
            )
        )
        style.set_role(self.start, "primary")
        self.start.clicked.connect(self.start_wanted)
        row = QHBoxLayout()
        row.setSpacing(style.SPACE_S)
        row.addWidget(self.data)
        for text, field in ((self.tr("Epochs"), self.epochs), (self.tr("Seeds"), self.seeds)):
            row.addWidget(_label(text, field))
            row.addWidget(field)
        row.addWidget(self.more)
        row.addWidget(self.start)
        row.addWidget(self.about, 1)
        self.rare = self._build_rare()
        self.more.toggled.connect(self.rare.setVisible)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style.SPACE_S)
        column.addLayout(row)
        column.addWidget(self.rare)
        self.changed.connect(self._show_time)
        self._show_time()

    def plan(self, run_root: str) -> FusionPlan:
        """Return the comparison that the form asks for."""
        settings: dict[str, object] = {
            **self._others,
            "epochs": self.epochs.value(),
            "sound_encoder": self.encoder.currentData(),
            "augment": self.augment.currentData(),
            "pairings": self.pairings.value(),
            "modality_dropout": self.lost.value() / 100,
        }
        seeds = tuple(range(1, self.seeds.value() + 1))
        return FusionPlan(run_root, seeds, str(self.data.currentData()), settings, self.voices.isChecked())

    def show_group(self, group: FusionGroup) -> None:
        """Ask for what this group of kept runs learnt with, so that a start goes on with it."""
        fields: dict[str, QSpinBox | QComboBox] = {
            "epochs": self.epochs,
            "sound_encoder": self.encoder,
            "augment": self.augment,
            "pairings": self.pairings,
            "modality_dropout": self.lost,
        }
        self._others = {
            name: value
            for name, value in group.factors.items()
            if name not in {*fields, "data", "experiment"}
        }
        for name, field in fields.items():
            value = group.factors.get(name)
            if isinstance(field, QComboBox):
                field.setCurrentIndex(max(0, field.findData(value)))
            elif isinstance(value, int | float):
                field.setValue(round(100 * value) if field is self.lost else int(value))
        self.data.choose(str(group.factors.get("data", group.data)))
        self.seeds.setValue(max([*group.seeds, *group.unfinished, 1]))
        self.changed.emit()

    def learn_times(self, found: list[RunFound]) -> None:
        """Learn from kept runs of the study how long an epoch takes on this machine."""
        self._seconds = {}
        for run in found:
            if run.experiment == "fusion" and run.curve:
                source = run.data.partition("+")[0]
                self._seconds.setdefault(source, []).append(
                    sum(e.seconds for e in run.curve) / len(run.curve)
                )
        self._show_time()

    def seconds(self) -> float | None:
        """Return how long the comparison takes judged by kept runs on the same data; None without any."""
        known = self._seconds.get(str(self.data.currentData()))
        if not known:
            return None
        runs = len(FUSION.setups) * self.seeds.value()
        return runs * self.epochs.value() * sum(known) / len(known)

    def set_running(self, *, is_running: bool) -> None:
        """Hold the fields while a comparison goes on."""
        for field in (self.data, self.epochs, self.seeds, self.start, self.rare):
            field.setEnabled(not is_running)
        self.about.setVisible(not is_running)

    def duration(self, seconds: float) -> str:
        """Return a duration in words."""
        if seconds < 90:
            return self.tr("{seconds:.0f} s").format(seconds=max(seconds, 1))
        if seconds < 5400:
            return self.tr("{minutes:.0f} min").format(minutes=seconds / 60)
        return self.tr("{hours:.1f} h").format(hours=seconds / 3600)

    def _on_data_chosen(self) -> None:
        self._others = {}
        self.changed.emit()

    def _show_time(self) -> None:
        seconds = self.seconds()
        if seconds is None:
            text = self.tr("{n} trainings").format(n=len(FUSION.setups) * self.seeds.value())
            tip = self.tr("How long it takes on this machine is known after the first epoch.")
        else:
            text = self.tr("about {time}").format(time=self.duration(seconds))
            tip = self.tr(
                "Judged by the trainings with this data that are kept on this machine; if none is reused."
            )
        self.about.setText(text)
        self.about.setToolTip(tip)

    def _build_rare(self) -> QWidget:
        self.encoder, self.augment = self._choice("sound_encoder"), self._choice("augment")
        low, high = range_of(TrainParams, "pairings")
        self.pairings = _number(int(low), int(high), FUSION.default("pairings"))
        low, high = range_of(TrainParams, "modality_dropout")
        self.lost = _number(
            round(100 * low), round(100 * high), round(100 * FUSION.default("modality_dropout"))
        )
        self.lost.setSuffix(" %")
        for name, field in (("pairings", self.pairings), ("modality_dropout", self.lost)):
            field.setToolTip(_text(_declared(name).help))
        self.voices = QCheckBox(self.tr("Other voices with each seed"))
        self.voices.setChecked(True)
        self.voices.setToolTip(
            self.tr("Each seed holds other speakers back, so that the interval speaks of voices too")
        )
        rare = QWidget()
        row = QHBoxLayout(rare)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(style.SPACE_S)
        rare_fields: dict[str, QWidget] = {
            "sound_encoder": self.encoder,
            "augment": self.augment,
            "pairings": self.pairings,
            "modality_dropout": self.lost,
        }
        for name, widget in rare_fields.items():
            row.addWidget(_label(_text(_declared(name).label), widget))
            row.addWidget(widget)
        row.addWidget(self.voices)
        row.addStretch(1)
        rare.hide()
        return rare

    def _choice(self, name: str) -> QComboBox:
        field = QComboBox()
        declared = _declared(name)
        for value, text in zip(choices_of(TrainParams, name), declared.options, strict=True):
            field.addItem(_text(text), value)
        field.setToolTip(_text(declared.help))
        field.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        field.setMinimumContentsLength(12)
        return field


def _declared(name: str) -> Parameter:
    return next(each for each in FUSION.parameters if each.name == name)


def _text(text: str) -> str:
    return QCoreApplication.translate("Experiment", text)


def _number(low: int, high: int, value: int) -> QSpinBox:
    field = QSpinBox()
    field.setRange(low, high)
    field.setValue(value)
    return field


def _label(text: str, field: QWidget) -> QLabel:
    field.setAccessibleName(text)
    label = QLabel(text)
    label.setBuddy(field)
    return label
