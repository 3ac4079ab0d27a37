"""The comparison of all strategies: the form, the table, what it shows in sentences, the chosen strategy."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from tplab_gui.core.events.fusion_study import ComparisonRead, FusionGroup, StrategyTrained
from tplab_gui.core.studies.strategies import strategy
from tplab_gui.ui import style
from tplab_gui.ui.widgets.findings_panel import in_language
from tplab_gui.ui.widgets.fusion_form import FusionForm
from tplab_gui.ui.widgets.fusion_looks import formula, percent, title
from tplab_gui.ui.widgets.fusion_stage import FusionStage
from tplab_gui.ui.widgets.fusion_table import FusionTable


class FusionComparisonView(QWidget):
    """Fed with the events of `jobs.compare_fusion`; asks for it by `start_wanted`."""

    start_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.read: ComparisonRead | None = None
        self._trained: list[StrategyTrained] = []
        self._has_new_voices = False  # whether the chosen runs are tested with voices that were held back
        self.form = FusionForm()
        self.form.start_wanted.connect(self.start_wanted)
        self.table = FusionTable()
        self.table.strategy_chosen.connect(self._show_strategy)
        self.sentences, self.made_of = _text(), _text()
        style.set_role(self.made_of, "muted")
        self.unfinished = _text()
        style.set_role(self.unfinished, "warning")
        self.unfinished.hide()
        self.name, self.formula, self.reference, self.seeds = _text(), _text(), _text(), _text()
        style.set_role(self.name, "heading")
        style.set_role(self.reference, "muted")
        style.set_role(self.seeds, "muted")
        found, about = QVBoxLayout(), QVBoxLayout()
        for column, labels in (
            (found, (_heading(self.tr("What it shows")), self.sentences, self.made_of)),
            (about, (self.name, self.formula, self.reference, self.seeds)),
        ):
            column.setContentsMargins(*[style.SPACE_M] * 4)
            column.setSpacing(style.SPACE_S)
            for label in labels:
                column.addWidget(label)
            column.addStretch(1)
        foot = QHBoxLayout()
        foot.setSpacing(style.SPACE_S)
        foot.addWidget(_card(found), 3)
        foot.addWidget(_card(about), 2)
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style.SPACE_S)
        column.addWidget(self.table, 3)
        column.addLayout(foot, 2)
        self.table.setMinimumHeight(150)
        self.stage = FusionStage(whole, self.tr("Which fusion is best?"))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(style.SPACE_S)
        outer.addWidget(self.form)
        outer.addWidget(self.unfinished)
        outer.addWidget(self.stage, 1)
        self.show_nothing()

    def show_nothing(self) -> None:
        """Say what the comparison is."""
        self.read = None
        self.table.show_comparison(None)
        self.stage.say(
            self.tr(
                "Each test pair is a picture and a sound of the same digit. The lab trains image alone, sound alone, "
                "early fusion and both joint fusions, for several seeds, joins the answers of the single ones in three "
                "ways (late fusion), and compares all eight on the same pairs. It can be stopped at any time and goes "
                "on where it was."
            )
        )

    def show_group(self, group: FusionGroup | None) -> None:
        """Hear which runs are chosen, and say which seeds of them lack networks."""
        self._has_new_voices = group is not None and group.factors.get("split") == "speaker"
        if group is None or not group.unfinished:
            self.unfinished.hide()
            return
        self.unfinished.setText(
            self.tr("Seeds that lack networks: {seeds}. Run the whole comparison to go on with them.").format(
                seeds=", ".join(map(str, group.unfinished))
            )
        )
        self.unfinished.show()

    def show_working(self) -> None:
        """Say that a comparison is under way, as long as there is none to be seen."""
        self._trained = []
        if self.read is None:
            self.stage.say(self.tr("The first answers come when all five networks of a seed have learnt."))

    def show_trained(self, event: StrategyTrained) -> None:
        """Note a network that is ready."""
        self._trained.append(event)
        if self.read is None:
            lines = [
                self.tr("{strategy}, seed {seed}: {accuracy} ({how})").format(
                    strategy=title(each.strategy),
                    seed=each.seed,
                    accuracy=percent(each.test_accuracy),
                    how=self.tr("kept from before") if each.was_kept else self.tr("learnt now"),
                )
                for each in self._trained
            ]
            self.stage.say("\n".join(["✓ " + line for line in lines]))

    def show_read(self, read: ComparisonRead) -> None:
        """Show a comparison."""
        self.read = read
        self.table.show_comparison(read)
        self.sentences.setText("\n".join(f"• {each}" for each in self.findings(read)))
        if self._has_new_voices:
            text = self.tr(
                "{pairs} test pairs, {clips} recordings of {voices} voices that no network has heard."
            )
        else:
            text = self.tr("{pairs} test pairs, {clips} recordings of {voices} voices.")
        fitted = self.tr("Seeds: {seeds}. Share of the image in late fusion, fitted: {weights}.")
        self.made_of.setText(
            text.format(pairs=read.pairs, clips=read.clips, voices=read.voices)
            + " "
            + fitted.format(
                seeds=", ".join(map(str, read.seeds)),
                weights=", ".join(f"{each:.2f}" for each in read.weights),
            )
        )
        self.stage.open()

    def findings(self, read: ComparisonRead) -> list[str]:
        """Return what the comparison shows, a sentence each: the core's, and each other fusion in few words."""
        said = [in_language(each) for each in read.sentences]
        single = read.row(read.best_single)
        for row in read.rows:
            if row.verdict == "single" or row.strategy == read.best_fusion:
                continue
            names = {"strategy": title(row.strategy), "single": title(read.best_single)}
            if row.verdict == "open":
                text = self.tr("{strategy}: a difference to “{single}” is not established.").format(**names)
            elif row.errors == 0:
                text = self.tr("{strategy} makes no error, “{single}” {n}.").format(
                    **names, n=f"{single.errors:.1f}"
                )
            elif row.errors > single.errors:
                text = self.tr("{strategy} makes {times:.1f} times the errors of “{single}”.").format(
                    **names, times=row.errors / max(single.errors, 1e-9)
                )
            else:
                text = self.tr("{strategy} makes {ratio} of the errors of “{single}”.").format(
                    **names, ratio=ratio(row.errors, single.errors)
                )
            said.append(text)
        return said

    def _show_strategy(self, name: str) -> None:
        about = strategy(name)
        self.name.setText(title(name))
        self.formula.setText(formula(name))
        self.reference.setText(about.reference)
        self.reference.setVisible(bool(about.reference))
        if self.read is not None:
            row = self.read.row(name)
            by_seed = zip(self.read.seeds, row.accuracies, strict=True)
            each = ", ".join(f"{seed}: {percent(accuracy)}" for seed, accuracy in by_seed)
            self.seeds.setText(self.tr("By seed: {accuracies}").format(accuracies=each))


def ratio(errors: float, others: float) -> str:
    """Return a share of errors, 0 to 1, as people say it: 1/4, 2/3, else in per cent."""
    share = errors / others
    best = min(
        ((n, d) for d in range(2, 11) for n in (1, 2, 3) if n < d), key=lambda f: abs(f[0] / f[1] - share)
    )
    if abs(best[0] / best[1] - share) <= 0.04 * share:
        return f"{best[0]}/{best[1]}"
    return f"{100 * share:.0f} %"


def _text() -> QLabel:
    label = QLabel()
    label.setWordWrap(True)
    label.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    return label


def _heading(text: str) -> QLabel:
    label = QLabel(text)
    style.set_role(label, "heading")
    return label


def _card(column: QVBoxLayout) -> QScrollArea:
    inside = QWidget()
    inside.setLayout(column)
    area = QScrollArea()
    area.setWidget(inside)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.StyledPanel)
    style.set_role(area, "card")
    for ground in (inside, area.viewport()):
        ground.setAutoFillBackground(False)
    return area
