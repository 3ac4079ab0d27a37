"""The effect of the import rules, seen from a fresh process: what import-linter proves on paper, measured.

The window must paint before torch loads, and mathematics must run where Qt is not installed.
"""

import subprocess
import sys

import pytest

HEAVY = ("torch", "torchvision", "torchaudio", "cv2", "pytorch_grad_cam", "sounddevice")
QT = ("PySide6", "shiboken6", "pyqtgraph")


def loaded_after(statement: str, among: tuple[str, ...]) -> list[str]:
    """List which of `among` a fresh Python has loaded after `statement`."""
    code = f"import sys\n{statement}\nprint(*[name for name in {among!r} if name in sys.modules])"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, timeout=100, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.split()


@pytest.mark.parametrize(
    "module", ["tplab_gui.__main__", "tplab_gui.app", "tplab_gui.jobs", "tplab_gui.runtime.runner"]
)
def test_that_importing_the_way_to_the_window_loads_nothing_heavy(module):
    assert loaded_after(f"import {module}", HEAVY) == []


@pytest.mark.parametrize("module", ["tplab_gui.app", "tplab_gui.jobs"])
def test_that_numpy_waits_until_the_window_has_painted(module):
    """It costs a quarter of the time to the first paint."""
    assert loaded_after(f"import {module}", ("numpy",)) == []


def test_that_opening_the_main_window_loads_nothing_heavy_before_it_has_painted(tmp_path):
    """The whole constructor runs: a tab that builds its subject early would show here."""
    statement = """
from PySide6.QtWidgets import QApplication
from tplab_gui.core import settings
from tplab_gui.core.paths import settings_file
from tplab_gui.ui.main_window import MainWindow
from tplab_gui.ui.widgets.tab import TabContext
app = QApplication([])
window = MainWindow(TabContext(settings.load(settings_file())[0], simulate=True))
"""
    assert loaded_after(statement, HEAVY) == []


@pytest.mark.parametrize(
    "module", ["core.events.training", "data.digits", "ink.render", "speech.features", "jobs", "cli"]
)
def test_that_subjects_load_without_qt(module):
    assert loaded_after(f"import tplab_gui.{module}", QT) == []


def test_that_the_check_can_fail():
    """A check of absence is worth nothing when it cannot see a presence."""
    assert loaded_after("import PySide6.QtCore", QT) == ["PySide6", "shiboken6"]
