"""The video of the live view: read back frame by frame, with a full disk, a limit and a stop in the middle."""

import shutil
from types import SimpleNamespace

import cv2
import numpy as np
import pytest

from tplab_gui.core.errors import LabError
from tplab_gui.core.events.heatmap import HeatmapFrame, PictureSeen
from tplab_gui.core.events.view_recording import RecordingGrew, RecordingRequest, ViewRecorded
from tplab_gui.core.mailbox import Latest
from tplab_gui.vision import recording
from tplab_gui.vision.recording import composed, record_view


def frame(red=200, side=(60, 80)):
    image = np.zeros((*side, 3), np.uint8)
    image[..., 0] = red
    cells = np.zeros((4, 4), np.float32)
    return HeatmapFrame(
        1, image, cells, np.zeros((4, 4, 3), np.uint8), np.zeros(side, np.float32), image[:, ::-1] // 2,
        "lemon", 0.25, None, (("lemon", 0.25),), (0.0, 0.0), 1.0, 1.0, 0.0,
    )  # fmt: skip


def recorded(tmp_path, name="view.mp4", picture=None, **limits):
    """Record until the job has said twice that it grew; return its last event and the path."""
    path, is_over = tmp_path / name, Latest(False)
    request = RecordingRequest(str(path), Latest(picture or frame()), is_over, rate_hz=30, **limits)
    grown, last = 0, None
    for event in record_view(request):
        last = event
        grown += isinstance(event, RecordingGrew)
        if grown == 2:
            is_over.set(True)
    return last, path


def frames_of(path):
    capture, found = cv2.VideoCapture(str(path)), []
    while True:
        is_good, pixels = capture.read()
        if not is_good:
            capture.release()
            return found
        found.append(pixels)


@pytest.mark.parametrize("name", ["view.mp4", "view.avi"])
def test_that_the_video_can_be_read_back_at_its_own_speed(tmp_path, name):
    end, path = recorded(tmp_path, name)
    assert isinstance(end, ViewRecorded)
    assert end.why is None
    found = frames_of(path)
    assert len(found) == end.frames
    assert end.frames >= 30  # two looks, half a second apart, at 30 pictures a second
    assert found[0].shape == composed(frame()).shape
    assert found[0][10, 10, 2] > 150  # red, and on the left
    assert [each.name for each in tmp_path.iterdir()] == [name]


def test_that_a_picture_is_input_and_overlay_with_a_line_of_numbers():
    made = composed(frame())
    assert made.shape == (60 + 32, 160, 3)
    assert tuple(made[10, 10]) == (200, 0, 0)
    assert tuple(made[10, 150]) == (100, 0, 0)
    assert (made[60:] < 128).any()
    assert composed(PictureSeen(1, frame().image, 0.0)).shape == (92, 80, 3)


def test_that_a_large_picture_is_made_smaller_and_its_sides_are_even():
    made = composed(PictureSeen(1, np.zeros((1081, 1921, 3), np.uint8), 0.0))
    assert made.shape[0] == 480 + 32
    assert made.shape[1] % 2 == 0


def test_that_a_source_of_another_shape_is_fitted_into_the_first(tmp_path):
    path, is_over, pictures = tmp_path / "view.avi", Latest(False), Latest(frame())
    grown = 0
    for event in record_view(RecordingRequest(str(path), pictures, is_over, rate_hz=30)):
        if isinstance(event, RecordingGrew):
            grown += 1
            pictures.set(frame(side=(120, 60)))
            is_over.set(grown == 2)
    assert {each.shape for each in frames_of(path)} == {(92, 160, 3)}


def test_that_a_disk_that_fills_up_ends_it_with_a_sentence_and_keeps_the_video(tmp_path, monkeypatch):
    full = SimpleNamespace(free=recording.MARGIN_BYTES - 1)
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: full)
    end, path = recorded(tmp_path)
    assert "disk is nearly full" in str(end.why)
    assert len(frames_of(path)) == end.frames > 0


def test_that_it_ends_at_its_limits(tmp_path):
    noise = PictureSeen(1, np.random.default_rng(1).integers(0, 255, (480, 640, 3), np.uint8), 0.0)
    end, _ = recorded(tmp_path, longest_s=0.2)
    assert "limit" in str(end.why)
    end, _ = recorded(tmp_path, "small.avi", noise, max_bytes=1000)
    assert "limit" in str(end.why)


def test_that_a_stop_in_the_middle_keeps_what_there_is(tmp_path):
    path = tmp_path / "view.avi"
    job = record_view(RecordingRequest(str(path), Latest(frame()), Latest(False)))
    for event in job:
        if isinstance(event, RecordingGrew):
            break
    job.close()
    assert len(frames_of(path)) > 0
    assert [each.name for each in tmp_path.iterdir()] == ["view.avi"]


def test_that_an_old_video_stays_when_nothing_came(tmp_path):
    path = tmp_path / "view.mp4"
    path.write_bytes(b"the old one")
    with pytest.raises(LabError, match="Nothing was recorded"):
        list(record_view(RecordingRequest(str(path), Latest(None), Latest(True))))
    assert path.read_bytes() == b"the old one"


@pytest.mark.parametrize("name", ["view.txt", "view"])
def test_that_another_ending_is_refused(tmp_path, name):
    with pytest.raises(LabError, match="cannot be saved as"):
        list(record_view(RecordingRequest(str(tmp_path / name), Latest(frame()), Latest(False))))


def test_that_a_folder_that_cannot_be_written_is_a_sentence(tmp_path):
    blocked = tmp_path / "file"
    blocked.write_text("not a folder")
    with pytest.raises(LabError, match=r"could not be written|cannot be written"):
        list(record_view(RecordingRequest(str(blocked / "view.mp4"), Latest(frame()), Latest(False))))
