"""The window's composition root: settings, log, application, crash hook, window, in this order."""

import argparse
import logging
import os
import signal
import sys
import threading
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QLocale, QObject, Qt, QTranslator
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from tplab_gui import __version__
from tplab_gui.core import settings as stored_settings
from tplab_gui.core.errors import LabError
from tplab_gui.core.logs import start_logging
from tplab_gui.core.paths import RESOURCES, settings_file
from tplab_gui.runtime.crash import CrashHook
from tplab_gui.ui import style
from tplab_gui.ui.dialogs.crash import CrashDialog
from tplab_gui.ui.main_window import MainWindow
from tplab_gui.ui.widgets.tab import TabContext

_log = logging.getLogger(__name__)


def run(arguments: argparse.Namespace) -> int:
    """Open the window and stay until it is closed; return the exit status."""
    if _has_no_display():
        if not arguments.smoke:  # Qt would abort the process
            sys.stderr.write(
                "tplab: There is no display to open the window on. "
                "Start it from a desktop, or check the machine with `tplab --simulate --smoke smoke.json`.\n"
            )
            return 2
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    log = start_logging(debug=arguments.debug)
    settings, notice = stored_settings.load(settings_file())
    if arguments.tab:
        settings.tab = arguments.tab
    app = QApplication(sys.argv[:1])
    app.setApplicationName("TP Lab")
    app.setApplicationVersion(__version__)
    app.setWindowIcon(QIcon(str(RESOURCES / "icons" / "tplab.svg")))
    install_language(app, arguments.lang or settings.language)
    style.apply(app, settings.theme)
    app.styleHints().colorSchemeChanged.connect(lambda: style.apply(app, settings.theme))

    lab = Lab(app, settings, simulate=arguments.simulate)
    window = lab.window
    hook = CrashHook(lambda text: _show_crash(text, log, lab.window, hook), app)
    hook.install()
    if notice is not None:
        window.first_paint.connect(lambda: window.show_notice("settings", notice, "info"))
    if arguments.smoke:
        _measure(Path(arguments.smoke), window)
    for number in (signal.SIGINT, signal.SIGTERM):  # felt at the next tick of the frame clock
        signal.signal(number, lambda which, _frame: app.exit(128 + which))
    window.show()
    _log.info("window open, version %s", __version__)
    status = app.exec()
    lab.window.close()
    _save(settings)
    hook.uninstall()
    if lab.is_left_running or threading.active_count() > 1:
        # A thread inside somebody else's blocking call (a camera, an import of torch) cannot be stopped, and Qt or
        # Python abort when they meet one while they end. Everything of ours is on disk by now.
        _log.info("leaving with threads still running: %s", [each.name for each in threading.enumerate()][1:])
        logging.shutdown()
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(status)
    return status


class Lab(QObject):
    """The window, and another one in its place when the user chooses another language.

    Every text is said once, when a widget is built: a new window is the one way to change them all.
    """

    def __init__(self, app: QApplication, settings: stored_settings.Settings, *, simulate: bool) -> None:
        super().__init__(app)
        self._app, self._settings, self._simulate = app, settings, simulate
        self._left_running = False
        self.window = self._new_window()

    @property
    def is_left_running(self) -> bool:
        """Return whether a job of any window did not stop in time."""
        return self._left_running or self.window.is_left_running

    def speak(self, language: str) -> None:
        """Say everything in `language` ('' follows the system) from now on; not while something is being learnt."""
        if self.window.is_busy():
            error = LabError(
                "The language changes when nothing is being learnt: at the next start, or choose it again then."
            )
            self.window.show_notice("language", error, "info")
            return
        old = self.window
        self._app.setQuitOnLastWindowClosed(False)
        old.close()
        self._left_running |= old.is_left_running
        install_language(self._app, language)
        self.window = self._new_window()  # as large as the old one, which has told the settings
        self.window.show()
        self._app.setQuitOnLastWindowClosed(True)
        old.deleteLater()

    def _new_window(self) -> MainWindow:
        window = MainWindow(TabContext(self._settings, simulate=self._simulate))
        # Later: the menu that was used belongs to the window that goes.
        window.header.language_chosen.connect(self.speak, Qt.ConnectionType.QueuedConnection)
        return window


def install_language(app: QApplication, language: str) -> str:
    """Load the translations for `language` ('' follows the system); return the language in use."""
    for translator in app.findChildren(QTranslator):  # of the language that was in use
        app.removeTranslator(translator)
        translator.deleteLater()
    wanted = language or QLocale.system().name()[:2]
    QLocale.setDefault(QLocale(wanted) if language else QLocale.system())
    if wanted != "fr":
        return "en"
    for name, folder in (
        ("tplab_fr", RESOURCES / "i18n"),
        ("qtbase_fr", Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))),
    ):
        translator = QTranslator(app)
        if translator.load(name, str(folder)):
            app.installTranslator(translator)
        else:
            _log.warning("no translation %s in %s", name, folder)
    return "fr"


def _has_no_display() -> bool:
    named = any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))
    return sys.platform.startswith("linux") and not named


def _measure(target: Path, window: MainWindow) -> None:
    from tplab_gui.runtime.smoke import Smoke

    smoke = Smoke(target, window)
    window.first_paint.connect(lambda: smoke.mark("first_paint_ms"))
    window.interactive.connect(lambda: smoke.mark("interactive_ms"))
    window.all_ready.connect(lambda: smoke.mark("all_ready_ms"))


def _show_crash(text: str, log: Path | None, window: MainWindow, hook: CrashHook) -> None:
    dialog = CrashDialog(text, log, window)
    dialog.finished.connect(hook.dialog_closed)
    dialog.open()


def _save(settings: stored_settings.Settings) -> None:
    try:
        stored_settings.save(settings_file(), settings)
    except LabError as error:
        _log.warning("settings not saved: %s", error)
