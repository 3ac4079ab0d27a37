"""The way from the Training tab to a hyper-parameter study and back."""

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QToolButton, QWidget

from tplab_gui.ui import style
from tplab_gui.ui.dialogs.tune import TuneDialog
from tplab_gui.ui.widgets.run_form import RunForm


class StudyDoor(QObject):
    """The button beside the experiment that opens the dialog; a study goes on while the dialog is closed."""

    runs_changed = Signal()
    failed = Signal(object)

    def __init__(self, form: RunForm, parent: QWidget) -> None:
        super().__init__(parent)
        self._form, self._parent = form, parent
        self.dialog: TuneDialog | None = None
        self._is_dressed = False
        self.button = QToolButton()
        self.button.setAccessibleName(self.tr("Search good values"))
        self.button.setToolTip(
            self.tr("Let the lab search good values: a study of many runs, here and on other computers")
        )
        style.set_role(self.button, "flat")
        self.button.setEnabled(False)  # until torch is loaded
        self.button.clicked.connect(self.open)
        self.button.installEventFilter(self)
        form.study_row.addWidget(self.button)

    def set_ready(self) -> None:
        """Torch is loaded, and the first paint is over."""
        self._is_dressed = True
        self.button.setIcon(style.icon("mdi6.chart-scatter-plot"))
        self.button.setEnabled(True)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the theme."""
        if event.type() == QEvent.Type.PaletteChange and self._is_dressed:
            self.button.setIcon(style.icon("mdi6.chart-scatter-plot"))
        return super().eventFilter(watched, event)

    def open(self) -> None:
        """Show the study that goes on, or begin with the choices of the form."""
        if self.dialog is None or not (self.dialog.is_learning or self.dialog.isVisible()):
            if self.dialog is not None:
                self.dialog.shut_down(0)
                self.dialog.deleteLater()
            self.dialog = TuneDialog(self._form.params(), self._parent)
            self.dialog.view.values_taken.connect(self._form.show_values)
            self.dialog.runs_changed.connect(self.runs_changed)
            self.dialog.failed.connect(self.failed)
        self.dialog.show()
        self.dialog.raise_()

    def shut_down(self, timeout_ms: int) -> bool:
        """Stop the study, keep it; return whether that ended in time."""
        if self.dialog is None:
            return True
        self.dialog.close()
        return self.dialog.shut_down(timeout_ms)
