import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tplab_gui.core.errors import LabError, MissingError
from tplab_gui.core.events.training import EpochEnd, RunStarted
from tplab_gui.training import runs
from tplab_gui.training.run_writer import RunWriter

finite = st.floats(min_value=0, max_value=1e6)


@pytest.fixture
def folder(tiny, train):
    events = train(replace(tiny, epochs=1, limit=32))
    return Path(next(e.run_dir for e in events if isinstance(e, RunStarted)))


@given(st.lists(st.tuples(*[finite] * 8), max_size=4))
def test_that_the_table_gives_the_numbers_back_exactly(rows):
    epochs = [EpochEnd("base", n, 3 * n, *row, is_best=False) for n, row in enumerate(rows, 1)]
    back = runs.from_csv(runs.as_csv(epochs), "base")
    assert [replace(each, is_best=False) for each in back] == epochs


def test_that_a_run_holds_what_is_needed_to_repeat_it(folder, tiny):
    run = runs.read_run(folder)
    assert run.params() == replace(tiny, epochs=1, limit=32)
    assert folder.name.startswith("mnist-loss-base-1-")
    assert {"sha256", "origin", "train_size", "mean"} <= set(run.config["data"])
    assert {"tplab", "torch", "python"} <= set(run.config["versions"])
    assert run.config["threads"] == 1


def test_that_the_events_hold_every_batch(folder):
    batches = [e for e in runs.read_events(folder / runs.EVENTS) if e["event"] == "batches"]
    assert [len(e["loss"]) for e in batches] == [1]
    assert batches[0]["first_step"] == 1


def test_that_two_runs_of_one_second_get_a_folder_each(tmp_path):
    config = {"experiment": "e", "setup": "base", "seed": 1}
    names = {RunWriter.create(tmp_path, config).folder.name for _ in range(3)}
    assert len(names) == 3


@pytest.mark.parametrize(
    "content", ["", "{", '{"format": 1}', "[]", '{"format": 1, "setup": "base", "params": {}}x']
)
def test_that_a_damaged_run_is_reported_and_the_others_are_listed(folder, content):
    other = folder.parent / "zz-damaged"
    other.mkdir()
    (other / runs.CONFIG).write_text(content)
    found, problems = runs.list_runs(folder.parent)
    assert [run.folder for run in found] == [folder]
    assert "damaged" in str(problems[0])


def test_that_an_edited_table_is_reported(folder):
    (folder / runs.METRICS).write_text("epoch,step\n1,two\n")
    with pytest.raises(LabError, match="damaged"):
        runs.read_run(folder)


def test_that_a_run_of_a_later_version_says_so(folder):
    config = json.loads((folder / runs.CONFIG).read_text())
    (folder / runs.CONFIG).write_text(json.dumps({**config, "format": runs.FORMAT + 1}))
    with pytest.raises(LabError, match="later TP Lab"):
        runs.read_run(folder)


def test_that_a_folder_without_a_run_says_so(tmp_path):
    with pytest.raises(MissingError, match="no training run"):
        runs.read_run(tmp_path)


def test_that_a_cut_line_of_events_does_not_lose_the_others(folder):
    text = (folder / runs.EVENTS).read_text()
    (folder / runs.EVENTS).write_text(text[:-20])
    assert runs.read_run(folder).state == "interrupted"
    assert len(runs.read_events(folder / runs.EVENTS)) == len(text.splitlines()) - 1


def test_that_a_file_in_the_place_of_the_run_folder_is_refused(tmp_path):
    (tmp_path / "runs").write_text("not a folder")
    with pytest.raises(LabError):
        RunWriter.create(tmp_path / "runs", {"experiment": "e", "setup": "base", "seed": 1})
