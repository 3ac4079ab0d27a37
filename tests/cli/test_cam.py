"""`tplab cam`, run in this process on a small random network: the JSON, the files, the exit status."""

import json
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from tests.heatmap_network import CLASSES, THRESHOLD, save_random_builtin
from tplab_gui import cli
from tplab_gui.cli.cam import _Names
from tplab_gui.vision import drawing
from tplab_gui.vision.cam import heatmaps
from tplab_gui.vision.classify import load_classifier
from tplab_gui.vision.placing import placed

KEYS = {
    *(
        "file",
        "model",
        "method",
        "layer",
        "target",
        "target_index",
        "score",
        "threshold",
        "image_size",
        "top",
    ),
    *("heatmap", "ms"),
}


@pytest.fixture(autouse=True)
def network(tmp_path, monkeypatch):
    monkeypatch.setenv("TPLAB_MODELS", str(save_random_builtin(tmp_path / "models")))


@pytest.fixture
def album(tmp_path) -> Path:
    """Five pictures in a folder and one in a folder inside it."""
    folder = tmp_path / "album"
    (folder / "inside").mkdir(parents=True)
    rng = np.random.default_rng(3)
    for number, name in enumerate(("a.png", "b.jpg", "c.png", "d.png", "e.png", "inside/a.png")):
        pixels = rng.integers(0, 255, (60 + 4 * number, 90, 3), np.uint8)
        Image.fromarray(pixels).save(folder / name)
    return folder


@pytest.fixture
def tplab(capsys):
    """Run `tplab cam ARGUMENTS --json`; return status, the objects printed and the last line of stderr."""

    def run(*arguments, is_json=True):
        words = ["cam", *map(str, arguments), *(["--json"] if is_json else [])]
        status = cli.run(cli.parse(words))
        printed = capsys.readouterr()
        lines = printed.out.splitlines()
        return status, [json.loads(line) for line in lines] if is_json else lines, printed.err.strip()

    return run


def test_that_a_line_holds_exactly_the_documented_keys_and_the_networks_own_answer(tplab, album):
    path = album / "c.png"
    status, (line,), errors = tplab(path)
    assert (status, errors) == (0, "")
    assert set(line) == KEYS
    assert set(line["heatmap"]) == {"height", "width", "min", "max", "peak_xy"}
    expected = heatmaps(load_classifier("builtin"), np.asarray(Image.open(path)), "tennis ball", "gradcam++")
    assert line["score"] == pytest.approx(expected.score, abs=1e-6)
    assert line["heatmap"]["max"] == pytest.approx(float(expected.raw.max()), abs=1e-6)
    assert (line["heatmap"]["height"], line["heatmap"]["width"]) == expected.raw.shape
    assert line["heatmap"]["peak_xy"] == pytest.approx(expected.peak_xy, abs=0.1)
    assert line["image_size"] == [90, 68]
    assert (line["target"], line["target_index"], line["threshold"]) == ("tennis ball", 0, THRESHOLD)
    assert [name for name, _ in line["top"]] == [name for name, _ in expected.top]
    assert len(line["top"]) == 5
    assert (line["model"], line["method"], line["file"]) == ("builtin", "gradcam++", str(path))


def test_that_a_folder_is_searched_and_the_order_is_the_same_every_time(tplab, album):
    status, lines, _ = tplab(album)
    names = [str(Path(line["file"]).relative_to(album)) for line in lines]
    assert status == 0
    assert sorted(names) == ["a.png", "b.jpg", "c.png", "d.png", "e.png", str(Path("inside/a.png"))]
    assert [line["file"] for line in tplab(album)[1]] == [line["file"] for line in lines]


def test_that_answers_do_not_depend_on_what_else_is_looked_at(tplab, album):
    """Several pictures are computed at once, with hooks on the network: each must get its own map."""
    together = {line["file"]: (line["score"], line["heatmap"]) for line in tplab(album)[1]}
    for path, answer in together.items():
        (alone,) = tplab(path)[1]
        assert (alone["score"], alone["heatmap"]) == answer


def test_that_one_bad_file_says_so_and_the_rest_goes_on_with_status_1(tplab, album, tmp_path):
    bad = tmp_path / "letter.jpg"
    bad.write_text("Dear Sir or Madam")
    status, lines, errors = tplab(album / "a.png", bad, tmp_path / "gone.png", album / "b.jpg")
    assert status == 1
    assert [set(line) == KEYS for line in lines] == [True, False, False, True]
    assert "letter.jpg" in lines[1]["error"]
    assert "gone.png" in lines[2]["error"]
    assert errors == "tplab: 2 of 4 pictures could not be looked at. Their own lines say why."


def test_that_a_single_unreadable_file_is_status_2_with_its_own_sentence(tplab, tmp_path):
    status, (line,), errors = tplab(tmp_path / "gone.png")
    assert status == 2
    assert "gone.png" in line["error"]
    assert errors.startswith("tplab: There is no file")


@pytest.mark.parametrize(
    ("option", "value", "sentence"),
    [
        ("--target", "tenis ball", "no class called tenis ball. Did you mean"),
        ("--method", "crystal-ball", "no heatmap method called crystal-ball"),
        ("--layer", "nowhere", "no layer called nowhere"),
    ],
)
def test_that_a_request_that_cannot_be_served_is_status_2_without_lines(
    tplab, album, option, value, sentence
):
    status, lines, errors = tplab(album / "a.png", option, value)
    assert (status, lines) == (2, [])
    assert sentence in errors
    assert errors.startswith("tplab: ")
    assert "\n" not in errors


def test_that_a_missing_network_is_status_2_before_any_line(tplab, album, tmp_path, monkeypatch):
    monkeypatch.setenv("TPLAB_MODELS", str(tmp_path / "nothing"))
    monkeypatch.setattr("tplab_gui.core.paths.MODELS", tmp_path / "nothing")
    status, lines, errors = tplab(album)
    assert (status, lines) == (2, [])
    assert errors.startswith("tplab: The network builtin is not on this machine.")


def test_that_a_folder_without_pictures_is_status_2(tplab, tmp_path):
    (tmp_path / "empty").mkdir()
    status, lines, errors = tplab(tmp_path / "empty")
    assert (status, lines) == (2, [])
    assert "There are no pictures in the folder" in errors


def test_that_saved_maps_are_what_the_interface_promises(tplab, album, tmp_path):
    saved = tmp_path / "maps"
    status, lines, _ = tplab(album, "--save", saved)
    assert status == 0
    assert len(list(saved.iterdir())) == 3 * len(lines)  # nothing temporary is left
    line = next(line for line in lines if line["file"].endswith("b.jpg"))
    raw, heat = np.load(saved / "b.raw.npy"), np.load(saved / "b.heatmap.npy")
    with Image.open(saved / "b.overlay.png") as overlay:
        assert overlay.size == (90, 64)
    assert (raw.dtype, heat.dtype) == (np.float32, np.float32)
    assert raw.shape == (line["heatmap"]["height"], line["heatmap"]["width"])
    assert float(raw.max()) == pytest.approx(line["heatmap"]["max"])
    assert heat.shape == (64, 90)
    assert (float(heat.min()), float(heat.max())) == (pytest.approx(0, abs=0.2), pytest.approx(1, abs=0.2))
    assert heat.min() >= 0
    assert heat.max() <= 1


def test_that_two_files_of_one_name_do_not_overwrite_each_other(tplab, album, tmp_path):
    tplab(album, "--save", tmp_path / "maps")
    first, second = (np.load(tmp_path / "maps" / f"{name}.raw.npy") for name in ("a", "a-2"))
    assert not np.array_equal(first, second)


def test_that_a_made_up_number_does_not_collide_with_a_real_name():
    names = _Names()
    given = [names.of(Path(each)) for each in ("a.png", "a-2.png", "x/a.png", "y/a.png")]
    assert len(set(given)) == 4
    assert given[:2] == ["a", "a-2"]


def test_that_a_folder_that_cannot_be_written_ends_with_a_sentence(tplab, album, tmp_path):
    (tmp_path / "file").write_text("in the way")
    status, lines, errors = tplab(album / "a.png", "--save", tmp_path / "file" / "maps")
    assert (status, lines) == (2, [])
    assert errors.startswith("tplab: ")
    assert "could not be written" in errors


def test_that_people_get_percent_and_place(tplab, album):
    status, (line,), _ = tplab(album / "a.png", "--target", "zebra", is_json=False)
    assert status == 0
    assert " %  zebra" in line
    assert "heat strongest at x" in line


def test_that_every_class_of_the_network_can_be_the_target(tplab, album):
    for index, name in enumerate(CLASSES):
        (line,) = tplab(album / "a.png", "--target", name.upper())[1]
        assert (line["target"], line["target_index"]) == (name, index)


def test_that_saved_heat_follows_the_scale_the_curve_and_the_colours(tplab, album, tmp_path):
    picture = album / "a.png"
    found = heatmaps(load_classifier("builtin"), np.asarray(Image.open(picture)), "tennis ball", "gradcam++")
    for scale, curve in (("stretched", "squared"), ("absolute", "linear")):
        where = tmp_path / scale
        arguments = ("--scale", scale, "--curve", curve, "--colours", "jet", "--save", where)
        assert tplab(picture, *arguments)[0] == 0
        expected = placed(drawing.heat(found, scale, curve), found.frame, *found.size)
        assert np.allclose(np.load(where / "a.heatmap.npy"), expected, atol=1e-4)
        assert np.allclose(np.load(where / "a.raw.npy"), found.raw, atol=1e-5)


def test_that_a_picture_can_be_pressed_into_a_square(tplab, album):
    _, (fitted,), _ = tplab(album / "a.png")
    _, (squashed,), _ = tplab(album / "a.png", "--squash")
    assert fitted["heatmap"]["width"] > fitted["heatmap"]["height"]
    assert squashed["heatmap"]["width"] == squashed["heatmap"]["height"]


def test_that_unknown_colours_are_status_2(tplab, album):
    status, lines, told = tplab(album / "a.png", "--colours", "rainbow")
    assert (status, lines) == (2, [])
    assert "no colour table called rainbow" in told
