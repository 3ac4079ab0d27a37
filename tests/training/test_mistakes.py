"""What a run gets wrong: counted again by hand, and refused in a sentence when it cannot be known."""

import json
from pathlib import Path

import numpy as np
import pytest
import safetensors.torch
import torch

from tplab_gui.core.errors import LabError, MissingError
from tplab_gui.core.events.runs import Reviewed
from tplab_gui.core.events.training import RunEnd
from tplab_gui.core.experiments import find
from tplab_gui.core.mailbox import Latest
from tplab_gui.data.digits import load_digit_set
from tplab_gui.data.spoken import parse_name
from tplab_gui.nets.mnist_net import Net
from tplab_gui.training.batches import chosen
from tplab_gui.training.loop import fit
from tplab_gui.training.mistakes import review
from tplab_gui.training.runs import read_run


@pytest.fixture
def folder(tiny, train):
    return Path(next(event.run_dir for event in train(tiny) if isinstance(event, RunEnd)))


def reviewed(folder):
    return next(event for event in review(folder) if isinstance(event, Reviewed))


def test_that_the_matrix_is_what_a_count_picture_by_picture_gives(folder):
    found = reviewed(folder)
    digits, config = load_digit_set("builtin"), read_run(folder).config
    which = chosen(len(digits.test_labels), 96)
    network = Net().eval()
    network.load_state_dict(safetensors.torch.load_file(folder / "best.safetensors"))
    counted = [[0] * 10 for _ in range(10)]
    for index in which:
        x = digits.test_images[index] / 255.0
        x = (x - config["data"]["mean"]) / config["data"]["std"]
        with torch.no_grad():
            guess = int(network(torch.tensor(x, dtype=torch.float32)[None, None]).argmax())
        counted[digits.test_labels[index]][guess] += 1
    assert found.confusion.tolist() == counted
    assert found.confusion.sum() == 96


def test_that_the_share_on_the_diagonal_is_the_test_accuracy_of_the_best_epoch(folder):
    confusion = reviewed(folder).confusion
    assert np.trace(confusion) / confusion.sum() == pytest.approx(read_run(folder).best.test_accuracy)


def test_that_the_mistakes_are_wrong_and_the_worst_come_first(folder):
    found, digits = reviewed(folder), load_digit_set("builtin")
    assert found.worst
    truth = [each.scores[each.true] for each in found.worst]
    assert truth == sorted(truth)
    for each in found.worst:
        assert each.guess != each.true == digits.test_labels[each.index]
        np.testing.assert_array_equal(each.image, digits.test_images[each.index])
        assert each.scores.sum() == pytest.approx(1, abs=1e-5)


def test_that_a_swapped_run_is_reviewed_on_what_it_was_tested_on(tiny, train):
    from dataclasses import replace

    events = train(replace(tiny, setup="swapped"))
    found = reviewed(next(event.run_dir for event in events if isinstance(event, RunEnd)))
    labels = load_digit_set("builtin").train_labels
    assert all(labels[each.index] == each.true for each in found.worst)


def test_that_changed_data_is_refused(folder):
    config = json.loads((folder / "config.json").read_text())
    config["data"]["sha256"] = "other"
    (folder / "config.json").write_text(json.dumps(config))
    with pytest.raises(LabError, match="has changed"):
        reviewed(folder)


def test_that_data_that_is_gone_is_a_sentence(folder, tmp_path):
    config = json.loads((folder / "config.json").read_text())
    config["params"]["data"] = str(tmp_path / "gone")
    (folder / "config.json").write_text(json.dumps(config))
    with pytest.raises(MissingError, match="gone"):
        reviewed(folder)


def test_that_missing_and_damaged_weights_are_told_apart(folder):
    (folder / "best.safetensors").write_bytes(b"no weights")
    with pytest.raises(LabError, match="damaged"):
        reviewed(folder)
    (folder / "best.safetensors").unlink()
    with pytest.raises(MissingError, match="no weights"):
        reviewed(folder)


@pytest.fixture(scope="module")
def spoken(tmp_path_factory):
    params = find("spoken-digits").params(
        str(tmp_path_factory.mktemp("runs")), epochs=1, limit=40, language="en", scaling="standard", threads=1
    )
    return Path(next(event.run_dir for event in list(fit(Latest(params))) if isinstance(event, RunEnd)))


def test_that_mistakes_of_spoken_digits_name_the_clips_that_say_those_digits(spoken):
    found = reviewed(spoken)
    assert found.worst
    for each in found.worst:
        digit, _, _ = parse_name(Path(each.clip).name)
        assert digit == each.true != each.guess
        assert Path(each.clip).is_file()
    assert np.trace(found.confusion) / found.confusion.sum() == pytest.approx(
        read_run(spoken).best.test_accuracy
    )
