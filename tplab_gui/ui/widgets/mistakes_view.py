"""The mistakes of a run in a window of their own: confusion matrix, worst mistakes, and the chosen one large."""

from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon, QImage, QKeySequence, QPixmap, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QListView,
    QListWidget,
    QListWidgetItem,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from tplab_gui import jobs
from tplab_gui.core.errors import LabError
from tplab_gui.core.events.common import Notice, Progress
from tplab_gui.core.events.runs import Mistake, Reviewed
from tplab_gui.runtime.poller import Poller
from tplab_gui.runtime.runner import Runner
from tplab_gui.ui import style
from tplab_gui.ui.widgets.confusion_view import DIGITS, ConfusionView
from tplab_gui.ui.widgets.notice_bar import in_words
from tplab_gui.ui.widgets.pixel_view import PixelView
from tplab_gui.ui.widgets.score_bars import ScoreBars, percent

_THUMB = 56  # twice the picture
_MOST_BARS = 10  # of more classes, those with the highest scores
_SURE = 0.9  # a score from which a wrong guess was made with confidence


class MistakesDialog(QDialog):
    """Reviews one run in a thread of its own while it is open."""

    def __init__(self, title: str, run_dir: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Mistakes of “{name}”").format(name=title))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(1010, 610)
        self.state = QLabel(self.tr("The test examples are being read again…"))
        self.state.setWordWrap(True)
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(self.tr("Progress of the review"))
        self.matrix = ConfusionView()
        self.gallery = QListWidget()
        self.gallery.setViewMode(QListView.ViewMode.IconMode)
        self.gallery.setIconSize(QSize(_THUMB, _THUMB))
        self.gallery.setResizeMode(QListView.ResizeMode.Adjust)
        self.gallery.setMovement(QListView.Movement.Static)
        self.gallery.setUniformItemSizes(True)
        self.gallery.setSpacing(style.SPACE_XS)
        self.gallery.setMinimumWidth(530)  # below it the ten scores lose their digits
        self.gallery.setAccessibleName(self.tr("Worst mistakes"))
        self.gallery.currentRowChanged.connect(self._show_mistake)
        self.picture = PixelView()
        self.picture.setFixedSize(140, 140)
        self.scores = ScoreBars(self.tr("the network"), 0, "")
        self.scores.setMinimumHeight(110)
        self.words = QLabel()
        self.words.setWordWrap(True)
        self.play = QPushButton(self.tr("Play"))
        self.play.setToolTip(self.tr("Hear this recording (P)"))
        self.play.clicked.connect(self.hear)
        self.play.hide()
        QShortcut(QKeySequence("P"), self, self.hear)
        self._worst: tuple[Mistake, ...] = ()
        self._classes = DIGITS
        self.player = Runner(self)
        self.player.failed.connect(self._on_silent)
        self._sounds = Poller(self.player.mailbox, self._on_played, self)
        self.player.finished.connect(self._sounds.stop)
        self._lay_out()
        self.runner = Runner(self)
        self._poller = Poller(self.runner.mailbox, self._receive, self)
        self.runner.failed.connect(self._on_failed)
        self.runner.finished.connect(self._poller.stop)
        self._poller.start()
        self.runner.start(jobs.review, run_dir)

    def done(self, result: int) -> None:
        """Close, by Esc or by the cross: the review stops."""
        self.shut_down()
        super().done(result)

    def shut_down(self, timeout_ms: int = 3000) -> bool:
        """Stop the review; return whether it ended in time."""
        is_over = self.runner.stop(timeout_ms) & self.player.stop(timeout_ms)
        self._poller.stop()
        self._sounds.stop()
        return is_over

    def hear(self) -> None:
        """Play the recording of the chosen mistake, from its beginning; a picture has none."""
        row = self.gallery.currentRow()
        clip = self._worst[row].clip if 0 <= row < len(self._worst) else ""
        if clip and not self.player.is_running:
            self._sounds.start()
            self.player.start(jobs.hear, clip)

    def _receive(self, events: list[object]) -> None:
        for event in events:
            match event:
                case Progress(done=done, total=total):
                    self.progress.setRange(0, total)
                    self.progress.setValue(done)
                case Reviewed():
                    self._show(event)

    def _show(self, found: Reviewed) -> None:
        self._worst, self._classes = found.worst, found.classes
        self.progress.hide()
        self.matrix.show_counts(found.confusion, found.classes)
        total, right = int(found.confusion.sum()), int(found.confusion.trace())
        is_sound = any(each.clip for each in found.worst)
        text = (
            self.tr(
                "The best weights name {right:,} of {total:,} test recordings rightly ({share:.2f} %). "
                "Rows: what was said; columns: what it was taken for."
            )
            if is_sound
            else self.tr(
                "The best weights name {right:,} of {total:,} test pictures rightly ({share:.2f} %). "
                "Rows: what was drawn; columns: what it was taken for."
            )
        )
        self.state.setText(text.format(right=right, total=total, share=100 * right / max(total, 1)))
        if is_sound:
            self.heading.setText(self.tr("Worst mistakes (said → taken for)"))
            self.gallery.itemActivated.connect(self.hear)
        self.play.setVisible(is_sound)
        for each in found.worst:
            held = each.image
            height, width = held.shape
            image = QImage(held.data, width, height, width, QImage.Format.Format_Grayscale8).copy()
            thumb = QPixmap.fromImage(image.scaled(_THUMB, _THUMB))
            icon = QIcon(thumb)
            icon.addPixmap(thumb, QIcon.Mode.Selected)  # else Qt tints the ink
            item = QListWidgetItem(icon, f"{self._classes[each.true]} → {self._classes[each.guess]}")
            item.setToolTip(self._sentence(each))
            self.gallery.addItem(item)
        if found.worst:
            self.gallery.setCurrentRow(0)
        else:
            self.words.setText(self.tr("Nothing was named wrongly."))

    def _show_mistake(self, row: int) -> None:
        if 0 <= row < len(self._worst):
            mistake = self._worst[row]
            height, width = mistake.image.shape
            # a spectrogram is taller than wide: each column is shown several times
            self.picture.show_pixels(mistake.image.repeat(max(1, round(height / width)), axis=1))
            self.picture.setAccessibleName(self._sentence(mistake))
            shown = list(range(len(mistake.scores)))
            if len(shown) > _MOST_BARS:
                shown = sorted(shown, key=lambda label: -mistake.scores[label])[:_MOST_BARS]
            self.scores.show_scores(
                mistake.scores[shown].astype("float32"),
                is_sure=bool(mistake.scores.max() >= _SURE),
                labels=[self._classes[label] for label in shown],
            )
            self.words.setText(self._sentence(mistake))

    def _sentence(self, mistake: Mistake) -> str:
        text = (
            self.tr("{name}: a {true}, taken for a {guess} with {guessed}; the {true} got {truth}.")
            if mistake.clip
            else self.tr(
                "Picture {name}: a {true}, taken for a {guess} with {guessed}; the {true} got {truth}."
            )
        )
        return text.format(
            name=Path(mistake.clip).name if mistake.clip else mistake.index,
            true=self._classes[mistake.true],
            guess=self._classes[mistake.guess],
            guessed=percent(float(mistake.scores[mistake.guess])),
            truth=percent(float(mistake.scores[mistake.true])),
        )

    def _on_played(self, events: list[object]) -> None:
        for event in events:
            if isinstance(event, Notice):
                self._on_silent(event.error)

    def _on_silent(self, error: Exception) -> None:
        if not isinstance(error, LabError):
            raise error  # a bug: the crash hook shows it
        self.words.setText(" ".join(in_words(error)).strip())

    def _on_failed(self, error: Exception) -> None:
        self.progress.hide()
        if not isinstance(error, LabError):
            raise error  # a bug: the crash hook shows it
        self.state.setText(" ".join(in_words(error)).strip())
        style.set_role(self.state, "error")
        for part in (self.matrix, self.gallery, self.picture, self.scores, self.heading):
            part.hide()

    def _lay_out(self) -> None:
        self.heading = QLabel(self.tr("Worst mistakes (drawn → taken for)"))
        style.set_role(self.heading, "heading")
        large = QHBoxLayout()
        large.setSpacing(style.SPACE_M)
        large.addWidget(self.picture)
        words = QVBoxLayout()
        words.addWidget(self.words, 1)
        words.addWidget(self.play, 0, Qt.AlignmentFlag.AlignLeft)
        large.addLayout(words, 1)
        right = QVBoxLayout()
        right.setSpacing(style.SPACE_S)
        right.addWidget(self.heading)
        right.addWidget(self.gallery, 3)
        right.addLayout(large, 2)
        right.addWidget(self.scores, 2)
        both = QHBoxLayout()
        both.setSpacing(style.SPACE_L)
        both.addWidget(self.matrix, 9)
        both.addLayout(right, 11)
        column = QVBoxLayout(self)
        column.setContentsMargins(style.SPACE_L, style.SPACE_M, style.SPACE_L, style.SPACE_M)
        column.setSpacing(style.SPACE_S)
        column.addWidget(self.state)
        column.addWidget(self.progress)
        column.addLayout(both, 1)
