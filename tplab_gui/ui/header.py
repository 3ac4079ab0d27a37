"""The right end of the tab bar: what the lab runs on, theme, language, help."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QUrl, Signal
from PySide6.QtGui import QAction, QActionGroup, QDesktopServices, QKeySequence
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QMenu, QToolButton, QWidget

from tplab_gui.core.paths import logs_dir
from tplab_gui.core.settings import Settings
from tplab_gui.ui import style
from tplab_gui.ui.dialogs.about import AboutDialog
from tplab_gui.ui.dialogs.keys import KeysDialog
from tplab_gui.ui.dialogs.machine import MachineDialog

if TYPE_CHECKING:
    from tplab_gui.ui.dialogs.report import ReportDialog


class Header(QWidget):
    """Built in two steps: a line of text at once, buttons with icons after the first paint."""

    language_chosen = Signal(str)

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._icons: list[tuple[QToolButton, str]] = []
        self._machine: MachineDialog | None = None
        self._report: ReportDialog | None = None
        self._state = QLabel(self.tr("Loading…"))
        style.set_role(self._state, "muted")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, style.SPACE_XS, style.SPACE_S, style.SPACE_XS)
        self._row.setSpacing(style.SPACE_XS)
        self._row.addWidget(self._state)

    def set_state(self, text: str) -> None:
        """Say what the lab runs on, or what it is loading."""
        self._state.setText(text)

    def build(self) -> None:
        """Add the buttons; called after the first paint because the icons take a quarter of a second."""
        self._report_button()
        self._add("mdi6.theme-light-dark", self.tr("Theme"), self._theme_menu())
        self._add("mdi6.translate", self.tr("Language"), self._language_menu())
        self._add("mdi6.help-circle-outline", self.tr("Help"), self._help_menu())

    def shut_down(self, timeout_ms: int) -> bool:
        """Stop what the machine page may still be asking; return whether it stopped in time."""
        asked = [each for each in (self._machine, self._report) if each is not None]
        in_time = [each.shut_down(timeout_ms) for each in asked]  # every one is asked, late or not
        return all(in_time)

    def _report_button(self) -> None:
        button = self._add("mdi6.file-document-outline", self.tr("Lab report (Ctrl+Shift+R)"))
        button.clicked.connect(self._on_report)
        action = QAction(self.tr("Lab report"), self.window())
        action.setShortcut(QKeySequence("Ctrl+Shift+R"))
        action.triggered.connect(self._on_report)
        self.window().addAction(action)

    def _add(self, icon: str, name: str, menu: QMenu | None = None) -> QToolButton:
        button = QToolButton()
        button.setIcon(style.icon(icon))
        button.setToolTip(name)
        button.setAccessibleName(name)
        if menu is not None:
            button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
            button.setMenu(menu)
        style.set_role(button, "flat")
        self._icons.append((button, icon))
        self._row.addWidget(button)
        return button

    def _theme_menu(self) -> QMenu:
        menu = QMenu(self)
        names = {"system": self.tr("As the system"), "light": self.tr("Light"), "dark": self.tr("Dark")}
        self._choices(menu, names, self._settings.theme, self._on_theme)
        return menu

    def _language_menu(self) -> QMenu:
        menu = QMenu(self)
        names = {"": self.tr("As the system"), "en": "English", "fr": "Français"}
        self._choices(menu, names, self._settings.language, self._on_language)
        return menu

    def _choices(self, menu: QMenu, names: dict[str, str], chosen: str, act: object) -> None:
        group = QActionGroup(menu)
        for key, name in names.items():
            action = QAction(name, menu, checkable=True, checked=key == chosen)
            action.triggered.connect(lambda _checked=False, which=key: act(which))  # type: ignore[operator]
            group.addAction(action)
            menu.addAction(action)

    def _help_menu(self) -> QMenu:
        menu = QMenu(self)
        keys = menu.addAction(self.tr("Keys…"), self._on_keys)
        keys.setShortcut(QKeySequence("Ctrl+/"))
        menu.addAction(self.tr("This machine…"), self._on_machine)
        menu.addAction(self.tr("Open the log folder"), self._on_logs)
        menu.addSeparator()
        menu.addAction(self.tr("About TP Lab…"), self._on_about)
        self.window().addAction(keys)
        return menu

    def _on_theme(self, choice: str) -> None:
        self._settings.theme = choice
        app = QApplication.instance()
        if isinstance(app, QApplication):
            style.apply(app, choice)

    def _on_language(self, choice: str) -> None:
        self._settings.language = choice
        self.language_chosen.emit(choice)

    def _on_keys(self) -> None:
        KeysDialog(self.window()).open()

    def _on_report(self) -> None:
        if self._report is None or not self._report.isVisible():
            from tplab_gui.ui.dialogs.report import ReportDialog

            self._report = ReportDialog(self.window())
        self._report.show()
        self._report.raise_()

    def _on_machine(self) -> None:
        if self._machine is not None:
            self._machine.shut_down(0)
        self._machine = MachineDialog(self.window())
        self._machine.open()

    def _on_logs(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(logs_dir())))

    def _on_about(self) -> None:
        AboutDialog(self.window()).open()

    def changeEvent(self, event: QEvent) -> None:
        """Give the icons the colour of the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            for button, icon in self._icons:
                button.setIcon(style.icon(icon))
