import json
import math
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
import safetensors.torch
import torch

from tplab_gui.core.errors import LabError, MissingError
from tplab_gui.core.events.common import Notice
from tplab_gui.core.events.training import BatchEnd, EpochEnd, LrChanged, RunEnd, RunStarted
from tplab_gui.core.mailbox import Latest
from tplab_gui.training import runs
from tplab_gui.training.loop import continuing, fit
from tplab_gui.training.shelf import steps


def of(kind, events):
    return [event for event in events if isinstance(event, kind)]


def curve(events):
    """Everything of a run that must be equal when it is repeated; times are not."""
    batches = [(e.step, e.epoch, e.loss, e.accuracy, e.lr) for e in of(BatchEnd, events)]
    epochs = [
        (e.epoch, e.step, e.train_loss, e.train_loss_eval, e.test_loss, e.train_accuracy, e.test_accuracy)
        for e in of(EpochEnd, events)
    ]
    return batches, epochs


def weights(folder, name=runs.LAST):
    return safetensors.torch.load_file(Path(folder) / name)


def test_that_a_run_tells_its_story_in_order(tiny, train):
    events = train(tiny)
    told = [type(e).__name__ for e in events if type(e).__name__ != "Tick"]
    epoch = ["BatchEnd"] * 3 + ["EpochEnd"]
    assert told == ["Waiting", "Waiting", "RunStarted", *epoch, *epoch, "RunEnd"]
    assert [e.step for e in of(BatchEnd, events)] == [1, 2, 3, 4, 5, 6]
    assert of(RunEnd, events)[0].reason == "finished"


def test_that_the_network_learns(tiny, train):
    events = train(replace(tiny, epochs=4, limit=256))
    assert of(EpochEnd, events)[-1].test_loss < 0.8 * math.log(10)


def test_that_the_train_loss_is_the_mean_over_pictures_of_what_the_batches_said(tiny, train):
    events = train(replace(tiny, epochs=1, limit=80))  # batches of 32, 32 and 16
    by_hand = sum(n * e.loss for n, e in zip((32, 32, 16), of(BatchEnd, events), strict=True)) / 80
    assert of(EpochEnd, events)[0].train_loss == pytest.approx(by_hand)


def test_that_the_same_seed_gives_the_same_curve_and_another_seed_another(tiny, train):
    assert curve(train(tiny)) == curve(train(tiny))
    assert curve(train(tiny)) != curve(train(replace(tiny, seed=2)))


def test_that_the_learning_rate_follows_the_usual_schedule(tiny, train):
    lrs = [e.lr for e in of(EpochEnd, train(replace(tiny, epochs=3, limit=32)))]
    optimiser = torch.optim.Adadelta([torch.nn.Parameter(torch.zeros(1))], lr=1.0)
    schedule = torch.optim.lr_scheduler.StepLR(optimiser, step_size=1, gamma=0.7)
    expected = []
    for _ in lrs:
        expected.append(optimiser.param_groups[0]["lr"])
        optimiser.step()
        schedule.step()
    assert lrs == pytest.approx(expected, rel=1e-12)


def test_that_a_new_learning_rate_holds_from_the_next_step(tiny):
    params = Latest(replace(tiny, epochs=1))
    seen = []
    for event in fit(params):
        if isinstance(event, BatchEnd):
            seen.append(event.lr)
            params.set(replace(params.get(), lr=0.25))
    assert seen == [1.0, 0.25, 0.25]


def changing(params, at_step, lr, **options):
    """Return the events of a run whose learning rate is changed after step `at_step`."""
    cell, seen = Latest(params), []
    for event in fit(cell, **options):
        seen.append(event)
        if isinstance(event, BatchEnd) and event.step == at_step:
            cell.set(replace(cell.get(), lr=lr))
    return seen


def test_that_a_change_of_the_learning_rate_is_told_before_its_first_step_and_kept(tiny):
    events = changing(tiny, at_step=4, lr=0.25)
    assert of(LrChanged, events) == [LrChanged(step=5, epoch=2, before=1.0, after=0.25)]
    change = events.index(of(LrChanged, events)[0])
    assert isinstance(events[change + 1], BatchEnd)
    assert events[change + 1].step == 5
    kept = next(iter(steps([of(RunStarted, events)[0].run_dir]))).lr_changes
    assert kept == tuple(of(LrChanged, events))


def test_that_the_schedule_alone_is_no_change_of_the_learning_rate(tiny, train):
    assert of(LrChanged, train(replace(tiny, epochs=3, gamma=0.5, limit=32))) == []


def test_that_a_run_continued_with_another_learning_rate_says_so_and_keeps_earlier_changes(tiny, train):
    folder = of(RunStarted, changing(tiny, at_step=2, lr=0.5))[0].run_dir
    more = continuing(Path(folder), epochs=3)
    assert more.lr == 0.5
    rest = train(replace(more, lr=2.0), resume_dir=folder)
    assert of(LrChanged, rest) == [LrChanged(step=7, epoch=3, before=0.5, after=2.0)]
    kept = next(iter(steps([folder]))).lr_changes
    assert [(each.step, each.before, each.after) for each in kept] == [(3, 1.0, 0.5), (7, 0.5, 2.0)]


def test_that_a_change_in_an_epoch_that_is_learnt_again_is_forgotten(tiny, train):
    cell = Latest(tiny)
    events = fit(cell)
    for event in events:
        if isinstance(event, RunStarted):
            folder = event.run_dir
        if isinstance(event, BatchEnd) and event.step == 4:
            cell.set(replace(cell.get(), lr=0.25))
        if isinstance(event, BatchEnd) and event.step == 5:
            break
    events.close()
    assert len(next(iter(steps([folder]))).lr_changes) == 1
    train(continuing(Path(folder)), resume_dir=folder)
    assert next(iter(steps([folder]))).lr_changes == ()


def stalls(losses, patience):
    """Return after how many epochs the lowest test loss is `patience` epochs old; None when it never is."""
    ages = (count - 1 - losses.index(min(losses[:count])) for count in range(1, len(losses) + 1))
    return next((count for count, age in enumerate(ages, 1) if age >= patience), None)


def test_that_a_run_with_patience_ends_when_the_test_loss_falls_no_more_and_says_why(tiny, train):
    restless = replace(tiny, setup="no-dropout", epochs=8, gamma=1.0, limit=40, batch_size=40)
    whole = [each.test_loss for each in of(EpochEnd, train(restless))]
    for patience in (1, 2):
        count = stalls(whole, patience)
        assert count is not None, whole
        assert count < 8, whole
        events = train(replace(restless, patience=patience))
        assert [each.test_loss for each in of(EpochEnd, events)] == whole[:count]
        end = of(RunEnd, events)[0]
        assert (end.reason, end.epochs, end.epochs - end.best_epoch) == ("early", count, patience)
        assert runs.read_run(end.run_dir).state == "early"
        assert runs.read_run(end.run_dir).config["params"]["patience"] == patience
        again = train(continuing(Path(end.run_dir)), resume_dir=end.run_dir)
        assert of(BatchEnd, again) == []  # its patience is still at an end
        assert of(RunEnd, again)[0].reason == "early"


def test_that_without_patience_every_epoch_is_learnt(tiny, train):
    events = train(replace(tiny, setup="no-dropout", epochs=6, gamma=1.0, limit=40, batch_size=40))
    assert (len(of(EpochEnd, events)), of(RunEnd, events)[0].reason) == (6, "finished")


def test_that_without_dropout_the_train_loss_measured_again_is_the_one_seen(tiny, train):
    still = replace(tiny, epochs=1, lr=1e-7)  # the weights stand still, so only dropout can make a difference
    quiet = of(EpochEnd, train(replace(still, setup="no-dropout")))[0]
    noisy = of(EpochEnd, train(still))[0]
    assert quiet.train_loss == pytest.approx(quiet.train_loss_eval, abs=1e-5)
    assert abs(noisy.train_loss - noisy.train_loss_eval) > 1e-3


def test_that_swapped_learns_from_the_small_part_in_the_same_normalisation(tiny, train):
    started = {}
    for setup in ("base", "swapped"):
        events = train(replace(tiny, setup=setup, limit=0), until=lambda e: isinstance(e, RunStarted))
        started[setup] = of(RunStarted, events)[0]
    assert (started["base"].train_size, started["base"].test_size) == (1433, 364)
    assert (started["swapped"].train_size, started["swapped"].test_size) == (364, 1433)
    scales = [runs.read_run(each.run_dir).config["data"]["mean"] for each in started.values()]
    assert scales[0] == scales[1]


def test_that_the_first_losses_of_base_and_no_dropout_come_from_the_same_weights_and_batches(tiny, train):
    mute = replace(tiny, epochs=1, dropout_features=0.0, dropout_hidden=0.0)
    assert curve(train(mute)) == curve(train(replace(tiny, epochs=1, setup="no-dropout")))


@pytest.mark.parametrize("stopped_at", [2, 3, 5])
def test_that_a_stopped_run_goes_on_to_the_numbers_of_an_uninterrupted_one(tiny, train, stopped_at):
    whole = train(replace(tiny, epochs=3))
    part = train(replace(tiny, epochs=3), until=lambda e: isinstance(e, BatchEnd) and e.step == stopped_at)
    folder = of(RunStarted, part)[0].run_dir
    assert runs.read_run(folder).state == "stopped"
    rest = train(continuing(Path(folder)), resume_dir=folder)
    first = of(RunStarted, rest)[0].first_epoch
    batches, epochs = curve(whole)
    assert curve(rest) == ([b for b in batches if b[1] >= first], [e for e in epochs if e[0] >= first])
    one, other = weights(of(RunStarted, whole)[0].run_dir), weights(folder)
    assert all(torch.equal(one[key], other[key]) for key in one)
    found = runs.read_run(folder)
    assert found.state == "finished"
    assert [e.test_loss for e in found.epochs] == [e[4] for e in epochs]


def test_that_a_kill_between_two_files_leaves_a_run_that_goes_on_to_the_same_numbers(tiny, train, tmp_path):
    """The checkpoint is written last: everything else may already be one epoch further when the power goes."""
    older = tmp_path / "older"

    def keep_epoch_1(event):
        if isinstance(event, BatchEnd) and event.epoch == 2 and not older.exists():
            shutil.copytree(Path(event_dir[0]), older)
        return False

    event_dir = []
    events = fit(Latest(tiny))
    whole = []
    for event in events:
        whole.append(event)
        if isinstance(event, RunStarted):
            event_dir.append(event.run_dir)
        keep_epoch_1(event)
    folder = Path(event_dir[0])
    shutil.copy(older / runs.STATE, folder / runs.STATE)
    lines = (folder / runs.EVENTS).read_text().splitlines()
    (folder / runs.EVENTS).write_text("\n".join(lines[:-1]) + "\n")  # no run_end: it was killed
    found = runs.read_run(folder)
    assert (found.state, len(found.epochs)) == ("interrupted", 2)
    again = train(continuing(folder), resume_dir=folder)
    assert curve(again)[1] == curve(whole)[1][1:]
    assert len(runs.read_run(folder).epochs) == 2


def test_that_a_run_resumed_beyond_its_end_learns_more_epochs(tiny, train):
    done = train(replace(tiny, epochs=1))
    folder = Path(of(RunStarted, done)[0].run_dir)
    more = train(continuing(folder, epochs=2), resume_dir=folder)
    assert curve(done + more) == curve(train(tiny))


def test_that_closing_in_the_middle_of_an_epoch_leaves_a_complete_stopped_run(tiny, train):
    events = train(tiny, until=lambda e: isinstance(e, BatchEnd) and e.step == 5)
    folder = Path(of(RunStarted, events)[0].run_dir)
    last = json.loads((folder / runs.EVENTS).read_text().splitlines()[-1])
    assert (last["event"], last["reason"], last["epochs"]) == ("run_end", "stopped", 1)
    assert all(
        (folder / name).exists() for name in (runs.CONFIG, runs.METRICS, runs.LAST, runs.BEST, runs.STATE)
    )


def test_that_a_far_too_large_learning_rate_stops_says_why_and_keeps_good_weights(tiny, train):
    events = train(replace(tiny, lr=1e6, epochs=3))
    end = of(RunEnd, events)[0]
    assert end.reason == "diverged"
    notice = of(Notice, events)[0]
    assert "learning rate of 1e+06" in str(notice.error)
    assert all(value.isfinite().all() for value in weights(end.run_dir).values())
    assert runs.read_run(end.run_dir).state == "diverged"


def test_that_a_batch_larger_than_the_set_is_one_step_and_says_so(tiny, train):
    events = train(replace(tiny, batch_size=500, epochs=1))
    assert len(of(BatchEnd, events)) == 1
    assert "larger than the 96 examples" in str(of(Notice, events)[0].error)


def test_that_a_set_that_is_not_there_is_missed_before_any_folder_is_made(tiny, train):
    with pytest.raises(MissingError):
        train(replace(tiny, data="mnist"))
    assert not Path(tiny.run_root).exists()


def test_that_a_run_is_not_continued_with_other_pictures(tiny, train):
    folder = Path(of(RunStarted, train(replace(tiny, epochs=1)))[0].run_dir)
    config = json.loads((folder / runs.CONFIG).read_text())
    config["data"]["sha256"] = "0" * 64
    (folder / runs.CONFIG).write_text(json.dumps(config))
    with pytest.raises(LabError, match="has changed since this run began"):
        train(continuing(folder, epochs=2), resume_dir=folder)


def test_that_a_full_disk_ends_the_run_with_a_sentence_and_keeps_the_epochs_before(tiny, train, monkeypatch):
    import errno
    import os

    def full(descriptor):
        raise OSError(errno.ENOSPC, "No space left on device")

    seen = []
    with pytest.raises(LabError, match="disk is full"):  # noqa: PT012  the disk fills during the second epoch
        for event in fit(Latest(tiny)):
            seen.append(event)
            if isinstance(event, EpochEnd):
                monkeypatch.setattr(os, "fsync", full)
    monkeypatch.undo()
    folder = Path(of(RunStarted, seen)[0].run_dir)
    assert len(runs.read_run(folder).epochs) == 1
    assert not list(folder.rglob("*.tmp"))
    assert continuing(folder).epochs == 2
