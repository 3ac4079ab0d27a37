import math

import pytest
import torch

from tplab_gui.core.errors import LabError
from tplab_gui.core.experiments import EXPERIMENTS
from tplab_gui.training.batches import chosen
from tplab_gui.training.experiments import RECIPES
from tplab_gui.training.ledger import observe, shapes


def ledger(name="spoken-digits", **given):
    return shapes(EXPERIMENTS[name].params("runs", **given))


def test_that_the_ledger_explains_the_reports_38_x_19_x_10():
    found = ledger(preset="report")
    assert [row.shape for row in found.rows] == [
        (48_000,),
        (128, 241),
        (1, 128, 241),
        (10, 41, 79),
        (10, 41, 79),
        (10, 19, 38),
        (10, 19, 38),
        (7220,),
        (10,),
    ]
    assert found.parameters == 75_220
    assert [row.parameters for row in found.rows if row.parameters] == [500, 2510, 72_210]
    assert "(79 - 5) / 2 + 1 = 38" in found.rows[5].reason


@pytest.mark.parametrize("name", EXPERIMENTS)
def test_that_every_parameter_is_counted_once_and_every_row_gives_a_reason(name):
    found = ledger(name)
    network = RECIPES[name].network(EXPERIMENTS[name].params("runs"))
    assert sum(row.parameters for row in found.rows) == found.parameters
    assert found.parameters == sum(p.numel() for p in network.parameters())
    assert all(row.reason and "{" not in row.reason for row in found.rows)
    assert found.rows[-1].shape == (10,)


def test_that_the_loss_studys_network_has_the_shapes_and_1199882_parameters_of_the_example():
    found = ledger("mnist-loss")
    kinds = [(row.kind, row.shape) for row in found.rows if row.kind not in {"relu", "dropout"}]
    assert kinds == [
        ("data", (28, 28)),
        ("data", (1, 28, 28)),
        ("conv2d", (32, 26, 26)),
        ("conv2d", (64, 24, 24)),
        ("max_pool2d", (64, 12, 12)),
        ("flatten", (9216,)),
        ("linear", (128,)),
        ("linear", (10,)),
        ("log_softmax", (10,)),
    ]
    assert found.parameters == 1_199_882


def test_that_the_stations_before_the_network_are_those_of_a_real_example():
    params = EXPERIMENTS["spoken-digits"].params("runs", limit=4)
    steps = RECIPES["spoken-digits"].load(params, torch.device("cpu"))
    while True:
        try:
            next(steps)
        except StopIteration as end:
            data = end.value
            break
    example, _ = data.train.take(torch.from_numpy(chosen(1, 0)))
    assert tuple(example.shape[1:]) == data.shape == shapes(params).rows[2].shape


def test_that_a_setting_that_cannot_pass_shows_how_far_it_comes_and_why():
    found = ledger(clip_samples=2779)
    assert [row.shape for row in found.rows] == [(2779,), (128, 14), (1, 128, 14)]
    assert "a kernel of 5 does not fit into 3" in str(found.refusal)


def test_that_a_network_of_other_layers_is_read_too():
    network = torch.nn.Sequential(
        torch.nn.Conv2d(1, 2, 3), torch.nn.MaxPool2d(2), torch.nn.Flatten(), torch.nn.Linear(2, 4)
    )
    rows = observe(network, torch.zeros(1, 1, 4, 4))
    assert [(row.kind, row.name, row.shape) for row in rows] == [
        ("conv2d", "0", (2, 2, 2)),
        ("max_pool2d", "", (2, 1, 1)),
        ("flatten", "", (2,)),
        ("linear", "3", (4,)),
    ]


def test_that_looking_at_a_network_changes_nothing_of_other_random_draws():
    torch.manual_seed(3)
    expected = torch.rand(2)
    torch.manual_seed(3)
    ledger()
    assert torch.equal(torch.rand(2), expected)


def test_that_an_experiment_that_does_not_exist_is_named():
    from dataclasses import replace

    with pytest.raises(LabError, match="no experiment called tasting"):
        shapes(replace(EXPERIMENTS["mnist-loss"].params("runs"), experiment="tasting"))


@pytest.mark.parametrize("encoder", ["cnn", "rnn"])
@pytest.mark.parametrize("setup", EXPERIMENTS["fusion"].setups)
def test_that_every_number_of_a_fusion_networks_reasons_is_true(setup, encoder):
    found = ledger("fusion", setup=setup, sound_encoder=encoder)
    assert sum(row.parameters for row in found.rows) == found.parameters
    for row in found.rows:
        _, is_formula, formula = row.reason.rpartition(": ")
        if row.kind in {"conv2d", "max_pool2d"} and is_formula:
            left, right = formula.rpartition("become ")[2].replace(" x ", " * ").split(" = ")
            assert math.floor(eval(left)) == int(right) == row.shape[-1]
