"""A lab that is killed in the middle of a stroke: what was drawn until a second before is on the disk.

It takes a process with the networks of its own, so this is the slow test of its subject.
"""

import os
import signal
import subprocess
import sys

import pytest

from tplab_gui.data.moment_files import read_moment
from tplab_gui.data.moments import moments_dir
from tplab_gui.fusion.assembly import TELL_S

LAB = """
import threading, time
import numpy as np
from tplab_gui.core.events.moments import Ink, KeepMoment, MomentChanged
from tplab_gui.core.mailbox import Latest, Mailbox
from tplab_gui.core.params import ListenParams
from tplab_gui.data.moments import moments
from tplab_gui.fusion.moment import listen

ink, requests = Latest(()), Mailbox()
points, times = [], []

def draw():  # the pen never rests
    while True:
        points.append((0.2 + 0.6 * (len(points) % 50) / 50, 0.2 + len(points) / 1000))
        times.append(time.monotonic())
        stroke = np.array(points, np.float32)
        ink.set(Ink((stroke,), (np.array(times),), (np.ones(len(points), np.float32),), 2.2, True))
        if len(points) % 10 == 0:
            print(times[-1] - times[0], flush=True)
        time.sleep(0.02)

def keep():
    for _ in moments(requests):
        pass

job = listen(Latest(ListenParams(source="file", is_active=False)), ink, Mailbox())
for _ in range(3):
    next(job)  # the networks are there
for work in (keep, draw):
    threading.Thread(target=work, daemon=True).start()
for event in job:
    if isinstance(event, MomentChanged):
        requests.put(KeepMoment(event.moment))
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="this system kills in another way")
def test_that_a_kill_in_the_middle_of_a_stroke_loses_no_more_than_the_last_second(own_home):
    drawn_s = 0.0
    with subprocess.Popen(
        [sys.executable, "-c", LAB], stdout=subprocess.PIPE, text=True, env=dict(os.environ)
    ) as lab:
        for line in lab.stdout:
            drawn_s = float(line)
            if drawn_s > 2.6:
                break
        os.kill(lab.pid, signal.SIGKILL)
    (folder,) = moments_dir().iterdir()
    (path,) = folder.glob("*.json")
    kept = read_moment(path)
    # Half a second more for a machine that has other things to do.
    assert drawn_s - kept.ink.times_s[0][-1] < TELL_S + 0.5
    assert kept.image is not None
