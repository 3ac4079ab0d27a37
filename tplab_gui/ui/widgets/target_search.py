"""Choosing one class among hundreds by typing a part of its name, in English or in French."""

import difflib

from PySide6.QtCore import QLocale, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

from tplab_gui.core.errors import LabError
from tplab_gui.ui import style
from tplab_gui.ui.widgets.class_names import both_names, folded, found_class, shown_class

_SEARCHED, _CLASS = int(Qt.ItemDataRole.UserRole), int(Qt.ItemDataRole.UserRole) + 1


def unknown_class(text: str, classes: tuple[str, ...]) -> LabError:
    """Return the sentence for a class that the network does not have, with the nearest names it does have."""
    lower = {folded(shown_class(each)): shown_class(each) for each in classes}
    lower |= {each.lower(): each for each in classes}
    near = [lower[each] for each in difflib.get_close_matches(folded(text), list(lower), n=3, cutoff=0.5)]
    if not near:
        return LabError(
            "This network has no class called “{text}”.",
            hint="Type a few letters to see the classes it knows.",
            text=text,
        )
    return LabError(
        "This network has no class called “{text}”.",
        hint="Did you mean {names}?",
        text=text,
        names=", ".join(near),
    )


class _Completer(QCompleter):
    """Looks in both languages, with and without accents; what is chosen is the class in the window's language."""

    def pathFromIndex(self, index: QModelIndex | QPersistentModelIndex) -> str:
        """Return the text for the line."""
        return shown_class(str(index.data(_CLASS)))


class TargetSearch(QLineEdit):
    """A line to type in, with a list of the classes that contain what was typed.

    A name that is not a class is refused with a sentence, and the line goes back to the last good one when it is left.
    An empty line, entered, asks for the most probable class. The plus keeps the class, to choose another beside it.
    """

    chosen = Signal(str)  # the English name; '' for the most probable class
    pinned = Signal(str)
    refused = Signal(object)  # LabError, or None when the text is a class again

    def __init__(self, target: str, parent: QWidget | None = None) -> None:
        super().__init__(shown_class(target), parent)
        self.target = target
        self._classes: tuple[str, ...] = ()
        self._names = QStandardItemModel(self)
        completer = _Completer(self._names, self)
        completer.setCompletionRole(_SEARCHED)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setMaxVisibleItems(12)
        completer.activated.connect(self._choose)  # its overload for text is the default one
        self.setCompleter(completer)
        self.returnPressed.connect(lambda: self._choose(self.text()))
        self.editingFinished.connect(self._on_left)
        self._glass = self.addAction(style.icon("mdi6.magnify"), QLineEdit.ActionPosition.LeadingPosition)
        self.plus = self.addAction(style.icon("mdi6.plus"), QLineEdit.ActionPosition.TrailingPosition)
        self.plus.setToolTip(self.tr("Keep this class and choose another beside it, up to four (Ctrl++)."))
        self.plus.triggered.connect(lambda: self.pinned.emit(self.target))
        self.setPlaceholderText(self.tr("most probable"))
        self.setAccessibleName(self.tr("Target class"))
        self.setToolTip(
            self.tr(
                "The class the heatmap is about: where did the network look for it? Type a part of its name, in "
                "English or in French; leave it empty and press Enter for the most probable class."
            )
        )

    def recolour(self) -> None:
        """Draw the icons again, in the text colour of the theme in use."""
        self._glass.setIcon(style.icon("mdi6.magnify"))
        self.plus.setIcon(style.icon("mdi6.plus"))

    def show_target(self, target: str) -> None:
        """Show another target, without a signal."""
        self.target = target
        self._show(target)

    def _show(self, name: str) -> None:
        self.setText(shown_class(name))
        self.setCursorPosition(0)  # in a narrow line the beginning of a name tells more

    def set_classes(self, classes: tuple[str, ...]) -> None:
        """Offer these classes; says so when the target is not among them."""
        if classes == self._classes:
            return
        self._classes = classes
        self._names.clear()
        is_english = QLocale().language() != QLocale.Language.French
        for name in sorted(classes, key=lambda each: folded(shown_class(each))):
            both = both_names(name)
            item = QStandardItem(name if is_english else both)
            item.setData(f"{both} {folded(both)}", _SEARCHED)
            item.setData(name, _CLASS)
            self._names.appendRow(item)
        self._choose(shown_class(self.target))

    def _choose(self, text: str) -> None:
        match = found_class(text, self._classes) if text.strip() else ""
        if match is None:
            if self._classes:
                self.refused.emit(unknown_class(text.strip(), self._classes))
            return
        self._show(match)
        self.refused.emit(None)
        if match != self.target:
            self.target = match
            self.chosen.emit(match)

    def _on_left(self) -> None:
        if not self.hasFocus() and self.text() != shown_class(self.target):
            self._show(self.target)
