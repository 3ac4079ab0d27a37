import gzip
import json
import shutil

import numpy as np
import pytest
import torch
from torchvision.transforms.functional import InterpolationMode, rotate

from tplab_gui.core.errors import LabError, MissingError
from tplab_gui.core.paths import MODELS
from tplab_gui.ink.picture import from_picture
from tplab_gui.ink.recognise import InkReader
from tplab_gui.ink.render import render
from tplab_gui.ink.strokes import strokes_of


def arc(x, y, rx, ry, first, last, n=30):
    """Points of an ellipse from angle `first` to `last`, in degrees, 0 to the right, 90 downwards."""
    angle = np.radians(np.linspace(first, last, n))
    return [(x + rx * np.cos(a), y + ry * np.sin(a)) for a in angle]


# As a person draws them with a mouse, in a field about 10 wide and 16 high.
HAND = {
    0: [arc(5, 8, 5, 8, -90, 270)],
    1: [[(3, 3), (6, 0), (6, 16)]],
    2: [[*arc(5, 4.5, 4.5, 4.5, -170, 40), (0, 16), (10, 16)]],
    3: [[*arc(4, 4, 4, 4, -140, 90), *arc(4, 12, 5, 4, -90, 140)]],
    4: [[(5, 0), (0, 10), (11, 10)], [(8, 5), (8, 17)]],
    5: [[(9, 0), (2, 0), (1, 7), *arc(4.5, 11, 5, 5, -110, 150)]],
    6: [[*arc(8, 9, 7, 9, -90, -170, 12), *arc(5, 11.5, 4.2, 4.5, 180, 540)]],
    7: [[(0, 0), (10, 0), (4, 16)]],
    8: [[*arc(5, 4, 4, 4, 90, 450), *arc(5, 12, 5, 4, -90, 270)]],
    9: [[*arc(5, 4.5, 4.5, 4.5, 0, -360), (9, 10), (7.5, 17)]],
}
NOT_DIGITS = {
    "dot": [[(0, 0)]],
    "minus": [[(0, 0), (10, 0)]],
    "W": [[(0, 0), (3, 10), (5, 3), (7, 10), (10, 0)]],
    "hash": [[(0, 3), (10, 3)], [(0, 7), (10, 7)], [(3, 0), (3, 10)], [(7, 0), (7, 10)]],
    "star": [[(5, 0), (8, 10), (0, 4), (10, 4), (2, 10), (5, 0)]],
    "fourteen": [[(0, 0), (0, 10)], [(6, 0), (3, 6), (10, 6)], [(8, 3), (8, 10)]],
}


@pytest.fixture(scope="module")
def reader():
    return InkReader()


@pytest.fixture
def models(tmp_path):
    for suffix in (".json", ".safetensors"):
        shutil.copy(MODELS / f"digit-image{suffix}", tmp_path)
    return tmp_path


def images_of(drawings):
    return np.stack([render(strokes_of(drawing)) for drawing in drawings])


@pytest.mark.parametrize("digit", range(10))
def test_that_a_digit_drawn_by_hand_is_read_and_the_lab_is_sure(reader, digit):
    scores = reader.scores(images_of([HAND[digit]]))[0]
    assert scores.argmax() == digit
    assert reader.sure(scores)


@pytest.mark.parametrize("slant", [-0.3, 0.3])
@pytest.mark.parametrize("aspect", [0.7, 1.3])
def test_that_a_slanted_wide_or_narrow_hand_is_read(reader, slant, aspect):
    matrix = np.array([[aspect, 0], [slant, 1]])
    drawings = [[np.array(line) @ matrix for line in HAND[digit]] for digit in range(10)]
    np.testing.assert_array_equal(reader.scores(images_of(drawings)).argmax(axis=1), range(10))


@pytest.mark.parametrize("pen_px", [1.4, 3.2])
def test_that_a_thin_or_thick_pen_is_read(reader, pen_px):
    images = np.stack([render(strokes_of(HAND[digit]), pen_px) for digit in range(10)])
    np.testing.assert_array_equal(reader.scores(images).argmax(axis=1), range(10))


@pytest.mark.parametrize("name", NOT_DIGITS)
def test_that_the_lab_is_not_sure_of_what_is_no_digit(reader, name):
    scores = reader.scores(images_of([NOT_DIGITS[name]]))[0]
    assert not reader.sure(scores)


def test_that_scores_are_probabilities(reader):
    noise = np.random.default_rng(0).random((40, 28, 28), dtype=np.float32)
    scores = reader.scores(noise)
    assert scores.dtype == np.float32
    assert scores.min() >= 0
    np.testing.assert_allclose(scores.sum(axis=1), 1, atol=1e-5)


def test_that_a_batch_gives_what_each_image_gives_alone(reader):
    images = images_of([HAND[k % 10] for k in range(251)])  # more than one batch inside
    together = reader.scores(images)
    for k in (0, 7, 249, 250):
        np.testing.assert_allclose(together[k], reader.scores(images[k : k + 1])[0], atol=1e-5)


def test_that_one_pass_gives_the_scores_and_the_heat_of_the_best_guess(reader):
    for image in images_of(HAND.values()):
        scores, heat = reader.read(image)
        np.testing.assert_allclose(scores, reader.scores(image[None])[0], atol=1e-5)
        np.testing.assert_allclose(heat, reader.heatmap(image, int(scores.argmax())), atol=1e-5)


def test_that_no_image_gives_no_scores(reader):
    assert reader.scores(np.empty((0, 28, 28), dtype=np.float32)).shape == (0, 10)


def test_that_scores_are_the_softmax_of_logits_over_the_temperature_of_the_card(reader):
    """The logits are those of the picture and of the picture turned by 5 degrees to either side, which count half."""
    images = images_of(HAND.values())
    seen = torch.from_numpy(images)[:, None]
    turned = [rotate(seen, degrees, InterpolationMode.BILINEAR) for degrees in (-5.0, 5.0)]
    logits = reader._network(seen) / 2 + sum(reader._network(each) for each in turned) / 4
    logits = logits.numpy() / reader.card["temperature"]
    expected = np.exp(logits - logits.max(axis=1, keepdims=True))
    np.testing.assert_allclose(
        reader.scores(images), expected / expected.sum(axis=1, keepdims=True), rtol=1e-3, atol=1e-5
    )


def test_that_the_lab_is_sure_from_the_threshold_of_the_card_on(reader):
    edge = np.float32(reader.card["threshold"])
    at = np.full(10, (1 - edge) / 9, dtype=np.float32)
    at[3] = np.nextafter(edge, np.float32(1))
    assert reader.sure(at)
    at[3] = edge - 0.01
    assert not reader.sure(at)


def test_that_an_image_of_another_shape_is_a_bug_of_the_caller(reader):
    with pytest.raises(ValueError, match=r"\(B, 28, 28\)"):
        reader.scores(np.zeros((28, 28), dtype=np.float32))


@pytest.mark.parametrize("digit", [2, 4, 7])
def test_that_the_heat_lies_near_the_ink(reader, digit):
    image = images_of([HAND[digit]])[0]
    heat = reader.heatmap(image, digit)
    assert heat.shape == (28, 28)
    assert heat.max() == pytest.approx(1)
    assert heat.min() >= 0
    y, x = np.unravel_index(heat.argmax(), heat.shape)
    near = image[max(0, y - 4) : y + 5, max(0, x - 4) : x + 5]
    assert near.max() > 0.5


def test_that_a_changed_weights_file_is_refused(models):
    path = models / "digit-image.safetensors"
    content = bytearray(path.read_bytes())
    content[-1] ^= 1
    path.write_bytes(content)
    with pytest.raises(LabError, match="sha256"):
        InkReader(models)


def test_that_a_missing_network_is_told_as_missing(models):
    (models / "digit-image.safetensors").unlink()
    with pytest.raises(MissingError, match="digit-image"):
        InkReader(models)


def test_that_the_card_states_the_accuracy_the_project_promises():
    card = json.loads((MODELS / "digit-image.json").read_text(encoding="utf-8"))
    figures = card["accuracy"]
    assert figures["mnist_test_accuracy"] >= 0.99
    assert next(figures[k] for k in figures if k.endswith("unseen_writers_accuracy")) >= 0.975


def test_that_mnist_test_digits_are_read_through_the_door_for_pictures(reader, shared_data):
    folder = shared_data / "mnist"
    pixels = gzip.decompress((folder / "t10k-images-idx3-ubyte.gz").read_bytes())
    labels = gzip.decompress((folder / "t10k-labels-idx1-ubyte.gz").read_bytes())
    digits = np.frombuffer(pixels, np.uint8, offset=16).reshape(-1, 28, 28)[:500]
    scores = reader.scores(np.stack([from_picture(d) for d in digits]))
    right = scores.argmax(axis=1) == np.frombuffer(labels, np.uint8, offset=8)[:500]
    assert right.mean() >= 0.985


def test_that_real_pen_trajectories_are_read(reader, shared_data):
    from tools.digit_image_data import pen_digits

    digits = pen_digits(shared_data / "pen_digits" / "pendigits-orig.tra.gz")[::15]
    scores = reader.scores(np.stack([render(d.strokes) for d in digits]))
    right = scores.argmax(axis=1) == [d.digit for d in digits]
    assert right.mean() >= 0.98
