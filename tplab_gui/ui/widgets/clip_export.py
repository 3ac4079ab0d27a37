"""Export of figure 7 for paper (PNG, SVG, PDF: on white, 170 mm wide, whatever the theme) and of table 1 (CSV)."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, QRectF, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QGraphicsScene, QMenu, QToolButton

from tplab_gui.core import atomic
from tplab_gui.core.errors import LabError
from tplab_gui.ui.widgets.clip_plots import ClipPlots
from tplab_gui.ui.widgets.clip_table import ClipTable, table_csv
from tplab_gui.ui.widgets.print_scene import PAPER, as_pdf, as_png, as_svg, paper_pixels

_HEIGHT_MM = 110.0


class ClipExport(QObject):
    """The Export button with its menu; what is exported is what is shown, zoom and all."""

    failed = Signal(object)  # LabError
    said = Signal(object)  # LabError: a note, not a failure

    def __init__(self, plots: ClipPlots, table: ClipTable) -> None:
        super().__init__(table)
        self._plots, self._table = plots, table
        self.folder = ""
        self.button = QToolButton()
        self.button.setText(self.tr("Export"))
        self.button.setAccessibleName(self.tr("Export"))
        self.button.setToolTip(self.tr("Save the two pictures or the table (Ctrl+E)"))
        self.button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.menu = QMenu(self.button)
        self.button.setMenu(self.menu)
        for text, suffix, make in (
            (self.tr("Pictures for paper (PNG)…"), "png", self.png),
            (self.tr("Pictures as a drawing (SVG)…"), "svg", self.svg),
            (self.tr("Pictures as a page (PDF)…"), "pdf", self.pdf),
            (self.tr("Table (CSV)…"), "csv", self.csv),
        ):
            self.menu.addAction(text).triggered.connect(
                lambda _=False, suffix=suffix, make=make: self._ask(suffix, make)
            )

    def show_menu(self) -> None:
        """Open the menu; without a clip there is nothing to export."""
        if self._plots.seen is not None:
            self.menu.popup(self.button.mapToGlobal(self.button.rect().bottomLeft()))

    def png(self) -> bytes:
        """Return the figure as PNG."""
        with self._paper() as paper:
            return as_png(*paper)

    def svg(self) -> bytes:
        """Return the figure as SVG."""
        with self._paper() as paper:
            return as_svg(*paper, self._name())

    def pdf(self) -> bytes:
        """Return the figure as PDF."""
        with self._paper() as paper:
            return as_pdf(*paper)

    def csv(self) -> bytes:
        """Return the table as CSV."""
        return table_csv(self._table.rows).encode()

    def save(self, path: Path, make: Callable[[], bytes]) -> None:
        """Write what `make` returns, at once or not at all."""
        try:
            atomic.write_bytes(path, make())
        except LabError as error:
            self.failed.emit(error)
            return
        self.folder = str(path.parent)
        self.said.emit(LabError("Saved as {path}.", path=path))

    @contextmanager
    def _paper(self) -> Iterator[tuple[QGraphicsScene, QRectF]]:
        """Give the same figure once more, in the colours of paper."""
        seen = self._plots.seen
        assert seen is not None  # noqa: S101  the menu opens only with a clip
        paper = ClipPlots()
        paper.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
        paper.resize(paper_pixels(_HEIGHT_MM))
        paper.show()  # lays it out; no window appears
        paper.restyle(PAPER)
        paper.draw(seen, self._plots.rate_hz, self._plots.look)
        paper.wave.setTitle(self._name(), color=PAPER.text)
        for mine, other in zip(paper.boxes, self._plots.boxes, strict=True):
            (low_s, high_s), (low, high) = other.viewRange()
            mine.setRange(xRange=(low_s, high_s), yRange=(low, high), padding=0)
        paper.crop()
        for _ in range(2):  # a title makes room only in the next turn
            QCoreApplication.sendPostedEvents()
        try:
            yield paper.scene(), QRectF(paper.rect())
        finally:
            paper.close()
            paper.deleteLater()

    def _name(self) -> str:
        return self._table.rows[0][1] if self._table.rows else ""

    def _ask(self, suffix: str, make: Callable[[], bytes]) -> None:
        dialog = QFileDialog(self.button.window(), self.tr("Export"), self.folder)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(f"*.{suffix}")
        dialog.setDefaultSuffix(suffix)
        dialog.selectFile(f"{Path(self._name()).stem}.{suffix}")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda path: self.save(Path(path), make))
        dialog.open()
