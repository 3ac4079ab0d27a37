"""Choosing one class among hundreds by typing a part of its name."""

import difflib

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

from tplab_gui.core.errors import LabError
from tplab_gui.ui import style


def unknown_class(text: str, classes: tuple[str, ...]) -> LabError:
    """Return the sentence for a class that the network does not have, with the nearest names it does have."""
    lower = {each.lower(): each for each in classes}
    near = [lower[each] for each in difflib.get_close_matches(text.lower(), list(lower), n=3, cutoff=0.5)]
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


class TargetSearch(QLineEdit):
    """A line to type in, with a list of the classes that contain what was typed.

    A name that is not a class is refused with a sentence, and the line goes back to the last good one when it is left.
    """

    chosen = Signal(str)
    refused = Signal(object)  # LabError, or None when the text is a class again

    def __init__(self, target: str, parent: QWidget | None = None) -> None:
        super().__init__(target, parent)
        self.target = target
        self._classes: tuple[str, ...] = ()
        self._names = QStringListModel(self)
        completer = QCompleter(self._names, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setMaxVisibleItems(12)
        completer.activated.connect(self._choose)  # its overload for text is the default one
        self.setCompleter(completer)
        self.returnPressed.connect(lambda: self._choose(self.text()))
        self.editingFinished.connect(self._on_left)
        self._glass = self.addAction(style.icon("mdi6.magnify"), QLineEdit.ActionPosition.LeadingPosition)
        self.setPlaceholderText(self.tr("Target class"))
        self.setAccessibleName(self.tr("Target class"))
        self.setToolTip(
            self.tr(
                "The class the heatmap is about: where did the network look for it? Type a part of its name."
            )
        )

    def recolour(self) -> None:
        """Draw the icon again, in the text colour of the theme in use."""
        self._glass.setIcon(style.icon("mdi6.magnify"))

    def set_classes(self, classes: tuple[str, ...]) -> None:
        """Offer these classes; says so when the target is not among them."""
        if classes == self._classes:
            return
        self._classes = classes
        self._names.setStringList(sorted(classes, key=str.lower))
        self._choose(self.target)

    def _choose(self, text: str) -> None:
        wanted = text.strip().lower()
        match = next((each for each in self._classes if each.lower() == wanted), None)
        if match is None:
            if self._classes and wanted:
                self.refused.emit(unknown_class(text.strip(), self._classes))
            return
        self.setText(match)
        self.refused.emit(None)
        if match != self.target:
            self.target = match
            self.chosen.emit(match)

    def _on_left(self) -> None:
        if not self.hasFocus() and self.text() != self.target:
            self.setText(self.target)
