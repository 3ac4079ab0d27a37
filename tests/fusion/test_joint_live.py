"""Joint fusion live: a kept run of the study that reads drawing and word together, and what it refuses."""

import shutil
from pathlib import Path

import numpy as np
import pytest
import torch

from tests.kept_runs import make_run
from tests.speech.sources import ClipSource, said, spoken
from tplab_gui.core.errors import LabError, MissingError
from tplab_gui.core.events.common import Notice
from tplab_gui.core.events.digits import DigitScores
from tplab_gui.core.events.moments import MomentChanged
from tplab_gui.core.mailbox import Latest, Mailbox
from tplab_gui.core.params import ListenParams
from tplab_gui.data.digits import load_digit_set
from tplab_gui.fusion import assembly
from tplab_gui.fusion.joint_live import JointReader, _as_clip
from tplab_gui.fusion.listening_runs import fusing_runs
from tplab_gui.fusion.moment import listen
from tplab_gui.fusion.study_runs import network_of
from tplab_gui.training import runs
from tplab_gui.training.pair_stock import Stock

SEVEN = (np.array([[0.2, 0.1], [0.8, 0.08], [0.55, 0.5], [0.42, 0.95]], np.float32),)


@pytest.fixture(scope="module")
def run_dir(study_plan, study_said):
    """The joint-attention run of the little study that this folder's tests share."""
    del study_said  # it trains
    found = fusing_runs(study_plan.run_root).runs
    return next(each.run_dir for each in found if each.strategy == "joint-attention")


@pytest.fixture(scope="module")
def reader(run_dir):
    return JointReader(run_dir)


@pytest.fixture(scope="module")
def pictures():
    digits = load_digit_set("builtin")
    return {
        digit: digits.test_images[digits.test_labels == digit][0].astype(np.float32) / 255
        for digit in range(10)
    }


def test_that_neither_loudness_nor_the_silence_around_a_word_changes_the_answer(reader, pictures):
    word = spoken(3, 8000)
    close, _ = reader.answer(pictures[3], word)
    loud, _ = reader.answer(pictures[3], 3 * word)
    np.testing.assert_allclose(loud, close, atol=1e-4)
    roomy, _ = reader.answer(
        pictures[3], np.concatenate([np.zeros(2000, np.float32), word, np.zeros(900, np.float32)])
    )
    assert np.abs(roomy - close).max() < 0.1


def test_that_it_answers_as_the_network_does_in_its_study(reader, run_dir, pictures):
    """The oracle: the study's own way from a picture and a clip to the network."""
    run = runs.read_run(Path(run_dir))
    stock = Stock(
        torch.empty(0), torch.empty(0), *(tuple(run.config["data"][key]) for key in ("pixels", "decibels"))
    )
    clip = _as_clip(spoken(5, 8000))
    image = torch.from_numpy(pictures[5])[None, None]
    with torch.inference_mode():
        expected = network_of(run)(stock.pair(image, torch.from_numpy(clip)[None])).softmax(dim=1)[0].numpy()
    np.testing.assert_allclose(reader.answer(pictures[5], spoken(5, 8000))[0], expected, atol=1e-6)
    assert np.abs(clip).max() == pytest.approx(0.5)
    assert clip.shape == (8000,)


def test_that_a_missing_half_has_no_attention_and_the_other_all_of_it(reader, pictures):
    scores, attention = reader.answer(pictures[3], None)
    assert attention == (1.0, 0.0)
    assert scores.sum() == pytest.approx(1.0, abs=1e-5)
    assert reader.answer(None, spoken(3, 8000))[1] == (0.0, 1.0)
    both = reader.answer(pictures[3], spoken(3, 8000))[1]
    assert sum(both) == pytest.approx(1.0, abs=1e-6)
    assert 0 < both[0] < 1


def test_that_silence_instead_of_a_word_is_answered_all_the_same(reader, pictures):
    scores, _ = reader.answer(pictures[3], np.zeros(8000, np.float32))
    assert np.isfinite(scores).all()


def test_that_runs_that_fuse_are_found_and_no_others(study_plan, run_dir, tmp_path):
    found = {each.strategy for each in fusing_runs(study_plan.run_root).runs}
    assert found == {"joint-attention", "joint-concat", "early"}
    make_run(tmp_path)
    assert fusing_runs(tmp_path).runs == ()


def test_that_a_run_of_another_experiment_and_one_that_is_gone_are_sentences(tmp_path):
    with pytest.raises(LabError, match="did not learn to fuse"):
        JointReader(make_run(tmp_path))
    with pytest.raises(MissingError):
        JointReader(tmp_path / "gone")


@pytest.fixture
def live(monkeypatch):
    monkeypatch.setattr(assembly, "SETTLE_S", 0.0)
    jobs = []

    def run(folder, is_it):
        params = Latest(ListenParams(source="file", fusion="joint-attention", fusion_run=str(folder)))
        ink = Latest(())
        job = listen(params, ink, Mailbox(), lambda params, say: ClipSource(said([7], 48_000)))
        jobs.append(job)
        ink.set(SEVEN)
        taken = []
        for event in job:
            taken.append(event)
            assert len(taken) < 3000
            if is_it(event):
                return taken
        raise AssertionError("the job ended")

    yield run
    for job in jobs:
        job.close()


def has_both(event):
    return isinstance(event, MomentChanged) and {"image", "audio"} <= set(event.moment.verdict.answers)


def test_that_a_moment_is_fused_by_the_network_with_its_attention(live, run_dir, reader):
    taken = live(run_dir, has_both)
    moment = taken[-1].moment
    expected, attention = reader.answer(moment.image, moment.words[-1].samples)
    assert moment.verdict.strategy == "joint-attention"
    np.testing.assert_allclose(moment.verdict.fused.scores, expected, atol=1e-5)
    assert moment.verdict.weights == pytest.approx(attention)
    assert "late-weighted" in moment.verdict.answers
    fused = [event for event in taken if isinstance(event, DigitScores) and event.source == "fused"]
    assert fused[-1].weight == pytest.approx(attention[0])


def test_that_a_run_that_is_gone_is_told_once_and_the_product_answers(live, run_dir, tmp_path):
    shutil.copytree(run_dir, tmp_path / "copy")
    (tmp_path / "copy" / "best.safetensors").unlink()
    taken = live(tmp_path / "copy", has_both)
    told = [event for event in taken if isinstance(event, Notice) and event.key == "fusion-run"]
    assert len(told) == 1
    assert taken[-1].moment.verdict.strategy == "late-weighted"
    assert taken[-1].moment.digit == 7
