"""Figures for paper: of print size, white whatever the window looks like, every run named, nothing drawn outside."""

import io
import math
import re
import xml.etree.ElementTree as ET

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QApplication

from tests.kept_runs import epoch
from tplab_gui.ui import style
from tplab_gui.ui.widgets.curve_plot import CurvePlot
from tplab_gui.ui.widgets.print_axes import clipped, nice
from tplab_gui.ui.widgets.print_figure import size_of
from tplab_gui.ui.widgets.print_formats import as_pdf, as_png, as_svg
from tplab_gui.ui.widgets.print_parts import Figure, Panel, Stroke
from tplab_gui.ui.widgets.report_figures import all_figures, run_names, view_figure
from tplab_gui.ui.widgets.run_row import RunRow


def row(setup, seed=1, experiment="mnist-loss", losses=(1.0, 0.5, 0.3), name=""):
    curve = tuple(epoch(number, loss) for number, loss in enumerate(losses, 1))
    return RunRow(
        f"{setup}-{seed}", setup.title(), setup, "d", seed, 3, experiment=experiment, curve=curve, name=name
    )


def figure(**changes):
    stroke = Stroke("Base · test", np.arange(4.0), np.array([2.0, 1.0, 0.5, 0.25]), "#0072b2", symbol="o")
    given = {"title": "Figure 1: Base", "x_label": "epoch", "x_range": (0.0, 4.0)}
    return Figure(**given, panels=(Panel("loss", (stroke,), (0.0, 2.0)),), **changes)


def texts_of(figure):
    return [
        part for each in ET.fromstring(as_svg(figure)).iter() for part in [(each.text or "").strip()] if part
    ]


@pytest.fixture
def plot(qtbot):
    plot = CurvePlot()
    qtbot.addWidget(plot)
    plot.resize(700, 500)
    for name in ("Base", "Swapped"):
        run = plot.add_kept(name, 10, 3, name, [epoch(number, 1 / number) for number in (1, 2, 3)])
        x = np.arange(1, 31) / 10
        plot.add_steps(run, x, 1 / (x + 0.1), 50 + 10 * x)
    return plot


def test_that_a_png_is_as_wide_as_the_text_of_an_a4_page(qapp):
    picture = Image.open(io.BytesIO(as_png(figure())))
    assert picture.width == 2008  # 170 mm at 300 dots per inch
    assert picture.info["dpi"][0] == pytest.approx(300, abs=1)
    assert len(picture.convert("RGB").getcolors(100_000)) > 10


def test_that_a_pdf_is_one_page_of_that_size_in_lines(qapp):
    page = as_pdf(figure())
    width, height = map(float, re.search(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", page).groups())
    assert width == pytest.approx(170 / 25.4 * 72, abs=1)
    assert height == pytest.approx(size_of(figure()).height() * 72 / 96, abs=1)
    assert page.count(b"/Type /Page\n") == 1
    assert b"/Subtype /Image" not in page


def test_that_an_svg_names_axes_and_curves_in_letters(qapp):
    texts = texts_of(figure(note="3 points outside"))
    assert {"Figure 1: Base", "epoch", "loss", "Base · test", "3 points outside"} <= set(texts)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_that_a_figure_is_the_same_on_white_in_both_themes_and_in_any_window(plot, qapp, theme):
    style.apply(QApplication.instance(), "light")
    expected = as_png(view_figure(plot))
    style.apply(QApplication.instance(), theme)
    plot.resize(1200, 300)
    picture = as_png(view_figure(plot))
    style.apply(QApplication.instance(), "light")
    assert picture == expected
    assert Image.open(io.BytesIO(picture)).convert("RGB").getpixel((2, 2)) == (255, 255, 255)


def test_that_the_view_names_each_run_and_kind_and_tells_what_is_outside(plot, qapp):
    plot.set_smoothing(10)
    plot.loss_plot.setYRange(0.0, 1.0, padding=0)
    texts = texts_of(view_figure(plot))
    for name in ("Base", "Swapped"):
        assert f"{name} · test" in texts
        assert f"{name} · batches, smoothed (weight 0.9)" in texts
    above = 2 * int(np.sum(1 / (np.arange(1, 31) / 10 + 0.1) > 1.0))
    assert f"{above} points lie outside of these axes or are no numbers." in texts


def test_that_hidden_runs_and_kinds_are_not_exported(plot, qapp):
    plot.runs[0].is_shown = False
    plot.set_kind_shown("test", False)
    texts = texts_of(view_figure(plot))
    assert not any(text.startswith("Base") or text.endswith("· test") for text in texts)


def test_that_curves_of_two_runs_differ_in_colour_dash_and_marker(qapp):
    figures = dict(all_figures([row("base"), row("swapped")]))
    for stem in ("figure-5-train-overlay", "figure-6-test-overlay"):
        one, other = figures[stem].panels[0].strokes
        assert one.colour != other.colour
        assert one.dash != other.dash
        assert one.symbol != other.symbol


def test_that_each_setup_has_the_number_of_the_report(qapp):
    setups = ("base", "swapped", "no-dropout", "swapped-no-dropout")
    found = all_figures([*map(row, setups), row("report", experiment="spoken-digits")])
    stems = [stem for stem, _ in found]
    assert stems == [
        *(f"figure-{number}-{setup}-seed-1" for number, setup in enumerate(setups, 1)),
        "figure-9-report-seed-1",
        "figure-5-train-overlay",
        "figure-6-test-overlay",
    ]
    by_stem = dict(found)
    assert by_stem["figure-1-base-seed-1"].title == "Figure 1: Base"
    assert len(by_stem["figure-9-report-seed-1"].panels) == 2
    assert len(by_stem["figure-6-test-overlay"].panels[0].strokes) == 4
    np.testing.assert_array_equal(by_stem["figure-6-test-overlay"].panels[0].strokes[0].y, [1.0, 0.5, 0.3])


def test_that_a_run_without_an_epoch_has_no_figure(qapp):
    assert all_figures([row("base", losses=())]) == []


def test_that_runs_called_alike_get_names_and_files_of_their_own(qapp):
    rows = [row("base", 1), row("base", 2), row("swapped")]
    assert list(run_names(rows).values()) == ["Base, seed 1", "Base, seed 2", "Swapped"]
    twice = [row("base", 1), row("base", 1)]
    twice[1].folder = "base-1-again"
    assert len(set(run_names(twice).values())) == 2
    stems = [stem for stem, _ in all_figures(twice)]
    assert len(set(stems)) == len(stems)


def test_that_a_logarithmic_figure_with_a_loss_of_zero_and_a_gap_is_drawn(qapp):
    stroke = Stroke("run", np.arange(5.0), np.array([1.0, 0.0, np.nan, 0.5, 0.01]), "#0072b2", symbol="s")
    drawn = Figure("", "epoch", (0.0, 4.0), (Panel("loss", (stroke,), (0.01, 1.0), is_log=True),))
    assert {"0.01", "0.1", "1"} <= set(texts_of(drawn))


AREA = QRectF(0, 0, 10, 10)


@given(
    st.lists(st.tuples(st.floats(-30, 30), st.floats(-30, 30) | st.just(math.nan)), min_size=2, max_size=30)
)
def test_that_nothing_is_drawn_outside_the_axes(points):
    x, y = np.array(points).T
    for part in clipped(x, y, AREA):
        assert len(part) > 1
        assert all(-1e-6 <= value <= 10 + 1e-6 for point in part for value in point)


def test_that_clipping_keeps_what_is_inside_and_cuts_at_the_edge():
    inside = clipped(np.array([1.0, 5.0, 9.0]), np.array([1.0, 9.0, 1.0]), AREA)
    assert inside == [[(1.0, 1.0), (5.0, 9.0), (9.0, 1.0)]]
    assert clipped(np.array([5.0, 5.0]), np.array([5.0, 25.0]), AREA) == [[(5.0, 5.0), (5.0, 10.0)]]
    through = clipped(np.array([-5.0, 15.0]), np.array([5.0, 5.0]), AREA)
    assert through == [[(0.0, 5.0), (10.0, 5.0)]]
    assert clipped(np.array([-5.0, -1.0]), np.array([5.0, 5.0]), AREA) == []
    broken = clipped(np.array([1.0, 2.0, 3.0, 4.0, 5.0]), np.array([1.0, 1.0, np.nan, 1.0, 1.0]), AREA)
    assert broken == [[(1.0, 1.0), (2.0, 1.0)], [(4.0, 1.0), (5.0, 1.0)]]


@given(st.floats(-100, 100), st.floats(1e-3, 1e4), st.integers(2, 12))
def test_that_ticks_are_round_few_and_inside(low, span, most):
    ticks = nice(low, low + span, most)
    assert len(ticks) <= most + 1
    assert all(low - 1e-6 * span <= tick <= low + span + 1e-6 * span for tick in ticks)
