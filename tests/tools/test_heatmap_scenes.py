"""What the heatmap network is taught: the truth follows the pixels, and no source is on both sides."""

from functools import partial

import numpy as np
import pytest
import torch

from tests.heatmap_network import small_sizes
from tools import heatmap_balls as balls
from tools import heatmap_pool
from tools.heatmap_data import FOLDS, Photo, Sources, Tiny, fold
from tools.heatmap_judge import CALM, answers, auc, choose_threshold, judge, pointing, top1
from tools.heatmap_loss import HeatmapLoss, log_odds
from tools.heatmap_pool import Pool, draw_pool
from tools.heatmap_scenes import KINDS, SceneMaker
from tools.heatmap_start import CLASSES, MEAN, STD, TENNIS_BALL
from tplab_gui.nets.heatmap import HeatmapNet
from tplab_gui.vision.cam import heatmaps
from tplab_gui.vision.classify import Classifier, Preprocessing


def photo(file, seed, boxes=(), label=None):
    rgb = np.random.default_rng(seed).integers(0, 256, (90, 120, 3), dtype=np.uint8)
    return Photo(file, rgb, np.array(boxes, np.float32).reshape(-1, 4), label)


@pytest.fixture(scope="module")
def sources():
    names = np.array(["lemon", "lemon", "tabby", "tabby"])
    return Sources(
        [photo(f"husky_{i}.jpg", i, [(40, 30, 70, 60)], "tennis ball") for i in range(3)]
        + [photo("husky_9.jpg", 9)],
        [photo("golf_ball_001.jpg", 20, label="golf ball")],
        [photo("n1_cup.jpg", 21, label="cup"), photo("n2_tabby.jpg", 22, label="tabby")],
        Tiny(np.random.default_rng(1).integers(0, 256, (4, 64, 64, 3), dtype=np.uint8), names),
    )


@pytest.fixture(scope="module")
def maker(sources):
    return SceneMaker(sources, 64, seed=1, n_renders=6)


def test_that_the_shares_of_the_kinds_sum_to_1():
    assert sum(KINDS.values()) == pytest.approx(1)


@pytest.mark.parametrize("kind", KINDS)
def test_that_the_truth_of_a_scene_agrees_with_its_kind(maker, kind):
    for seed in range(5):
        scene = getattr(maker, "_" + kind.replace(" ", "_"))(np.random.default_rng(seed))
        assert scene.rgb.shape == (64, 64, 3)
        assert scene.rgb.dtype == np.uint8
        assert scene.tennis == (kind in {"boxed", "unboxed", "composite", "rendered"})
        assert (scene.mask is None) == (kind == "unboxed")
        if scene.mask is not None:
            assert scene.mask.shape == (64, 64)
            assert (scene.mask.max() > 0) == scene.tennis


def test_that_the_same_seed_draws_the_same_scene(maker):
    first, second = (maker.draw(np.random.default_rng([1, 2, 3])) for _ in range(2))
    np.testing.assert_array_equal(first.rgb, second.rgb)


def test_that_pasting_changes_the_scene_only_where_it_says():
    rng = np.random.default_rng(0)
    sprite = balls.rendered(1, rng)[0]
    for seed in range(20):
        scene = np.full((96, 96, 3), 128, np.uint8)
        rng = np.random.default_rng(seed)
        mask = balls.paste(scene, sprite, (30.0, 60.0), 24.0, rng)
        assert mask[60, 30] > 0.9
        assert (scene[mask > 0.9] != 128).any(axis=1).mean() > 0.9
        outside = abs(np.mgrid[:96, :96] - np.array([60, 30])[:, None, None]).max(0) > 0.75 * 24 + 4
        assert mask[outside].max() == 0
        assert (scene[outside] == 128).all()


def test_that_a_rendered_ball_is_yellow_green_and_round():
    for sprite in balls.rendered(10, np.random.default_rng(3)):
        inside = sprite[..., :3][sprite[..., 3] > 250].astype(float).mean(0)
        assert inside[1] > inside[2]  # more green than blue
        assert inside[0] > inside[2]
        assert sprite[..., 3].mean() / 255 == pytest.approx(np.pi / 4, rel=0.1)


def test_that_no_photograph_is_trained_on_and_judged_on():
    tiny = Tiny(
        np.arange(10).repeat(64 * 64 * 3).reshape(10, 64, 64, 3).astype(np.uint8), np.array(["cat"] * 10)
    )
    everything = Sources(
        [photo(f"{source}_{i}.jpg", i) for source in ("husky", "balls", "heysalad") for i in range(4)],
        [photo(f"{name}_{i}.jpg", i, label=name) for name in ("golf ball", "football") for i in range(9)],
        [photo(f"n{i}.jpg", i) for i in range(12)],
        tiny,
    )
    halves = [fold(everything, name) for name in FOLDS]
    for part, count in (("tennis", 12), ("balls", 18), ("photos", 12)):
        one, other = ({p.file for p in getattr(half, part)} for half in halves)
        assert one
        assert other
        assert not one & other
        assert len(one | other) == count
    one, other = ({p.file.split("_")[0] for p in half.tennis} for half in halves)
    assert not one & other
    one, other = ({p.label for p in half.balls} for half in halves)
    assert not one & other
    assert sorted(int(i[0, 0, 0]) for half in halves for i in half.tiny.images) == list(range(10))


def test_that_auc_is_the_share_of_pairs_in_the_right_order():
    assert auc(np.array([3.0, 1.0]), np.array([2.0, 0.0])) == 0.75
    assert auc(np.array([1.0]), np.array([1.0])) == 0.5


def test_that_the_threshold_keeps_the_promise_of_calm():
    negative = np.random.default_rng(0).normal(-4, 1, 1000)
    assert CALM >= 0.95
    assert (negative < choose_threshold(negative)).mean() == pytest.approx(CALM, abs=2e-3)


def test_that_pointing_counts_only_balls_of_a_tenth_of_the_short_side():
    far = photo("a.jpg", 1, [(0, 0, 5, 5)])  # 5 of 90 px
    near = photo("b.jpg", 2, [(40, 30, 70, 60)])
    assert pointing([far, near, near], [(50, 50), (50, 50), (80, 50)]) == 0.5


@pytest.fixture(scope="module")
def network():
    """Few channels, all classes."""
    torch.manual_seed(0)
    sizes = small_sizes((8,) * 6, strides=(2, 2, 2, 1, 1, 1))
    return HeatmapNet(len(CLASSES), stem_width=8, head_width=32, **sizes).eval()


def test_that_a_pool_goes_on_with_the_chunk_that_is_missing(sources, network, tmp_path, monkeypatch):
    for name, value in (("CHUNK", 4), ("_BATCH", 2), ("SceneMaker", partial(SceneMaker, n_renders=6))):
        monkeypatch.setattr(heatmap_pool, name, value)
    whole = draw_pool(network, sources, "web", 2, seed=1, work=tmp_path)
    (tmp_path / "pool-web-1.pt").unlink()
    again = draw_pool(network, sources, "web", 2, seed=1, work=tmp_path)
    assert len(whole) == len(again) == 8
    for one, other in zip(whole.parts(), again.parts(), strict=True):
        assert torch.equal(one, other)
    assert whole.teacher.shape == (8, len(CLASSES))
    assert whole.cover.shape[1:] == whole.early.shape[2:] == (10, 10)


def test_that_the_loss_falls_when_it_is_followed(network):
    """Eight noise maps, half with a bright cell: a few steps are enough to tell them apart and to point."""
    criterion = HeatmapLoss()
    early = torch.randn(8, 8, 4, 4) * 0.3
    early[:4, :, 1, 2] += 2
    cover = torch.zeros(8, 4, 4)
    cover[:4, 1, 2] = 1
    tennis = torch.tensor([1.0] * 4 + [0.0] * 4)
    truth = Pool(early, torch.randn(8, len(CLASSES)), tennis, cover, torch.ones(8, dtype=torch.bool))
    optimiser = torch.optim.Adam([*network.parameters(), *criterion.parameters()], 0.01)
    losses = []
    for _ in range(24):
        loss, _ = criterion(network, truth)
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
        losses.append(loss.item())
    assert losses[-1] < 0.5 * losses[0]


def test_that_the_other_classes_cost_nothing_while_they_answer_as_the_teacher(network):
    logits = torch.randn(3, len(CLASSES))
    other = logits.clone()
    other[:, TENNIS_BALL] += 5  # the tennis ball is not the teacher's business
    criterion = HeatmapLoss()
    assert float(criterion._others(other, logits)) == pytest.approx(0, abs=1e-6)
    assert float(criterion._others(other.roll(1, 1), logits)) > 0.1


def test_that_judging_answers_as_the_lab_does(network, sources):
    lab = Classifier("x", network, CLASSES, Preprocessing("fit", 64, (MEAN,) * 3, (STD,) * 3))
    theirs = answers(network, sources.photos, 64)
    for each, odds, peak in zip(sources.photos, theirs.odds, theirs.peaks, strict=True):
        x, _ = lab.preprocess(each.rgb)
        with torch.no_grad():
            assert float(log_odds(network(x))) == pytest.approx(odds, abs=1e-3)
        assert heatmaps(lab, each.rgb, "tennis ball", "gradcam++").peak_xy == pytest.approx(peak)
    assert set(judge(network, sources, 64)) >= {"auc", "mean_source_auc", "pointing", "found", "calm", "top1"}


def test_that_top1_asks_only_what_the_file_names_in_the_networks_words():
    photos = [
        photo("a", 1, label="tabby"),
        photo("b", 1, label="no such class"),
        photo("c", 1, label="LEMON"),
    ]
    assert top1(photos, ["tabby", "tabby", "orange"]) == 0.5


def test_that_log_odds_are_those_of_the_softmax():
    logits = torch.randn(4, len(CLASSES), dtype=torch.float64)
    p = logits.softmax(1)[:, TENNIS_BALL]
    torch.testing.assert_close(log_odds(logits), (p / (1 - p)).log())
