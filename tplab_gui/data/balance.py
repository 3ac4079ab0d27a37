"""Whether a split treats the digits alike: Pearson's chi-square test of the table of counts.

K. Pearson, "On the criterion ...", Philosophical Magazine 50 (1900): the sum of (found - expected)^2 / expected over
the cells, where a cell is expected to hold (row total x column total) / total. Given the totals, random splits spread
like chi-square with (rows - 1)(columns - 1) degrees of freedom; its upper tail is scipy's `chdtrc`.
"""

import numpy as np
from numpy.typing import NDArray

from tplab_gui.core.events.findings import Sentence
from tplab_gui.core.events.sets import Balance

UNUSUAL = 0.05


def balance(counts: NDArray[np.int64]) -> Balance | None:
    """Test the counts of two parts, int64 (2, n), for equal shares of every digit.

    Returns
    -------
    Balance, or None when a part is empty or there is one digit only: nothing can be compared then.

    """
    from scipy.special import chdtrc  # half a second, in the worker

    counts = counts[:, counts.sum(axis=0) > 0]
    totals = counts.sum(axis=1)
    degrees = counts.shape[1] - 1
    if not totals.all() or degrees < 1:
        return None
    expected = np.outer(totals, counts.sum(axis=0)) / counts.sum()
    chi_square = float(((counts - expected) ** 2 / expected).sum())
    p = float(chdtrc(degrees, chi_square))
    return Balance(chi_square, degrees, p, _sentence(chi_square, degrees, p))


def _sentence(chi_square: float, degrees: int, p: float) -> Sentence:
    values = {"chi": chi_square, "degrees": float(degrees), "p": p, "share": 100 * p}
    if chi_square < 1e-9:
        return Sentence("χ² = 0: every digit has exactly the same share in both parts.", values)
    if p < UNUSUAL:
        return Sentence(
            "χ² = {chi:.2f}, {degrees:.0f} degrees of freedom, p = {p:.2g}: chance alone rarely parts the digits so "
            "unequally. The parts are not balanced.",
            values,
        )
    return Sentence(
        "χ² = {chi:.2f}, {degrees:.0f} degrees of freedom, p = {p:.2f}: of 100 random splits, {share:.0f} part the "
        "digits at least as unequally. The parts are as balanced as chance makes them.",
        values,
    )
