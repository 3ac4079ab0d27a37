"""The steps to 28 x 28, one by one."""

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tplab_gui.core.events.moments import Ink
from tplab_gui.ink.frame import centre_of_mass
from tplab_gui.ink.render import render
from tplab_gui.ui.widgets.ink_steps import STEPS, InkStepsDialog

SEVEN = (np.array([[0.2, 0.1], [0.8, 0.08], [0.55, 0.5], [0.42, 0.95]], np.float32),)


@pytest.fixture
def dialog(qtbot):
    made = InkStepsDialog(Ink(SEVEN, (np.zeros(4),), (np.ones(4, np.float32),), 3.0))
    qtbot.addWidget(made)
    made.open()
    qtbot.waitUntil(lambda: made.picture.steps is not None)
    yield made
    made.accept()


def test_that_the_steps_end_with_what_the_network_reads(dialog):
    steps = dialog.picture.steps
    np.testing.assert_array_equal(steps.image, render(SEVEN, 3.0))
    assert centre_of_mass(steps.image) == pytest.approx((14.0, 14.0), abs=0.3)
    assert steps.box == pytest.approx((0.2, 0.08, 0.8, 0.95))


def test_that_each_step_has_its_own_picture_and_sentence(dialog):
    pictures, sentences = set(), set()
    for number in range(STEPS):
        dialog.show_step(number)
        image = dialog.picture.grab().toImage()
        pictures.add(bytes(image.constBits()))
        sentences.add(dialog.sentence.text())
    assert len(pictures) == len(sentences) == STEPS
    assert any("60 %" in each and "87 %" in each for each in sentences)


def test_that_the_arrow_keys_walk_and_the_last_button_closes(dialog):
    QTest.keyClick(dialog, Qt.Key.Key_Right)
    assert dialog.place.text() == "Step 2 of 4"
    QTest.keyClick(dialog, Qt.Key.Key_Left)
    QTest.keyClick(dialog, Qt.Key.Key_Left)
    assert dialog.place.text() == "Step 1 of 4"
    for _ in range(STEPS):
        dialog.next.click()
    assert not dialog.isVisible()
