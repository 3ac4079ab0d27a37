"""The reliability map: every pair with what each modality believed, and one pair with what decided it."""

import numpy as np
import pytest

from tests.paired_bench import drained
from tplab_gui.core.errors import LabError
from tplab_gui.core.events.fusion_study import Disturbance, PairEvidence, ReliabilityRead
from tplab_gui.core.studies.strategies import FUSED, NAMES
from tplab_gui.data.sounds import read_sound
from tplab_gui.fusion.pair_evidence import pair_evidence
from tplab_gui.fusion.reliability import reliability
from tplab_gui.fusion.study_runs import benches

SPOILT = Disturbance(sigma=0.5, snr_db=3.0)


@pytest.fixture(scope="module", params=[Disturbance(), SPOILT], ids=["clean", "spoilt"])
def read(study_asked, request) -> ReliabilityRead:
    return list(reliability(study_asked, request.param))[-1]


def test_that_who_is_right_is_counted_once_for_every_pair(read, study_asked):
    assert len(read) == study_asked.pairs == sum(read.counts.values())
    seen, heard = read.image_digit == read.truth, read.sound_digit == read.truth
    assert read.counts["image"] == (seen & ~heard).sum()
    assert read.counts["neither"] == (~seen & ~heard).sum()
    for name in FUSED:
        right = read.answers[name] == read.truth
        assert read.saved[name] == (right & ~(seen & heard)).sum()
        assert read.spoilt[name] == (~right & (seen | heard)).sum()


def test_that_confidences_and_shares_are_such(read):
    for confidence in (read.image_confidence, read.sound_confidence, *read.confidences.values()):
        assert ((confidence >= 0.1 - 1e-6) & (confidence <= 1 + 1e-6)).all()
    assert ((read.image_share >= 0) & (read.image_share <= 1)).all()
    np.testing.assert_allclose(read.attention.sum(axis=1), 1, atol=1e-5)
    assert all("{" not in sentence.text() for sentence in read.sentences)


@pytest.mark.parametrize("index", [0, 41])
def test_that_one_pair_says_the_same_as_its_point_of_the_map(study_asked, read, index):
    (found,) = [e for e in pair_evidence(study_asked, index, read.disturbance) if isinstance(e, PairEvidence)]
    assert found.truth == read.truth[index]
    for name in NAMES:
        assert found.scores[name].argmax() == read.answers[name][index]
        assert found.scores[name].max() == pytest.approx(read.confidences[name][index], abs=1e-4)
    assert found.attention == pytest.approx(tuple(read.attention[index]), abs=1e-4)
    assert found.explained == read.answers["joint-attention"][index]
    shares = np.maximum(found.shares["joint-attention"], 0)
    if shares.sum() > 0:
        assert shares[0] / shares.sum() == pytest.approx(read.image_share[index], abs=1e-3)


def test_that_a_clean_pair_is_the_picture_and_the_clip_it_names(study_asked):
    (found,) = [e for e in pair_evidence(study_asked, 7, Disturbance()) if isinstance(e, PairEvidence)]
    _, (bench,) = drained(benches(study_asked))
    digits = bench.divided.digits
    picture = digits.test_images[found.picture_number - len(digits.train_labels)]
    np.testing.assert_allclose(found.picture, picture / 255, atol=1e-6)
    sound = read_sound(found.clip).samples
    assert found.rate_hz == 8000
    assert abs(np.abs(found.samples).max() - 0.5) < 1e-3
    assert f"{found.truth}_{found.speaker}_" in found.clip
    if len(sound) <= len(found.samples):
        shape = sound / np.abs(sound).max()
        np.testing.assert_allclose(found.samples[: len(sound)] / 0.5, shape, atol=2e-3)


def test_that_heats_fit_what_they_lie_on_and_frequencies_rise(study_asked):
    (found,) = [e for e in pair_evidence(study_asked, 3, Disturbance()) if isinstance(e, PairEvidence)]
    assert found.image_heat.shape == found.picture.shape
    assert found.sound_heat.shape == found.mel.shape == (len(found.centres_hz), 41)
    for heat in (found.image_heat, found.sound_heat):
        assert heat.min() >= 0
        assert heat.max() <= 1
    assert (np.diff(found.centres_hz) > 0).all()
    assert found.centres_hz[-1] < 4000


def test_that_an_absent_half_has_no_share_and_no_heat(study_asked):
    absent = Disturbance(absent="image")
    (found,) = [e for e in pair_evidence(study_asked, 3, absent) if isinstance(e, PairEvidence)]
    assert found.attention == (0.0, 1.0)
    assert all(shares[0] == 0 for shares in found.shares.values())
    assert (found.image_heat == 0).all()


def test_that_a_pair_or_a_seed_that_is_not_there_is_refused(study_asked):
    with pytest.raises(LabError, match="no test pair 90"):
        list(pair_evidence(study_asked, 90, Disturbance()))
    with pytest.raises(LabError, match="Seed 8"):
        list(reliability(study_asked, Disturbance(), 8))
