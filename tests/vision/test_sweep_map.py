"""The map of two transforms and the study of three pictures."""

import numpy as np
import pytest
from PIL import Image

from tests.heatmap_network import save_random_builtin
from tests.light_meter import expected, light_meter
from tplab_gui.core.adjustments import Adjustment
from tplab_gui.core.errors import LabError
from tplab_gui.core.events.sweep import MapRow, MapStarted, StudyPicture
from tplab_gui.core.sweep_plan import Series, Subject
from tplab_gui.vision import sweep_subjects
from tplab_gui.vision.sweep_map import score_map
from tplab_gui.vision.three_pictures import three_pictures

LEVEL, STEEPNESS, GREY = 0.5, 20.0, 60


@pytest.fixture
def grey(monkeypatch):
    monkeypatch.setattr(sweep_subjects, "_classifier", lambda *_: light_meter(LEVEL, STEEPNESS))
    return Subject(pixels=np.full((20, 30, 3), GREY, np.uint8), target="light")


def test_that_every_cell_is_the_score_of_both_transforms_together(grey):
    across, down = Series("brightness", 4, 0.5, 4.0), Series("gamma", 3, 0.5, 2.0)
    events = list(score_map(grey, across, down))
    (started,) = [event for event in events if isinstance(event, MapStarted)]
    rows = [event for event in events if isinstance(event, MapRow)]
    assert (started.x_name, started.y_name, started.target) == ("brightness", "gamma", "light")
    assert started.x_values == pytest.approx((0.5, 1, 2, 4))
    assert [row.row for row in rows] == [0, 1, 2]
    for row, gamma in zip(rows, (0.5, 1, 2), strict=True):
        assert row.value == pytest.approx(gamma)
        for factor, score in zip(started.x_values, row.scores, strict=True):
            level = round(255 * (min(round(GREY * factor), 255) / 255) ** gamma)
            assert score == pytest.approx(expected(LEVEL, STEEPNESS, level), abs=1e-4)


def test_that_a_patch_of_fixed_size_can_be_moved_over_the_picture(grey):
    base = Adjustment.of(occlusion=50)
    across, down = Series("occlusion-x", 2, base=base), Series("occlusion-y", 2)
    rows = [event for event in score_map(grey, across, down) if isinstance(event, MapRow)]
    (first, *others) = [score for row in rows for score in row.scores]
    assert others == pytest.approx([first] * 3, rel=1e-5)  # four equal corners of a grey picture


@pytest.mark.parametrize(
    ("across", "down", "said"),
    [
        (Series("hue", 3), Series("hue", 4), "hue was chosen twice"),
        (Series("hue", 26), Series("blur", 4), "2 to 25 pictures, not 26"),
        (Series("hue", 3), Series("sepia", 3), "no transform called sepia"),
    ],
)
def test_that_a_map_that_makes_no_sense_is_refused(grey, across, down, said):
    with pytest.raises(LabError, match=said):
        next(score_map(grey, across, down))


def test_that_three_pictures_are_told_in_order_and_share_one_scale(tmp_path, monkeypatch):
    monkeypatch.setenv("TPLAB_MODELS", str(save_random_builtin(tmp_path / "models")))
    rng = np.random.default_rng(4)
    paths = []
    for name in ("b", "a", "c"):
        paths.append(tmp_path / f"{name}.png")
        Image.fromarray(rng.integers(0, 256, (60, 80, 3), np.uint8)).save(paths[-1])
    seen = [
        each for each in three_pictures(Subject(tuple(map(str, paths)))) if isinstance(each, StudyPicture)
    ]
    assert [(each.kind, each.name) for each in seen] == [
        ("one", "b.png"),
        ("several", "a.png"),
        ("none", "c.png"),
    ]
    for each in seen:
        assert each.overlay.shape == each.absolute.shape == each.picture.shape
        assert len(each.top) == 5
