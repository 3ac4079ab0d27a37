"""The job of a series, on a network whose cliff lies where a formula says."""

import numpy as np
import pytest
from PIL import Image

from tests.light_meter import expected, light_meter
from tplab_gui.core.adjustments import Adjustment
from tplab_gui.core.errors import LabError, MissingError
from tplab_gui.core.events.common import Notice
from tplab_gui.core.events.sweep import SweepStarted, SweepStep, SweepSummary
from tplab_gui.core.sweep_plan import Series, Subject
from tplab_gui.vision import sweep_subjects
from tplab_gui.vision.sweep import sweep
from tplab_gui.vision.sweep_subjects import known_boxes, on_object

LEVEL, STEEPNESS, GREY = 0.5, 120.0, 60


@pytest.fixture(autouse=True)
def meter(monkeypatch):
    monkeypatch.setattr(sweep_subjects, "_classifier", lambda *_: light_meter(LEVEL, STEEPNESS))


@pytest.fixture
def grey():
    """A picture of one grey: its score at every brightness is known."""
    return Subject(pixels=np.full((40, 60, 3), GREY, np.uint8), target="light")


def write_greys(folder, **greys):
    folder.mkdir(exist_ok=True)
    for name, level in greys.items():
        Image.fromarray(np.full((30, 40, 3), level, np.uint8)).save(folder / f"{name}.png")
    return folder


def run(subject, series):
    events = list(sweep(subject, series))
    steps = [event for event in events if isinstance(event, SweepStep)]
    return events, steps, next(event for event in events if isinstance(event, SweepSummary))


def test_that_every_step_has_the_score_of_the_formula(grey):
    events, steps, _ = run(grey, Series("brightness", 7, 0.5, 4.0))
    (started,) = [event for event in events if isinstance(event, SweepStarted)]
    assert (started.transform, started.target) == ("brightness", "light")
    assert started.original == pytest.approx(expected(LEVEL, STEEPNESS, GREY), abs=1e-5)
    assert [step.step for step in steps] == [1, 2, 3, 4, 5, 6, 7]
    assert [step.parameter for step in steps] == pytest.approx(list(np.geomspace(0.5, 4, 7)))
    for step in steps:
        level = min(round(GREY * step.parameter), 255)
        assert step.score == pytest.approx(expected(LEVEL, STEEPNESS, level), abs=1e-5)
        assert step.top[0][1] >= step.top[1][1]
        assert (step.scores, step.spread) == ((step.score,), 0)
        assert step.picture.shape == step.overlay.shape == (40, 60, 3)
        assert (step.picture == level).all()


def test_that_the_cliff_lies_where_the_formula_says(grey):
    _, steps, summary = run(grey, Series("brightness", 10, 0.1, 4.0))
    (cliff,) = summary.cliffs
    at = 127.5 / GREY  # brightness at which the mean grey reaches the level; greys are whole numbers
    assert cliff.low - 1 / GREY < at < cliff.high + 1 / GREY
    assert cliff.high - cliff.low < 5 / GREY
    assert cliff.before < 0.02
    assert cliff.after > 0.98
    assert summary.verdict == "abrupt"
    assert summary.optimal == tuple(step.step for step in steps if step.score > 0.99)
    assert summary.below == tuple(step.step for step in steps if step.score < 0.8)


def test_that_a_series_may_go_backwards_and_over_an_adjusted_picture(grey):
    _, steps, summary = run(grey, Series("brightness", 5, 4.0, 0.1, base=Adjustment.of(gamma=0.5)))
    assert [step.parameter for step in steps] == sorted((s.parameter for s in steps), reverse=True)
    assert steps[0].score > 0.9
    (cliff,) = summary.cliffs
    assert cliff.low > cliff.high  # in the order of the series
    assert cliff.before > cliff.after


def test_that_many_pictures_give_mean_and_spread(tmp_path):
    folder = write_greys(tmp_path / "greys", a=30, b=60, c=120)
    _, steps, _ = run(Subject((str(folder),), target="light"), Series("brightness", 3, 1.0, 2.0))
    scores = [expected(LEVEL, STEEPNESS, 2 * level) for level in (30, 60, 120)]
    assert steps[-1].scores == pytest.approx(scores, abs=1e-5)
    assert steps[-1].score == pytest.approx(np.mean(scores), abs=1e-5)
    assert steps[-1].spread == pytest.approx(np.std(scores), abs=1e-5)


def test_that_a_bad_picture_among_many_is_told_and_left_out(tmp_path):
    folder = write_greys(tmp_path / "greys", a=30, b=60)
    (folder / "letter.jpg").write_text("Dear Sir")
    events, steps, _ = run(Subject((str(folder),), target="light"), Series(steps=2))
    (notice,) = [event for event in events if isinstance(event, Notice)]
    assert "letter.jpg" in str(notice.error)
    assert len(steps[0].scores) == 2


def test_that_random_perspective_draws_another_picture_at_each_step_and_the_same_with_the_same_seed():
    pixels = np.random.default_rng(2).integers(0, 256, (48, 64, 3), np.uint8)

    def pictures(seed):
        subject = Subject(pixels=pixels, target="light", seed=seed)
        _, steps, summary = run(subject, Series("perspective-random", 4, 60, 60.001))
        assert (summary.cliffs, summary.crossings) == ((), ())
        return [step.picture for step in steps]

    one, again, other = pictures(1), pictures(1), pictures(5)
    assert not np.array_equal(one[0], one[1])
    assert all(np.array_equal(a, b) for a, b in zip(one, again, strict=True))
    assert not any(np.array_equal(a, b) for a, b in zip(one, other, strict=True))


def test_that_closing_in_the_middle_leaves_what_was_said(grey):
    job = sweep(grey, Series("brightness", 200))
    seen = []
    for event in job:
        if isinstance(event, SweepStep):
            seen.append(event)
            if event.step == 3:
                break
    job.close()
    assert [step.step for step in seen] == [1, 2, 3]


@pytest.mark.parametrize(
    ("series", "said"),
    [
        (Series("sepia"), "no transform called sepia"),
        (Series(steps=1), "2 to 200 pictures, not 1"),
        (Series(steps=201), "2 to 200 pictures, not 201"),
        (Series(start=1.0, end=1.0), "all its pictures would be the same"),
        (Series(end=99.0), "must lie between 0.02 and 10"),
        (Series(start=float("nan")), "must lie between 0.02 and 10"),
    ],
)
def test_that_a_series_that_makes_no_sense_is_refused_with_a_sentence(grey, series, said):
    with pytest.raises(LabError, match=said):
        next(sweep(grey, series))


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"target": "unicorn"}, "no class called unicorn"),
        ({"method": "crystal"}, "no heatmap method called crystal"),
    ],
)
def test_that_an_unknown_class_or_method_is_refused(grey, changes, said):
    with pytest.raises(LabError, match=said):
        list(sweep(Subject(**{"pixels": grey.pixels, "target": "light"} | changes), Series()))


def test_that_a_folder_without_pictures_and_a_missing_file_are_refused(tmp_path):
    (tmp_path / "empty").mkdir()
    with pytest.raises(LabError, match="There are no pictures in the folder"):
        list(sweep(Subject((str(tmp_path / "empty"),), target="light"), Series()))
    with pytest.raises(MissingError, match="There is no file"):
        list(sweep(Subject((str(tmp_path / "gone.png"),), target="light"), Series()))
    write_greys(tmp_path / "many", **{f"p{number}": 1 for number in range(201)})
    with pytest.raises(LabError, match="201 pictures are more"):
        list(sweep(Subject((str(tmp_path / "many"),), target="light"), Series()))


@pytest.mark.parametrize("shape", [(1, 1), (3, 20_000)])
@pytest.mark.parametrize("name", ["perspective", "blur", "rotation", "occlusion"])
def test_that_odd_shapes_go_through(shape, name):
    subject = Subject(pixels=np.full((*shape, 3), 200, np.uint8), target="light")
    _, steps, _ = run(subject, Series(name, 3))
    assert all(0 <= step.score <= 1 for step in steps)


def test_that_no_target_asks_about_the_best_class_of_the_first_picture(grey):
    events, _, _ = run(Subject(pixels=grey.pixels, target=""), Series(steps=2))
    assert next(e for e in events if isinstance(e, SweepStarted)).target == "dark"


def test_that_boxes_beside_a_picture_are_read_and_a_strange_table_is_ignored(tmp_path):
    table = tmp_path / "boxes.csv"
    assert known_boxes(tmp_path / "a.png") == ()
    table.write_text("file,x0,y0,x1,y1\na.png,1,2,3,4\nb.png,,,,\na.png,5,6,7,8\n")
    assert known_boxes(tmp_path / "a.png") == ((1, 2, 3, 4), (5, 6, 7, 8))
    assert known_boxes(tmp_path / "b.png") == ()
    table.write_text("file,x0\na.png,wide\n")
    assert known_boxes(tmp_path / "a.png") == ()


def test_that_the_share_of_heat_on_the_object_is_that_of_the_pixels_in_its_box():
    rgb = np.zeros((40, 60, 3), np.uint8)
    rgb[10:20, 30:50] = 255
    classifier = light_meter(LEVEL, STEEPNESS)
    found = sweep_subjects.heatmaps(classifier, rgb, 0)
    picture = sweep_subjects.Picture("", rgb, ((30, 10, 50, 20),), found)
    energy, is_peak_inside = on_object(picture, found, Adjustment())
    assert energy == pytest.approx(float(found.heatmap[10:20, 30:50].sum() / found.heatmap.sum()), rel=1e-6)
    assert is_peak_inside
    assert on_object(picture, found, Adjustment.of(translation_x=-100)) is None
