"""What a study has found so far: its trials as a table and as pictures, the best one, and its values to take over."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSplitter, QVBoxLayout, QWidget

from tplab_gui.core.events.tuning import Importance, StudyOpened, StudySummary, TrialTold
from tplab_gui.ui import style
from tplab_gui.ui.widgets.trial_plots import TrialPlots
from tplab_gui.ui.widgets.trial_table import TrialTable


class StudyView(QWidget):
    """Fed with the events of a study; `refresh` shows what came since the last time."""

    values_taken = Signal(object)  # dict of parameter -> value

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.opened: StudyOpened | None = None
        self.trials: dict[int, TrialTold] = {}
        self.summary: StudySummary | None = None
        self._labels: dict[str, str] = {}
        self._chosen = 0
        self.table, self.plots = TrialTable(), TrialPlots()
        self.best_text = QLabel()
        self.best_text.setWordWrap(True)
        self.best_text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.take = QPushButton(self.tr("Use these values"))
        self.take.setToolTip(
            self.tr("Put the values of the chosen trial, else of the best one, into the form")
        )
        self.take.clicked.connect(self._on_take)
        self.table.trial_chosen.connect(self._on_chosen)
        self.plots.trial_chosen.connect(self.table.choose)
        views = QSplitter(Qt.Orientation.Vertical)
        views.setChildrenCollapsible(False)
        views.addWidget(self.table)
        views.addWidget(self.plots)
        views.setSizes([300, 260])
        foot = QHBoxLayout()
        foot.setSpacing(style.SPACE_M)
        foot.addWidget(self.best_text, 1)
        foot.addWidget(self.take, 0, Qt.AlignmentFlag.AlignBottom)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style.SPACE_S)
        column.addWidget(views, 1)
        column.addLayout(foot)
        self.clear()

    def clear(self) -> None:
        """Show no study."""
        self.opened, self.trials, self.summary, self._chosen = None, {}, None, 0
        self.table.begin((), {}, "loss")
        self.plots.begin((), {}, "loss")
        self.refresh()

    def begin(self, opened: StudyOpened, labels: dict[str, str]) -> None:
        """Show a study that was opened; `labels` names its parameters."""
        self.clear()
        self.opened, self._labels = opened, labels
        for view in (self.table, self.plots):
            view.begin(opened.search, labels, opened.settings["metric"])

    def take_in(self, event: TrialTold | Importance | StudySummary) -> None:
        """Note what a study says."""
        match event:
            case TrialTold():
                self.trials[event.number] = event
                self.table.show_trial(event)
            case Importance(shares=shares):
                self.plots.show_importance(shares)
            case StudySummary():
                self.summary = event

    def refresh(self) -> None:
        """Bring pictures, the best trial and the button to what is known."""
        best = self.best()
        self.table.mark_best(best.number if best else 0)
        self.plots.show_trials(self.trials, best.number if best else 0)
        self.best_text.setText(self._in_words(best) if best else "")
        self.take.setEnabled(best is not None or self._chosen > 0)

    def best(self) -> TrialTold | None:
        """Return the best complete trial."""
        complete = [t for t in self.trials.values() if t.state == "complete" and t.value is not None]
        is_accuracy = self.opened is not None and self.opened.settings["metric"] == "accuracy"
        return min(complete, key=lambda t: (-1 if is_accuracy else 1) * (t.value or 0.0), default=None)

    def progress(self) -> str:
        """Return how far the study is."""
        states = [trial.state for trial in self.trials.values()]
        done = states.count("complete") + states.count("pruned")
        text = self.tr("{done} of {total} trials done, {running} under way")
        total = self.opened.trials if self.opened else 0
        return text.format(done=done, total=total, running=states.count("running"))

    def _in_words(self, best: TrialTold) -> str:
        values = ", ".join(
            f"{self._labels.get(k, k)} {v:.4g}" if isinstance(v, float) else f"{self._labels.get(k, k)} {v}"
            for k, v in best.params.items()
        )
        text = self.tr("Best: trial {number} ({value}) with {values}.").format(
            number=best.number, value=f"{best.value:.4f}", values=values
        )
        end = self.summary
        if end is None or end.test_loss is None or end.test_accuracy is None:
            return text
        tested = self.tr("On the test set: loss {loss}, accuracy {accuracy} %.").format(
            loss=f"{end.test_loss:.4f}", accuracy=f"{100 * end.test_accuracy:.2f}"
        )
        looks = self.tr(
            "This study has now looked at the test set {n} times: the more often, the less it proves."
        )
        return " ".join([text, tested, *([looks.format(n=end.looks)] if end.looks > 1 else [])])

    def _on_chosen(self, number: int) -> None:
        self._chosen = number
        self.plots.choose(number)
        self.take.setEnabled(number > 0 or self.best() is not None)

    def _on_take(self) -> None:
        trial = self.trials.get(self._chosen) or self.best()
        if trial is not None:
            self.values_taken.emit(dict(trial.params))
