import struct
import time
import tracemalloc

import numpy as np
import pytest
import soundfile
from hypothesis import given
from hypothesis import strategies as st

from tplab_gui.core.errors import LabError, MissingError
from tplab_gui.data.sounds import read_sound, resample, write_wav

RATE_HZ = 8000


def tone(rate_hz=RATE_HZ, seconds=0.5, hz=440.0, level=0.5):
    return (level * np.sin(2 * np.pi * hz * np.arange(int(seconds * rate_hz)) / rate_hz)).astype(np.float32)


def loudest_hz(samples, rate_hz):
    return np.fft.rfftfreq(len(samples), 1 / rate_hz)[np.abs(np.fft.rfft(samples)).argmax()]


@pytest.mark.parametrize(
    ("name", "subtype", "step"),
    [
        ("a.wav", "PCM_16", 2**-15),
        ("a.wav", "PCM_24", 2**-23),
        ("a.wav", "PCM_32", 2**-24),
        ("a.wav", "PCM_U8", 2**-7),
        ("a.wav", "FLOAT", 1e-7),
        ("a.wav", "DOUBLE", 1e-7),
        ("a.flac", "PCM_16", 2**-15),
        ("a.flac", "PCM_24", 2**-23),
    ],
)
def test_that_a_lossless_file_gives_back_its_samples_to_within_one_step(tmp_path, name, subtype, step):
    soundfile.write(tmp_path / name, tone(), RATE_HZ, subtype=subtype)
    sound = read_sound(tmp_path / name)
    assert sound.samples.dtype == np.float32
    assert (sound.rate_hz, sound.channels, sound.duration_s) == (RATE_HZ, 1, 0.5)
    assert not sound.is_cut
    assert not sound.is_truncated
    np.testing.assert_allclose(sound.samples, tone(), atol=step)


@pytest.mark.parametrize("name", ["a.ogg", "a.mp3"])
def test_that_a_lossy_file_keeps_its_pitch(tmp_path, name):
    soundfile.write(tmp_path / name, tone(44100, 1.0), 44100)
    sound = read_sound(tmp_path / name)
    assert loudest_hz(sound.samples, sound.rate_hz) == pytest.approx(440, abs=2)


def test_that_stereo_of_44100_hz_and_24_bits_is_averaged(tmp_path):
    left, right = tone(44100, hz=300.0), tone(44100, hz=1000.0)
    soundfile.write(tmp_path / "a.wav", np.stack([left, right], 1), 44100, subtype="PCM_24")
    sound = read_sound(tmp_path / "a.wav")
    assert (sound.channels, sound.rate_hz) == (2, 44100)
    np.testing.assert_allclose(sound.samples, (left + right) / 2, atol=2**-22)


def test_that_of_a_ten_minute_sound_only_the_first_30_seconds_are_read(tmp_path):
    with soundfile.SoundFile(tmp_path / "long.wav", "w", RATE_HZ, 1, "PCM_U8") as file:
        for _ in range(600):
            file.write(np.zeros(RATE_HZ, dtype=np.float32))
    sound = read_sound(tmp_path / "long.wav")
    assert sound.duration_s == 30.0
    assert sound.is_cut
    assert not sound.is_truncated


def lying_wav(path, claimed_bytes, samples):
    data = (samples * 32767).astype("<i2").tobytes()
    head = b"RIFF" + struct.pack("<I", min(claimed_bytes + 36, 2**32 - 1)) + b"WAVEfmt "
    head += struct.pack("<IHHIIHH", 16, 1, 1, RATE_HZ, 2 * RATE_HZ, 2, 16)
    path.write_bytes(head + b"data" + struct.pack("<I", claimed_bytes) + data)


@pytest.mark.parametrize("claimed_bytes", [20_000, 2**31, 2**32 - 50])
def test_that_a_truncated_wav_plays_what_is_there(tmp_path, claimed_bytes):
    lying_wav(tmp_path / "cut.wav", claimed_bytes, tone(seconds=0.5))
    sound = read_sound(tmp_path / "cut.wav")
    assert sound.is_truncated
    np.testing.assert_allclose(sound.samples, tone(seconds=0.5), atol=2**-14)


def test_that_a_header_that_claims_two_thousand_million_frames_costs_neither_time_nor_memory(tmp_path):
    lying_wav(tmp_path / "lie.wav", 2**32 - 2, tone())
    tracemalloc.start()
    begin = time.process_time()
    read_sound(tmp_path / "lie.wav")
    seconds, peak_bytes = time.process_time() - begin, tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert seconds < 1
    assert peak_bytes < 10e6


def test_that_of_a_wav_of_two_gigabytes_no_more_than_its_first_30_seconds_are_touched(tmp_path):
    """A sparse file: on disk it is small, its header and its size are those of 18 hours of sound."""
    path, size_bytes = tmp_path / "huge.wav", 2**31
    lying_wav(path, size_bytes, tone(seconds=0.5))
    with path.open("r+b") as file:
        file.truncate(size_bytes + 44)
    tracemalloc.start()
    begin = time.process_time()
    sound = read_sound(path)
    seconds, peak_bytes = time.process_time() - begin, tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert sound.is_cut
    assert sound.duration_s == 30.0
    assert loudest_hz(sound.samples[: RATE_HZ // 2], RATE_HZ) == pytest.approx(440, abs=5)
    assert seconds < 1
    assert peak_bytes < 10e6


def test_that_a_flac_cut_in_the_middle_plays_its_first_part(tmp_path):
    samples = np.random.default_rng(1).normal(scale=0.1, size=80_000).astype(np.float32)
    soundfile.write(tmp_path / "whole.flac", samples, RATE_HZ)
    whole = (tmp_path / "whole.flac").read_bytes()
    (tmp_path / "cut.flac").write_bytes(whole[: len(whole) // 2])
    sound = read_sound(tmp_path / "cut.flac")
    assert 0 < len(sound.samples) < len(samples)
    assert sound.is_truncated
    np.testing.assert_allclose(sound.samples, samples[: len(sound.samples)], atol=2**-14)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "empty"),
        (b"hello, this is a text\n" * 50, "not a sound file"),
        (b"RIFF\x00\x00\x00\x00WAVE", "not a sound file"),
        (b"\x89PNG\r\n\x1a\n" + bytes(200), "not a sound file"),
    ],
)
def test_that_what_is_no_sound_is_refused_in_a_sentence(tmp_path, content, sentence):
    (tmp_path / "a.wav").write_bytes(content)
    with pytest.raises(LabError, match=sentence):
        read_sound(tmp_path / "a.wav")


def test_that_a_missing_file_is_missing_and_a_folder_is_a_folder(tmp_path):
    with pytest.raises(MissingError, match="There is no file"):
        read_sound(tmp_path / "none.wav")
    with pytest.raises(LabError, match="is a folder"):
        read_sound(tmp_path)


def test_that_a_file_without_a_sample_is_refused(tmp_path):
    soundfile.write(tmp_path / "zero.wav", np.zeros(0, dtype=np.float32), RATE_HZ)
    with pytest.raises(LabError, match="without a single sample"):
        read_sound(tmp_path / "zero.wav")


@pytest.mark.parametrize("value", [np.nan, np.inf, -np.inf])
def test_that_a_float_file_with_values_that_are_no_numbers_is_refused(tmp_path, value):
    samples = tone()
    samples[100] = value
    soundfile.write(tmp_path / "nan.wav", samples, RATE_HZ, subtype="FLOAT")
    with pytest.raises(LabError, match="not numbers"):
        read_sound(tmp_path / "nan.wav")


@pytest.mark.parametrize("rate_hz", [1, 999, 2_000_000])
def test_that_an_impossible_rate_is_refused_before_anything_is_read(tmp_path, rate_hz):
    soundfile.write(tmp_path / "rate.wav", tone(), rate_hz)
    with pytest.raises(LabError, match="samples a second"):
        read_sound(tmp_path / "rate.wav")


@given(data=st.binary(max_size=300), cut=st.integers(0, 300))
def test_that_bytes_in_any_disorder_give_a_sound_or_a_sentence(tmp_path_factory, data, cut):
    path = tmp_path_factory.mktemp("fuzz") / "a.wav"
    lying_wav(path, 400, tone(seconds=0.02))
    path.write_bytes(path.read_bytes()[:cut] + data)
    try:
        sound = read_sound(path)
    except LabError:
        return
    assert np.isfinite(sound.samples).all()
    assert len(sound.samples) > 0


def test_that_a_written_wav_is_read_back(tmp_path):
    write_wav(tmp_path / "out.wav", tone(), RATE_HZ)
    assert soundfile.info(tmp_path / "out.wav").subtype == "PCM_16"
    np.testing.assert_allclose(read_sound(tmp_path / "out.wav").samples, tone(), atol=2**-14)
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["out.wav"]


def test_that_samples_beyond_full_scale_are_clipped_and_do_not_wrap_around(tmp_path):
    write_wav(tmp_path / "loud.wav", np.array([2.0, -2.0, 0.0], dtype=np.float32), RATE_HZ)
    np.testing.assert_allclose(read_sound(tmp_path / "loud.wav").samples, [1, -1, 0], atol=2**-14)


def test_that_a_resampled_tone_keeps_its_pitch_its_level_and_its_length():
    there = resample(tone(44100, 1.0), 44100, 8000)
    assert there.dtype == np.float32
    assert abs(len(there) - 8000) <= 1
    assert loudest_hz(there, 8000) == pytest.approx(440, abs=1)
    assert np.abs(there[1000:7000]).max() == pytest.approx(0.5, abs=0.01)


def test_that_a_tone_above_the_new_half_rate_is_silenced_and_not_folded():
    there = resample(tone(44100, 1.0, hz=6000.0), 44100, 8000)
    assert np.abs(there[500:-500]).max() < 0.5e-3


def test_that_the_same_rate_changes_nothing():
    np.testing.assert_array_equal(resample(tone(), RATE_HZ, RATE_HZ), tone())
