import numpy as np
import pytest
from PIL import Image

from tplab_gui.core.errors import LabError
from tplab_gui.data import picture_folder
from tplab_gui.data.digits import load_digit_set


def write_classes(folder, per_class, paper=0, size=28):
    for digit in range(10):
        (folder / str(digit)).mkdir(parents=True)
        for i in range(per_class):
            picture = np.full((size, size), paper, np.uint8)
            picture[size // 4 : size // 4 + digit + i + 2, size // 3 : size // 3 + 4] = 255 - paper
            Image.fromarray(picture).save(folder / str(digit) / f"{i:03}.png")


def test_that_one_picture_in_five_of_each_class_is_a_test_picture(tmp_path):
    write_classes(tmp_path, per_class=10)
    digits = load_digit_set(tmp_path)
    assert np.bincount(digits.train_labels).tolist() == [8] * 10
    assert np.bincount(digits.test_labels).tolist() == [2] * 10


def test_that_train_and_test_folders_are_kept_apart(tmp_path):
    write_classes(tmp_path / "train", per_class=2)
    write_classes(tmp_path / "test", per_class=1)
    digits = load_digit_set(tmp_path)
    assert (len(digits.train_labels), len(digits.test_labels)) == (20, 10)


def test_that_ink_on_white_paper_and_chalk_on_black_give_the_same_digits(tmp_path):
    write_classes(tmp_path / "chalk", per_class=5, paper=0)
    write_classes(tmp_path / "ink", per_class=5, paper=255)
    chalk, ink = load_digit_set(tmp_path / "chalk"), load_digit_set(tmp_path / "ink")
    np.testing.assert_array_equal(chalk.train_images, ink.train_images)
    assert chalk.train_images[0, 0, 0] == 0


def test_that_a_picture_of_28_by_28_is_kept_as_it_is():
    grey = np.zeros((28, 28), np.uint8)
    grey[3:9, 20:22] = 200
    np.testing.assert_array_equal(picture_folder.digit_from_rgb(np.repeat(grey[..., None], 3, 2)), grey)


def test_that_a_large_picture_is_fitted_into_28_by_28(tmp_path):
    write_classes(tmp_path, per_class=5, size=200)
    digits = load_digit_set(tmp_path)
    assert digits.train_images.shape[1:] == (28, 28)
    assert all(
        image.any(axis=1).sum() in (20, 19) or image.any(axis=0).sum() in (20, 19)
        for image in digits.train_images
    )


def test_that_files_that_are_no_pictures_are_passed_over_and_damaged_ones_named(tmp_path):
    write_classes(tmp_path, per_class=5)
    (tmp_path / "3" / "notes.txt").write_text("not a picture")
    assert len(load_digit_set(tmp_path)) == 50
    (tmp_path / "3" / "bad.png").write_bytes(b"not a picture")
    with pytest.raises(LabError, match=r"bad\.png"):
        load_digit_set(tmp_path)


def test_that_too_many_pictures_are_refused_before_one_is_opened(tmp_path, monkeypatch):
    write_classes(tmp_path, per_class=1)
    monkeypatch.setattr(picture_folder, "MAX_PICTURES", 9)
    monkeypatch.delattr(picture_folder, "read_picture")
    with pytest.raises(LabError, match="10 pictures"):
        load_digit_set(tmp_path)


def test_that_empty_class_folders_are_a_set_without_pictures(tmp_path):
    for digit in range(10):
        (tmp_path / str(digit)).mkdir()
    with pytest.raises(LabError, match="no pictures"):
        load_digit_set(tmp_path)
