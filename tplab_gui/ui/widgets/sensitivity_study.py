"""The study of table 4: one object, several, none; the same question to three pictures, on two scales."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFileDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from tplab_gui.core.events.sweep import StudyPicture
from tplab_gui.core.report_series import THREE_PICTURES
from tplab_gui.core.sample_objects import study_samples
from tplab_gui.ui import style
from tplab_gui.ui.widgets.image_view import Panel
from tplab_gui.ui.widgets.source_choice import PICTURE_SUFFIXES
from tplab_gui.ui.widgets.top_scores import percent

KINDS = ("one", "several", "none")


class _Third(QWidget):
    """One of the three pictures: which, what it looks like, what the network says, what the report says."""

    changed = Signal()

    def __init__(self, kind: str, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kind = kind
        self.seen: StudyPicture | None = None
        self.path = str(study_samples().get(kind, ""))
        self.folder = ""
        self.panel = Panel(title)
        self.choose_button = QPushButton(self.tr("Own picture…"))
        self.choose_button.setToolTip(self.tr("Take another picture for: {title}").format(title=title))
        self.choose_button.clicked.connect(self._ask)
        self.words = QLabel()
        self.words.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style.SPACE_XS)
        column.addWidget(self.panel, 1)
        column.addWidget(self.words)
        column.addWidget(self.choose_button)

    def take(self, path: str) -> None:
        """Use another picture."""
        self.path, self.folder = path, str(Path(path).parent)
        self.panel.say(Path(path).name)
        self.seen = None
        self.panel.view.show_pixels(None)
        self.words.clear()
        self.changed.emit()

    def show_seen(self, seen: StudyPicture, *, is_absolute: bool) -> None:
        """Show the answer on one of the two scales."""
        self.seen = seen
        self.panel.say(seen.name)
        self.panel.view.show_pixels(seen.absolute if is_absolute else seen.overlay)
        if seen.threshold is None:
            verdict = ""
        else:
            verdict = self.tr("found") if seen.score >= seen.threshold else self.tr("not found")
        report = self.tr("report: {score}").format(score=percent(THREE_PICTURES[self.kind]))
        evidence = self.tr("strongest evidence {odds} (log-odds)").format(odds=f"{seen.log_odds:+.1f}")
        self.words.setText(
            f"<b>{percent(seen.score)}</b> {verdict}<br>{report}<br>{evidence} · {seen.top[0][0]} "
            f"{percent(seen.top[0][1])}"
        )

    def _ask(self) -> None:
        dialog = QFileDialog(self, self.choose_button.toolTip(), self.folder)
        dialog.setNameFilter(
            f"{self.tr('Pictures')} ({' '.join(f'*{suffix}' for suffix in PICTURE_SUFFIXES)})"
        )
        dialog.fileSelected.connect(self.take)
        dialog.open()


class ThreePicturesView(QWidget):
    """Emits `wanted` with the three paths, in the order of `KINDS`."""

    wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        titles = {
            "one": self.tr("One object"),
            "several": self.tr("Several objects"),
            "none": self.tr("None"),
        }
        self.thirds = {kind: _Third(kind, titles[kind]) for kind in KINDS}
        self.start_button = QPushButton(self.tr("Look at the three"))
        style.set_role(self.start_button, "primary")
        self.start_button.setToolTip(self.tr("Table 4 of the report with these pictures."))
        self.start_button.clicked.connect(self.run)
        self.absolute = QCheckBox(self.tr("Same scale for all three"))
        self.absolute.setChecked(True)
        self.absolute.setToolTip(
            self.tr(
                "On: brightness is evidence, and a picture without the object stays dark. Off: every map is stretched "
                "between its own ends, as in the report, and the zebra glows at 0.00 % (R21)."
            )
        )
        self.absolute.toggled.connect(self._redraw)
        self.said = QLabel(
            self.tr("One object, several, none: is the score right, and does the heat lie on the object?")
        )
        self.said.setWordWrap(True)
        row = QHBoxLayout()
        row.setSpacing(style.SPACE_M)
        row.addWidget(self.start_button)
        row.addWidget(self.absolute)
        row.addWidget(self.said, 1)
        pictures = QHBoxLayout()
        pictures.setSpacing(style.SPACE_M)
        for third in self.thirds.values():
            third.changed.connect(self._update)
            if third.path:
                third.panel.say(Path(third.path).name)
            pictures.addWidget(third, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style.SPACE_S)
        column.addLayout(row)
        column.addLayout(pictures, 1)
        self._is_running = False
        self._update()

    @property
    def seen(self) -> tuple[StudyPicture, ...]:
        """Return what was looked at."""
        return tuple(third.seen for third in self.thirds.values() if third.seen is not None)

    def run(self) -> None:
        """Ask about the three pictures."""
        self.wanted.emit(tuple(third.path for third in self.thirds.values()))

    def set_running(self, is_running: bool) -> None:  # noqa: FBT001
        """Nothing is started while something runs."""
        self._is_running = is_running
        self._update()

    def begin(self) -> None:
        """Empty everything for a new look."""
        for third in self.thirds.values():
            third.seen = None
            third.panel.view.show_pixels(None)
            third.words.clear()

    def receive(self, event: object) -> None:
        """Show one event of the job."""
        if isinstance(event, StudyPicture):
            self.thirds[event.kind].show_seen(event, is_absolute=self.absolute.isChecked())

    def end(self) -> None:
        """Nothing more comes."""

    def _redraw(self) -> None:
        for third in self.thirds.values():
            if third.seen is not None:
                third.show_seen(third.seen, is_absolute=self.absolute.isChecked())

    def _update(self) -> None:
        has_all = all(third.path for third in self.thirds.values())
        self.start_button.setEnabled(has_all and not self._is_running)
