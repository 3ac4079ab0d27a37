"""Runs side by side: the parameters in which they differ, and what became of each."""

import json
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from tplab_gui.core.experiments import EXPERIMENTS, Parameter
from tplab_gui.core.params import TrainParams, choices_of
from tplab_gui.ui import style
from tplab_gui.ui.widgets.data_names import data_name
from tplab_gui.ui.widgets.more_parameters import said
from tplab_gui.ui.widgets.run_row import RunRow, swatch

_UNKNOWN = "–"


def params_of(row: RunRow) -> dict[str, Any]:
    """Return the parameters of a run, and its threads, as its `config.json` says; of what cannot be read nothing."""
    try:
        config = json.loads((Path(row.folder) / "config.json").read_text(encoding="utf-8"))
        chosen = {
            name: config[name] for name in ("threads", "device") if name in config
        }  # 0 and auto were asked for
        return {**config["params"], **chosen}
    except (OSError, ValueError, KeyError, TypeError):
        return {}


class CompareDialog(QDialog):
    """A table with a column a run."""

    def __init__(self, rows: list[RunRow], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Compare runs"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._rows = rows
        self._params = [params_of(row) for row in rows]
        self.head = QLabel()
        self.head.setWordWrap(True)
        self.equal = QCheckBox(self.tr("Show what is equal too"))
        self.equal.setToolTip(self.tr("Show all parameters, not only those in which the runs differ"))
        self.equal.toggled.connect(self.fill)
        self.table = QTableWidget()
        self.table.setAccessibleName(self.tr("Compare runs"))
        self.table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.button(QDialogButtonBox.StandardButton.Close).setText(self.tr("Close"))
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(self.head)
        column.addWidget(self.table, 1)
        column.addWidget(self.equal)
        column.addWidget(buttons)
        self.fill()
        self.resize(min(220 + 170 * len(rows), 900), 460)

    def fill(self) -> None:
        """Write the table."""
        lines = [*self._parameters(), *self._results()]
        self.table.clear()
        self.table.setRowCount(len(lines))
        self.table.setColumnCount(len(self._rows))
        for column, row in enumerate(self._rows):
            head = QTableWidgetItem(row.title)
            if row.curves is not None:
                head.setIcon(swatch(row.curves.series))
            self.table.setHorizontalHeaderItem(column, head)
        self.table.setVerticalHeaderLabels([name for name, *_ in lines])
        for line, (_, texts, winner) in enumerate(lines):
            for column, text in enumerate(texts):
                item = QTableWidgetItem(text)
                item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
                if column in winner:
                    font = item.font()
                    font.setBold(True)
                    item.setFont(font)
                    item.setText(f"✓ {text}")
                    item.setToolTip(self.tr("The best of these runs"))
                self.table.setItem(line, column, item)

    def _parameters(self) -> list[tuple[str, list[str], set[int]]]:
        names = list(dict.fromkeys(name for params in self._params for name in params))
        is_equal = {name: len({str(params.get(name)) for params in self._params}) == 1 for name in names}
        differing = [name for name in names if not is_equal[name]]
        self.head.setText(
            self.tr("The runs differ in {n} parameters.").format(n=len(differing))
            if differing
            else self.tr("The runs have the same parameters.")
        )
        style.set_role(self.head, "muted")
        shown = names if self.equal.isChecked() else differing
        return [
            (self._label(name), [self._value(i, name) for i in range(len(self._rows))], set())
            for name in shown
        ]

    def _results(self) -> list[tuple[str, list[str], set[int]]]:
        last = [row.curve[-1] if row.curve else None for row in self._rows]
        best = [row.best for row in self._rows]
        return [
            self._numbers(self.tr("Best epoch"), [each and each.epoch for each in best], "d", None),
            self._numbers(self.tr("Lowest test loss (nats)"), [e and e.test_loss for e in best], ".4f", min),
            self._numbers(self.tr("Last test loss (nats)"), [e and e.test_loss for e in last], ".4f", min),
            self._numbers(self.tr("Last train loss (nats)"), [e and e.train_loss for e in last], ".4f", min),
            self._numbers(
                self.tr("Right at the end (%)"), [e and 100 * e.test_accuracy for e in last], ".2f", max
            ),
        ]

    def _numbers(
        self, name: str, values: list[Any], form: str, better: Any
    ) -> tuple[str, list[str], set[int]]:
        """Return a line; the best are marked where runs differ at all."""
        known = [value for value in values if value is not None]
        texts = [_UNKNOWN if value is None else format(value, form) for value in values]
        if better is None or len(set(known)) < 2:
            return name, texts, set()
        return name, texts, {i for i, value in enumerate(values) if value == better(known)}

    def _declared(self, column: int, name: str) -> Parameter | None:
        experiment = EXPERIMENTS.get(self._rows[column].experiment)
        parameters = experiment.parameters if experiment is not None else ()
        return next((each for each in parameters if each.name == name), None)

    def _label(self, name: str) -> str:
        texts = {
            "experiment": self.tr("Experiment"),
            "setup": self.tr("Setup"),
            "data": self.tr("Data"),
            "epochs": self.tr("Epochs"),
            "lr": self.tr("Learning rate"),
            "seed": self.tr("Seed"),
            "device": self.tr("Device"),
            "test_batch_size": self.tr("Test batch"),
        }
        declared = next(filter(None, (self._declared(i, name) for i in range(len(self._rows)))), None)
        return said(declared.label) if declared is not None else texts.get(name, name)

    def _value(self, column: int, name: str) -> str:
        row, value = self._rows[column], self._params[column].get(name)
        if value is None:
            return _UNKNOWN
        if name in {"setup", "data"}:
            return row.setup_name if name == "setup" else data_name(str(value), row.experiment)
        if name == "experiment" and value in EXPERIMENTS:
            return said(EXPERIMENTS[value].title)
        declared = self._declared(column, name)
        if isinstance(value, bool):
            return self.tr("yes") if value else self.tr("no")
        if declared is not None and declared.zero and not value:
            return said(declared.zero)
        if declared is not None and declared.options and value in (choices := choices_of(TrainParams, name)):
            return said(declared.options[choices.index(value)])
        return f"{value:g}" if isinstance(value, float) else str(value)
