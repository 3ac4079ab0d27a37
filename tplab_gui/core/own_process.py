"""A job in a process of its own: for work that would disturb this one, or that only a kill can stop.

The events of the job come through a pipe, so to its reader nothing differs from a job in a thread: a Runner drives it,
a test iterates it. A stop ends the process within about a second, whatever it is doing.
"""

import contextlib
import multiprocessing
import multiprocessing.connection
import multiprocessing.process
import pickle
import signal
import sys
import traceback
from collections.abc import Callable, Generator
from typing import Any, TypeVar

from tplab_gui.core.errors import LabError
from tplab_gui.core.events.common import Tick

_POLL_S = 0.1  # so that a stop is felt
_PATIENCE_S = 1.0  # to give its locks back; without that Python complains of a leak when the lab is closed
_Result = TypeVar("_Result")
Job = Callable[..., Generator[object, None, _Result]]


def apart(job: Job[_Result], *arguments: Any) -> Generator[object, None, _Result]:
    """Run `job(*arguments)` in a fresh Python and yield its events; return what it returns.

    Parameters
    ----------
    job : function of a module, whose arguments, events and result can be pickled

    Yields
    ------
    The events of the job, and `Tick` while it is silent.

    Raises
    ------
    LabError
        What the job raised, or that its process ended without a word.
    RuntimeError
        If the job raised anything else; its traceback is in the text.

    """
    # Spawned and not forked: a copy of a process whose other threads compute may hang for ever.
    context = multiprocessing.get_context("spawn")
    here, there = context.Pipe(duplex=False)
    process = context.Process(target=_work, args=(there, job, arguments), name=job.__name__, daemon=True)
    with here:
        process.start()
        there.close()
        try:
            while True:
                while not here.poll(_POLL_S):
                    yield Tick()
                kind, value = _received(here)
                if kind == "event":
                    yield value
                    continue
                process.join(_PATIENCE_S)  # it has nothing more to do than to tidy up
                if kind == "result":
                    return value  # type: ignore[no-any-return]  # a pipe forgets types
                else:
                    raise value
        finally:
            _end(process)


def _end(process: multiprocessing.process.BaseProcess) -> None:
    """Ask the process to end, if it has not, then end it."""
    process.terminate()
    process.join(_PATIENCE_S)
    process.kill()
    process.join()
    process.close()


def _received(pipe: multiprocessing.connection.Connection) -> tuple[str, Any]:
    try:
        kind, value = pipe.recv()
    except (EOFError, OSError) as error:
        raise LabError(
            "The work stopped half way: its process was ended from outside, or the memory was full.",
            hint="Close other programs and try again.",
        ) from error
    return kind, value


def _work(pipe: multiprocessing.connection.Connection, job: Job[Any], arguments: tuple[Any, ...]) -> None:
    """Run the job in the new process; whoever started it decides about Ctrl+C, and may be gone by now."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    with contextlib.suppress(BrokenPipeError, ConnectionResetError), pipe:
        try:
            events = job(*arguments)
            while True:
                pipe.send(("event", next(events)))
        except StopIteration as end:
            pipe.send(("result", end.value))
        except (BrokenPipeError, ConnectionResetError):
            events.close()
        except LabError as error:
            pipe.send(("error", _plain(error)))
        except Exception:  # noqa: BLE001  whatever a job raises is announced, not lost
            pipe.send(("error", RuntimeError(traceback.format_exc())))


def _plain(error: LabError) -> LabError:
    """Return the error with values that can be sent: those that cannot become their text."""
    try:
        pickle.dumps(error)
    except Exception:  # noqa: BLE001  pickle raises whatever an object's own methods raise
        values = {name: str(value) for name, value in error.values.items()}
        return type(error)(error.message, hint=error.hint, **values)
    return error
