import pytest
import torch

from tplab_gui.core.errors import LabError
from tplab_gui.core.experiments import EXPERIMENTS
from tplab_gui.training.experiments import RECIPES, recipe


def test_that_every_declared_experiment_has_a_recipe_and_none_is_without_declaration():
    assert set(RECIPES) == set(EXPERIMENTS)


@pytest.mark.parametrize("name", RECIPES)
def test_that_the_initial_weights_depend_on_the_seed_only(name):
    def weights(**given):
        torch.rand(1)  # whatever else is drawn
        return torch.cat(
            [p.flatten() for p in recipe(name).network(EXPERIMENTS[name].params("r", **given)).parameters()]
        )

    assert torch.equal(weights(), weights(lr=0.5, batch_size=7))
    assert not torch.equal(weights(), weights(seed=2))


def test_that_spoken_digits_learn_by_sgd_and_the_loss_study_by_adadelta():
    made = {}
    for name in RECIPES:
        params = EXPERIMENTS[name].params("runs")
        made[name] = RECIPES[name].optimiser(RECIPES[name].network(params).parameters(), params)
    group = made["spoken-digits"].param_groups[0]
    assert isinstance(made["spoken-digits"], torch.optim.SGD)
    assert (group["lr"], group["momentum"]) == (0.005, 0.9)
    assert isinstance(made["mnist-loss"], torch.optim.Adadelta)


def test_that_an_unknown_experiment_names_those_there_are():
    with pytest.raises(LabError, match="spoken-digits"):
        recipe("tasting")
