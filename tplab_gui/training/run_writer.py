"""Writing a run directory so that it is complete at every instant.

Each file is replaced in one step, and the checkpoint goes last: it holds the whole curve, so whatever a power cut left
of the other files can be rebuilt from it, and what they know beyond it is learnt again, to the same numbers. A lock
keeps a second program out.
"""

import contextlib
import hashlib
import json
from collections.abc import Iterator
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import Any

import safetensors.torch
import torch
from torch import nn

from tplab_gui.core import atomic, run_folder
from tplab_gui.core.errors import LabError
from tplab_gui.core.events.training import BatchEnd, EpochEnd, LrChanged, RunEnd, RunStarted
from tplab_gui.core.run_lock import LOCK, RunLock
from tplab_gui.training import checkpoint, runs

_KEPT = frozenset({"batches", "epoch_end", "lr_changed"})  # of the epochs that are not learnt again


class RunWriter:
    """One run directory being written. `create` starts one, `reopen` continues one.

    Attributes
    ----------
    folder : Path
    epochs : list of EpochEnd
        The whole epochs so far.
    lr : float
        The learning rate that was asked for last; the loop sets it at the start.

    """

    def __init__(self, folder: Path, setup: str) -> None:
        self.folder, self.setup = folder, setup
        self.epochs: list[EpochEnd] = []
        self.lr = float("nan")
        self._lines: list[dict[str, Any]] = []
        self._config = ""  # the text of config.json
        self._lock: RunLock | None = None

    @classmethod
    def create(cls, root: Path, config: dict[str, Any]) -> "RunWriter":
        """Make a new folder under `root` and write `config.json`; raises `LabError` when it cannot."""
        now = datetime.now().astimezone()
        stem = f"{config['experiment']}-{config['setup']}-{config['seed']}-{now:%Y%m%d-%H%M%S}"
        writer = cls(_new_folder(root, stem), config["setup"])
        complete = {"format": runs.FORMAT, "created": now.isoformat(), **config}
        writer._config = json.dumps(complete, indent=2) + "\n"
        writer._lock = RunLock(writer.folder)
        try:
            atomic.write_text(writer.folder / runs.CONFIG, writer._config)
        except LabError:  # a run without it would be no run
            writer._lock.release()
            with contextlib.suppress(OSError):
                (writer.folder / LOCK).unlink()
                writer.folder.rmdir()
            raise
        return writer

    @classmethod
    def reopen(cls, folder: Path, setup: str, info: dict[str, Any]) -> "RunWriter":
        """Go back to where the checkpoint with this `info` was written; what came after it is forgotten.

        Raises
        ------
        LabError
            If another program writes the run, or did since `info` was read, or its parameters were edited.

        """
        writer = cls(folder, setup)
        writer._lock = RunLock(folder)
        try:
            writer._take_up(info)
        except BaseException:
            writer._lock.release()
            raise
        return writer

    def _take_up(self, info: dict[str, Any]) -> None:
        folder = self.folder
        self._config = (folder / runs.CONFIG).read_text(encoding="utf-8")
        if info.get("config", _digest(self._config)) != _digest(self._config):
            raise LabError(
                "The parameters in {folder} were edited since the run began, so it cannot go on to the same numbers.",
                hint="Restore its config.json, or start a new run.",
                folder=folder,
            )
        state = folder / runs.STATE
        if state.exists() and checkpoint.info_of(state)["epoch"] != info["epoch"]:
            raise LabError(
                "Another program has just trained the run in {folder} further.",
                hint="Try again.",
                folder=folder,
            )
        for left in (*folder.glob(".*.tmp"), *folder.glob("*/.*.tmp")):  # of a program that was killed
            left.unlink(missing_ok=True)
        self.epochs = [EpochEnd(**row) for row in info["epochs"]]
        known = runs.read_events(folder / runs.EVENTS)
        self._lines = [e for e in known if e["event"] in _KEPT and e["epoch"] <= info["epoch"]]
        self._write(runs.METRICS, runs.as_csv(self.epochs))

    @property
    def best(self) -> EpochEnd | None:
        """Return the epoch with the lowest test loss so far."""
        return min(self.epochs, key=lambda each: each.test_loss, default=None)

    def start(
        self, event: RunStarted, network: nn.Module, optimiser: torch.optim.Optimizer, lr: float
    ) -> None:
        """Record that the run begins or goes on; a new one saves its initial weights, so it can always resume."""
        self._log({"event": "run_started", **asdict(event)})
        if not self.epochs:
            self._weights(runs.LAST, network, epoch=0)
            self._checkpoint(network, optimiser, step=0, lr=lr)

    def change_lr(self, step: int, epoch: int, lr: float) -> LrChanged:
        """Note that the learning rate is another from step `step` on, to be written with the epoch; return that."""
        event = LrChanged(step, epoch, before=self.lr, after=lr)
        self.lr = lr
        self._lines.append({"event": "lr_changed", **asdict(event)})
        return event

    def has_stalled(self, patience: int) -> bool:
        """Return whether the test loss has not been lower for `patience` epochs; 0: there is always hope."""
        best = self.best
        return patience > 0 and best is not None and len(self.epochs) - best.epoch >= patience

    def add_epoch(
        self,
        event: EpochEnd,
        batches: list[BatchEnd],
        network: nn.Module,
        optimiser: torch.optim.Optimizer,
        lr: float,
    ) -> None:
        """Save a whole epoch: weights, row, events, then the checkpoint; raises `LabError` on a full disk.

        The weights go first because they are large: where they find no room, no table speaks of an epoch that is lost.
        """
        if event.is_best:
            self._weights(runs.BEST, network, event.epoch)
        self._weights(runs.LAST, network, event.epoch)
        self._write(runs.METRICS, runs.as_csv([*self.epochs, event]))
        self.epochs.append(event)
        self._lines.append(
            {
                "event": "batches",
                "epoch": event.epoch,
                "first_step": event.step - len(batches) + 1,
                "loss": [each.loss for each in batches],
                "accuracy": [each.accuracy for each in batches],
                "lr": _changes([(each.step, each.lr) for each in batches]),
            }
        )
        self._log({"event": "epoch_end", **asdict(event)})
        self._checkpoint(network, optimiser, step=event.step, lr=lr)

    def end(self, reason: str) -> RunEnd:
        """Record how the run ended, let others write it, and return the event that says so."""
        best = self.best
        event = RunEnd(
            run_dir=str(self.folder),
            setup=self.setup,
            reason=reason,
            epochs=len(self.epochs),
            best_epoch=best.epoch if best else 0,
            best_test_loss=best.test_loss if best else float("nan"),
        )
        record = {**asdict(event), "best_test_loss": best.test_loss if best else None}
        try:
            self._log({"event": "run_end", **record})
        finally:
            if self._lock is not None:
                self._lock.release()
        return event

    def _log(self, line: dict[str, Any]) -> None:
        self._lines.append(line)
        text = "".join(json.dumps(each) + "\n" for each in self._lines)
        self._write(runs.EVENTS, text)

    def _weights(self, name: str, network: nn.Module, epoch: int) -> None:
        state = {key: value.detach().cpu().contiguous() for key, value in network.state_dict().items()}
        self._write(name, safetensors.torch.save(state, metadata={"epoch": str(epoch)}))

    def _write(self, name: str, content: str | bytes) -> None:
        """Replace a file of the run; refuses to make a folder anew that somebody deleted, restores a lost config."""
        if not self.folder.is_dir():
            raise run_folder.gone(self.folder)
        if not (self.folder / runs.CONFIG).exists():
            atomic.write_text(self.folder / runs.CONFIG, self._config)
        data = content.encode() if isinstance(content, str) else content
        atomic.write_bytes(self.folder / name, data)

    def _checkpoint(self, network: nn.Module, optimiser: torch.optim.Optimizer, step: int, lr: float) -> None:
        info = {
            "epoch": len(self.epochs),
            "step": step,
            "lr": lr,
            "epochs": [asdict(each) for each in self.epochs],
            "config": _digest(self._config),
        }
        if not self.folder.is_dir():
            raise run_folder.gone(self.folder)
        checkpoint.save(self.folder / runs.STATE, network, optimiser, info)


@contextlib.contextmanager
def ending(writer: RunWriter, epochs: int) -> Iterator[None]:
    """Write the end of the run also when the block is left early: by a stop, by Ctrl+C, by an error."""
    try:
        yield
    except (GeneratorExit, KeyboardInterrupt):
        writer.end("finished" if len(writer.epochs) >= epochs else "stopped")
        raise
    except BaseException:
        with contextlib.suppress(LabError):  # the first error is the one to tell
            writer.end("failed")
        raise


def _new_folder(root: Path, stem: str) -> Path:
    """Make and return `root/stem`, or `root/stem-2` and so on when a run of the same second has it."""
    for number in range(1, 1000):
        folder = root / (stem if number == 1 else f"{stem}-{number}")
        try:
            folder.mkdir(parents=True)
        except FileExistsError:
            if not root.is_dir():
                raise LabError(
                    "{folder} is a file, so no run can be kept in it.", hint="Choose a folder.", folder=root
                ) from None
            continue
        except OSError as error:
            raise atomic.explain(error, folder / runs.CONFIG) from error
        return folder
    raise LabError("{folder} holds too many runs of this second.", hint="Try again.", folder=root)


def _digest(config: str) -> str:
    """Return a hash of what the numbers of a run depend on; more epochs change none of those learnt before."""
    known = json.loads(config)
    params = {key: value for key, value in known["params"].items() if key != "epochs"}
    text = json.dumps([known["setup"], known["seed"], known.get("threads"), params], sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()


def _changes(pairs: list[tuple[int, float]]) -> list[tuple[int, float]]:
    """Return the (step, value) pairs at which the value differs from the one before."""
    kept: list[tuple[int, float]] = []
    for step, value in pairs:
        if not kept or kept[-1][1] != value:
            kept.append((step, value))
    return kept
