"""Closing in mid-epoch, a run that another program holds, runs that cannot be read: seen in the real window."""

import json
from pathlib import Path

import pytest

from tests.kept_runs import make_run
from tplab_gui.core.mailbox import Latest
from tplab_gui.core.params import TrainParams
from tplab_gui.core.paths import runs_dir
from tplab_gui.core.run_lock import RunLock
from tplab_gui.core.settings import Settings
from tplab_gui.training import checkpoint, runs
from tplab_gui.training.loop import fit
from tplab_gui.ui import style
from tplab_gui.ui.main_window import MainWindow
from tplab_gui.ui.widgets.tab import TabContext

LONG_MS = 100_000


@pytest.fixture
def open_window(qtbot, qapp):
    """Open the real window with the training tab ready; all that were opened are closed in the end."""
    windows = []

    def opened():
        style.apply(qapp, "light")
        window = MainWindow(TabContext(Settings(), simulate=True))
        windows.append(window)
        with qtbot.waitSignal(window.all_ready, timeout=LONG_MS):
            window.show()
        window.show_tab("training")
        tab = window.tabs["training"]
        for name, value in (("limit", 64), ("batch_size", 16), ("threads", 1)):
            tab.form.more._fields[name].setValue(value)
        return window, tab

    yield opened
    for window in windows:
        window.close()
        for tab in window.tabs.values():
            assert tab.shut_down(20_000)
        assert window._runner.stop(20_000)
        window.deleteLater()


def test_that_closing_within_an_epoch_keeps_the_whole_ones_and_the_next_window_continues_them(
    qtbot, open_window
):
    window, tab = open_window()
    assert tab.form.epochs.minimum() == 1  # zero epochs cannot be asked for
    tab.form.epochs.setValue(50)
    tab.start_or_pause()
    qtbot.waitUntil(lambda: bool(tab.list.rows and len(tab.list.rows[0].curve) >= 1), timeout=LONG_MS)
    shown = len(tab.plot.runs[0].loss)
    qtbot.waitUntil(lambda: len(tab.plot.runs[0].loss) > shown, timeout=LONG_MS)  # within the next one
    folder = Path(tab.list.folders[0])
    window.close()
    assert not tab.runner.is_running
    found = runs.read_run(folder)
    assert found.state == "stopped"
    _, info = checkpoint.load(folder / runs.STATE)
    assert len(found.epochs) == info["epoch"] >= 1
    _, later = open_window()
    qtbot.waitUntil(lambda: later.list.states == ["stopped"], timeout=LONG_MS)
    later.form.epochs.setValue(info["epoch"] + 1)
    later.list.choose(later.list.rows[0])
    later.list.go_on.click()
    qtbot.waitUntil(lambda: later.list.states == ["finished"], timeout=LONG_MS)
    assert len(runs.read_run(folder).epochs) == info["epoch"] + 1


def test_that_a_run_that_another_program_trains_is_refused_and_the_ones_that_cannot_be_read_are_shown(
    qtbot, open_window
):
    params = TrainParams(str(runs_dir()), epochs=3, limit=32, batch_size=16, threads=1, device="cpu")
    events = fit(Latest(params))
    for event in events:
        if type(event).__name__ == "EpochEnd":
            break
    events.close()
    newer, damaged = (make_run(runs_dir(), seed) for seed in (7, 8))
    config = json.loads((newer / runs.CONFIG).read_text())
    (newer / runs.CONFIG).write_text(json.dumps({**config, "format": runs.FORMAT + 1}))
    (damaged / runs.CONFIG).unlink()
    _, tab = open_window()
    qtbot.waitUntil(lambda: len(tab.list.rows) == 3, timeout=LONG_MS)
    assert tab.list.states == ["stopped", "newer", "damaged"]
    said = [tab.list.tree.topLevelItem(place).toolTip(0) for place in (1, 2)]
    assert "later TP Lab" in said[0]
    assert "config.json is missing" in said[1]
    for place in (1, 2):
        tab.list.choose(tab.list.rows[place])
        assert not tab.list.go_on.isEnabled()
    held = RunLock(Path(tab.list.folders[0]))  # as another program would
    tab.list.choose(tab.list.rows[0])
    with qtbot.waitSignal(
        tab.notice, timeout=LONG_MS, check_params_cb=lambda error, _kind: error is not None
    ) as notice:
        tab.list.go_on.click()
    assert "Another TP Lab" in str(notice.args[0])
    qtbot.waitUntil(lambda: not tab.runner.is_running, timeout=LONG_MS)
    assert tab.list.states[0] == "stopped"
    held.release()
    tab.list.go_on.click()
    qtbot.waitUntil(lambda: tab.list.states[0] == "finished", timeout=LONG_MS)
    assert len(runs.read_run(Path(tab.list.folders[0])).epochs) >= 3
