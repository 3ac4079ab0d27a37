"""The offline kit, without its packages: a program that starts from it is `tests/test_start.py`'s matter."""

import subprocess
import sys

import pytest

from tplab_gui.core.errors import LabError
from tplab_gui.core.paths import MODELS
from tplab_gui.data.kit import SUMS, KitWritten, kit

ROOT = MODELS.parent


def made(folder, *parts, weights=()):
    return list(kit(folder, parts, weights))[-1]


def test_that_the_program_in_a_kit_starts_and_finds_what_lies_beside_it(tmp_path):
    weights = tmp_path / "net-0123abcd.pth"
    weights.write_bytes(b"weights")
    written = made(tmp_path / "kit", "program", "models", weights=(weights,))
    assert isinstance(written, KitWritten)
    (tmp_path / "kit" / "data" / "mnist").mkdir(parents=True)
    code = (
        "from tplab_gui.core.paths import data_search_path, model_search_path, MODELS\n"
        "print(data_search_path()[-1].is_dir(), (model_search_path()[-1] / 'net-0123abcd.pth').is_file())"
    )
    told = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path / "kit", capture_output=True, text=True, check=True
    )
    assert told.stdout.split() == ["True", "True"]


def test_that_the_sums_are_those_that_sha256sum_checks(tmp_path):
    made(tmp_path / "kit", "models")
    made(tmp_path / "kit", "program")
    done = subprocess.run(
        ["sha256sum", "--quiet", "-c", SUMS], cwd=tmp_path / "kit", check=False, capture_output=True
    )
    assert done.returncode == 0
    (tmp_path / "kit" / "start.py").write_text("changed")
    done = subprocess.run(
        ["sha256sum", "--quiet", "-c", SUMS], cwd=tmp_path / "kit", check=False, capture_output=True
    )
    assert done.returncode != 0


def test_that_nothing_of_the_developer_goes_along(tmp_path):
    made(tmp_path / "kit", "program")
    names = {path.name for path in (tmp_path / "kit").rglob("*")}
    assert not names & {".git", ".venv", "__pycache__", ".mypy_cache"}
    assert {"start.py", "tplab_gui", "requirements.lock", "LICENSE"} <= names


def test_that_a_folder_with_something_else_is_left_alone(tmp_path):
    (tmp_path / "mine.txt").write_text("mine")
    with pytest.raises(LabError, match="something else"):
        made(tmp_path, "program")
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_that_a_kit_is_not_made_in_the_program_itself():
    with pytest.raises(LabError, match="cannot lie in the folder of the program"):
        made(ROOT / "wheels-of-a-kit", "program")
