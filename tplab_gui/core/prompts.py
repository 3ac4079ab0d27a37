"""In which order digits are asked for: each as often as the others, and never one twice in a row."""

from random import Random


def prompt_order(takes: int, rng: Random) -> list[int]:
    """Return `takes` rounds of the ten digits, each shuffled; a round never begins with the end of the one before."""
    order: list[int] = []
    for _ in range(takes):
        digits = rng.sample(range(10), 10)
        if order and digits[0] == order[-1]:
            other = rng.randrange(1, 10)
            digits[0], digits[other] = digits[other], digits[0]
        order += digits
    return order
