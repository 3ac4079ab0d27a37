"""What the window is told about the runs on disk."""

import json

import numpy as np
import pytest

from tests.kept_runs import make_run
from tplab_gui.core import run_folder
from tplab_gui.core.events.common import Notice
from tplab_gui.training.runs import EVENTS, read_events, read_run
from tplab_gui.training.shelf import shelf, steps


def test_that_every_run_is_told_with_its_parameters_and_name(tmp_path):
    folders = [make_run(tmp_path, seed) for seed in (1, 2, 3)]
    run_folder.rename(folders[1], "mine")
    told = list(shelf(tmp_path))
    assert [each.run_dir for each in told] == [str(folder) for folder in folders]
    assert [each.name for each in told] == ["", "mine", ""]
    assert [each.seed for each in told] == [1, 2, 3]
    assert told[0].batches_per_epoch == 3
    assert [each.test_loss for each in told[0].curve] == [1.0, 0.5, 0.25]


def test_that_a_run_in_the_trash_is_not_told(tmp_path):
    folder = make_run(tmp_path)
    run_folder.discard(folder)
    assert list(shelf(tmp_path)) == []


def test_that_a_damaged_run_is_told_last_with_its_problem_and_a_notice(tmp_path):
    make_run(tmp_path, 2)
    bad = [make_run(tmp_path, seed) for seed in (1, 3)]
    for folder in bad:
        (folder / "config.json").write_text("{")
    run_folder.rename(bad[1], "mine")
    first, *others, notice = shelf(tmp_path)
    assert (first.seed, first.problem) == (2, None)
    assert [(each.run_dir, each.state) for each in others] == [(str(folder), "damaged") for folder in bad]
    assert [each.name for each in others] == [bad[0].name, "mine"]
    assert all("is damaged" in str(each.problem) for each in others)
    assert isinstance(notice, Notice)
    assert "2 runs" in str(notice.error)


def test_that_a_run_with_a_bad_table_still_tells_its_parameters(tmp_path):
    folder = make_run(tmp_path, 7)
    (folder / "metrics.csv").write_text("garbled")
    (told, _) = shelf(tmp_path)
    assert (told.seed, told.setup, told.state, told.curve) == (7, "base", "damaged", ())


def test_that_a_folder_that_only_looks_like_one_is_no_run(tmp_path):
    for name in ("notes", ".hidden", "mnist-loss-base-1-20260101-000000"):
        (tmp_path / name).mkdir()
    (tmp_path / "notes" / "text.txt").write_text("x")
    (tmp_path / ".hidden" / "config.json").write_text("{")
    (tmp_path / "file").write_text("x")
    assert list(shelf(tmp_path)) == []


def test_that_no_folder_is_no_run(tmp_path):
    assert list(shelf(tmp_path / "nowhere")) == []


def test_that_the_steps_are_where_they_were_learnt(tmp_path):
    (read,) = steps((make_run(tmp_path, losses=(1.0, 0.5)),))
    np.testing.assert_allclose(read.position, [1 / 3, 2 / 3, 1, 4 / 3, 5 / 3, 2])
    np.testing.assert_allclose(read.loss, [1, 1, 1, 0.5, 0.5, 0.5])


def test_that_the_steps_of_a_run_that_really_learned_are_its_batches(tiny, train):
    from tplab_gui.core.events.training import BatchEnd, RunEnd

    events = train(tiny)
    batches = [event for event in events if isinstance(event, BatchEnd)]
    folder = next(event.run_dir for event in events if isinstance(event, RunEnd))
    (read,) = steps((folder,))
    assert read.loss.tolist() == [each.loss for each in batches]
    np.testing.assert_allclose(read.position, [each.step / 3 for each in batches])


def test_that_a_run_without_events_has_no_steps(tmp_path):
    folder = make_run(tmp_path)
    (folder / EVENTS).unlink()
    (read,) = steps((folder,))
    assert len(read.position) == 0


@pytest.mark.parametrize(
    ("tail", "state"),
    [
        ("", "stopped"),
        ('{"event": "batch', "stopped"),  # cut by a power failure
        ('{"event": "run_started"}\n', "interrupted"),
        ("[1, 2]\n", "stopped"),
    ],
)
def test_that_the_state_is_that_of_the_last_whole_line_of_a_long_log(tmp_path, tail, state):
    folder = make_run(tmp_path, losses=(1.0,) * 200, steps=40, end="stopped")
    with (folder / EVENTS).open("a") as stream:
        stream.write(tail)
    assert (folder / EVENTS).stat().st_size > 20_000
    assert read_run(folder).state == state
    last = read_events(folder / EVENTS)[-1]  # the whole log agrees
    assert (last.get("reason", "interrupted") if last["event"] == "run_end" else "interrupted") == state
    assert json.loads((folder / "config.json").read_text())["format"] == 1
