"""Names of classes in two languages, and the search over both."""

from collections import Counter

import pytest
from PySide6.QtCore import QLocale, Qt

from tplab_gui.core.paths import MODELS
from tplab_gui.nets.weights import load_card
from tplab_gui.ui.widgets.class_names import both_names, folded, found_class, french, shown_class
from tplab_gui.ui.widgets.target_search import TargetSearch

CLASSES = ("tennis ball", "lemon", "zebra", "umbrella")


@pytest.fixture
def in_french():
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.French))
    yield
    QLocale.setDefault(before)


def test_that_every_class_of_imagenet_has_a_french_name_of_its_own():
    from torchvision.models import ResNet18_Weights

    names = ResNet18_Weights.IMAGENET1K_V1.meta["categories"]
    assert set(names) <= set(french())
    shared = Counter(french()[each] for each in set(names)).most_common(1)[0]
    assert shared[1] == 1, shared


def test_that_the_built_in_network_can_be_asked_in_french():
    classes = load_card("builtin", MODELS)["classes"]
    assert sum(each in french() for each in classes) > 0.95 * len(classes)


def test_that_names_are_shown_in_the_language_of_the_window(in_french):
    assert shown_class("tennis ball") == "balle de tennis"
    assert both_names("tennis ball") == "balle de tennis · tennis ball"
    assert shown_class("a class of one's own") == "a class of one's own"


def test_that_english_stays_english():
    assert shown_class("tennis ball") == "tennis ball"
    assert both_names("tennis ball") == "tennis ball · balle de tennis"


@pytest.mark.parametrize("text", ["zebra", "Zèbre", "zebre", " ZEBRA ", "zebra · zèbre"])
def test_that_a_class_is_found_in_both_languages_without_accents_and_capitals(text):
    assert found_class(text, CLASSES) == "zebra"


def test_that_what_is_no_class_is_not_found():
    assert found_class("zebr", CLASSES) is None
    assert folded("Œuf l’Été") == folded("œUF L'ete")


@pytest.mark.parametrize("typed", ["citr", "lem"])
def test_that_the_search_offers_a_class_by_its_french_and_its_english_name(qtbot, typed):
    search = TargetSearch("tennis ball")
    qtbot.addWidget(search)
    search.set_classes(CLASSES)
    search.completer().setCompletionPrefix(typed)
    model = search.completer().completionModel()
    assert [model.index(row, 0).data() for row in range(model.rowCount())] == ["lemon"]


def test_that_a_french_name_entered_asks_for_the_class(qtbot, in_french):
    search = TargetSearch("tennis ball")
    qtbot.addWidget(search)
    search.set_classes(CLASSES)
    assert search.text() == "balle de tennis"
    search.setText("parapluie")
    with qtbot.waitSignal(search.chosen) as heard:
        qtbot.keyClick(search, Qt.Key.Key_Return)
    assert heard.args == ["umbrella"]
    refused = []
    search.refused.connect(refused.append)
    search.setText("citronn")
    qtbot.keyClick(search, Qt.Key.Key_Return)
    assert "citron" in str(refused[-1])
