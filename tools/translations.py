"""Collect every text that a user sees, keep its French, and compile it: `python -m tools.translations`.

The texts are the literals of `self.tr(...)` (context: the class), of `QCoreApplication.translate(context, ...)`, and
the messages and hints of every `LabError` (context: LabError) and every `Sentence` of a finding (context: Finding); a
constant of the same module counts as its text. What is new appears in resources/i18n/tplab_fr.ts as unfinished; what no
longer exists goes. `--check` changes nothing and fails when something is missing, or when a text is put together in a
way that cannot be collected.
"""

import argparse
import ast
import subprocess
import sys
import tomllib
from pathlib import Path
from xml.etree import ElementTree as ET

import PySide6

from tplab_gui.core.atomic import replacing

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "resources" / "i18n" / "tplab_fr.ts"
COMPILED = SOURCE.with_suffix(".qm")
Texts = dict[str, dict[str, str]]  # context -> English -> French


def collect() -> Texts:
    """Return every text of the program, without French."""
    return _collected()[0]


def uncollectable() -> list[str]:
    """Return where a text is neither a literal nor a constant of its module, so that it would stay English."""
    return _collected()[1]


def collect_from(module: str) -> tuple[Texts, list[int]]:
    """Return the texts in the source of one module, and the lines of what is a text but cannot be collected."""
    tree = ast.parse(module)
    collector = _Collector(_constants(tree))
    collector.visit(tree)
    return collector.texts, collector.unreadable


def _collected() -> tuple[Texts, list[str]]:
    texts: Texts = {}
    unreadable = []
    for path in sorted((ROOT / "tplab_gui").rglob("*.py")):
        found, lines = collect_from(path.read_text(encoding="utf-8"))
        for context, each in found.items():
            texts.setdefault(context, {}).update(each)
        unreadable += [f"{path.relative_to(ROOT).as_posix()}:{line}" for line in lines]
    for text in _set_texts():
        texts.setdefault("DataSet", {})[text] = ""
    for text in _sample_names():
        texts.setdefault("SamplePicture", {})[text] = ""
    ordered = {context: dict(sorted(found.items())) for context, found in sorted(texts.items())}
    return ordered, unreadable


def _constants(tree: ast.Module) -> dict[str, str]:
    """Return the texts that a module gives a name to."""
    return {
        target.id: node.value.value
        for node in tree.body
        if isinstance(node, ast.Assign)
        and isinstance(node.value, ast.Constant)
        and isinstance(node.value.value, str)
        for target in node.targets
        if isinstance(target, ast.Name)
    }


class _Collector(ast.NodeVisitor):
    """Walks one module and knows which class it is in."""

    def __init__(self, constants: dict[str, str]) -> None:
        self.texts: Texts = {}
        self._constants = constants
        self._classes: list[str] = []
        self._errors = {"LabError", "MissingError"}
        self.unreadable: list[int] = []

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        self._classes.append(node.name)
        self.generic_visit(node)
        self._classes.pop()

    def visit_Call(self, node: ast.Call) -> None:
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        if name == "tr" and self._classes:
            self._add(self._classes[-1], node.args[0])
        elif name == "translate" and len(node.args) > 1 and isinstance(node.args[0], ast.Constant):
            self._add_translated(str(node.args[0].value), node.args[1])
        elif name == "Sentence":
            self._add("Finding", node.args[0])
        elif name.endswith("Error") and (name in self._errors or any(k.arg == "hint" for k in node.keywords)):
            for value in [*node.args[:1], *(k.value for k in node.keywords if k.arg == "hint")]:
                self._add("LabError", value)
        self.generic_visit(node)

    def _add(self, context: str, node: ast.expr) -> None:
        texts = self._texts_of(node)
        if texts is None:
            self.unreadable.append(node.lineno)
        for text in texts or ():
            if text.strip():
                self.texts.setdefault(context, {})[text] = ""

    def _add_translated(self, context: str, node: ast.expr) -> None:
        """Add what is given to `translate`; a value there is a text that was collected where it is written."""
        if self._texts_of(node) is not None:
            self._add(context, node)

    def _texts_of(self, node: ast.expr) -> list[str] | None:
        """Return the texts that an expression may be, or None when they are not to be seen here."""
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            return [node.value]
        if isinstance(node, ast.Name) and node.id in self._constants:
            return [self._constants[node.id]]
        if isinstance(node, ast.IfExp):
            either = (self._texts_of(node.body), self._texts_of(node.orelse))
            return None if None in either else [text for texts in either for text in texts or ()]
        return None


def _set_texts() -> list[str]:
    """The titles of data sets, of which two ship and the others are in assets.toml, and where those two are from."""
    folder = ROOT / "tplab_gui" / "data"
    tree = ast.parse((folder / "catalogue.py").read_text(encoding="utf-8"))
    names = _constants(ast.parse((folder / "digits.py").read_text(encoding="utf-8")))
    shipped = []
    for call in ast.walk(tree):
        if isinstance(call, ast.Call) and getattr(call.func, "id", "") == "DataSetInfo":
            for each in (call.args[3], call.args[6], call.args[7]):  # title, origin, licence
                if isinstance(each, ast.Constant):
                    shipped.append(str(each.value))
                elif isinstance(each, ast.Name):
                    shipped.append(names[each.id])
    assets = tomllib.loads((ROOT / "resources" / "assets.toml").read_text(encoding="utf-8"))
    return [*shipped, *(each["title"] for each in assets.values())]


def _sample_names() -> list[str]:
    """The names of the sample pictures, which are those of their files."""
    paths = (ROOT / "resources" / "samples" / "pictures").glob("*.[jp][pn]g")
    return [path.stem.replace("_", " ").capitalize() for path in paths]


def read(path: Path = SOURCE) -> Texts:
    """Return what a .ts file holds; unfinished texts have the French ''."""
    texts: Texts = {}
    if path.exists():
        for context in ET.parse(path).getroot().iter("context"):  # noqa: S314  our own file
            found = texts.setdefault(context.findtext("name", ""), {})
            for message in context.iter("message"):
                found[message.findtext("source", "")] = message.findtext("translation", "") or ""
    return texts


def merge(found: Texts, known: Texts) -> Texts:
    """Give every text the French that is known for it, in its own context or else in any other."""
    anywhere = {english: french for texts in known.values() for english, french in texts.items() if french}
    return {
        context: {
            english: known.get(context, {}).get(english, "") or anywhere.get(english, "") for english in texts
        }
        for context, texts in found.items()
    }


def write(texts: Texts, path: Path = SOURCE) -> None:
    """Write a .ts file."""
    root = ET.Element("TS", version="2.1", language="fr", sourcelanguage="en")
    for context, messages in texts.items():
        node = ET.SubElement(root, "context")
        ET.SubElement(node, "name").text = context
        for english, french in messages.items():
            message = ET.SubElement(node, "message")
            ET.SubElement(message, "source").text = english
            translation = ET.SubElement(message, "translation")
            translation.text = french
            if not french:
                translation.set("type", "unfinished")
    ET.indent(root, "  ")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(
        '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n'
        + ET.tostring(root, encoding="unicode")
        + "\n",
        encoding="utf-8",
    )


def compile_qm(target: Path = COMPILED) -> None:
    """Make the .qm file that Qt loads, with Qt's own lrelease.

    A window that is open has the old file mapped: it is replaced, never written over.
    """
    folder = Path(PySide6.__file__).parent
    tool = next(
        path
        for path in (folder / "lrelease", folder / "lrelease.exe", folder / "libexec" / "lrelease")
        if path.exists()
    )
    with replacing(target) as fresh:
        subprocess.run([tool, "-silent", SOURCE, "-qm", fresh], check=True)


def main() -> int:
    """Update and compile, or check."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--check", action="store_true")
    options = parser.parse_args()
    merged = merge(collect(), read())
    missing = [
        (context, text) for context, texts in merged.items() for text, french in texts.items() if not french
    ]
    if options.check:
        for context, text in missing:
            print(f"no French: {context}: {text}")
        for place in uncollectable():
            print(f"cannot be collected: {place}")
        return 1 if missing or uncollectable() or merged != read() else 0
    write(merged)
    compile_qm()
    print(f"{sum(map(len, merged.values()))} texts, {len(missing)} without French")
    return 0


if __name__ == "__main__":
    sys.exit(main())
