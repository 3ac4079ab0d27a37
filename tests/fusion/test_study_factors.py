"""What helped: only runs that differ in one setting are compared, and chance is called chance."""

import json
import math
from dataclasses import replace

import pytest

from tests.kept_runs import epoch
from tplab_gui.fusion.study_factors import factors
from tplab_gui.training.runs import as_csv


def keep(root, accuracy: float, seed: int = 1, setup: str = "joint-attention", **settings) -> None:
    """Write a finished run of the fusion study."""
    number = len(list(root.iterdir()))
    folder = root / f"fusion-{setup}-{seed}-{number}"
    folder.mkdir()
    config = {
        "format": 1,
        "experiment": "fusion",
        "setup": setup,
        "seed": seed,
        "created": f"2026-01-01T00:{number:02}",
        "params": {"experiment": "fusion", "setup": setup, "seed": seed, **settings},
        "data": {"name": "builtin+builtin", "sha256": "0"},
    }
    (folder / "config.json").write_text(json.dumps(config), encoding="utf-8")
    last = replace(epoch(1, 0.5, setup=setup), test_accuracy=accuracy)
    (folder / "metrics.csv").write_text(as_csv([last]), encoding="utf-8")
    (folder / "events.jsonl").write_text('{"event": "run_end", "reason": "finished"}\n', encoding="utf-8")


def test_that_a_change_that_every_seed_shows_is_found(tmp_path):
    for seed, gain in enumerate((0.05, 0.06, 0.055), start=1):
        keep(tmp_path, 0.80, seed, augment="none")
        keep(tmp_path, 0.80 + gain, seed, augment="noise")
    found = factors(str(tmp_path))
    (row,) = found.rows
    assert (row.factor, {row.value, row.against}) == ("augment", {"none", "noise"})
    assert row.strategy == "joint-attention"
    sign = 1 if row.value == "noise" else -1
    assert sign * row.change == pytest.approx(0.055)
    assert row.verdict == ("better" if row.value == "noise" else "worse")
    assert (row.runs, found.runs) == (3, 6)
    assert "augment" in found.sentences[0].text()


def test_that_seeds_that_disagree_leave_it_open(tmp_path):
    for seed, gain in enumerate((0.05, -0.06, 0.01), start=1):
        keep(tmp_path, 0.80, seed, sound_encoder="cnn")
        keep(tmp_path, 0.80 + gain, seed, sound_encoder="rnn")
    (row,) = factors(str(tmp_path)).rows
    assert row.verdict == "open"
    assert row.low < 0 < row.high


def test_that_one_seed_alone_proves_nothing(tmp_path):
    keep(tmp_path, 0.5, lr=0.001)
    keep(tmp_path, 0.9, lr=0.01)
    (row,) = factors(str(tmp_path)).rows
    assert (row.verdict, row.runs) == ("open", 1)
    assert math.isinf(row.high)
    assert (row.value, row.against) == ("0.01", "0.001")


def test_that_runs_that_differ_in_two_settings_are_not_compared(tmp_path):
    keep(tmp_path, 0.5, augment="none", sound_encoder="cnn")
    keep(tmp_path, 0.9, augment="noise", sound_encoder="rnn")
    keep(tmp_path, 0.9, seed=2, augment="full", sound_encoder="cnn")
    found = factors(str(tmp_path))
    assert found.rows == ()
    assert "one setting" in found.sentences[0].text()


def test_that_other_networks_are_rows_of_their_own_and_other_experiments_none(tmp_path):
    for setup, gain in (("image", 0.1), ("audio", 0.2)):
        keep(tmp_path, 0.5, setup=setup, epochs=3)
        keep(tmp_path, 0.5 + gain, setup=setup, epochs=6)
    rows = {row.strategy: row.change for row in factors(str(tmp_path)).rows}
    assert rows == {"image": pytest.approx(0.1), "audio": pytest.approx(0.2)}
