"""What the card of the hearing network says."""

import argparse
import json
from pathlib import Path

import torch

from tools.digit_sound_data import HELD_OUT_WORDS
from tplab_gui.core.atomic import write_text
from tplab_gui.speech.endpoint import EndpointParams
from tplab_gui.speech.recognise import EARS
from tplab_gui.speech.word_window import COLUMNS, FEATURES, RANGE_DB

SYNTHETIC = (
    "synthetic voices of espeak-ng, {}SVOX Pico{} and Kokoro-82M (tools/synthetic_voices.py, "
    "tools/neural_voices.py)"
)
TITLES = {
    "en": "Spoken digits: log-mel picture of a word to ten logits",
    "fr": "French spoken digits, from synthetic voices only: log-mel picture of a word to ten logits",
}
DATA = {
    "en": [
        "Free Spoken Digit Dataset (Jakobovski), 6 speakers, CC BY-SA 4.0",
        "iitg_classroom (mathav95raj), iitb_digits (Agrim9), asprabhat (AsPrabhat): no licence stated",
        "Speech Commands v0.01 sample (Google), CC BY 4.0; GCompris voice of Susan Rich, GPL",
        SYNTHETIC.format("flite, ", ", Piper (voice joe)"),
    ],
    "fr": [
        SYNTHETIC.format("", ""),
        "the English network digit-sound, and so its data, as the starting point of the training",
    ],
}
LIMITS = {
    "en": (
        "English digits said alone. Most training voices are men and young adults with Indian, European or American "
        "accents; children were not heard. It answers with one of ten digits whatever is said: look at `sure`."
    ),
    "fr": (
        "No person was recorded for it: every French voice that it learned from and was measured on is synthetic, so "
        "the figures say little about real speakers. Its threshold was set by synthetic voices that speak French; "
        "those of Kokoro are Japanese, read French sounds, and are often misheard or not sure. French digits said "
        "alone; it answers with one of ten digits whatever is said: look at `sure`."
    ),
}
LICENCE = (
    "Some recordings it learned from, or its starting point did, state no licence; they were used for development "
    "only and are not part of TP Lab."
)


def card(
    options: argparse.Namespace, left_out: list[str], seconds: float, measured: dict[str, object]
) -> dict[str, object]:
    """Return everything that the card says beside what `weights.save` adds."""
    return {
        "version": "2",
        "title": TITLES[options.language],
        "language": options.language,
        "architecture": {
            "class": "DigitSoundNet",
            "n_mels": FEATURES.n_mels,
            "widths": [24, 40, 64, 96, 128],
        },
        "input": {
            "rate_hz": FEATURES.rate_hz,
            "n_fft": FEATURES.n_fft,
            "window_samples": FEATURES.window_samples,
            "hop_samples": FEATURES.hop_samples,
            "n_mels": FEATURES.n_mels,
            "f_min_hz": FEATURES.f_min_hz,
            "f_max_hz": FEATURES.f_max_hz,
            "columns": COLUMNS,
            "range_db": RANGE_DB,
            "mel_warps": list(EARS),
            "hangover_ms": EndpointParams().hangover_ms,
        },
        "classes": [str(digit) for digit in range(10)],
        "data": DATA[options.language],
        "held_out": left_out,
        "held_out_words": sorted(HELD_OUT_WORDS[options.language]),
        "seed": options.seed,
        "prepared_by": [
            f"python -m tools.{program} WORK --language {options.language}"
            for program in ("synthetic_voices", "neural_voices")
        ],
        "command": f"python -m tools.train_digit_sound --data DIR --work WORK --out models"
        f" --language {options.language}"
        f" --seed {options.seed}"
        f" --steps {options.steps} --hold-out {options.hold_out}{' --bfloat16' if options.bfloat16 else ''}",
        "trained_on": {"torch": torch.__version__.split("+")[0], "threads": 1},
        "seconds": round(seconds),
        "limits": LIMITS[options.language],
        "licence_note": LICENCE,
        **measured,
    }


def quote(development: Path, path: Path) -> None:
    """Write onto the card at `path` what an earlier run of the same recipe, whose card is given, measured."""
    earlier = json.loads(development.read_text(encoding="utf-8"))
    own = json.loads(path.read_text(encoding="utf-8"))
    own["development"] = {key: earlier[key] for key in ("held_out", "command", "accuracy")}
    write_text(path, json.dumps(own, indent=2, ensure_ascii=False) + "\n")
