"""The spoken-digit experiment: what becomes of a clip, and short runs on some of the clips that ship."""

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import soundfile
import torch

from tplab_gui.core.errors import LabError
from tplab_gui.core.events.common import Notice
from tplab_gui.core.events.training import BatchEnd, EpochEnd, RunStarted
from tplab_gui.core.experiments import find
from tplab_gui.data.sounds import write_wav
from tplab_gui.data.split_files import write_split
from tplab_gui.data.splits import split
from tplab_gui.data.spoken import list_clips, list_set
from tplab_gui.training import batches, runs, spectrograms, spoken
from tplab_gui.training.loop import continuing


@pytest.fixture
def tiny(tmp_path):
    """Give three steps an epoch: batches of 16, 16 and 8 clips, unscaled and at the learning rate of the report."""
    given = {"epochs": 2, "batch_size": 16, "limit": 40, "scaling": "none", "lr": 0.001, "gamma": 1.0}
    return find("spoken-digits").params(str(tmp_path / "runs"), **given, threads=1, device="cpu")


def tone(seconds, rate_hz=8000):
    return 0.5 * np.sin(2 * np.pi * 500 * np.arange(round(seconds * rate_hz)) / rate_hz, dtype=np.float32)


def loaded(params):
    steps = spoken.load(params, torch.device("cpu"))
    said = []
    while True:
        try:
            said.append(next(steps))
        except StopIteration as end:
            return end.value, said


def of(kind, events):
    return [event for event in events if isinstance(event, kind)]


def curve(events):
    return [(e.step, e.loss) for e in of(BatchEnd, events)], [
        (e.epoch, e.train_loss, e.train_loss_eval, e.test_loss) for e in of(EpochEnd, events)
    ]


def test_that_scaled_spectrograms_of_the_train_set_have_mean_0_and_deviation_1(tiny):
    raw, _ = loaded(tiny)
    scaled, _ = loaded(replace(tiny, scaling="standard"))
    (x, _), (z, _) = (data.train.take(slice(0, 40)) for data in (raw, scaled))
    assert z.mean().item() == pytest.approx(0, abs=1e-4)
    assert z.std(correction=0).item() == pytest.approx(1, abs=1e-4)
    torch.testing.assert_close(z, (x - x.mean()) / x.std(correction=0), atol=1e-3, rtol=1e-3)


def test_that_the_first_loss_is_the_cross_entropy_computed_by_hand(tiny, train):
    events = train(tiny, until=lambda e: isinstance(e, BatchEnd))
    clips = split(list_clips("builtin"), tiny.split, tiny.split_seed)[0]
    clips = [clips[i] for i in batches.chosen(len(clips), 40)]
    clips = [clips[i] for i in batches.order(40, 1, 1, shuffle=True)[:16]]
    x = torch.stack(
        [spectrograms.spectrogram(soundfile.read(c.path, dtype="float32")[0], tiny) for c in clips]
    )
    torch.manual_seed(batches.seed_of(1, 0, "weights"))
    with torch.no_grad():
        logits = spoken.build(tiny)(x.unsqueeze(1)).double().numpy()
    right = logits[range(16), [c.digit for c in clips]]
    expected = np.mean(np.log(np.exp(logits - right[:, None]).sum(1)))
    assert of(BatchEnd, events)[0].loss == pytest.approx(expected, rel=1e-4)


def test_that_the_loss_of_an_epoch_is_a_mean_per_sample_and_the_reports_is_about_a_batch_smaller(tiny, train):
    events = train(replace(tiny, epochs=1))
    batch_losses = [e.loss for e in of(BatchEnd, events)]
    by_hand = sum(n * loss for n, loss in zip((16, 16, 8), batch_losses, strict=True)) / 40
    assert of(EpochEnd, events)[0].train_loss == pytest.approx(by_hand)
    theirs = of(EpochEnd, train(replace(tiny, epochs=1, division="report")))[0]
    assert theirs.train_loss == pytest.approx(sum(batch_losses) / 40)
    assert theirs.test_loss < of(EpochEnd, events)[0].test_loss / 10


def test_that_a_step_is_stochastic_gradient_descent_with_momentum(tiny, train):
    first = train(replace(tiny, epochs=1, limit=16))
    folder = Path(of(RunStarted, first)[0].run_dir)
    start = spoken.build(tiny)
    torch.manual_seed(batches.seed_of(1, 0, "weights"))
    start = spoken.build(tiny).to(memory_format=torch.channels_last)
    data, _ = loaded(replace(tiny, limit=16))
    x, labels = data.train.take(batches.order(16, 1, 1, shuffle=True))
    torch.nn.functional.cross_entropy(start(x), labels).backward()
    from safetensors.torch import load_file

    after = load_file(folder / runs.LAST)
    for name, weight in start.named_parameters():
        torch.testing.assert_close(after[name], (weight - 0.001 * weight.grad).detach(), msg=name)


def test_that_a_stopped_run_goes_on_to_the_numbers_of_an_uninterrupted_one(tiny, train):
    whole = train(tiny)
    part = train(tiny, until=lambda e: isinstance(e, BatchEnd) and e.step == 5)
    folder = Path(of(RunStarted, part)[0].run_dir)
    rest = train(continuing(folder), resume_dir=folder)
    batch_losses, epochs = curve(whole)
    assert curve(rest) == (batch_losses[3:], epochs[1:])


def test_that_the_run_on_disk_says_what_it_heard_and_holds_nothing_of_the_other_experiment(tiny, train):
    folder = Path(of(RunStarted, train(replace(tiny, epochs=1)))[0].run_dir)
    config = json.loads((folder / runs.CONFIG).read_text())
    assert folder.name.startswith("spoken-digits-base-1-")
    assert config["data"]["frames"] == 41
    assert config["params"]["momentum"] == 0.9
    assert "dropout_hidden" not in config["params"]
    assert runs.read_run(folder).params() == replace(tiny, epochs=1)


def test_that_a_swapped_spoken_run_is_refused(tiny, train):
    with pytest.raises(LabError, match="spoken-digits has no setup called swapped"):
        train(replace(tiny, setup="swapped"))


def test_that_a_clip_length_that_cannot_pass_is_refused_before_anything_is_read(tiny, train):
    with pytest.raises(LabError, match="128 x 14 cannot pass"):
        train(replace(tiny, clip_samples=2779, data="no such folder"))


def test_that_clips_that_are_cut_or_cannot_be_read_are_counted_and_the_rest_is_used(tiny, tmp_path):
    folder = tmp_path / "clips"
    folder.mkdir()
    for digit in (1, 2):
        for index in range(5):
            write_wav(folder / f"{digit}_eva_{index}.wav", tone(0.4 if index else 1.5), 8000)
    (folder / "1_eva_9.wav").write_bytes(b"no sound at all")
    data, said = loaded(replace(tiny, data=str(folder)))
    texts = [str(e.error) for e in of(Notice, said)]
    assert len(data.train) + len(data.test) == 10
    assert "1 of 11 clips could not be read" in texts[0]
    assert "2 of 11 clips are longer than 1.0 s" in texts[1]


def test_that_a_recording_at_another_rate_is_heard_at_the_same_pitch(tiny, tmp_path):
    folder = tmp_path / "clips"
    folder.mkdir()
    for digit in (1, 2):
        for index, rate_hz in enumerate((8000, 16_000, 44_100, 48_000)):
            write_wav(folder / f"{digit}_eva_{index}.wav", tone(0.9, rate_hz), rate_hz)
    data, _ = loaded(replace(tiny, data=str(folder)))
    x, _ = data.train.take(slice(0, len(data.train)))
    assert x[:, 0, :, 5:35].mean(2).argmax(1).unique().numel() == 1


def test_that_loading_leaves_the_number_of_threads_as_it_was(tiny):
    before = torch.get_num_threads()
    loaded(tiny)
    assert torch.get_num_threads() == before


def test_that_a_saved_split_takes_the_place_of_what_is_held_back(tiny, tmp_path):
    listed = list_set("builtin")
    saved = split(listed.clips, "speaker", 3)
    write_split(tmp_path / "split", listed.folder, *saved)
    material, said = loaded(replace(tiny, limit=0, split_file=str(tmp_path / "split")))
    assert (len(material.train), len(material.test)) == tuple(map(len, saved))
    assert not of(Notice, said)
    other, _ = loaded(replace(tiny, limit=0))
    assert material.sha256 != other.sha256


def test_that_what_is_wrong_with_a_saved_split_is_told_and_the_rest_is_learnt(tiny, tmp_path):
    listed = list_set("builtin")
    train_csv, _ = write_split(tmp_path, listed.folder, *split(listed.clips, "random"))
    train_csv.write_text(
        train_csv.read_text(encoding="utf-8") + "en/1_gone_0.wav,1,gone,0\n", encoding="utf-8"
    )
    material, said = loaded(replace(tiny, split_file=str(train_csv)))
    assert len(material.train) == 40
    assert "names 1 files that are not in the set" in str(of(Notice, said)[0].error)


def test_that_a_saved_split_that_is_not_there_is_a_sentence(tiny, tmp_path):
    with pytest.raises(LabError, match=r"no file .*train\.csv"):
        loaded(replace(tiny, split_file=str(tmp_path / "gone")))
