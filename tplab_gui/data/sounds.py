"""Sound files, read and written: any rate, any width, any number of channels becomes float32 mono.

Separate from `spoken.py`, which knows what is said in a clip; here a sound is only samples. A header may lie about
its length or be followed by hours of sound, so no more than `max_s` seconds are ever asked for.
"""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import soundfile
import soxr
from numpy.typing import NDArray

from tplab_gui.core.atomic import replacing
from tplab_gui.core.errors import LabError, MissingError

MAX_SECONDS = 30.0
_BLOCK_FRAMES = 4096
_RATE_RANGE_HZ = (1000, 768_000)
_HINT = "Choose a WAV, FLAC, OGG or MP3 file of at least one spoken word."


@dataclass(frozen=True, slots=True)
class Sound:
    """A sound in memory: `samples` float32 (n,) mono, nominally in [-1, 1], at `rate_hz`.

    `channels` is what the file had before they were averaged; `is_cut` tells that the file goes on after the part
    that was read; `is_truncated` that it promises more than it holds.
    """

    samples: NDArray[np.float32]
    rate_hz: int
    channels: int = 1
    is_cut: bool = False
    is_truncated: bool = False
    encoding: str = ""  # libsndfile's word for how a sample is stored, such as PCM_16

    @property
    def duration_s(self) -> float:
        """Length of what was read, in seconds."""
        return len(self.samples) / self.rate_hz

    @property
    def peak(self) -> float:
        """Largest magnitude, 0 for digital silence."""
        return float(np.abs(self.samples).max())


def read_sound(path: Path | str, max_s: float = MAX_SECONDS) -> Sound:
    """Read at most the first `max_s` seconds of a sound file.

    Parameters
    ----------
    path : Path or str
        WAV (8 to 64 bits, whole numbers or float), FLAC, OGG, MP3 and what else libsndfile reads.
    max_s : float, > 0
        Nothing after this many seconds is read, whatever the header says.

    Raises
    ------
    MissingError
        If there is no such file.
    LabError
        If the file is empty, a folder, no sound, holds no samples, or holds values that are not numbers.

    """
    path = Path(path)
    _check_file(path)
    try:
        with path.open("rb") as stream, soundfile.SoundFile(stream) as file:
            rate_hz, channels, promised = file.samplerate, file.channels, file.frames
            encoding = file.subtype
            if not _RATE_RANGE_HZ[0] <= rate_hz <= _RATE_RANGE_HZ[1]:
                raise LabError(
                    "{name} claims {rate_hz} samples a second, which no recording has.",
                    hint=_HINT,
                    name=path.name,
                    rate_hz=rate_hz,
                )
            wanted = max(int(max_s * rate_hz), 1)
            samples = _read_blocks(file, min(wanted, promised))
            is_cut = promised > wanted and len(samples) == wanted
            is_truncated = len(samples) < min(wanted, promised) or _riff_ends_early(path)
    except OSError as error:
        raise _unreadable(path, error.strerror or str(error)) from error
    except (soundfile.SoundFileError, ValueError, RuntimeError) as error:
        raise LabError("{name} is not a sound file that can be read.", hint=_HINT, name=path.name) from error
    if len(samples) == 0:
        raise LabError("{name} is a sound file without a single sample.", hint=_HINT, name=path.name)
    if not np.isfinite(samples).all():
        raise LabError(
            "{name} holds values that are not numbers, so it cannot be heard.",
            hint="Save it again from the program that made it.",
            name=path.name,
        )
    return Sound(samples, rate_hz, channels, is_cut, is_truncated, encoding)


def write_wav(path: Path | str, samples: NDArray[np.float32], rate_hz: int) -> None:
    """Write float samples (n,) in [-1, 1] as 16-bit mono WAV, in one step (louder ones are clipped).

    Raises
    ------
    LabError
        If the disk is full or the folder cannot be written; an older file is untouched then.

    """
    pcm = np.round(np.clip(samples, -1.0, 1.0) * 32767).astype(np.int16)
    with replacing(Path(path)) as temporary, temporary.open("wb") as stream:
        soundfile.write(stream, pcm, rate_hz, subtype="PCM_16", format="WAV")


def resample(samples: NDArray[np.float32], from_hz: int, to_hz: int) -> NDArray[np.float32]:
    """Change the rate of samples (n,) by band-limited interpolation (libsoxr, high quality); float32."""
    if from_hz == to_hz or len(samples) == 0:
        return np.ascontiguousarray(samples, dtype=np.float32)
    return np.asarray(soxr.resample(np.asarray(samples, dtype=np.float32), from_hz, to_hz), dtype=np.float32)


def _check_file(path: Path) -> None:
    if path.is_dir():
        raise LabError("{name} is a folder, not a sound file.", hint=_HINT, name=path.name)
    if not path.exists():
        raise MissingError("There is no file {path}.", hint="Check its name and its folder.", path=path)
    try:
        size_bytes = path.stat().st_size
    except OSError as error:
        raise _unreadable(path, error.strerror or str(error)) from error
    if size_bytes == 0:
        raise LabError("{name} is empty (0 bytes).", hint=_HINT, name=path.name)


def _riff_ends_early(path: Path) -> bool:
    """Whether a WAV file is shorter than its own header says (libsndfile mends that silently)."""
    with path.open("rb") as stream:
        head = stream.read(8)
    claimed = int.from_bytes(head[4:8], "little")
    # 0 and all ones are what programs write that do not know the length yet.
    return head[:4] == b"RIFF" and 0 < claimed < 2**32 - 1 and claimed + 8 > path.stat().st_size


def _read_blocks(file: soundfile.SoundFile, frames: int) -> NDArray[np.float32]:
    """Read up to `frames` frames as mono.

    Block by block: a header that promises two thousand million frames must not reserve memory for them.
    """
    blocks: list[NDArray[np.float32]] = []
    have = 0
    while have < frames:
        try:
            block = file.read(min(_BLOCK_FRAMES, frames - have), dtype="float32", always_2d=True)
        except soundfile.SoundFileError:
            # A FLAC cut in the middle: what came before the cut is sound, and is kept.
            if have == 0:
                raise
            break
        if len(block) == 0:
            break
        have += len(block)
        # float64: the mean of two channels near full scale must not overflow for float files beyond [-1, 1].
        blocks.append(block.mean(axis=1, dtype=np.float64).astype(np.float32))
    return np.concatenate(blocks) if blocks else np.zeros(0, dtype=np.float32)


def _unreadable(path: Path, reason: str) -> LabError:
    return LabError(
        "{name} cannot be read ({reason}).",
        hint="Check that the file is yours to read.",
        name=path.name,
        reason=reason,
    )
