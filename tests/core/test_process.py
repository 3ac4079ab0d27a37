import subprocess
import sys
import time

from tplab_gui.core import process


def test_that_age_grows_as_fast_as_the_clock():
    before, clock = process.age_s(), time.perf_counter()
    while time.perf_counter() - clock < 0.05:
        pass
    assert abs((process.age_s() - before) - (time.perf_counter() - clock)) < 0.02


def test_that_a_new_process_is_younger_than_the_time_it_took_to_ask():
    started = time.perf_counter()
    code = "from tplab_gui.core.process import age_s; print(age_s())"
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert 0 < float(done.stdout) <= time.perf_counter() - started + 0.02
