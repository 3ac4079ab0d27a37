from tplab_gui.report.blocks import Compared


def test_that_the_difference_is_mine_less_the_reports():
    assert Compared("1", "x", 2, 5.5).difference == 3.5


def test_that_words_and_gaps_have_no_difference():
    assert [
        Compared("1", "x", *pair).difference for pair in (("high", 1.0), (1.0, None), ("[1]", "[1]"))
    ] == [None] * 3
