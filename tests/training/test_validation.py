from dataclasses import replace

import numpy as np
import pytest
import torch

from tplab_gui.core.errors import LabError
from tplab_gui.core.events.training import RunStarted
from tplab_gui.training import runs
from tplab_gui.training.batches import Exhibit, Material, Pictures
from tplab_gui.training.validation import hold_back


def numbered(size: int) -> Material:
    """Give pictures whose every point is their own number."""
    images = np.repeat(np.arange(size, dtype=np.uint8), 28 * 28).reshape(size, 28, 28)
    part = Pictures(images, np.zeros(size, np.uint8), 0.0, 1 / 255, torch.device("cpu"))
    return Material(
        "", "", "", (1, 28, 28), {}, part, part, part, lambda place: Exhibit(place, images[place])
    )


def numbers(examples) -> list[int]:
    images, _ = examples.take(slice(0, len(examples)))
    return images[:, 0, 0, 0].round().int().tolist()


def test_that_every_example_is_either_learnt_from_or_held_back():
    parts = hold_back(numbered(50), 0.2)
    train, held = numbers(parts.train), numbers(parts.test)
    assert sorted(train + held) == list(range(50))
    assert len(held) == 10
    assert set(numbers(parts.train_again)) <= set(train)


def test_that_a_part_gives_the_asked_examples_by_number_and_by_slice():
    part = hold_back(numbered(50), 0.2).train
    every = numbers(part)
    assert part.take(torch.tensor([3, 0]))[0][:, 0, 0, 0].round().int().tolist() == [every[3], every[0]]
    assert part.take(slice(5, 7))[0][:, 0, 0, 0].round().int().tolist() == every[5:7]


def test_that_without_a_share_nothing_changes():
    data = numbered(3)
    assert hold_back(data, 0.0) is data


def test_that_an_empty_part_is_refused():
    with pytest.raises(LabError, match="Of 3 examples"):
        hold_back(numbered(3), 0.1)


def test_that_a_run_says_what_it_was_tested_on_and_never_saw_the_test_set(tiny, train):
    started = [e for e in train(replace(tiny, epochs=1, validation=0.25)) if isinstance(e, RunStarted)]
    assert (started[0].train_size, started[0].test_size) == (72, 24)
    config = runs.read_run(started[0].run_dir).config
    assert (config["params"]["validation"], config["data"]["tested_on"]) == (0.25, "validation")
