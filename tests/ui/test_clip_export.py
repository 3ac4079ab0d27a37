"""Figure 7 and table 1 as files: on white, of the size of a page, with the numbers of the table."""

import csv
import io
import re

import numpy as np
import pytest
from PySide6.QtCore import QSizeF
from PySide6.QtGui import QImage
from PySide6.QtSvg import QSvgRenderer

from tplab_gui.core.events.data import Analyse, SoundOpened
from tplab_gui.core.mel_choice import preset
from tplab_gui.data.catalogue import Example
from tplab_gui.data.sounds import read_sound
from tplab_gui.speech.clip_analysis import analyse
from tplab_gui.ui import style
from tplab_gui.ui.widgets.clip_export import ClipExport
from tplab_gui.ui.widgets.clip_plots import ClipLook, ClipPlots
from tplab_gui.ui.widgets.clip_table import ClipTable


@pytest.fixture
def make(qtbot):
    def made(samples, rate_hz, name="3_me_0.wav", preset_name="report"):
        plots, table = ClipPlots(), ClipTable()
        for each in (plots, table):
            qtbot.addWidget(each)
        sound = SoundOpened(Example(name, 3, "me"), samples, rate_hz, 1, "PCM_16")
        seen = analyse(Analyse(samples, rate_hz, preset(preset_name, rate_hz)))
        plots.draw(seen, rate_hz, ClipLook())
        table.show_clip(sound, seen)
        export = ClipExport(plots, table)
        export.plots = plots  # the fixture keeps it alive
        return export

    return made


@pytest.fixture
def export(make):
    return make(np.random.default_rng(1).normal(0, 0.1, 2779).astype(np.float32), 8000)


def test_that_a_png_is_white_paper_170_mm_wide_at_300_dpi_in_the_dark_too(export, qapp):
    style.apply(qapp, "dark")
    try:
        image = QImage.fromData(export.png(), "PNG")
    finally:
        style.apply(qapp, "light")
    assert image.width() == round(170 / 25.4 * 300)
    assert image.dotsPerMeterX() == pytest.approx(300 / 0.0254, abs=1)
    for x, y in ((2, 2), (image.width() - 3, 2), (2, image.height() - 3)):
        assert image.pixelColor(x, y).name() == "#ffffff"


def test_that_an_svg_is_a_drawing_170_mm_wide_with_its_name(export):
    data = export.svg()
    assert QSvgRenderer(data).isValid()
    assert float(re.search(rb'width="([0-9.]+)mm"', data)[1]) == pytest.approx(170, abs=0.3)
    assert b"3_me_0.wav" in data


def test_that_a_pdf_is_a_page_of_its_own_size(export):
    data = export.pdf()
    assert data.startswith(b"%PDF")
    box = data[data.index(b"/MediaBox") :][:60].split(b"[")[1].split(b"]")[0].split()
    assert QSizeF(float(box[2]), float(box[3])).width() == pytest.approx(170 / 25.4 * 72, abs=1.5)


def test_that_cropping_leaves_the_samples_and_the_band_that_are_shown(export):
    plots = export.plots
    plots.wave.setXRange(0.1, 0.2, padding=0)
    plots.mel.setYRange(10, 20, padding=0)
    plots.crop()
    times_s, _ = plots._curve.getData()
    (low_s, high_s), (low, high) = plots.mel.getViewBox().viewRange()
    assert low_s <= times_s.min() < times_s.max() <= high_s
    rect = plots.image.mapRectToParent(plots.image.boundingRect())
    assert (rect.left(), rect.right()) == pytest.approx((low_s, high_s))
    assert (rect.top(), rect.bottom()) == pytest.approx((low, high))


def test_that_the_table_as_csv_is_the_table(export):
    lines = list(csv.reader(io.StringIO(export.csv().decode())))
    assert lines[0] == ["quantity", "value", "unit"]
    assert ["Waveform", "[1, 2779]", ""] in lines
    assert ["Spectrogram of the report", "[1, 128, 14]", ""] in lines


def test_that_what_cannot_be_written_is_a_sentence(export, qtbot, tmp_path):
    (tmp_path / "file").write_text("x", encoding="utf-8")
    with qtbot.waitSignal(export.failed):
        export.save(tmp_path / "file" / "figure.png", export.png)


def test_that_8_theo_26_gives_table_1_to_the_digit(make, shared_data):
    path = shared_data / "fsdd" / "recordings" / "8_theo_26.wav"
    sound = read_sound(path)
    rows = {
        name: f"{value} {unit}".strip()
        for name, value, unit in make(sound.samples, sound.rate_hz, str(path))._table.rows
    }
    assert rows["File"] == "8_theo_26.wav"
    assert rows["Sample rate"] == "8000 Hz"
    assert rows["Waveform"] == "[1, 2779]"
    assert rows["Spectrogram, as drawn"] == rows["Spectrogram of the report"] == "[1, 128, 14]"
    assert rows["Duration"] == "0.35 s"
