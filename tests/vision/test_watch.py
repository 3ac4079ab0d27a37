"""The job of the Heatmap tab, iterated as a generator: no window, real files, one fake at OpenCV's door."""

import itertools
import threading
import time
from dataclasses import replace

import cv2
import numpy as np
import pytest
from PIL import Image

from tests.heatmap_network import CLASSES, THRESHOLD, save_random_builtin
from tplab_gui.core.errors import MissingError
from tplab_gui.core.events.common import Cleared, DevicesFound, Notice, Progress, Ready, Tick, Waiting
from tplab_gui.core.events.heatmap import FrameSource, HeatmapFrame, ModelReady, PictureSeen
from tplab_gui.core.mailbox import Latest
from tplab_gui.core.params import WatchParams
from tplab_gui.vision import camera, sources
from tplab_gui.vision.cam import heatmaps
from tplab_gui.vision.classify import load_classifier
from tplab_gui.vision.watch import watch

SOON_S = 30.0


@pytest.fixture(autouse=True)
def network(tmp_path, monkeypatch):
    """A random network called builtin, found before any other."""
    monkeypatch.setenv("TPLAB_MODELS", str(save_random_builtin(tmp_path / "models")))


@pytest.fixture
def picture(tmp_path):
    """A 96 x 64 picture file with a different colour everywhere."""
    pixels = np.random.default_rng(5).integers(0, 255, (64, 96, 3), np.uint8)
    path = tmp_path / "noise.png"
    Image.fromarray(pixels).save(path)
    return path, pixels


class Watching:
    """The job and its parameters; `until` iterates to the first event that fits and keeps all events."""

    def __init__(self, **asked):
        self.params = Latest(WatchParams(**asked))
        self.seen = []
        self.job = watch(self.params)

    def ask(self, **changes):
        self.params.set(replace(self.params.get(), **changes))

    def until(self, kind, fits=lambda _event: True):
        deadline_s = time.perf_counter() + SOON_S
        for event in self.job:
            self.seen.append(event)
            if isinstance(event, kind) and fits(event):
                return event
            assert time.perf_counter() < deadline_s, (
                f"no {kind.__name__}; {[e for e in self.seen if not isinstance(e, Tick)][-8:]}"
            )
        raise AssertionError("the job ended by itself")

    def next_ones(self, n):
        events = list(itertools.islice(self.job, n))
        self.seen += events
        return events


@pytest.fixture
def watching():
    """Start jobs that are closed when the test ends."""
    started = []

    def start(**asked):
        started.append(Watching(**asked))
        return started[-1]

    yield start
    for each in started:
        each.job.close()


@pytest.fixture
def fake_camera(monkeypatch):
    """A camera whose pictures the test makes: `fake_camera(script)` with `script(read_number) -> BGR or None`."""

    def install(script):
        opened = []

        class Scripted:
            def __init__(self, *_arguments):
                self.reads, self.is_released = 0, False
                opened.append(self)

            def isOpened(self):
                return True

            def set(self, *_arguments):
                return True

            def read(self):
                self.reads += 1
                pixels = script(self.reads)
                return pixels is not None, pixels

            def release(self):
                self.is_released = True

        monkeypatch.setattr(camera.cv2, "VideoCapture", Scripted)
        return opened

    return install


def wait_for(condition):
    deadline_s, pause = time.perf_counter() + SOON_S, threading.Event()
    while not condition():
        assert time.perf_counter() < deadline_s, "it did not happen in time"
        pause.wait(0.005)


def test_that_an_answer_is_what_the_network_says_about_that_very_picture(watching, picture):
    path, pixels = picture
    frame = watching(source="picture", where=str(path)).until(HeatmapFrame)
    expected = heatmaps(load_classifier("builtin"), pixels, "tennis ball", "gradcam++")
    assert np.array_equal(frame.image, pixels)
    assert np.allclose(frame.raw, expected.raw, atol=1e-6)
    assert np.allclose(frame.heatmap, expected.heatmap, atol=1e-5)
    assert frame.score == pytest.approx(expected.score, abs=1e-6)
    assert [name for name, _ in frame.top] == [name for name, _ in expected.top]
    assert frame.peak_xy == expected.peak_xy
    assert (frame.target, frame.threshold) == ("tennis ball", THRESHOLD)
    assert frame.raw_picture.shape == (*frame.raw.shape, 3)


def test_that_the_simulated_ball_is_seen_while_the_network_loads_and_judged_afterwards(watching):
    job = watching()
    job.until(HeatmapFrame)
    kinds = [type(event) for event in job.seen if not isinstance(event, Tick)]
    assert kinds[0] is Waiting
    assert kinds.index(FrameSource) < kinds.index(HeatmapFrame)
    ready = next(event for event in job.seen if isinstance(event, ModelReady))
    assert (ready.classes, ready.threshold) == (CLASSES, THRESHOLD)
    assert any(isinstance(event, Ready) for event in job.seen)
    first, second = job.until(HeatmapFrame), job.until(HeatmapFrame)
    assert second.number > first.number
    assert second.captured_s > first.captured_s


def test_that_a_still_picture_is_computed_once_and_drawn_again_only_on_change(watching, picture):
    path, pixels = picture
    job = watching(source="picture", where=str(path))
    first = job.until(HeatmapFrame)
    assert {type(event) for event in job.next_ones(3)} == {Tick}
    job.ask(opacity=0.0)
    again = job.until(HeatmapFrame)
    assert again.raw is first.raw  # drawn anew, not computed anew
    assert np.array_equal(again.overlay, pixels)
    job.ask(opacity=1.0, colour_map="viridis")
    assert not np.array_equal(job.until(HeatmapFrame).overlay, pixels)


def test_that_another_target_and_method_act_on_a_frozen_picture(watching):
    job = watching()
    job.until(HeatmapFrame)
    job.ask(is_frozen=True)
    frozen = job.until(Tick)  # whatever was under way has been said
    held = [event for event in job.seen if isinstance(event, HeatmapFrame)][-1]
    assert isinstance(frozen, Tick)
    assert {type(event) for event in job.next_ones(3)} == {Tick}
    job.ask(target="zebra", method="hirescam")
    changed = job.until(HeatmapFrame)
    assert changed.target == "zebra"
    assert np.array_equal(changed.image, held.image)
    assert not np.array_equal(changed.raw, held.raw)
    job.ask(is_frozen=False)
    assert job.until(HeatmapFrame).captured_s > held.captured_s


def test_that_an_unknown_target_is_told_once_and_the_last_good_one_goes_on(watching):
    job = watching()
    job.until(HeatmapFrame)
    job.ask(target="tenis ball")
    told = job.until(Notice)
    assert "no class called tenis ball" in str(told.error)
    assert "tennis ball" in told.error.advice()
    for _ in range(3):
        assert job.until(HeatmapFrame).target == "tennis ball"
    assert sum(isinstance(event, Notice) for event in job.seen) == 1
    job.ask(target="lemon")
    assert job.until(Cleared, lambda event: event.key == told.key)
    assert job.until(HeatmapFrame).target == "lemon"


def test_that_an_unknown_method_is_a_sentence_and_the_view_goes_on(watching):
    job = watching()
    job.until(HeatmapFrame)
    job.ask(method="crystal-ball")
    assert "no heatmap method called crystal-ball" in str(job.until(Notice).error)
    assert job.until(HeatmapFrame)


def test_that_the_mirror_swaps_left_and_right(watching, picture):
    path, pixels = picture
    job = watching(source="picture", where=str(path), is_mirrored=True)
    assert np.array_equal(job.until(HeatmapFrame).image, pixels[:, ::-1])


def test_that_a_missing_network_leaves_the_picture_and_comes_by_retry(watching, monkeypatch, tmp_path):
    monkeypatch.setenv("TPLAB_MODELS", str(tmp_path / "nothing"))
    monkeypatch.setattr("tplab_gui.core.paths.MODELS", tmp_path / "nothing")
    job = watching()
    told = job.until(Notice, lambda event: event.key == "model")
    assert isinstance(told.error, MissingError)
    assert job.until(PictureSeen).image.shape == (480, 640, 3)
    save_random_builtin(tmp_path / "nothing")
    job.ask(generation=1)
    assert job.until(Cleared, lambda event: event.key == "model")
    assert job.until(HeatmapFrame)


@pytest.mark.parametrize("content", [b"", b"not a picture at all"], ids=["empty", "text"])
def test_that_an_unreadable_picture_is_told_and_the_previous_one_stays(watching, picture, tmp_path, content):
    path, pixels = picture
    job = watching(source="picture", where=str(path))
    job.until(HeatmapFrame)
    bad = tmp_path / "bad.jpg"
    bad.write_bytes(content)
    job.ask(where=str(bad))
    assert "bad.jpg" in str(job.until(Notice, lambda event: event.key == "source").error)
    job.ask(opacity=0.9)
    assert np.array_equal(job.until(HeatmapFrame).image, pixels)
    job.ask(where=str(path))
    assert job.until(Cleared, lambda event: event.key == "source")


def test_that_pasted_pixels_win_over_a_path(watching, picture):
    path, _ = picture
    pasted = np.full((40, 50, 3), (10, 200, 30), np.uint8)
    frame = watching(source="picture", where=str(path), pixels=pasted).until(HeatmapFrame)
    assert np.array_equal(frame.image, pasted)


def test_that_without_a_camera_the_ball_plays_and_the_notice_says_so(watching):
    job = watching(source="camera", where="97")
    assert "No camera was found" in str(job.until(Notice).error)
    assert job.until(FrameSource).kind == "simulated"
    assert job.until(HeatmapFrame)
    job.ask(source="simulated", where="")
    assert job.until(Cleared, lambda event: event.key == "source")


def test_that_a_camera_that_vanishes_keeps_its_last_picture_and_is_used_again(
    watching, fake_camera, monkeypatch
):
    monkeypatch.setattr(camera, "RETRY_S", 0.05)
    is_plugged = threading.Event()
    is_plugged.set()
    fake_camera(lambda _read: np.full((48, 64, 3), 77, np.uint8) if is_plugged.wait(0.002) else None)
    job = watching(source="camera", where="0")
    job.until(HeatmapFrame)
    is_plugged.clear()
    assert "went away" in str(job.until(Notice, lambda event: event.key == "source").error)
    job.ask(target="lemon")
    kept = job.until(HeatmapFrame, lambda event: event.target == "lemon")
    assert kept.image.mean() == pytest.approx(77)  # the camera's picture, not the ball
    is_plugged.set()
    assert job.until(Cleared, lambda event: event.key == "source")
    assert job.until(HeatmapFrame).captured_s > kept.captured_s


def test_that_a_slow_consumer_gets_the_newest_frame(watching, fake_camera):
    allowed = threading.Semaphore(1)

    def numbered(read):
        allowed.acquire(timeout=SOON_S)
        return np.full((48, 64, 3), read, np.uint8)

    opened = fake_camera(numbered)
    job = watching(source="camera", where="0")
    job.until(HeatmapFrame)
    allowed.release(60)
    wait_for(lambda: opened[0].reads == 62)  # 61 delivered, the next one waits
    frames = [job.until(HeatmapFrame)]
    assert frames[0].image.max() == 61
    job.job.close()
    allowed.release()  # the reader waits in its next read: now it ends


def test_that_a_hidden_tab_holds_no_camera_and_a_shown_one_opens_it_again(watching, fake_camera):
    opened = fake_camera(lambda read: np.full((48, 64, 3), 50 + read % 100, np.uint8))
    job = watching(source="camera", where="0")
    job.until(HeatmapFrame)
    job.ask(is_active=False)
    job.next_ones(2)
    wait_for(lambda: opened[0].is_released)
    assert not any(isinstance(event, HeatmapFrame) for event in job.next_ones(3))
    job.ask(is_active=True)
    job.until(HeatmapFrame)
    assert len(opened) == 2


def test_that_closing_the_job_releases_the_camera(fake_camera):
    opened = fake_camera(lambda read: np.full((48, 64, 3), read % 200, np.uint8))
    job = Watching(source="camera", where="0")
    job.until(HeatmapFrame)
    job.job.close()
    assert opened[0].is_released


def test_that_black_frames_bring_a_hint_and_light_takes_it_away(watching, fake_camera, monkeypatch):
    monkeypatch.setattr(sources, "_BLACK_AFTER_S", 0.05)
    has_light = threading.Event()
    fake_camera(lambda _read: np.full((48, 64, 3), 120 if has_light.wait(0.005) else 0, np.uint8))
    job = watching(source="camera", where="0")
    assert "black pictures" in str(job.until(Notice, lambda event: event.key == "black").error)
    has_light.set()
    assert job.until(Cleared, lambda event: event.key == "black")


def test_that_a_4k_camera_is_worked_on_at_1280_pixels(watching, fake_camera):
    fake_camera(lambda read: np.full((2160, 3840, 3), read % 200, np.uint8))
    job = watching(source="camera", where="0")
    source = job.until(FrameSource)
    assert (source.width, source.height) == (3840, 2160)
    assert job.until(HeatmapFrame).image.shape == (720, 1280, 3)


def test_that_a_slow_method_says_how_far_it_is_and_gives_the_same_map_as_when_asked_directly(
    watching, picture
):
    path, pixels = picture
    job = watching(source="picture", where=str(path), method="scorecam")
    slow = job.until(HeatmapFrame)
    assert any(isinstance(event, Progress) for event in job.seen)
    expected = heatmaps(load_classifier("builtin"), pixels, "tennis ball", "scorecam").raw
    assert np.allclose(slow.raw, expected, atol=1e-5)


def test_that_a_slow_answer_nobody_wants_any_more_is_given_up(watching, picture):
    path, pixels = picture
    job = watching(source="picture", where=str(path), method="scorecam")
    job.until(Progress)
    job.ask(method="cam")
    frame = job.until(HeatmapFrame)
    expected = heatmaps(load_classifier("builtin"), pixels, "tennis ball", "cam").raw
    assert np.allclose(frame.raw, expected, atol=1e-6)
    assert {type(event) for event in job.next_ones(3)} == {Tick}  # the slow one does not come late


def test_that_a_video_and_a_picture_can_follow_each_other(watching, picture, tmp_path):
    path, pixels = picture
    video = tmp_path / "grey.avi"
    writer = cv2.VideoWriter(str(video), cv2.VideoWriter_fourcc(*"MJPG"), 30, (64, 48))
    for _ in range(5):
        writer.write(np.full((48, 64, 3), 99, np.uint8))
    writer.release()
    job = watching(source="video", where=str(video))
    assert job.until(HeatmapFrame).image.mean() == pytest.approx(99, abs=2)
    job.ask(source="picture", where=str(path))
    assert np.array_equal(
        job.until(HeatmapFrame, lambda event: event.image.shape == (64, 96, 3)).image, pixels
    )


def test_that_the_cameras_of_this_machine_can_be_listed_by_the_job():
    from tplab_gui import jobs

    (found,) = list(jobs.cameras())
    assert isinstance(found, DevicesFound)


def test_that_no_heat_of_the_last_network_stays_when_the_next_one_cannot_be_had(watching, picture):
    seen = watching(source="picture", where=str(picture[0]))
    seen.until(HeatmapFrame)
    seen.ask(model="regnet_y_400mf:v1")
    seen.until(Notice, lambda each: each.key == "model")
    assert np.array_equal(seen.until(PictureSeen).image, picture[1])
    seen.ask(model="builtin")
    seen.until(HeatmapFrame)
