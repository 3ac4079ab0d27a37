import math
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from tests.training.synthetic import curve, falling, u_shaped
from tplab_gui.training import findings

KINDS = ["overfitting", "plateau", "first-drop", "gap", "divergence"]


def found(kind, *curves):
    return next(each for each in findings.read(curves) if each.kind == kind)


def noisy(values, spread, seed=1):
    return values + np.random.default_rng(seed).normal(0, spread, len(values))


@pytest.mark.parametrize("rate", [0.8, 1.5, 2.5])
def test_that_the_plateau_of_an_exponential_fall_is_where_5_percent_are_left(rate):
    """exp(-(e - 1) / rate) falls to 0.05 at e = 1 + rate ln 20."""
    plateau = found("plateau", curve(noisy(falling(16, rate=rate), 0.0003)))
    assert plateau.established
    assert abs(plateau.epoch - (1 + rate * math.log(20))) <= 1


def test_that_a_curve_that_still_falls_has_no_plateau():
    plateau = found("plateau", curve(np.linspace(1.0, 0.1, 12)))
    assert (plateau.established, plateau.epoch) == (False, None)
    assert "still falls" in plateau.sentence.text()


def test_that_a_flat_curve_has_no_plateau_because_it_never_fell():
    assert not found("plateau", curve(noisy(np.full(12, 0.5), 0.01))).established


def test_that_a_test_loss_that_rises_again_has_no_plateau():
    plateau = found("plateau", curve(u_shaped(14, 4)))
    assert (plateau.established, plateau.epoch) == (False, None)
    assert "rises again" in plateau.sentence.text()


@pytest.mark.parametrize("lowest", [2, 3, 5, 8])
def test_that_overfitting_begins_at_the_minimum_of_a_u_shaped_test_loss(lowest):
    onset = found("overfitting", curve(noisy(u_shaped(14, lowest), 0.001)))
    assert onset.established
    assert onset.epoch == lowest
    assert f"from epoch {lowest + 1}" in onset.sentence.text()


def test_that_a_rise_smaller_than_the_noise_is_not_established_and_both_numbers_are_told():
    zigzag = 0.02 * (-1.0) ** np.arange(1, 15)
    onset = found("overfitting", curve(u_shaped(14, 5, slope=0.0001) + zigzag))
    assert not onset.established
    assert "No overfitting established" in onset.sentence.text()
    assert onset.evidence["rise"] < onset.evidence["noise"]


def test_that_a_flat_noisy_curve_is_seldom_called_overfitting():
    """The lowest of many values is low by luck; without the correction a quarter of these would be found."""
    draws = [curve(noisy(np.full(14, 0.5), 0.01, seed)) for seed in range(200)]
    assert sum(found("overfitting", each).established for each in draws) <= 10


def test_that_a_minimum_at_the_last_epochs_is_no_overfitting_yet():
    onset = found("overfitting", curve([0.5, 0.4, 0.3, 0.2, 0.1, 0.2]))
    assert not onset.established
    assert "too near the end" in onset.sentence.text()


def test_that_a_test_loss_that_rises_with_the_train_loss_is_not_called_overfitting():
    rising = u_shaped(10, 4)
    onset = found("overfitting", curve(rising, train=rising))
    assert not onset.established
    assert "rose too" in onset.sentence.text()


def test_that_three_seeds_establish_a_rise_that_all_of_them_show():
    shape = u_shaped(9, 4, slope=0.01)
    runs = [curve(noisy(shape, 0.002, seed), seed=seed) for seed in range(3)]
    assert found("overfitting", *runs).epoch == 4


def test_that_the_first_drop_is_the_ratio_of_the_first_two_train_losses():
    drop = found("first-drop", curve(falling(6), train=[0.9, 0.3, 0.2, 0.15, 0.12, 0.1]))
    assert (drop.established, drop.epoch) == (True, 2)
    assert drop.evidence["ratio"] == pytest.approx(3.0)
    assert drop.evidence["share"] == pytest.approx(0.6 / 0.8)


def test_that_a_first_drop_within_the_noise_of_the_batches_is_not_established():
    drop = found("first-drop", curve(falling(6), train=np.linspace(0.50, 0.45, 6), noise=0.02))
    assert not drop.established


def test_that_the_gap_is_test_less_train_without_dropout():
    gap = found("gap", curve([0.5, 0.3, 0.25], train=[1, 0.9, 0.8], again=[0.4, 0.2, 0.1]))
    assert gap.established
    assert gap.evidence["gap"] == pytest.approx(0.15)
    assert "above" in gap.sentence.text()


def test_that_a_test_loss_below_the_train_loss_is_said_as_it_is():
    gap = found("gap", curve(falling(8, floor=0.1), again=falling(8, floor=0.4)))
    assert gap.established
    assert "below" in gap.sentence.text()


def test_that_a_loss_that_is_no_number_is_the_only_finding():
    all_found = findings.read([curve([0.5, math.nan, 0.4])])
    assert [(each.kind, each.epoch, each.established) for each in all_found] == [("divergence", 2, True)]


def test_that_a_diverged_run_broke_in_the_epoch_after_its_last_whole_one():
    assert found("divergence", curve(falling(3), state="diverged")).epoch == 4
    (only,) = findings.read([curve([], state="diverged")])
    assert only.epoch == 1


def test_that_a_network_that_is_worse_than_guessing_and_worse_than_at_first_unlearns():
    broken = found("divergence", curve(falling(4), train=[1.0, 1.5, 2.2, 2.9]))
    assert broken.established
    assert "unlearns" in broken.sentence.text()


def test_that_one_epoch_establishes_neither_drop_nor_plateau_nor_overfitting():
    found_ = {each.kind: each for each in findings.read([curve([0.4])])}
    assert list(found_) == KINDS
    assert not any(
        found_[kind].established for kind in ("divergence", "overfitting", "plateau", "first-drop")
    )


def test_that_two_epochs_establish_the_drop_and_no_more_than_the_gap():
    names = {each.kind for each in findings.read([curve([0.4, 0.2])]) if each.established}
    assert "first-drop" in names
    assert names <= {"first-drop", "gap"}


def test_that_nothing_is_found_before_the_first_epoch():
    assert findings.read([]) == ()
    assert findings.read([curve([])]) == ()


def test_that_the_gravest_finding_comes_first():
    overfitted = findings.read([curve(u_shaped(14, 4))])
    assert findings.headline(overfitted).kind == "overfitting"
    assert findings.headline(findings.read([curve(falling(16))])).kind == "plateau"
    assert findings.headline(()) is None


@given(arrays.arrays(float, st.integers(1, 20), elements=st.floats(0, 100)))
def test_that_any_finite_curve_gives_every_finding_with_whole_sentences(test):
    all_found = findings.read([curve(test)])
    assert [each.kind for each in all_found] == KINDS
    for each in all_found:
        assert "{" not in each.sentence.text()
        assert each.epoch is None or 1 <= each.epoch <= len(test)


@given(st.lists(st.one_of(st.floats(0, 5), st.just(math.nan), st.just(math.inf)), min_size=1, max_size=12))
def test_that_a_curve_diverges_exactly_where_its_first_bad_number_is(test):
    bad = [epoch for epoch, loss in enumerate(test, 1) if not math.isfinite(loss)]
    divergence = found("divergence", curve(test))
    assert divergence.epoch == (bad[0] if bad else None)


@given(st.integers(2, 12), st.floats(0.001, 0.2), st.floats(0.1, 10))
def test_that_findings_do_not_depend_on_the_unit_of_the_loss(lowest, slope, unit):
    """Nats or bits: everything scales together, the noise too."""
    shape = u_shaped(16, lowest, slope)
    one = curve(shape, train=np.linspace(0.1, 0.01, 16), noise=1e-4)
    scaled = curve(unit * shape, train=unit * np.linspace(0.1, 0.01, 16), noise=unit * 1e-4)
    first, second = findings.read([one]), findings.read([scaled])
    assert [(e.kind, e.epoch, e.established) for e in first[:4]] == [
        (e.kind, e.epoch, e.established) for e in second[:4]
    ]


def at_chance(epochs, accuracy, classes=10):
    made = curve(np.full(epochs, 2.302), train=np.full(epochs, 2.303))
    ends = tuple(replace(end, train_accuracy=accuracy, test_accuracy=accuracy) for end in made.epochs)
    return replace(made, epochs=ends, classes=classes)


def test_that_a_network_that_only_guesses_is_told_first_with_both_shares():
    said = findings.headline(findings.read([at_chance(5, 0.11)]))
    assert (said.kind, said.established) == ("guessing", True)
    assert "after 5 epochs 11 % are right, and guessing gives 10 %" in said.sentence.text()


@pytest.mark.parametrize(("epochs", "accuracy", "classes"), [(5, 0.3, 10), (1, 0.1, 10), (5, 0.11, 200)])
def test_that_what_learns_or_has_barely_begun_is_not_called_guessing(epochs, accuracy, classes):
    assert "guessing" not in {each.kind for each in findings.read([at_chance(epochs, accuracy, classes)])}


def test_that_what_guessing_costs_depends_on_the_number_of_classes():
    rising = replace(curve(falling(4), train=[4.0, 4.5, 4.8, 5.0]), classes=200)
    assert not findings.divergence([rising]).established
    assert findings.divergence([replace(rising, classes=10)]).established
