import time

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tplab_gui.core.errors import LabError, MissingError
from tplab_gui.data.catalogue import data_sets
from tplab_gui.data.sounds import read_sound
from tplab_gui.data.spoken import clips_sha256, list_clips, list_set, parse_name, recordings_dir

SPEAKERS = st.text(
    st.characters(codec="utf-8", exclude_characters="_/\\\0", exclude_categories=["Cs", "Cc"]), min_size=1
)


@given(
    digit=st.integers(0, 9),
    speaker=SPEAKERS,
    index=st.integers(0, 999_999),
    suffix=st.sampled_from(["wav", "FLAC"]),
)
def test_that_a_name_made_by_the_rule_is_taken_apart_again(digit, speaker, index, suffix):
    assert parse_name(f"{digit}_{speaker}_{index}.{suffix}") == (digit, speaker, index)


@given(name=st.text())
def test_that_any_name_is_parsed_or_passed_over(name):
    parsed = parse_name(name)
    assert parsed is None or (0 <= parsed[0] <= 9 and "_" not in parsed[1] and parsed[2] >= 0)


@pytest.mark.parametrize(
    "name",
    [
        "8_theo.wav",
        "10_theo_1.wav",
        "8_theo_x.wav",
        "8_the_o_1.wav",
        "8__1.wav",
        "8_theo_1",
        "8_theo_1.txt",
        "٣_theo_1.wav",
        "",
    ],
)
def test_that_other_names_are_passed_over(name):
    assert parse_name(name) is None


def test_that_the_set_that_ships_has_600_clips_of_15_voices_in_two_languages():
    clips = list_clips("builtin")
    assert len(clips) == 600
    voices = {
        language: {clip.speaker for clip in clips if clip.language == language} for language in ("en", "fr")
    }
    assert len(voices["en"]) >= 6
    assert len(voices["fr"]) >= 6
    assert not voices["en"] & voices["fr"]
    assert len(list_clips("builtin", "en")) + len(list_clips("builtin", "fr")) == 600


def test_that_every_voice_that_ships_says_every_digit_four_times():
    counts = {}
    for clip in list_clips("builtin"):
        counts[clip.speaker, clip.digit] = counts.get((clip.speaker, clip.digit), 0) + 1
    assert set(counts.values()) == {4}
    assert len(counts) == 150


def test_that_the_clips_that_ship_are_8_khz_mono_words_with_quiet_but_never_silent_margins():
    for clip in list_clips("builtin")[::7]:
        sound = read_sound(clip.path)
        assert (sound.rate_hz, sound.channels) == (8000, 1)
        assert 0.25 < sound.duration_s < 1.2
        assert 0.1 < sound.peak < 1.0
        margin = sound.samples[:240]
        assert 0 < np.abs(margin).max() < 0.1 * sound.peak


def test_that_the_clips_that_ship_take_less_than_4_mb():
    assert sum(clip.path.stat().st_size for clip in list_clips("builtin")) < 4e6


def test_that_clips_are_found_in_sub_folders_and_the_folder_tells_the_language(tmp_path):
    for name in ("fr/a/1_eva_0.wav", "en/1_bob_2.flac", "1_bob_1.wav", ".hidden/9_x_1.wav", "readme.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    clips = list_clips(tmp_path)
    assert [(clip.speaker, clip.index, clip.language) for clip in clips] == [
        ("bob", 1, ""),
        ("bob", 2, "en"),
        ("eva", 0, "fr"),
    ]
    assert [clip.speaker for clip in list_clips(tmp_path, "fr")] == ["eva"]


def test_that_the_names_above_the_folder_do_not_tell_the_language(tmp_path):
    (tmp_path / "fr" / "mine").mkdir(parents=True)
    (tmp_path / "fr" / "mine" / "1_eva_0.wav").touch()
    assert list_clips(tmp_path / "fr" / "mine")[0].language == ""


def test_that_ten_thousand_names_are_listed_in_under_a_second(tmp_path):
    for speaker in range(10):
        for digit in range(10):
            for index in range(100):
                (tmp_path / f"{digit}_s{speaker}_{index}.wav").touch()
    begin = time.thread_time()  # what other threads of the tests do is not the listing's
    assert len(list_clips(tmp_path)) == 10_000
    assert time.thread_time() - begin < 1


def test_that_fsdd_is_found_where_tplab_data_says(tmp_path, monkeypatch):
    recordings = tmp_path / "fsdd" / "recordings"
    recordings.mkdir(parents=True)
    (recordings / "8_theo_26.wav").touch()
    monkeypatch.setenv("TPLAB_DATA", str(tmp_path))
    clip = list_clips("fsdd")[0]
    assert (clip.digit, clip.speaker, clip.index, clip.language) == (8, "theo", 26, "en")


def test_that_absent_sets_and_wrong_folders_are_sentences(tmp_path):
    with pytest.raises(MissingError, match="tplab assets fetch fsdd"):
        list_clips("fsdd")
    with pytest.raises(MissingError, match="no folder named"):
        list_clips(tmp_path / "none")
    (tmp_path / "a.wav").touch()
    with pytest.raises(LabError, match="is a file"):
        list_clips(tmp_path / "a.wav")
    (tmp_path / "a.wav").unlink()
    with pytest.raises(LabError, match="holds no spoken digits"):
        list_clips(tmp_path)


def test_that_the_hash_of_a_set_does_not_depend_on_where_it_lies(tmp_path):
    for folder, content in (("a", b"1"), ("b", b"1"), ("c", b"2")):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "1_eva_0.wav").write_bytes(content)
    a, b, c = (clips_sha256(list_clips(tmp_path / name)) for name in "abc")
    assert a == b
    assert a != c


def test_that_the_real_fsdd_has_3000_clips_of_6_speakers(shared_data, monkeypatch):
    monkeypatch.setenv("TPLAB_DATA", str(shared_data))
    clips = list_clips("fsdd")
    assert len(clips) == 3000
    assert len({clip.speaker for clip in clips}) == 6
    theo = next(clip for clip in clips if clip.path.name == "8_theo_26.wav")
    assert len(read_sound(theo.path).samples) == 2779


def test_that_sounds_which_the_rule_does_not_name_are_counted_and_not_lost(tmp_path):
    for name in ("1_bob_1.wav", "one.wav", "b/two.FLAC", "readme.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    listed = list_set(tmp_path)
    assert len(listed.clips) == 1
    assert (listed.misnamed, listed.first_misnamed) == (2, ("one.wav", "b/two.FLAC"))


def test_that_a_folder_of_sounds_none_of_which_is_named_by_the_rule_says_so(tmp_path):
    (tmp_path / "one.wav").touch()
    with pytest.raises(
        LabError, match=r"holds 1 sounds, but none is named by the rule \(the first is one.wav\)"
    ):
        list_clips(tmp_path)


def test_that_the_folders_of_audiomnist_are_one_set_of_two_speakers(tmp_path, monkeypatch):
    for speaker in ("07", "60"):
        (tmp_path / "AudioMNIST" / "data" / speaker).mkdir(parents=True)
        for digit in range(10):
            (tmp_path / "AudioMNIST" / "data" / speaker / f"{digit}_{speaker}_12.wav").touch()
    monkeypatch.setenv("TPLAB_DATA", str(tmp_path))
    clips = list_clips("audiomnist", "en")
    assert len(clips) == 20
    assert {(clip.speaker, clip.index) for clip in clips} == {("07", 12), ("60", 12)}
    audiomnist = next(each for each in data_sets() if each.name == "audiomnist")
    assert (audiomnist.count, audiomnist.found) == (20, True)


def test_that_ones_own_recordings_are_a_set_as_soon_as_there_is_one(own_home):
    with pytest.raises(MissingError, match="no recordings of your own"):
        list_clips("recordings")
    assert "recordings" not in {each.name for each in data_sets()}
    recordings_dir().mkdir(parents=True)
    (recordings_dir() / "4_me_0.wav").touch()
    assert [(clip.digit, clip.speaker) for clip in list_clips("recordings")] == [(4, "me")]
    assert (
        next(each for each in data_sets() if each.name == "recordings").where
        == own_home / "data" / "recordings"
    )
