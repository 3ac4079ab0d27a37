"""The microphone, with PortAudio replaced at its own boundary, and once with a real one that has no sound card."""

import sys
import threading
import time
from types import SimpleNamespace

import numpy as np
import pytest

from tests.speech.sources import said, until
from tplab_gui.core.errors import LabError, MissingError
from tplab_gui.core.events.common import Notice
from tplab_gui.core.events.digits import Level, SourceLost, SourceOpened
from tplab_gui.core.mailbox import Latest, Mailbox
from tplab_gui.core.params import ListenParams
from tplab_gui.speech import microphone
from tplab_gui.speech.listen import hear
from tplab_gui.speech.microphone import MicrophoneSource, found, look_again


class PortAudioError(Exception):
    """What sounddevice raises."""


class PortAudio:
    """sounddevice as far as the lab uses it: `inputs` are the devices, `rates_hz` what they accept."""

    PortAudioError = PortAudioError

    def __init__(self, *inputs, rates_hz=(48_000,), channels=(1, 2, 4)):
        self.inputs = [
            {
                "name": name,
                "index": index,
                "hostapi": index,
                "max_input_channels": n_channels,
                "default_samplerate": float(rate_hz),
            }
            for index, (name, n_channels, rate_hz) in enumerate(inputs)
        ]
        self.rates_hz, self.channels = rates_hz, channels
        self.open_streams, self.starts = [], 0

    def query_devices(self, kind=None):
        if kind is None:
            return [*self.inputs, {**_SPEAKER, "index": len(self.inputs)}]
        if not self.inputs:
            raise PortAudioError("Error querying device -1")
        return self.inputs[0]

    def query_hostapis(self):
        return [{"name": f"host {number}"} for number in range(9)]

    def _terminate(self):
        assert not self.open_streams, "PortAudio was started again under an open stream"

    def _initialize(self):
        self.starts += 1

    def InputStream(self, **options):
        if options["samplerate"] not in self.rates_hz or options["channels"] not in self.channels:
            raise PortAudioError("Invalid sample rate [PaErrorCode -9997]")
        stream = SimpleNamespace(**options)
        stream.start = lambda: self.open_streams.append(stream)
        stream.abort = lambda ignore_errors: None
        stream.close = lambda ignore_errors: stream in self.open_streams and self.open_streams.remove(stream)
        return stream

    def deliver(self, block, overflow=False):
        self.open_streams[-1].callback(block, len(block), None, SimpleNamespace(input_overflow=overflow))


_SPEAKER = {"name": "speaker", "hostapi": 0, "max_input_channels": 0, "default_samplerate": 48_000.0}


@pytest.fixture
def machine(monkeypatch):
    def make(*inputs, **options):
        library = PortAudio(*inputs, **options)
        monkeypatch.setitem(sys.modules, "sounddevice", library)
        return library

    return make


class NoPortAudio:
    """An import of sounddevice on a machine without libportaudio."""

    def find_spec(self, name, path=None, target=None):
        if name == "sounddevice":
            raise OSError("PortAudio library not found")


@pytest.fixture
def no_portaudio(monkeypatch):
    monkeypatch.delitem(sys.modules, "sounddevice", raising=False)
    monkeypatch.setattr(sys, "meta_path", [NoPortAudio(), *sys.meta_path])


def test_that_without_portaudio_there_is_a_sentence_and_no_traceback(no_portaudio):
    with pytest.raises(MissingError, match="no PortAudio library"):
        MicrophoneSource()
    assert found().keys == ()


def test_that_a_machine_without_inputs_says_so(machine):
    machine()
    assert found().names == ()
    with pytest.raises(MissingError, match="No microphone answered"):
        MicrophoneSource()


def test_that_only_inputs_are_offered_and_equal_names_are_told_apart(machine):
    machine(("USB", 1, 48_000), ("USB", 1, 44_100), ("Built-in", 2, 48_000))
    assert found().names == ("USB (host 0)", "USB (host 1)", "Built-in")


def test_that_the_device_chosen_is_the_one_opened_at_its_own_rate(machine):
    library = machine(("USB", 1, 48_000), ("USB", 1, 44_100), rates_hz=(44_100, 48_000))
    with MicrophoneSource("USB (host 1)") as source:
        assert source.rate_hz == 44_100
        assert library.open_streams[0].device == 1


def test_that_a_device_that_is_gone_is_named(machine):
    machine(("USB", 1, 48_000))
    with pytest.raises(MissingError, match="Headset is not connected"):
        MicrophoneSource("Headset")


def test_that_a_stereo_block_becomes_the_mean_of_both_sides(machine):
    library = machine(("USB", 2, 48_000))
    with MicrophoneSource() as source:
        library.deliver(np.array([[0.5, 0.1], [-1.0, 0.0]], np.float32))
        np.testing.assert_allclose(source.ring.read(0, 2), [0.3, -0.5], atol=1e-7)


def test_that_a_refused_rate_leads_to_one_that_is_accepted(machine):
    machine(("USB", 1, 44_100), rates_hz=(48_000,))
    with MicrophoneSource() as source:
        assert source.rate_hz == 48_000


def test_that_a_sound_server_that_claims_32_channels_is_asked_for_one(machine):
    library = machine(("pulse", 32, 44_100), rates_hz=(44_100,))
    with MicrophoneSource():
        assert library.open_streams[0].channels == 1


def test_that_a_device_that_refuses_everything_is_a_sentence_and_leaves_nothing_open(machine):
    library = machine(("USB", 2, 44_100), rates_hz=())
    with pytest.raises(LabError, match="refused every sample rate"):
        MicrophoneSource()
    assert library.open_streams == []
    look_again()
    assert library.starts == 1


def test_that_an_overflow_is_counted(machine):
    library = machine(("USB", 1, 48_000))
    with MicrophoneSource() as source:
        library.deliver(np.zeros((480, 1), np.float32))
        library.deliver(np.zeros((480, 1), np.float32), overflow=True)
        assert source.gaps == 1


def test_that_a_stream_that_ends_and_one_that_falls_silent_are_both_gone(machine):
    library = machine(("USB", 1, 48_000))
    with MicrophoneSource() as source:
        assert source.is_alive()
        library.open_streams[0].finished_callback()
        assert not source.is_alive()
    with MicrophoneSource() as source:
        source._intake.last_block_s = time.monotonic() - 1.01
        assert not source.is_alive()
        library.deliver(np.zeros((480, 1), np.float32))
        assert source.is_alive()


def test_that_devices_are_listed_anew_only_while_no_stream_is_open(machine):
    library = machine(("USB", 1, 48_000))
    with MicrophoneSource():
        look_again()
        assert library.starts == 0
    look_again()
    assert library.starts == 1


def test_that_closing_twice_is_once(machine):
    library = machine(("USB", 1, 48_000))
    source = MicrophoneSource()
    source.close()
    source.close()
    assert microphone._open_streams == 0
    assert library.open_streams == []


class Word:
    """What the scoring of the test answers."""

    def __init__(self, samples):
        self.samples = samples


def test_that_a_microphone_is_heard_pulled_out_told_within_2_s_and_heard_again(virtual_microphone):
    """The real PortAudio and the real loop; only the sound card is missing."""
    params = Latest(ListenParams(source="microphone"))
    events = hear(params, Mailbox(), threading.Event(), lambda word: iter([Word(word)]))
    players = []
    try:
        assert not until(events, SourceOpened)[-1].is_simulated
        until(events, Level)
        players.append(virtual_microphone.play(said([7], 16_000), wait=False))
        assert len(until(events, Word)[-1].samples) > 2000
        virtual_microphone.unplug()
        pulled_s = time.monotonic()
        until(events, SourceLost)
        assert time.monotonic() - pulled_s < 2
        assert isinstance(next(events), Notice)
        virtual_microphone.plug()
        until(events, SourceOpened)
        players.append(virtual_microphone.play(said([3], 16_000), wait=False))
        assert len(until(events, Word)[-1].samples) > 2000
    finally:
        events.close()
        for player in players:
            player.wait(timeout=10)
