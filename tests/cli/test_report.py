import json

import pytest

from tplab_gui import cli


def run(*words: object) -> int:
    return cli.run(cli.parse(["report", *map(str, words)]))


def test_that_a_report_without_a_run_is_written_and_told_as_json(tmp_path, capsys):
    status = run(
        "--out", tmp_path / "out", "--runs", tmp_path, "--sounds", "builtin", "--format", "html", "--json"
    )
    told = json.loads(capsys.readouterr().out.splitlines()[-1])
    assert status == 0
    assert told["event"] == "report"
    assert (tmp_path / "out" / "report.html").is_file()


def test_that_a_folder_of_runs_that_is_not_there_is_refused(tmp_path, capsys):
    assert run("--out", tmp_path, "--runs", tmp_path / "none") == 2
    assert "There is no folder" in capsys.readouterr().err


@pytest.mark.parametrize("formats", ["docx", ","])
def test_that_an_unknown_format_is_refused(tmp_path, capsys, formats):
    assert run("--out", tmp_path, "--runs", tmp_path, "--format", formats) == 2
    assert "html, pdf" in capsys.readouterr().err
