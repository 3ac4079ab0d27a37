"""The views of the study, shown what the jobs say: numbers, words, keys and clicks."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt

from tests import fusion_study_events as made
from tplab_gui.core.events.fusion_study import StrategyTrained
from tplab_gui.core.studies.strategies import FUSED, NAMES
from tplab_gui.ui.widgets import fusion_table
from tplab_gui.ui.widgets.fusion_comparison_view import FusionComparisonView, ratio
from tplab_gui.ui.widgets.fusion_conflict_view import FusionConflictView
from tplab_gui.ui.widgets.fusion_diagram import box_words, layers_text, places, shape_text
from tplab_gui.ui.widgets.fusion_diagram_view import FusionDiagramView
from tplab_gui.ui.widgets.fusion_factors_view import FusionFactorsView
from tplab_gui.ui.widgets.fusion_looks import LOOKS, percent
from tplab_gui.ui.widgets.fusion_matrix import shares
from tplab_gui.ui.widgets.fusion_pair_view import FusionPairView
from tplab_gui.ui.widgets.fusion_reliability_view import FusionReliabilityView
from tplab_gui.ui.widgets.fusion_robustness_view import FusionRobustnessView
from tplab_gui.ui.widgets.fusion_scatter import BOTH, ONLY_SOUND, on_axis, who_is_right


@pytest.fixture
def shown(qtbot):
    def show(view):
        qtbot.addWidget(view)
        view.resize(1000, 480)
        with qtbot.waitExposed(view):
            view.show()
        return view

    return show


def test_that_no_share_is_rounded_to_all_or_nothing():
    assert percent(0.9996) == "> 99.9 %"
    assert percent(0.0001) == "< 0.1 %"
    assert (percent(1.0), percent(0.0), percent(0.5)) == ("100.0 %", "0.0 %", "50.0 %")


def test_that_every_strategy_has_a_marker_of_its_own():
    assert len({look.symbol for look in LOOKS.values()}) == len(NAMES)


@pytest.mark.parametrize(
    ("errors", "others", "words"),
    [(5, 20, "1/4"), (10, 20, "1/2"), (14, 21, "2/3"), (1, 20, "5 %"), (20, 20, "100 %")],
)
def test_that_errors_are_compared_as_people_say_it(errors, others, words):
    assert ratio(errors, others) == words


class TestComparison:
    def test_that_rows_come_in_the_order_of_the_strategies_and_sort_by_their_numbers(self, shown):
        view = shown(FusionComparisonView())
        view.show_read(made.comparison())
        table = view.table

        def order():
            return [
                table.topLevelItem(n).data(0, fusion_table._ROW).strategy
                for n in range(table.topLevelItemCount())
            ]

        assert order() == list(NAMES)
        table.sortByColumn(fusion_table.ACCURACY, Qt.SortOrder.AscendingOrder)
        assert order() == sorted(NAMES, key=made.ACCURACIES.get)
        table.sortByColumn(fusion_table.TIME, Qt.SortOrder.DescendingOrder)
        assert order() == list(reversed(NAMES))

    def test_that_a_difference_that_is_not_established_is_said_to_be_none(self, shown):
        view = shown(FusionComparisonView())
        view.show_read(made.comparison())
        lines = view.sentences.text().splitlines()
        assert "• Late fusion, vote of two: a difference to “Image alone” is not established." in lines
        assert "• Joint fusion, side by side makes 2/5 of the errors of “Image alone”." in lines
        assert "• Early fusion makes 1.5 times the errors of “Image alone”." in lines
        verdicts = {row.strategy: view.table.gain_in_words(row) for row in view.read.rows}
        assert verdicts["late-vote"].endswith("not established")
        assert verdicts["image"] == "the better one"
        assert verdicts["early"] == "▼ −5.0  worse"

    def test_that_the_strategy_with_the_best_fusion_is_explained_with_formula_and_reference(self, shown):
        view = shown(FusionComparisonView())
        view.show_read(made.comparison())
        assert view.table.chosen() == "joint-attention"
        assert "a_image e_image" in view.formula.text()
        assert "ICML 2018" in view.reference.text()
        view.table.choose("image")
        assert not view.reference.isVisible()
        assert view.seeds.text() == "By seed: 1: 89.0 %, 2: 91.0 %"

    def test_that_the_axis_begins_as_late_as_every_interval_allows(self):
        assert fusion_table.axis_start(made.comparison().rows) == 0.5
        assert fusion_table.axis_start(()) == 0.0

    def test_that_networks_that_are_ready_are_listed_until_there_is_a_comparison(self, shown):
        view = shown(FusionComparisonView())
        view.show_working()
        view.show_trained(StrategyTrained("image", 1, "", 0.9, was_kept=True))
        view.show_trained(StrategyTrained("audio", 1, "", 0.8, was_kept=False))
        assert view.stage.words.text().splitlines() == [
            "✓ Image alone, seed 1: 90.0 % (kept from before)",
            "✓ Sound alone, seed 1: 80.0 % (learnt now)",
        ]
        view.show_read(made.comparison())
        assert view.stage.is_open

    def test_that_new_voices_are_claimed_only_where_speakers_were_held_back(self, shown):
        view = shown(FusionComparisonView())
        for split, claims in (("speaker", True), ("random", False)):
            view.show_group(made.group(split=split))
            view.show_read(made.comparison())
            assert ("no network has heard" in view.made_of.text()) == claims

    def test_that_seeds_without_all_networks_are_named(self, shown):
        view = shown(FusionComparisonView())
        view.show_group(made.group(unfinished=(2, 3)))
        assert "2, 3" in view.unfinished.text()
        assert view.unfinished.isVisible()
        view.show_group(made.group())
        assert not view.unfinished.isVisible()


class TestRobustness:
    def test_that_the_sliders_move_every_bar_along_the_measured_plane(self, shown):
        view = shown(FusionRobustnessView())
        view.show_read(made.robustness())
        for severity, snr_db in ((0.0, 40.0), (0.25, 25.0), (1.0, -10.0), (0.6, 0.0)):
            view.go_to(severity, snr_db)
            for name in NAMES:
                expected = made.plane(name, (severity,), (snr_db,))[0, 0]
                assert view.bars.bars[name].parts[0] == pytest.approx(expected, abs=1e-5)

    def test_that_only_a_measured_place_has_intervals_and_the_other_ones_say_so(self, shown):
        view = shown(FusionRobustnessView())
        view.show_read(made.robustness())
        view.go_to(0.5, 10.0)
        low, high = view.bars.bars["image"].interval
        assert high - low == pytest.approx(0.04, abs=1e-5)
        view.go_to(0.55, 10.0)
        assert view.bars.bars["image"].interval is None
        assert "interpolation" in view.remark.text()

    def test_that_a_cell_of_the_map_moves_both_sliders(self, shown, qtbot):
        view = shown(FusionRobustnessView())
        view.show_read(made.robustness())
        view.views.choose(1)
        view.map.setFocus()
        qtbot.keyClick(view.map, Qt.Key.Key_Down)
        qtbot.keyClick(view.map, Qt.Key.Key_Right)
        assert view.place() == (0.5, 10.0)
        inside = QPoint(view.map.width() // 2, view.map.height() // 2)
        qtbot.mouseClick(view.map, Qt.MouseButton.LeftButton, pos=inside)
        assert view.place() == (0.5, 10.0)

    def test_that_cells_where_fusion_is_worse_are_framed_for_that_strategy_and_damage_alone(self, shown):
        view = shown(FusionRobustnessView())
        view.show_read(made.robustness())
        assert view.map._worse == {(1.0, -10.0)}
        view.damages.choose(1)
        assert view.map._worse == set()
        view.damages.choose(0)
        view.bars.choose("early")
        assert view.map._worse == set()

    def test_that_a_strategy_that_loses_more_than_a_point_without_a_half_is_marked(self, shown):
        view = shown(FusionRobustnessView())
        view.show_read(made.robustness())
        texts = {name: view.extremes.item(row, 1).text() for row, name in enumerate(NAMES)}
        assert texts["early"] == "85.0 % ✕"
        assert texts["joint-attention"] == "97.5 % ✓"
        assert texts["image"] == "90.0 %"

    def test_that_arrow_keys_choose_the_strategy(self, shown, qtbot):
        view = shown(FusionRobustnessView())
        view.show_read(made.robustness())
        assert view.bars.chosen == "joint-attention"
        qtbot.keyClick(view.bars, Qt.Key.Key_Down)
        assert view.bars.chosen == "late-weighted"
        qtbot.keyClick(view.bars, Qt.Key.Key_Up)
        qtbot.keyClick(view.bars, Qt.Key.Key_Up)
        assert view.bars.chosen == "joint-concat"


class TestReliability:
    def test_that_each_pair_is_marked_by_who_is_right(self):
        assert who_is_right(made.reliability()).tolist() == [0, 1, 2, 3, 0, 1, 2, 3]

    def test_that_the_axis_spreads_what_a_plain_one_would_press_together(self):
        places = on_axis(np.array([0.05, 0.1, 0.5, 0.99, 0.999, 0.99999], np.float32))
        assert places[:2] == pytest.approx([0.0, 0.0], abs=1e-6)
        assert places[-1] == 1.0
        assert places[4] - places[3] > 0.15
        assert (np.diff(places[1:]) > 0).all()

    def test_that_filters_leave_the_pairs_they_name(self, shown):
        view = shown(FusionReliabilityView())
        view.show_read(made.reliability())
        assert view.scatter.shown.tolist() == list(range(8))
        view.digits.setCurrentIndex(view.digits.findData(7))
        assert view.scatter.shown.tolist() == [4, 5, 6, 7]
        view.which.setCurrentIndex(view.which.findText("Saved by: Late fusion, weighted"))
        assert view.scatter.shown.tolist() == [5, 6]
        view.kinds[ONLY_SOUND].setChecked(False)
        assert view.scatter.shown.tolist() == [5]
        assert view.kinds[BOTH].text() == "both right (0)"

    def test_that_a_walk_with_the_keys_visits_every_pair_shown_and_comes_round(self, shown, qtbot):
        view = shown(FusionReliabilityView())
        view.show_read(made.reliability())
        wanted = []
        view.pair_wanted.connect(wanted.append)
        view.digits.setCurrentIndex(view.digits.findData(3))
        for _ in range(5):
            qtbot.keyClick(view.scatter, Qt.Key.Key_Right)
        qtbot.keyClick(view.scatter, Qt.Key.Key_Left)
        assert wanted == [0, 1, 2, 3, 0, 3]
        view.pair.next.click()
        assert wanted[-1] == 0

    def test_that_a_click_on_a_mark_chooses_its_pair(self, shown, qtbot):
        view = shown(FusionReliabilityView())
        view.show_read(made.reliability())
        with qtbot.waitSignal(view.pair_wanted) as said:
            where = view.scatter.place_of(6).toPoint()
            qtbot.mouseClick(view.scatter, Qt.MouseButton.LeftButton, pos=where)
        assert said.args == [6]

    def test_that_evidence_of_a_pair_that_is_not_chosen_any_more_is_left_out(self, shown):
        view = shown(FusionReliabilityView())
        view.show_read(made.reliability())
        view.scatter.choose(2)
        view.show_pair(made.pair(1))
        assert view.pair.evidence is None
        view.show_pair(made.pair(2))
        assert view.pair.evidence.index == 2

    def test_that_a_pair_says_what_each_strategy_said_and_whom_attention_trusts(self, shown):
        view = shown(FusionPairView())
        view.show_pair(made.pair())
        assert view.said.bars["audio"].words() == "✕ 5  82 %"
        assert view.said.bars["joint-attention"].words() == "✓ 3  82 %"
        assert "image 70 % · sound 30 %" in view.trust.text()
        assert "the image adds +4.5, the sound −1.2" in view.trust.text()
        assert view.picture.view.pixels.shape == (28, 28, 3)
        assert view.picture.view.pixels[12, 12].sum() > view.picture.view.pixels[2, 2].sum()


class TestConflict:
    def test_that_parts_of_a_cell_add_up_and_one_without_pairs_has_none(self):
        read = made.conflict()
        assert shares(read, "early", 3, 7) == pytest.approx((0.75, 0.0, 0.25))
        assert shares(read, "early", 7, 3) == pytest.approx((0.0, 0.75, 0.25))
        assert shares(read, "early", 4, 4) == pytest.approx((1.0, 0.0, 0.0))
        assert shares(read, "early", 0, 4) is None

    def test_that_the_first_question_is_the_one_of_the_report(self, shown):
        view = shown(FusionConflictView())
        view.show_read(made.conflict())
        assert view.cell_name.text() == "3 is drawn, 7 is said"
        assert "75 % are answered 3, 0 % 7, 25 % neither" in view.cell_words.text()
        assert view.overall.bars["early"].words() == "40 / 35 / 25"

    def test_that_keys_walk_through_the_cells_and_clicks_choose_them(self, shown, qtbot):
        view = shown(FusionConflictView())
        view.show_read(made.conflict())
        qtbot.keyClick(view.matrix, Qt.Key.Key_Right)
        qtbot.keyClick(view.matrix, Qt.Key.Key_Down)
        assert view.matrix.chosen == (4, 8)
        view.matrix.choose(0, 1)
        assert view.cell_words.text() == "No test pair has these digits."
        for _ in range(12):
            qtbot.keyClick(view.matrix, Qt.Key.Key_Down)
        assert view.matrix.chosen == (9, 1)

    def test_that_a_strategy_chosen_in_one_list_is_chosen_in_both(self, shown):
        view = shown(FusionConflictView())
        view.show_read(made.conflict())
        view.cell.choose("early")
        assert view.overall.chosen == view.cell.chosen == "early"
        assert view.name.text() == "Early fusion"


class TestFigures:
    def test_that_no_two_boxes_of_a_diagram_lie_on_each_other(self):
        from PySide6.QtCore import QRectF

        where = list(places(made.diagram("early"), QRectF(0, 0, 900, 200)).values())
        assert not any(a.intersects(b) for n, a in enumerate(where) for b in where[:n])
        assert all(QRectF(0, 0, 900, 200).contains(each) for each in where)

    def test_that_shapes_and_layers_are_written_as_they_are(self):
        encoder = made.diagram("early").boxes[2]
        assert shape_text((1, 28, 28)) == "1 × 28 × 28"
        assert layers_text(encoder) == "conv 16 · linear 10"
        assert box_words(encoder) == "Image encoder: 1 × 28 × 28 → 64, 1,066 weights"

    def test_that_figure_10_shows_three_places_to_fuse_and_figure_11_attention(self, shown):
        view = shown(FusionDiagramView())
        view.show_drawn(made.drawn())
        assert [each.strategy for each in view.canvas.diagrams] == ["early", "joint-concat", "late-weighted"]
        view.figures.choose(1)
        assert [each.strategy for each in view.canvas.diagrams] == ["joint-attention"]
        assert view.name() == "figure-11"
        view.figures.choose(2)
        view.strategies.setCurrentIndex(0)
        assert [each.strategy for each in view.canvas.diagrams] == ["image"]

    def test_that_keys_walk_through_the_boxes_and_show_their_layers(self, shown, qtbot):
        view = shown(FusionDiagramView())
        view.show_drawn(made.drawn())
        view.figures.choose(1)
        for _ in range(3):
            qtbot.keyClick(view.canvas, Qt.Key.Key_Right)
        assert view.canvas.chosen == (0, "image-encoder")
        assert view.layers.isVisible()
        assert view.layers.rows.topLevelItemCount() == 2
        qtbot.keyClick(view.canvas, Qt.Key.Key_Left)
        assert not view.layers.isVisible()


def test_that_what_helped_is_told_with_its_interval_or_without_one(shown):
    view = shown(FusionFactorsView())
    view.show_read(made.factors())
    rows = [view.table.topLevelItem(n) for n in range(3)]
    texts = {row.text(0): row.text(4) for row in rows}
    assert "+2.10  (+1.10 … +3.10)" in texts.values()
    assert texts["Epochs"] == "+0.50"
    assert [row.text(5) for row in rows if "+2.10" in row.text(4)] == ["▲ better"]


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_that_no_view_is_blank_in_either_theme(shown, qapp, theme):
    from tplab_gui.ui import style

    style.apply(qapp, theme)
    for view, event in (
        (FusionComparisonView(), made.comparison()),
        (FusionRobustnessView(), made.robustness()),
        (FusionReliabilityView(), made.reliability()),
        (FusionConflictView(), made.conflict()),
    ):
        shown(view).show_read(event)
        image = view.grab().toImage()
        step = max(1, image.width() // 60)
        colours = {
            image.pixel(x, y) for x in range(0, image.width(), step) for y in range(0, image.height(), step)
        }
        assert len(colours) > 8
    style.apply(qapp, "light")


def test_that_every_fusion_has_a_filter_of_its_own(shown):
    view = shown(FusionReliabilityView())
    assert view.which.count() == 1 + 2 * len(FUSED)


def test_that_the_lines_of_a_hatch_stay_inside_their_part():
    from PySide6.QtCore import QRectF

    from tplab_gui.ui.widgets.fusion_bars import _stripes

    part = QRectF(10, 20, 37, 13)
    roomy = part.adjusted(-1e-6, -1e-6, 1e-6, 1e-6)
    lines = _stripes(part)
    assert len(lines) == 9  # one each 5 units along 37 + 13, but for the one in the corner
    assert all(roomy.contains(line.p1()) and roomy.contains(line.p2()) for line in lines)
