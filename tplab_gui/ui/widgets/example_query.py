"""What is typed into the search: `digit:7 speaker:theo length:<0.3 index:0-4`, and words that a name must hold.

The keys are understood in English and in French. What is no key is a word, so nothing typed is ever an error.
"""

import math
from dataclasses import dataclass

_KEYS = {
    "digit": "digit",
    "chiffre": "digit",
    "speaker": "speaker",
    "part": "speaker",
    "locuteur": "speaker",
    "voix": "speaker",
    "partie": "speaker",
    "length": "length",
    "durée": "length",
    "duree": "length",
    "index": "index",
    "numéro": "index",
    "numero": "index",
}
_HALF_S = 0.005  # a length is typed with two decimals
Range = tuple[float, float]
EVERYTHING: Range = (-math.inf, math.inf)


@dataclass(frozen=True)
class Query:
    """What a row must have: one of `digits`, a speaker or part that begins with one of `groups`, all of `words`.

    Empty sets ask for nothing. Ranges include their ends; lengths in seconds.
    """

    digits: frozenset[int] = frozenset()
    groups: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    length_s: Range = EVERYTHING
    index: Range = EVERYTHING


def parse(text: str) -> Query:
    """Take apart what was typed; upper and lower case are the same."""
    digits: set[int] = set()
    groups: list[str] = []
    words: list[str] = []
    ranges: dict[str, Range] = {}
    for token in text.casefold().split():
        name, colon, value = token.partition(":")
        key = _KEYS.get(name) if colon else None
        if key is None:
            words.append(token)
        elif key == "digit":
            digits |= {int(each) for each in value.split(",") if each.isascii() and each.isdigit()}
        elif key == "speaker":
            groups += [each for each in value.split(",") if each]
        elif (found := _range(value, _HALF_S if key == "length" else 0.0)) is not None:
            ranges[key] = found
    return Query(
        frozenset(digits),
        tuple(groups),
        tuple(words),
        ranges.get("length", EVERYTHING),
        ranges.get("index", EVERYTHING),
    )


def _range(value: str, half: float) -> Range | None:
    """Return the range that '<0.5', '>0.5', '0.3-0.5' or '0.4' means; None while it is half typed."""
    value = value.replace(",", ".").removesuffix("s")
    if value[:1] in ("<", ">"):
        limit = _number(value[1:].removeprefix("="))
        if limit is None:
            return None
        return (-math.inf, limit) if value[0] == "<" else (limit, math.inf)
    low, dash, high = value.partition("-")
    ends = _number(low), _number(high)
    if dash and ends[0] is not None:
        return (ends[0], math.inf if ends[1] is None else ends[1])
    return None if ends[0] is None else (ends[0] - half, ends[0] + half)


def _number(text: str) -> float | None:
    try:
        value = float(text)
    except ValueError:
        return None
    return value if math.isfinite(value) else None
