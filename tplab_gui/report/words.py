"""The language of a report: the window's own translations, read without a window, and numbers with its marks.

The French lies in `resources/i18n/tplab_fr.ts`, Qt Linguist's XML, which ships beside its compiled form.
"""

import math
import string
from collections.abc import Mapping
from functools import lru_cache
from typing import Any
from xml.etree import ElementTree as ET

from tplab_gui.core.errors import LabError
from tplab_gui.core.events.findings import Sentence
from tplab_gui.core.paths import RESOURCES
from tplab_gui.report.blocks import Name

LANGUAGES = ("en", "fr")
_FRENCH_MARKS = str.maketrans({".": ",", ",": "\u202f"})  # decimal comma; a thin space between thousands


class Words:
    """Says things in one language.

    Parameters
    ----------
    language : {'en', 'fr'}

    """

    def __init__(self, language: str = "en") -> None:
        if language not in LANGUAGES:
            raise LabError(
                "There is no language called {name}.", hint="Choose one of: {names}.", name=language,
                names=", ".join(LANGUAGES),
            )  # fmt: skip
        self.language = language
        self._texts = _french() if language == "fr" else {}
        self._fill = _Formatter(self._texts)

    def say(self, text: Sentence | LabError | str) -> str:
        """Return a text in the language, with its values; a plain string is taken as it is."""
        if isinstance(text, Sentence):
            return self._filled(text.template, text.values)
        if isinstance(text, LabError):
            parts = (text.message, text.hint)
            return " ".join(self._filled(part, text.values) for part in parts if part)
        return self._texts.get(text, text) if isinstance(text, Name) else text

    def number(self, value: float | None, digits: int = 2) -> str:
        """Return a number as the language writes it; a dash where there is none."""
        if value is None or not math.isfinite(value):
            return "–"
        text = f"{value:,d}" if isinstance(value, int) else f"{value:,.{digits}f}"
        return text.translate(_FRENCH_MARKS) if self.language == "fr" else text

    def signed(self, value: float | None, digits: int = 2) -> str:
        """Return a difference with its sign; a true minus sign, not a hyphen."""
        if value is None or not math.isfinite(value):
            return "–"
        size = self.number(abs(float(value)), digits)
        is_nothing = not float(f"{value:.{digits}f}")
        return size if is_nothing else f"{'+' if value > 0 else '−'}{size}"

    def _filled(self, template: str, values: Mapping[str, Any]) -> str:
        return self._fill.vformat(self._texts.get(template, template), (), values)


class _Formatter(string.Formatter):
    """Fills in values as `str.format` does, numbers with the marks of the language."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self._texts = texts

    def format_field(self, value: Any, format_spec: str) -> str:
        if isinstance(value, Name):
            return self._texts.get(value, value)
        text = str(super().format_field(value, format_spec))
        is_number = isinstance(value, int | float) and not isinstance(value, bool)
        return text.translate(_FRENCH_MARKS) if self._texts and is_number else text


@lru_cache(maxsize=1)
def _french() -> dict[str, str]:
    """Return the French of every text of the program, whatever its context."""
    texts: dict[str, str] = {}
    for message in ET.parse(RESOURCES / "i18n" / "tplab_fr.ts").iter("message"):  # noqa: S314  our own file
        translation = message.find("translation")
        if translation is not None and translation.text:
            texts[message.findtext("source", "")] = translation.text
    return texts
