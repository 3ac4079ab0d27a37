"""How long after a word its answer stands on the screen, and what listening costs.

    python benchmarks/speech.py [--seconds 20] [--busy] [--training] [--json]

Tone bursts with an exact end are fed in real time through the callback of a microphone, then everything is the
window's own: ring, resampler, columns, end-pointer, network, mailbox, frame clock, spectrogram of 900 x 400 at 60
frames a second (offscreen). With `--busy` a second process computes all the while; with `--training` the Training tab
trains in this very process and draws its curves, on MNIST where `TPLAB_DATA` leads to it, else on the digits that ship.

`word_end_to_answer_p95_ms` counts from the instant the last loud sample was delivered to the instant the bars show
the answer, less the end-pointer's hangover, which is silence waited for on purpose (`hangover_ms`).
`spectrogram_core_share` is the processor time of the whole process, as a share of one core.
"""

import argparse
import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEventLoop, QTimer

from benchmarks.bench import measured, tell
from tplab_gui.core.events.digits import DigitScores, Level, SourceOpened, SpectrogramColumns
from tplab_gui.core.mailbox import Latest, Mailbox
from tplab_gui.core.params import ListenParams
from tplab_gui.core.settings import Settings
from tplab_gui.fusion.moment import listen
from tplab_gui.runtime.poller import Poller
from tplab_gui.runtime.runner import Runner
from tplab_gui.speech.endpoint import EndpointParams
from tplab_gui.speech.source import ClockedSource
from tplab_gui.ui.tabs.training import TrainingTab
from tplab_gui.ui.widgets.draw_page import FRAME_MS
from tplab_gui.ui.widgets.score_bars import ScoreBars
from tplab_gui.ui.widgets.spectrogram_view import SpectrogramView
from tplab_gui.ui.widgets.tab import TabContext

RATE_HZ, BLOCK_SAMPLES = 48_000, 480
BURST_BLOCKS, PAUSE_BLOCKS = 45, 105  # 0.45 s of tone, 1.05 s of room


class Bursts:
    """Tone bursts in a quiet room; remembers when the last loud block of each was delivered."""

    def __init__(self) -> None:
        self.ends_s: list[float] = []

    def blocks(self) -> Iterator[NDArray[np.float32]]:
        """Yield blocks for ever; the source asks for the next one when the one before is delivered."""
        noise = np.random.default_rng(3)
        times = np.arange(BLOCK_SAMPLES) / RATE_HZ
        number = 0
        while True:
            block = np.float32(8e-4) * noise.standard_normal(BLOCK_SAMPLES, dtype=np.float32)
            place = number % (BURST_BLOCKS + PAUSE_BLOCKS) - PAUSE_BLOCKS
            if place >= 0:
                start_s = number * BLOCK_SAMPLES / RATE_HZ
                for frequency_hz in (450, 900, 1800):
                    block += np.float32(0.1) * np.sin(2 * np.pi * frequency_hz * (start_s + times)).astype(
                        np.float32
                    )
            yield block
            if place == BURST_BLOCKS - 1:
                self.ends_s.append(time.monotonic())
            number += 1


class Screen:
    """The part of the Digits tab that sound moves."""

    def __init__(self, open_source: object) -> None:
        self.view, self.bars = SpectrogramView(), ScoreBars("Sound", 1, "")
        self.view.resize(900, 400)
        self.bars.resize(700, 90)
        self.view.show()
        self.bars.show()
        self.answers_s: list[float] = []
        self.computed_ms: list[float] = []
        self.gaps = self.frames = 0
        self.runner = Runner()
        self.poller = Poller(self.runner.mailbox, self.receive, interval_ms=FRAME_MS)
        params = Latest(ListenParams(source="simulated"))
        self.runner.start(listen, params, Latest(()), Mailbox(), open_source)
        self.poller.start()

    def receive(self, events: list[object]) -> None:
        """Show what came since the last frame."""
        columns = []
        for event in events:
            match event:
                case SpectrogramColumns():
                    columns.append(event)
                case Level():
                    self.gaps = event.gaps
                case SourceOpened():
                    self.view.restart(np.array(event.mel_centres_hz))
                case DigitScores(source="audio"):
                    self.bars.show_scores(event.scores, is_sure=event.is_sure)
                    self.bars.repaint()
                    self.answers_s.append(time.monotonic())
                    self.computed_ms.append(event.ms)
        self.view.extend(columns)
        self.frames += bool(columns)

    def close(self) -> None:
        """Stop the job."""
        self.poller.stop()
        self.runner.stop()


def spin(seconds: float) -> None:
    """Let the window live for a while."""
    loop = QEventLoop()
    QTimer.singleShot(round(seconds * 1000), loop.quit)
    loop.exec()


class Training:
    """The Training tab, one run after the other, on one thread."""

    def __init__(self) -> None:
        self.tab = TrainingTab(TabContext(Settings(), simulate=True))
        self.tab.resize(1200, 700)
        self.tab.show()
        self.tab.start()
        self.tab.set_active(True)
        self.tab.form.epochs.setValue(1000)
        self.tab.form.more._fields["threads"].setValue(1)
        self._keeper = QTimer(interval=1000)
        self._keeper.timeout.connect(self._go_on)
        self._keeper.start()
        self._go_on()

    def _go_on(self) -> None:
        if not self.tab.runner.is_running:
            self.tab.start_or_pause()

    @property
    def batches(self) -> int:
        """How many were learnt from."""
        return sum(len(run.loss) for run in self.tab.plot.runs)

    def close(self) -> None:
        """Stop the run."""
        self._keeper.stop()
        self.tab.shut_down(20_000)


def measure(seconds: float, *, trains: bool = False) -> dict[str, float]:
    """Return the figures of INTERFACES.md and what explains them."""
    bursts = Bursts()
    sources: list[ClockedSource] = []

    def open_source(_params: object, _say: object) -> ClockedSource:
        sources.append(ClockedSource("bursts", RATE_HZ, bursts.blocks()).start())
        return sources[-1]

    screen = Screen(open_source)
    while not screen.frames:
        spin(0.1)
    training = Training() if trains else None
    while training is not None and not training.batches:
        spin(0.1)
    began_s, cpu_s, frames = time.monotonic(), time.process_time(), screen.frames
    spin(seconds)
    cpu_share = (time.process_time() - cpu_s) / (time.monotonic() - began_s)
    frame_rate = (screen.frames - frames) / (time.monotonic() - began_s)
    spin(1.0)
    screen.close()
    learnt = 0
    if training is not None:
        learnt = training.batches
        training.close()
    hangover_ms = EndpointParams().hangover_ms
    # Every answer belongs to the burst that ended last before it.
    ends = np.array(bursts.ends_s)
    delays_ms = [1000 * (at - ends[ends < at].max()) for at in screen.answers_s]
    beyond_ms = np.array(delays_ms) - hangover_ms
    return {
        "word_end_to_answer_p95_ms": round(float(np.percentile(beyond_ms, 95)), 1),
        "word_end_to_answer_p50_ms": round(float(np.median(beyond_ms)), 1),
        "hangover_ms": hangover_ms,
        "computation_p50_ms": round(float(np.median(screen.computed_ms)), 2),
        "spectrogram_core_share": round(cpu_share, 4),
        "frames_per_s": round(frame_rate, 1),
        "lost_blocks": screen.gaps,
        "words": len(bursts.ends_s),
        "answers": len(screen.answers_s),
        "batches_learnt": learnt,
    }


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seconds", type=float, default=20.0)
    parser.add_argument("--busy", action="store_true", help="with one competing process")
    parser.add_argument(
        "--training", action="store_true", help="with the Training tab at work in this process"
    )
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    figures = measured(lambda: measure(options.seconds, trains=options.training), is_busy=options.busy)
    tell(figures, as_json=options.json)


if __name__ == "__main__":
    main()
