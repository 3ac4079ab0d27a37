"""Train the network that hears digits: `python -m tools.train_digit_sound --data DIR --out models --seed 1`.

About 20 minutes on one core that does nothing else. Everything random comes from the seed. The voices named by
`--hold-out` (speakers or whole sources) are kept out of training and scored at the end, by the very code that the
product uses to read a file. `tools.synthetic_voices` and `tools.neural_voices` make the voices of `--work` beforehand;
the French network begins with the weights of the English one, found in `--out`.
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
from tools.digit_sound_card import card, quote
from tools.digit_sound_data import (
    FOREIGN,
    NOT_A_DIGIT,
    Recording,
    backwards,
    draw_weights,
    held_out,
    load,
)
from tools.digit_sound_measure import accuracies, calibrate, logits_of, refusals
from tplab_gui.nets import weights
from tplab_gui.nets.digit_sound import DigitSoundNet

BATCH = 64
OTHER_WORDS, BACKWARDS = 7, 2  # of a batch: sounds that are no digit
# Of a batch: sounds that are no word, and of how many kinds. Synthetic voices are told from them less easily.
NO_WORDS = {"en": (3, 4), "fr": (8, 8)}
REVERSIBLE = (0, 2, 3, 4, 6, 7, 8)  # "nine" and "five" backwards are too near to "nine"
KEPT = 0.975  # share of the clear digits that are to be sure
# No real French voice is there to set a threshold by, and synthetic ones are surer than people: it is never above this.
HIGHEST_THRESHOLD = {"en": 1.0, "fr": 0.8}
NAMES = {"en": "digit-sound", "fr": "digit-sound-fr"}
_ESPEAK_HELD_OUT = ("espeak120", "espeak121", "espeak122", "espeak123")
SHIPPED_HELD_OUT = {
    "en": ("iitb07", "iitg12", "sc51055bda", "sca9abc695", *_ESPEAK_HELD_OUT),
    "fr": ("picofrFR88", "picofrFR115", "kokoro03", "kokoro04", *_ESPEAK_HELD_OUT),
}


def _targets(digits: np.ndarray, smoothing: float = 0.06) -> torch.Tensor:
    """Probabilities to aim at, (B, 10): the digit, a little smoothed; even for what is no digit."""
    even = torch.full((len(digits), 10), 0.1)
    is_digit = torch.from_numpy(digits != NOT_A_DIGIT)
    chosen = functional.one_hot(torch.from_numpy(np.maximum(digits, 0)), 10).float()
    return torch.where(is_digit[:, None], (1 - smoothing) * chosen + smoothing * even, even)


def train(
    recordings: list[Recording],
    steps: int,
    seed: int,
    *,
    half: bool = False,
    bank_s: float = BANK_SECONDS,
    start: nn.Module | None = None,
    no_words: tuple[int, int] = NO_WORDS["en"],
) -> nn.Module:
    """Return the weight-averaged network after `steps` batches of 64 augmented clips.

    `half`: computed in bfloat16. `start`: the network whose weights, but for the last layer, are learned on.
    `no_words`: how many of a batch are sounds that nobody said, and of how many kinds (`Scenery.not_a_word`).
    """
    rng = np.random.default_rng(seed)
    torch.manual_seed(seed)
    scenery = Scenery(recordings, rng, bank_s)
    spoken = [recording for recording in recordings if recording.digit != NOT_A_DIGIT]
    others = [recording for recording in recordings if recording.digit == NOT_A_DIGIT]
    reversible = [recording for recording in spoken if recording.digit in REVERSIBLE]
    silent, kinds = no_words
    chances = draw_weights(spoken, np.array([recording.digit for recording in spoken]))
    network = DigitSoundNet().to(memory_format=torch.channels_last)
    if start is not None:
        network.features.load_state_dict(start.features.state_dict())
    average = AveragedModel(network, multi_avg_fn=get_ema_multi_avg_fn(0.998), use_buffers=True)
    optimizer = torch.optim.AdamW(network.parameters(), lr=4e-3, weight_decay=0.03)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, 4e-3, total_steps=steps, pct_start=0.2)
    began, running = time.perf_counter(), 0.0
    network.train()
    for step in range(1, steps + 1):
        drawn = [
            spoken[i] for i in rng.choice(len(spoken), BATCH - OTHER_WORDS - BACKWARDS - silent, p=chances)
        ]
        strange = [others[i] for i in rng.integers(len(others), size=OTHER_WORDS)] if others else []
        strange += [backwards(reversible[i]) for i in rng.integers(len(reversible), size=BACKWARDS)]
        pictures = [scenery.picture(recording, 0.92) for recording in drawn + strange]
        pictures += [scenery.not_a_word(kinds) for _ in range(BATCH - len(pictures))]
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


def learn(options: argparse.Namespace) -> None:
    """Train on all but the voices kept out (or not), measure on those, and save the network with its card."""
    began = time.perf_counter()
    language, name = options.language, NAMES[options.language]
    made = synthetic_voices.make(options.work, language=language)
    recordings = load(options.data if language == "en" else None, options.work if made else None)
    names = frozenset(options.hold_out.split(","))
    unseen = [recording for recording in recordings if held_out(recording, names)]
    seen = [recording for recording in recordings if not held_out(recording, names)]
    print(f"{len(seen)} recordings to learn from, {len(unseen)} kept out", flush=True)
    if options.measure_only:
        network, trained = weights.load(name, options.out)
        seconds = float(trained["seconds"])
    else:
        start = None if language == "en" else weights.load(NAMES["en"], options.out)[0]
        network = train(
            seen, options.steps, options.seed, half=options.bfloat16, start=start, no_words=NO_WORDS[language]
        )
        seconds = time.perf_counter() - began
    logits = logits_of(network, unseen)
    in_noise = {colour: logits_of(network, unseen, 10.0, colour) for colour in ("white", "pink")}
    calibration = calibrate(
        unseen, logits, in_noise["white"], KEPT, HIGHEST_THRESHOLD[language], FOREIGN[language]
    )
    shares = calibration.pop("shares")
    shares |= refusals(network, calibration["temperature"], calibration["threshold"])
    measured = {**calibration, "accuracy": {**accuracies(unseen, logits, in_noise), **shares}}
    weights.save(name, network, card(options, sorted(names), seconds, measured), options.out)
    print(json.dumps(measured, indent=1))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=Path("models"))
    parser.add_argument(
        "--work",
        type=Path,
        help="folder where the synthetic voices are made, or were before (in the system's temporary folder)",
    )
    parser.add_argument("--language", choices=tuple(NAMES), default="en")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--steps", type=int, default=3600)
    parser.add_argument(
        "--hold-out", help="speakers or sources kept out of training; by default those of the shipped network"
    )
    parser.add_argument(
        "--development", type=Path, help="card of a run that kept whole sources out, to be quoted on this one"
    )
    parser.add_argument(
        "--measure-only",
        action="store_true",
        help="train nothing: measure the network in --out and renew its card",
    )
    parser.add_argument("--quote-only", action="store_true", help="train nothing: quote that run on the card")
    parser.add_argument("--bfloat16", action="store_true", help="twice as fast on processors that have it")
    options = parser.parse_args()
    options.work = options.work or Path(tempfile.gettempdir()) / f"tplab-voices-{options.language}"
    options.hold_out = options.hold_out or ",".join(SHIPPED_HELD_OUT[options.language])
    torch.set_num_threads(1)
    if not options.quote_only:
        learn(options)
    if options.development:
        quote(options.development, options.out / f"{NAMES[options.language]}.json")


if __name__ == "__main__":
    main()
