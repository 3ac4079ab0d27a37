"""How far an accuracy can be trusted: intervals at 95 % for one, for a difference of two, and over speakers.

Wilson's score interval (E. B. Wilson, JASA 22, 1927) stays within [0, 1] and is right for accuracies near 1, where the
usual p ± 1.96 s is not. The difference of two is Newcombe's method 10 (Statistics in Medicine 17, 1998), made of both
Wilson intervals. Both take clips for independent draws; clips of one speaker are not, so `mean_over_speakers` looks at
the speakers instead, with Student's t.
"""

import math
from collections.abc import Sequence

Z = 1.959963984540054  # 97.5 % point of the normal distribution


def wilson(right: int, count: int) -> tuple[float, float]:
    """Return the ends of the 95 % interval of an accuracy of `right` out of `count` > 0."""
    p = right / count
    centre = (p + Z**2 / (2 * count)) / (1 + Z**2 / count)
    half = Z / (1 + Z**2 / count) * math.sqrt(p * (1 - p) / count + Z**2 / (4 * count**2))
    return max(0.0, centre - half), min(1.0, centre + half)


def difference(first: tuple[int, int], second: tuple[int, int]) -> tuple[float, float]:
    """Return the ends of the 95 % interval of the first accuracy minus the second, each given as (right, count)."""
    p_1, p_2 = (right / count for right, count in (first, second))
    (low_1, high_1), (low_2, high_2) = wilson(*first), wilson(*second)
    low = p_1 - p_2 - math.hypot(p_1 - low_1, high_2 - p_2)
    high = p_1 - p_2 + math.hypot(high_1 - p_1, p_2 - low_2)
    return low, high


def mean_over_speakers(accuracies: Sequence[float]) -> tuple[float, float]:
    """Return the mean accuracy of speakers, and half the width of its 95 % interval; infinite for fewer than three."""
    mean = sum(accuracies) / len(accuracies)
    if len(accuracies) < 3:
        return mean, math.inf
    from scipy.special import stdtrit  # half a second, in the worker

    variance = sum((each - mean) ** 2 for each in accuracies) / (len(accuracies) - 1)
    return mean, float(stdtrit(len(accuracies) - 1, 0.975)) * math.sqrt(variance / len(accuracies))
