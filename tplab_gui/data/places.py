"""Where the sets are on this machine: the environment, the user's folder, what ships, in that order."""

from pathlib import Path

from tplab_gui.core.paths import SAMPLES, data_search_path

BUILTIN_DIGITS = SAMPLES / "digits.npz"
BUILTIN_SPOKEN = SAMPLES / "spoken"
BALL_VIDEO = SAMPLES / "ball.mp4"
PICTURES = SAMPLES / "pictures"

MNIST_STEMS = {
    "train_images": "train-images-idx3-ubyte",
    "train_labels": "train-labels-idx1-ubyte",
    "test_images": "t10k-images-idx3-ubyte",
    "test_labels": "t10k-labels-idx1-ubyte",
}


def idx_files(folder: Path) -> dict[str, Path] | None:
    """The four files of MNIST in `folder` (plain or gzipped, `-idx3` or `.idx3`); None unless all are there."""
    found: dict[str, Path] = {}
    for part, stem in MNIST_STEMS.items():
        names = (stem, stem.replace("-idx", ".idx"))
        candidates = [folder / (name + end) for name in names for end in ("", ".gz")]
        existing = [path for path in candidates if path.is_file()]
        if not existing:
            return None
        found[part] = existing[0]
    return found


def find_mnist() -> Path | None:
    """The folder with the four files of MNIST, or None."""
    for base in data_search_path():
        for folder in (base / "mnist", base / "MNIST" / "raw", base / "mnist" / "MNIST" / "raw"):
            if idx_files(folder):
                return folder
    return None


def find_fsdd() -> Path | None:
    """The folder with the recordings of the Free Spoken Digit Dataset, or None."""
    for base in data_search_path():
        for folder in (base / "fsdd" / "recordings", base / "free-spoken-digit-dataset" / "recordings"):
            if folder.is_dir() and any(folder.glob("[0-9]_*_*.wav")):
                return folder
    return None


def find_audiomnist() -> Path | None:
    """The folder of AudioMNIST with a folder `01`, `02`, ... for each speaker, or None."""
    for base in data_search_path():
        for folder in (base / "AudioMNIST" / "data", base / "audiomnist" / "data", base / "audiomnist"):
            if folder.is_dir() and any(folder.glob("[0-9][0-9]/[0-9]_*_*.wav")):
                return folder
    return None
