"""News without a modal box: a line at the top with what happened and what to do."""

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from tplab_gui.core.errors import LabError
from tplab_gui.ui import style

_ICONS = {
    "info": "mdi6.information-outline",
    "warning": "mdi6.alert-outline",
    "error": "mdi6.alert-circle-outline",
}


def in_words(error: LabError) -> tuple[str, str]:
    """Return what happened and what to do, in the language of the window."""

    def translated(template: str) -> str:
        return QCoreApplication.translate("LabError", template).format(**error.values) if template else ""

    return translated(error.message), translated(error.hint)


class _Notice(QFrame):
    """One notice: its kind as a word and an icon (never by colour alone), the sentence, the advice."""

    closed = Signal(str)

    def __init__(self, source: str, error: LabError, kind: str, parent: QWidget) -> None:
        super().__init__(parent)
        style.set_role(self, "card")
        what, advice = in_words(error)
        words = {"info": self.tr("Note"), "warning": self.tr("Attention"), "error": self.tr("Problem")}
        head = QLabel(words[kind])
        style.set_role(head, {"info": "heading", "warning": "warning", "error": "error"}[kind])
        now = style.theme()
        shade = {"info": now.accent, "warning": now.warning, "error": now.error}[kind]
        picture = QLabel()
        picture.setPixmap(style.icon(_ICONS[kind], shade).pixmap(20, 20))
        text = QLabel(f"{what} {advice}".strip())
        text.setWordWrap(True)
        text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setAccessibleName(f"{words[kind]}: {text.text()}")
        close = QToolButton()
        close.setText("✕")
        style.set_role(close, "flat")
        close.setAccessibleName(self.tr("Close this notice"))
        close.setToolTip(close.accessibleName())
        close.clicked.connect(lambda: self.closed.emit(source))
        row = QHBoxLayout(self)
        row.setContentsMargins(style.SPACE_M, style.SPACE_XS, style.SPACE_XS, style.SPACE_XS)
        row.setSpacing(style.SPACE_S)
        row.addWidget(picture)
        row.addWidget(head)
        row.addWidget(text, 1)
        row.addWidget(close)


class NoticeBar(QWidget):
    """The notices of all sources, at most one each; empty, it takes no room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._notices: dict[str, tuple[LabError, str]] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(style.SPACE_S, style.SPACE_S, style.SPACE_S, 0)
        self._column.setSpacing(style.SPACE_XS)
        self.hide()

    def show_notice(self, source: str, error: LabError | None, kind: str = "warning") -> None:
        """Show `error` in the name of `source`, replacing its earlier one; None takes it away."""
        if error is None:
            self._notices.pop(source, None)
        else:
            self._notices[source] = (error, kind)
        self._rebuild()

    def texts(self) -> list[str]:
        """Return what is shown, one text per notice."""
        return [" ".join(in_words(error)).strip() for error, _ in self._notices.values()]

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme and the language."""
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.LanguageChange) and self._notices:
            self._rebuild()
        super().changeEvent(event)

    def _rebuild(self) -> None:
        for old in self.findChildren(_Notice):
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        for source, (error, kind) in self._notices.items():
            notice = _Notice(source, error, kind, self)
            notice.closed.connect(
                lambda name: self.show_notice(name, None), Qt.ConnectionType.QueuedConnection
            )
            self._column.addWidget(notice)
        self.setVisible(bool(self._notices))
