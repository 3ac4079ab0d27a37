"""HTML and PDF of a small report: whole, self-contained, and nothing the student writes is obeyed."""

import re
from html.parser import HTMLParser

import pytest
from matplotlib.figure import Figure as Drawn

from tplab_gui.core.events.findings import Sentence
from tplab_gui.core.student import Student
from tplab_gui.report.blocks import Compared, Figure, Heading, Missing, Paragraph, Report, Section, Table
from tplab_gui.report.html import as_html
from tplab_gui.report.pdf import as_pdf
from tplab_gui.report.said import said
from tplab_gui.report.words import Words


def curve(words: Words) -> Drawn:
    figure = Drawn(figsize=(4, 2))
    figure.add_subplot().plot([1, 2], [2, 1])
    figure.axes[0].set_xlabel(words.say(Sentence("epoch")))
    return figure


def pixels(words: Words) -> Drawn:
    del words
    figure = Drawn(figsize=(4, 2))
    figure.add_subplot().imshow([[0, 1], [1, 0]])
    return figure


@pytest.fixture
def report() -> Report:
    blocks = (
        Paragraph("One <b>bold</b> & plain."),
        Heading("Below"),
        Table("1", "A table.", ("name", "value"), (("a", 1234.5), ("b", None))),
        Figure("7", "A curve.", "It falls.", curve, {"seed": 1}),
        Figure("12", "Pixels.", "Four of them.", pixels),
        Missing("Figure 9.", "Press Start.", "tplab train"),
    )
    section = Section("Part", blocks, (Compared("14", "rate", 8000, 8001, "R9", 0),))
    student = Student("Ada L.", "A *comment* <script>alert(1)</script> ![x](http://host/p.png)", "# Done")
    return Report(student, (section,), "2026-11-23", (("program", "TP Lab"),))


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))


def html(report: Report, language: str = "en") -> str:
    words = Words(language)
    return as_html(report, said(report, words), words)


def test_that_the_page_needs_no_network_and_runs_nothing(report):
    parser = _Tags()
    parser.feed(html(report))
    assert not [tag for tag, _ in parser.tags if tag in {"script", "link", "iframe", "object"}]
    places = [
        value
        for _, attrs in parser.tags
        for name, value in attrs.items()
        if name in {"src", "xlink:href", "data"}
    ]
    assert all(str(place).startswith(("#", "data:image/png")) for place in places)


def test_that_what_the_student_writes_is_shown_as_written(report):
    text = html(report)
    assert "<em>comment</em>" in text
    assert "<script>" not in text
    assert "&lt;script&gt;" in text
    assert "<img" in text  # the figure of pixels
    assert not re.search(r'src="http', text)  # a picture from elsewhere is a link, and nothing fetches it


def test_that_texts_are_escaped(report):
    assert "One &lt;b&gt;bold&lt;/b&gt; &amp; plain." in html(report)


def test_that_every_figure_has_words_for_who_does_not_see_it(report):
    parser = _Tags()
    parser.feed(html(report))
    labels = [attrs["aria-label"] for tag, attrs in parser.tags if attrs.get("role") == "img"]
    assert labels == ["It falls.", "Four of them."]


def test_that_lines_stay_lines_and_pixels_pixels(report):
    text = html(report)
    assert text.count("<svg") == 1
    assert text.count("data:image/png") == 1


def test_that_the_comparison_stands_at_the_end_with_its_sign(report):
    assert re.search(r"8,000</td><td[^>]*>8,001</td><td[^>]*>\+1<", html(report).replace("\n", ""))


def test_that_the_language_is_declared_and_followed(report):
    text = html(report, "fr")
    assert '<html lang="fr">' in text
    assert "1\u202f234,5000" in text


def test_that_the_same_report_gives_the_same_bytes(report):
    assert html(report) == html(report)


def test_that_the_pdf_is_one_with_its_title_and_its_author(report):
    words = Words("en")
    data = as_pdf(report, said(report, words), words)
    assert data.startswith(b"%PDF-")
    assert data.rstrip().endswith(b"%%EOF")
    assert b"/Outlines" in data
    assert b"/Lang (en)" in data


def test_that_a_long_word_and_many_columns_still_make_a_pdf():
    rows = tuple(("x" * 90, *(1234.5678 for _ in range(9))) for _ in range(80))
    table = Table("", "Wide.", tuple(f"column {n}" for n in range(10)), rows)
    report = Report(Student(), (Section("Part", (table,)),), "2026-11-23", ())
    words = Words("en")
    assert as_pdf(report, said(report, words), words).count(b"/Type /Page\n") >= 2
