"""Rules of the house that no linter knows: short files, plain names, nothing big, no host, no machine's paths."""

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
LONGEST_FILE_LINES = 300
LARGEST_FILE_BYTES = 2 * 1024**2
TREE_BYTES = 60 * 1024**2
BANNED_STEMS = {"utils", "util", "helpers", "helper", "misc", "common_utils"}
# Written so that this file does not name them itself.
HOSTS = re.compile(
    rb"py[p]i\.org|python[h]osted|registry\.np[m]js|deb\.deb[i]an\.org|anac[o]nda\.org|fury\.[i]o"
)
MACHINE_PATHS = re.compile(rb"(?<![\w.~])/(?:[w]ork|[f]arm|[r]oot|[h]ome/[a-z]+|[U]sers/[a-z]+)/[a-z.]")


def tracked_files() -> list[Path]:
    """List the files under version control that are there; skip outside a clone."""
    git = subprocess.run(["git", "-C", str(ROOT), "ls-files", "-z"], capture_output=True, check=False)
    if git.returncode != 0:
        pytest.skip("not a git clone: the rules are about tracked files")
    return [path for name in git.stdout.decode().split("\0") if name and (path := ROOT / name).is_file()]


def relative(paths: list[Path]) -> list[str]:
    return [path.relative_to(ROOT).as_posix() for path in paths]


def python_files() -> list[Path]:
    return sorted((ROOT / "tplab_gui").rglob("*.py"))


def test_that_no_module_of_the_program_is_longer_than_300_lines():
    """A file that nears 300 lines holds two ideas."""
    lengths = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in python_files()}
    assert relative([path for path, lines in lengths.items() if lines > LONGEST_FILE_LINES]) == []
    assert len(lengths) > 10, "the program was not found"


def test_that_no_module_and_no_class_has_a_name_that_says_nothing():
    assert relative([path for path in python_files() if path.stem in BANNED_STEMS]) == []
    manager = re.compile(r"^\s*class \w*(Manager|Helper|Utils?)\b", re.MULTILINE)
    assert (
        relative([path for path in python_files() if manager.search(path.read_text(encoding="utf-8"))]) == []
    )


def test_that_every_module_says_what_lives_in_it():
    silent = [
        path
        for path in python_files()
        if not path.read_text(encoding="utf-8").lstrip().startswith(('"""', 'r"""'))
    ]
    assert relative([path for path in silent if path.stat().st_size > 0]) == []


def test_that_no_file_outside_models_is_larger_than_2_mb():
    large = [path for path in tracked_files() if path.stat().st_size > LARGEST_FILE_BYTES]
    assert [name for name in relative(large) if not name.startswith("models/")] == []


def test_that_a_clone_stays_small():
    assert sum(path.stat().st_size for path in tracked_files()) < TREE_BYTES


@pytest.mark.parametrize("pattern", [HOSTS, MACHINE_PATHS], ids=["registry-hosts", "machine-paths"])
def test_that_no_tracked_file_names_a_registry_or_a_place_on_one_machine(pattern):
    """A pinned list that names a host has no mirrors; a path of one machine means nothing on another."""
    assert relative([path for path in tracked_files() if pattern.search(path.read_bytes())]) == []


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        (HOSTS, b"https://files.python" + b"hosted.org/x"),
        (HOSTS, b"py" + b"pi.org"),
        (MACHINE_PATHS, b"open('/ro" + b"ot/data/x')"),
        (MACHINE_PATHS, b"cd /wo" + b"rk/main"),
    ],
)
def test_that_the_patterns_find_what_they_are_for(pattern, text):
    assert pattern.search(text)
