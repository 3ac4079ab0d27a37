import numpy as np
import pytest

from tplab_gui.core.errors import LabError
from tplab_gui.speech import player
from tplab_gui.speech.microphone import look_again
from tplab_gui.speech.player import play


def tone(seconds, rate_hz=8000):
    return (0.2 * np.sin(2 * np.pi * 440 * np.arange(round(seconds * rate_hz)) / rate_hz)).astype(np.float32)


class NoOutput:
    """PortAudio on a machine without a loudspeaker."""

    class PortAudioError(Exception):
        pass

    def query_devices(self, kind):
        raise self.PortAudioError("Error querying device -1")


def test_that_a_machine_without_a_loudspeaker_gets_a_sentence(monkeypatch):
    monkeypatch.setattr(player, "portaudio", NoOutput)
    with pytest.raises(LabError, match="No loudspeaker"):
        list(play(tone(0.1), 8000))


def test_that_a_sound_plays_to_its_end_at_the_device_s_own_rate(virtual_microphone):
    virtual_microphone.plug()
    look_again()
    positions = list(play(tone(0.5), 8000))
    assert positions[-1].is_over
    assert positions[-1].position_s == pytest.approx(0.5, abs=0.01)
    times_s = [each.position_s for each in positions]
    assert times_s == sorted(times_s)
    assert len(times_s) > 5


def test_that_stopping_half_way_lets_go_of_the_device(virtual_microphone):
    virtual_microphone.plug()
    look_again()
    sound = play(tone(10.0), 8000)
    next(sound)
    sound.close()
    assert list(play(tone(0.1), 8000))[-1].is_over
