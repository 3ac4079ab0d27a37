"""What ships in resources/samples, looked at as files: pictures, boxes, the video, and who may use them."""

import csv

import cv2
import numpy as np
import pytest

from tplab_gui.core.paths import RESOURCES
from tplab_gui.data.pictures import read_picture
from tplab_gui.data.places import BALL_VIDEO, PICTURES


def boxes():
    with (PICTURES / "boxes.csv").open(newline="", encoding="utf-8") as stream:
        return list(csv.DictReader(stream))


def is_tennis_yellow(rgb):
    """Mask of the optic-yellow hue, whatever the light: OpenCV's hue 24 to 40 (48 to 80 degrees), saturated."""
    hsv = cv2.cvtColor(rgb, cv2.COLOR_RGB2HSV)
    return (hsv[..., 0] >= 24) & (hsv[..., 0] <= 40) & (hsv[..., 1] > 90)


def test_that_every_picture_has_a_line_and_every_line_a_picture():
    assert {row["file"] for row in boxes()} == {path.name for path in PICTURES.glob("*.jpg")}


def test_that_the_pictures_with_balls_and_those_without_are_about_as_many():
    with_ball = {row["file"] for row in boxes() if row["x0"]}
    without = {row["file"] for row in boxes() if not row["x0"]}
    assert min(len(with_ball), len(without)) >= 5
    assert not with_ball & without


@pytest.mark.parametrize("row", [row for row in boxes() if row["x0"]], ids=lambda row: row["file"])
def test_that_a_box_holds_a_yellow_ball(row):
    rgb = read_picture(PICTURES / row["file"])
    x0, y0, x1, y1 = (round(float(row[name])) for name in ("x0", "y0", "x1", "y1"))
    assert 0 <= x0 < x1 <= rgb.shape[1]
    assert 0 <= y0 < y1 <= rgb.shape[0]
    assert x1 - x0 == pytest.approx(y1 - y0, abs=2)
    assert is_tennis_yellow(rgb[y0:y1, x0:x1]).mean() > 0.3


def test_that_the_pictures_are_of_ordinary_size():
    for path in PICTURES.glob("*.jpg"):
        assert read_picture(path).shape == (480, 640, 3)
        assert path.stat().st_size < 200_000


def test_that_the_video_is_a_loop_of_8_to_10_seconds_in_which_the_ball_moves_and_sometimes_leaves():
    video = cv2.VideoCapture(str(BALL_VIDEO))
    fps = video.get(cv2.CAP_PROP_FPS)
    centres, count = [], 0
    while True:
        is_read, bgr = video.read()
        if not is_read:
            break
        count += 1
        if count % 5 == 0:
            yellow = is_tennis_yellow(np.ascontiguousarray(bgr[..., ::-1]))
            found = yellow.sum() > 150
            centres.append(np.argwhere(yellow).mean(axis=0) if found else None)
    video.release()
    assert 25 <= fps <= 30
    assert 8 <= count / fps <= 10
    assert BALL_VIDEO.stat().st_size < 2e6
    seen = np.array([centre for centre in centres if centre is not None])
    assert 0.6 < len(seen) / len(centres) < 0.97
    assert np.ptp(seen[:, 0]) > 150
    assert np.ptp(seen[:, 1]) > 350


def test_that_the_page_of_licences_names_every_folder_that_ships():
    page = (RESOURCES / "LICENSES.md").read_text(encoding="utf-8")
    for path in (RESOURCES / "samples").iterdir():
        assert f"samples/{path.name}" in page
