"""What the live job does with sliders: before the network, on a still and on a frozen picture."""

import numpy as np

from tests.heatmap_network import save_random_builtin
from tplab_gui.core.adjustments import Adjustment
from tplab_gui.core.events.heatmap import HeatmapFrame
from tplab_gui.core.mailbox import Latest
from tplab_gui.core.params import WatchParams
from tplab_gui.vision.adjust import apply
from tplab_gui.vision.cam import heatmaps
from tplab_gui.vision.classify import load_classifier
from tplab_gui.vision.watch import watch


def next_frame(job):
    return next(event for event in job if isinstance(event, HeatmapFrame))


def test_that_a_still_picture_is_changed_mirrored_first_and_the_network_sees_the_change(
    tmp_path, monkeypatch
):
    monkeypatch.setenv("TPLAB_MODELS", str(save_random_builtin(tmp_path)))
    pixels = np.random.default_rng(1).integers(0, 256, (48, 64, 3), np.uint8)
    asked = WatchParams(source="picture", pixels=pixels)
    params = Latest(asked)
    job = watch(params)
    assert np.array_equal(next_frame(job).image, pixels)
    changes = Adjustment.of(gamma=2, occlusion=40, occlusion_x=20)
    params.set(WatchParams(source="picture", pixels=pixels, adjust=changes, is_mirrored=True))
    frame = next_frame(job)
    job.close()
    expected = apply(np.ascontiguousarray(pixels[:, ::-1]), changes)
    assert np.array_equal(frame.image, expected)
    assert abs(frame.score - heatmaps(load_classifier("builtin"), expected, "tennis ball").score) < 1e-6


def test_that_a_frozen_picture_changes_and_comes_back(tmp_path, monkeypatch):
    monkeypatch.setenv("TPLAB_MODELS", str(save_random_builtin(tmp_path)))
    params = Latest(WatchParams())
    job = watch(params)
    next_frame(job)
    changes = Adjustment.of(brightness=0.5)
    params.set(WatchParams(is_frozen=True, adjust=changes))
    changed = next_frame(job)
    params.set(WatchParams(is_frozen=True))
    back = next_frame(job)
    job.close()
    assert np.array_equal(changed.image, apply(back.image, changes))
