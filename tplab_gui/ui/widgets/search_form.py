"""What a hyper-parameter study is begun with: its name and file, what is searched in which ranges, how it is judged."""

from pathlib import Path

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QFileDialog,
    QFormLayout,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSpinBox,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from tplab_gui.core.events.tuning import StudyOpened
from tplab_gui.core.experiments import find
from tplab_gui.core.params import TrainParams, range_of
from tplab_gui.core.paths import user_data_dir
from tplab_gui.core.search import METRICS, TRIALS, VALIDATION, Searched, StudyRequest, searchable, usual
from tplab_gui.ui import style
from tplab_gui.ui.widgets.more_parameters import said

_NOT_FIXED = frozenset({"validation", "limit", "threads", "device"})
_MOST_TRIALS = 10_000


class SearchForm(QWidget):
    """The choices of a study; everything else is as in the form of the Training tab, whose `params` these are."""

    def __init__(self, params: TrainParams, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._params = params
        self._experiment = find(params.experiment)
        self.study = QLineEdit(f"{params.experiment}-{params.setup}")
        self.study.setAccessibleName(self.tr("Name of the study"))
        self.study.setToolTip(
            self.tr("The runs of the study are named after it; who joins it uses the same name")
        )
        self.storage = QLineEdit(str(user_data_dir() / "studies.log"))
        self.storage.setAccessibleName(self.tr("File of the study"))
        self.storage.setToolTip(
            self.tr(
                "Where the study is kept. On a folder that other computers share, they can join it. A database: its URL"
            )
        )
        self.storage.setCursorPosition(len(self.storage.text()))  # its end tells more
        self.browse = QToolButton()
        self.browse.setText("…")
        self.browse.setAccessibleName(self.tr("Choose the file of the study"))
        self.browse.setToolTip(self.tr("Choose the file of the study; one that is there already is joined"))
        self.browse.clicked.connect(self._choose_file)
        self.trials = QSpinBox()
        self.trials.setRange(1, _MOST_TRIALS)
        self.trials.setValue(TRIALS)
        self.trials.setAccessibleName(self.tr("Trials"))
        self.trials.setToolTip(self.tr("How many runs the whole study has, whoever carries them out"))
        self.epochs = QSpinBox()
        self.epochs.setRange(*(int(end) for end in range_of(TrainParams, "epochs")))
        self.epochs.setValue(params.epochs)
        self.epochs.setAccessibleName(self.tr("Epochs"))
        self.epochs.setToolTip(self.tr("Of each trial; one that is worse than the others ends earlier"))
        self.judge = QComboBox()
        for name, text in zip(METRICS, (self.tr("lowest loss"), self.tr("highest accuracy")), strict=True):
            self.judge.addItem(text, name)
        self.judge.setAccessibleName(self.tr("Judged by"))
        self.judge.setToolTip(self.tr("What makes a trial good: that of its best epoch"))
        self.validation = QDoubleSpinBox()
        self.validation.setLocale(QLocale.c())
        self.validation.setRange(*range_of(TrainParams, "validation"))
        self.validation.setSingleStep(0.05)
        self.validation.setValue(VALIDATION)
        self.validation.setSpecialValueText(self.tr("nothing: judged on the test set"))
        self.validation.setAccessibleName(self.tr("Held back"))
        self.validation.setToolTip(
            self.tr(
                "The share of the train set on which trials are judged, so that the test set stays unseen"
            )
        )
        ends = self.tr("lowest"), self.tr("highest")
        self._rows = {each.name: _SearchRow(each, self._label(each), ends) for each in self._searchable()}
        chosen = {each.name for each in usual(self._experiment, params.setup)}
        helps = {each.name: said(each.help) for each in self._experiment.parameters}
        ends_help = self.tr("The lowest value that is tried"), self.tr("The highest value that is tried")
        for name, row in self._rows.items():
            row.box.setChecked(name in chosen)
            row.box.setToolTip(helps.get(name, self.tr("How far each step goes")))
            row.low.setToolTip(ends_help[0])
            row.high.setToolTip(ends_help[1])
        self._lay_out()

    def request(self) -> StudyRequest:
        """Return what is asked for."""
        searched = tuple(row.text() for row in self._rows.values() if row.box.isChecked())
        names = {each.name for each in self._experiment.parameters} - _NOT_FIXED
        return StudyRequest(
            study=self.study.text().strip() or self._params.experiment,
            storage=self.storage.text().strip(),
            experiment=self._params.experiment,
            run_root=self._params.run_root,
            setup=self._params.setup,
            data=self._params.data,
            trials=self.trials.value(),
            epochs=self.epochs.value(),
            limit=self._params.limit,
            seed=self._params.seed,
            metric=self.judge.currentData(),
            validation=self.validation.value(),
            search=searched or ("",),  # refused with a sentence, where the study would begin
            device=self._params.device,
            threads=self._params.threads,
            fixed={name: getattr(self._params, name) for name in (*names, "lr")},
        )

    def show_study(self, opened: StudyOpened) -> None:
        """Show what a study was begun with; from now on only the number of trials may be changed."""
        settings = opened.settings
        self.study.setText(opened.study)
        self.storage.setText(opened.storage)
        self.trials.setValue(opened.trials)
        self.epochs.setValue(settings["epochs"])
        self.judge.setCurrentIndex(METRICS.index(settings["metric"]))
        self.validation.setValue(settings["validation"])
        searched = {each.name: each for each in opened.search}
        for name, row in self._rows.items():
            row.show_searched(searched.get(name))
        self.set_open(is_open=False)

    def set_open(self, *, is_open: bool) -> None:
        """Let the choices be changed, or all but the number of trials stand as they are."""
        for each in (self.study, self.storage, self.browse, self.epochs, self.judge, self.validation):
            each.setEnabled(is_open)
        for row in self._rows.values():
            row.set_open(is_open=is_open)

    def _searchable(self) -> tuple[Searched, ...]:
        return searchable(self._experiment, self._params.setup)

    @property
    def labels(self) -> dict[str, str]:
        """Return what each parameter that can be searched is called."""
        return {name: row.box.text() for name, row in self._rows.items()}

    def _label(self, searched: Searched) -> str:
        labels = {each.name: said(each.label) for each in self._experiment.parameters}
        return labels.get(searched.name, self.tr("Learning rate"))

    def _choose_file(self) -> None:
        path, _ = QFileDialog.getSaveFileName(
            self,
            self.tr("File of the study"),
            str(Path(self.storage.text()).parent),
            self.tr("Studies (*.log)"),
            options=QFileDialog.Option.DontConfirmOverwrite,  # a file that is there is joined
        )
        if path:
            self.storage.setText(path)

    def _lay_out(self) -> None:
        where = QHBoxLayout()
        where.setSpacing(style.SPACE_XS)
        where.addWidget(self.storage, 1)
        where.addWidget(self.browse)
        head = QFormLayout()
        head.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        head.setVerticalSpacing(style.SPACE_S)
        head.addRow(self.tr("Study"), self.study)
        head.addRow(self.tr("File"), where)
        numbers = QHBoxLayout()
        numbers.setSpacing(style.SPACE_S)
        numbers.addWidget(self.trials, 1)
        numbers.addWidget(QLabel(self.tr("Epochs")))
        numbers.addWidget(self.epochs, 1)
        head.addRow(self.tr("Trials"), numbers)
        head.addRow(self.tr("Judged by"), self.judge)
        head.addRow(self.tr("Held back"), self.validation)
        grid = QGridLayout()
        grid.setSpacing(style.SPACE_S)
        grid.setColumnStretch(0, 1)
        for place, text in ((0, self.tr("Searched")), (1, self.tr("from")), (2, self.tr("to"))):
            label = QLabel(text)
            style.set_role(label, "muted")
            grid.addWidget(label, 0, place)
        for number, row in enumerate(self._rows.values(), 1):
            grid.addWidget(row.box, number, 0)
            if row.searched.choices:
                grid.addWidget(row.choices, number, 1, 1, 2)
            else:
                grid.addWidget(row.low, number, 1)
                grid.addWidget(row.high, number, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style.SPACE_M)
        column.addLayout(head)
        column.addLayout(grid)


class _SearchRow:
    """One parameter: whether it is searched, and between which ends; choices are all tried."""

    def __init__(self, searched: Searched, label: str, ends: tuple[str, str]) -> None:
        self.searched = searched
        self.box = QCheckBox(label)
        self.low, self.high = QLineEdit(f"{searched.low:g}"), QLineEdit(f"{searched.high:g}")
        for field, word in zip((self.low, self.high), ends, strict=True):
            field.setFixedWidth(68)
            field.setAlignment(Qt.AlignmentFlag.AlignRight)
            field.setAccessibleName(f"{label}: {word}")
        self.choices = QLabel(", ".join(searched.choices))
        self.choices.setWordWrap(True)
        self._is_open = True
        self.box.toggled.connect(self._update)

    def text(self) -> str:
        """Return it as `--search` takes it; what is wrong with it is said when the study would begin."""
        if self.searched.choices:
            return str(self.searched)
        return f"{self.searched.name}={self.low.text().strip()}:{self.high.text().strip()}"

    def show_searched(self, searched: Searched | None) -> None:
        """Show how a study searches it, if it does."""
        self.box.setChecked(searched is not None)
        if searched is not None:
            self.low.setText(f"{searched.low:g}")
            self.high.setText(f"{searched.high:g}")
            self.choices.setText(", ".join(searched.choices))

    def set_open(self, *, is_open: bool) -> None:
        """Let it be changed or not."""
        self._is_open = is_open
        self._update()

    def _update(self) -> None:
        self.box.setEnabled(self._is_open)
        for field in (self.low, self.high, self.choices):
            field.setEnabled(self._is_open and self.box.isChecked())
