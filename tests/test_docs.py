"""What the pages for people say is there: their links lead somewhere, their words are those of the window."""

import re
from pathlib import Path

import pytest

from tools import translations

ROOT = Path(__file__).resolve().parents[1]
PAGES = [
    *(ROOT / name for name in ("README.md", "ARCHITECTURE.md", "CONTRIBUTING.md")),
    *sorted((ROOT / "docs").rglob("*.md")),
]
LINK = re.compile(r"\]\(([^)\s]+)\)")
ITALIC = re.compile(r"(?<![*\w])\*(?!\*)([^*]+)\*(?!\*)")
FIRST_ITALIC = 1  # of a guide: the one that says what italics mean
MOST_PICTURE_BYTES = 150_000


def page_name(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


def plain(text: str) -> str:
    """A text on one line, without the letters of keys; typographic apostrophes and spaces as typed ones."""
    for shown, typed in (("’", "'"), ("\N{NO-BREAK SPACE}", " "), ("\N{NARROW NO-BREAK SPACE}", " ")):
        text = text.replace(shown, typed)
    return " ".join(re.sub(r"&(?=\w)", "", text).split())


def shown_words(language: str) -> re.Pattern[str]:
    """A pattern of everything the window can say in a language; a placeholder stands for any words."""
    said = set()
    for texts in translations.read().values():
        said.update(texts.values() if language == "fr" else texts)
    patterns = sorted(re.sub(r"\\\{.*?\\\}", ".+?", re.escape(plain(text))) for text in said if text.strip())
    # What is nothing but placeholders would fit every word.
    return re.compile("|".join(each for each in patterns if re.search(r"\w\w", each.replace(".+?", ""))))


@pytest.mark.parametrize("page", PAGES, ids=page_name)
def test_that_every_link_to_a_file_leads_to_one(page):
    links = [link.partition("#")[0] for link in LINK.findall(page.read_text(encoding="utf-8"))]
    inside = [link for link in links if link and "://" not in link]
    assert [link for link in inside if not (page.parent / link).exists()] == []


@pytest.mark.parametrize(("name", "language"), [("guide.md", "en"), ("guide.fr.md", "fr")])
def test_that_the_words_in_italics_in_the_guide_stand_in_the_window(name, language):
    known = shown_words(language)
    words = [plain(each) for each in ITALIC.findall((ROOT / "docs" / name).read_text(encoding="utf-8"))]
    assert len(words) > 50, "the italics were not found"
    assert [each for each in words[FIRST_ITALIC:] if not known.fullmatch(each)] == []


def test_that_a_word_the_window_does_not_know_would_be_found():
    known = shown_words("en")
    assert known.fullmatch("Start")
    assert known.fullmatch("Run all 4")
    assert not known.fullmatch("Launch the rocket")


def test_that_pictures_are_small_and_shown_somewhere():
    texts = "".join(page.read_text(encoding="utf-8") for page in PAGES)
    pictures = sorted((ROOT / "docs" / "pictures").rglob("*.png"))
    assert pictures
    assert [page_name(each) for each in pictures if each.stat().st_size > MOST_PICTURE_BYTES] == []
    assert [
        page_name(each) for each in pictures if each.relative_to(ROOT / "docs").as_posix() not in texts
    ] == []
