from dataclasses import FrozenInstanceError, fields

import pytest

from tplab_gui.core.errors import LabError
from tplab_gui.core.params import ListenParams, TrainParams, WatchParams, range_of


@pytest.mark.parametrize("kind", [TrainParams, ListenParams, WatchParams])
def test_that_every_default_lies_in_its_range(kind):
    for field in fields(kind):
        if "low" in field.metadata:
            low, high = range_of(kind, field.name)
            assert low <= field.default <= high, field.name


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("epochs", 0),
        ("epochs", 1001),
        ("batch_size", 0),
        ("lr", 0.0),
        ("lr", float("nan")),
        ("seed", -1),
        ("gamma", 1.1),
    ],
)
def test_that_a_value_out_of_range_is_named_with_its_range(name, value):
    with pytest.raises(LabError, match=f"{name} is .* must lie between"):
        TrainParams(run_root="runs", **{name: value})


def test_that_a_learning_rate_of_a_million_may_be_tried():
    assert TrainParams(run_root="runs", lr=1e6).lr == 1e6


def test_that_the_defaults_are_those_of_the_usual_mnist_example():
    params = TrainParams(run_root="runs")
    assert (params.epochs, params.batch_size, params.lr, params.gamma, params.seed) == (14, 64, 1.0, 0.7, 1)
    assert (params.dropout_features, params.dropout_hidden) == (0.25, 0.5)


def test_that_parameters_cannot_change_under_a_running_job():
    with pytest.raises(FrozenInstanceError):
        TrainParams(run_root="runs").lr = 2.0
