import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from tests.training.synthetic import BATCHES, curve, falling
from tplab_gui.training.curves import LearningCurve, Measure, from_run, roughness, student
from tplab_gui.training.runs import read_run


def test_that_the_noise_of_the_train_loss_is_the_standard_error_over_its_batches():
    one = curve(falling(6), noise=0.01)
    assert Measure([one], "train_loss").margin_at(2) == pytest.approx(2.0 * 0.01)
    assert Measure([one], "train_loss").margin_between(0, 5) == pytest.approx(2.0 * 0.01 * np.sqrt(2))


def test_that_the_synthetic_batches_have_the_noise_they_were_asked_for():
    losses = curve(falling(3), noise=0.01).batch_losses[0]
    assert losses.std(ddof=1) / np.sqrt(BATCHES) == pytest.approx(0.01)


def test_that_roughness_recovers_the_spread_of_independent_noise():
    draws = np.random.default_rng(3).normal(0.5, 0.01, (1, 4000))
    assert roughness(draws) == pytest.approx(0.01, rel=0.1)


def test_that_a_straight_curve_has_no_roughness_and_two_epochs_show_none():
    assert roughness(np.linspace(1, 0, 9)) == pytest.approx(0, abs=1e-12)
    assert roughness(np.array([1.0, 0.2])) == 0.0


def test_that_three_seeds_give_the_standard_error_over_seeds_and_students_factor():
    ends = (0.10, 0.12, 0.17)
    runs = [curve([1, 0.5, end], seed=seed) for seed, end in enumerate(ends)]
    error = np.std(ends, ddof=1) / np.sqrt(3)
    assert Measure(runs, "test_loss").margin_at(-1) == pytest.approx(4.30 * error)
    assert Measure(runs, "test_loss").values[-1] == pytest.approx(0.13)


def test_that_what_all_seeds_share_is_no_noise_between_two_epochs_of_theirs():
    runs = [curve([1 + shift, 0.5 + shift], seed=shift) for shift in (0, 1, 2)]
    assert Measure(runs, "test_loss").margin_between(0, 1) == pytest.approx(0)
    assert Measure(runs, "test_loss").margin_at(1) > 0.5


def test_that_only_the_epochs_that_all_runs_have_are_compared():
    assert len(Measure([curve(falling(9)), curve(falling(6), seed=2)], "test_loss").values) == 6


def test_that_students_factor_falls_to_that_of_a_large_sample():
    assert [student(n) for n in (1, 2, 10, 11, 500)] == [12.71, 4.30, 2.23, 2.0, 2.0]


def test_that_a_run_on_disk_gives_its_batches_and_what_may_be_compared_with_it(tiny, train):
    ends = [train(replace(tiny, setup=setup, seed=seed))[-1] for setup, seed in (("base", 1), ("swapped", 2))]
    first, second = (from_run(read_run(Path(end.run_dir))) for end in ends)
    assert [len(losses) for losses in first.batch_losses] == [3, 3]
    assert first.epochs[0].train_loss == pytest.approx(float(first.batch_losses[0].mean()))
    assert first.conditions == second.conditions
    assert json.loads(first.conditions)["limit"] == 96
    other = from_run(read_run(Path(train(replace(tiny, batch_size=16))[-1].run_dir)))
    assert other.conditions != first.conditions


def test_that_a_curve_without_known_batches_still_has_its_roughness():
    bare = LearningCurve("base", 1, curve([0.5, 0.3, 0.4, 0.2, 0.3, 0.1, 0.2]).epochs)
    assert Measure([bare], "train_loss").margin_between(0, 1) == pytest.approx(
        0, abs=1e-12
    )  # a straight line
    assert Measure([bare], "test_loss").margin_between(0, 1) > 0.1
