from dataclasses import fields

import pytest

from tplab_gui.core.errors import LabError
from tplab_gui.core.experiments import EXPERIMENTS, find
from tplab_gui.core.params import TrainParams, choices_of


@pytest.mark.parametrize("experiment", EXPERIMENTS.values(), ids=EXPERIMENTS)
def test_that_every_declared_parameter_exists_with_a_range_or_choices_and_has_words(experiment):
    declared = {f.name: f.metadata for f in fields(TrainParams)}
    for parameter in experiment.parameters:
        metadata = declared[parameter.name]
        is_bare = isinstance(getattr(TrainParams, parameter.name), bool | str)  # yes or no, or a path
        assert "low" in metadata or "choices" in metadata or is_bare
        assert parameter.label
        assert parameter.help
        assert len(parameter.options) == len(choices_of(TrainParams, parameter.name))


@pytest.mark.parametrize("experiment", EXPERIMENTS.values(), ids=EXPERIMENTS)
def test_that_the_defaults_make_a_run_whose_learning_rate_lies_on_the_slider(experiment):
    params = experiment.params("runs")
    assert params.experiment == experiment.name
    assert params.setup in experiment.setups
    assert experiment.lr_slider[0] <= params.lr <= experiment.lr_slider[1]
    assert all(experiment.default(name) == getattr(params, name) for name in experiment.defaults)


def test_that_the_spoken_defaults_are_those_of_the_report_but_for_scaling_and_how_fast_it_learns():
    params = find("spoken-digits").params("runs")
    assert (params.lr, params.momentum, params.batch_size, params.epochs, params.gamma) == (
        0.005,
        0.9,
        10,
        30,
        0.95,
    )
    assert (params.preset, params.scaling) == ("one-second", "levelled")


def test_that_what_is_asked_for_wins_over_a_default():
    assert find("spoken-digits").params("runs", epochs=3).epochs == 3


def test_that_a_setup_an_experiment_does_not_have_is_refused():
    with pytest.raises(LabError, match="no setup called no-dropout"):
        find("spoken-digits").refuse_other_setup("no-dropout")


def test_that_an_unknown_experiment_and_an_unknown_choice_name_those_there_are():
    with pytest.raises(LabError, match="mnist-loss, spoken-digits"):
        find("tasting")
    with pytest.raises(LabError, match=r"preset cannot be long.*one-second, report"):
        TrainParams("runs", preset="long")
