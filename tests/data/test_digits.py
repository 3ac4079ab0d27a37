import gzip
import struct

import numpy as np
import pytest

from tplab_gui.core.errors import LabError, MissingError
from tplab_gui.data.digits import load_digit_set, make_digit_set


def images(n, seed=0):
    return np.random.default_rng(seed).integers(0, 256, (n, 28, 28), dtype=np.uint8)


def labels(n):
    return (np.arange(n) % 10).astype(np.uint8)


def idx(values):
    return bytes([0, 0, 8, values.ndim]) + struct.pack(f">{values.ndim}I", *values.shape) + values.tobytes()


def write_mnist(folder, pack=bytes, end="", train=40, test=20):
    folder.mkdir(parents=True, exist_ok=True)
    parts = {
        "train-images-idx3-ubyte": images(train, 1),
        "train-labels-idx1-ubyte": labels(train),
        "t10k-images-idx3-ubyte": images(test, 2),
        "t10k-labels-idx1-ubyte": labels(test),
    }
    for name, values in parts.items():
        (folder / (name + end)).write_bytes(pack(idx(values)))


@pytest.fixture(scope="module")
def builtin():
    return load_digit_set("builtin")


def test_that_the_set_that_ships_has_1797_pictures_in_two_parts_with_every_digit(builtin):
    assert len(builtin) == 1797
    for part_images, part_labels in (
        (builtin.train_images, builtin.train_labels),
        (builtin.test_images, builtin.test_labels),
    ):
        assert part_images.dtype == np.uint8
        assert part_images.shape == (len(part_labels), 28, 28)
        assert np.bincount(part_labels, minlength=10).min() >= 34


def test_that_no_picture_of_the_set_that_ships_is_in_both_parts(builtin):
    train = {image.tobytes() for image in builtin.train_images}
    assert not any(image.tobytes() in train for image in builtin.test_images)


def test_that_the_set_that_ships_follows_the_rule_of_mnist(builtin):
    """Ink inside the middle 20 pixels or moved by its centre of mass, bright as MNIST's, dark around."""
    mass = builtin.train_images.sum(axis=(1, 2), dtype=float)
    middle = (builtin.train_images.sum(axis=1) @ np.arange(28)) / mass
    assert np.abs(middle - 13.5).max() < 1.0
    assert np.median(builtin.train_images.max(axis=(1, 2))) > 240
    assert (builtin.train_images[:, [0, 1, -2, -1]] > 0).mean() < 0.01


def test_that_the_nearest_training_picture_names_most_test_pictures(builtin):
    """The labels belong to the pictures: one nearest neighbour is right 98 % of the time on this set."""
    train = builtin.train_images.reshape(-1, 784).astype(np.float32)
    test = builtin.test_images.reshape(-1, 784).astype(np.float32)
    distance = (train**2).sum(1) - 2 * test @ train.T
    assert (builtin.train_labels[distance.argmin(axis=1)] == builtin.test_labels).mean() > 0.96


def test_that_the_origin_of_the_set_that_ships_is_told(builtin):
    assert "UCI" in builtin.origin


@pytest.mark.parametrize("below", ["", "MNIST/raw", "mnist"])
@pytest.mark.parametrize(("pack", "end"), [(bytes, ""), (gzip.compress, ".gz")])
def test_that_a_folder_of_idx_files_is_read(tmp_path, below, pack, end):
    write_mnist(tmp_path / below, pack, end)
    digits = load_digit_set(tmp_path)
    np.testing.assert_array_equal(digits.train_images, images(40, 1))
    np.testing.assert_array_equal(digits.test_labels, labels(20))
    assert digits.name == tmp_path.name


def test_that_the_hash_depends_on_the_content_alone(tmp_path):
    write_mnist(tmp_path / "a")
    write_mnist(tmp_path / "b", gzip.compress, ".gz")
    write_mnist(tmp_path / "c", train=30)
    a, b, c = (load_digit_set(tmp_path / name).sha256 for name in "abc")
    assert a == b
    assert a != c
    assert len(a) == 64


@pytest.mark.parametrize("below", ["mnist", "MNIST/raw"])
def test_that_mnist_is_found_where_tplab_data_says(tmp_path, monkeypatch, below):
    write_mnist(tmp_path / below)
    monkeypatch.setenv("TPLAB_DATA", str(tmp_path))
    assert load_digit_set("mnist").name == "mnist"


def test_that_mnist_is_found_in_the_users_own_folder(own_home):
    write_mnist(own_home / "data" / "data" / "mnist")
    assert len(load_digit_set("mnist")) == 60


def test_that_absent_mnist_is_missing_and_the_sentence_says_how_to_get_it():
    with pytest.raises(MissingError, match="tplab assets fetch mnist"):
        load_digit_set("mnist")


def test_that_a_folder_that_is_not_one_is_refused_in_a_sentence(tmp_path):
    with pytest.raises(MissingError, match="no folder named"):
        load_digit_set(tmp_path / "none")
    (tmp_path / "file.txt").write_text("x")
    with pytest.raises(LabError, match="is a file"):
        load_digit_set(tmp_path / "file.txt")
    (tmp_path / "photos").mkdir()
    with pytest.raises(LabError, match="holds no handwritten digits"):
        load_digit_set(tmp_path / "photos")


def test_that_a_set_with_a_file_missing_is_no_set(tmp_path):
    write_mnist(tmp_path)
    (tmp_path / "t10k-labels-idx1-ubyte").unlink()
    with pytest.raises(LabError, match="holds no handwritten digits"):
        load_digit_set(tmp_path)


@pytest.mark.parametrize(
    ("parts", "sentence"),
    [
        ((images(3), labels(2), images(1), labels(1)), "3 images but 2 labels"),
        ((images(3), labels(3), images(0), labels(0)), "no pictures"),
        ((images(3)[:, :8, :8], labels(3), images(1), labels(1)), "8x8"),
        ((images(3), labels(3) + 8, images(1), labels(1)), "the label 10"),
    ],
)
def test_that_parts_that_do_not_fit_are_refused_in_a_sentence(parts, sentence):
    with pytest.raises(LabError, match=sentence):
        make_digit_set("mine", *parts, origin="here")


def test_that_idx_files_of_letters_have_a_class_for_each_label(tmp_path):
    write_mnist(tmp_path)
    (tmp_path / "train-labels-idx1-ubyte").write_bytes(idx((np.arange(40) % 27).astype(np.uint8)))
    digits = load_digit_set(tmp_path)
    assert digits.classes == tuple(str(label) for label in range(27))
    assert digits.train_labels.max() == 26


def test_that_a_set_of_digits_without_a_nine_has_still_ten_classes(tmp_path):
    write_mnist(tmp_path, train=9, test=5)
    assert load_digit_set(tmp_path).classes == tuple("0123456789")


def test_that_the_real_mnist_has_its_60000_and_10000_digits(shared_data, monkeypatch):
    monkeypatch.setenv("TPLAB_DATA", str(shared_data))
    digits = load_digit_set("mnist")
    assert (len(digits.train_labels), len(digits.test_labels)) == (60_000, 10_000)
    assert digits.train_labels[:5].tolist() == [5, 0, 4, 1, 9]
