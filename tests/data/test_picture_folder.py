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


def write_pictures(folder, *names):
    """Write a small picture under each name; no two are equal."""
    for number, name in enumerate(names):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        picture = np.zeros((28, 28), np.uint8)
        picture[2 + number % 20, 3 : 8 + number // 20] = 255
        Image.fromarray(picture).save(path)


def in_classes(*classes, per_class=5):
    return [f"{name}/{i}.png" for name in classes for i in range(per_class)]


def test_that_damaged_pictures_are_counted_named_and_left_out(tmp_path):
    write_classes(tmp_path, per_class=5)
    whole = load_digit_set(tmp_path)
    (tmp_path / "3" / "notes.txt").write_text("not a picture")
    assert load_digit_set(tmp_path).notices == ()
    (tmp_path / "3" / "bad.png").write_bytes(b"not a picture")
    (tmp_path / "7" / "cut.png").write_bytes((tmp_path / "7" / "000.png").read_bytes()[:60])
    digits = load_digit_set(tmp_path)
    (notice,) = digits.notices
    assert "2 of 52 pictures" in str(notice)
    assert "the first is bad.png" in str(notice)
    assert len(digits) == len(whole) == 50
    np.testing.assert_array_equal(np.bincount(digits.train_labels), [4] * 10)


def test_that_a_folder_is_refused_only_when_too_few_pictures_are_left(tmp_path):
    write_pictures(tmp_path, *in_classes("a", "b", per_class=2))
    for name in ("a/0.png", "b/0.png"):  # those to learn from
        (tmp_path / name).write_bytes(b"broken")
    with pytest.raises(LabError, match=r"2 of 4 pictures .* too few are left"):
        load_digit_set(tmp_path)
    write_pictures(tmp_path, "a/0.png")
    assert len(load_digit_set(tmp_path)) == 3


def test_that_three_files_in_three_classes_are_too_few(tmp_path):
    write_pictures(tmp_path, "a/1.png", "b/1.png", "c/1.png")
    with pytest.raises(LabError, match="holds 3 pictures: too few"):
        load_digit_set(tmp_path)


def test_that_three_files_without_folders_are_no_classes(tmp_path):
    write_pictures(tmp_path, "1.png", "2.png", "3.png")
    with pytest.raises(LabError, match="one sub-folder of pictures for each class"):
        load_digit_set(tmp_path)


def test_that_a_small_class_has_its_last_picture_in_the_test(tmp_path):
    write_pictures(tmp_path, "a/1.png", "a/2.png", "b/1.png", *in_classes("c", per_class=4))
    digits = load_digit_set(tmp_path)
    assert np.bincount(digits.train_labels).tolist() == [1, 1, 3]
    assert np.bincount(digits.test_labels).tolist() == [1, 0, 1]
    (notice,) = digits.notices
    assert "1 of 3 classes" in str(notice)
    assert "the first is b" in str(notice)


def test_that_classes_have_the_names_of_their_folders_in_the_order_people_sort(tmp_path):
    write_pictures(tmp_path, *in_classes("shape 10", "Shape 9", "cercle", "étoile", "星", per_class=2))
    assert load_digit_set(tmp_path).classes == ("cercle", "Shape 9", "shape 10", "étoile", "星")


def test_that_a_name_taken_apart_by_macos_is_the_same_name(tmp_path):
    import unicodedata

    for form in ("NFC", "NFD"):
        write_pictures(tmp_path / form, *in_classes(unicodedata.normalize(form, "étoile"), "rond"))
    one, other = (load_digit_set(tmp_path / form) for form in ("NFC", "NFD"))
    assert one.classes == other.classes
    assert one.sha256 == other.sha256


def test_that_other_names_of_the_same_pictures_are_another_set(tmp_path):
    write_pictures(tmp_path / "one", *in_classes("a", "b"))
    write_pictures(tmp_path / "two", *in_classes("c", "d"))
    one, two = (load_digit_set(tmp_path / name) for name in ("one", "two"))
    np.testing.assert_array_equal(one.train_images, two.train_images)
    assert one.sha256 != two.sha256


def test_that_what_is_hidden_is_not_meant_for_us(tmp_path):
    write_pictures(tmp_path, *in_classes("a", "b"))
    plain = load_digit_set(tmp_path)
    hidden = ("a/.DS_Store", "a/Thumbs.db", "a/._1.png", ".git/x.png", "a/.cache/y.png", "__MACOSX/z.png")
    for name in hidden:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(b"\0\0")
    digits = load_digit_set(tmp_path)
    assert digits.classes == ("a", "b")
    assert digits.notices == ()
    assert digits.sha256 == plain.sha256


def test_that_pictures_in_folders_within_a_class_belong_to_it(tmp_path):
    write_pictures(tmp_path, *in_classes("3/anne", "3/paul", "8/anne"))
    digits = load_digit_set(tmp_path)
    assert digits.classes == tuple("0123456789")
    assert len(digits) == 15
    assert set(digits.train_labels.tolist()) == {3, 8}


def test_that_a_folder_around_the_real_one_is_looked_through(tmp_path):
    write_pictures(tmp_path / "shapes" / "shapes", *in_classes("round", "square"))
    write_pictures(tmp_path / "split", *in_classes("in/train/x", "in/train/y", "in/test/x", "in/test/y"))
    assert load_digit_set(tmp_path / "shapes").classes == ("round", "square")
    digits = load_digit_set(tmp_path / "split")
    assert (len(digits.train_labels), len(digits.test_labels)) == (10, 10)


def test_that_a_class_of_one_part_only_is_a_class_and_is_told(tmp_path):
    write_pictures(tmp_path, *in_classes("train/x", "train/y", "train/z", "test/x", "test/y"))
    digits = load_digit_set(tmp_path)
    assert digits.classes == ("x", "y", "z")
    assert "the first is z" in str(digits.notices[0])


def test_that_200_classes_are_read_and_more_than_the_limit_are_not(tmp_path, monkeypatch):
    write_pictures(tmp_path, *in_classes(*(f"c{i}" for i in range(200)), per_class=2))
    digits = load_digit_set(tmp_path)
    assert len(digits.classes) == 200
    assert digits.classes[9:11] == ("c9", "c10")
    assert sorted(digits.train_labels.tolist()) == list(range(200))
    monkeypatch.setattr(picture_folder, "MAX_CLASSES", 199)
    with pytest.raises(LabError, match="200 classes"):
        load_digit_set(tmp_path)


def test_that_labels_of_many_classes_do_not_wrap(tmp_path):
    write_pictures(tmp_path, *in_classes(*(f"c{i:03}" for i in range(260)), per_class=2))
    assert load_digit_set(tmp_path).train_labels.max() == 259


def test_that_pictures_of_every_size_and_shape_come_out_alike(tmp_path):
    sizes = [(1, 1), (3, 400), (400, 3), (28, 28), (29, 27), (800, 600)]
    for number, (width, height) in enumerate(sizes * 2):
        folder = tmp_path / "ab"[number // len(sizes)]
        folder.mkdir(exist_ok=True)
        picture = np.zeros((height, width), np.uint8)
        picture[height // 3 : height // 3 + 1 + height // 4, width // 3 : width // 3 + 1 + width // 4] = 255
        Image.fromarray(picture).save(folder / f"{number:02}.png")
    digits = load_digit_set(tmp_path)
    assert len(digits) == 12
    assert digits.train_images.shape[1:] == (28, 28)


def test_that_a_folder_of_many_pictures_can_be_left_while_it_is_read(tmp_path):
    from tplab_gui.data.digits import reading

    write_pictures(tmp_path, *in_classes("a", "b", per_class=40))
    steps = reading(tmp_path)
    first = next(steps)
    assert (first.done, first.total) == (25, 80)
    steps.close()


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
