from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from tplab_gui.ui.dialogs.about import AboutDialog, packages
from tplab_gui.ui.dialogs.crash import CrashDialog
from tplab_gui.ui.dialogs.keys import KeysDialog
from tplab_gui.ui.dialogs.machine import MachineDialog


def texts(widget):
    return " ".join(label.text() for label in widget.findChildren(QLabel))


def test_that_the_crash_dialog_gives_the_log_and_a_copy(qtbot):
    dialog = CrashDialog("Traceback\nValueError: odd\n", Path("logs") / "tplab.log")
    qtbot.addWidget(dialog)
    assert "tplab.log" in texts(dialog)
    QTest.mouseClick(dialog.copy_button, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == "Traceback\nValueError: odd\n"


def test_that_about_names_every_library_it_stands_on_with_a_version_and_a_licence():
    rows = {name.lower().replace("_", "-"): (version, licence) for name, version, licence in packages()}
    for name in ("torch", "pyside6-essentials", "pyqtgraph", "numpy", "grad-cam", "sounddevice"):
        version, licence = rows[name]
        assert version[0].isdigit()
        assert licence not in {"", "-"}


def test_that_about_opens(qtbot):
    dialog = AboutDialog()
    qtbot.addWidget(dialog)
    assert "TP Lab" in texts(dialog)


def test_that_the_sheet_of_keys_lists_every_tab(qtbot):
    dialog = KeysDialog()
    qtbot.addWidget(dialog)
    for word in ("Training", "Digits", "Heatmap", "Ctrl+Z", "Esc"):
        assert word in texts(dialog)


def test_that_this_machine_fills_with_facts_and_closes_at_once(qtbot):
    dialog = MachineDialog()
    qtbot.addWidget(dialog)
    qtbot.waitUntil(lambda: dialog.rows.topLevelItemCount() > 2, timeout=20_000)
    assert dialog.rows.topLevelItem(0).text(1) == "TP Lab"
    assert dialog.shut_down(20_000)
