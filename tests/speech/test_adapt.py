"""Adapting the network to one voice: a voice it misunderstands is understood better, the others no worse."""

import hashlib
import shutil

import numpy as np
import pytest
import torch

from tplab_gui.core.errors import LabError, MissingError
from tplab_gui.core.events.common import Progress, Tick
from tplab_gui.core.events.recording import AdaptedFound, KeepTake, NoneAdapted
from tplab_gui.core.paths import MODELS
from tplab_gui.data.recordings import keep
from tplab_gui.data.sounds import read_sound, resample
from tplab_gui.data.spoken import SpokenClip, list_clips
from tplab_gui.nets import weights
from tplab_gui.speech import adapt, adapted
from tplab_gui.speech.adapt_words import part
from tplab_gui.training.intervals import wilson

SLOW = 0.55  # a deep, drawling voice: the shipped network understands hardly any of its digits


def record_slowly(takes):
    """Keep `takes` takes of each digit by a voice nobody has."""
    for clip in list_clips("builtin", "en"):
        if clip.speaker == "arthur" and clip.index < takes:
            sound = read_sound(clip.path)
            samples = resample(sound.samples, round(sound.rate_hz * SLOW), sound.rate_hz)
            keep(KeepTake(samples, sound.rate_hz, clip.digit, "me", "en"))


@pytest.fixture(scope="module")
def learned(tmp_path_factory):
    """One adaptation for all tests: events, its files, and what it left as it was."""
    home = tmp_path_factory.mktemp("learned")
    few = home / "few" / "en"
    few.mkdir(parents=True)
    for clip in list_clips("builtin", "en"):
        if clip.speaker in ("bella", "craig") and clip.index < 2:
            shutil.copy(clip.path, few)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TPLAB_HOME", str(home))
        record_slowly(3)
        before = hashlib.sha256((MODELS / "digit-sound.safetensors").read_bytes()).hexdigest()
        state = torch.random.get_rng_state()
        events = list(adapt.adapt("en", epochs=3, others_source=few))
        is_undisturbed = torch.equal(state, torch.random.get_rng_state())
        after = hashlib.sha256((MODELS / "digit-sound.safetensors").read_bytes()).hexdigest()
        return events, adapted.folder(), is_undisturbed, before == after


@pytest.fixture
def own(learned):
    """The adapted network in this test's own home; returns its card and its weights."""
    shutil.copytree(learned[1], adapted.folder())
    return [adapted.folder() / f"digit-sound-adapted{suffix}" for suffix in (".json", ".safetensors")]


def test_that_a_voice_it_misunderstood_is_understood_better_and_the_others_no_worse(learned):
    found = learned[0][-1]
    assert isinstance(found, AdaptedFound)
    assert (found.learned, found.voice.count, found.speakers) == (20, 10, ("me",))
    assert found.voice.after >= found.voice.before + 4
    assert found.others.after >= found.others.before
    assert found.others.count == 20


def test_that_progress_ends_where_it_said_it_would(learned):
    steps = [event for event in learned[0] if isinstance(event, Progress)]
    assert [event.done for event in steps] == list(range(1, steps[0].total + 1))


def test_that_neither_the_shipped_network_nor_the_random_numbers_of_a_training_are_touched(learned):
    assert learned[2:] == (True, True)


def test_that_the_adapted_network_hears_what_the_shipped_one_does_not(own):
    record_slowly(1)
    clips = list_clips("recordings")
    sounds = [(read_sound(clip.path).samples, 8000) for clip in clips]
    digits = np.array([clip.digit for clip in clips])
    shipped = adapted.SoundReader("digit-sound").batch_scores(sounds).argmax(axis=1) == digits
    ours = adapted.load_adapted("en").batch_scores(sounds).argmax(axis=1) == digits
    assert ours.sum() > shipped.sum()


def test_that_a_stop_at_any_instant_before_the_end_changes_nothing(learned, tmp_path, monkeypatch):
    # A generator that is closed where it yields does nothing beyond: only the last event may come after the files.
    events = learned[0]
    assert [type(event) for event in events[-2:]] == [Tick, AdaptedFound]
    few = learned[1].parents[1] / "few" / "en"
    record_slowly(2)
    job = adapt.adapt("en", epochs=1, others_source=few)
    for event in job:
        assert not isinstance(event, AdaptedFound)
        if isinstance(event, Progress) and event.done == event.total:
            break
    job.close()
    assert not adapted.folder().exists()


def test_that_going_back_leaves_nothing_behind(own):
    adapted.remove("en")
    assert not any(path.exists() for path in own)
    assert adapted.about("en") == NoneAdapted("en")
    assert adapted.stamp("en") == 0
    with pytest.raises(MissingError):
        adapted.load_adapted("en")
    adapted.remove("en")


@pytest.mark.parametrize("harm", ["cut", "card", "no-weights", "not-json"])
def test_that_a_damaged_one_is_refused_in_a_sentence(own, harm):
    card, stored = own
    if harm == "cut":
        stored.write_bytes(stored.read_bytes()[:-1000])
    elif harm == "card":
        card.write_text(card.read_text().replace('"adapted_from"', '"adapted_form"'))
    elif harm == "no-weights":
        stored.unlink()
    else:
        card.write_text("{")
    for look in (adapted.about, adapted.load_adapted):
        with pytest.raises(LabError, match="damaged"):
            look("en")


def test_that_one_made_from_another_shipped_network_is_outdated(own):
    shipped = weights.load_card("digit-sound")["sha256"]
    own[0].write_text(
        own[0].read_text().replace(f'"adapted_from": "{shipped}"', f'"adapted_from": "{"0" * 64}"')
    )
    for look in (adapted.about, adapted.load_adapted):
        with pytest.raises(LabError, match="newer"):
            look("en")


def test_that_too_few_recordings_are_refused_with_what_is_needed():
    record_slowly(1)
    with pytest.raises(LabError, match="too few") as caught:
        list(adapt.adapt("en"))
    assert "two takes" in caught.value.advice()


def test_that_a_third_of_each_digit_and_speaker_is_held_back_and_stays_so(tmp_path):
    def clips(count):
        return [
            SpokenClip(digit, speaker, index, "en", tmp_path / f"{digit}_{speaker}_{index}.wav")
            for digit in (1, 2) for speaker in "ab" for index in range(count)
        ]  # fmt: skip

    first, held = part(clips(3))
    assert {clip.index for clip in held} == {1}
    assert len(held) == 4
    more_first, more_held = part(clips(6))
    assert set(held) <= set(more_held)
    assert set(first) <= set(more_first)
    assert sorted(more_first + more_held) == sorted(clips(6))


def test_that_the_effect_has_wilsons_intervals_and_the_sign_test_of_what_changed():
    before = np.array([True] * 4 + [False] * 6)
    after = np.array([True] * 9 + [False])
    effect = adapt.effect_of(before, after)
    assert (effect.count, effect.before, effect.after) == (10, 4, 9)
    assert effect.before_interval == pytest.approx(wilson(4, 10))
    assert effect.after_interval == pytest.approx(wilson(9, 10))
    assert effect.p == pytest.approx(2 * 0.5**5)
    assert not effect.is_established
    assert adapt.effect_of(before, before).p == 1.0
