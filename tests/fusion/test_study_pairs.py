"""The pairs as a table: written, read back the same, learnt from, and refused when they do not fit."""

from dataclasses import replace

import numpy as np
import pytest

from tplab_gui.core.errors import LabError
from tplab_gui.core.experiments import find
from tplab_gui.fusion.study_pairs import read, write
from tplab_gui.training.paired import divide

PARAMS = find("fusion").params("", pairings=1)


def test_that_pairs_written_are_the_pairs_read_and_learnt_from(tmp_path):
    written = write(PARAMS, str(tmp_path))
    assert written.path == str(tmp_path / "pairs.csv")
    back = read(PARAMS, written.path)
    assert (back.counts, back.was_read) == (written.counts, True)
    drawn = divide(PARAMS)
    again = divide(replace(PARAMS, pairs_file=str(tmp_path), split_seed=9))
    assert again.sha256() == drawn.sha256()
    for part, pairs in drawn.parts.items():
        np.testing.assert_array_equal(again.parts[part].clips, pairs.clips)


@pytest.mark.parametrize(
    ("column", "value"), [(1, "{wrong}"), (2, "99999999"), (3, "nobody/0_nobody_0.wav"), (0, "elsewhere")]
)
def test_that_a_table_that_does_not_fit_is_refused(tmp_path, column, value):
    path = tmp_path / "pairs.csv"
    write(PARAMS, str(path))
    lines = path.read_text(encoding="utf-8").splitlines()
    cells = lines[1].split(",")
    cells[column] = value.format(wrong=(int(cells[1]) + 1) % 10)
    path.write_text("\n".join([lines[0], ",".join(cells), *lines[2:]]), encoding="utf-8")
    with pytest.raises(LabError, match="Line 2"):
        read(PARAMS, str(path))


def test_that_a_clip_of_another_digit_is_refused(tmp_path):
    path = tmp_path / "pairs.csv"
    write(PARAMS, str(path))
    lines = path.read_text(encoding="utf-8").splitlines()
    cells, others = lines[1].split(","), [line.split(",") for line in lines[1:]]
    other = next(row[3] for row in others if row[0] == cells[0] and row[1] != cells[1])
    lines[1] = ",".join([*cells[:3], other])
    path.write_text("\n".join(lines), encoding="utf-8")
    with pytest.raises(LabError, match="Line 2"):
        read(PARAMS, str(path))
