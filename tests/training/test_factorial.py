import math
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.training.synthetic import curve
from tplab_gui.core.params import SETUPS
from tplab_gui.training.factorial import tabulate

LOSSES = st.floats(0.001, 3)


def groups(ends, seeds=1, noise=0.001):
    return {
        setup: [
            curve(
                [1.0, 0.5, end],
                train=[1.0, 0.6, end],
                again=[1.0, 0.6, end],
                setup=setup,
                seed=s,
                noise=noise,
            )
            for s in range(seeds)
        ]
        for setup, end in zip(SETUPS, ends, strict=True)
    }


@given(LOSSES, LOSSES, LOSSES, LOSSES)
def test_that_the_effects_are_those_of_least_squares(base, swapped, bare, both):
    """Oracle: the linear model y = m + d/2 dropout + s/2 swap + i/2 dropout swap with both factors coded -1, +1."""
    design = np.array([[1, 1, -1, -1], [1, 1, 1, 1], [1, -1, -1, 1], [1, -1, 1, -1]], float)
    _, dropout, swap, interaction = 2 * np.linalg.lstsq(design, np.array([base, swapped, bare, both]))[0]
    test = tabulate(groups((base, swapped, bare, both))).rows[-1]
    assert test.measure == "test"
    assert test.dropout.value == pytest.approx(dropout, abs=1e-9)
    assert test.swap.value == pytest.approx(swap, abs=1e-9)
    assert test.interaction.value == pytest.approx(interaction, abs=1e-9)


def test_that_the_interaction_is_half_of_what_swapping_changes_of_dropouts_effect():
    row = tabulate(groups((0.2, 0.5, 0.3, 1.0))).rows[-1]
    assert row.interaction.value == pytest.approx(((0.5 - 1.0) - (0.2 - 0.3)) / 2)


def test_that_effects_that_only_add_up_do_not_interact():
    row = tabulate(groups((0.2, 0.5, 0.3, 0.6))).rows[-1]
    assert row.dropout.value == pytest.approx(-0.1)
    assert row.swap.value == pytest.approx(0.3)
    assert row.interaction.value == pytest.approx(0)
    assert (row.swap.established, row.interaction.established) == (True, False)


def test_that_the_noise_of_an_effect_is_half_of_the_four_noises_as_squares():
    """The train loss as seen has a standard error of 0.01 in each of the four runs, and a factor of 2."""
    row = tabulate(groups((0.2, 0.5, 0.3, 0.6), noise=0.01)).rows[0]
    assert row.measure == "train"
    assert row.dropout.margin == pytest.approx(math.sqrt(4 * 0.02**2) / 2)


@pytest.mark.parametrize("setup", SETUPS)
def test_that_a_missing_setup_is_named_and_nothing_is_computed(setup):
    some = groups((0.2, 0.5, 0.3, 0.6))
    del some[setup]
    table = tabulate(some)
    assert (table.missing, table.rows) == ((setup,), ())


def test_that_a_run_without_epochs_or_with_a_broken_loss_is_missing():
    some = groups((0.2, 0.5, 0.3, math.nan))
    some["base"] = [replace(some["base"][0], epochs=())]
    assert tabulate(some).missing == ("base", "swapped-no-dropout")


def test_that_runs_of_different_length_are_compared_at_the_last_epoch_all_have():
    some = groups((0.2, 0.5, 0.3, 0.6))
    some["base"] = [curve([1.0, 0.7], setup="base")]
    table = tabulate(some)
    assert table.epoch == 2
    assert table.rows[-1].losses == {
        "base": 0.7,
        "swapped": 0.5,
        "no-dropout": 0.5,
        "swapped-no-dropout": 0.5,
    }


def test_that_the_table_tells_the_fewest_seeds_of_a_setup():
    some = groups((0.2, 0.5, 0.3, 0.6), seeds=3)
    some["base"] = some["base"][:1]
    assert tabulate(some).seeds == 1
