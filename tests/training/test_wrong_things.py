"""What goes wrong on a student's machine, each done for real: what is said, what is kept, what goes on."""

import json
import os
import shutil
import subprocess
import sys
import time
from dataclasses import replace
from functools import partial
from pathlib import Path

import numpy as np
import pytest
import safetensors
import safetensors.torch
import torch
from PIL import Image

from tplab_gui import cli
from tplab_gui.core import run_folder
from tplab_gui.core.errors import LabError
from tplab_gui.core.events.common import Notice
from tplab_gui.core.events.training import BatchEnd, EpochEnd, RunEnd, RunStarted
from tplab_gui.core.mailbox import Latest
from tplab_gui.training import ledger, measure, runs, setups
from tplab_gui.training.loop import continuing, fit
from tplab_gui.training.shelf import shelf


def of(kind, events):
    return [event for event in events if isinstance(event, kind)]


def folder_of(events):
    return Path(of(RunStarted, events)[0].run_dir)


def weights(folder, name=runs.LAST):
    """The tensors of a file of weights, and the epoch that it says it is from."""
    with safetensors.safe_open(folder / name, framework="pt") as stored:
        return safetensors.torch.load_file(folder / name), int(stored.metadata()["epoch"])


def are_equal(one, other):
    return one.keys() == other.keys() and all(torch.equal(one[key], other[key]) for key in one)


def write_classes(folder, names, per_class=5):
    for number, name in enumerate(names):
        (folder / name).mkdir(parents=True)
        for i in range(per_class):
            picture = np.zeros((28, 28), np.uint8)
            picture[number % 24 : number % 24 + 3, i : 10 + i + number // 24] = 255
            Image.fromarray(picture).save(folder / name / f"{i}.png")


@pytest.fixture
def small(tiny):
    return replace(tiny, limit=32, batch_size=16)


def tplab(out, *more):
    words = f"train --experiment mnist-loss --limit 32 --batch-size 16 --threads 1 --device cpu --out {out} --json"
    return cli.run(cli.parse([*words.split(), *more]))


def last_word(capsys):
    return capsys.readouterr().err.splitlines()[-1]


# Folders of pictures


@pytest.mark.parametrize("names", [["a", "b"], ["cercle", "étoile", "星"], [f"c{i}" for i in range(200)]])
def test_that_a_folder_of_any_classes_is_learnt_with_as_many_outputs(small, train, tmp_path, names):
    write_classes(tmp_path / "mine", names, per_class=3)
    events = train(replace(small, data=str(tmp_path / "mine"), epochs=1, limit=0, batch_size=64))
    run = runs.read_run(folder_of(events))
    assert set(run.classes) == set(names)
    assert weights(run.folder)[0]["fc2.weight"].shape == (len(names), 128)
    assert of(RunEnd, events)[0].reason == "finished"
    resumed = train(continuing(run.folder, epochs=2), resume_dir=run.folder)
    assert of(EpochEnd, resumed)[0].epoch == 2


def test_that_ten_digits_are_learnt_as_before_whether_or_not_classes_are_named(tiny):
    params = replace(tiny, seed=3)
    plain, named = (setups.build(setups.find("base"), params, *given).state_dict() for given in ((), (10,)))
    assert are_equal(plain, named)


def test_that_one_class_is_nothing_to_tell_apart(tmp_path, capsys):
    write_classes(tmp_path / "mine", ["only"])
    assert tplab(tmp_path / "runs", "--data", str(tmp_path / "mine")) == 2
    assert "the same class, so there is nothing to tell apart" in last_word(capsys)
    assert not (tmp_path / "runs").exists()


def test_that_three_pictures_are_learnt_and_a_large_batch_says_so(small, train, tmp_path):
    write_classes(tmp_path / "mine", ["a"], per_class=2)
    write_classes(tmp_path / "mine", ["b"], per_class=1)
    events = train(replace(small, data=str(tmp_path / "mine"), epochs=1))
    said = [str(notice.error) for notice in of(Notice, events)]
    assert any("1 of 2 classes have no picture" in each for each in said)
    assert any("larger than the 2 examples" in each for each in said)
    assert len(of(BatchEnd, events)) == 1


def test_that_damaged_pictures_are_told_before_the_run_begins(small, train, tmp_path):
    write_classes(tmp_path / "mine", ["a", "b"], per_class=6)
    (tmp_path / "mine" / "b" / "3.png").write_bytes(b"no picture")
    events = train(replace(small, data=str(tmp_path / "mine"), epochs=1))
    kinds = [type(each) for each in events]
    assert kinds.index(Notice) < kinds.index(RunStarted)
    assert "1 of 12 pictures in mine" in str(of(Notice, events)[0].error)
    assert of(RunStarted, events)[0].train_size + of(RunStarted, events)[0].test_size == 11


def test_that_the_command_says_how_many_pictures_are_damaged_and_goes_on(tmp_path, capsys):
    write_classes(tmp_path / "mine", ["a", "b"], per_class=6)
    for name in ("a/1.png", "b/3.png"):
        (tmp_path / "mine" / name).write_bytes(b"no picture")
    assert tplab(tmp_path / "runs", "--data", str(tmp_path / "mine"), "--epochs", "1") == 0
    assert "tplab: 2 of 12 pictures in mine cannot be used" in capsys.readouterr().err


def test_that_the_ledger_counts_the_outputs_of_the_folder(small, tmp_path):
    write_classes(tmp_path / "mine", [f"c{i}" for i in range(26)], per_class=1)
    found = ledger.shapes(replace(small, data=str(tmp_path / "mine")))
    assert found.rows[-1].shape == (26,)
    assert found.parameters == ledger.shapes(small).parameters + 16 * (128 + 1)


@pytest.mark.parametrize("epochs", ["0", "-3", "1001"])
def test_that_epochs_out_of_range_are_refused_before_any_folder_is_made(tmp_path, capsys, epochs):
    assert tplab(tmp_path / "runs", f"--epochs={epochs}") == 2
    assert "between 1 and 1000" in last_word(capsys)
    assert not (tmp_path / "runs").exists()


# A learning rate far too large


def test_that_a_loss_that_leaves_all_bounds_in_the_first_epoch_leaves_the_weights_it_began_with(small, train):
    events = train(replace(small, lr=1e6, epochs=3))
    folder = folder_of(events)
    kept, epoch = weights(folder)
    assert of(RunEnd, events)[0].reason == "diverged"
    assert epoch == 0
    assert are_equal(kept, dict(setups.build(setups.find("base"), small).state_dict()))
    assert "in the first epoch" in str(of(Notice, events)[-1].error)
    assert not (folder / runs.BEST).exists()


def test_that_a_loss_that_leaves_all_bounds_later_leaves_the_last_good_epoch(small, train):
    good = folder_of(train(replace(small, epochs=1)))
    params = Latest(replace(small, epochs=3))
    events = []
    for event in fit(params):
        events.append(event)
        if isinstance(event, EpochEnd):
            params.set(replace(params.get(), lr=1e6))
    folder = folder_of(events)
    for name in (runs.LAST, runs.BEST):
        kept, epoch = weights(folder, name)
        assert epoch == 1
        assert are_equal(kept, weights(good, name)[0])
    assert "The weights of epoch 1 are kept" in str(of(Notice, events)[-1].error)
    assert runs.read_run(folder).state == "diverged"
    assert [e.epoch for e in runs.read_run(folder).epochs] == [1]


# The disk


def on_a_disk(tmp_path, options, *words, copied=""):
    """Run `tplab` with a small disk of its own mounted on `tmp_path/disk`, and copy what it holds to `copied`."""
    disk = tmp_path / "disk"
    disk.mkdir()
    script = (
        f'mount -t tmpfs -o {options} tmpfs "$0" && {{ "$@"; status=$?; {copied or ":"}; exit $status; }}'
    )
    prefix = ["unshare", "--mount"] if os.geteuid() == 0 else ["unshare", "--map-root-user", "--mount"]
    if shutil.which("unshare") is None:
        pytest.skip("there is no unshare here")
    can = subprocess.run(
        [*prefix, "mount", "-t", "tmpfs", "tmpfs", str(disk)], capture_output=True, check=False
    )
    if can.returncode:
        pytest.skip("this machine lets no test mount a disk")
    program = [sys.executable, "-m", "tplab_gui", "train", "--experiment", "mnist-loss", "--threads", "1"]
    program += ["--device", "cpu", "--limit", "32", "--batch-size", "16", "--out", str(disk), *words]
    return subprocess.run(
        [*prefix, "sh", "-c", script, str(disk), *program],
        capture_output=True,
        text=True,
        timeout=110,
        check=False,
        env={**os.environ, "OMP_NUM_THREADS": "1"},
    )


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="mounts a tmpfs")
def test_that_a_disk_that_is_really_full_at_epoch_2_loses_nothing_that_was_saved(tmp_path, small, train):
    size = sum(
        each.numel() * each.element_size() for each in setups.build(setups.find("base"), small).parameters()
    )
    # An epoch needs best, last and a checkpoint of three times that, and once more what is being replaced.
    done = on_a_disk(
        tmp_path,
        f"size={int(7.4 * size)}",
        "--epochs",
        "3",
        copied=f'cp -a "$0"/. "{tmp_path}/kept"',
    )
    assert done.returncode == 1, done.stderr
    assert "tplab: The disk is full" in done.stderr.splitlines()[-1]
    (folder,) = (tmp_path / "kept").glob("mnist-loss-*")
    assert not list(folder.rglob("*.tmp"))
    found = runs.read_run(folder)
    assert found.state == "failed"
    assert 1 <= len(found.epochs) <= 2
    assert weights(folder)[1] == len(found.epochs)
    rest = train(continuing(folder), resume_dir=folder)
    whole = train(replace(small, epochs=3))
    assert runs.read_run(folder).state == "finished"
    assert are_equal(weights(folder)[0], weights(folder_of(whole))[0])
    assert of(EpochEnd, rest)[-1].test_loss == of(EpochEnd, whole)[-1].test_loss


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="mounts a tmpfs")
def test_that_a_disk_that_cannot_be_written_is_refused_in_a_sentence(tmp_path):
    done = on_a_disk(tmp_path, "ro", "--epochs", "1")
    assert done.returncode == 2
    assert "cannot be written to" in done.stderr.splitlines()[-1]


def test_that_a_run_whose_folder_is_deleted_ends_and_does_not_make_it_anew(small):
    seen = []
    with pytest.raises(LabError, match="not there any more"):  # noqa: PT012  it goes after the first epoch
        for event in fit(Latest(small)):
            seen.append(event)
            if isinstance(event, EpochEnd):
                shutil.rmtree(folder_of(seen))
    assert len(of(EpochEnd, seen)) == 1
    assert not folder_of(seen).exists()


def test_that_stopping_a_run_whose_folder_is_deleted_says_so(small):
    events = fit(Latest(small))
    seen = []
    while not of(BatchEnd, seen):
        seen.append(next(events))
    shutil.rmtree(folder_of(seen))
    with pytest.raises(LabError, match="not there any more"):
        events.close()
    assert not folder_of(seen).exists()


def test_that_files_edited_while_it_learns_are_written_whole_again(small, train):
    seen = []
    for event in fit(Latest(small)):
        seen.append(event)
        if isinstance(event, EpochEnd) and event.epoch == 1:
            (folder_of(seen) / runs.METRICS).write_text("epoch,what\n1,x\n")
            (folder_of(seen) / runs.EVENTS).write_bytes(b"\xff\xfe")
            (folder_of(seen) / runs.CONFIG).unlink()
    found = runs.read_run(folder_of(seen))
    assert [e.test_loss for e in found.epochs] == [e.test_loss for e in of(EpochEnd, seen)]
    assert found.state == "finished"
    assert found.params() == small


def test_that_a_run_whose_parameters_were_edited_is_not_continued(small, train):
    folder = folder_of(train(replace(small, epochs=1)))
    config = json.loads((folder / runs.CONFIG).read_text())
    before = (folder / runs.METRICS).read_bytes()
    config["params"]["batch_size"] = 8
    (folder / runs.CONFIG).write_text(json.dumps(config))
    with pytest.raises(LabError, match="were edited since the run began"):
        train(continuing(folder, epochs=2), resume_dir=folder)
    assert (folder / runs.METRICS).read_bytes() == before


# Two programs


def test_that_a_run_that_goes_on_is_refused_to_a_second_program_until_it_ends(small, train, capsys):
    events = fit(Latest(small))
    seen = []
    while not of(EpochEnd, seen):
        seen.append(next(events))
    folder = folder_of(seen)
    assert tplab(folder, "--resume") == 2
    assert "Another TP Lab, a window or a command, is training the run" in last_word(capsys)
    with pytest.raises(LabError, match="Another TP Lab"):
        train(small, resume_dir=folder)
    with pytest.raises(LabError, match="Another TP Lab"):
        run_folder.discard(folder)
    seen += list(events)
    assert of(RunEnd, seen)[0].reason == "finished"
    assert tplab(folder, "--resume", "--epochs", "3") == 0


def test_that_a_run_trained_further_meanwhile_is_not_taken_back(small, train):
    folder = folder_of(train(replace(small, epochs=1)))
    late = fit(Latest(continuing(folder, epochs=3)), folder)
    next(late)  # it has read where the run stood
    train(continuing(folder, epochs=2), resume_dir=folder)
    with pytest.raises(LabError, match="has just trained the run"):
        list(late)
    assert len(runs.read_run(folder).epochs) == 2


def test_that_two_programs_of_the_same_instant_get_folders_of_their_own(tmp_path):
    script = (
        "import sys\nfrom pathlib import Path\nfrom tplab_gui.training.run_writer import RunWriter\n"
        "print('ready', flush=True)\nsys.stdin.readline()\n"
        "config = {'experiment': 'e', 'setup': 's', 'seed': 1}\n"
        "made = [RunWriter.create(Path(sys.argv[1]), config) for _ in range(20)]\n"
        "print(*[each.folder.name for each in made])"
    )
    words = [sys.executable, "-c", script, str(tmp_path / "runs")]
    children = [
        subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) for _ in range(2)
    ]
    for child in children:
        assert child.stdout.readline() == "ready\n"
    for child in children:
        child.stdin.write("\n")
        child.stdin.flush()
    names = [child.communicate(timeout=60)[0].split() for child in children]
    assert all(child.returncode == 0 for child in children)
    assert len({*names[0], *names[1]}) == 40


# Runs that cannot be read


def test_that_a_run_of_a_newer_version_is_listed_and_refused_and_left_alone(small, train, capsys):
    folder = folder_of(train(replace(small, epochs=1)))
    config = json.loads((folder / runs.CONFIG).read_text())
    (folder / runs.CONFIG).write_text(
        json.dumps({**config, "format": runs.FORMAT + 1, "params": "otherwise"})
    )
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    row = next(shelf(folder.parent))
    assert (row.state, row.curve) == ("newer", ())
    assert "later TP Lab" in str(row.problem)
    assert tplab(folder, "--resume") == 2
    assert "written by a later TP Lab" in last_word(capsys)
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before


@pytest.mark.parametrize(
    ("name", "content"),
    [
        (runs.CONFIG, None),
        (runs.CONFIG, b"{"),
        (runs.CONFIG, b'{"format": 1, "setup": "base", "seed": "x", "params": {"epochs": "two"}}'),
        (runs.METRICS, b"epoch,step\n1,two\n"),
        (runs.METRICS, b"\xff\xfe\x00"),
    ],
)
def test_that_a_run_with_a_bad_file_is_listed_with_its_problem(small, train, name, content):
    folder = folder_of(train(replace(small, epochs=1)))
    if content is None:
        (folder / name).unlink()
    else:
        (folder / name).write_bytes(content)
    row, notice = shelf(folder.parent)
    assert (row.run_dir, row.state) == (str(folder), "damaged")
    assert "is damaged" in str(row.problem)
    assert isinstance(notice, Notice)


def test_that_a_garbled_table_is_made_anew_when_the_run_goes_on(small, train):
    whole = train(small)
    folder = folder_of(train(small, until=lambda e: isinstance(e, BatchEnd) and e.epoch == 2))
    (folder / runs.METRICS).write_text("garbled")
    train(continuing(folder), resume_dir=folder)
    losses = [e.test_loss for e in runs.read_run(folder).epochs]
    assert losses == [e.test_loss for e in of(EpochEnd, whole)]


def test_that_a_run_cut_off_before_its_first_checkpoint_begins_again_in_its_folder(small, train):
    whole = folder_of(train(small))
    folder = folder_of(train(small, until=lambda e: isinstance(e, RunStarted)))
    for name in (runs.STATE, runs.LAST, runs.METRICS, runs.EVENTS):
        (folder / name).unlink(missing_ok=True)
    train(continuing(folder), resume_dir=folder)
    assert are_equal(weights(folder)[0], weights(whole)[0])


# The clock


def test_that_a_laptop_that_slept_an_hour_within_a_step_does_not_break_the_speed(small, monkeypatch):
    slept_s, seen = [0.0], []
    clock = partial(measure.Stopwatch, clock=lambda: time.perf_counter() + slept_s[0])
    monkeypatch.setattr(measure, "Stopwatch", clock)
    step = measure.step

    def with_a_closed_lid(*given):
        if len(of(BatchEnd, seen)) == 3:
            slept_s[0] = 3600.0
        return step(*given)

    monkeypatch.setattr(measure, "step", with_a_closed_lid)
    for event in fit(Latest(small)):
        seen.append(event)  # noqa: PERF402  `with_a_closed_lid` looks at it meanwhile
    assert slept_s[0]
    assert all(each.seconds < 600 for each in of(EpochEnd, seen))
    assert all(each.samples_per_s > 0.1 for each in [*of(BatchEnd, seen), *of(EpochEnd, seen)])
