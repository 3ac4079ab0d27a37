"""A kept run of spoken digits that listens: its own preprocessing, its own heat, and what it refuses."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import soundfile
import torch

from tests.kept_runs import make_run
from tests.speech.sources import ClipSource, hush, said, spoken, until
from tplab_gui.core import run_folder
from tplab_gui.core.errors import LabError, MissingError
from tplab_gui.core.events.digits import WordSeen
from tplab_gui.core.events.training import RunEnd
from tplab_gui.core.experiments import find
from tplab_gui.core.mailbox import Latest, Mailbox
from tplab_gui.core.params import ListenParams
from tplab_gui.core.paths import SAMPLES
from tplab_gui.fusion.listening_runs import listening_runs
from tplab_gui.fusion.moment import listen
from tplab_gui.fusion.run_ear import RunReader
from tplab_gui.training.loop import fit
from tplab_gui.training.spectrograms import spectrogram


@pytest.fixture(scope="module")
def run_dir(tmp_path_factory):
    """A short run on the English clips that ship; scaled, because then it always learns."""
    params = find("spoken-digits").params(
        str(tmp_path_factory.mktemp("runs")),
        language="en",
        data="builtin",
        scaling="standard",
        epochs=14,
        lr=0.005,
        threads=1,
    )
    return Path(next(event.run_dir for event in fit(Latest(params)) if isinstance(event, RunEnd)))


@pytest.fixture(scope="module")
def reader(run_dir):
    return RunReader(run_dir)


def test_that_it_hears_words_in_a_room_nearly_as_well_as_the_clips_it_learned_from(reader):
    """The network knows no shift, so a word that is not cut as training's clips are is heard as another one."""
    in_a_room, as_clip = [], []
    for digit in range(10):
        for index in range(3):
            clip = spoken(digit, 8000, index=index)
            room = hush(1.0, 8000, seed=digit)
            in_a_room.append(int(reader.scores(np.concatenate([room, clip, room])).argmax()) == digit)
            with torch.no_grad():
                as_clip.append(int(reader.network(reader._fed(clip)[None, None])[0].argmax()) == digit)
    assert np.mean(as_clip) >= 0.8
    assert np.mean(in_a_room) >= 0.75 * np.mean(as_clip)


def test_that_what_it_is_fed_is_what_training_feeds(reader):
    """A clip that is cut as closely as training's: the same spectrogram, scaled by the numbers of the run."""
    clip, rate_hz = soundfile.read(SAMPLES / "spoken" / "en" / "3_arthur_0.flac", dtype="float32")
    assert rate_hz == 8000
    fed = reader._fed(clip)
    again = (spectrogram(clip, reader._params) - reader._mean) / reader._std
    assert reader._std > 1  # not the default: the run's own
    torch.testing.assert_close(fed, again)
    assert fed.shape == (128, 41)


def test_that_its_heat_sums_to_the_logit_over_the_mean(reader):
    word = said([7], 8000)
    digit = int(reader.scores(word).argmax())
    seen = reader.explain(word, digit)
    log_odds = np.log(reader.scores(word))
    bias = reader.network.fc.bias.detach()
    constant = float(bias[digit] - bias.mean())
    assert seen.time.sum() + constant == pytest.approx(log_odds[digit] - log_odds.mean(), abs=1e-2)
    assert seen.picture.shape == seen.heat.shape == (128, 41)
    assert 0.4 < seen.start_s < seen.end_s < len(word) / 8000


def test_that_silence_is_told_and_not_guessed(reader):
    with pytest.raises(LabError, match="No sound above the noise"):
        reader.scores(hush(1.0, 8000, level_db=-110))


def test_that_the_newest_run_comes_first_under_the_name_it_was_given(run_dir, tmp_path):
    (only,) = listening_runs(run_dir.parent).runs
    assert only.run_dir == str(run_dir)
    assert only.name.startswith("builtin, ")
    run_folder.rename(run_dir, "my first ear")
    assert listening_runs(run_dir.parent).runs[0].name == "my first ear"
    make_run(tmp_path)  # digits that are seen
    assert listening_runs(tmp_path).runs == ()
    assert listening_runs(tmp_path / "none").runs == ()


def test_that_a_run_of_another_experiment_or_without_weights_cannot_listen(tmp_path, run_dir):
    with pytest.raises(LabError, match="did not learn spoken digits"):
        RunReader(make_run(tmp_path))
    with pytest.raises(MissingError):
        RunReader(tmp_path / "gone")
    bare = tmp_path / "bare"
    bare.mkdir()
    (bare / "config.json").write_bytes((run_dir / "config.json").read_bytes())
    with pytest.raises(MissingError, match="no weights"):
        RunReader(bare)


def test_that_the_job_listens_with_the_run_that_is_chosen_and_goes_back(run_dir):
    """The same word twice: by the run, seen in its 128 bands, then by the lab's network, seen in 40."""
    params = Latest(ListenParams(source="file", network=str(run_dir)))
    sources = [ClipSource(said([3], 48_000)), ClipSource(said([3], 48_000))]
    events = listen(params, Latest(()), Mailbox(), lambda _params, _say: sources.pop(0))
    by_run = until(events, WordSeen)[-1]
    assert by_run.picture.shape == (128, 41)
    params.set(replace(params.get(), network="", generation=1))
    by_lab = until(events, WordSeen)[-1]
    assert by_lab.picture.shape == (40, 88)
    assert by_lab.digit == 3
    events.close()
