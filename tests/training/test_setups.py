import numpy as np
import pytest
import torch

from tplab_gui.core.errors import LabError
from tplab_gui.data.digits import load_digit_set
from tplab_gui.training.setups import SETUPS, arrange, build, find


def test_that_the_four_setups_are_those_of_the_report():
    factors = {name: (setup.is_swapped, setup.has_dropout) for name, setup in SETUPS.items()}
    assert factors == {
        "base": (False, True),
        "swapped": (True, True),
        "no-dropout": (False, False),
        "swapped-no-dropout": (True, False),
    }


def test_that_all_setups_of_one_seed_start_from_the_same_weights(tiny):
    states = [build(setup, tiny).state_dict() for setup in SETUPS.values()]
    for state in states[1:]:
        assert all(torch.equal(state[key], states[0][key]) for key in states[0])


def test_that_another_seed_gives_other_weights(tiny):
    from dataclasses import replace

    first, other = build(find("base"), tiny), build(find("base"), replace(tiny, seed=2))
    assert not torch.equal(first.fc1.weight, other.fc1.weight)


def test_that_building_a_network_leaves_other_random_draws_alone(tiny):
    torch.manual_seed(7)
    expected = torch.rand(3)
    torch.manual_seed(7)
    build(find("base"), tiny)
    assert torch.equal(torch.rand(3), expected)


def test_that_swapped_learns_from_the_test_pictures():
    digits = load_digit_set("builtin")
    swapped = arrange(find("swapped"), digits)
    assert np.array_equal(swapped.train_images, digits.test_images)
    assert np.array_equal(swapped.test_labels, digits.train_labels)


@pytest.mark.parametrize(("name", "is_same"), [("no-dropout", True), ("base", False)])
def test_that_learning_and_measuring_see_the_same_network_only_without_dropout(tiny, name, is_same):
    network, image = build(find(name), tiny), torch.rand(4, 1, 28, 28)
    with torch.no_grad():
        assert torch.equal(network.train()(image), network.eval()(image)) is is_same


def test_that_an_unknown_setup_names_those_there_are():
    with pytest.raises(LabError, match="swapped-no-dropout"):
        find("inverse")
