"""One clip, a thousand rooms: what training does to a recording before the network hears it.

Order as in nature: voice (tract length, tempo), room, microphone (bands, tilt, gain, clipping), noise, and last the
imperfect cut. Voice changes are made in the features: moving the mel bands by a factor and the hop by the same factor
is what playing faster does, at no cost (vocal tract length perturbation: Jaitly and Hinton, ICML workshop 2013).
SpecAugment: Park et al., Interspeech 2019, arXiv:1904.08779.
"""

import numpy as np
import numpy.typing as npt

from tools.digit_sound_data import RATE_HZ, Recording
from tplab_gui.speech.endpoint import Span
from tplab_gui.speech.word_window import COLUMNS, FEATURES, word_picture

Array = npt.NDArray[np.float32]

SCENE = 16384  # samples: 2 s, a power of two for the Fourier transform
WARPS = (0.76, 0.80, 0.84, 0.88, 0.91, 0.94, 0.97, 1.0, 1.0, 1.03, 1.06, 1.09, 1.13, 1.17)
HOPS = (80, 86, 92, 96, 100, 100, 104, 110, 118, 128)
BANK_SECONDS = 40


def _shaped_noise(rng: np.random.Generator, n: int, slope: float) -> Array:
    """Noise whose power falls by `slope` times 3 dB per octave: 0 white, 1 pink, 2 brown."""
    spectrum = np.fft.rfft(rng.normal(size=n))
    spectrum /= np.maximum(np.arange(spectrum.size), 20.0) ** (slope / 2)
    noise = np.fft.irfft(spectrum, n)
    return (noise / noise.std()).astype(np.float32)


class Scenery:
    """Rooms, microphones and noises, drawn once from a seed; `bank_s` seconds (at least 3) of every noise."""

    def __init__(
        self, recordings: list[Recording], rng: np.random.Generator, bank_s: float = BANK_SECONDS
    ) -> None:
        self.rng = rng
        self.rooms = [self._room() for _ in range(80)]
        self.microphones = [self._microphone() for _ in range(80)]
        n = round(bank_s * RATE_HZ)
        self.noises = [_shaped_noise(rng, n, slope) for slope in (0.0, 0.5, 1.0, 1.0, 1.5, 2.0)]
        self.noises += [self._hum(n, base) for base in (50.0, 60.0)]
        self.noises += [self._fan(n)]
        self.noises += [self._babble(recordings, n, voices) for voices in (4, 6, 9)]

    def _room(self) -> npt.NDArray[np.complex64]:
        """Spectrum of an impulse response: the direct sound and an exponentially decaying tail."""
        rng = self.rng
        decay_s, ratio_db = (
            rng.uniform(0.08, 0.6),
            rng.uniform(-2, 16),
        )  # reverberation time, direct over tail
        time_s = np.arange(RATE_HZ // 2) / RATE_HZ
        tail = rng.normal(size=time_s.size) * 10 ** (-3 * time_s / decay_s)
        tail[: int(rng.uniform(8, 60))] = 0
        tail *= 10 ** (-ratio_db / 20) / max(np.linalg.norm(tail), 1e-9)
        tail[0] = 1.0
        return np.fft.rfft(tail, SCENE).astype(np.complex64)

    def _microphone(self) -> Array:
        """Gain over frequency: smooth bumps, a tilt, and the two ends of the band."""
        rng = self.rng
        hz = np.fft.rfftfreq(SCENE, 1 / RATE_HZ)
        knots = np.array([0, 150, 300, 600, 1000, 1500, 2200, 3000, 4000])
        bumps = np.interp(hz, knots, rng.normal(0, 3.0, knots.size))
        octaves = np.log2(np.maximum(hz, 60) / 1000)
        gain_db = bumps + rng.uniform(-4, 4) * octaves
        if rng.random() < 0.5:
            gain_db -= 24 * np.maximum(0, np.log2(rng.uniform(90, 350) / np.maximum(hz, 20)))
        if rng.random() < 0.4:
            gain_db -= 30 * np.maximum(0, np.log2(np.maximum(hz, 20) / rng.uniform(2300, 3900)))
        return (10 ** (np.maximum(gain_db, -50) / 20)).astype(np.float32)

    def _hum(self, n: int, base_hz: float) -> Array:
        time_s = np.arange(n) / RATE_HZ
        partials = range(1, 40)
        hum = sum(self.rng.random() / k * np.sin(2 * np.pi * base_hz * k * time_s) for k in partials)
        hum = np.asarray(hum, dtype=np.float32)
        return hum / hum.std() + 0.2 * _shaped_noise(self.rng, n, 1.0)

    def _fan(self, n: int) -> Array:
        """Noise that swells and fades, as a fan, traffic or paper does."""
        swell = np.interp(np.arange(n), np.arange(0, n, 800), self.rng.gamma(1.0, 1.0, len(range(0, n, 800))))
        noise = _shaped_noise(self.rng, n, 1.0) * swell.astype(np.float32)
        return noise / noise.std()

    def _babble(self, recordings: list[Recording], n: int, voices: int) -> Array:
        """Many voices at once, each backwards, so that no word can be understood."""
        babble = np.zeros(n, dtype=np.float32)
        for _ in range(voices):
            at = 0
            while at < n:
                clip = recordings[self.rng.integers(len(recordings))].samples[::-1]
                clip = clip / (np.sqrt(np.mean(clip**2)) + 1e-6)
                part = clip[: n - at]
                babble[at : at + part.size] += part * self.rng.uniform(0.4, 1.0)
                at += part.size + int(self.rng.integers(400, 3000))
        return babble / babble.std()

    def noise(self, n: int) -> Array:
        """Draw `n` samples of one of the noises, or of two, with standard deviation near 1."""
        rng = self.rng
        total = np.zeros(n, dtype=np.float32)
        for _ in range(1 + (rng.random() < 0.25)):
            bank = self.noises[rng.integers(len(self.noises))]
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
        level = float(np.sqrt(np.mean(word**2))) + 1e-6
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
        if rng.random() < 0.75:
            snr_db = rng.uniform(2, 40)
            scene = scene + self.noise(SCENE) * np.float32(level * 10 ** (-snr_db / 20))
        # The cut: now and then up to 40 ms of the word are missing, more often silence or noise comes with it.
        early, late = rng.uniform(-320, 1600, 2) * (rng.random(2) < 0.8)
        cut = Span(max(0, start - int(early)), start + word.size + tail + int(late))
        hop = HOPS[rng.integers(len(HOPS))]
        warp = WARPS[rng.integers(len(WARPS))]
        return self._masked(word_picture(scene, cut, warp, hop))

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

    def not_a_word(self) -> Array:
        """Draw the picture of a sound that nobody said: noise, silence, tones, clicks, coughs."""
        rng = self.rng
        n = int(rng.integers(1500, 9000))
        time_s = np.arange(n) / RATE_HZ
        kind = rng.integers(4)
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
        else:  # gliding tone
            glide_hz = np.interp(time_s, [0, time_s[-1]], rng.uniform(100, 3500, 2))
            sound = np.sin(2 * np.pi * np.cumsum(glide_hz) / RATE_HZ)
        sound = sound + self.noise(n) * 10 ** (-rng.uniform(10, 50) / 20) * np.std(sound)
        return self._masked(
            word_picture(np.asarray(sound, np.float32), Span(0, n), WARPS[rng.integers(len(WARPS))])
        )
