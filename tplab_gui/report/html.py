"""The report as one HTML file: no network, no script, figures inside, printable, readable by a screen reader."""

import base64
from typing import Any

from tplab_gui.core.events.findings import Sentence
from tplab_gui.core.paths import RESOURCES
from tplab_gui.report import drawing
from tplab_gui.report.blocks import Report
from tplab_gui.report.said import TITLE, Said, SaidSection
from tplab_gui.report.words import Words


def as_html(report: Report, sections: tuple[SaidSection, ...], words: Words, title: str = "") -> str:
    """Return the whole file, called `title` or as a lab report is.

    What the student wrote is Markdown; HTML in it is shown, not obeyed.
    """
    from jinja2 import Environment, FileSystemLoader
    from markupsafe import Markup

    environment = Environment(loader=FileSystemLoader(RESOURCES / "report"), autoescape=True)

    def shown(block: Said) -> dict[str, Any]:
        values = {name: getattr(block, name) for name in Said.__dataclass_fields__}
        if block.drawn is not None:
            values["picture"] = Markup(picture(block))  # noqa: S704  drawn by this program
        if block.kind == "prose":
            values["html"] = Markup(markdown(block.text))  # noqa: S704  escaped by the reader of Markdown
        return values

    return environment.get_template("report.html.j2").render(
        language=words.language,
        title=title or words.say(TITLE),
        contents=words.say(Sentence("Contents")),
        student=report.student.name,
        made=report.made,
        sections=[
            {"title": each.title, "blocks": [shown(block) for block in each.blocks]} for each in sections
        ],
    )


def picture(block: Said) -> str:
    """Return a figure as an element: lines as SVG, pixels as PNG."""
    figure = block.drawn
    if figure is None:
        return ""
    if drawing.has_pictures(figure):
        data = base64.b64encode(drawing.as_png(figure)).decode("ascii")
        return f'<img alt="" src="data:image/png;base64,{data}">'
    return drawing.as_svg(figure)


def markdown(text: str) -> str:
    """Return Markdown as HTML; HTML, images and links to scripts in it stay text."""
    from markdown_it import MarkdownIt

    return str(MarkdownIt("commonmark", {"html": False}).enable("table").disable("image").render(text))
