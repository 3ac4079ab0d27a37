import numpy as np
import pytest

from tplab_gui.data.balance import balance

TABLE_2 = {5: 84, 0: 81, 4: 77, 8: 76, 9: 75, 1: 73, 6: 73, 3: 70, 7: 69, 2: 72}
TEST = np.array([TABLE_2[digit] for digit in range(10)])


def test_that_the_reports_own_tables_2_and_3_are_as_balanced_as_chance_makes_them():
    found = balance(np.stack([300 - TEST, TEST]))
    # 225 and 75 are expected of every digit, so every deviation counts once over 225 and once over 75.
    squares = ((TEST - 75) ** 2).sum()
    assert found.chi_square == pytest.approx(squares / 225 + squares / 75)
    assert found.degrees == 9
    assert 0.9 < found.p < 1
    assert "as balanced as chance" in found.sentence.text()


@pytest.mark.parametrize(
    ("chi_square", "degrees", "p"), [(3.841, 1, 0.05), (16.919, 9, 0.05), (21.666, 9, 0.01)]
)
def test_that_p_is_that_of_the_printed_tables(chi_square, degrees, p):
    # Two equal rows but for the first two digits, moved apart until chi-square is the tabulated value.
    size = 1_000_000
    counts = np.full((2, degrees + 1), size)
    move = round(np.sqrt(chi_square * size / 4))
    counts[:, 0] += [move, -move]
    counts[:, 1] -= [move, -move]
    found = balance(counts)
    assert found.chi_square == pytest.approx(chi_square, rel=1e-3)
    assert found.p == pytest.approx(p, rel=0.02)


def test_that_p_is_the_share_of_random_splits_that_differ_more():
    random = np.random.default_rng(0)
    digits = np.repeat(np.arange(10), 300)
    drawn = np.array([np.bincount(random.permutation(digits)[:750], minlength=10) for _ in range(2000)])
    observed = balance(np.stack([300 - TEST, TEST]))
    spread = ((drawn - 75) ** 2).sum(1) * (1 / 225 + 1 / 75)
    assert np.mean(spread >= observed.chi_square) == pytest.approx(observed.p, abs=0.03)


def test_that_equal_shares_are_said_to_be_exact():
    found = balance(np.array([[225] * 10, [75] * 10]))
    assert found.p == pytest.approx(1)
    assert "exactly the same share" in found.sentence.text()


def test_that_a_part_with_other_digits_is_not_balanced():
    found = balance(np.array([[50] * 5 + [10] * 5, [10] * 5 + [50] * 5]))
    assert found.p < 1e-6
    assert "not balanced" in found.sentence.text()


def test_that_absent_digits_take_no_degree_of_freedom_and_one_digit_says_nothing():
    assert balance(np.array([[9, 9, 0, 9], [3, 3, 0, 3]])).degrees == 2
    assert balance(np.array([[9, 0], [3, 0]])) is None
    assert balance(np.array([[9, 9], [0, 0]])) is None
