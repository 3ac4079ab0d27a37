"""Make the handwritten digits that ship: `python -m tools.make_digit_set` (needs scikit-learn, to make them only).

The 1,797 pictures of 8x8 pixels, 0 to 16, of scikit-learn's `load_digits`: the test part of "Optical Recognition of
Handwritten Digits" (E. Alpaydin, C. Kaynak, UCI Machine Learning Repository, 1998, CC BY 4.0). They are kept as they
are, as bytes, with a fixed stratified split: in each class, every fifth picture in the order of a seeded shuffle is
a test picture. `tplab_gui/data/digits.py` enlarges them to 28x28.
"""

import argparse
from pathlib import Path

import numpy as np
from sklearn.datasets import load_digits

SEED = 1


def stratified_test_mask(labels: np.ndarray, every: int, seed: int) -> np.ndarray:
    """Boolean (N,): True for one picture in `every` of each class."""
    rng = np.random.default_rng(seed)
    mask = np.zeros(len(labels), dtype=bool)
    for digit in range(10):
        mask[rng.permutation(np.flatnonzero(labels == digit))[::every]] = True
    return mask


def main() -> None:
    """Write `digits.npz`: train_images, train_labels, test_images, test_labels, all uint8."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--out", type=Path, default=Path("resources/samples/digits.npz"))
    out = parser.parse_args().out
    digits = load_digits()
    images, labels = digits.images.astype(np.uint8), digits.target.astype(np.uint8)
    test = stratified_test_mask(labels, every=5, seed=SEED)
    np.savez_compressed(
        out,
        train_images=images[~test],
        train_labels=labels[~test],
        test_images=images[test],
        test_labels=labels[test],
    )
    print(f"{(~test).sum()} training and {test.sum()} test pictures, {out.stat().st_size / 1e3:.0f} kB")


if __name__ == "__main__":
    main()
