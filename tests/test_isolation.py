"""What tests/conftest.py promises to every test, seen to hold: no network, an own home, nothing left running."""

import os
import socket
import subprocess
import sys
import textwrap
import urllib.request
from pathlib import Path

import pytest

from tplab_gui.core import paths

ROOT = Path(__file__).resolve().parents[1]
ELSEWHERE = "192.0.2.1"  # reserved for documentation (RFC 5737): never a real machine


def test_that_no_test_reaches_another_machine():
    with socket.socket() as client, pytest.raises(AssertionError, match=ELSEWHERE):
        client.connect((ELSEWHERE, 80))
    with pytest.raises(AssertionError, match=r"example\.org"):
        urllib.request.urlopen("http://example.org")


def test_that_a_server_on_this_machine_is_reached():
    with socket.create_server(("127.0.0.1", 0)) as server, socket.create_connection(server.getsockname()):
        connection, address = server.accept()
        connection.close()
    assert address[0] == "127.0.0.1"


def test_that_the_users_own_folders_are_out_of_reach(tmp_path):
    for folder in (paths.user_data_dir(), paths.logs_dir(), paths.settings_file()):
        assert folder.is_relative_to(tmp_path)
    assert "TPLAB_DATA" not in os.environ


def outcome_of(tmp_path: Path, body: str) -> str:
    """Run one test under the same conftest in a process of its own; give its output."""
    test_file = tmp_path / "test_left.py"
    test_file.write_text(textwrap.dedent(body))
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-c",
        str(ROOT / "pyproject.toml"),
        "--rootdir",
        str(ROOT),
        "-q",
    ]
    command += ["-p", "tests.conftest", "-p", "no:cacheprovider", "-p", "no:randomly", str(test_file)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=100, check=False).stdout


def test_that_a_test_which_leaves_a_thread_running_fails_and_names_it(tmp_path):
    body = """
    from PySide6.QtCore import QThread
    kept = QThread()
    def test_that_leaves(qapp):
        kept.setObjectName("forgotten")
        kept.start()
    def test_that_tidies(qapp):
        kept.quit()
        assert kept.wait(5000)
    """
    output = outcome_of(tmp_path, body)
    assert "threads running: ['forgotten']" in output
    assert "2 passed, 1 error" in output


def test_that_a_test_which_leaves_a_window_open_fails_and_names_it(tmp_path):
    body = """
    from PySide6.QtWidgets import QWidget
    class Forgotten(QWidget): pass
    kept = []
    def test_that_leaves(qapp):
        kept.append(Forgotten())
        kept[0].show()
    def test_that_tidies(qtbot):
        window = QWidget()
        qtbot.addWidget(window)
        window.show()
    """
    output = outcome_of(tmp_path, body)
    assert "windows open: ['Forgotten']" in output
    assert "2 passed, 1 error" in output
