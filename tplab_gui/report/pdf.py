"""The report as a PDF file of A4 pages, with an outline; lines stay lines, letters stay letters."""

import io
import logging
from datetime import UTC, datetime
from pathlib import Path

import matplotlib as mpl
from fpdf import FPDF, FontFace
from fpdf.enums import XPos, YPos

from tplab_gui.core.events.findings import Sentence
from tplab_gui.report import drawing
from tplab_gui.report.blocks import Report
from tplab_gui.report.html import markdown
from tplab_gui.report.said import TITLE, Said, SaidSection
from tplab_gui.report.words import Words

_FAMILY = "DejaVu"
_TEXT_MM, _LINE_MM = 170.0, 5.2
_BLUE, _BLACK, _GREY, _RUST = (0, 90, 140), (27, 31, 36), (70, 70, 70), (192, 79, 0)
_LETTERS, _WIDE = 100, 40  # that fit across a table; of them, what a column of long texts may have


def as_pdf(report: Report, sections: tuple[SaidSection, ...], words: Words) -> bytes:
    """Return the bytes of the file."""
    logging.getLogger("fpdf").setLevel(logging.ERROR)  # it lists every SVG tag that it takes for decoration
    logging.getLogger("fontTools").setLevel(logging.ERROR)
    page = _Page(words)
    title = words.say(TITLE)
    page.set_title(title)
    page.set_lang(words.language)
    page.set_creator("TP Lab")
    page.set_author(report.student.name or "TP Lab")
    page.set_creation_date(datetime.fromisoformat(report.made).replace(tzinfo=UTC))
    page.add_page()
    page.say(title, 18, "B")
    page.say(" · ".join(part for part in (report.student.name, report.made) if part), 10)
    for section in sections:
        page.start_section(section.title)
        page.ln(4)
        page.say(section.title, 14, "B", _BLUE)
        for block in section.blocks:
            page.put(block)
    return bytes(page.output())


class _Page(FPDF):
    def __init__(self, words: Words) -> None:
        super().__init__(format="A4")
        fonts = Path(mpl.get_data_path()) / "fonts" / "ttf"
        faces = {
            "": "DejaVuSans.ttf",
            "B": "DejaVuSans-Bold.ttf",
            "I": "DejaVuSans-Oblique.ttf",
            "BI": "DejaVuSans-BoldOblique.ttf",
        }
        for style, file in faces.items():
            self.add_font(_FAMILY, style, fonts / file)
        self._words = words
        self.set_margins(20, 18, 20)
        self.set_auto_page_break(True, 20)

    def footer(self) -> None:
        self.set_y(-14)
        self.set_font(_FAMILY, "", 8)
        self.set_text_color(*_GREY)
        self.cell(0, 5, self._words.say(Sentence("page {n}", {"n": self.page_no()})), align="C")

    def say(
        self, text: str, size: float = 10, style: str = "", colour: tuple[int, int, int] = _BLACK
    ) -> None:
        self.set_font(_FAMILY, style, size)
        self.set_text_color(*colour)
        self.multi_cell(0, size * 0.52, text, align="L", new_x=XPos.LMARGIN, new_y=YPos.NEXT)
        self.ln(1.2)

    def put(self, block: Said) -> None:
        match block.kind:
            case "paragraph":
                self.say(block.text)
            case "heading":
                self.say(block.text, 11.5, "B")
            case "prose":
                self.set_font(_FAMILY, "", 10)
                self.set_text_color(*_BLACK)
                self.write_html(markdown(block.text))
                self.ln(2)
            case "missing":
                self.say(f"{block.label} {block.text}", 10, "B", _RUST)
                self.say(block.how)
                self.say(block.command, 9)
            case "figure":
                self._figure(block)
            case "table":
                self._table(block)

    def _figure(self, block: Said) -> None:
        figure = block.drawn
        if figure is None:
            return
        wide, high = figure.get_size_inches()
        height_mm = _TEXT_MM * high / wide
        if self.will_page_break(height_mm + 16):
            self.add_page()
        if drawing.has_pictures(figure):
            pixels = io.BytesIO(drawing.as_png(figure))
        else:
            pixels = io.BytesIO(drawing.as_svg(figure).encode("utf-8"))
        self.image(pixels, w=_TEXT_MM, h=height_mm, alt_text=block.alt)
        self.ln(1)
        self.say(block.caption, 9.5, "B")
        self.say(block.alt, 9, colour=_GREY)

    def _table(self, block: Said) -> None:
        if self.will_page_break(30):
            self.add_page()
        self.say(block.caption, 9.5, "B")
        self.set_font(_FAMILY, "", 8.5)
        self.set_text_color(*_BLACK)
        widths = _widths(block)
        aligned = tuple("RIGHT" if is_number else "LEFT" for is_number in block.numeric)
        with self.table(
            col_widths=widths,
            text_align=aligned,
            line_height=4.4,
            padding=0.8,
            borders_layout="HORIZONTAL_LINES",
            headings_style=FontFace(emphasis="BOLD", fill_color=(235, 240, 245)),
        ) as table:
            for cells in (block.header, *block.rows):
                table.row(list(cells))
        self.ln(3)


def _widths(block: Said) -> tuple[float, ...]:
    """Return the widths of the columns in letters: no word is broken, and long texts share what is left."""
    columns = [[row[place] for row in (block.header, *block.rows)] for place in range(len(block.header))]
    least = [
        1.3 * max((len(word) for cell in cells for word in cell.split()), default=0) + 2 for cells in columns
    ]
    wanted = [
        max(need, min(max(len(cell) for cell in cells), _WIDE))
        for need, cells in zip(least, columns, strict=True)
    ]
    spare = sum(wanted) - sum(least)
    share = min(1.0, max(0.0, (_LETTERS - sum(least)) / spare)) if spare > 0 else 0.0
    return tuple(need + share * (want - need) for need, want in zip(least, wanted, strict=True))
