import numpy as np
import pytest
import soundfile

from tplab_gui.core.errors import LabError
from tplab_gui.core.events.sets import LengthsRead, NamesChecked
from tplab_gui.data.clip_lengths import length_s, read_lengths


@pytest.mark.parametrize(("rate_hz", "samples"), [(8000, 2779), (44_100, 441), (48_000, 48_000)])
def test_that_the_length_is_samples_over_rate_without_reading_a_sample(tmp_path, rate_hz, samples):
    path = tmp_path / "8_theo_26.wav"
    soundfile.write(path, np.zeros((samples, 2)), rate_hz)
    assert length_s(path) == pytest.approx(samples / rate_hz)


def test_that_lengths_come_in_the_order_of_the_paths_and_what_is_no_sound_is_nan(tmp_path):
    paths = [tmp_path / f"1_me_{index}.wav" for index in range(3)]
    for index in (0, 2):
        soundfile.write(paths[index], np.zeros(80 * (index + 1)), 8000)
    paths[1].write_bytes(b"no sound at all")
    pieces = [event for event in read_lengths(str(tmp_path), paths) if isinstance(event, LengthsRead)]
    assert [piece.first for piece in pieces] == [
        sum(len(p.lengths_s) for p in pieces[:i]) for i in range(len(pieces))
    ]
    np.testing.assert_allclose(np.concatenate([p.lengths_s for p in pieces]), [0.01, np.nan, 0.03], rtol=1e-5)


def test_that_sounds_with_other_names_are_counted_and_named(tmp_path):
    soundfile.write(tmp_path / "1_me_0.wav", np.zeros(80), 8000)
    for name in ("seven.wav", "10_me_1.wav", "notes.txt", ".1_me_0.wav"):
        (tmp_path / name).touch()
    checked = next(e for e in read_lengths(str(tmp_path), []) if isinstance(e, NamesChecked))
    assert (checked.misnamed, checked.first_misnamed) == (2, ("10_me_1.wav", "seven.wav"))


def test_that_a_set_that_is_gone_is_a_sentence(tmp_path):
    with pytest.raises(LabError, match="no folder named"):
        list(read_lengths(str(tmp_path / "gone"), []))
