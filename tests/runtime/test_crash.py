import sys
import threading

import pytest

from tplab_gui.runtime.crash import CrashHook


@pytest.fixture
def shown():
    return []


@pytest.fixture
def hook(qtbot, shown):
    made = CrashHook(shown.append)
    made.install()
    yield made
    made.uninstall()


def crash(message):
    try:
        raise ValueError(message)
    except ValueError as error:
        sys.excepthook(type(error), error, error.__traceback__)


def test_that_an_exception_is_shown_with_its_traceback(qtbot, hook, shown):
    crash("the first")
    qtbot.waitUntil(lambda: len(shown) == 1)
    assert "ValueError: the first" in shown[0]
    assert "test_crash.py" in shown[0]


def test_that_only_one_dialog_is_open_at_a_time(qtbot, hook, shown):
    for number in range(20):
        crash(str(number))
    qtbot.waitUntil(lambda: hook.held_back == 19)
    assert len(shown) == 1
    hook.dialog_closed()
    crash("after the first was closed")
    qtbot.waitUntil(lambda: len(shown) == 2)


def test_that_an_exception_of_another_thread_reaches_the_window(qtbot, hook, shown):
    def work():
        raise KeyError("lost")

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: len(shown) == 1)
    assert "KeyError: 'lost'" in shown[0]


def test_that_control_c_is_not_a_crash(qtbot, hook, shown, capsys):
    hook.report(KeyboardInterrupt, KeyboardInterrupt(), None)
    qtbot.wait(20)
    assert shown == []
    assert "KeyboardInterrupt" in capsys.readouterr().err


def test_that_both_hooks_are_given_back(qtbot):
    made = CrashHook(lambda _text: None)
    made.install()
    made.uninstall()
    assert sys.excepthook is sys.__excepthook__
    assert threading.excepthook is threading.__excepthook__
