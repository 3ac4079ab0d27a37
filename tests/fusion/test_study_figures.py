"""Figures 10 and 11: boxes whose shapes fit each other, and weights that are those of the real networks."""

import pytest

from tplab_gui.core.events.fusion_figures import FusionDrawn
from tplab_gui.core.experiments import find
from tplab_gui.core.studies.strategies import NAMES, TRAINED, strategy
from tplab_gui.fusion.study_figures import drawn
from tplab_gui.nets import fusion
from tplab_gui.training.pair_stock import BANDS


@pytest.fixture(scope="module", params=["cnn", "rnn"])
def figures(request) -> tuple[str, FusionDrawn]:
    return request.param, drawn(find("fusion").params("", sound_encoder=request.param))


def test_that_every_strategy_is_drawn_with_its_formula(figures):
    assert [each.strategy for each in figures[1].diagrams] == list(NAMES)
    for each in figures[1].diagrams:
        about = strategy(each.strategy)
        assert (each.formula, each.reference) == (about.formula, about.reference)


def test_that_the_boxes_weigh_what_the_networks_weigh(figures):
    encoder, found = figures
    weigh = {
        name: sum(p.numel() for p in fusion.build(name, BANDS, sound_encoder=encoder).parameters())
        for name in TRAINED
    }
    absent = 2 * fusion.EMBEDDING  # of joint-concat: it stands where a half would
    for name in TRAINED:
        assert found.of(name).parameters == weigh[name] - (absent if name == "joint-concat" else 0)
    assert found.of("late-weighted").parameters == weigh["image"] + weigh["audio"]
    assert found.of("late-vote-three").parameters == sum(
        weigh[name] for name in ("image", "audio", "joint-attention")
    )


def test_that_every_box_takes_what_the_boxes_before_it_give(figures):
    for diagram in figures[1].diagrams:
        boxes = {box.key: box for box in diagram.boxes}
        assert len(boxes) == len(diagram.boxes)
        for key, box in boxes.items():
            given = [boxes[source].gives for source, target in diagram.arrows if target == key]
            assert sorted(given) == sorted(box.takes), (diagram.strategy, key)
        for source, target in diagram.arrows:
            assert boxes[source].column < boxes[target].column, (diagram.strategy, source, target)


def test_that_every_way_ends_in_the_ten_scores(figures):
    for diagram in figures[1].diagrams:
        ends = {box.key for box in diagram.boxes} - {source for source, _ in diagram.arrows}
        assert len(ends) == 1
        (last,) = [box for box in diagram.boxes if box.key in ends]
        assert last.gives == (10,)


def test_that_no_two_boxes_lie_on_each_other(figures):
    for diagram in figures[1].diagrams:
        places = [(box.column, box.lane) for box in diagram.boxes]
        assert len(set(places)) == len(places), diagram.strategy


def test_that_the_layers_of_an_encoder_end_in_what_it_gives(figures):
    for name in ("image", "audio", "joint-attention"):
        for box in figures[1].of(name).boxes:
            if box.layers and box.key.endswith("encoder"):
                assert box.layers[-1].shape == box.gives
                assert sum(row.parameters for row in box.layers) == box.parameters
