import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton

from tplab_gui.core.errors import LabError
from tplab_gui.ui.widgets.notice_bar import NoticeBar


@pytest.fixture
def bar(qtbot):
    made = NoticeBar()
    qtbot.addWidget(made)
    return made


LOST = LabError("The microphone {name} was lost.", hint="Plug it in.", name="USB")


def test_that_an_empty_bar_takes_no_room(bar):
    assert not bar.isVisibleTo(bar.parentWidget())
    assert bar.texts() == []


def test_that_a_notice_says_what_happened_and_what_to_do(bar):
    bar.show_notice("digits", LOST)
    assert bar.texts() == ["The microphone USB was lost. Plug it in."]
    assert bar.isVisibleTo(bar.parentWidget())


def test_that_each_source_has_at_most_one_notice(bar):
    bar.show_notice("digits", LOST)
    bar.show_notice("heatmap", LabError("No camera."))
    bar.show_notice("digits", LabError("It is back."), "info")
    assert bar.texts() == ["It is back.", "No camera."]


def test_that_a_notice_goes_when_its_cause_goes(bar):
    bar.show_notice("digits", LOST)
    bar.show_notice("digits", None)
    assert bar.texts() == []


def test_that_the_kind_is_told_in_words_and_not_by_colour_alone(bar):
    bar.show_notice("digits", LOST, "error")
    names = [
        child.accessibleName() for child in bar.findChildren(type(bar).__bases__[0]) if child.accessibleName()
    ]
    assert any(name.startswith("Problem: The microphone USB was lost.") for name in names)


def test_that_a_notice_can_be_closed(bar, qtbot):
    bar.show()
    bar.show_notice("digits", LOST)
    QTest.mouseClick(bar.findChildren(QToolButton)[-1], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bar.texts() == [])


def test_that_a_path_with_braces_is_shown_as_it_is(bar):
    bar.show_notice("data", LabError("{path} is empty.", path="/tmp/{0}"))
    assert bar.texts() == ["/tmp/{0} is empty."]
