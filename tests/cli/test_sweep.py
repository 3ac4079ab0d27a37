"""`tplab sweep`, run in this process on a small random network: the JSON, the files, the exit status."""

import csv
import errno
import json

import numpy as np
import pytest
from PIL import Image

from tests.heatmap_network import save_random_builtin
from tplab_gui import cli
from tplab_gui.core.adjustments import NEUTRAL
from tplab_gui.vision.adjust import apply
from tplab_gui.vision.cam import heatmaps
from tplab_gui.vision.classify import load_classifier


@pytest.fixture(autouse=True)
def network(tmp_path, monkeypatch):
    monkeypatch.setenv("TPLAB_MODELS", str(save_random_builtin(tmp_path / "models")))


@pytest.fixture
def picture(tmp_path):
    path = tmp_path / "noise.png"
    Image.fromarray(np.random.default_rng(3).integers(0, 255, (60, 90, 3), np.uint8)).save(path)
    return path


@pytest.fixture
def tplab(capsys):
    """Run `tplab sweep ARGUMENTS --json`; return status, the objects printed and the last line of stderr."""

    def run(*arguments, is_json=True):
        words = ["sweep", *map(str, arguments), *(["--json"] if is_json else [])]
        status = cli.run(cli.parse(words))
        printed = capsys.readouterr()
        lines = printed.out.splitlines()
        return status, [json.loads(line) for line in lines] if is_json else lines, printed.err.strip()

    return run


def test_that_the_lines_are_those_of_the_interface_with_the_networks_own_scores(tplab, picture):
    status, lines, errors = tplab(picture, "--transform", "brightness")
    assert (status, errors, len(lines)) == (0, "", 11)
    rgb, classifier = np.asarray(Image.open(picture)), load_classifier("builtin")
    for number, line in enumerate(lines[:-1], 1):
        assert set(line) == {"step", "parameter", "score", "top"}
        assert line["step"] == number
        changed = apply(rgb, NEUTRAL.with_value("brightness", line["parameter"]))
        expected = heatmaps(classifier, changed, "tennis ball")
        assert line["score"] == pytest.approx(expected.score, abs=1e-6)
        assert [name for name, _ in line["top"]] == [name for name, _ in expected.top]
    summary = lines[-1]["summary"]
    assert set(summary) == {"optimal_zone", "threshold", "below_threshold", "cliffs"}
    assert summary["threshold"] == 0.8
    scores = [line["score"] for line in lines[:-1]]
    assert summary["below_threshold"] == [n for n, score in enumerate(scores, 1) if score < 0.8]
    assert summary["optimal_zone"] == ([n for n, score in enumerate(scores, 1) if score > 0.99] or None)


def test_that_ends_steps_and_seed_are_obeyed(tplab, picture):
    options = ("--transform", "perspective-random", "--steps", 4, "--from", 20, "--to", 80)
    _, lines, _ = tplab(picture, *options, "--seed", 7)
    assert [line["parameter"] for line in lines[:-1]] == pytest.approx([20, 40, 60, 80])
    assert tplab(picture, *options, "--seed", 7)[1] == lines
    assert tplab(picture, *options, "--seed", 8)[1] != lines


def test_that_without_json_a_person_reads_a_table_and_the_sentences(tplab, picture):
    status, lines, _ = tplab(picture, "--transform", "jpeg", "--steps", "3", is_json=False)
    assert status == 0
    assert lines[0].split()[:2] == ["1", "100"]
    assert any(line.startswith("below 80 %: steps") for line in lines)
    assert "not established" in lines[-1] or "heat" in lines[-1]


def test_that_a_folder_gives_mean_and_spread(tplab, tmp_path, picture):
    folder = tmp_path / "two"
    folder.mkdir()
    for name, seed in (("a.png", 1), ("b.png", 2)):
        Image.fromarray(np.random.default_rng(seed).integers(0, 255, (40, 50, 3), np.uint8)).save(
            folder / name
        )
    status, lines, _ = tplab(folder, "--transform", "blur", "--steps", 2)
    assert status == 0
    for line in lines[:-1]:
        assert line["score"] == pytest.approx(np.mean(line["scores"]))
        assert line["spread"] == pytest.approx(np.std(line["scores"]))
    (folder / "c.jpg").write_text("Dear Sir")
    status, lines, errors = tplab(folder, "--transform", "blur", "--steps", 2)
    assert (status, len(lines[0]["scores"])) == (1, 2)
    assert errors.splitlines()[-1].startswith("tplab: Some of the pictures could not be read")


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--transform", "sepia"), "no transform called sepia"),
        (("--transform", "hue", "--steps", 1), "2 to 200 pictures, not 1"),
        (("--transform", "hue", "--steps", 201), "2 to 200 pictures, not 201"),
        (("--transform", "hue", "--from", 5, "--to", 5), "all its pictures would be the same"),
        (("--transform", "hue", "--to", 500), "must lie between -180 and 180"),
        (("--transform", "hue", "--seed", -1), "The seed -1 is not"),
        (("--transform", "hue", "--target", "unicorn"), "no class called unicorn"),
        (("--transform", "hue", "--method", "crystal"), "no heatmap method called crystal"),
        (("--transform", "hue", "--model", "nothing"), "no network called nothing"),
    ],
)
def test_that_a_request_that_cannot_be_served_is_status_2_without_a_line(tplab, picture, options, said):
    status, lines, errors = tplab(picture, *options)
    assert (status, lines) == (2, [])
    assert said in errors
    assert errors.startswith("tplab: ")
    assert "\n" not in errors


@pytest.mark.parametrize("kind", ["missing", "text", "empty folder"])
def test_that_a_file_that_is_no_picture_is_status_2(tplab, tmp_path, kind):
    path = tmp_path / "thing.png"
    if kind == "text":
        path.write_text("Dear Sir")
    elif kind == "empty folder":
        path.mkdir()
    status, lines, errors = tplab(path, "--transform", "hue")
    assert (status, lines) == (2, [])
    assert errors.startswith("tplab: ")


@pytest.mark.parametrize("shape", [(1, 1), (3, 20_000)])
def test_that_odd_pictures_are_swept(tplab, tmp_path, shape):
    path = tmp_path / "odd.png"
    Image.fromarray(np.full((*shape, 3), 99, np.uint8)).save(path)
    status, lines, _ = tplab(path, "--transform", "perspective", "--steps", 2)
    assert (status, len(lines)) == (0, 3)


def test_that_save_writes_pictures_maps_and_a_table(tplab, picture, tmp_path):
    saved = tmp_path / "out"
    _, lines, _ = tplab(picture, "--transform", "rotation", "--steps", 3, "--save", saved)
    rgb = np.asarray(Image.open(picture))
    for line in lines[:-1]:
        stem = f"noise.rotation-{line['step']:03d}"
        changed = np.asarray(Image.open(saved / f"{stem}.picture.png"))
        assert np.array_equal(changed, apply(rgb, NEUTRAL.with_value("rotation", line["parameter"])))
        assert np.load(saved / f"{stem}.heatmap.npy").shape == rgb.shape[:2]
        assert np.load(saved / f"{stem}.raw.npy").ndim == 2
        assert (saved / f"{stem}.overlay.png").is_file()
    with (saved / "sweep-rotation.csv").open() as stream:
        rows = list(csv.DictReader(stream))
    assert [float(row["score"]) for row in rows] == [line["score"] for line in lines[:-1]]
    assert len(list(saved.iterdir())) == 3 * 4 + 1


def test_that_a_disk_that_fills_up_is_status_1_and_keeps_the_steps_before(
    tplab, picture, tmp_path, monkeypatch
):
    kept = Image.Image.save
    calls = []

    def full_at_the_third_step(image, path, **options):
        calls.append(path)
        if len(calls) > 4:  # two pictures a step
            raise OSError(errno.ENOSPC, "No space left on device")
        kept(image, path, **options)

    monkeypatch.setattr(Image.Image, "save", full_at_the_third_step)
    saved = tmp_path / "out"
    status, lines, errors = tplab(picture, "--transform", "hue", "--steps", 5, "--save", saved)
    assert (status, [line["step"] for line in lines]) == (1, [1, 2])
    assert errors.startswith("tplab: The disk is full")
    with (saved / "sweep-hue.csv").open() as stream:
        assert len(list(csv.DictReader(stream))) == 2


def test_that_an_interruption_keeps_the_steps_before(tplab, picture, tmp_path, monkeypatch):
    """Status 130 as every command; the table holds what was printed."""
    import tplab_gui.cli.sweep as command

    kept = command._Saved.step

    def interrupted_after_two(self, step):
        kept(self, step)
        if step.step == 2:
            raise KeyboardInterrupt

    monkeypatch.setattr(command._Saved, "step", interrupted_after_two)
    status, _, errors = tplab(picture, "--transform", "hue", "--save", tmp_path / "out")
    assert status == 130
    assert "What was finished is kept." in errors
    with (tmp_path / "out" / "sweep-hue.csv").open() as stream:
        assert len(list(csv.DictReader(stream))) == 2
