"""How soon the fused answer stands on the screen, and what one update of the drawing costs.

    python benchmarks/moment.py [--moments 20] [--busy] [--json]

Every moment is drawn with mouse events on the real canvas while a tone burst with an exact end comes through the
callback of a microphone; then everything is the window's own: canvas, mailbox, networks, end-pointer, fusion, frame
clock, bars (offscreen). In half of the moments the pen is lifted last, in the other half the sound ends last.

`press_to_answer_p95_ms` counts from the later of pen-up and end of the sound (less the end-pointer's hangover, which
is silence waited for on purpose) to the instant the fused bars are painted. `ink_update_p95_ms` is the computation of
one update while the pen moves: strokes to 28 x 28, scores, heatmap, fusion (`ink_update_processor_p95_ms`: of
processor, which a busy machine does not change); `stroke_to_bars_p95_ms` the way from a
mouse event to the painted bars. `ink_gui_p95_ms` is what the canvas costs the window's own thread per mouse event.
"""

import argparse
import itertools
import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import numpy as np
import torch
from numpy.typing import NDArray
from PySide6.QtCore import QEventLoop, QPoint, Qt, QTimer
from PySide6.QtTest import QTest

from benchmarks.bench import measured, tell
from tplab_gui.core.events.digits import DigitScores
from tplab_gui.core.mailbox import Latest, Mailbox
from tplab_gui.core.params import ListenParams
from tplab_gui.fusion.late import fuse
from tplab_gui.fusion.moment import listen
from tplab_gui.ink.recognise import InkReader
from tplab_gui.ink.render import render
from tplab_gui.runtime.poller import Poller
from tplab_gui.runtime.runner import Runner
from tplab_gui.speech.endpoint import EndpointParams
from tplab_gui.speech.source import ClockedSource
from tplab_gui.ui.widgets.draw_page import FRAME_MS
from tplab_gui.ui.widgets.ink_canvas import InkCanvas
from tplab_gui.ui.widgets.score_bars import ScoreBars

RATE_HZ, BLOCK_SAMPLES = 48_000, 480
LOUD_BLOCKS = 45  # 0.45 s
STEP_MS = 8  # between two mouse events: 125 Hz, as mice send them
SEVEN = [(0.2, 0.15), (0.8, 0.12), (0.55, 0.5), (0.4, 0.9)]
LEFT = Qt.MouseButton.LeftButton


class Voice:
    """A quiet room; makes a sound when asked, and remembers when its last loud block was delivered."""

    def __init__(self) -> None:
        self.wanted = 0
        self.end_s = 0.0

    def blocks(self) -> Iterator[NDArray[np.float32]]:
        """Yield blocks for ever."""
        noise = np.random.default_rng(3)
        times = np.arange(BLOCK_SAMPLES) / RATE_HZ
        left = 0
        while True:
            block = np.float32(8e-4) * noise.standard_normal(BLOCK_SAMPLES, dtype=np.float32)
            if self.wanted:
                self.wanted, left = 0, LOUD_BLOCKS
            if left:
                for frequency_hz in (450, 900, 1800):
                    block += np.float32(0.1) * np.sin(2 * np.pi * frequency_hz * times).astype(np.float32)
            yield block
            left = max(0, left - 1)
            if left == 0 and block.max() > 0.05:
                self.end_s = time.monotonic()


class Screen:
    """The canvas and the bars, with the job between them."""

    def __init__(self, voice: Voice) -> None:
        self.canvas, self.bars = InkCanvas(), ScoreBars("Both", 2, "")
        self.canvas.resize(400, 400)
        self.bars.resize(700, 90)
        self.canvas.show()
        self.bars.show()
        self.ink: Latest[object] = Latest(())
        self.canvas.strokes_changed.connect(self.ink.set)
        self.params = Latest(ListenParams(source="simulated", explains=True))
        self.painted: list[tuple[float, str]] = []  # when, and whose scores
        self.runner = Runner()
        self.poller = Poller(self.runner.mailbox, self.receive, interval_ms=FRAME_MS)
        self.runner.start(listen, self.params, self.ink, Mailbox(), lambda _params, _say: source_of(voice))
        self.poller.start()

    def receive(self, events: list[object]) -> None:
        """Show what came since the last frame."""
        for event in events:
            if isinstance(event, DigitScores):
                if event.source == "fused":
                    self.bars.show_scores(event.scores, is_sure=event.is_sure)
                    self.bars.repaint()
                self.painted.append((time.monotonic(), event.source))

    def close(self) -> None:
        """Stop the job."""
        self.poller.stop()
        self.runner.stop(5000)


def source_of(voice: Voice) -> ClockedSource:
    """Open the microphone."""
    return ClockedSource("voice", RATE_HZ, voice.blocks()).start()


def spin(milliseconds: float) -> None:
    """Let the window live for a while."""
    loop = QEventLoop()
    QTimer.singleShot(round(milliseconds), loop.quit)
    loop.exec()


def draw(canvas: InkCanvas, sent_s: list[float], gui_ms: list[float]) -> float:
    """Draw a seven as a hand does; return when the pen was lifted."""
    places = [QPoint(round(400 * x), round(400 * y)) for x, y in SEVEN]
    QTest.mousePress(canvas, LEFT, pos=places[0])
    for start, end in itertools.pairwise(places):
        for step in range(1, 16):
            began_s = time.monotonic()
            QTest.mouseMove(canvas, start + (end - start) * step / 15)
            gui_ms.append(1000 * (time.monotonic() - began_s))
            sent_s.append(began_s)
            spin(STEP_MS)
    QTest.mouseRelease(canvas, LEFT, pos=places[-1])
    return time.monotonic()


def measure(moments: int) -> dict[str, float]:
    """Return the figures."""
    voice = Voice()
    screen = Screen(voice)
    while not screen.runner.mailbox.dropped and not screen.painted:
        screen.canvas.set_strokes((np.array(SEVEN, np.float32),))
        spin(300)
    hangover_ms = EndpointParams().hangover_ms
    delays_ms: list[float] = []
    gui_ms: list[float] = []
    bars_ms: list[float] = []
    for number in range(moments):
        screen.params.set(ListenParams(source="simulated", moment=number + 1))
        screen.canvas.clear()
        spin(1200)
        screen.painted.clear()
        before_s = voice.end_s
        sent_s: list[float] = []
        if number % 2:  # the sound ends last
            pen_up_s = draw(screen.canvas, sent_s, gui_ms)
            voice.wanted = 1
        else:
            voice.wanted = 1
            spin(60)
            pen_up_s = draw(screen.canvas, sent_s, gui_ms)
        while voice.end_s == before_s:
            spin(5)
        spin(hangover_ms + 500)
        sound_s = voice.end_s + hangover_ms / 1000
        heard = [at for at, source in screen.painted if source == "audio" and at > voice.end_s]
        fused = [at for at, source in screen.painted if source == "fused"]
        if heard and fused:
            # The last change of the answer: whatever came later, pen or voice, is in it.
            delays_ms.append(1000 * (max(fused) - max(pen_up_s, sound_s)))
        for began_s in sent_s:
            bars_ms += [1000 * (at - began_s) for at in fused if at > began_s][:1]
    screen.close()
    updates_ms, processor_ms = update_times()
    return {
        "press_to_answer_p95_ms": round(float(np.percentile(delays_ms, 95)), 1),
        "press_to_answer_p50_ms": round(float(np.median(delays_ms)), 1),
        "ink_update_p95_ms": round(float(np.percentile(updates_ms, 95)), 2),
        "ink_update_p50_ms": round(float(np.median(updates_ms)), 2),
        "ink_update_processor_p95_ms": round(float(np.percentile(processor_ms, 95)), 2),
        "stroke_to_bars_p95_ms": round(float(np.percentile(bars_ms, 95)), 1),
        "ink_gui_p95_ms": round(float(np.percentile(gui_ms, 95)), 2),
        "hangover_ms": hangover_ms,
        "moments": moments,
        "answered": len(delays_ms),
    }


def update_times() -> tuple[list[float], list[float]]:
    """Return milliseconds by the clock and of processor of one update each, while a drawing grows to 500 points."""
    torch.set_num_threads(1)  # as the job does
    reader = InkReader()
    audio = np.full(10, 0.1, np.float32)
    turns = np.linspace(0, 4 * np.pi, 500)  # a nought twice around: four seconds of a mouse
    whole = np.stack([0.5 + 0.25 * np.sin(turns), 0.5 + 0.4 * np.cos(turns)], axis=1).astype(np.float32)
    times_ms, processor_ms = [], []
    for count in range(2, 501):
        began_s, worked_s = time.perf_counter(), time.thread_time()
        image = render((whole[:count],))
        scores, _ = reader.read(image)
        fuse("late-weighted", scores, audio)
        times_ms.append(1000 * (time.perf_counter() - began_s))
        processor_ms.append(1000 * (time.thread_time() - worked_s))
    return times_ms, processor_ms


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--moments", type=int, default=20)
    parser.add_argument("--busy", action="store_true", help="with one competing process")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    figures = measured(lambda: measure(options.moments), is_busy=options.busy)
    tell(figures, as_json=options.json)


if __name__ == "__main__":
    main()
