"""How the command line ends: the statuses and last lines that scripts rely on."""

import json
import subprocess
import sys

import pytest

from tplab_gui import __version__, cli
from tplab_gui.__main__ import main
from tplab_gui.cli.output import Output
from tplab_gui.core.errors import LabError


def last_line(capsys):
    return capsys.readouterr().err.strip().splitlines()[-1]


def run_with(monkeypatch, act, *options):
    arguments = cli.parse(["doctor", *options])
    monkeypatch.setattr(arguments, "run", act)
    return cli.run(arguments)


def test_that_version_is_one_line(capsys):
    with pytest.raises(SystemExit) as end:
        main(["--version"])
    assert end.value.code == 0
    assert capsys.readouterr().out == f"tplab {__version__}\n"


@pytest.mark.parametrize(
    "argv", [["doctor", "--no-such-option"], ["no-such-command"], ["train"], ["--tab", "moon"]]
)
def test_that_a_wrong_option_is_status_2_and_one_last_sentence(argv, capsys):
    with pytest.raises(SystemExit) as end:
        main(argv)
    assert end.value.code == 2
    assert last_line(capsys).startswith("tplab: ")


def test_that_a_lab_error_is_status_2_with_what_happened_and_what_to_do(monkeypatch, capsys):
    def act(_arguments, _out):
        raise LabError("The {what} is loose", hint="Push it in", what="cable")

    assert run_with(monkeypatch, act) == 2
    assert last_line(capsys) == "tplab: The cable is loose. Push it in."


def test_that_a_part_that_failed_is_status_1_and_the_message_comes_last(monkeypatch, capsys):
    def act(_arguments, out):
        out.failure(LabError("One of two failed.", hint="Look at it."))
        out.line({"n": 2}, "two")
        return 1

    assert run_with(monkeypatch, act, "--json") == 1
    captured = capsys.readouterr()
    assert captured.out == '{"n": 2}\n'
    assert captured.err == "tplab: One of two failed. Look at it.\n"


def test_that_control_c_is_status_130(monkeypatch, capsys):
    def act(_arguments, _out):
        raise KeyboardInterrupt

    assert run_with(monkeypatch, act) == 130
    assert last_line(capsys).startswith("tplab: Interrupted.")


def test_that_a_bug_shows_a_traceback_only_when_asked(monkeypatch, capsys):
    def act(_arguments, _out):
        return 1 // 0

    assert run_with(monkeypatch, act) == 1
    quiet = capsys.readouterr().err
    assert "Traceback" not in quiet
    assert "ZeroDivisionError" in quiet.splitlines()[-1]
    assert run_with(monkeypatch, act, "--debug") == 1
    assert "Traceback" in capsys.readouterr().err


def test_that_numbers_json_does_not_know_become_null(capsys):
    Output(is_json=True).line({"loss": float("nan"), "scores": (1.0, float("inf"))}, "")
    assert json.loads(capsys.readouterr().out) == {"loss": None, "scores": [1.0, None]}


def test_that_window_options_may_stand_before_or_after_gui():
    for argv in (
        ["gui", "--simulate", "--tab", "data"],
        ["--simulate", "--tab", "data"],
        ["--simulate", "gui", "--tab", "data"],
    ):
        arguments = cli.parse(argv)
        assert (arguments.command, arguments.simulate, arguments.tab) == ("gui", True, "data")


def test_that_the_command_line_loads_neither_torch_nor_qt():
    code = (
        "import sys; from tplab_gui.__main__ import cli; cli.parse(['doctor']);"
        "assert not {'torch', 'cv2', 'sounddevice', 'PySide6'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
