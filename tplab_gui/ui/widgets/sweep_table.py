"""Tables 5 and 6 with the report's own numbers beside the student's."""

from PySide6.QtWidgets import QHeaderView, QWidget

from tplab_gui.core.adjustments import transform
from tplab_gui.core.events.sweep import SweepStep
from tplab_gui.core.report_series import report_series
from tplab_gui.ui.widgets.adjust_names import transform_name, unit_text
from tplab_gui.ui.widgets.class_names import shown_class
from tplab_gui.ui.widgets.outlier_table import ReadOnlyTable


class SweepTable(ReadOnlyTable):
    """A row for each step: parameter, score, the report's score and the difference where it has a series."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__([], parent)
        self.setAccessibleName(self.tr("Scores of the series"))
        self._unit = ""
        self._report: tuple[float, ...] | None = None

    def begin(self, name: str, count: int) -> None:
        """Empty the table for a series of `count` steps."""
        self.setRowCount(0)
        found = report_series(name, count)
        self._report = None if found is None else found[1]
        self._unit = unit_text(transform(name).unit).strip()
        head = f"{transform_name(name)} ({self._unit})" if self._unit else transform_name(name)
        columns = [self.tr("Step"), head, self.tr("Score (%)")]
        if found is not None:
            columns += [self.tr("Table {table}").format(table=found[0]), self.tr("Difference")]
            self.setToolTip(
                self.tr(
                    "What was done to the report's pictures is not known (R18): compare the shape, not the parameter."
                )
            )
        else:
            columns.append(self.tr("Best class"))
            self.setToolTip("")
        self.setColumnCount(len(columns))
        self.setHorizontalHeaderLabels(columns)
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(len(columns) - 1, QHeaderView.ResizeMode.Stretch)

    def add(self, step: SweepStep) -> None:
        """Add one row."""
        row = self.rowCount()
        self.setRowCount(row + 1)
        spread = f" ± {100 * step.spread:.2f}" if len(step.scores) > 1 else ""
        self.put(row, 0, str(step.step), is_number=True)
        self.put(row, 1, f"{step.parameter:.3g}", is_number=True)
        self.put(row, 2, f"{100 * step.score:.2f}{spread}", is_number=True)
        if self._report is not None and row < len(self._report):
            self.put(row, 3, f"{100 * self._report[row]:.2f}", is_number=True)
            self.put(row, 4, f"{100 * (step.score - self._report[row]):+.2f}", is_number=True)
        elif self._report is None:
            self.put(row, 3, shown_class(step.top[0][0]))
