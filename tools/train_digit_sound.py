"""Train the network that hears digits: `python -m tools.train_digit_sound --data DIR --out models --seed 1`.

About 20 minutes on one core. Everything random comes from the seed. With `--hold-out` the named speakers or sources
are kept out of training and scored at the end, by the very code that the product uses to read a file.
"""

import argparse
import json
import tempfile
import time
from pathlib import Path

import numpy as np
import torch
from torch import nn
from torch.nn import functional
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn

from tools import synthetic_voices
from tools.digit_sound_augment import BANK_SECONDS, Scenery
from tools.digit_sound_data import (
    HELD_OUT_WORDS,
    NOT_A_DIGIT,
    Recording,
    backwards,
    draw_weights,
    held_out,
    load,
)
from tools.digit_sound_measure import accuracies, calibrate, logits_of
from tplab_gui.nets import weights
from tplab_gui.nets.digit_sound import DigitSoundNet
from tplab_gui.speech.endpoint import EndpointParams
from tplab_gui.speech.recognise import EARS
from tplab_gui.speech.word_window import COLUMNS, FEATURES, RANGE_DB

BATCH = 64
OTHER_WORDS, BACKWARDS, NO_WORDS = 5, 2, 3  # of a batch: sounds that are no digit
REVERSIBLE = (0, 2, 3, 4, 6, 7, 8)  # "nine" and "five" backwards are too near to "nine"
SHIPPED_HELD_OUT = (
    "iitb07",
    "iitg12",
    "sc51055bda",
    "sca9abc695",
    "espeak120",
    "espeak121",
    "espeak122",
    "espeak123",
)


def _targets(digits: np.ndarray, smoothing: float = 0.06) -> torch.Tensor:
    """Probabilities to aim at, (B, 10): the digit, a little smoothed; even for what is no digit."""
    even = torch.full((len(digits), 10), 0.1)
    is_digit = torch.from_numpy(digits != NOT_A_DIGIT)
    chosen = functional.one_hot(torch.from_numpy(np.maximum(digits, 0)), 10).float()
    return torch.where(is_digit[:, None], (1 - smoothing) * chosen + smoothing * even, even)


def train(
    recordings: list[Recording], steps: int, seed: int, *, half: bool = False, bank_s: float = BANK_SECONDS
) -> nn.Module:
    """Return the weight-averaged network after `steps` batches of 64 augmented clips; `half`: computed in bfloat16."""
    rng = np.random.default_rng(seed)
    torch.manual_seed(seed)
    scenery = Scenery(recordings, rng, bank_s)
    spoken = [recording for recording in recordings if recording.digit != NOT_A_DIGIT]
    others = [recording for recording in recordings if recording.digit == NOT_A_DIGIT]
    reversible = [recording for recording in spoken if recording.digit in REVERSIBLE]
    chances = draw_weights(spoken, np.array([recording.digit for recording in spoken]))
    network = DigitSoundNet().to(memory_format=torch.channels_last)
    average = AveragedModel(network, multi_avg_fn=get_ema_multi_avg_fn(0.998), use_buffers=True)
    optimizer = torch.optim.AdamW(network.parameters(), lr=4e-3, weight_decay=0.03)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, 4e-3, total_steps=steps, pct_start=0.2)
    began, running = time.perf_counter(), 0.0
    network.train()
    for step in range(1, steps + 1):
        drawn = [
            spoken[i] for i in rng.choice(len(spoken), BATCH - OTHER_WORDS - BACKWARDS - NO_WORDS, p=chances)
        ]
        strange = [others[i] for i in rng.integers(len(others), size=OTHER_WORDS)] if others else []
        strange += [backwards(reversible[i]) for i in rng.integers(len(reversible), size=BACKWARDS)]
        pictures = [scenery.picture(recording, 0.92) for recording in drawn + strange]
        pictures += [scenery.not_a_word() for _ in range(BATCH - len(pictures))]
        digits = np.full(BATCH, NOT_A_DIGIT)
        digits[: len(drawn)] = [recording.digit for recording in drawn]
        batch = torch.from_numpy(np.stack(pictures))[:, None].contiguous(memory_format=torch.channels_last)
        with torch.autocast("cpu", dtype=torch.bfloat16, enabled=half):
            logits = network(batch)
        loss = functional.cross_entropy(logits.float(), _targets(digits))
        optimizer.zero_grad(set_to_none=True)
        loss.backward()
        nn.utils.clip_grad_norm_(network.parameters(), 2.0)
        optimizer.step()
        schedule.step()
        average.update_parameters(network)
        running += loss.item()
        if step % 100 == 0:
            print(
                f"step {step}/{steps}  loss {running / 100:.3f}  {time.perf_counter() - began:.0f} s",
                flush=True,
            )
            running = 0.0
    return average.module.eval()


def card(
    options: argparse.Namespace, left_out: list[str], seconds: float, measured: dict[str, object]
) -> dict[str, object]:
    """Everything that the card says beside what `weights.save` adds."""
    return {
        "version": "1",
        "title": "Spoken digits: log-mel picture of a word to ten logits",
        "language": "en",
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
        "data": [
            "Free Spoken Digit Dataset (Jakobovski), 6 speakers, CC BY-SA 4.0",
            "iitg_classroom (mathav95raj), iitb_digits (Agrim9), asprabhat (AsPrabhat): no licence stated",
            "Speech Commands v0.01 sample (Google), CC BY 4.0; GCompris voice of Susan Rich, GPL",
            "synthetic English voices made with espeak-ng and, where installed, flite (tools/synthetic_voices.py)",
        ],
        "held_out": left_out,
        "held_out_words": sorted(HELD_OUT_WORDS),
        "seed": options.seed,
        "command": f"python -m tools.train_digit_sound --data DIR --out models --seed {options.seed}"
        f" --steps {options.steps}{' --bfloat16' if options.bfloat16 else ''}",
        "trained_on": {"torch": torch.__version__.split("+")[0], "threads": 1},
        "seconds": round(seconds),
        "limits": (
            "English digits said alone. Most training voices are men and young adults with Indian, European or "
            "American accents; children were not heard. It answers with one of ten digits whatever is said: look "
            "at `sure`."
        ),
        "licence_note": (
            "Some recordings it learned from state no licence; they were used for development only and are not "
            "part of TP Lab."
        ),
        **measured,
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=Path("models"))
    parser.add_argument(
        "--work",
        type=Path,
        default=Path(tempfile.gettempdir()) / "tplab-synthetic-voices",
        help="folder where the synthetic voices are made, or were before",
    )
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--steps", type=int, default=3600)
    parser.add_argument(
        "--hold-out", default=",".join(SHIPPED_HELD_OUT), help="speakers or sources kept out of training"
    )
    parser.add_argument(
        "--development", type=Path, help="card of a run that kept whole sources out, to be quoted on this one"
    )
    parser.add_argument("--bfloat16", action="store_true", help="twice as fast on processors that have it")
    options = parser.parse_args()
    torch.set_num_threads(1)
    began = time.perf_counter()
    recordings = load(options.data, options.work if synthetic_voices.make(options.work) else None)
    names = frozenset(options.hold_out.split(","))
    unseen = [recording for recording in recordings if held_out(recording, names)]
    seen = [recording for recording in recordings if not held_out(recording, names)]
    print(f"{len(seen)} recordings to learn from, {len(unseen)} kept out", flush=True)
    network = train(seen, options.steps, options.seed, half=options.bfloat16)
    logits, in_noise = logits_of(network, unseen), logits_of(network, unseen, noise_db=10.0)
    measured = {**calibrate(unseen, logits, in_noise), "accuracy": accuracies(unseen, logits, in_noise)}
    if options.development:
        earlier = json.loads(options.development.read_text(encoding="utf-8"))
        measured["development"] = {key: earlier[key] for key in ("held_out", "command", "accuracy")}
    weights.save(
        "digit-sound",
        network,
        card(options, sorted(names), time.perf_counter() - began, measured),
        options.out,
    )
    print(measured)


if __name__ == "__main__":
    main()
