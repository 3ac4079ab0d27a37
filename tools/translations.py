"""Collect every text that a user sees, keep its French, and compile it: `python -m tools.translations`.

The texts are the literals of `self.tr(...)` (context: the class), of `QCoreApplication.translate(context, ...)`, and
the messages and hints of every `LabError` (context: LabError). What is new appears in resources/i18n/tplab_fr.ts as
unfinished; what no longer exists goes. `--check` changes nothing and fails when something is missing.
"""

import argparse
import ast
import subprocess
import sys
import tomllib
from pathlib import Path
from xml.etree import ElementTree as ET

import PySide6

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "resources" / "i18n" / "tplab_fr.ts"
Texts = dict[str, dict[str, str]]  # context -> English -> French


def collect() -> Texts:
    """Return every text of the program, without French."""
    texts: Texts = {}
    for path in sorted((ROOT / "tplab_gui").rglob("*.py")):
        _Collector(texts).visit(ast.parse(path.read_text(encoding="utf-8")))
    for text in _titles():
        texts.setdefault("DataSet", {})[text] = ""
    return {context: dict(sorted(found.items())) for context, found in sorted(texts.items())}


class _Collector(ast.NodeVisitor):
    """Walks one module and knows which class it is in."""

    def __init__(self, texts: Texts) -> None:
        self._texts = texts
        self._classes: list[str] = []
        self._errors = {"LabError", "MissingError"}

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        self._classes.append(node.name)
        self.generic_visit(node)
        self._classes.pop()

    def visit_Call(self, node: ast.Call) -> None:
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        if name == "tr" and self._classes:
            self._add(self._classes[-1], node.args[0])
        elif name == "translate" and len(node.args) > 1 and isinstance(node.args[0], ast.Constant):
            self._add(str(node.args[0].value), node.args[1])
        elif name.endswith("Error") and (name in self._errors or any(k.arg == "hint" for k in node.keywords)):
            for value in [*node.args[:1], *(k.value for k in node.keywords if k.arg == "hint")]:
                self._add("LabError", value)
        self.generic_visit(node)

    def _add(self, context: str, node: ast.expr) -> None:
        for each in ast.walk(node):
            if isinstance(each, ast.Constant) and isinstance(each.value, str) and each.value.strip():
                self._texts.setdefault(context, {})[each.value] = ""


def _titles() -> list[str]:
    """The titles of data sets: two ship, the others are in assets.toml."""
    tree = ast.parse((ROOT / "tplab_gui" / "data" / "catalogue.py").read_text(encoding="utf-8"))
    calls = [
        n for n in ast.walk(tree) if isinstance(n, ast.Call) and getattr(n.func, "id", "") == "DataSetInfo"
    ]
    shipped = [call.args[3].value for call in calls if isinstance(call.args[3], ast.Constant)]
    assets = tomllib.loads((ROOT / "resources" / "assets.toml").read_text(encoding="utf-8"))
    return sorted([*shipped, *(each["title"] for each in assets.values())])


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


def compile_qm() -> None:
    """Make the .qm file that Qt loads, with Qt's own lrelease."""
    folder = Path(PySide6.__file__).parent
    tool = next(
        path
        for path in (folder / "lrelease", folder / "lrelease.exe", folder / "libexec" / "lrelease")
        if path.exists()
    )
    subprocess.run([tool, "-silent", SOURCE, "-qm", SOURCE.with_suffix(".qm")], check=True)


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
        return 1 if missing or merged != read() else 0
    write(merged)
    compile_qm()
    print(f"{sum(map(len, merged.values()))} texts, {len(missing)} without French")
    return 0


if __name__ == "__main__":
    sys.exit(main())
