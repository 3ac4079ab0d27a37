"""How both are combined: what is offered, what is chosen, what a run that is gone leaves."""

import math

import numpy as np
import pytest

from tplab_gui.core.events.digits import DigitScores, FusingRun
from tplab_gui.ui.widgets.answer_panel import AnswerPanel

RUN = FusingRun("/runs/a", "joint-attention", "mine")


@pytest.fixture
def panel(qtbot):
    made = AnswerPanel()
    qtbot.addWidget(made)
    made.asked = []
    made.fusion_changed.connect(lambda *what: made.asked.append(what))
    return made


def choose(panel, data):
    panel.strategy.setCurrentIndex(panel.strategy.findData(data))


def show(panel, source, weight=math.nan):
    panel.show_scores(DigitScores(source, np.eye(10, dtype=np.float32)[3], True, 1.0, weight))


def test_that_a_kept_network_is_offered_behind_the_late_strategies_and_asked_for_with_its_run(panel):
    panel.strategy.show_runs((RUN,))
    assert [panel.strategy.itemText(row) for row in range(3)] == [
        "weighted product",
        "vote",
        "joint, with attention (mine)",
    ]
    choose(panel, "/runs/a")
    assert panel.asked[-1] == ("joint-attention", 0.5, "/runs/a")
    assert not panel.slider.isEnabled()


def test_that_the_attention_of_the_network_is_told_where_both_are_there(panel):
    panel.strategy.show_runs((RUN,))
    choose(panel, "/runs/a")
    for source in ("image", "audio"):
        show(panel, source)
    show(panel, "fused", 0.71)
    assert panel.trust.text() == "attention: image 71 % · sound 29 %"
    show(panel, "fused")
    assert panel.trust.text() == "trusts: what the network learned"


def test_that_looking_again_keeps_the_choice_and_a_run_that_is_gone_gives_way_to_the_product(panel):
    panel.strategy.show_runs((RUN,))
    choose(panel, "/runs/a")
    count = len(panel.asked)
    panel.strategy.show_runs((FusingRun("/runs/b", "early", "new"), RUN))
    assert (panel.strategy.run_dir, len(panel.asked)) == ("/runs/a", count)
    panel.strategy.show_runs(())
    assert panel.asked[-1] == ("late-weighted", 0.5, "")
