"""What the lab is, which version, and the licences of everything it stands on."""

import platform
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from tplab_gui import __version__
from tplab_gui.ui import style

if TYPE_CHECKING:
    from importlib.metadata import PackageMetadata

_LONGEST_LICENCE = 60  # some packages put the whole text into the field


def packages() -> list[tuple[str, str, str]]:
    """Return (name, version, licence) of every package the lab requires and that is installed."""
    import importlib.metadata  # 40 ms that the first paint need not wait for

    found = []
    for requirement in importlib.metadata.requires("tplab") or []:
        if "extra ==" in requirement:
            continue
        name = requirement.split(";")[0].split("[")[0]
        for sign in "=<>!~ ":
            name = name.split(sign)[0]
        try:
            facts = importlib.metadata.metadata(name)
        except importlib.metadata.PackageNotFoundError:
            continue
        found.append((facts["Name"], facts["Version"], _licence(facts)))
    return sorted(found, key=lambda row: row[0].lower())


def _licence(facts: "PackageMetadata") -> str:
    stated = facts.json.get("license_expression") or facts.json.get("license") or ""
    if isinstance(stated, str) and stated and len(stated) <= _LONGEST_LICENCE and "\n" not in stated:
        return stated
    classes = [
        c.split("::")[-1].strip() for c in facts.get_all("Classifier") or [] if c.startswith("License")
    ]
    return ", ".join(classes) or "-"


class AboutDialog(QDialog):
    """Version, one sentence, and a table of licences."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("About TP Lab"))
        self.resize(620, 520)
        title = QLabel(f"TP Lab {__version__}")
        style.set_role(title, "title")
        text = QLabel(
            self.tr(
                "A laboratory in which you see neural networks learn, hear and look. Everything stays on this machine: "
                "nothing is sent anywhere."
            )
        )
        text.setWordWrap(True)
        facts = QLabel(
            self.tr("Python {python} on {system}. Licence: MIT.").format(
                python=platform.python_version(), system=f"{platform.system()} {platform.release()}"
            )
        )
        style.set_role(facts, "muted")
        rows = packages()
        table = QTableWidget(len(rows), 3)
        table.setHorizontalHeaderLabels([self.tr("Library"), self.tr("Version"), self.tr("Licence")])
        table.setAccessibleName(self.tr("Libraries and their licences"))
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.verticalHeader().hide()
        table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        table.horizontalHeader().setStretchLastSection(True)
        for number, row in enumerate(rows):
            for column, value in enumerate(row):
                item = QTableWidgetItem(value)
                item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
                table.setItem(number, column, item)
        sources = QLabel(
            self.tr("Sounds, pictures and networks: resources/LICENSES.md and models/README.md.")
        )
        style.set_role(sources, "muted")
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(*[style.SPACE_XL] * 4)
        whole.setSpacing(style.SPACE_M)
        for each in (title, text, facts, table, sources, buttons):
            whole.addWidget(each)
