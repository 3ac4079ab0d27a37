"""One clip, a thousand rooms: what training does to a recording before the network hears it.

Order as in nature: voice (tract length, tempo), room, microphone (bands, tilt, gain, clipping), noise, telephone, and
last the imperfect cut. Voice changes are made in the features: moving the mel bands by a factor and the hop by the
same factor is what playing faster does, at no cost (vocal tract length perturbation: Jaitly and Hinton, ICML workshop
2013); a smooth random shift of bands and columns stands for the rest of what differs between two speakers.
SpecAugment: Park et al., Interspeech 2019, arXiv:1904.08779.
"""

import numpy as np
import numpy.typing as npt

from tools.digit_sound_data import RATE_HZ, Recording
from tools.digit_sound_noises import cough, music
from tools.digit_sound_scenery import CHANCES, SCENE, microphone, noise_bank, room
from tplab_gui.core.errors import LabError
from tplab_gui.speech.endpoint import Span
from tplab_gui.speech.word_window import COLUMNS, FEATURES, find_word, word_picture

Array = npt.NDArray[np.float32]

WARPS = (0.76, 0.80, 0.84, 0.88, 0.91, 0.94, 0.97, 1.0, 1.0, 1.03, 1.06, 1.09, 1.13, 1.17)
HOPS = (80, 86, 92, 96, 100, 100, 104, 110, 118, 128)
BANK_SECONDS = 40


def bent(picture: Array, rng: np.random.Generator, bands: float = 1.3, columns: float = 2.5) -> Array:
    """Shift bands and columns by smooth random amounts: no two mouths, and no two tempos, differ by one factor.

    `bands` and `columns` are the standard deviations of the shifts at their knots.
    """
    heights, widths = np.arange(picture.shape[0]), np.arange(picture.shape[1])
    up = heights + np.interp(heights, np.linspace(0, heights[-1], 5), rng.normal(0, bands, 5))
    along = widths + np.interp(widths, np.linspace(0, widths[-1], 6), rng.normal(0, columns, 6))
    for axis, shifted in ((0, up), (1, along)):
        where = np.clip(shifted, 0, picture.shape[axis] - 1.001)
        low = where.astype(np.intp)
        share = (where - low).astype(np.float32)
        share = share[:, None] if axis == 0 else share
        picture = picture.take(low, axis) * (1 - share) + picture.take(low + 1, axis) * share
    return picture


def telephone(sound: Array) -> Array:
    """Eight bits by the mu law (ITU-T G.711), as telephones and cheap radio links carry speech."""
    scale = float(np.abs(sound).max()) + 1e-9
    loud = np.log1p(255 * np.abs(sound) / scale) / np.log(256)
    coded = np.round(127 * loud) / 127
    decoded = np.sign(sound) * (np.exp(coded * np.log(256)) - 1) / 255 * scale
    return np.asarray(decoded, np.float32)


class Scenery:
    """Rooms, microphones and noises, drawn once from a seed; `bank_s` seconds (at least 3) of every noise."""

    def __init__(
        self, recordings: list[Recording], rng: np.random.Generator, bank_s: float = BANK_SECONDS
    ) -> None:
        self.rng = rng
        self.rooms = [room(rng) for _ in range(80)]
        self.microphones = [microphone(rng) for _ in range(120)]
        self.noises = noise_bank(rng, recordings, round(bank_s * RATE_HZ))

    def noise(self, n: int) -> Array:
        """Draw `n` samples of one of the noises, or of two, with standard deviation near 1."""
        rng = self.rng
        total = np.zeros(n, dtype=np.float32)
        for _ in range(1 + (rng.random() < 0.25)):
            bank = self.noises[rng.choice(len(self.noises), p=CHANCES)]
            start = rng.integers(bank.size - n)
            total += bank[start : start + n]
        return total

    def picture(self, recording: Recording, strength: float = 1.0) -> Array:
        """One augmented network input of the recording, (n_mels, columns).

        `strength` below 1 makes changes rarer; 0 gives the plain picture.
        """
        rng = self.rng
        if rng.random() > strength:
            return word_picture(recording.samples, recording.span)
        span = recording.span
        word = recording.samples[span.start_sample : span.end_sample][: SCENE - 5000]
        start = 2000
        scene = np.zeros(SCENE, dtype=np.float32)
        scene[start : start + word.size] = word
        tail = 0
        kind = rng.random()
        if kind < 0.75:
            spectrum = np.fft.rfft(scene)
            if kind < 0.6:
                spectrum *= self.microphones[rng.integers(len(self.microphones))]
            if kind < 0.15 or kind > 0.5:
                spectrum *= self.rooms[rng.integers(len(self.rooms))]
                tail = int(rng.uniform(0, 1200))
            scene = np.fft.irfft(spectrum, SCENE).astype(np.float32)
        if rng.random() < 0.08:
            limit = np.abs(scene).max() * rng.uniform(0.15, 0.7)
            scene = np.clip(scene, -limit, limit)
        is_noisy = rng.random() < 0.8
        if is_noisy:
            level = float(np.sqrt(np.mean(scene[start : start + word.size] ** 2))) + 1e-6
            snr_db = rng.uniform(0, 14) if rng.random() < 0.4 else rng.uniform(8, 40)
            scene = scene + self.noise(SCENE) * np.float32(level * 10 ** (-snr_db / 20))
        if rng.random() < 0.06:
            scene = telephone(scene)
        cut = self._cut(scene, start, start + word.size + tail, by_ear=rng.random() < 0.4)
        hop = HOPS[rng.integers(len(HOPS))]
        picture = word_picture(scene, cut, WARPS[rng.integers(len(WARPS))], hop)
        return self._masked(bent(picture, rng) if rng.random() < 0.6 else picture)

    def _cut(self, scene: Array, start: int, end: int, by_ear: bool) -> Span:
        """Where the word is taken to be: as the recogniser finds it in the noise, or with random margins."""
        early, late = self.rng.uniform(-320, 1600, 2) * (self.rng.random(2) < 0.8)
        if by_ear:
            margin = 1200 + abs(int(early))  # of noise around the clip
            low = max(0, start - margin)
            try:
                found = find_word(scene[low : end + margin])
            except LabError:
                return Span(start, end)
            return Span(low + found.start_sample, low + found.end_sample)
        # Now and then up to 40 ms of the word are missing, more often silence or noise comes with it.
        return Span(max(0, start - int(early)), end + int(late))

    def _masked(self, picture: Array) -> Array:
        """SpecAugment: a band and a stretch of time fall silent."""
        rng = self.rng
        n_mels = FEATURES.n_mels
        if rng.random() < 0.5:
            height = rng.integers(1, 8)
            low = rng.integers(n_mels - height)
            picture[low : low + height] = -1.0
        if rng.random() < 0.5:
            width = rng.integers(1, 12)
            left = rng.integers(COLUMNS - width)
            picture[:, left : left + width] = -1.0
        return picture

    def not_a_word(self, kinds: int = 4) -> Array:
        """Draw the picture of a sound that nobody said: noise, silence, tones, clicks, coughs.

        With 8 `kinds` instead of the first 4, half of them are throats and music (`tools.digit_sound_noises`).
        """
        rng = self.rng
        n = int(rng.integers(1500, 9000))
        time_s = np.arange(n) / RATE_HZ
        kind = rng.integers(kinds)
        if kind == 0:
            sound = self.noise(n)
        elif kind == 1:  # notes, one after the other, with their overtones
            sound = np.zeros(n)
            edges = np.sort(rng.integers(0, n, rng.integers(0, 5)))
            for part in np.split(np.arange(n), edges):
                pitch_hz = 110 * 2 ** (rng.integers(0, 48) / 12)
                for k in range(1, int(rng.integers(2, 9))):
                    if k * pitch_hz < RATE_HZ / 2:
                        sound[part] += rng.random() / k * np.sin(2 * np.pi * k * pitch_hz * time_s[part])
                sound[part] *= np.exp(-rng.uniform(0, 6) * np.arange(part.size) / RATE_HZ)
        elif kind == 2:  # coughs, knocks, breath: bursts of noise that die away
            sound = np.zeros(n)
            for _ in range(rng.integers(1, 4)):
                at = int(rng.integers(n))
                burst = self.noise(n - at) * np.exp(-time_s[: n - at] / rng.uniform(0.003, 0.15))
                sound[at:] += burst * rng.uniform(0.3, 1)
        elif kind in {4, 5}:
            sound = cough(n, rng)
        elif kind > 5:
            sound = music(n, rng)
        else:  # gliding tone
            glide_hz = np.interp(time_s, [0, time_s[-1]], rng.uniform(100, 3500, 2))
            sound = np.sin(2 * np.pi * np.cumsum(glide_hz) / RATE_HZ)
        sound = sound + self.noise(n) * 10 ** (-rng.uniform(10, 50) / 20) * np.std(sound)
        return self._masked(
            word_picture(np.asarray(sound, np.float32), Span(0, n), WARPS[rng.integers(len(WARPS))])
        )
