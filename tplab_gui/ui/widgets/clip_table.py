"""Table 1 of the report for any clip: what its file says, the shapes of both pictures, its loudness."""

import csv
import io
from pathlib import Path

import numpy as np
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from tplab_gui.core.events.data import Analysed, SoundOpened

Row = tuple[str, str, str]  # name, value, unit
_SILENT_DB = -120.0


def table_csv(rows: list[Row]) -> str:
    """Return the rows as CSV with a header."""
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows([("quantity", "value", "unit"), *rows])
    return text.getvalue()


class ClipTable(QTableWidget):
    """Two columns to read and to copy from; `rows` is what the export writes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(0, 2, parent)
        self.rows: list[Row] = []
        self.setAccessibleName(self.tr("Facts about the clip (table 1)"))
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        self.horizontalHeader().setStretchLastSection(True)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(26)
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)

    def show_clip(self, sound: SoundOpened, seen: Analysed) -> None:
        """Fill the table."""
        self.rows = self._rows(sound, seen)
        self.setRowCount(len(self.rows))
        for number, (name, value, unit) in enumerate(self.rows):
            for column, text in enumerate((name, f"{value} {unit}".strip())):
                item = self.item(number, column)
                if item is None:  # new ones cost more than the spectrogram itself
                    item = QTableWidgetItem()
                    self.setItem(number, column, item)
                if item.text() != text:
                    item.setText(text)
                    item.setToolTip(text)

    def _rows(self, sound: SoundOpened, seen: Analysed) -> list[Row]:
        samples, level_db = sound.samples, seen.level_db
        power = float(np.mean(np.square(samples, dtype=np.float64))) if len(samples) else 0.0
        rms = f"{10 * np.log10(power):.1f}" if power > 0 else "-∞"
        rows = [
            (self.tr("File"), Path(sound.example.id).name, ""),
            (self.tr("Sample rate"), f"{sound.rate_hz}", "Hz"),
            (self.tr("Waveform"), f"[1, {len(samples)}]", ""),
            (self.tr("Spectrogram, as drawn"), f"{[1, *level_db.shape]}", ""),
            (self.tr("Spectrogram of the report"), f"{list(seen.report_shape)}", ""),
            (self.tr("Duration"), f"{len(samples) / sound.rate_hz:.2f}", "s"),
            (self.tr("Smallest sample"), f"{samples.min(initial=0.0):.4f}", ""),
            (self.tr("Largest sample"), f"{samples.max(initial=0.0):.4f}", ""),
            (self.tr("Mean level (RMS)"), rms, "dB"),
        ]
        if level_db.size:
            rows.append((self.tr("Lowest level drawn"), f"{level_db.min():.1f}", "dB"))
            rows.append((self.tr("Highest level drawn"), f"{level_db.max():.1f}", "dB"))
        rows.append((self.tr("Channels in the file"), f"{sound.channels}", ""))
        rows.append((self.tr("Stored as"), sound.encoding.replace("_", " "), ""))
        return rows
