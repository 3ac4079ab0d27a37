"""Figure 7 and the bars of tables 2 and 3, for paper."""

import numpy as np
from matplotlib.figure import Figure

from tplab_gui.core.events.data import Analysed
from tplab_gui.core.events.findings import Sentence
from tplab_gui.core.events.sets import SplitMade
from tplab_gui.data.sounds import Sound
from tplab_gui.report import drawing
from tplab_gui.report.words import Words

_RANGE_DB = 80.0  # below the loudest: what lies under it is noise to the eye


def wave_and_mel(sound: Sound, looked: Analysed, words: Words) -> Figure:
    """Draw the waveform above the mel spectrogram in decibels, time in seconds under both."""
    figure, axes = drawing.sheet(3.8, 2, 1, height_ratios=(1, 2), sharex=True)
    wave, mel = axes[:, 0]
    seconds = np.arange(len(sound.samples)) / sound.rate_hz
    wave.plot(seconds, sound.samples, color=drawing.COLOURS[0], linewidth=0.6)
    wave.set_ylabel(words.say(Sentence("amplitude")))
    wave.set_xlim(0, sound.duration_s)
    top = float(looked.level_db.max())
    image = mel.imshow(
        looked.level_db,
        origin="lower",
        aspect="auto",
        cmap="inferno",
        vmin=top - _RANGE_DB,
        vmax=top,
        extent=(0, looked.level_db.shape[1] * looked.hop_s, 0, looked.level_db.shape[0]),
    )
    mel.grid(visible=False)
    mel.set_xlabel(words.say(Sentence("time (s)")))
    mel.set_ylabel(words.say(Sentence("mel band")))
    figure.colorbar(image, ax=mel, label="dB", pad=0.01)
    return figure


def split_bars(made: SplitMade, words: Words) -> Figure:
    """Draw how often each digit is in the train and in the test part, as shares of the part."""
    figure, axes = drawing.sheet(2.4)
    bars = axes[0, 0]
    shares = made.digits / np.maximum(made.digits.sum(axis=1, keepdims=True), 1)
    labels = (Sentence("to learn from"), Sentence("to test"))
    for place, label in enumerate(labels):
        left = np.arange(10) + 0.4 * place - 0.2
        bars.bar(left, 100 * shares[place], 0.38, color=drawing.COLOURS[place], label=words.say(label))
    bars.axhline(10, color="#404040", linewidth=0.8)
    bars.set_xticks(range(10))
    bars.set_xlabel(words.say(Sentence("digit")))
    bars.set_ylabel(words.say(Sentence("share (%)")))
    bars.legend(loc="lower right", ncols=2)
    return figure
