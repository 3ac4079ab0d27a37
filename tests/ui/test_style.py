import itertools

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication

from tplab_gui.ui import style


def luminance(colour):
    """WCAG 2.2, relative luminance."""
    channels = (QColor(colour).redF(), QColor(colour).greenF(), QColor(colour).blueF())
    r, g, b = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def contrast(one, other):
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.fixture
def app(qapp):
    yield qapp
    style.apply(qapp, "light")


def test_that_the_contrast_formula_gives_21_for_black_on_white():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)


@pytest.mark.parametrize("theme", [style.LIGHT, style.DARK])
@pytest.mark.parametrize("ground", ["background", "surface", "raised"])
@pytest.mark.parametrize("ink", ["text", "muted", "accent", "good", "warning", "error"])
def test_that_text_stands_out_from_every_ground(theme, ground, ink):
    assert contrast(getattr(theme, ink), getattr(theme, ground)) >= 4.5


@pytest.mark.parametrize("theme", [style.LIGHT, style.DARK])
def test_that_the_text_of_the_main_button_stands_out(theme):
    assert contrast(theme.on_accent, theme.accent) >= 4.5


@pytest.mark.parametrize("theme", [style.LIGHT, style.DARK])
def test_that_curves_stand_out_from_the_plot(theme):
    for series in style.SERIES:
        assert contrast(series.dark if theme.is_dark else series.light, theme.surface) >= 3


def test_that_no_two_series_share_dash_and_marker():
    for one, other in itertools.combinations(style.SERIES, 2):
        assert (one.dash, one.symbol) != (other.dash, other.symbol)


def test_that_the_choice_of_a_theme_reaches_every_widget(app):
    style.apply(app, "dark")
    assert style.theme() is style.DARK
    assert QApplication.palette().window().color() == QColor(style.DARK.background)
    style.apply(app, "light")
    assert style.theme() is style.LIGHT


def test_that_icons_of_the_family_are_there(app):
    assert not style.icon("mdi6.play").pixmap(24, 24).isNull()
