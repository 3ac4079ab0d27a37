"""What every test gets without asking: a home of its own, no network, and a look at what it leaves behind.

Fixtures to ask for: `shared_data` (the development data, where it is) and `virtual_microphone`.
"""

import os
import socket
import sys
import tempfile
import weakref
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

# Before any import of Qt, and for what is read while test modules are imported.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
_SHARED_DATA = os.environ.pop("TPLAB_DATA", "")
_SESSION_HOME = tempfile.TemporaryDirectory(prefix="tplab-tests-")
os.environ.update(TPLAB_HOME=_SESSION_HOME.name, TPLAB_NO_DOWNLOAD="1")
os.environ.pop("TPLAB_MODELS", None)

from tests.virtual_microphone import pulse_server, virtual_microphone  # noqa: E402, F401 - fixtures

# No deadline: two cores are shared with whatever else runs, and a slow example is not a wrong one.
settings.register_profile("tplab", deadline=None, max_examples=60, database=None)
settings.load_profile("tplab")


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """Give the folder of development data named by TPLAB_DATA; never guessed, and no test needs it to pass."""
    if not _SHARED_DATA:
        pytest.skip("TPLAB_DATA is not set: this test reads the development data")
    folder = Path(_SHARED_DATA)
    if not folder.is_dir():
        pytest.fail(f"TPLAB_DATA is not a folder: {folder}")
    return folder


@pytest.fixture(autouse=True)
def own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Move everything of the user's into the test's folder: no test sees or changes real settings, runs or data."""
    home = tmp_path / "home"
    monkeypatch.setenv("TPLAB_HOME", str(home))
    monkeypatch.setenv("TPLAB_NO_DOWNLOAD", "1")
    for name in ("TPLAB_DATA", "TPLAB_MODELS", "TPLAB_WHEELS"):
        monkeypatch.delenv(name, raising=False)
    return home


class NetworkUsedError(AssertionError):
    """A test reached for the network. An AssertionError, so that `except OSError` in the code cannot hide it."""


def _is_local(host: object) -> bool:
    if isinstance(host, bytes):
        host = host.decode(errors="replace")
    return host in {None, "", "localhost", "::1"} or str(host).startswith("127.")


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let sockets reach this machine only."""
    real = {name: getattr(socket.socket, name) for name in ("connect", "connect_ex")}
    real_lookup = socket.getaddrinfo

    def guarded(name):
        def connect(self, address):
            if self.family in {socket.AF_INET, socket.AF_INET6} and not _is_local(address[0]):
                raise NetworkUsedError(f"a test tried to reach {address[0]}")
            return real[name](self, address)

        return connect

    def lookup(host, *args, **kwargs):
        if not _is_local(host):
            raise NetworkUsedError(f"a test tried to look up {host}")
        return real_lookup(host, *args, **kwargs)

    for name in real:
        monkeypatch.setattr(socket.socket, name, guarded(name))
    monkeypatch.setattr(socket, "getaddrinfo", lookup)


_started_threads: "weakref.WeakSet" = weakref.WeakSet()


def _watch_threads(core) -> None:
    """Note every QThread that Python code starts: Qt aborts the process when a running one is destroyed."""
    start = core.QThread.start

    def noted_start(self, *args):
        _started_threads.add(self)
        start(self, *args)

    noted_start.is_noted = True
    core.QThread.start = noted_start


@pytest.fixture(autouse=True)
def nothing_left_running() -> Iterator[None]:
    """Fail a test that leaves a QThread running or a window open: the next test would pay for it."""
    core = sys.modules.get("PySide6.QtCore")
    if core is None:
        yield
        return
    if not hasattr(core.QThread.start, "is_noted"):
        _watch_threads(core)
    widgets = sys.modules.get("PySide6.QtWidgets")
    app = widgets.QApplication.instance() if widgets else None
    open_before = {id(window) for window in app.topLevelWidgets() if window.isVisible()} if app else set()
    yield
    import shiboken6

    running = [thread for thread in _started_threads if shiboken6.isValid(thread) and thread.isRunning()]
    names = [thread.objectName() or "QThread" for thread in running if not thread.wait(2000)]
    _started_threads.clear()
    assert not names, f"the test left threads running: {names}"
    app = widgets.QApplication.instance() if widgets else None
    if app:
        app.sendPostedEvents(None, core.QEvent.Type.DeferredDelete)
        left = [
            window for window in app.topLevelWidgets() if window.isVisible() and id(window) not in open_before
        ]
        names = [type(window).__name__ for window in left]
        for window in left:
            window.close()
        assert not names, f"the test left windows open: {names}"


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip what needs an X server where Qt does not use one."""
    if item.get_closest_marker("x11") and os.environ.get("QT_QPA_PLATFORM") != "xcb":
        pytest.skip("needs an X server: `python3 start.py test` runs this under Xvfb")


def pytest_unconfigure() -> None:
    """Remove the session's home."""
    _SESSION_HOME.cleanup()
