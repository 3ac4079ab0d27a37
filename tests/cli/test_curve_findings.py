"""`tplab train` tells what the curves show."""

import json

from tplab_gui import cli
from tplab_gui.cli.curve_findings import findings_of

OPTIONS = "train --experiment mnist-loss --limit 64 --batch-size 32 --threads 1 --device cpu --epochs 2 --out"


def test_that_the_last_line_of_a_run_holds_its_findings(tmp_path, capsys):
    assert cli.run(cli.parse([*OPTIONS.split(), str(tmp_path), "--json"])) == 0
    end = json.loads(capsys.readouterr().out.splitlines()[-1])
    assert set(end["findings"]) == {"divergence", "overfitting", "plateau", "first-drop", "gap"}
    drop = end["findings"]["first-drop"]
    assert drop["established"] is (
        drop["evidence"]["first"] - drop["evidence"]["second"] > drop["evidence"]["noise"]
    )
    assert drop["sentence"]


def test_that_people_get_the_sentences(tmp_path, capsys):
    assert cli.run(cli.parse([*OPTIONS.split(), str(tmp_path)])) == 0
    assert "the train loss" in capsys.readouterr().out


def test_that_a_folder_without_a_run_has_no_findings(tmp_path):
    assert findings_of(str(tmp_path)) == ({}, [])
