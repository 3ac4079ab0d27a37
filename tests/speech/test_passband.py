import numpy as np
import pytest

from tplab_gui.speech.passband import keep_band

RATE_HZ = 8000


def tone(hz, seconds=1.0):
    return (0.3 * np.sin(2 * np.pi * hz * np.arange(round(seconds * RATE_HZ)) / RATE_HZ)).astype(np.float32)


def level_db(samples):
    middle = samples[len(samples) // 4 : -len(samples) // 4]
    return 10 * np.log10(np.mean(middle.astype(np.float64) ** 2) + 1e-20)


@pytest.mark.parametrize(
    ("low_hz", "high_hz", "kept_hz", "gone_hz"),
    [(500, 1500, 900, 200), (500, 1500, 900, 3000), (0, 1000, 300, 2500), (2000, 0, 3000, 800)],
)
def test_that_what_lies_inside_stays_and_what_lies_outside_goes(low_hz, high_hz, kept_hz, gone_hz):
    inside, outside = (
        keep_band(tone(kept_hz), RATE_HZ, low_hz, high_hz),
        keep_band(tone(gone_hz), RATE_HZ, low_hz, high_hz),
    )
    assert level_db(inside) == pytest.approx(level_db(tone(kept_hz)), abs=0.5)
    assert level_db(outside) < level_db(tone(gone_hz)) - 40


def test_that_nothing_is_delayed():
    click = np.zeros(4001, np.float32)
    click[2000] = 1
    assert np.abs(keep_band(click, RATE_HZ, 300, 2000)).argmax() == 2000


def test_that_no_band_changes_nothing():
    samples = tone(440)
    assert keep_band(samples, RATE_HZ, 0, 0) is samples
    assert keep_band(samples, RATE_HZ, 0, 4000) is samples


@pytest.mark.parametrize("length", [1, 30, 4000])
def test_that_the_narrowest_band_of_the_shortest_clip_is_finite(length):
    assert np.isfinite(keep_band(tone(440)[:length], RATE_HZ, 440.0, 440.0)).all()


def test_that_a_band_above_the_clip_is_silence():
    assert not keep_band(tone(440), RATE_HZ, 5000, 9000).any()


def test_that_half_the_amplitude_is_left_at_the_ends_of_the_band():
    kept = keep_band(tone(1000), RATE_HZ, 1000, 2000)
    assert level_db(kept) == pytest.approx(level_db(tone(1000)) + 20 * np.log10(0.5), abs=0.3)
