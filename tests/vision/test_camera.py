"""Sources of moving pictures: real small videos, a real local stream, and devices faked at OpenCV's door."""

import http.server
import threading
import time
from pathlib import Path
from typing import ClassVar

import cv2
import numpy as np
import pytest

from tplab_gui.core.errors import MissingError
from tplab_gui.vision import camera
from tplab_gui.vision.camera import Camera, found
from tplab_gui.vision.frames import reduced, to_rgb

SOON_S = 5.0


def grey_of(number: int) -> int:
    """Brightness that names a frame: 20 steps apart, so that compression cannot confuse two of them."""
    return 20 + 20 * number


def write_video(path: Path, n_frames: int = 10, rate_hz: float = 50.0, code: str = "mp4v") -> Path:
    writer = cv2.VideoWriter(str(path), cv2.VideoWriter_fourcc(*code), rate_hz, (64, 48))
    assert writer.isOpened()
    for number in range(n_frames):
        writer.write(np.full((48, 64, 3), grey_of(number), np.uint8))
    writer.release()
    return path


def wait_for(condition, timeout_s: float = SOON_S):
    """Look until `condition()` is true; return its value. Waits without a clock of its own: yields the processor."""
    deadline_s, pause = time.perf_counter() + timeout_s, threading.Event()
    while not (value := condition()):
        assert time.perf_counter() < deadline_s, "it did not happen in time"
        pause.wait(0.005)
    return value


def greys_seen(source: Camera, n: int) -> list[int]:
    """Brightness of `n` frames, each the newest at its moment."""
    seen, version = [], 0
    while len(seen) < n:
        newer = source.frames.wait(version, SOON_S)
        assert newer != version, f"no frame; {source.trouble()}"
        version = newer
        seen.append(int(source.frames.get().rgb().mean()))
    return seen


class FakeCapture:
    """A camera at OpenCV's door. `script` is called once per read: a picture, None (a failed read), or it blocks."""

    opened: ClassVar[list["FakeCapture"]] = []
    script = staticmethod(lambda capture: np.full((48, 64, 3), 90, np.uint8))
    is_answering = True

    def __init__(self, *_arguments):
        self.reads = 0
        self.is_released = False
        type(self).opened.append(self)

    def isOpened(self):
        return self.is_answering

    def set(self, *_arguments):
        return True

    def get(self, *_arguments):
        return 0.0

    def read(self):
        self.reads += 1
        pixels = self.script(self)
        return pixels is not None, pixels

    def release(self):
        self.is_released = True


@pytest.fixture
def fake_camera(monkeypatch):
    """Replace OpenCV's capture; returns a function that installs a script."""

    def install(script=None, *, is_answering=True):
        kind = type("Scripted", (FakeCapture,), {"opened": [], "is_answering": is_answering})
        if script is not None:
            kind.script = staticmethod(script)
        monkeypatch.setattr(camera.cv2, "VideoCapture", kind)
        return kind

    return install


@pytest.fixture
def impatient(monkeypatch):
    """Shorter waits, so that the tests of patience are quick."""
    monkeypatch.setattr(camera, "OPEN_DEADLINE_S", 0.15)
    monkeypatch.setattr(camera, "SILENCE_S", 0.15)
    monkeypatch.setattr(camera, "RETRY_S", 0.1)


def test_that_silence_is_told_within_three_seconds_and_a_slow_opening_within_five():
    assert camera.SILENCE_S <= 3
    assert camera.OPEN_DEADLINE_S <= 5


@pytest.mark.parametrize(
    ("name", "code"), [("ball.mp4", "mp4v"), ("ball.avi", "MJPG"), ("ball.webm", "VP80")]
)
def test_that_a_video_file_gives_its_frames_in_order(tmp_path, name, code):
    path = write_video(tmp_path / name, code=code)
    with Camera("video", str(path)) as source:
        seen = greys_seen(source, 6)
    numbers = [round((grey - 20) / 20) for grey in seen]
    assert numbers == sorted(numbers)
    assert np.abs(np.array(seen) - [grey_of(number) for number in numbers]).max() <= 4


def test_that_colours_arrive_as_rgb(tmp_path):
    path = tmp_path / "red.avi"
    writer = cv2.VideoWriter(str(path), cv2.VideoWriter_fourcc(*"MJPG"), 30, (64, 48))
    writer.write(np.full((48, 64, 3), (0, 0, 255), np.uint8))  # red, in OpenCV's order
    writer.release()
    with Camera("video", str(path)) as source:
        frame = wait_for(source.frames.get)
    red, green, blue = frame.rgb().mean(axis=(0, 1))
    assert red > 240
    assert max(green, blue) < 15


def test_that_a_video_starts_again_at_its_end(tmp_path):
    path = write_video(tmp_path / "short.mp4", n_frames=3)
    with Camera("video", str(path)) as source:
        wait_for(lambda: source.frames.version >= 8)
        assert source.trouble() is None
        assert not source.is_over


def test_that_a_video_that_does_not_loop_ends_with_its_last_picture(tmp_path):
    path = write_video(tmp_path / "short.mp4", n_frames=4)
    with Camera("video", str(path), is_looping=False) as source:
        wait_for(lambda: source.is_over)
        assert source.frames.version == 4
        assert int(source.frames.get().rgb().mean()) == pytest.approx(grey_of(3), abs=4)
        assert source.trouble() is None


def test_that_a_video_plays_at_its_own_speed(tmp_path):
    path = write_video(tmp_path / "slow.mp4", n_frames=8, rate_hz=20.0)
    with Camera("video", str(path), is_looping=False) as source:
        first_s = wait_for(source.frames.get).captured_s
        wait_for(lambda: source.is_over)
        last_s = source.frames.get().captured_s
    assert last_s - first_s == pytest.approx(7 / 20, rel=0.5)  # a busy machine may be late, never early
    assert last_s - first_s > 0.9 * 7 / 20


def test_that_a_slow_reader_sees_the_newest_frame_and_never_a_backlog(fake_camera):
    allowed = threading.Semaphore(0)

    def numbered(capture):
        allowed.acquire(timeout=SOON_S)
        return np.full((8, 8, 3), capture.reads, np.uint8)

    fake_camera(numbered)
    with Camera("camera", "0") as source:
        allowed.release(50)
        wait_for(lambda: source.frames.version == 50)
        assert source.frames.get().rgb().max() == 50
        assert source.frames.get().number == 50
    allowed.release()  # the reader waits in its 51st read: now it ends
    assert source.released_within(SOON_S)


def test_that_a_4k_frame_is_reduced_for_work_and_its_aspect_kept():
    assert reduced(np.zeros((2160, 3840, 3), np.uint8), 1280).shape == (720, 1280, 3)
    assert reduced(np.zeros((20_000, 3, 3), np.uint8), 1280).shape == (1280, 1, 3)
    small = np.zeros((48, 64, 3), np.uint8)
    assert reduced(small, 1280) is small


def test_that_grey_and_four_channel_frames_become_rgb():
    assert to_rgb(np.full((4, 5), 7, np.uint8)).tolist() == np.full((4, 5, 3), 7).tolist()
    assert to_rgb(np.full((4, 5, 1), 7, np.uint8)).shape == (4, 5, 3)
    assert to_rgb(np.full((2, 2, 4), (1, 2, 3, 255), np.uint8))[0, 0].tolist() == [3, 2, 1]


@pytest.mark.parametrize("content", [b"", b"this is no video" * 500], ids=["empty", "garbage"])
def test_that_a_file_that_is_no_video_is_a_sentence(tmp_path, content):
    path = tmp_path / "holiday.mp4"
    path.write_bytes(content)
    with Camera("video", str(path)) as source:
        error = wait_for(source.trouble)
    assert "holiday.mp4 holds no video" in str(error)
    assert source.frames.get() is None


def test_that_a_missing_video_and_a_folder_are_different_sentences(tmp_path):
    with Camera("video", str(tmp_path / "gone.mp4")) as source:
        assert "There is no file" in str(wait_for(source.trouble))
    with Camera("video", str(tmp_path)) as source:
        assert "is a folder" in str(wait_for(source.trouble))


def test_that_a_truncated_video_plays_what_is_left(tmp_path):
    whole, cut = tmp_path / "whole.avi", tmp_path / "cut.avi"
    writer = cv2.VideoWriter(str(whole), cv2.VideoWriter_fourcc(*"MJPG"), 50, (64, 48))
    for noise in np.random.default_rng(1).integers(0, 255, (40, 48, 64, 3), np.uint8):
        writer.write(noise)  # noise, because it fills the file: a flat picture would leave mostly header
    writer.release()
    cut.write_bytes(whole.read_bytes()[: whole.stat().st_size // 2])
    with Camera("video", str(cut)) as source:
        wait_for(lambda: source.frames.version >= 3)
        assert source.trouble() is None


def test_that_an_absent_camera_says_so_and_what_to_do():
    """No fake here: this machine or the runner may have no camera 97."""
    with Camera("camera", "97") as source:
        error = wait_for(source.trouble)
    assert isinstance(error, MissingError)
    assert "No camera was found. Plug" in str(error)


def test_that_a_busy_camera_is_told_apart_from_an_absent_one(fake_camera, monkeypatch):
    fake_camera(is_answering=False)
    monkeypatch.setattr(camera, "found", lambda: camera.DevicesFound("camera", ("0",), ("Webcam",)))
    with Camera("camera", "0") as source:
        assert "is there but could not be opened" in str(wait_for(source.trouble))


def test_that_a_vanished_camera_is_told_and_found_again_when_it_comes_back(fake_camera, impatient):
    is_plugged = threading.Event()
    is_plugged.set()
    fake = fake_camera(lambda capture: np.full((8, 8, 3), 9, np.uint8) if is_plugged.wait(0.001) else None)
    with Camera("camera", "0") as source:
        wait_for(source.frames.get)
        is_plugged.clear()
        assert "went away" in str(wait_for(source.trouble))
        last = source.frames.get().number
        is_plugged.set()
        wait_for(lambda: source.trouble() is None)
        assert source.frames.get().number > last
        assert fake.opened[0].is_released


def test_that_a_read_that_blocks_is_told_left_behind_and_closed_at_once(fake_camera, impatient):
    let_go = threading.Event()

    def one_then_block(capture):
        if capture.reads > 1:
            let_go.wait(SOON_S)
        return np.full((8, 8, 3), 9, np.uint8)

    fake = fake_camera(one_then_block)
    source = Camera("camera", "0").__enter__()
    wait_for(source.frames.get)
    assert "No frames come" in str(wait_for(source.trouble))
    wait_for(lambda: (source.trouble(), len(fake.opened) > 1)[1])  # it tries again beside the blocked one
    started_s = time.perf_counter()
    source.close()
    assert time.perf_counter() - started_s < 0.1
    let_go.set()
    assert source.released_within(SOON_S)
    assert all(capture.is_released for capture in fake.opened)


def test_that_a_hanging_camera_does_not_collect_threads_without_end(fake_camera, impatient, monkeypatch):
    let_go = threading.Event()
    fake = fake_camera(lambda capture: (let_go.wait(SOON_S), None)[1])
    monkeypatch.setattr(camera, "RETRY_S", 0.0)
    monkeypatch.setattr(camera, "SILENCE_S", 0.01)
    with Camera("camera", "0") as source:
        wait_for(lambda: (source.trouble(), len(fake.opened) == 1 + camera.ABANDONED_AT_MOST)[1])
        asked_until_s = time.perf_counter() + 0.1
        while time.perf_counter() < asked_until_s:
            source.trouble()
        assert len(fake.opened) == 1 + camera.ABANDONED_AT_MOST
        let_go.set()
    assert source.released_within(SOON_S)


def test_that_a_camera_slow_to_open_is_told_and_still_welcome(fake_camera, impatient, monkeypatch):
    let_open = threading.Event()
    fake = fake_camera()
    monkeypatch.setattr(fake, "isOpened", lambda self: let_open.wait(SOON_S))
    with Camera("camera", "0") as source:
        assert "has not answered" in str(wait_for(source.trouble))
        let_open.set()
        wait_for(lambda: source.trouble() is None)
        assert len(fake.opened) == 1


class _Stalling(http.server.BaseHTTPRequestHandler):
    """MJPEG over HTTP: sends five pictures, then nothing, until the test ends."""

    def do_GET(self):
        self.send_response(200)
        self.send_header("Content-Type", "multipart/x-mixed-replace; boundary=next")
        self.end_headers()
        _, jpeg = cv2.imencode(".jpg", np.full((48, 64, 3), 120, np.uint8))
        for _ in range(5):
            head = f"--next\r\nContent-Type: image/jpeg\r\nContent-Length: {jpeg.size}\r\n\r\n"
            self.wfile.write(head.encode() + jpeg.tobytes() + b"\r\n")
        self.wfile.flush()
        self.server.is_over.wait(SOON_S)

    def log_message(self, *_arguments):
        pass


@pytest.fixture
def stalling_stream():
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), _Stalling)
    server.is_over = threading.Event()
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}/stream.mjpg"
    server.is_over.set()
    server.shutdown()
    server.server_close()
    thread.join(SOON_S)


def test_that_a_stream_that_stalls_is_told_within_three_seconds_and_closes_at_once(stalling_stream):
    """The real timeouts are used here, because they are the promise; that takes two seconds."""
    with Camera("stream", stalling_stream) as source:
        wait_for(source.frames.get)
        last_s = source.frames.get().captured_s
        error = wait_for(source.trouble)
        told_s = time.perf_counter()
        assert "stopped" in str(error) or "No frames" in str(error)
        assert told_s - last_s < 3.5
    assert time.perf_counter() - told_s < 0.2


def test_that_a_stream_nobody_serves_is_a_sentence():
    with Camera("stream", "http://127.0.0.1:9/none.mjpg") as source:
        assert "No video stream answers" in str(wait_for(source.trouble))


def test_that_the_list_of_cameras_has_a_name_for_every_key():
    cameras = found()
    assert cameras.kind == "camera"
    assert len(cameras.keys) == len(cameras.names)
    assert all(key.isdecimal() and name for key, name in zip(cameras.keys, cameras.names, strict=True))


@pytest.mark.parametrize(("size", "expected"), [("1280x720", [1280, 720]), ("", [])])
def test_that_a_camera_is_asked_for_the_size_that_was_chosen(fake_camera, size, expected):
    asked = []
    kind = fake_camera()

    def note(_capture, what, value):
        if what in (cv2.CAP_PROP_FRAME_WIDTH, cv2.CAP_PROP_FRAME_HEIGHT):
            asked.append(value)
        return False  # a camera that has no such size goes on with its own

    kind.set = note
    with Camera("camera", "0", size=size) as eye:
        wait_for(lambda: eye.frames.version > 0)
    assert eye.released_within(5)
    assert asked == expected


@pytest.mark.parametrize("rate_hz", [5, 120])
def test_that_a_slow_and_a_fast_camera_show_their_newest_picture(fake_camera, rate_hz):
    pause = threading.Event()

    def script(capture):
        pause.wait(1 / rate_hz)
        return np.full((48, 64, 3), min(capture.reads, 255), np.uint8)

    fake_camera(script)
    with Camera("camera", "0") as eye:
        wait_for(lambda: eye.frames.version >= 3)
        frame = eye.frames.get()
        assert eye.trouble() is None
        wait_for(lambda: eye.frames.get().number > frame.number)
        newest = eye.frames.get()
    assert eye.released_within(5)
    assert int(newest.pixels[0, 0, 0]) == newest.number  # no backlog: the picture is as new as its number
