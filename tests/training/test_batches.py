from dataclasses import replace

import numpy as np
import pytest
import torch

from tplab_gui.core.errors import LabError
from tplab_gui.data.digits import load_digit_set
from tplab_gui.training.batches import Pictures, check, chosen, order, scale_of, seed_of


def test_that_a_batch_is_normalised_as_the_formula_says():
    images = np.random.default_rng(1).integers(0, 256, (5, 28, 28), dtype=np.uint8)
    pictures = Pictures(images, np.arange(5, dtype=np.uint8), 0.1307, 0.3081, torch.device("cpu"))
    batch, labels = pictures.take(torch.tensor([3, 0]))
    expected = (images[[3, 0], None] / 255.0 - 0.1307) / 0.3081
    assert batch.shape == (2, 1, 28, 28)
    np.testing.assert_allclose(batch.numpy(), expected, atol=1e-6)
    assert labels.tolist() == [3, 0]


def test_that_an_epoch_meets_every_picture_once_in_an_order_of_its_own():
    first, second = (order(100, 1, epoch, shuffle=True) for epoch in (1, 2))
    assert sorted(first.tolist()) == list(range(100))
    assert first.tolist() != second.tolist()
    assert torch.equal(first, order(100, 1, 1, shuffle=True))


def test_that_epoch_2_of_seed_1_is_not_epoch_1_of_seed_2():
    assert seed_of(1, 2, "order") != seed_of(2, 1, "order")


def test_that_without_shuffling_the_order_is_that_of_the_set():
    assert order(5, 1, 3, shuffle=False).tolist() == [0, 1, 2, 3, 4]


def test_that_a_limit_takes_distinct_pictures_and_0_takes_all():
    assert len(set(chosen(1000, 50).tolist())) == 50
    assert len(chosen(1000, 0)) == len(chosen(1000, 2000)) == 1000


def test_that_a_set_is_normalised_by_its_own_mean_and_deviation():
    digits = load_digit_set("builtin")
    mean, std = scale_of(digits)
    scaled = (digits.train_images / 255.0 - mean) / std
    assert abs(scaled.mean()) < 1e-9
    assert scaled.std() == pytest.approx(1)
    assert scale_of(replace(digits, name="mnist")) == (0.1307, 0.3081)


def test_that_a_set_of_one_class_is_refused():
    digits = load_digit_set("builtin")
    with pytest.raises(LabError, match="same class"):
        check(replace(digits, train_labels=np.full_like(digits.train_labels, 3)))
