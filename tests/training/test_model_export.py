"""A run as an ONNX file: other programs get the lab's scores from it, and a file that gives others is not kept."""

import json
from pathlib import Path
from typing import NamedTuple

import cv2
import numpy as np
import onnx
import pytest
import safetensors.torch
import torch
from onnx.reference import ReferenceEvaluator

from tplab_gui.core.errors import LabError, MissingError
from tplab_gui.core.events.common import Progress
from tplab_gui.core.events.runs import ModelExported
from tplab_gui.core.experiments import find
from tplab_gui.core.mailbox import Latest
from tplab_gui.core.params import TrainParams
from tplab_gui.core.paths import SAMPLES
from tplab_gui.data.digits import load_digit_set
from tplab_gui.data.sounds import read_sound, resample
from tplab_gui.training import model_export, runs
from tplab_gui.training.loop import fit
from tplab_gui.training.model_export import as_onnx, compare, export_onnx, export_onnx_apart, trained
from tplab_gui.training.spectrograms import spectrogram

TEN = [str(digit) for digit in range(10)]


def learn(params):
    for event in fit(Latest(params)):
        folder = getattr(event, "run_dir", "")
    return Path(folder)


@pytest.fixture(scope="module")
def digits(tmp_path_factory):
    """Give a run of the loss study, what was said while it was exported, and its file."""
    root = tmp_path_factory.mktemp("digits")
    folder = learn(TrainParams(str(root), epochs=2, batch_size=32, limit=96, threads=1, device="cpu"))
    return folder, list(export_onnx(folder, root / "digits.onnx")), root / "digits.onnx"


@pytest.fixture(scope="module")
def sounds(tmp_path_factory):
    """Give the same of a run that learned scaled spectrograms."""
    root = tmp_path_factory.mktemp("sounds")
    asked = {"epochs": 2, "limit": 40, "threads": 1, "device": "cpu", "scaling": "standard"}
    folder = learn(find("spoken-digits").params(str(root), **asked))
    return folder, list(export_onnx(folder, root / "sounds.onnx")), root / "sounds.onnx"


def card(file):
    texts = {each.key.removeprefix("tplab."): each.value for each in onnx.load(file).metadata_props}
    for name in ("classes", "config", "preprocessing_numbers", "epoch", "seed", "test_loss"):
        texts[name] = json.loads(texts[name])
    return texts


def test_that_another_program_gets_the_scores_from_raw_pictures_and_the_card_alone(digits):
    """OpenCV reads the file with code that owes nothing to torch or onnx."""
    folder, _, file = digits
    pictures = load_digit_set("builtin").test_images[:20]
    numbers = card(file)["preprocessing_numbers"]
    x = ((pictures / 255 - numbers["mean"]) / numbers["std"]).astype(np.float32)[:, None]
    network, _ = trained(runs.read_run(folder), "best")
    other = cv2.dnn.readNetFromONNX(str(file))
    for one in x:
        other.setInput(one[None])
        np.testing.assert_allclose(other.forward(), network(torch.from_numpy(one[None])).numpy(), atol=1e-5)


def test_that_the_card_tells_how_a_sound_becomes_what_the_network_hears(sounds):
    """Made by hand with NumPy from the card's text, and compared with what the run learned from."""
    folder, _, file = sounds
    n, params = card(file)["preprocessing_numbers"], runs.read_run(folder).params()
    sound = read_sound(next((SAMPLES / "spoken" / "en").glob("7_*")))
    expected = (spectrogram(resample(sound.samples, sound.rate_hz, 8000), params) - n["mean"]) / n["std"]
    samples = np.zeros(n["clip_samples"])
    heard = resample(sound.samples, sound.rate_hz, n["rate_hz"])[: n["clip_samples"]]
    samples[: len(heard)] = heard
    edge = np.pad(samples, n["n_fft"] // 2, mode="reflect")
    window = 0.5 - 0.5 * np.cos(2 * np.pi * np.arange(n["n_fft"]) / n["n_fft"])
    frames = [edge[i : i + n["n_fft"]] * window for i in range(0, len(samples) + 1, n["hop"])]
    power = np.abs(np.fft.rfft(frames)) ** 2
    mel = np.linspace(0, 2595 * np.log10(1 + n["half_rate"] / 700), n["bands"] + 2)
    corner, hz = 700 * (10 ** (mel / 2595) - 1), np.linspace(0, n["half_rate"], power.shape[1])
    low, middle, high = corner[:-2, None], corner[1:-1, None], corner[2:, None]
    filters = np.maximum(0, np.minimum((hz - low) / (middle - low), (high - hz) / (high - middle)))
    level = 10 * np.log10(np.maximum(filters @ power.T, 1e-10))
    np.testing.assert_allclose((level - n["mean"]) / n["std"], expected.numpy(), atol=2e-3)


@pytest.mark.parametrize("count", [1, 2, 5])
@pytest.mark.parametrize("which", ["digits", "sounds"])
def test_that_the_file_takes_any_number_of_examples(which, count, request):
    folder, _, file = request.getfixturevalue(which)
    model = onnx.load(file)
    size = [each.dim_value for each in model.graph.input[0].type.tensor_type.shape.dim][1:]
    assert model.graph.input[0].type.tensor_type.shape.dim[0].dim_param
    x = np.random.default_rng(0).normal(size=(count, *size)).astype(np.float32)
    got = ReferenceEvaluator(model).run(None, {"input": x})[0]
    network, _ = trained(runs.read_run(folder), "best")
    np.testing.assert_allclose(got, network(torch.from_numpy(x)).numpy(), atol=1e-5)


def test_that_what_was_said_is_true(digits):
    folder, said, file = digits
    end = said[-1]
    assert isinstance(end, ModelExported)
    assert end.size_bytes == file.stat().st_size
    assert end.sha256 == model_export.hashlib.sha256(file.read_bytes()).hexdigest()
    assert end.examples == 32
    assert 0 < end.difference < 1e-5 < end.allowed
    assert [event for event in said if isinstance(event, Progress)][-1] == Progress(32, 32, "check")
    assert Path(end.run_dir) == folder


def test_that_the_card_names_run_weights_classes_and_recipe(digits):
    folder, _, file = digits
    known, run = card(file), runs.read_run(folder)
    assert known["classes"] == TEN
    assert known["run"] == folder.name
    stored = (folder / "best.safetensors").read_bytes()
    assert known["weights_sha256"] == model_export.hashlib.sha256(stored).hexdigest()
    assert (known["epoch"], known["test_loss"]) == (run.best.epoch, run.best.test_loss)
    assert known["config"] == run.config
    assert known["data_sha256"] == load_digit_set("builtin").sha256
    assert "log-probabilities" in known["output"]


def test_that_logits_are_called_logits(sounds):
    assert "softmax" in card(sounds[2])["output"]


def test_that_the_file_names_no_folder_of_this_machine(digits, sounds):
    for folder, _, file in (digits, sounds):
        for place in (Path(torch.__file__).parent, Path(model_export.__file__).parent, folder.parent):
            assert str(place).encode() not in file.read_bytes()


def test_that_a_folder_of_data_is_named_without_its_place(digits, tmp_path):
    config = runs.read_run(digits[0]).config
    config["params"]["data"] = config["data"]["name"] = str(tmp_path / "mine")
    told = model_export.describe.__globals__["_without_folders"](config)
    assert told["params"]["data"] == told["data"]["name"] == "mine"


def test_that_the_last_weights_are_those_of_the_last_epoch(sounds, tmp_path):
    folder = sounds[0]
    *_, end = export_onnx(folder, tmp_path / "last.onnx", "last")
    known, run = card(tmp_path / "last.onnx"), runs.read_run(folder)
    assert (end.weights, known["weights"]) == ("last", "last")
    assert (known["epoch"], known["test_loss"]) == (run.epochs[-1].epoch, run.epochs[-1].test_loss)


class Both(NamedTuple):
    """What a network with two inputs is given."""

    image: torch.Tensor
    sound: torch.Tensor


class TwoInputs(torch.nn.Module):
    def forward(self, both):
        return both.image.flatten(1) @ torch.ones(4, 3) + both.sound.sum(1, keepdim=True)


class Pairs:
    def __len__(self):
        return 20

    def take(self, which):
        x = torch.arange(80.0).reshape(20, 1, 2, 2)
        return Both(x[which], -x.flatten(1)[which]), torch.zeros(20)[which]


def test_that_a_network_with_two_inputs_keeps_their_names(tmp_path):
    model = as_onnx(TwoInputs(), Pairs().take(slice(0, 1))[0])
    assert [each.name for each in model.graph.input] == ["image", "sound"]
    onnx.save(model, tmp_path / "two.onnx")
    *_, last = compare(tmp_path / "two.onnx", TwoInputs(), Pairs())
    assert last.done == 20


def test_that_a_network_onnx_has_no_words_for_is_a_sentence():
    class Odd(torch.nn.Module):
        def forward(self, x):
            return x if float(x.sum()) > 0 else -x  # depends on the data

    with pytest.raises(LabError, match="cannot be written as ONNX"):
        as_onnx(Odd(), torch.zeros(1, 3))


def changed(file, target, change):
    model = onnx.load(file)
    bias = next(each for each in model.graph.initializer if each.dims == [10])
    values = onnx.numpy_helper.to_array(bias).copy()
    change(values)
    bias.CopyFrom(onnx.numpy_helper.from_array(values, bias.name))
    onnx.save(model, target)
    return target


@pytest.mark.parametrize("wrong", [0.01, float("nan")])
def test_that_a_file_with_one_other_number_is_refused(digits, tmp_path, wrong):
    folder, _, file = digits
    network, _ = trained(runs.read_run(folder), "best")
    test = Examples()
    assert list(compare(file, network, test))
    other = changed(file, tmp_path / "other.onnx", lambda values: values.__setitem__(3, values[3] + wrong))
    with pytest.raises(LabError, match="was not kept"):
        list(compare(other, network, test))


class Examples:
    """Thirty pictures of noise with the labels 0."""

    def __init__(self):
        self.pictures = torch.rand(30, 1, 28, 28, generator=torch.Generator().manual_seed(0))

    def __len__(self):
        return 30

    def take(self, which):
        return self.pictures[which], torch.zeros(len(which), dtype=torch.int64)


@pytest.fixture
def copy(sounds, tmp_path):
    """Give a copy of the run that a test may spoil."""
    folder = tmp_path / sounds[0].name
    folder.mkdir()
    for name in ("config.json", "metrics.csv", "events.jsonl", "best.safetensors"):
        (folder / name).write_bytes((sounds[0] / name).read_bytes())
    return folder


def test_that_an_older_file_stays_when_the_new_one_is_refused(copy, tmp_path):
    state = safetensors.torch.load_file(copy / "best.safetensors")
    state["fc.bias"][0] = float("nan")
    safetensors.torch.save_file(state, copy / "best.safetensors")
    (tmp_path / "kept.onnx").write_bytes(b"the old one")
    with pytest.raises(LabError, match="was not kept"):
        list(export_onnx(copy, tmp_path / "kept.onnx"))
    assert (tmp_path / "kept.onnx").read_bytes() == b"the old one"
    assert sorted(each.name for each in tmp_path.iterdir()) == sorted([copy.name, "kept.onnx"])


def test_that_missing_and_damaged_weights_are_told_apart(copy, tmp_path):
    (copy / "best.safetensors").write_bytes(b"no weights")
    with pytest.raises(LabError, match="damaged"):
        list(export_onnx(copy, tmp_path / "a.onnx"))
    (copy / "best.safetensors").unlink()
    with pytest.raises(MissingError, match="no weights to export"):
        list(export_onnx(copy, tmp_path / "a.onnx"))
    assert not (tmp_path / "a.onnx").exists()


def test_that_data_that_is_gone_is_a_sentence(copy, tmp_path):
    config = json.loads((copy / "config.json").read_text())
    config["params"]["data"] = str(tmp_path / "gone")
    (copy / "config.json").write_text(json.dumps(config))
    with pytest.raises(LabError, match="gone"):
        list(export_onnx(copy, tmp_path / "a.onnx"))


def test_that_a_stop_in_the_middle_leaves_nothing(sounds, tmp_path):
    events = export_onnx_apart(str(sounds[0]), str(tmp_path / "apart.onnx"))
    next(events)
    events.close()
    assert list(tmp_path.iterdir()) == []
