"""What the curves say: sentences with their evidence, the 2 x 2 table, the report's claims.

Folded it is one line, the most important sentence. The reading is done by a job, because the window knows no subject;
choosing a finding marks its epoch on the curves.
"""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QSizePolicy,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from tplab_gui import jobs
from tplab_gui.core.errors import LabError
from tplab_gui.core.events.findings import Claim, CurvesRead, Sentence
from tplab_gui.runtime.poller import Poller
from tplab_gui.runtime.runner import Runner
from tplab_gui.ui import style
from tplab_gui.ui.widgets.curve_plot import CurvePlot
from tplab_gui.ui.widgets.factorial_view import FactorialView
from tplab_gui.ui.widgets.notice_bar import in_words
from tplab_gui.ui.widgets.one_line import OneLine
from tplab_gui.ui.widgets.run_list import RunList

_GATHER_MS = 150  # a list that changes says so many times in a row
_SHARE = 3  # unfolded, the panel takes one part of three beside the plot


class FindingsPanel(QFrame):
    """Below the curves: what those of the chosen run say. Given a list of runs, it follows the choice there."""

    failed = Signal(object)  # an exception that is a bug; what a user can mend stands in the panel

    def __init__(self, plot: CurvePlot, runs: RunList | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plot = plot
        self.said: CurvesRead | None = None
        self._wanted: tuple[str, tuple[str, ...]] = ("", ())
        self.runner = Runner(self)
        self._poller = Poller(self.runner.mailbox, self._receive, self)
        self.runner.failed.connect(self._on_failed)
        self.runner.finished.connect(self._on_finished)
        self._gather = QTimer(self)
        self._gather.setSingleShot(True)
        self._gather.setInterval(_GATHER_MS)
        self._gather.timeout.connect(self._read)
        self._is_stale = self._is_closing = False
        self.unfold = QToolButton()
        self.unfold.setText(self.tr("Reading the curves"))
        self.unfold.setToolTip(self.tr("What the curves of the chosen run show, and what they do not"))
        self.unfold.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.unfold.setArrowType(Qt.ArrowType.RightArrow)
        self.unfold.setCheckable(True)
        style.set_role(self.unfold, "flat")
        self.headline = OneLine()
        self.findings = self._list(self.tr("Findings of the chosen run"))
        self.findings.setToolTip(self.tr("Choose a finding to see its epoch on the curves"))
        self.table = FactorialView()
        self.claims = self._list(self.tr("Claims of the report, checked on your runs"))
        self.body = QStackedWidget()
        self.body.hide()
        self.views = QButtonGroup(self)
        head = QHBoxLayout()
        head.setSpacing(style.SPACE_XS)
        head.addWidget(self.unfold)
        head.addWidget(self.headline, 1)
        names = (self.tr("This run"), self.tr("2 × 2 table"), self.tr("Claims of the report"))
        for place, (name, view) in enumerate(zip(names, self._views(), strict=True)):
            self.body.addWidget(view)
            button = QToolButton()
            button.setText(name)
            button.setCheckable(True)
            button.setChecked(place == 0)
            button.hide()
            self.views.addButton(button, place)
            head.addWidget(button)
        self.views.idClicked.connect(self.body.setCurrentIndex)
        self._stretch = QWidget()
        self._stretch.hide()
        head.addWidget(self._stretch, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(style.SPACE_XS, style.SPACE_XS, style.SPACE_S, style.SPACE_XS)
        column.setSpacing(style.SPACE_XS)
        column.addLayout(head)
        column.addWidget(self.body)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.unfold.toggled.connect(self._on_unfolded)
        self.findings.currentItemChanged.connect(self._mark)
        plot.installEventFilter(self)
        style.set_role(self, "card")  # last: it tells `changeEvent` of a new palette
        self.hide()  # until a run is chosen
        if runs is not None:
            runs.chosen_changed.connect(lambda: self._follow(runs))

    def column(self, above: QWidget) -> QVBoxLayout:
        """Return a layout with `above`, the plot and this panel, one below the other."""
        column = QVBoxLayout()
        column.setContentsMargins(style.SPACE_S, style.SPACE_M, style.SPACE_M, style.SPACE_M)
        column.setSpacing(style.SPACE_S)
        column.addWidget(above)
        column.addWidget(self._plot, 1)
        column.addWidget(self)
        return column

    def show_run(self, folder: str, others: Sequence[str]) -> None:
        """Read the run in `folder` beside those of `others`; '' shows nothing. May be called as often as one likes."""
        self.setVisible(bool(folder))
        if folder != self._wanted[0]:
            self.said = None
            self._write()
        self._wanted = (folder, tuple(others))
        self._is_stale = True
        self._gather.start()

    def shut_down(self, timeout_ms: int) -> bool:
        """Stop reading; return whether it ended in time."""
        self._is_closing = True
        self._gather.stop()
        is_over = self.runner.stop(timeout_ms)
        self._poller.stop()
        return is_over

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme and the language."""
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.LanguageChange):
            self._write()
        super().changeEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep to a third of the room that the plot and the panel share."""
        if watched is self._plot and event.type() == QEvent.Type.Resize and self.unfold.isChecked():
            self._fit()
        return super().eventFilter(watched, event)

    def _follow(self, runs: RunList) -> None:
        row = runs.row()
        self.show_run(row.folder if row else "", runs.folders)

    def _read(self) -> None:
        is_free = not self.runner.is_running and not self._is_closing
        if self._is_stale and self._wanted[0] and is_free:
            self._is_stale = False
            self._poller.start()
            self.runner.start(jobs.read_curves, *self._wanted)

    def _receive(self, events: list[object]) -> None:
        for event in events:
            if isinstance(event, CurvesRead) and event.folder == self._wanted[0]:
                self.said = event
                self._write()

    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, LabError):
            self.headline.set_text(" ".join(in_words(error)).strip())
        else:
            self.failed.emit(error)

    def _on_finished(self) -> None:
        self._poller.stop()
        self._read()  # what was asked meanwhile

    def _views(self) -> tuple[QWidget, QWidget, QWidget]:
        return self.findings, self.table, self.claims

    def _list(self, name: str) -> QListWidget:
        made = QListWidget()
        made.setAccessibleName(name)
        made.setWordWrap(True)
        made.setFrameShape(QFrame.Shape.NoFrame)
        made.setResizeMode(QListWidget.ResizeMode.Adjust)
        made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        made.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        made.setSpacing(2)
        return made

    def _write(self) -> None:
        """Bring every text to what was read last."""
        said = self.said
        chosen = self.findings.currentRow()
        self.findings.clear()
        self.claims.clear()
        self.table.show_table(said.table if said else None)
        for place, is_there in enumerate(
            (True, said is None or said.table is not None, not said or said.claims)
        ):
            self.views.button(place).setEnabled(bool(is_there))
        if said is None or said.headline is None:
            self.headline.set_text(self.tr("After the first epoch: what the curves show."))
            self._plot.show_marks(())
            return
        self.headline.set_text(in_language(said.headline.sentence))
        for finding in said.findings:
            sign = "✓" if finding.established else "–"
            item = QListWidgetItem(f"{sign}  {in_language(finding.sentence)}")
            word = self.tr("established") if finding.established else self.tr("not established")
            item.setToolTip(word)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{word} · {in_language(finding.sentence)}")
            self.findings.addItem(item)
        if said.seeds > 1:
            text = self.tr("Read from the mean of {count} runs with different seeds.")
            self.findings.addItem(text.format(count=said.seeds))
        for claim in said.claims:
            self.claims.addItem(self._claim(claim))
        self.findings.setCurrentRow(chosen if chosen < self.findings.count() else -1)
        self._mark()

    def _claim(self, claim: Claim) -> QListWidgetItem:
        words = {
            "holds": ("✓", self.tr("holds")),
            "fails": ("✗", self.tr("does not hold")),
            "unknown": ("?", self.tr("cannot tell")),
        }
        sign, word = words[claim.verdict]
        names = self.table.names()
        runs = ", ".join(
            self.tr("{setup} (seed {seed})").format(setup=names[setup], seed=seed)
            for setup, seed in claim.runs
        )
        used = self.tr("Runs: {runs}").format(runs=runs or "–")
        statement, reason = in_language(claim.statement), in_language(claim.reason)
        item = QListWidgetItem(f"{sign} {word} · {statement}\n     {reason}")
        item.setToolTip(used)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{word} · {statement} {reason} {used}")
        return item

    def _mark(self) -> None:
        """Mark the chosen finding on the curves; without one, all that are established."""
        row = self.findings.currentRow()
        if self.said is None or not self.unfold.isChecked():
            self._plot.show_marks(())
            return
        labels = {
            "divergence": self.tr("breaks down"),
            "guessing": self.tr("still guessing"),
            "overfitting": self.tr("lowest test loss"),
            "plateau": self.tr("plateau"),
            "first-drop": self.tr("first drop"),
            "gap": self.tr("gap"),
        }
        found = self.said.findings if row < 0 else self.said.findings[row : row + 1]
        self._plot.show_marks(
            [(each.epoch, labels[each.kind]) for each in found if each.epoch is not None and each.established]
        )

    def _on_unfolded(self, is_open: bool) -> None:  # noqa: FBT001  a slot of `toggled`
        self.unfold.setArrowType(Qt.ArrowType.DownArrow if is_open else Qt.ArrowType.RightArrow)
        self.headline.setVisible(not is_open)
        self._stretch.setVisible(is_open)
        for button in self.views.buttons():
            button.setVisible(is_open)
        if is_open:
            self._fit()
        else:
            self.findings.setCurrentRow(-1)  # unfolded again, all are marked
        self.body.setVisible(is_open)
        self._mark()

    def _fit(self) -> None:
        head = self.unfold.sizeHint().height() + 3 * style.SPACE_XS + 2
        height = max(60, (self._plot.height() + self.height()) // _SHARE - head)
        if height != self.body.height():
            self.body.setFixedHeight(height)


def in_language(sentence: Sentence) -> str:
    """Return a sentence in the window's language, with its values."""
    return QCoreApplication.translate("Finding", sentence.template).format(**sentence.values)
