"""Studies of tiny runs, each trial with 40 digits and one or two epochs."""

import json
import math
import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from tplab_gui.core import run_folder
from tplab_gui.core.errors import LabError
from tplab_gui.core.events.training import EpochEnd
from tplab_gui.core.events.tuning import Importance, StudyOpened, StudySummary, TrialTold
from tplab_gui.core.search import StudyRequest
from tplab_gui.data.digits import load_digit_set
from tplab_gui.nets.mnist_net import Net
from tplab_gui.training import final_test, runs, study, trials
from tplab_gui.training.tuning import follow, tune

optuna = pytest.importorskip("optuna", reason="an extra: python3 start.py extras")


@pytest.fixture
def request_(tmp_path: Path) -> StudyRequest:
    return StudyRequest(
        study="lesson",
        storage=str(tmp_path / "study.log"),
        experiment="mnist-loss",
        run_root=str(tmp_path / "runs"),
        trials=3,
        epochs=1,
        limit=40,
        search=("lr=0.01:1,batch_size=8:40",),
        device="cpu",
        threads=1,
    )


def of(kind, events):
    return [event for event in events if isinstance(event, kind)]


def last_told(events) -> dict[int, TrialTold]:
    return {event.number: event for event in of(TrialTold, events)}


def test_that_a_study_has_the_trials_asked_for_each_an_ordinary_run_judged_on_what_was_held_back(request_):
    events = list(tune(request_))
    (opened,), (end,) = of(StudyOpened, events), of(StudySummary, events)
    assert (opened.trials, [each.name for each in opened.search]) == (3, ["lr", "batch_size"])
    told = last_told(events)
    assert [each.state for each in told.values()] == ["complete"] * 3
    kept = {str(run.folder): run for run in runs.list_runs(Path(request_.run_root))[0]}
    for each in told.values():
        run = kept[each.run_dir]
        assert run_folder.name_of(run.folder) == f"lesson · {each.number}"
        assert {name: run.config["params"][name] for name in each.params} == each.params
        assert (run.config["data"]["train_size"], run.config["data"]["test_size"]) == (32, 8)
        assert each.value == min(epoch.test_loss for epoch in run.epochs)
    assert end.best == min(told.values(), key=lambda each: each.value)


def test_that_the_test_figure_of_the_best_trial_is_that_of_its_weights_on_the_whole_test_set(request_):
    end = of(StudySummary, tune(request_))[0]
    network = Net().eval()
    import safetensors.torch
    import torch

    network.load_state_dict(safetensors.torch.load_file(Path(end.best.run_dir) / runs.BEST))
    digits = load_digit_set("builtin")
    which = np.sort(np.random.default_rng(0).permutation(len(digits.test_labels))[:40])
    pixels = digits.train_images / 255.0
    images = (
        torch.tensor((digits.test_images[which] / 255.0 - pixels.mean()) / pixels.std()).float().unsqueeze(1)
    )
    with torch.inference_mode():
        logs = network(images).numpy()
    labels = digits.test_labels[which]
    assert end.test_loss == pytest.approx(-logs[np.arange(40), labels].mean(), abs=1e-4)
    assert end.test_accuracy == (logs.argmax(1) == labels).mean()
    assert end.looks == 1


def test_that_the_test_set_is_measured_once_and_looks_are_counted(request_, monkeypatch):
    measured = []
    real = final_test.measured
    monkeypatch.setattr(final_test, "measured", lambda folder: measured.append(folder) or real(folder))
    first = of(StudySummary, tune(request_))[0]
    again = of(StudySummary, tune(request_))[0]
    assert (again.test_loss, again.looks, len(measured)) == (first.test_loss, 1, 1)
    loaded = study.load(request_.storage, "lesson")
    looks = loaded.user_attrs["looks"]
    loaded.set_user_attr("looks", {"99": [0.0, 1.0], **looks})  # of a trial that was best before
    assert of(StudySummary, tune(request_))[0].looks == 2


def test_that_the_same_seed_gives_the_same_study_and_another_seed_another(request_, tmp_path):
    def drawn(name, seed):
        asked = replace(request_, study=name, seed=seed, trials=2, storage=str(tmp_path / "other.log"))
        return [each.params for each in last_told(tune(asked)).values()]

    one = drawn("one", 1)
    assert drawn("again", 1) == one
    assert drawn("other", 2) != one


def test_that_a_joined_study_keeps_its_settings_and_refuses_others(request_):
    list(tune(replace(request_, trials=1)))
    joined = StudyRequest(
        "lesson", request_.storage, "mnist-loss", request_.run_root, device="cpu", threads=1
    )
    opened = next(event for event in tune(joined) if isinstance(event, StudyOpened))
    assert (opened.trials, opened.settings["epochs"], opened.settings["limit"]) == (1, 1, 40)
    for other in ({"epochs": 2}, {"search": ("lr",)}, {"metric": "accuracy"}, {"setup": "swapped"}):
        with pytest.raises(LabError, match="was begun with"):
            list(tune(replace(joined, **other)))
    with pytest.raises(LabError, match="was begun with experiment mnist-loss"):
        list(tune(replace(joined, experiment="spoken-digits")))


def test_that_a_stopped_study_keeps_its_trials_and_makes_up_for_the_interrupted_one(request_):
    events, told = tune(replace(request_, epochs=2)), []
    for event in events:
        told.append(event)
        if isinstance(event, EpochEnd) and len(last_told(told)) == 2:
            break
    events.close()
    loaded = study.load(request_.storage, "lesson")
    states = [each.state for each in trials.Watch(loaded).news()]
    assert states == ["complete", "interrupted"]
    assert [run.state for run in runs.list_runs(Path(request_.run_root))[0]] == ["finished", "stopped"]
    end = of(StudySummary, tune(replace(request_, epochs=2)))[0]
    assert (end.complete + end.pruned, end.failed, end.running) == (3, 1, 0)


def test_that_a_diverged_trial_counts_as_bad_and_not_as_failed(request_):
    end_of = tune(replace(request_, trials=1, epochs=2, search=("lr=1e5:1e6",)))
    events = list(end_of)
    assert [(each.state, each.reason) for each in last_told(events).values()] == [("pruned", "diverged")]
    assert of(StudySummary, events)[0].best is None


def test_that_a_trial_worse_than_the_median_ends_early(request_):
    loaded = study.begin_or_join(replace(request_, epochs=8, trials=6, search=("lr=1e-7:1e-6",)))
    for _ in range(5):  # five good trials, already there
        trial = loaded.ask()
        trial.suggest_float("lr", 1e-7, 1e-6, log=True)
        for epoch in range(1, 9):
            trial.report(0.1, epoch)
        loaded.tell(trial, 0.1)
    events = list(tune(replace(request_, epochs=8, trials=6, search=("lr=1e-7:1e-6",))))
    mine = last_told(events)[6]
    assert (mine.state, mine.reason) == ("pruned", "worse")
    assert 1 < mine.epoch < 8


def test_that_settings_that_never_work_end_the_study_with_their_reason(request_):
    with pytest.raises(LabError, match="3 trials in a row could not begin: Of 2 examples"):
        list(tune(replace(request_, limit=2, validation=0.01)))


def test_that_a_trial_of_another_data_set_is_refused(request_):
    study.begin_or_join(request_).set_user_attr("sha256", "0" * 64)
    with pytest.raises(LabError, match="differs from what the study lesson learns from"):
        list(tune(request_))


def test_that_a_trial_whose_process_is_gone_is_given_up_at_once_and_one_that_is_silent_after_a_while(
    request_, monkeypatch
):
    begun = study.begin_or_join(request_)
    dead, elsewhere = begun.ask(), begun.ask()
    dead.set_user_attr("by", {"host": trials.platform.node(), "pid": 2**30, "since": 0.0})
    elsewhere.set_user_attr("by", {"host": "another", "pid": 1, "since": 0.0})
    clock = [0.0]
    monkeypatch.setattr(trials.time, "monotonic", lambda: clock[0])
    watch = trials.Watch(begun)

    def states(now_s):
        clock[0] = now_s
        watch.give_up_the_dead()
        return [trial.state.name for trial in begun.trials]

    assert states(0) == ["FAIL", "RUNNING"]
    assert states(trials.GRACE_S - 1) == ["FAIL", "RUNNING"]
    trials.beat(elsewhere)
    assert states(trials.GRACE_S + 1) == ["FAIL", "RUNNING"]
    assert states(2 * trials.GRACE_S) == ["FAIL", "RUNNING"]
    assert states(2 * trials.GRACE_S + 2) == ["FAIL", "FAIL"]


def test_that_a_trial_given_up_by_others_does_not_end_the_study(request_):
    """As after the sleep of a laptop."""
    is_given_up = False
    told = []
    for event in tune(replace(request_, trials=2)):
        told.append(event)
        if isinstance(event, TrialTold) and event.run_dir and not is_given_up:
            is_given_up = True
            study.load(request_.storage, "lesson").tell(event.number - 1, state=optuna.trial.TrialState.FAIL)
    end = of(StudySummary, told)[0]
    assert (end.complete, end.failed) == (2, 1)


def test_that_a_watcher_sees_a_study_without_changing_it(request_):
    list(tune(request_))
    before = Path(request_.storage).read_bytes()
    seen = []
    for event in follow(request_.storage, "lesson"):
        seen.append(event)
        if isinstance(event, StudySummary):
            break
    assert sorted(last_told(seen)) == [1, 2, 3]
    assert seen[-1].test_loss is not None
    assert Path(request_.storage).read_bytes() == before


def test_that_importance_finds_the_parameter_that_decides(request_):
    """Values are a function of the learning rate alone."""
    begun = study.begin_or_join(replace(request_, trials=30))
    rng = np.random.default_rng(1)
    for _ in range(30):
        trial = begun.ask()
        rate = trial.suggest_float("lr", 0.01, 1, log=True)
        trial.suggest_int("batch_size", 8, 40, log=True)
        begun.tell(trial, (math.log10(rate) + 1) ** 2 + rng.normal(0, 1e-3))
    shares = of(Importance, tune(replace(request_, trials=30)))[0].shares
    assert shares["lr"] > 0.8
    assert sum(shares.values()) == pytest.approx(1)


def test_that_a_database_serves_as_well_as_a_file(request_, tmp_path):
    url = f"sqlite:///{(tmp_path / 'study.db').as_posix()}"
    end = of(StudySummary, tune(replace(request_, storage=url, trials=1)))[0]
    assert (end.complete, study.names_in(url)) == (1, ("lesson",))


def test_that_processes_may_make_the_tables_of_a_database_at_the_same_moment(tmp_path):
    url = f"sqlite:///{(tmp_path / 'study.db').as_posix()}"
    go = threading.Barrier(4)

    def opened(_):
        go.wait()
        return study.storage_of(url).get_all_studies()

    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(opened, range(4))) == [[]] * 4


@pytest.mark.parametrize("kind", ["folder", "text", "scheme", "other"])
def test_that_a_storage_that_cannot_serve_is_refused_with_a_sentence(request_, tmp_path, kind):
    (tmp_path / "notes.txt").write_text("not a journal\n")
    other = tmp_path / "other.log"
    if kind == "other":
        backend = optuna.storages.journal.JournalFileBackend(str(other))
        storage = optuna.storages.JournalStorage(backend)
        optuna.create_study(study_name="lesson", storage=storage).ask()
    where = {
        "folder": str(tmp_path),
        "text": str(tmp_path / "notes.txt"),
        "scheme": "nothing://x",
        "other": str(other),
    }
    with pytest.raises(LabError) as caught:
        list(tune(replace(request_, storage=where[kind])))
    assert caught.value.advice()
    assert (tmp_path / "notes.txt").read_text() == "not a journal\n"
    assert not Path(request_.run_root).exists()


def test_that_without_optuna_the_line_that_installs_it_is_named(request_, monkeypatch):
    monkeypatch.setattr("importlib.util.find_spec", lambda _name: None)
    with pytest.raises(LabError, match=r"start\.py extras"):
        list(tune(request_))


def test_that_a_journal_is_lines_of_json(request_):
    """Promised in the decision: a study can be read without the lab."""
    list(tune(replace(request_, trials=1)))
    assert all(json.loads(line) for line in Path(request_.storage).read_text().splitlines())
