"""start.py's decisions, without installing anything: what is asked for, what is missing, what a failure means."""

import ast
import errno
import hashlib
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

import start
from tplab_gui.core.extras import EXTRAS

ROOT = Path(__file__).resolve().parents[1]
NOTHING: list = []


@pytest.fixture
def clone(tmp_path, monkeypatch):
    """Point start.py to an empty clone: lock files and pyproject, no .venv."""
    folder = tmp_path / "clone"
    folder.mkdir()
    for name in (*start.LOCKS.values(), "pyproject.toml"):
        (folder / name).write_text(f"pins of {name}\n")
    monkeypatch.setattr(start, "ROOT", folder)
    monkeypatch.setattr(start, "VENV", folder / ".venv")
    return folder


@pytest.fixture
def finished_clone(clone):
    """Give the clone a .venv as a finished set-up leaves it, without packages."""
    bin_folder = start.venv_python().parent
    bin_folder.mkdir(parents=True)
    start.venv_python().symlink_to(start.BASE_PYTHON)
    start.unfinished_mark().touch()
    start.write_stamp("run")
    return clone


# What is asked for


@pytest.mark.parametrize(
    "args", [[], ["gui"], ["--tab", "data"], ["--simulate"], ["gui", "--lang", "fr"], ["--lang=fr"]]
)
def test_that_these_requests_open_a_window(args):
    assert start.wants_window(args)


@pytest.mark.parametrize(
    "args",
    [
        ["doctor"],
        ["train", "--out", "x"],
        ["--version"],
        ["--help"],
        ["--smoke", "a.json"],
        ["--simulate", "--smoke=a"],
    ],
)
def test_that_these_requests_need_no_display(args):
    assert not start.wants_window(args)


@pytest.mark.parametrize(
    ("environ", "platform", "expected"),
    [
        ({}, "linux", False),
        ({"DISPLAY": ""}, "linux", False),
        ({"DISPLAY": ":0"}, "linux", True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "linux", True),
        ({"QT_QPA_PLATFORM": "offscreen"}, "linux", True),
        ({}, "win32", True),
        ({}, "darwin", True),
    ],
)
def test_that_a_display_is_found_where_there_is_one(environ, platform, expected):
    assert start.has_display(environ, platform) is expected


def test_that_without_a_display_the_window_is_refused_with_an_offer(finished_clone, monkeypatch):
    monkeypatch.setattr(start, "has_display", lambda _environ: False)
    monkeypatch.setattr(start, "missing_needs", lambda _group: NOTHING)
    with pytest.raises(start.Stop, match="--simulate --smoke") as refused:
        start.main([])
    assert refused.value.status == 2


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux can be without a display")
def test_that_smoke_without_a_display_gets_a_platform_that_needs_none():
    assert start.child_environment({}, ["--smoke", "a.json"])["QT_QPA_PLATFORM"] == "offscreen"
    assert "QT_QPA_PLATFORM" not in start.child_environment({"DISPLAY": ":0"}, ["--smoke=a.json"])
    assert "QT_QPA_PLATFORM" not in start.child_environment({}, ["doctor"])


def test_that_a_setting_which_slows_or_misleads_the_child_is_taken_out():
    environ = {
        "PYTHONDONTWRITEBYTECODE": "1",
        "PYTHONPATH": "x",
        "PIP_USER": "1",
        "PATH": "p",
        "UV_NO_VERIFY_HASHES": "1",
    }
    assert start.child_environment(environ) == {"PATH": "p"}


# Which Python


@pytest.mark.parametrize("version", [(3, 11, 0), (3, 12, 9), (3, 13, 1)])
def test_that_these_pythons_will_do(version):
    assert start.python_problem(version) == ""


@pytest.mark.parametrize(
    ("version", "word"), [((2, 7, 18), "old"), ((3, 10, 13), "old"), ((3, 14, 0), "newer")]
)
def test_that_other_pythons_are_refused_in_one_sentence(version, word):
    sentence = start.python_problem(version)
    assert word in sentence
    assert "3.11 to 3.13" in sentence


def test_that_the_file_parses_on_python_3_6_and_checks_the_version_before_it_uses_anything_newer():
    tree = ast.parse((ROOT / "start.py").read_text(encoding="utf-8"), feature_version=(3, 6))
    kinds = [type(node).__name__ for node in tree.body]
    first_check = kinds.index("If")
    assert [node.names[0].name for node in tree.body[:first_check] if isinstance(node, ast.Import)] == ["sys"]
    assert "ClassDef" not in kinds[:first_check]


def test_that_it_uses_the_standard_library_only():
    tree = ast.parse((ROOT / "start.py").read_text(encoding="utf-8"))
    names = [alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names]
    names += [node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
    assert {name.split(".")[0] for name in names} <= sys.stdlib_module_names


# System libraries


def test_that_windows_and_macos_need_nothing_from_the_system():
    assert start.missing_needs("test", platform="win32", found=lambda _need: False) == []
    assert start.missing_needs("test", platform="darwin", found=lambda _need: False) == []


def test_that_the_tests_need_more_than_a_start():
    everything = start.missing_needs("test", platform="linux", found=lambda _need: False)
    for_a_start = start.missing_needs("run", platform="linux", found=lambda _need: False)
    assert set(for_a_start) < set(everything)
    assert {"libgl1", "libportaudio2", "libxcb-cursor0"} <= {need.package for need in for_a_start}
    assert {"xvfb", "pulseaudio"} <= {need.package for need in set(everything) - set(for_a_start)}


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="names of Linux")
def test_that_the_probe_tells_present_from_absent():
    assert start.is_present(start.Need("libc.so.6", "libc6"))
    assert not start.is_present(start.Need("libnosuchthing.so.1", "nothing"))
    assert start.is_present(start.Need("sh", "dash", is_program=True))
    assert not start.is_present(start.Need("no-such-program", "nothing", is_program=True))


@pytest.fixture
def without_libraries(monkeypatch):
    """Make a system that lacks one library of Qt and PortAudio, and cannot install anything."""
    lacking = [start.QT_LIBRARIES[0], *start.MICROPHONE]
    monkeypatch.setattr(start, "missing_needs", lambda _group: list(lacking))
    monkeypatch.setattr(start, "apt_install", lambda _packages: False)
    return lacking


def test_that_a_missing_library_of_qt_stops_the_window_with_the_exact_line(without_libraries, monkeypatch):
    monkeypatch.setattr(shutil, "which", lambda name: f"/usr/bin/{name}")
    with pytest.raises(
        start.Stop, match=r"apt-get install --no-install-recommends libgl1 libportaudio2"
    ) as refused:
        start.provide_system("run", is_strict=True)
    assert "libGL.so.1" in str(refused.value)


def test_that_a_system_without_apt_hears_the_names_of_the_libraries(without_libraries, monkeypatch):
    monkeypatch.setattr(shutil, "which", lambda _name: None)
    with pytest.raises(start.Stop, match=r"libGL\.so\.1, libportaudio\.so\.2.*package manager"):
        start.provide_system("run", is_strict=True)


def test_that_a_missing_portaudio_costs_the_microphone_only(without_libraries, capsys):
    without_libraries.pop(0)
    start.provide_system("run", is_strict=True)
    assert "goes on without the microphone: libportaudio.so.2" in capsys.readouterr().err


def test_that_a_command_without_a_window_goes_on_without_qt_libraries(without_libraries, capsys):
    start.provide_system("run", is_strict=False)
    assert "without the window" in capsys.readouterr().err


def test_that_nobody_is_asked_for_sudo_where_nobody_can_answer(monkeypatch):
    monkeypatch.setattr(sys, "stdin", None)
    monkeypatch.setattr(shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(subprocess, "run", lambda *_args, **_kwargs: SimpleNamespace(returncode=1))
    assert not start.may_use_sudo(["libgl1"])


# The stamp


def test_that_a_finished_set_up_is_recognised(finished_clone):
    assert start.is_current("run")
    assert not start.is_current("test"), "a set-up for a start has none of the tests' packages"


@pytest.mark.parametrize(
    ("group", "served"),
    [("run", {"run"}), ("extras", {"run", "extras"}), ("test", {"run", "extras", "test"})],
)
def test_that_a_set_up_serves_all_of_which_it_has_the_packages(finished_clone, group, served):
    start.unfinished_mark().touch()
    start.write_stamp(group)
    assert {name for name in start.LOCKS if start.is_current(name)} == served


def test_that_changed_pins_of_the_extras_are_no_matter_for_a_start(finished_clone):
    start.unfinished_mark().touch()
    start.write_stamp("extras")
    (finished_clone / "requirements-extras.lock").write_text("other pins\n")
    assert start.is_current("run")
    assert not start.is_current("extras")


@pytest.mark.parametrize("name", ["requirements.lock", "pyproject.toml"])
def test_that_changed_pins_ask_for_a_new_set_up(finished_clone, name):
    (finished_clone / name).write_text("other pins\n")
    assert not start.is_current("run")


def test_that_windows_line_ends_are_not_a_change(finished_clone):
    (finished_clone / "requirements.lock").write_bytes(b"pins of requirements.lock\r\n")
    assert start.is_current("run")


def test_that_a_set_up_cut_short_is_noticed(finished_clone):
    start.unfinished_mark().touch()
    assert not start.is_current("run")


def test_that_a_moved_clone_is_noticed(finished_clone, monkeypatch):
    moved = finished_clone.with_name("moved")
    finished_clone.rename(moved)
    monkeypatch.setattr(start, "ROOT", moved)
    monkeypatch.setattr(start, "VENV", moved / ".venv")
    assert not start.is_current("run")


def test_that_an_exchanged_or_vanished_python_is_noticed(finished_clone):
    start.venv_python().unlink()
    assert not start.is_current("run")
    start.venv_python().symlink_to(shutil.which("sh"))
    assert not start.is_current("run")


@pytest.mark.parametrize("text", ["", "{", "[]", "null", '{"run": 1}'])
def test_that_a_damaged_stamp_asks_for_a_new_set_up(finished_clone, text):
    (start.VENV / "tplab-stamp.json").write_text(text)
    assert not start.is_current("run")


def test_that_a_finished_set_up_starts_the_program_at_once(finished_clone, monkeypatch):
    """No installer, no apt: only the arguments handed on, in the order given."""
    started = []
    monkeypatch.setattr(start, "launch", lambda command, _env: started.append(command) or 0)
    monkeypatch.setattr(start, "run_quietly", lambda *_args: pytest.fail("a command was run"))
    assert start.main(["doctor", "--json"]) == 0
    assert started == [[start.venv_python(), "-P", "-m", "tplab_gui", "doctor", "--json"]]


@pytest.fixture
def installed(clone, monkeypatch):
    """Let a set-up do everything but install; give the groups that it would have installed."""
    groups = []
    monkeypatch.setattr(start, "has_checking_uv", lambda: True)
    monkeypatch.setattr(start, "install", lambda group, **_how: groups.append(group))
    monkeypatch.setattr(start, "missing_needs", lambda _group: NOTHING)
    return groups


def test_that_the_word_extras_adds_them_once_and_opens_nothing(installed, monkeypatch, capsys):
    monkeypatch.setattr(start, "launch", lambda *_args: pytest.fail("something was started"))
    monkeypatch.setattr(start, "has_display", lambda _environ: False)
    assert [start.main(["extras"]), start.main(["extras"])] == [0, 0]
    assert installed == ["extras"]
    assert capsys.readouterr().err.count("The extras are installed") == 2
    assert start.is_current("run")


def test_that_a_start_after_an_update_keeps_the_extras(installed, clone, monkeypatch):
    monkeypatch.setattr(start, "launch", lambda *_args: 0)
    start.main(["extras"])
    (clone / "requirements.lock").write_text("newer pins\n")
    start.main(["doctor"])
    assert installed == ["extras", "extras"]
    assert start.is_current("extras")


def test_that_a_start_without_them_installs_no_extras(installed, monkeypatch):
    monkeypatch.setattr(start, "launch", lambda *_args: 0)
    start.main(["doctor"])
    assert installed == ["run"]
    assert not start.is_current("extras")


# The set-up


def test_that_half_a_venv_is_thrown_away_and_made_anew(clone):
    start.VENV.mkdir()
    start.unfinished_mark().touch()
    (start.VENV / "half-a-package").touch()
    start.make_venv(with_pip=False)
    assert not (start.VENV / "half-a-package").exists()
    assert start.venv_python().exists()
    assert start.unfinished_mark().exists(), "it counts as half made until the stamp is written"


def test_that_a_venv_of_the_same_python_made_by_hand_is_kept(clone):
    subprocess.run([start.BASE_PYTHON, "-m", "venv", "--without-pip", str(start.VENV)], check=True)
    (start.VENV / "installed-by-hand").touch()
    start.make_venv(with_pip=False)
    assert (start.VENV / "installed-by-hand").exists()


def test_that_a_full_disk_is_said_before_anything_is_made(clone, monkeypatch):
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: SimpleNamespace(free=2_500_000_000))
    with pytest.raises(start.Stop, match=r"2\.5 GB are free"):
        start.make_venv(with_pip=False)
    assert not start.VENV.exists()


@pytest.mark.parametrize(("free_bytes", "keeps_cache"), [(10 * 10**9, False), (50 * 10**9, True)])
def test_that_pip_keeps_no_second_copy_where_the_room_is_tight(clone, monkeypatch, free_bytes, keeps_cache):
    """The downloads of pip, its cache and what it unpacks lie on the disk together: 2.8 + 2.8 + 5.4 GB."""
    commands = []
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: SimpleNamespace(free=free_bytes))
    monkeypatch.setattr(start, "run_quietly", lambda command, *_args: (commands.append(command) or 0, []))
    start.VENV.mkdir()
    start.install("run", use_uv=False)
    installing = [command for command in commands if "--require-hashes" in command]
    assert len(installing) == 2
    assert all(("--no-cache-dir" not in command) is keeps_cache for command in installing)


def test_that_pip_collects_its_downloads_beside_the_environment(clone):
    """The system's /tmp may be a small one in memory."""
    (start.VENV / "tmp").mkdir(parents=True)
    code = "import tempfile; print(tempfile.gettempdir())"
    assert start.run_quietly([sys.executable, "-c", code])[1] == [str(start.VENV / "tmp")]


def test_that_a_missing_venv_module_is_one_sentence(clone, monkeypatch):
    monkeypatch.setattr(start.importlib.util, "find_spec", lambda _name: None)
    monkeypatch.setattr(start, "apt_install", lambda _packages: False)
    package = "python{}.{}-venv".format(*sys.version_info[:2])
    with pytest.raises(start.Stop, match=f"no venv module.*{re.escape(package)}"):
        start.make_venv(with_pip=True)


def test_that_a_read_only_folder_is_one_sentence(clone, monkeypatch):
    def refuse(*_args, **_kwargs):
        raise OSError(errno.EROFS, "Read-only file system", str(clone / ".venv.lock"))

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(start.Stop, match=r"Read-only file system.*where you may write"):
        start.set_up("run")


def test_that_two_set_ups_wait_for_each_other(clone):
    """A second process must not get the lock while this one holds it, and must get it afterwards."""
    pytest.importorskip("fcntl", reason="the probe below is for POSIX")
    probe = (
        "import fcntl, sys\nwith open(sys.argv[1], 'a') as f: fcntl.flock(f, fcntl.LOCK_EX | fcntl.LOCK_NB)"
    )
    command = [sys.executable, "-c", probe, str(clone / ".venv.lock")]
    with start.only_one_setup():
        assert subprocess.run(command, capture_output=True, check=False).returncode != 0
    assert subprocess.run(command, capture_output=True, check=False).returncode == 0


def test_that_interrupting_gives_130_and_one_line(tmp_path):
    """The file as it is, with a `main` that raises what Python raises at Ctrl+C."""
    source = (ROOT / "start.py").read_text(encoding="utf-8")
    before, last_check, after = source.rpartition('\nif __name__ == "__main__":\n')
    stand_in = f"{before}\ndef main(args): raise KeyboardInterrupt\n{last_check}{after}"
    (tmp_path / "start.py").write_text(stand_in, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, str(tmp_path / "start.py")], capture_output=True, text=True, check=False
    )
    assert done.returncode == 130
    assert done.stderr.startswith("tplab: interrupted")
    assert done.stderr.count("\n") == 1


@pytest.mark.skipif(os.name == "nt", reason="process groups are of POSIX")
def test_that_an_interruption_ends_the_installer_and_what_it_started(clone, tmp_path):
    """The grandchild holds the pipe: waiting for it to close would hang, and leaving it would keep .venv busy."""
    pid_file = tmp_path / "grandchild"
    note = f"import os, time; open({str(pid_file)!r}, 'w').write(str(os.getpid())); "
    grandchild = note + "print('up', flush=True); time.sleep(60)"
    child = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {grandchild!r}])"

    def interrupt(line: str) -> str:
        raise KeyboardInterrupt(line)

    with pytest.raises(KeyboardInterrupt, match="up"):
        start.run_quietly([sys.executable, "-c", child], interrupt)
    pid = int(pid_file.read_text())
    while is_running(pid):  # its end was ordered; pytest's time limit stops this where it never comes
        pass


def is_running(pid: int) -> bool:
    state = Path(f"/proc/{pid}/stat")  # a container's first process may leave the dead uncollected
    try:
        os.kill(pid, 0)
        return (
            not state.parent.parent.joinpath("self").exists()
            or state.read_text().rpartition(")")[2].split()[0] != "Z"
        )
    except (ProcessLookupError, FileNotFoundError):
        return False


# What the installer says


@pytest.mark.parametrize(
    ("tail", "words"),
    [
        ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE.", "hash differs"),
        ("error: Hash mismatch for `numpy==2.4.6`", "hash differs"),
        ("OSError: [Errno 28] No space left on device", "disk is full"),
        ("NewConnectionError: [Errno -3] Temporary failure in name resolution", "cannot be reached"),
        ("error: Failed to fetch: `numpy`\n  Caused by: dns error", "cannot be reached"),
        ("pip._vendor.urllib3.exceptions.ReadTimeoutError: Read timed out.", "cannot be reached"),
        ("error: metadata-generation-failed", "the lines above"),
    ],
)
def test_that_a_failed_installation_is_explained(tail, words, monkeypatch):
    assert words in start.installer_problem(tail.splitlines())


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        (
            "  Downloading torch-2.11.0-cp311-cp311-manylinux_2_28_x86_64.whl (530.7 MB)",
            "fetching torch-2.11.0 (530.7 MB)",
        ),
        ("Downloading torch (506.1MiB)", "fetching torch (506.1MiB)"),
        ("Downloading six-1.17-py2.py3-none-any.whl (11 kB)", ""),
        ("Installing collected packages: a, b, c", "installing 3 packages ..."),
        ("Requirement already satisfied: pip", ""),
    ],
)
def test_that_the_progress_shows_what_takes_time(line, shown):
    assert start.progress_line(line) == shown


def test_that_the_folder_of_wheels_must_be_a_folder(clone, monkeypatch, tmp_path):
    monkeypatch.setenv("TPLAB_WHEELS", str(tmp_path / "nowhere"))
    with pytest.raises(start.Stop, match="not a folder") as refused:
        start.install("run", use_uv=True)
    assert refused.value.status == 2


@pytest.mark.skipif(shutil.which("uv") is None, reason="uv is not installed")
def test_that_uv_is_tried_with_a_wrong_hash_before_it_is_trusted(monkeypatch):
    """The probe must be able to say no: with the check of hashes made blind, it does."""
    blind = []

    def install_without_looking(command, *_args):
        blind.append(command)
        return 0, []

    monkeypatch.setattr(start, "run_quietly", install_without_looking)
    assert not start.has_checking_uv()
    assert any("--require-hashes" in command for command in blind)


# The lock files


@pytest.mark.parametrize("name", start.LOCKS.values())
def test_that_every_pin_has_hashes_and_no_host(name):
    text = (ROOT / name).read_text(encoding="utf-8")
    pins = re.split(r"\n(?=\S)", text.strip())
    assert len(pins) > 40
    assert [pin.splitlines()[0] for pin in pins if "==" not in pin or "--hash=sha256:" not in pin] == []
    assert "://" not in text


def test_that_each_lock_file_includes_the_pins_of_those_before_it():
    """So that a set-up for the tests counts as one for a start and for the extras."""
    run, extras, tests = (
        set(re.split(r"\n(?=\S)", (ROOT / name).read_text(encoding="utf-8").strip()))
        for name in start.LOCKS.values()
    )
    assert run < extras < tests


def test_that_the_extras_have_the_packages_that_the_lab_asks_for():
    text = (ROOT / "requirements-extras.lock").read_text(encoding="utf-8").lower()
    assert [name for name in EXTRAS if f"\n{name.lower()}==" not in text] == []
    base = (ROOT / "requirements.lock").read_text(encoding="utf-8").lower()
    assert [name for name in EXTRAS if f"\n{name.lower()}==" in base] == []


def test_that_the_build_tools_are_pinned_with_their_hashes():
    pins = start.build_tools_pins((ROOT / "requirements.lock").read_text(encoding="utf-8"))
    names = re.findall(r"^([\w-]+)==", pins, re.MULTILINE)
    assert sorted(names) == sorted(start.BUILD_TOOLS)
    assert pins.count("--hash=sha256:") >= len(names)


def test_that_the_stamp_hashes_lock_and_project(clone):
    text = (clone / "requirements.lock").read_bytes() + (clone / "pyproject.toml").read_bytes()
    assert start.digest("run") == hashlib.sha256(text).hexdigest()


@pytest.mark.skipif(os.name == "nt", reason="bash")
def test_that_ci_run_is_valid_and_executable():
    script = ROOT / ".ci" / "run"
    assert subprocess.run(["bash", "-n", str(script)], check=False).returncode == 0
    assert os.access(script, os.X_OK)
