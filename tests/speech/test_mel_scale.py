import numpy as np
import pytest
from torchaudio.functional.functional import _hz_to_mel

from tplab_gui.speech.mel_scale import hz_of_mel, mel_of_hz


@pytest.mark.parametrize("scale", ["htk", "slaney"])
def test_that_both_scales_are_torchaudios_and_turn_back(scale):
    hz = np.array([0.0, 50.0, 440.0, 999.0, 1000.0, 1001.0, 4000.0, 22050.0])
    np.testing.assert_allclose(mel_of_hz(hz, scale), [_hz_to_mel(each, scale) for each in hz], atol=1e-9)
    np.testing.assert_allclose(hz_of_mel(mel_of_hz(hz, scale), scale), hz, atol=1e-6)
