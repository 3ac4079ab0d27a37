"""Transforms at a common distance: the distance is really common, the sentence says what the numbers support."""

import numpy as np
import pytest
from PIL import Image
from scipy.ndimage import gaussian_filter

from tests.light_meter import light_meter
from tplab_gui.core.adjustments import NEUTRAL
from tplab_gui.core.errors import LabError
from tplab_gui.core.events.sweep import RankedTransform, RankingSummary
from tplab_gui.core.sweep_plan import Subject
from tplab_gui.vision import sweep_subjects
from tplab_gui.vision.adjust import apply
from tplab_gui.vision.ranking import (
    DIRECTIONS,
    at_distance,
    bootstrap,
    dissimilarity,
    ranking,
    rms,
    summed_up,
)


@pytest.fixture(scope="module")
def rgb():
    """Coloured waves on 48 x 64 pixels: every transform can change them a good deal."""
    y, x = np.mgrid[0:48, 0:64]
    waves = [128 + 110 * np.sin(x / (3 + c) + c) * np.cos(y / (4 - c)) for c in range(3)]
    return np.stack(waves, -1).round().astype(np.uint8)


def ranked(name, group, drops):
    tiny = np.zeros((2, 2, 3), np.uint8)
    mean, spread = float(np.mean(drops)), float(np.std(drops))
    return RankedTransform(name, group, True, 1.0, 0.1, mean, spread, tuple(drops), True, tiny)


def test_that_rms_is_that_of_numpy(rgb):
    other = apply(rgb, NEUTRAL.with_value("hue", 90))
    expected = np.sqrt(np.mean((rgb.astype(float) - other) ** 2)) / 255
    assert rms(rgb, other) == pytest.approx(expected, rel=1e-6)
    assert rms(rgb, rgb) == 0
    assert rms(np.zeros_like(rgb), np.full_like(rgb, 255)) == pytest.approx(1)


def test_that_dissimilarity_is_the_ssim_of_the_paper(rgb):
    other = apply(rgb, NEUTRAL.with_value("noise", 25))

    def grey(pixels):
        return np.asarray(Image.fromarray(pixels).convert("L"), float)

    def mean(values):
        return gaussian_filter(values, 1.5, truncate=5 / 1.5, mode="mirror")

    a, b = grey(rgb), grey(other)
    var_a, var_b, both = (
        mean(a * a) - mean(a) ** 2,
        mean(b * b) - mean(b) ** 2,
        mean(a * b) - mean(a) * mean(b),
    )
    c1, c2 = 2.55**2, 7.65**2
    ssim = (2 * mean(a) * mean(b) + c1) * (2 * both + c2)
    ssim /= (mean(a) ** 2 + mean(b) ** 2 + c1) * (var_a + var_b + c2)
    assert dissimilarity(rgb, other) == pytest.approx(1 - ssim.mean(), abs=0.005)
    assert dissimilarity(rgb, rgb) == pytest.approx(0, abs=1e-6)


@pytest.mark.parametrize(
    "direction", DIRECTIONS, ids=lambda each: f"{each.known.name}-{'up' if each.is_upwards else 'down'}"
)
@pytest.mark.parametrize(("measure", "distance"), [("rms", 0.05), ("ssim", 0.1)])
def test_that_every_transform_is_driven_to_the_common_distance_or_says_that_it_cannot(
    rgb, direction, measure, distance
):
    severity, reached, changed = at_distance(rgb, direction, distance, measure, 3)
    assert reached == pytest.approx({"rms": rms, "ssim": dissimilarity}[measure](rgb, changed))
    assert changed.shape == rgb.shape
    if severity < 1:
        assert reached >= distance
        if direction.known.name not in {"translation-x", "translation-y", "jpeg", "occlusion", "hue"}:
            assert reached == pytest.approx(distance, rel=0.1)  # those move in steps of a pixel or a level
    else:
        assert reached < distance


def test_that_a_meter_of_light_is_harmed_by_light_and_says_so(tmp_path, monkeypatch):
    monkeypatch.setattr(sweep_subjects, "_classifier", lambda *_: light_meter(0.4, 60.0))
    rng = np.random.default_rng(5)
    for number in range(6):
        pixels = np.clip(rng.normal(128, 40, (24, 32, 3)), 0, 255).astype(np.uint8)
        Image.fromarray(pixels).save(tmp_path / f"{number}.png")
    Image.fromarray(np.zeros((24, 32, 3), np.uint8)).save(tmp_path / "black.png")
    events = list(ranking(Subject((str(tmp_path),), target="light"), "rms", 0.15))
    summary = events[-1]
    assert isinstance(summary, RankingSummary)
    assert summary.left_out == ("black.png",)
    assert len(summary.pictures) == 6
    assert (
        len(summary.ranked) == sum(isinstance(event, RankedTransform) for event in events) == len(DIRECTIONS)
    )
    drops = [each.drop for each in summary.ranked]
    assert drops == sorted(drops, reverse=True)
    darker = next(each for each in summary.ranked if (each.name, each.is_upwards) == ("brightness", False))
    assert darker.drop > 0.9
    assert darker.is_reached
    assert darker.distance == pytest.approx(0.15, abs=0.01)
    quarter_turn = next(each for each in summary.ranked if each.name == "hue")
    assert abs(quarter_turn.drop) < 0.2


def test_that_a_difference_beyond_chance_is_established_and_has_a_direction():
    light, geometry = [0.5, 0.6, 0.55, 0.7, 0.5], [0.1, 0.2, 0.1, 0.15, 0.1]
    one = summed_up(
        [ranked("gamma", "light", light), ranked("shear", "geometry", geometry)], (), (), "rms", 0.1
    )
    assert one.established
    assert one.difference == pytest.approx(0.44)
    assert one.sentence.text().startswith("More sensitive to light than to geometry: 57.0 points")
    other = summed_up(
        [ranked("gamma", "light", geometry), ranked("shear", "geometry", light)], (), (), "rms", 0.1
    )
    assert other.sentence.text().startswith("More sensitive to geometry than to light")


def test_that_a_difference_within_chance_or_of_few_pictures_is_not_established():
    wild = [0.9, -0.1, 0.8, 0.0, 0.5, 0.3]
    calm = [0.4] * 6
    within = summed_up(
        [ranked("gamma", "light", wild), ranked("shear", "geometry", calm)], (), (), "rms", 0.1
    )
    few = summed_up([ranked("gamma", "light", [0.9]), ranked("shear", "geometry", [0.0])], (), (), "rms", 0.1)
    for each in (within, few):
        assert not each.established
        assert "not established" in each.sentence.text()
    assert "it takes 5 recognised pictures, here 1" in few.sentence.text()


def test_that_the_bootstrap_interval_is_close_to_the_normal_one():
    values = np.random.default_rng(0).normal(0.2, 0.1, 400)
    low, high = bootstrap(values, 1)
    half = 1.96 * values.std() / 20
    assert (low, high) == pytest.approx((values.mean() - half, values.mean() + half), abs=0.002)
    assert bootstrap(values, 1) == (low, high)


@pytest.mark.parametrize(
    ("measure", "distance"), [("rms", 0), ("rms", 1.0), ("rms", float("nan")), ("mae", 0.1)]
)
def test_that_a_senseless_distance_is_refused(measure, distance):
    with pytest.raises(LabError, match="cannot be"):
        next(ranking(Subject(), measure, distance))


def test_that_pictures_nobody_recognises_cannot_be_ranked(monkeypatch):
    monkeypatch.setattr(sweep_subjects, "_classifier", lambda *_: light_meter(0.9, 50.0))
    with pytest.raises(LabError, match="does not recognise light"):
        list(ranking(Subject(pixels=np.zeros((8, 8, 3), np.uint8), target="light")))
