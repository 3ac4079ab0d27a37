"""The maps: every cell as if it were measured alone, extremes that late fusion bears exactly, verdicts that count."""

import numpy as np
import pytest

from tests.paired_bench import drained
from tplab_gui.core.events.fusion_study import Disturbance, RobustnessRead, StudyStep
from tplab_gui.core.studies.strategies import NAMES
from tplab_gui.fusion import robustness as subject
from tplab_gui.fusion import study
from tplab_gui.fusion.study_runs import benches


@pytest.fixture(scope="module")
def said(study_asked):
    """Ask a smaller map: its size changes nothing of what is claimed."""
    with pytest.MonkeyPatch.context() as patch:
        severities = {"noise": (0.0, 0.6), "hidden": (0.0, 0.3)}
        patch.setattr(subject, "SNRS_DB", (40.0, 0.0))
        patch.setattr(subject, "SOUNDS", tuple(Disturbance(snr_db=each) for each in (40.0, 0.0)))
        patch.setattr(subject, "SEVERITIES", severities)
        damages = {
            "noise": tuple(Disturbance(sigma=each) for each in severities["noise"]),
            "hidden": tuple(Disturbance(hidden=each) for each in severities["hidden"]),
        }
        patch.setattr(subject, "DAMAGES", damages)
        return list(subject.robustness(study_asked))


@pytest.fixture(scope="module")
def read(said) -> RobustnessRead:
    return said[-1]


@pytest.mark.parametrize(
    ("damage", "row", "column", "disturbance"),
    [
        ("noise", 1, 1, Disturbance(sigma=0.6, snr_db=0.0)),
        ("hidden", 1, 0, Disturbance(hidden=0.3, snr_db=40.0)),
    ],
)
def test_that_a_cell_is_what_the_strategies_answer_there(study_asked, read, damage, row, column, disturbance):
    _, (bench,) = drained(benches(study_asked))
    image, sound = drained(study.halves(bench.networks, bench.test, disturbance, bench.seed))
    answers = study.answers(bench.networks, image, sound, bench.calibration)
    found = next(each for each in read.maps if each.damage == damage)
    for name in NAMES:
        expected = answers.right(name, bench.labels).mean()
        assert found.accuracy[name][row, column] == pytest.approx(expected, abs=1e-6)
        assert found.low[name][row, column] <= expected <= found.high[name][row, column]
        place = found.severities[row], found.snrs_db[column]
        assert found.at(name, *place) == pytest.approx(expected, abs=1e-6)
        assert found.is_measured(*place)


def test_that_between_cells_the_map_says_that_it_was_not_measured(read):
    found = read.maps[0]
    assert not found.is_measured(0.3, 0.0)
    ends = found.accuracy["early"][:, 1]
    assert found.at("early", 0.3, 0.0) == pytest.approx(ends.mean(), abs=1e-6)


def test_that_image_and_sound_alone_know_nothing_of_the_other_damage(read):
    for each in read.maps:
        assert (each.accuracy["image"] == each.accuracy["image"][:, :1]).all()
        assert (each.accuracy["audio"] == each.accuracy["audio"][:1]).all()


def test_that_late_fusion_loses_nothing_when_a_half_is_absent(read):
    for extreme in read.extremes:
        left = "audio" if extreme.lost == "image" else "image"
        assert extreme.loss[left] == 0
        for name in NAMES:
            assert extreme.loss[name] == pytest.approx(extreme.accuracy[left] - extreme.accuracy[name])
        if extreme.how == "absent":
            assert [extreme.loss[name] for name in study.LATE] == [0, 0, 0]
    assert {(each.lost, each.how) for each in read.extremes} == set(subject.EXTREMES)


def test_that_progress_reaches_its_end(said):
    steps = [event for event in said if isinstance(event, StudyStep) and event.what == "answers"]
    assert [step.done for step in steps] == list(range(1, steps[-1].total + 1))


def test_that_only_an_established_loss_makes_a_cell_worse():
    random = np.random.default_rng(0)
    good, bad = random.random(400) < 0.95, random.random(400) < 0.5
    for best, expected in ((bad, True), (good, False)):
        right = dict.fromkeys(NAMES, bad) | {"image": good, "late-weighted": best}
        measured = [
            {
                (damage, row, column): right
                for damage, severities in subject.SEVERITIES.items()
                for row in range(len(severities))
                for column in range(len(subject.SNRS_DB))
            }
        ]
        worse = subject._worse_cells(measured, [np.arange(400)], "late-weighted")
        assert bool(worse) is expected


def test_that_sentences_can_be_filled_in(read):
    assert all("{" not in sentence.text() for sentence in read.sentences)
