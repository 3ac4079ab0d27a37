"""What adapting the network to a voice does: to that voice, and to people it was not adapted to.

    python benchmarks/adapt.py --data DIR [--takes 3] [--json]

`DIR` holds `fsdd/recordings` and, if it is there, `spoken_digits_extra`. The network has heard the people of FSDD, so
they are played faster or slower: voices it has not heard and does not always understand. Each is adapted to
with `--takes` takes of each digit, as the page Record does; `fresh` are ten other takes of each digit, `strangers`
every tenth clip of FSDD and every third of the others, as they were recorded. Seconds are of one core.
"""

import argparse
import json
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Iterable
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from tplab_gui.core.errors import LabError
from tplab_gui.core.events.recording import AdaptedFound, KeepTake
from tplab_gui.data.recordings import RATE_HZ, keep
from tplab_gui.data.sounds import read_sound, resample
from tplab_gui.data.spoken import SpokenClip, list_clips, recordings_dir
from tplab_gui.speech import adapted
from tplab_gui.speech.adapt import adapt
from tplab_gui.speech.recognise import SoundReader

VOICES = (
    ("theo", 1.5),
    ("nicolas", 1.6),
    ("jackson", 0.65),
    ("george", 0.6),
)  # of FSDD, and how fast they speak


def heard(clip: SpokenClip, speed: float = 1.0) -> NDArray[np.float32]:
    """Return a clip at 8 kHz, played `speed` times as fast."""
    sound = read_sound(clip.path)
    samples = resample(sound.samples, sound.rate_hz, RATE_HZ)
    return resample(samples, round(RATE_HZ * speed), RATE_HZ)


def accuracy(reader: SoundReader, clips: Iterable[SpokenClip], speed: float = 1.0) -> float:
    """Return the share of the clips that are understood; one in which no sound is found is not."""
    clips = list(clips)
    scores = reader.batch_scores((heard(clip, speed), RATE_HZ) for clip in clips)
    guesses = np.nan_to_num(scores, nan=-1.0).argmax(axis=1)
    return float(np.mean(guesses == np.array([clip.digit for clip in clips])))


def main() -> int:
    """Adapt to each voice and print what changed."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--takes", type=int, default=3)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    torch.set_num_threads(1)
    rows = []
    with tempfile.TemporaryDirectory() as home:
        os.environ["TPLAB_HOME"] = home  # the user's own recordings and network are left alone
        try:
            clips = list_clips(options.data / "fsdd" / "recordings")
            extra = options.data / "spoken_digits_extra"
            more = list_clips(extra) if extra.is_dir() else []
        except LabError as error:
            print(error, file=sys.stderr)
            return 2
        strangers = [clip for clip in clips if clip.index % 10 == 0] + [
            clip for clip in more if clip.index % 3 == 0
        ]
        shipped = SoundReader()
        at_first = accuracy(shipped, strangers)
        for who, speed in VOICES:
            shutil.rmtree(recordings_dir(), ignore_errors=True)
            own = [clip for clip in clips if clip.speaker == who]
            for clip in own:
                if clip.index < options.takes:
                    keep(KeepTake(heard(clip, speed), RATE_HZ, clip.digit, who, "en"))
            fresh = [clip for clip in own if 20 <= clip.index < 30]
            began_s = time.process_time()
            found = list(adapt("en"))[-1]
            seconds = time.process_time() - began_s
            assert isinstance(found, AdaptedFound)
            reader = adapted.load_adapted("en")
            rows.append(
                {
                    "voice": f"{who} x {speed:g}",
                    "takes": options.takes,
                    "share": found.share,
                    "fresh before": round(accuracy(shipped, fresh, speed), 4),
                    "fresh after": round(accuracy(reader, fresh, speed), 4),
                    "strangers before": round(at_first, 4),
                    "strangers after": round(accuracy(reader, strangers), 4),
                    "seconds": round(seconds, 1),
                }
            )
            print(
                json.dumps(rows[-1]) if options.json else "  ".join(f"{k} {v}" for k, v in rows[-1].items())
            )
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
