"""How fast the training loop learns, each figure against a peer of the same run, interleaved.

    python benchmarks/training.py [--rounds 5] [--steps 25] [--threads 0] [--json]

- `vs_script`: pictures per second of `training.loop.fit` over those of a loop written as usual (a DataLoader over
  pictures that torchvision transforms one by one), same network, batch, order, threads.
- `max_loss_difference`: between both, over the first steps without dropout: the speed does not come from other numbers.
- `window_vs_none`: the loop in the Training tab, window open and plotting, over the same loop in a bare thread.
- `competitor_vs_one_thread`: beside one busy process, threads chosen by the lab, over one thread alone.
"""

import argparse
import json
import multiprocessing
import os
import statistics
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import tplab_gui.training  # noqa: E402, F401  first: it sets how OpenMP threads wait, before torch loads

# isort: split
import numpy as np  # noqa: E402
import torch  # noqa: E402

from tplab_gui.core.events.training import BatchEnd  # noqa: E402
from tplab_gui.core.mailbox import Latest  # noqa: E402
from tplab_gui.core.params import TrainParams  # noqa: E402
from tplab_gui.data.digits import load_digit_set  # noqa: E402
from tplab_gui.training import batches, setups  # noqa: E402
from tplab_gui.training.loop import fit  # noqa: E402

SKIPPED = 3  # steps at the start of a segment that are not counted
COPIES = 14  # of the built-in set: 20,062 pictures, so that no segment reaches the end of an epoch


def main() -> None:
    """Run the three comparisons and print their medians."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--steps", type=int, default=25)
    parser.add_argument("--threads", type=int, default=0, help="0: as many as torch would take")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    threads = options.threads or torch.get_num_threads()
    torch.set_num_threads(threads)
    with tempfile.TemporaryDirectory() as folder:
        os.environ["TPLAB_HOME"] = folder
        params = TrainParams(
            run_root=f"{folder}/runs", data=str(_many_pictures(Path(folder) / "digits")), threads=threads
        )
        scripts, ours = _against_script(params, options.rounds * options.steps)
        bare, windowed = _against_window(params, options.rounds, options.steps)
        beside, alone = _beside_competitor(params, options.rounds, options.steps)
        figures = {
            "vs_script": round(statistics.median(ours) / statistics.median(scripts), 3),
            "max_loss_difference": _loss_difference(params),
            "window_vs_none": round(_median_ratio(windowed, bare), 3),
            "competitor_vs_one_thread": round(_median_ratio(beside, alone), 3),
            "samples_per_s": round(statistics.median(ours)),
            "script_samples_per_s": round(statistics.median(scripts)),
            "threads": threads,
            "rounds": options.rounds,
        }
    if options.json:
        print(json.dumps(figures))
    else:
        for key, value in figures.items():
            print(f"{key:26} {value}")


def _against_script(params: TrainParams, steps: int) -> tuple[list[float], list[float]]:
    """Alternate single steps of the usual loop and of ours; return pictures per second of each step of both."""
    script, loop = _usual_loop(params), _batches_of(params)
    rates: tuple[list[float], list[float]] = ([], [])
    for number in range(SKIPPED + steps):
        for steps_of, kept in zip((script, loop), rates, strict=True):
            start = time.perf_counter()
            next(steps_of)
            if number >= SKIPPED:
                kept.append(params.batch_size / (time.perf_counter() - start))
    return rates


def _against_window(params: TrainParams, rounds: int, steps: int) -> tuple[list[float], list[float]]:
    """Alternate segments in a bare thread and in the tab; return pictures per second of both."""
    from PySide6.QtCore import QEventLoop
    from PySide6.QtWidgets import QApplication

    from tplab_gui import jobs
    from tplab_gui.core.settings import Settings
    from tplab_gui.ui import style
    from tplab_gui.ui.tabs.training import TrainingTab
    from tplab_gui.ui.widgets.tab import TabContext

    app = QApplication.instance() or QApplication([])
    style.apply(app, "light")
    tab = TrainingTab(TabContext(Settings()))
    tab.resize(1280, 740)
    tab.show()
    tab.start()
    times: list[float] = []

    def timed(cell: Latest[TrainParams], resume_dir: str = "") -> Iterator[object]:
        for event in fit(cell, resume_dir or None):
            if isinstance(event, BatchEnd):
                times.append(time.perf_counter())
            yield event

    def segment_bare() -> float:
        times.clear()
        thread = threading.Thread(target=lambda: _run_steps(timed(Latest(params)), SKIPPED + steps))
        thread.start()
        thread.join()
        return _rate(times, params.batch_size)

    def segment_window() -> float:
        times.clear()
        tab.form.params = lambda: params
        tab.start_or_pause()
        while len(times) < SKIPPED + steps:
            app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        counted = times[: SKIPPED + steps]
        tab.shut_down(30_000)
        app.processEvents()
        return _rate(counted, params.batch_size)

    jobs.train = timed
    rates: tuple[list[float], list[float]] = ([], [])
    for _ in range(rounds):
        rates[0].append(segment_bare())
        rates[1].append(segment_window())
    tab.close()
    return rates


def _beside_competitor(params: TrainParams, rounds: int, steps: int) -> tuple[list[float], list[float]]:
    """Alternate: chosen threads beside a busy process, one thread alone; return pictures per second of both."""
    rates: tuple[list[float], list[float]] = ([], [])
    for _ in range(rounds):
        competitor = multiprocessing.get_context("spawn").Process(target=_spin, daemon=True)
        competitor.start()
        time.sleep(1.0)
        try:
            rates[0].append(_segment(replace(params, threads=0), steps))
        finally:
            competitor.terminate()
            competitor.join()
        rates[1].append(_segment(replace(params, threads=1), steps))
    return rates


def _segment(params: TrainParams, steps: int) -> float:
    times = []
    for number, _ in enumerate(_batches_of(params), 1):
        times.append(time.perf_counter())
        if number == SKIPPED + steps:
            break
    return _rate(times, params.batch_size)


def _rate(times: list[float], batch_size: int) -> float:
    counted = times[SKIPPED:]
    return (len(counted) - 1) * batch_size / (counted[-1] - counted[0])


def _batches_of(params: TrainParams) -> Iterator[BatchEnd]:
    return (event for event in fit(Latest(params)) if isinstance(event, BatchEnd))


def _run_steps(events: Iterator[object], steps: int) -> None:
    for event in events:
        steps -= isinstance(event, BatchEnd)
        if not steps:
            break


def _usual_loop(params: TrainParams, *, has_dropout: bool = True) -> Iterator[float]:
    """Learn as most scripts do, from the weights and in the order of ours; yields the loss of each step."""
    from PIL import Image
    from torch.nn import functional
    from torchvision import transforms

    digits = load_digit_set(params.data)
    mean, std = batches.scale_of(digits)
    transform = transforms.Compose([transforms.ToTensor(), transforms.Normalize((mean,), (std,))])

    class Digits(torch.utils.data.Dataset):
        def __len__(self) -> int:
            return len(digits.train_labels)

        def __getitem__(self, index: int) -> tuple[torch.Tensor, int]:
            return transform(Image.fromarray(digits.train_images[index])), int(digits.train_labels[index])

    order = batches.order(len(digits.train_labels), params.seed, 1, shuffle=True).tolist()
    loader = torch.utils.data.DataLoader(Digits(), batch_size=params.batch_size, sampler=order)
    network = setups.build(setups.find("base" if has_dropout else "no-dropout"), params)
    if not has_dropout:  # comparison mode: the layout of ours, because another one rounds otherwise
        network = network.to(memory_format=torch.channels_last)
    optimiser = torch.optim.Adadelta(network.parameters(), lr=params.lr)
    network.train()
    for images, labels in loader:
        optimiser.zero_grad()
        loss = functional.nll_loss(network(images), labels)
        loss.backward()
        optimiser.step()
        yield loss.item()


def _loss_difference(params: TrainParams, steps: int = 8) -> float:
    """Return the largest difference between both loops over the first steps, without dropout."""
    torch.set_num_threads(params.threads)
    quiet = replace(params, setup="no-dropout")
    theirs = _usual_loop(params, has_dropout=False)
    pairs = zip(range(steps), _batches_of(quiet), theirs, strict=False)
    return float(f"{max(abs(ours.loss - loss) for _, ours, loss in pairs):.1e}")


def _median_ratio(ours: list[float], theirs: list[float]) -> float:
    return statistics.median(a / b for a, b in zip(ours, theirs, strict=True))


def _many_pictures(folder: Path) -> Path:
    """Write the built-in set, repeated, as the four IDX files of MNIST; return the folder."""
    digits = load_digit_set("builtin")
    folder.mkdir()
    for name, labels, images in (
        ("train", digits.train_labels, digits.train_images),
        ("t10k", digits.test_labels, digits.test_images),
    ):
        copies = COPIES if name == "train" else 1
        for kind, array in (("images-idx3", images), ("labels-idx1", labels)):
            whole = np.concatenate([array] * copies)
            head = np.array([0x0800 + whole.ndim, *whole.shape], ">u4").tobytes()
            (folder / f"{name}-{kind}-ubyte").write_bytes(head + whole.tobytes())
    return folder


def _spin() -> None:
    while True:
        pass


if __name__ == "__main__":
    main()
