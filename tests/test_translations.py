"""The French of the window: complete, the same placeholders, compiled, and no wider than its buttons."""

import string

import pytest
from PySide6.QtCore import QLocale, QTranslator
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QStyle,
    QStyleOptionComboBox,
)

from tools import translations
from tplab_gui.app import install_language
from tplab_gui.core.errors import LabError
from tplab_gui.core.settings import Settings
from tplab_gui.ui import style
from tplab_gui.ui.main_window import TAB_KEYS, MainWindow, _tab_class
from tplab_gui.ui.widgets.notice_bar import in_words
from tplab_gui.ui.widgets.tab import TabContext

SMALL = (1024, 640)
PAIRS = [
    (context, english, french)
    for context, texts in translations.read().items()
    for english, french in texts.items()
]
NO_BREAK = "\N{NO-BREAK SPACE}"


def placeholders(text: str) -> list[tuple[str | None, str | None]]:
    return sorted((field, spec) for _, field, spec, _ in string.Formatter().parse(text) if field is not None)


def ends(text: str) -> tuple[str, str]:
    """The white space before and after a text."""
    return text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]


@pytest.fixture
def french(qapp):
    """Give a French window in its own style, and everything as it was afterwards."""
    locale, sheet, font, palette = QLocale(), qapp.styleSheet(), qapp.font(), qapp.palette()
    look = qapp.style().objectName()
    kept = set(qapp.findChildren(QTranslator))
    assert install_language(qapp, "fr") == "fr"
    style.apply(qapp, "light")
    yield qapp
    for translator in set(qapp.findChildren(QTranslator)) - kept:
        qapp.removeTranslator(translator)
        translator.deleteLater()
    QLocale.setDefault(locale)
    qapp.setStyle(look)
    qapp.setFont(font)
    qapp.setPalette(palette)
    qapp.setStyleSheet(sheet)


def test_that_every_text_of_the_program_has_french():
    found, known = translations.collect(), translations.read()
    assert {c: set(texts) for c, texts in found.items()} == {c: set(texts) for c, texts in known.items()}
    assert [pair for pair in PAIRS if not pair[2]] == []


def test_that_no_text_is_put_together_where_it_cannot_be_collected():
    assert translations.uncollectable() == []


def test_that_placeholders_are_the_same_in_both_languages():
    assert [pair for pair in PAIRS if placeholders(pair[1]) != placeholders(pair[2])] == []


def test_that_white_space_at_the_ends_and_trailing_dots_are_the_same():
    assert [pair for pair in PAIRS if ends(pair[1]) != ends(pair[2])] == []
    assert [pair for pair in PAIRS if pair[1].endswith("…") != pair[2].endswith("…")] == []
    assert [pair for pair in PAIRS if pair[1].count("\n") != pair[2].count("\n")] == []


def test_that_french_signs_have_their_space_and_no_line_breaks_there():
    bare = [
        french for _, _, french in PAIRS if any(f" {sign}" in french for sign in ":;!?%»") or "« " in french
    ]
    assert bare == []
    assert any(f"{NO_BREAK}:" in french for _, _, french in PAIRS)


def test_that_the_compiled_file_is_what_the_source_makes(tmp_path):
    fresh = tmp_path / "tplab_fr.qm"
    translations.compile_qm(fresh)
    assert fresh.read_bytes() == translations.COMPILED.read_bytes()


def test_that_qt_finds_every_text_in_the_compiled_file(qapp):
    translator = QTranslator(qapp)
    assert translator.load(str(translations.COMPILED))
    assert [pair for pair in PAIRS if translator.translate(pair[0], pair[1]) != pair[2]] == []


@pytest.mark.parametrize(
    ("module", "texts", "lines"),
    [
        ('_HINT = "Try."\nraise LabError("Broken.", hint=_HINT)', {"LabError": {"Broken.", "Try."}}, []),
        ('raise LabError("More." if a == "b" else "Fewer.")', {"LabError": {"More.", "Fewer."}}, []),
        ("raise LabError(text)", {}, [1]),
        ('class A:\n    def f(self):\n        self.tr("Go {n}").format(n={"key": 1})', {"A": {"Go {n}"}}, []),
        ('class A:\n    def f(self):\n        self.tr(f"Go {n}")', {}, [3]),
    ],
)
def test_that_the_collector_takes_texts_and_nothing_else(module, texts, lines):
    found, unreadable = translations.collect_from(module)
    assert {context: set(each) for context, each in found.items()} == texts
    assert unreadable == lines


def test_that_an_error_speaks_french_with_its_values(french):
    del french
    what, advice = in_words(LabError("There is no file {name}.", hint="Choose a video file.", name="a.mp4"))
    assert what == "Il n'y a pas de fichier a.mp4."
    assert advice == "Choisissez un fichier vidéo."


def test_that_the_tab_names_fit_beside_the_header(french, qtbot):
    del french
    window = MainWindow(TabContext(Settings()))
    qtbot.addWidget(window)
    window.header.build()
    window.header.set_state("torch 2.11.0, cpu, 16 threads")
    names = [window.pages.tabText(number) for number in range(window.pages.count())]
    assert names == ["Apprentissage", "Chiffres", "Carte de chaleur", "Données"]
    assert window.pages.tabBar().sizeHint().width() + window.header.sizeHint().width() <= SMALL[0]


def is_cut(widget) -> bool:
    """Whether a button, a list of fixed choices or a label that cannot shrink has less room than its text asks for."""
    if isinstance(widget, QComboBox):
        if widget.sizeAdjustPolicy() == QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon:
            return False  # names of devices and files: elided as they come, the list shows them whole
        option = QStyleOptionComboBox()
        widget.initStyleOption(option)
        field = widget.style().subControlRect(
            QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, widget
        )
        texts = (widget.itemText(number) for number in range(widget.count()))
        return max(map(widget.fontMetrics().horizontalAdvance, texts)) > field.width()
    if isinstance(widget, QLabel):
        if widget.wordWrap() or widget.sizePolicy().horizontalPolicy() == QSizePolicy.Policy.Ignored:
            return False
        return widget.width() < widget.sizeHint().width()
    if len(widget.text()) <= 1:  # one digit, in a row of ten
        return widget.fontMetrics().horizontalAdvance(widget.text()) > widget.width()
    return widget.width() < widget.sizeHint().width()


@pytest.mark.parametrize("key", TAB_KEYS)
def test_that_no_button_of_a_small_french_window_is_cut(key, french, qtbot):
    tab = _tab_class(key)(TabContext(Settings(), simulate=True))
    qtbot.addWidget(tab)
    tab.resize(SMALL[0], SMALL[1] - 44)  # the tab bar is above
    with qtbot.waitExposed(tab):
        tab.show()
    if key == "training":
        tab.list.show()  # as when there is a run
    french.processEvents()
    shown = [
        widget
        for kind in (QAbstractButton, QLabel, QComboBox)
        for widget in tab.findChildren(kind)
        if widget.isVisibleTo(tab) and (widget.count() if isinstance(widget, QComboBox) else widget.text())
    ]
    cut = [
        widget.currentText() if isinstance(widget, QComboBox) else widget.text()
        for widget in shown
        if is_cut(widget)
    ]
    columns = [(each.viewport().width(), each.widget().width()) for each in tab.findChildren(QScrollArea)]
    tab.hide()
    assert tab.shut_down(5000)
    assert len(shown) > 5
    assert cut == []
    assert [room for room, width in columns if width > room] == []  # a column that scrolls up and down only
    assert tab.width() <= SMALL[0]
