"""The keys of the draw page."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut

if TYPE_CHECKING:
    from tplab_gui.ui.widgets.draw_page import DrawPage


def add_keys(page: "DrawPage") -> None:
    """Give the page its shortcuts; they count while the focus is on it."""

    def add(keys: str | QKeySequence.StandardKey, action: Callable[[], object]) -> None:
        shortcut = QShortcut(QKeySequence(keys), page)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(action)

    add(QKeySequence.StandardKey.Undo, page.ink.canvas.undo)
    add("Ctrl+Shift+Z", page.ink.canvas.redo)
    add("Ctrl+Y", page.ink.canvas.redo)
    add("E", page.ink.tools.eraser.toggle)
    add("S", page.ink.show_steps)
    add("Esc", page.ink.clear)
    add("M", page.sound.mute.toggle)
    add("H", page.hearing.word.play_hot)
    add("G", page.desk.game.toggle)
    for keys in ("Return", "Enter"):
        add(keys, lambda: None if page.desk.game.isHidden() else page.desk.game.advance())
    for digit in range(10):
        add(str(digit), partial(page.ink.draw_sample, digit))
        add(f"Alt+{digit}", partial(page.say, digit))
