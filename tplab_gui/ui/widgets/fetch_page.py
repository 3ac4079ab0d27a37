"""What is shown in the place of a set that is not on this machine: what it is, and a button that brings it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from tplab_gui.ui import style


class FetchPage(QWidget):
    """Nothing is downloaded before the button is pressed."""

    wanted = Signal()  # start the download, or stop it

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = QLabel()
        self.text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.text.setWordWrap(True)
        self.button = QPushButton(self.tr("Download"))
        style.set_role(self.button, "primary")
        self.button.clicked.connect(self.wanted)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.hide()
        column = QVBoxLayout(self)
        column.setSpacing(style.SPACE_M)
        column.addStretch()
        column.addWidget(self.text)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self.bar)
        column.addStretch()

    def describe(self, title: str, count: int) -> None:
        """Say which set it is and how large."""
        self.text.setText(
            self.tr("{title}: not on this machine. It can be downloaded once ({count} examples).").format(
                title=title, count=f"{count:,}".replace(",", " ")
            )
        )

    def show_progress(self, done: int, total: int) -> None:
        """Show bytes so far of bytes in all (0: unknown); the button now stops."""
        self.button.setText(self.tr("Stop"))
        self.bar.setRange(0, total // 1024)
        self.bar.setValue(done // 1024)
        self.bar.show()

    def show_idle(self) -> None:
        """Offer the download again."""
        self.button.setText(self.tr("Download"))
        self.bar.hide()
