"""The page Study: its states, its export, and a journey over kept runs of a little study with the real jobs."""

import csv
import io

import pytest
from PySide6.QtCore import Qt

from tests import fusion_study_events as made
from tplab_gui.core.errors import LabError, MissingError
from tplab_gui.core.events.fusion_study import (
    ComparisonRead,
    Disturbance,
    FactorsRead,
    FusionGroups,
    PairsWritten,
    StrategyTrained,
    StudyStep,
)
from tplab_gui.core.events.runs import RunFound
from tplab_gui.core.events.training import EpochEnd
from tplab_gui.core.fusion_plan import FusionPlan
from tplab_gui.core.settings import Settings
from tplab_gui.core.studies.strategies import NAMES, TRAINED
from tplab_gui.fusion.comparison import compare
from tplab_gui.ui.tabs.digits import STUDY, DigitsTab
from tplab_gui.ui.widgets import fusion_tables
from tplab_gui.ui.widgets.fusion_form import FusionForm
from tplab_gui.ui.widgets.fusion_progress import FusionProgress
from tplab_gui.ui.widgets.fusion_views import (
    COMPARISON,
    CONFLICT,
    FIGURES,
    HELPED,
    RELIABILITY,
    ROBUSTNESS,
)
from tplab_gui.ui.widgets.print_formats import FORMATS
from tplab_gui.ui.widgets.study_page import StudyPage
from tplab_gui.ui.widgets.tab import TabContext

LONG_MS = 60_000
READS = {
    COMPARISON: made.comparison,
    ROBUSTNESS: made.robustness,
    RELIABILITY: made.reliability,
    CONFLICT: made.conflict,
    FIGURES: made.drawn,
    HELPED: made.factors,
}


@pytest.fixture
def page(qtbot):
    """The page before torch is there: nothing is asked of any job."""
    opened = StudyPage(TabContext(Settings()))
    qtbot.addWidget(opened)
    opened.notices = []
    opened.notice.connect(lambda error, kind: opened.notices.append((error, kind)))
    opened.resize(1000, 520)
    with qtbot.waitExposed(opened):
        opened.show()
    yield opened
    assert opened.shut_down(LONG_MS)


@pytest.fixture
def read_page(page):
    """The page with everything on show, as if the jobs had said it."""
    page.driver.groups_found.emit(FusionGroups((made.group(),)))
    for view, event in READS.items():
        page.driver.read.emit(view, event())
    return page


def test_that_every_view_says_what_it_would_show_and_where_runs_come_from(page):
    for view in (ROBUSTNESS, RELIABILITY, CONFLICT):
        page.show_view(view)
        stage = page.views.stages[view]
        assert not stage.is_open
        assert "comparison" in stage.words.text()
        stage.button.click()
        assert page.view() == COMPARISON
    assert (
        "Each test pair is a picture and a sound of the same digit"
        in page.views.comparison.stage.words.text()
    )
    assert not any(action.isEnabled() for action in page.export.figures)
    assert page.export.pairs.isEnabled()


def test_that_every_view_opens_with_what_was_read_and_offers_it_for_export(read_page):
    for view in READS:
        read_page.show_view(view)
        assert read_page.views.stages[view].is_open
        assert read_page.export.numbers.isEnabled()
        assert read_page.export.figures[0].isEnabled() == (view != HELPED)


def test_that_what_is_not_known_yet_is_no_blank_table(page):
    page.show_view(HELPED)
    page.driver.read.emit(HELPED, FactorsRead((), 3, ()))
    assert not page.views.stages[HELPED].is_open
    assert "3 kept runs" in page.views.stages[HELPED].words.text()


def test_that_a_reading_that_fails_says_why_in_its_place_and_can_be_tried_again(page):
    page.show_view(CONFLICT)
    error = MissingError("The run in {folder} has no weights any more.", hint="Train it again.", folder="x")
    page.driver.reading_failed.emit(CONFLICT, error)
    stage = page.views.stages[CONFLICT]
    assert stage.words.text() == "The run in x has no weights any more.\nTrain it again."
    assert stage.button.text() == "Try again"


def test_that_a_reading_that_was_stopped_can_be_asked_for_again(page):
    page.show_view(ROBUSTNESS)
    page.driver.reading_begun.emit(ROBUSTNESS)
    assert page.reading.isVisible()
    page.driver.reading_over.emit(ROBUSTNESS, True)
    assert not page.reading.isVisible()
    assert page.views.stages[ROBUSTNESS].button.text() == "Measure"


def test_that_other_runs_take_away_what_was_read_of_the_ones_before(read_page):
    read_page.show_view(ROBUSTNESS)
    groups = (made.group("other", (1,)), made.group())
    read_page.driver.groups_found.emit(FusionGroups(groups))
    assert read_page.runs.key == made.KEY  # still there, still chosen
    assert read_page.views.stages[ROBUSTNESS].is_open
    read_page.runs.setCurrentIndex(0)
    read_page.runs.activated.emit(0)
    assert ROBUSTNESS not in read_page._read


def test_that_a_further_seed_makes_every_view_be_asked_again(read_page):
    read_page.driver.groups_found.emit(FusionGroups((made.group(seeds=(1, 2, 3)),)))
    assert COMPARISON not in read_page._read


def test_that_the_pairs_that_were_written_are_told_with_their_counts(page):
    page.driver.written.emit(PairsWritten("/tmp/pairs.csv", {"train": 90, "validation": 20, "test": 30}))
    error, kind = page.notices[-1]
    assert kind == "info"
    assert "/tmp/pairs.csv" in str(error)
    assert "90 to learn from, 20 to choose by, 30 to test" in str(error)


@pytest.mark.parametrize("view", [view for view in READS if view != HELPED])
def test_that_every_figure_becomes_a_picture_a_drawing_and_a_page(read_page, view):
    read_page.show_view(view)
    _, sheet, _ = read_page.views.exports(view)
    files = {suffix: make(sheet()) for suffix, make in FORMATS.items()}
    assert files["png"].startswith(b"\x89PNG")
    assert b"<svg" in files["svg"][:400]
    assert files["pdf"].startswith(b"%PDF")
    assert len(files["png"]) > 10_000


def test_that_each_part_of_the_robustness_view_that_is_a_figure_can_be_saved(read_page):
    read_page.show_view(ROBUSTNESS)
    read_page.views.robustness.views.choose(1)
    _, sheet, _ = read_page.views.exports(ROBUSTNESS)
    assert sheet().title == "Accuracy under noise"


def test_that_tables_hold_every_number_as_it_was_measured(read_page):
    def rows(view):
        return list(csv.DictReader(io.StringIO(read_page.views.exports(view)[2]())))

    compared = rows(COMPARISON)
    assert [row["strategy"] for row in compared] == list(NAMES)
    assert float(compared[4]["accuracy"]) == made.ACCURACIES["joint-attention"]
    assert compared[4]["accuracy_seed_2"] == str(made.ACCURACIES["joint-attention"] + 0.01)
    assert len(rows(ROBUSTNESS)) == (2 * 9 + 4) * len(NAMES)
    assert len(rows(CONFLICT)) == 100 * len(NAMES)
    assert [row["image_answer"] for row in rows(RELIABILITY)] == ["3", "3", "8", "8", "7", "7", "1", "1"]
    assert rows(HELPED)[0]["change"] == "0.021"
    assert fusion_tables.diagrams_csv(made.drawn().diagrams).count("\n") == 1 + 4 * len(NAMES)


def test_that_an_export_is_written_and_told(read_page, qtbot, tmp_path):
    with qtbot.waitSignal(read_page.export.said, timeout=LONG_MS) as said:
        read_page.export.save(tmp_path / "table.csv", b"a,b\n".decode().encode)
    assert (tmp_path / "table.csv").read_bytes() == b"a,b\n"
    assert str(tmp_path) in str(said.args[0])
    assert read_page.context.settings.last_folder == str(tmp_path)


class TestForm:
    @pytest.fixture
    def form(self, qtbot):
        made_form = FusionForm()
        qtbot.addWidget(made_form)
        return made_form

    def test_that_a_start_asks_for_what_stands_in_the_form(self, form):
        form.seeds.setValue(2)
        form.epochs.setValue(7)
        form.encoder.setCurrentIndex(form.encoder.findData("rnn"))
        runs = form.plan("/runs").runs()
        assert [run.setup for run in runs] == [*TRAINED, *TRAINED]
        assert {(run.epochs, run.sound_encoder, run.data) for run in runs} == {(7, "rnn", "builtin")}
        assert [run.split_seed for run in runs] == [1] * 5 + [2] * 5

    def test_that_a_plan_left_as_it_is_joins_the_runs_of_the_training_queue(self, form):
        assert form.plan("/runs").runs() == FusionPlan("/runs").runs()

    def test_that_a_group_of_kept_runs_is_gone_on_with_exactly(self, form):
        form.show_group(made.group(unfinished=(3,), limit=120, augment="none", modality_dropout=0.3))
        plan = form.plan("/runs")
        assert plan.seeds == (1, 2, 3)
        run = plan.runs()[0]
        assert (run.epochs, run.limit, run.augment, run.modality_dropout) == (4, 120, "none", 0.3)

    def test_that_the_time_is_judged_by_kept_runs_on_the_same_data(self, form):
        assert form.seconds() is None
        assert form.about.text() == "15 trainings"
        ends = tuple(
            EpochEnd("image", n, n, 1, 1, 1, 1, 1, 1, seconds, 1, False)
            for n, seconds in ((1, 2.0), (2, 4.0))
        )
        run = RunFound("", "", "fusion", "image", "builtin+builtin", 1, 2, 0.1, 1, "finished", ends)
        form.learn_times([run])
        form.epochs.setValue(6)
        assert form.seconds() == 15 * 6 * 3.0
        assert form.about.text() == "about 4 min"
        form.seeds.setValue(1)
        form.epochs.setValue(2)
        assert form.about.text() == "about 30 s"

    def test_that_what_is_changed_rarely_is_folded_away(self, form):
        assert form.rare.isHidden()
        form.more.click()
        assert not form.rare.isHidden()


class TestProgress:
    def test_that_the_time_left_is_that_of_the_epochs_to_come(self, qtbot, monkeypatch):
        clock = iter([0.0, 10.0, 20.0])
        monkeypatch.setattr("tplab_gui.ui.widgets.fusion_progress.time.monotonic", lambda: next(clock))
        line = FusionProgress("progress")
        qtbot.addWidget(line)
        line.begin("")
        for epoch in (1, 2, 3):
            line.show_step(StudyStep("training", 4, 5, "audio", 2, epoch, 6))
        assert line.left_s() == 30.0
        assert line.words.text() == "Sound alone, seed 2: epoch 3 of 6; about 30 s left"
        assert line.bar.value() == 900

    def test_that_stop_answers_at_once(self, qtbot):
        line = FusionProgress("progress")
        qtbot.addWidget(line)
        line.begin("x")
        with qtbot.waitSignal(line.stop_wanted):
            line.stop.click()
        assert line.words.text() == "Stopping…"
        assert not line.stop.isEnabled()


def test_that_the_comparison_shows_networks_as_they_come_and_then_itself(page):
    page.views.comparison.show_working()
    page.driver.trained.emit(StudyStep("training", 0, 10, "image", 1, 1, 2))
    page.driver.trained.emit(StrategyTrained("image", 1, "", 0.9, was_kept=False))
    assert "✓ Image alone" in page.views.comparison.stage.words.text()
    page.driver.trained.emit(made.comparison())
    assert page.views.comparison.stage.is_open
    page.driver.training_over.emit()
    assert page.views.comparison.form.start.isEnabled()


def test_that_the_study_is_a_page_of_the_digits_tab(qtbot):
    tab = DigitsTab(TabContext(Settings()))
    qtbot.addWidget(tab)
    assert isinstance(tab.show_page(STUDY), StudyPage)
    assert tab.shut_down(LONG_MS)


@pytest.fixture(scope="module")
def kept_home(tmp_path_factory):
    """A home whose runs are one seed of a little study, one epoch on 60 pictures; trained once."""
    home = tmp_path_factory.mktemp("study-home")
    plan = FusionPlan(
        str(home / "data" / "runs"),
        (1,),
        settings={"epochs": 1, "limit": 60, "augment": "none", "threads": 1},
    )
    for _ in compare(plan, 60):
        pass
    return home


def test_that_kept_runs_are_read_by_every_view_and_a_pair_is_explained(
    kept_home, one_thread, qtbot, monkeypatch
):
    """One journey: look, compare, conflict, spoil the pairs, walk to one of them, draw the networks, what helped."""
    monkeypatch.setenv("TPLAB_HOME", str(kept_home))
    page = StudyPage(TabContext(Settings()))
    qtbot.addWidget(page)
    failures = []
    page.notice.connect(lambda error, kind: failures.append(error) if kind == "error" else None)
    page.resize(1000, 520)
    with qtbot.waitExposed(page):
        page.show()
    page.start()
    page.set_active(True)
    qtbot.waitUntil(lambda: page.views.comparison.read is not None, timeout=LONG_MS)
    read = page.views.comparison.read
    assert isinstance(read, ComparisonRead)
    assert read.seeds == (1,)
    assert page.views.comparison.form.plan("").settings["limit"] == 60
    page.show_view(CONFLICT)
    qtbot.waitUntil(lambda: page.views.conflict.read is not None, timeout=LONG_MS)
    page.show_view(RELIABILITY)
    seen = page.views.reliability
    qtbot.waitUntil(lambda: seen.read is not None, timeout=LONG_MS)
    assert seen.read.disturbance == Disturbance()
    seen.damages.setCurrentIndex(1)
    seen.damages.activated.emit(1)
    assert page.views.stages[
        RELIABILITY
    ].is_open  # the pairs as they are stay until the spoilt ones are there
    qtbot.waitUntil(lambda: seen.read.disturbance.sigma > 0, timeout=LONG_MS)
    qtbot.keyClick(seen.scatter, Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: seen.pair.evidence is not None, timeout=LONG_MS)
    assert seen.pair.evidence.truth == seen.read.truth[seen.scatter.chosen]
    assert len(seen.pair.said.bars) == len(NAMES)
    page.show_view(FIGURES)
    qtbot.waitUntil(lambda: page.views.figures.drawn is not None, timeout=LONG_MS)
    page.show_view(HELPED)
    qtbot.waitUntil(lambda: page.views.helped.read is not None, timeout=LONG_MS)
    assert not page.views.stages[HELPED].is_open  # one seed with one setting: nothing to compare
    assert page.shut_down(LONG_MS)
    assert failures == []


def test_that_a_comparison_that_is_stopped_can_be_started_again(one_thread, qtbot):
    page = StudyPage(TabContext(Settings()))
    qtbot.addWidget(page)
    page.start()
    page.set_active(True)
    form = page.views.comparison.form
    form.seeds.setValue(4)
    form.epochs.setValue(9)
    page.compare()
    assert page.driver.is_training
    assert not page.views.comparison.form.start.isEnabled()
    assert not page.training.isHidden()
    with qtbot.waitSignal(page.driver.training_over, timeout=LONG_MS):
        page.training.stop.click()
    assert form.start.isEnabled()
    assert page.training.isHidden()
    page.driver.groups_found.emit(FusionGroups((made.group("new", (), (1,)),)))  # what it left on disk
    assert "1" in page.views.comparison.unfinished.text()
    plan = form.plan("/runs")
    assert (plan.seeds, plan.settings["epochs"]) == ((1, 2, 3, 4), 9)  # a second start goes on with all of it
    assert page.shut_down(LONG_MS)


def test_that_settings_that_do_not_go_together_are_refused_before_anything_begins(page, qtbot):
    page._is_started = True
    page.views.comparison.form._others = {"gamma": 7.0}
    page.compare()
    error, kind = page.notices[-1]
    assert isinstance(error, LabError)
    assert kind == "error"
    assert not page.driver.is_training
