"""The names of classes in the language of the window: the networks know them in English.

`resources/classes_fr.json` holds the French of the classes of ImageNet and of the lab's own; a class that is not in it
keeps its English name.
"""

import json
import unicodedata
from functools import cache

from PySide6.QtCore import QLocale

from tplab_gui.core.paths import RESOURCES


@cache
def french() -> dict[str, str]:
    """Return the French name of each English one; empty when the list is missing."""
    try:
        names = json.loads((RESOURCES / "classes_fr.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):  # a comfort: without it the names stay English
        return {}
    return {str(english): str(name) for english, name in names.items()}


def shown_class(name: str) -> str:
    """Return the name of a class in the language of the window."""
    if QLocale().language() != QLocale.Language.French:
        return name
    return french().get(name, name)


def both_names(name: str) -> str:
    """Return the name of a class to search in: in the language of the window, then in the other one."""
    other = french().get(name, "")
    if not other or other == name:
        return name
    return f"{other} · {name}" if shown_class(name) == other else f"{name} · {other}"


def found_class(text: str, classes: tuple[str, ...]) -> str | None:
    """Return the class that `text` names in English or French, or as `both_names` writes it; None if there is none."""
    wanted = folded(text)
    for each in classes:
        if wanted in (folded(each), folded(french().get(each, each)), folded(both_names(each))):
            return each
    return None


def folded(text: str) -> str:
    """Return `text` without accents and capitals, to compare."""
    plain = unicodedata.normalize("NFKD", text.strip().casefold())
    return "".join(each for each in plain if not unicodedata.combining(each)).replace("’", "'")
