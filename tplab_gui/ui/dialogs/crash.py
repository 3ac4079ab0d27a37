"""What is shown when something happened that nobody expected: the lab goes on, the details can be copied."""

from pathlib import Path

from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from tplab_gui.ui import style


class CrashDialog(QDialog):
    """One sentence, the log's path, the traceback folded into a box, a copy button."""

    def __init__(self, traceback_text: str, log: Path | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Something unexpected happened"))
        self.resize(640, 380)
        title = QLabel(self.tr("Something unexpected happened"))
        style.set_role(title, "heading")
        last_line = (traceback_text.strip().splitlines() or [""])[-1]
        text = QLabel(
            self.tr(
                "This is a fault of TP Lab, not yours. You can go on; if a tab no longer answers, close the lab and "
                "start it again. To report it, copy the details below."
            )
        )
        text.setWordWrap(True)
        where = QLabel(
            self.tr("Log: {path}").format(path=log) if log else self.tr("There is no log on this machine.")
        )
        where.setWordWrap(True)
        style.set_role(where, "muted")
        self.details = QPlainTextEdit(traceback_text)
        self.details.setReadOnly(True)
        self.details.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.details.setAccessibleName(self.tr("Details: {line}").format(line=last_line))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.copy_button = buttons.addButton(
            self.tr("Copy the details"), QDialogButtonBox.ButtonRole.ActionRole
        )
        self.copy_button.clicked.connect(
            lambda: QGuiApplication.clipboard().setText(self.details.toPlainText())
        )
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[style.SPACE_XL] * 4)
        column.setSpacing(style.SPACE_M)
        for each in (title, text, self.details, where, buttons):
            column.addWidget(each)
