"""tools/checks.py: what it reads from pytest's closing line, and that a crash cannot pass for success."""

import shutil
import subprocess
import sys
from collections import Counter

import pytest

from tools import checks


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("====== 10 passed in 3.21s ======", {"passed": 10}),
        (
            "3 failed, 10 passed, 2 skipped, 5 deselected in 65.10s (0:01:05)",
            {"failed": 3, "passed": 10, "skipped": 2, "deselected": 5},
        ),
        ("1 passed, 1 error in 0.5s", {"passed": 1, "failed": 1}),
        ("1 xfailed, 2 errors in 0.5s", {"skipped": 1, "failed": 2}),
        ("no tests ran in 0.01s", {}),
    ],
)
def test_that_a_closing_line_is_counted(line, expected):
    assert checks.CLOSING_LINE.match(line)
    assert checks.count_results(line) == Counter(expected)


def test_that_other_lines_are_no_closing_lines():
    assert not checks.CLOSING_LINE.match("FAILED tests/test_x.py::test_y - 3 passed in 2 rooms")
    assert not checks.CLOSING_LINE.match("tests/test_x.py ....   [ 50%]")


@pytest.mark.parametrize(
    ("counts", "line"),
    [
        ({"passed": 3}, "3 passed, 0 failed"),
        ({"passed": 3, "failed": 1, "skipped": 2}, "3 passed, 1 failed, 2 skipped"),
        ({}, "0 passed, 0 failed"),
    ],
)
def test_that_the_last_line_is_plain(counts, line):
    assert checks.totals_line(counts) == line


def run_on(tmp_path, body, *args) -> tuple[checks.Outcome, Counter]:
    """Run pytest on one small file, outside this project's settings."""
    test_file = tmp_path / "test_small.py"
    test_file.write_text(body)
    counts: Counter = Counter()
    settings = [
        "-c",
        "/dev/null",
        "-p",
        "no:cacheprovider",
        "--rootdir",
        str(tmp_path),
        str(test_file),
        *args,
    ]
    return checks.run_pytest("small", settings, {}, counts), counts


@pytest.mark.skipif(sys.platform == "win32", reason="/dev/null and an empty environment")
def test_that_a_crash_of_the_interpreter_counts_as_a_failure(tmp_path, capsys):
    outcome, counts = run_on(
        tmp_path, "import os\ndef test_a(): os._exit(0)\ndef test_b(): os.abort()\n", "-k", "test_b"
    )
    assert not outcome.is_ok
    assert counts["failed"] == 1


@pytest.mark.skipif(sys.platform == "win32", reason="/dev/null and an empty environment")
def test_that_a_pytest_which_vanishes_with_status_0_is_a_failure_too(tmp_path, capsys):
    """os._exit(0) in a test ends pytest with status 0 and no closing line: nothing was proved."""
    outcome, counts = run_on(tmp_path, "import os\ndef test_a(): os._exit(0)\n")
    assert not outcome.is_ok
    assert counts["failed"] == 1


@pytest.mark.skipif(shutil.which("Xvfb") is None, reason="Xvfb is not installed")
def test_that_the_x_server_answers_and_ends_with_its_block():
    probe = (
        "from PySide6.QtGui import QGuiApplication; print(QGuiApplication([]).primaryScreen().size().width())"
    )
    with checks.x_server() as display:
        env = {"PATH": "/usr/bin:/bin", "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
        inside = subprocess.run(
            [sys.executable, "-c", probe], env=env, capture_output=True, text=True, check=False
        )
    assert inside.stdout.strip() == "1440", inside.stderr
    after = subprocess.run([sys.executable, "-c", probe], env=env, capture_output=True, check=False)
    assert after.returncode != 0
