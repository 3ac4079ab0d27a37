"""`tplab digit` as a script uses it: lines of JSON, exit statuses, files that are not what they seem."""

import csv
import json

import numpy as np
import pytest
import soundfile
from PIL import Image

from tests.speech.sources import hush, said, tone
from tplab_gui.__main__ import main

STROKES = {7: [[[2, 1], [8, 1], [5, 5], [4, 9]]], 1: [[[5, 1], [5, 9]]]}


@pytest.fixture
def files(tmp_path):
    """A folder with one of each."""
    for digit, strokes in STROKES.items():
        (tmp_path / f"{digit}.json").write_text(json.dumps({"strokes": strokes}))
    paper = np.full((140, 100), 240, np.uint8)
    paper[20:120, 45:56] = 20
    Image.fromarray(paper).save(tmp_path / "one.png")
    soundfile.write(tmp_path / "three.wav", said([3], 8000), 8000)
    soundfile.write(tmp_path / "silence.wav", np.zeros(8000, np.float32), 8000)
    (tmp_path / "broken.png").write_bytes(b"nothing")
    return tmp_path


@pytest.fixture
def digit(capsys):
    def run(*arguments):
        status = main(["digit", *map(str, arguments), "--json"])
        captured = capsys.readouterr()
        assert "Traceback" not in captured.err
        return status, [json.loads(line) for line in captured.out.splitlines()], captured.err

    return run


def manifest(folder, *rows, columns=("id", "image", "strokes", "audio")):
    path = folder / "manifest.csv"
    with path.open("w", newline="", encoding="utf-8") as out:
        csv.writer(out).writerows([columns, *rows])
    return path


def test_that_strokes_alone_give_the_line_that_scripts_rely_on(digit, files):
    status, (answer,), _ = digit("--strokes", files / "7.json")
    assert status == 0
    assert list(answer) == ["id", "image", "audio", "fused", "error"]
    assert (answer["id"], answer["audio"], answer["error"]) == ("7.json", None, None)
    assert (answer["image"]["digit"], answer["image"]["sure"]) == (7, True)
    assert len(answer["image"]["scores"]) == 10
    assert sum(answer["image"]["scores"]) == pytest.approx(1.0, abs=1e-5)
    assert answer["fused"] == {"strategy": "late-weighted", **answer["image"]}


def test_that_a_picture_and_a_recording_are_fused(digit, files):
    status, (answer,), _ = digit("--image", files / "one.png", "--audio", files / "three.wav")
    image, audio = (np.array(answer[name]["scores"]) for name in ("image", "audio"))
    product = image.clip(1e-6) * audio.clip(1e-6)
    assert status == 0
    assert (answer["image"]["digit"], answer["audio"]["digit"]) == (1, 3)
    np.testing.assert_allclose(answer["fused"]["scores"], product / product.sum(), atol=1e-5)


def test_that_the_language_asked_for_decides_which_network_hears(digit, files):
    soundfile.write(files / "quatre.wav", said([4], 8000, "fr"), 8000)
    path = manifest(files, ("a", "", "", "quatre.wav"))
    for question in (("--audio", files / "quatre.wav"), ("--manifest", path)):
        status, (french,), _ = digit(*question, "--language", "fr")
        _, (english,), _ = digit(*question)
        assert status == 0
        assert french["audio"]["digit"] == 4
        assert french["audio"]["scores"] != english["audio"]["scores"]


@pytest.mark.parametrize(
    ("fusion", "guess"), [("image", 7), ("audio", 3), ("late-vote", None), ("late-weighted", None)]
)
def test_that_every_strategy_answers_by_its_name(digit, files, fusion, guess):
    status, (answer,), _ = digit(
        "--strokes", files / "7.json", "--audio", files / "three.wav", "--fusion", fusion
    )
    assert status == 0
    assert answer["fused"]["strategy"] == fusion
    assert answer["fused"]["digit"] in ({7, 3} if guess is None else {guess})


def test_that_y_up_flips_the_drawing(digit, files):
    flipped = [[[x, 10 - y] for x, y in stroke] for stroke in STROKES[7]]
    (files / "up.json").write_text(json.dumps({"strokes": flipped, "y_up": True}))
    answers = [digit("--strokes", files / name)[1][0]["image"]["scores"] for name in ("7.json", "up.json")]
    np.testing.assert_allclose(*answers, atol=1e-4)


@pytest.mark.parametrize(("rate_hz", "subtype"), [(44_100, "PCM_24"), (48_000, "FLOAT"), (16_000, "PCM_U8")])
def test_that_a_stereo_recording_at_another_rate_and_width_says_the_same(digit, files, rate_hz, subtype):
    mono = said([3], rate_hz)
    soundfile.write(files / "other.wav", np.stack([mono, mono], axis=1), rate_hz, subtype=subtype)
    status, (answer,), _ = digit("--audio", files / "other.wav")
    assert (status, answer["audio"]["digit"]) == (0, 3)


def test_that_a_truncated_recording_is_heard_as_far_as_it_goes(digit, files):
    whole = (files / "three.wav").read_bytes()
    (files / "cut.wav").write_bytes(whole[: len(whole) * 9 // 10])
    status, (answer,), _ = digit("--audio", files / "cut.wav")
    assert (status, answer["audio"]["digit"]) == (0, 3)


def test_that_a_long_sound_is_answered_from_its_beginning(digit, files):
    soundfile.write(files / "long.flac", np.concatenate([said([3], 8000), hush(600, 8000)]), 8000)
    status, (answer,), _ = digit("--audio", files / "long.flac")
    assert (status, answer["audio"]["digit"]) == (0, 3)


@pytest.mark.parametrize(
    ("arguments", "said_on_stderr"),
    [
        (["--audio", "silence.wav"], "No sound above the noise"),
        (["--audio", "absent.wav"], "There is no file"),
        (["--image", "broken.png"], "broken.png"),
        (["--strokes", "broken.png"], "not JSON"),
        ([], "nothing to read"),
        (["--manifest", "absent.csv"], "cannot be read"),
        (["--manifest", "7.json"], "none of the columns"),
        (["--manifest", "7.json", "--audio", "three.wav"], "a manifest and a single request"),
    ],
)
def test_that_a_request_that_cannot_be_served_is_one_line_and_status_2(
    digit, files, arguments, said_on_stderr
):
    words = [word if word.startswith("--") else files / word for word in arguments]
    status, answers, stderr = digit(*words)
    assert (status, answers) == (2, [])
    last = stderr.splitlines()[-1]
    assert last.startswith("tplab: ")
    assert said_on_stderr.lower() in last.lower()


def test_that_one_unreadable_half_leaves_the_other_half_and_status_1(digit, files):
    status, (answer,), stderr = digit("--strokes", files / "7.json", "--audio", files / "silence.wav")
    assert status == 1
    assert (answer["fused"]["digit"], answer["audio"]) == (7, None)
    assert "No sound above the noise" in answer["error"]
    assert "No sound above the noise" in stderr


def test_that_a_manifest_is_answered_row_by_row_in_order_and_a_bad_row_spoils_only_itself(digit, files):
    path = manifest(
        files,
        ["a", "", "7.json", ""],
        ["b", "broken.png", "", ""],
        ["c", "", "", "three.wav"],
        ["d", "", "", ""],
        ["e", "one.png", "", "three.wav"],
        ["f", "", "", "silence.wav"],
        ["", "", "1.json", ""],
    )
    status, answers, stderr = digit("--manifest", path)
    assert status == 1
    assert [answer["id"] for answer in answers] == ["a", "b", "c", "d", "e", "f", "7"]
    assert [answer["error"] is None for answer in answers] == [True, False, True, False, True, False, True]
    assert [(answer["image"] or {}).get("digit") for answer in answers] == [7, None, None, None, 1, None, 1]
    assert answers[2]["audio"]["digit"] == answers[4]["audio"]["digit"] == 3
    assert "3 of 7 rows" in stderr


def test_that_a_row_is_answered_as_a_single_request_would_be(digit, files):
    _, (alone,), _ = digit("--strokes", files / "7.json", "--audio", files / "three.wav")
    rows = [[n, "", "7.json", "three.wav" if n in (0, 299) else ""] for n in range(300)]
    status, answers, _ = digit("--manifest", manifest(files, *rows))
    assert status == 0
    assert len(answers) == 300
    for answer in (answers[0], answers[-1]):
        for name in ("image", "audio", "fused"):
            np.testing.assert_allclose(answer[name]["scores"], alone[name]["scores"], atol=1e-5)


def test_that_strokes_win_over_a_picture_in_the_same_row(digit, files):
    _, (answer,), _ = digit("--manifest", manifest(files, ["x", "one.png", "7.json", ""]))
    assert answer["image"]["digit"] == 7


def test_that_a_tone_is_an_answer_the_lab_does_not_commit_to(digit, files):
    soundfile.write(files / "tone.wav", tone(440, 0.8, 8000), 8000)
    _, (answer,), _ = digit("--audio", files / "tone.wav")
    assert answer["audio"]["sure"] is False


def test_that_people_get_a_sentence(capsys, files):
    assert main(["digit", "--strokes", str(files / "7.json")]) == 0
    assert capsys.readouterr().out.startswith("7.json: image 7 (")
