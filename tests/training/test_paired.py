"""The fusion study's examples: parts that share nothing, spectrograms as torchaudio makes them, noise where asked."""

from dataclasses import replace

import numpy as np
import pytest
import torch
import torchaudio

from tests.paired_bench import drained
from tplab_gui.core.errors import LabError
from tplab_gui.core.params import TrainParams
from tplab_gui.data.sounds import read_sound, resample
from tplab_gui.nets import fusion
from tplab_gui.training import pair_stock, paired
from tplab_gui.training.spectrograms import fit_length

PARAMS = TrainParams(
    run_root="", experiment="fusion", split="speaker", language="en", limit=40, augment="none"
)
CPU = torch.device("cpu")


def loaded(params):
    work = paired.load(params, CPU)
    while True:
        try:
            next(work)
        except StopIteration as end:
            return end.value


@pytest.fixture(scope="module")
def material():
    return loaded(PARAMS)


@pytest.mark.parametrize("split", ["random", "speaker"])
def test_that_no_picture_and_no_clip_stands_in_two_parts(split):
    parts = list(paired.divide(replace(PARAMS, split=split, pairings=3)).parts.values())
    for place, one in enumerate(parts):
        for other in parts[place + 1 :]:
            assert not set(one.pictures) & set(other.pictures)
            assert not set(one.clips) & set(other.clips)


def test_that_by_speaker_every_part_has_voices_of_its_own():
    study = paired.divide(PARAMS)
    voices = [{study.clips[clip].speaker for clip in pairs.clips} for pairs in study.parts.values()]
    assert not voices[0] & voices[1]
    assert not voices[0] & voices[2]
    assert not voices[1] & voices[2]


def test_that_the_test_pictures_are_those_of_the_set():
    study = paired.divide(PARAMS)
    count = len(study.digits.train_labels)
    assert (study.parts["test"].pictures >= count).all()
    np.testing.assert_array_equal(
        study.digits.test_labels[study.parts["test"].pictures - count], study.parts["test"].labels
    )


def test_that_a_pair_is_the_picture_and_the_spectrogram_of_the_clip_it_names(material):
    study = paired.divide(PARAMS)
    pair, labels = material.test.take(slice(0, 3))
    used = np.sort(np.random.default_rng(0).permutation(len(study.parts["test"]))[: PARAMS.limit])[:3]
    mean, std = material.details["decibels"]
    for place, number in enumerate(used):
        clip = study.clips[study.parts["test"].clips[number]]
        sound = read_sound(clip.path)
        samples = fit_length(resample(sound.samples, sound.rate_hz, 8000), 8000)
        samples = np.round(samples * (0.5 / np.abs(samples).max()) * 32767) / 32768
        power = torchaudio.transforms.MelSpectrogram(8000, n_fft=400, hop_length=200, n_mels=40)(
            torch.tensor(samples, dtype=torch.float32)
        )
        decibels = torchaudio.transforms.AmplitudeToDB()(power)
        expected = (decibels.clamp(min=-60) - mean) / std
        torch.testing.assert_close(pair.sound[place, 0], expected, atol=1e-3, rtol=1e-3)
        picture = study.parts["test"].pictures[number] - len(study.digits.train_labels)
        pixel_mean, pixel_std = material.details["pixels"]
        image = (study.digits.test_images[picture] / 255 - pixel_mean) / pixel_std
        torch.testing.assert_close(
            pair.image[place, 0], torch.tensor(image, dtype=torch.float32), atol=1e-4, rtol=0
        )
        assert labels[place] == clip.digit == study.digits.test_labels[picture]


def test_that_the_spectrograms_learnt_from_have_mean_0_and_deviation_1():
    study = paired.divide(PARAMS)
    work = study.stocked(CPU)
    try:
        while True:
            next(work)
    except StopIteration as end:
        stock = end.value
    clips = np.unique(study.parts["train"].clips)
    sounds = stock.sounds[clips].float() / 32768
    values = stock.pair(torch.zeros(len(clips), 1, 28, 28), sounds).sound
    assert values.mean().item() == pytest.approx(0, abs=1e-3)
    assert values.std().item() == pytest.approx(1, abs=1e-3)


def test_that_noise_comes_only_while_learning_and_only_when_asked(material):
    noisy = loaded(replace(PARAMS, augment="noise"))
    every = slice(None)
    torch.manual_seed(0)
    clean, learnt = material.train.take(every)[0], noisy.train.take(every)[0]
    same = (clean.image == learnt.image).flatten(1).all(dim=1).float().mean().item()
    assert 0.05 < same < 0.6  # one quarter: neither noise nor a hidden square
    torch.testing.assert_close(noisy.test.take(every)[0].sound, material.test.take(every)[0].sound)
    torch.testing.assert_close(
        noisy.train_again.take(every)[0].image, material.train_again.take(every)[0].image
    )


def test_that_the_seed_of_torch_decides_the_noise():
    noisy = loaded(replace(PARAMS, augment="noise"))
    taken = []
    for _ in range(2):
        torch.manual_seed(5)
        taken.append(noisy.train.take(slice(None))[0].sound)
    torch.testing.assert_close(*taken, rtol=0, atol=0)


def test_that_the_networks_accept_what_is_taken(material):
    pair, _ = material.train.take(slice(0, 2))
    for name in fusion.STRATEGIES:
        assert fusion.build(name, paired.BANDS).eval()(pair).shape == (2, 10)


def test_that_the_pairs_are_part_of_what_the_run_learns_from(material):
    assert loaded(PARAMS).sha256 == material.sha256
    assert loaded(replace(PARAMS, split_seed=2)).sha256 != material.sha256


def test_that_sets_without_a_common_digit_are_refused(tmp_path):
    from PIL import Image

    for digit in (0, 1):
        (tmp_path / str(digit)).mkdir()
        for index in range(10):
            Image.new("L", (28, 28), 10 * index).save(tmp_path / str(digit) / f"{index}.png")
    assert paired.divide(replace(PARAMS, data=str(tmp_path), limit=0)).parts["train"].labels.max() == 1
    for index in range(10):
        (tmp_path / "1" / f"{index}.png").unlink()
    (tmp_path / "1").rmdir()
    with pytest.raises(LabError):
        paired.divide(replace(PARAMS, data=str(tmp_path), limit=0))


def test_that_further_voices_are_learnt_and_never_tested(tmp_path):
    own = paired.divide(replace(PARAMS, pairings=1))
    builtin = [clip for clip in own.clips if clip.speaker == own.clips[0].speaker]
    for clip in builtin:
        name = f"{clip.digit}_stranger_{clip.index}{clip.path.suffix}"
        (tmp_path / name).write_bytes(clip.path.read_bytes())
    more = paired.divide(replace(PARAMS, more_sounds=f"builtin+{tmp_path}"))
    assert len(more.clips) == len(own.clips) + len(builtin)  # the set itself is not taken twice
    voices = {part: {more.clips[clip].speaker for clip in pairs.clips} for part, pairs in more.parts.items()}
    assert "stranger" in voices["train"] | voices["validation"]
    assert voices["test"] == {own.clips[clip].speaker for clip in own.parts["test"].clips}
    assert not voices["test"] & (voices["train"] | voices["validation"])
    assert more.sha256() != own.sha256()


def test_that_a_network_of_the_picture_alone_is_given_no_spectrogram():
    material = loaded(replace(PARAMS, setup="image", augment="full"))
    pair, _ = material.train.take(slice(0, 4))
    assert (pair.sound == 0).all()
    assert pair.sound.shape == (4, 1, paired.BANDS, paired.FRAMES)
    assert pair.present.tolist() == [[1.0, 0.0]] * 4
    assert loaded(replace(PARAMS, setup="audio")).train.take(slice(0, 1))[0].sound.abs().max() > 0


def test_that_clips_read_once_are_read_again_when_a_file_changes(tmp_path):
    clip = paired.divide(PARAMS).clips[0]
    copy = tmp_path / clip.path.name
    copy.write_bytes(clip.path.read_bytes())
    one = drained(pair_stock._read([copy]))
    assert drained(pair_stock._read([copy])) is one
    other = paired.divide(PARAMS).clips[-1]
    copy.write_bytes(other.path.read_bytes())
    assert (drained(pair_stock._read([copy])) != one).any()
