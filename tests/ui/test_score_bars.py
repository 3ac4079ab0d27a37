"""The bars: the best guess, whether it is one, and that no eye needs colour to tell."""

import numpy as np
import pytest
from PySide6.QtWidgets import QApplication

from tplab_gui.core.events.digits import DigitScores
from tplab_gui.ui import style
from tplab_gui.ui.widgets.answer_panel import AnswerPanel
from tplab_gui.ui.widgets.score_bars import ScoreBars, percent


def peaked(digit, share=0.9):
    scores = np.full(10, (1 - share) / 9, np.float32)
    scores[digit] = share
    return scores


@pytest.fixture
def bars(qtbot):
    widget = ScoreBars("Image", 0, "nothing drawn yet")
    qtbot.addWidget(widget)
    widget.resize(700, 90)
    widget.show()
    return widget


@pytest.mark.parametrize(
    ("share", "text"),
    [(0, "0 %"), (0.0004, "0 %"), (0.0712, "7.1 %"), (0.5, "50.0 %"), (0.9996, "99.9 %"), (1.0, "100 %")],
)
def test_that_a_share_is_written_in_percent_and_100_means_all(share, text):
    assert percent(share) == text


def test_that_an_empty_row_says_why(bars):
    assert (bars.digit, bars.accessibleName()) == (None, "Image: nothing drawn yet")


def test_that_the_second_guess_is_the_next_best_and_none_where_its_share_cannot_be_read(bars):
    scores = peaked(3, 0.6)
    scores[[1, 9]] = 0.3, 0.0
    bars.show_scores(scores, is_sure=False)
    assert (bars.digit, bars.second) == (3, 1)
    bars.show_scores(peaked(3, 0.999), is_sure=True)
    assert bars.second is None
    bars.clear()
    assert bars.second is None


def test_that_a_screen_reader_hears_guess_share_and_surety(bars):
    bars.show_scores(peaked(3, 0.971), is_sure=True)
    assert bars.accessibleName() == "Image: 3, 97.1 %, sure"
    bars.show_scores(peaked(3, 0.4), is_sure=False)
    assert bars.accessibleName() == "Image: 3, 40.0 %, not sure, second guess 9, 6.7 %"
    bars.clear()
    assert bars.accessibleName() == "Image: nothing drawn yet"


def grey(widget):
    image = widget.grab().toImage()
    return np.array(
        [[image.pixelColor(x, y).lightness() for x in range(image.width())] for y in range(image.height())]
    )


def test_that_a_higher_share_is_a_higher_bar_of_its_digit(bars):
    heights = []
    for share in (0.2, 0.5, 0.9):
        bars.show_scores(peaked(4, share), is_sure=True)
        picture = grey(bars)
        column = picture[:, 148 + round(4.5 * (700 - 148 - 8) / 10)]
        heights.append(int((column < 150).sum()))
    assert heights[0] < heights[1] < heights[2]


def test_that_not_sure_is_told_by_form_and_not_by_colour_alone(bars):
    """A filled bar against a hatched one: in grey the hatched one is lighter and uneven."""
    inside = np.s_[45:70, 148 + 230 : 148 + 255]
    bars.show_scores(peaked(4, 0.9), is_sure=True)
    filled = grey(bars)[inside]
    bars.show_scores(peaked(4, 0.9), is_sure=False)
    hatched = grey(bars)[inside]
    assert filled.std() < 5
    assert hatched.std() > 20


def test_that_rows_of_equal_width_line_up(qtbot):
    panel = AnswerPanel()
    qtbot.addWidget(panel)
    panel.resize(800, 300)
    panel.show()
    assert len({(row.x(), row.width()) for row in panel.rows.values()}) == 1


def test_that_the_panel_says_whom_it_trusts(qtbot):
    panel = AnswerPanel()
    qtbot.addWidget(panel)
    changes = []
    panel.fusion_changed.connect(lambda name, weight: changes.append((name, weight)))
    panel.show_scores(DigitScores("image", peaked(3), True, 1.0))
    assert panel.trust.text() == "trusts: image alone, nothing was heard"
    panel.show_scores(DigitScores("audio", peaked(7), True, 1.0))
    panel.slider.setValue(71)
    assert panel.trust.text() == "trusts: image 71 % · sound 29 %"
    panel.strategy.setCurrentIndex(1)
    assert not panel.slider.isEnabled()
    assert changes == [("late-weighted", 0.71), ("late-vote", 0.71)]
    panel.clear("image")
    assert panel.trust.text() == "trusts: sound alone, nothing is drawn"


def test_that_bars_follow_the_theme(bars):
    app = QApplication.instance()
    bars.show_scores(peaked(4), is_sure=True)
    try:
        style.apply(app, "dark")
        dark = grey(bars).mean()
        style.apply(app, "light")
        assert grey(bars).mean() > dark + 100
    finally:
        style.apply(app, "light")
