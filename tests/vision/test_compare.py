"""The comparison of methods, iterated as a generator on a small random network."""

from dataclasses import replace

import numpy as np
import pytest

from tests.heatmap_network import save_random_builtin
from tplab_gui.core.errors import LabError
from tplab_gui.core.events.common import Notice, Progress
from tplab_gui.core.events.compare import (
    ComparedPicture,
    CompareRequest,
    MapQuality,
    MethodHeat,
    MethodRefused,
)
from tplab_gui.core.methods import METHODS, method
from tplab_gui.core.params import WatchParams
from tplab_gui.vision import cam
from tplab_gui.vision.classify import load_classifier
from tplab_gui.vision.compare import compare
from tplab_gui.vision.work import CalledOffError, worked


@pytest.fixture(autouse=True)
def network(tmp_path, monkeypatch):
    monkeypatch.setenv("TPLAB_MODELS", str(save_random_builtin(tmp_path / "models")))


PIXELS = np.random.default_rng(8).integers(0, 255, (64, 96, 3), np.uint8)


def asked(*methods, **changes):
    return replace(CompareRequest("", PIXELS, ("builtin",), methods, WatchParams()), **changes)


def events(request, kind):
    return [event for event in compare(request) if isinstance(event, kind)]


def test_that_every_declared_method_has_a_map_and_its_time():
    keys = tuple(each.key for each in METHODS)
    assert set(keys) == set(cam.METHODS)
    found = events(asked(*keys), MethodHeat | MethodRefused)
    assert [type(each) for each in found] == [MethodHeat] * len(keys)
    assert {each.method for each in found} == set(keys)
    for each in found:
        assert each.ms > 0
        assert each.overlay.shape == PIXELS.shape
        assert each.heatmap.shape == PIXELS.shape[:2]
        assert np.isfinite(each.heatmap).all()


def test_that_the_maps_are_those_of_the_methods_asked_alone():
    for each in events(asked("layercam", "scorecam", "eigencam"), MethodHeat):
        alone = cam.heatmaps(load_classifier("builtin"), PIXELS, "tennis ball", each.method)
        assert np.allclose(each.heatmap, alone.heatmap, atol=1e-5)
        assert each.score == pytest.approx(alone.score, abs=1e-6)


def test_that_the_fast_methods_come_first():
    found = [each.method for each in events(asked("scorecam", "eigencam", "cam"), MethodHeat)]
    assert found == ["cam", "eigencam", "scorecam"]
    assert [method(key).is_slow for key in found] == [False, False, True]


def test_that_the_measures_come_after_all_maps_and_one_for_each():
    request = asked("cam", "layercam", measures=True)
    kinds = [type(e) for e in compare(request) if not isinstance(e, Progress)]
    assert kinds[-4:] == [MethodHeat, MethodHeat, MapQuality, MapQuality]


def test_that_a_network_that_is_missing_is_told_and_the_other_goes_on():
    request = asked("cam", models=("resnet18", "builtin"))
    found = list(compare(request))
    assert any(isinstance(e, Notice) and "resnet18" in str(e.error) for e in found)
    assert [e.model for e in found if isinstance(e, MethodHeat)] == ["builtin"]


def test_that_a_class_that_the_network_does_not_have_is_told():
    found = list(compare(asked("cam", look=WatchParams(target="dragon"))))
    assert any(isinstance(e, Notice) and "dragon" in str(e.error) for e in found)
    assert not any(isinstance(e, ComparedPicture) for e in found)


def test_that_a_method_that_cannot_be_had_is_a_sentence_and_the_rest_goes_on():
    layer = "stages.0"
    found = events(asked("cam", "gradcam", look=WatchParams(layer=layer)), MethodHeat | MethodRefused)
    assert [type(each) for each in found] == [MethodRefused, MethodHeat]
    assert "linear layer" in str(found[0].error)


def test_that_a_picture_that_cannot_be_read_is_the_end():
    with pytest.raises(LabError, match="no file"):
        list(compare(asked("cam", path="nowhere.png", pixels=None)))


def test_that_a_stop_is_felt_in_the_middle_of_a_slow_method():
    reached = []

    def act(go_on):
        share = 0.0
        while share < 1e9:
            share += 1
            go_on(share)
        reached.append("the end")

    job = worked(act, "endless")
    assert isinstance(next(job), Progress)
    job.close()
    assert not reached


def test_that_what_the_work_raises_is_raised_by_the_job():
    def act(_go_on):
        raise LabError("It broke.")

    with pytest.raises(LabError, match="It broke"):
        list(worked(act, "breaking"))


def test_that_work_called_off_has_no_result():
    def act(go_on):
        while True:
            go_on(0.5)

    def run():
        result = yield from worked(act, "unwanted", lambda: False)
        yield ("result", result)

    assert list(run())[-1] == ("result", None)
    assert issubclass(CalledOffError, Exception)
