"""The video of a series, read back frame by frame; and what is left when it cannot be written."""

import subprocess
import sys

import cv2
import numpy as np
import pytest

from tests.light_meter import light_meter
from tplab_gui.core.errors import LabError
from tplab_gui.core.events.sweep import SweepStep, VideoSaved
from tplab_gui.core.sweep_plan import Series, Subject
from tplab_gui.vision import sweep_subjects
from tplab_gui.vision.sweep_video import RATE_HZ, sweep_video


@pytest.fixture
def grey(monkeypatch):
    monkeypatch.setattr(sweep_subjects, "_classifier", lambda *_: light_meter(0.5, 20.0))
    return Subject(pixels=np.full((30, 41, 3), 60, np.uint8), target="light")


def frames_of(path):
    video = cv2.VideoCapture(str(path))
    frames = []
    while True:
        is_there, frame = video.read()
        if not is_there:
            break
        frames.append(cv2.cvtColor(frame, cv2.COLOR_BGR2RGB))
    rate_hz = video.get(cv2.CAP_PROP_FPS)
    video.release()
    return frames, rate_hz


@pytest.mark.parametrize("suffix", [".mp4", ".avi"])
def test_that_every_step_is_a_frame_with_its_picture(grey, tmp_path, suffix):
    path = tmp_path / f"series{suffix}"
    events = list(sweep_video(grey, Series("brightness", 6, 0.5, 4.0), str(path)))
    assert events[-1] == VideoSaved(str(path), 6)
    frames, rate_hz = frames_of(path)
    assert (len(frames), rate_hz) == (6, RATE_HZ)
    steps = [event for event in events if isinstance(event, SweepStep)]
    for frame, step in zip(frames, steps, strict=True):
        assert frame[50:100, 50:100].mean() == pytest.approx(min(round(60 * step.parameter), 255), abs=4)
    assert list(tmp_path.iterdir()) == [path]


def test_that_an_odd_ending_is_refused_before_anything_is_written(grey, tmp_path):
    with pytest.raises(LabError, match=r"cannot be saved as series\.gif"):
        next(sweep_video(grey, Series(), str(tmp_path / "series.gif")))
    assert list(tmp_path.iterdir()) == []


def test_that_a_stop_leaves_nothing(grey, tmp_path):
    job = sweep_video(grey, Series("brightness", 50), str(tmp_path / "series.avi"))
    for event in job:
        if isinstance(event, SweepStep) and event.step == 3:
            break
    job.close()
    assert list(tmp_path.iterdir()) == []


FULL = """
import resource, signal, sys
import numpy as np
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
from tests.light_meter import light_meter
from tplab_gui.core.errors import LabError
from tplab_gui.core.sweep_plan import Series, Subject
from tplab_gui.vision import sweep_subjects
from tplab_gui.vision.sweep_video import sweep_video
sweep_subjects._classifier = lambda *_: light_meter(0.5, 20.0)
noise = np.random.default_rng(0).integers(0, 256, (480, 480, 3), np.uint8)
resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, resource.getrlimit(resource.RLIMIT_FSIZE)[1]))
try:
    list(sweep_video(Subject(pixels=noise, target="light"), Series("hue", 12), sys.argv[1]))
except LabError as error:
    print(error.sentence())
"""


def test_that_a_disk_that_fills_up_is_a_sentence_and_leaves_nothing(tmp_path):
    """In a process of its own whose files may not grow beyond 200 kB."""
    pytest.importorskip("resource")
    done = subprocess.run(
        [sys.executable, "-c", FULL, str(tmp_path / "series.avi")],
        capture_output=True,
        text=True,
        check=False,
        timeout=100,
    )
    assert done.stdout.startswith("The disk is full"), done.stderr[-600:]
    assert list(tmp_path.iterdir()) == []
