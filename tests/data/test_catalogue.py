import numpy as np
import pytest
from PIL import Image

from tplab_gui.core.errors import LabError
from tplab_gui.data.catalogue import PICTURES, SOUNDS, data_sets, kind_of_folder, list_examples, open_picture
from tplab_gui.data.digits import load_digit_set
from tplab_gui.data.spoken import list_clips


def test_that_what_ships_is_found_and_what_can_be_fetched_is_offered():
    sets = {each.name: each for each in data_sets()}
    assert list(sets) == ["digits", "mnist", "voices", "fsdd"]
    assert [each.found for each in sets.values()] == [True, False, True, False]
    assert [each.can_fetch for each in sets.values()] == [False, True, False, True]
    assert [each.kind for each in sets.values()] == [PICTURES, PICTURES, SOUNDS, SOUNDS]
    assert all(each.licence and each.origin and each.title for each in sets.values())


def test_that_the_counts_are_those_of_the_sets():
    sets = {each.name: each for each in data_sets()}
    assert sets["digits"].count == len(load_digit_set("builtin")) == len(list_examples("builtin", PICTURES))
    assert sets["voices"].count == len(list_clips("builtin")) == len(list_examples("builtin", SOUNDS))


def test_that_a_set_is_found_where_tplab_data_says(tmp_path, monkeypatch):
    recordings = tmp_path / "fsdd" / "recordings"
    recordings.mkdir(parents=True)
    (recordings / "8_theo_26.wav").touch()
    monkeypatch.setenv("TPLAB_DATA", str(tmp_path))
    fsdd = next(each for each in data_sets() if each.name == "fsdd")
    assert (fsdd.found, fsdd.where) == (True, recordings)
    example = list_examples("fsdd", SOUNDS)[0]
    assert (example.label, example.speaker, example.path) == (8, "theo", recordings / "8_theo_26.wav")


@pytest.mark.parametrize("kind", [PICTURES, SOUNDS])
def test_that_every_example_has_an_id_of_its_own(kind):
    examples = list_examples("builtin", kind)
    assert len({example.id for example in examples}) == len(examples)


def test_that_the_filters_keep_what_they_say():
    threes = list_examples("builtin", PICTURES, digit=3, part="test")
    assert len(threes) == np.count_nonzero(load_digit_set("builtin").test_labels == 3)
    assert {(example.label, example.part) for example in threes} == {(3, "test")}
    eights = list_examples("builtin", SOUNDS, digit=8, speaker="agathe")
    assert {(example.label, example.speaker, example.language) for example in eights} == {(8, "agathe", "fr")}
    assert len(eights) == 4


def test_that_a_picture_opened_by_its_id_is_that_of_the_set():
    digits = load_digit_set("builtin")
    label, pixels = open_picture("builtin", "test/7")
    assert label == digits.test_labels[7]
    np.testing.assert_array_equal(pixels, digits.test_images[7])


def test_that_an_opened_picture_is_a_copy():
    open_picture("builtin", "train/0")[1][:] = 77
    assert not (open_picture("builtin", "train/0")[1] == 77).all()


@pytest.mark.parametrize("example_id", ["train/99999", "other/1", "train/-1", "train/x", ""])
def test_that_an_unknown_picture_is_a_sentence(example_id):
    with pytest.raises(LabError, match="has no picture"):
        open_picture("builtin", example_id)


def test_that_a_folder_of_the_users_tells_what_it_holds(tmp_path):
    (tmp_path / "sounds").mkdir()
    (tmp_path / "sounds" / "1_eva_0.wav").touch()
    for digit in range(10):
        folder = tmp_path / "pictures" / str(digit)
        folder.mkdir(parents=True)
        for i in range(5):
            Image.new("L", (28, 28), 200 * (i % 2)).save(folder / f"{i}.png")
    (tmp_path / "empty").mkdir()
    assert kind_of_folder(tmp_path / "sounds") == SOUNDS
    assert kind_of_folder(tmp_path / "pictures") == PICTURES
    assert len(list_examples(tmp_path / "pictures", PICTURES)) == 50
    with pytest.raises(LabError, match="neither pictures nor sounds"):
        kind_of_folder(tmp_path / "empty")
    with pytest.raises(LabError, match="no folder named"):
        kind_of_folder(tmp_path / "none")


def test_that_pictures_of_other_classes_than_digits_say_their_names(tmp_path):
    for name in ("cercle", "étoile"):
        (tmp_path / name).mkdir()
        for i in range(2):
            Image.fromarray(np.full((28, 28), 9 * i, np.uint8)).save(tmp_path / name / f"{i}.png")
    examples = list_examples(tmp_path, PICTURES)
    assert [(each.label, each.class_name) for each in examples] == [
        (0, "cercle"),
        (1, "étoile"),
        (0, "cercle"),
        (1, "étoile"),
    ]
    assert {each.class_name for each in list_examples("builtin", PICTURES)} == {""}
