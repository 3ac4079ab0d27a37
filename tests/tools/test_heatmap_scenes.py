"""What the heatmap network is taught: the truth follows the pixels, and no source is on both sides."""

import numpy as np
import pytest
import torch

from tools import heatmap_balls as balls
from tools.heatmap_data import Photo, Split, Tiny, split
from tools.heatmap_judge import auc, choose_threshold, pointing
from tools.heatmap_loss import HeatmapLoss, Truth
from tools.heatmap_scenes import KINDS, SceneMaker
from tplab_gui.nets.heatmap import HeatmapNet

NAMES = ["tennis ball", "golf ball", *(f"ball {i}" for i in range(10)), "lemon", "cat"]


def photo(file, seed, boxes=(), label=None):
    rgb = np.random.default_rng(seed).integers(0, 256, (90, 120, 3), dtype=np.uint8)
    return Photo(file, rgb, np.array(boxes, np.float32).reshape(-1, 4), label)


@pytest.fixture(scope="module")
def maker():
    parts = Split(
        [photo(f"husky_{i}.jpg", i, [(40, 30, 70, 60)], "tennis ball") for i in range(3)]
        + [photo("husky_9.jpg", 9)],
        [
            photo("golf_ball_001.jpg", 20, label="golf ball"),
            photo("n1_cup.jpg", 21),
            photo("n2_cat.jpg", 22, label="cat"),
        ],
        [],
        [],
    )
    tiny = Tiny(
        np.random.default_rng(1).integers(0, 256, (4, 64, 64, 3), dtype=np.uint8), np.array([12, 12, 13, 13])
    )
    return SceneMaker(parts, tiny, NAMES, 64, seed=1, n_renders=6)


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


def test_that_no_source_is_trained_on_and_judged_on():
    tennis = [photo(f"{source}_{i}.jpg", i) for source in ("husky", "balls", "heysalad") for i in range(4)]
    others = [photo(f"{name}_{i}.jpg", i, label=name) for name in ("golf ball", "football") for i in range(9)]
    images = [photo(f"n{i}.jpg", i) for i in range(12)]
    for phase in ("held-out", "final"):
        parts = split(tennis, others, images, phase)
        seen = {p.file for p in [*parts.tennis, *parts.negatives]}
        kept = {p.file for p in [*parts.held_tennis, *parts.held_negatives]}
        assert not seen & kept
        assert len(seen) + len(kept) == 12 + 18 + 12
        assert {f.split("_")[0] for f in seen}.isdisjoint({"heysalad"})
    assert all(p.file.startswith("husky") for p in split(tennis, others, images, "held-out").tennis)


def test_that_auc_is_the_share_of_pairs_in_the_right_order():
    assert auc(np.array([3.0, 1.0]), np.array([2.0, 0.0])) == 0.75
    assert auc(np.array([1.0]), np.array([1.0])) == 0.5


def test_that_the_threshold_keeps_the_promise_of_calm():
    negative = np.random.default_rng(0).normal(-4, 1, 400)
    assert 0.95 < (negative < choose_threshold(negative)).mean() < 0.96


def test_that_pointing_counts_only_balls_of_a_tenth_of_the_short_side():
    far = photo("a.jpg", 1, [(0, 0, 5, 5)])  # 5 of 90 px
    near = photo("b.jpg", 2, [(40, 30, 70, 60)])
    assert pointing([far, near, near], [(50, 50), (50, 50), (80, 50)]) == 0.5


def test_that_the_loss_falls_when_it_is_followed():
    """Eight noise pictures, half with a bright square: two dozen steps are enough to tell them apart and to point."""
    torch.manual_seed(0)
    net = HeatmapNet(len(NAMES), stem_width=16, widths=(16, 16, 32, 32), depths=(1, 1, 1, 1))
    criterion = HeatmapLoss()
    x = torch.randn(8, 3, 64, 64) * 0.3
    x[:4, :, 16:32, 32:48] += 2
    cover = torch.zeros(8, 4, 4)
    cover[:4, 1, 2] = 1
    truth = Truth(
        torch.tensor([1.0] * 4 + [0.0] * 4),
        torch.tensor([-1] * 4 + [12, 12, 13, 13]),
        cover,
        torch.ones(8, dtype=torch.bool),
    )
    optimiser = torch.optim.SGD([*net.parameters(), *criterion.parameters()], 0.05, momentum=0.9)
    losses = []
    for _ in range(24):
        loss, _ = criterion(net, x, truth)
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
        losses.append(loss.item())
    assert losses[-1] < 0.5 * losses[0]
