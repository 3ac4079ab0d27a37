"""The whole report from real parts: the shipped sounds and networks, runs as training leaves them."""

from pathlib import Path

import pytest

from tests.kept_runs import make_run
from tplab_gui.core.errors import LabError
from tplab_gui.core.events.common import Progress
from tplab_gui.core.events.report import ReportWritten
from tplab_gui.core.params import SETUPS
from tplab_gui.core.report_request import ReportRequest
from tplab_gui.report import missing_runs
from tplab_gui.report.build import write_report


def request(runs_dir: Path, tmp_path: Path, **more: object) -> ReportRequest:
    asked = {"out": str(tmp_path / "out"), "runs_dir": str(runs_dir), "sounds": "builtin", **more}
    return ReportRequest(**asked)  # type: ignore[arg-type]


def test_that_a_report_in_french_has_every_figure_that_can_be_made_and_names_the_others(four_runs, tmp_path):
    events = list(write_report(request(four_runs, tmp_path, language="fr", formats=("html", "pdf"))))
    written = events[-1]
    assert isinstance(written, ReportWritten)
    assert [Path(file).name for file in written.files] == ["report.html", "report.pdf"]
    text = Path(written.files[0]).read_text(encoding="utf-8")
    for number in (1, 2, 3, 4, 5, 6, 7, 8, 10, 11, 12, 13, 14):
        assert f"Figure {number}." in text, number
    for number in range(1, 7):
        assert f"{number}." in text
    assert len(written.missing) == 2  # figure 9 and the comparison of the strategies
    done = [event.done for event in events if isinstance(event, Progress) and event.what]
    assert done[-1] == 7


@pytest.mark.parametrize("formats", [(), ("docx",), ("html", "odt")])
def test_that_an_unknown_format_is_refused_before_anything_is_done(four_runs, tmp_path, formats):
    with pytest.raises(LabError, match="html, pdf"):
        next(write_report(request(four_runs, tmp_path, formats=formats)))


def test_that_sounds_which_are_not_there_cost_their_part_only(four_runs, tmp_path):
    asked = request(four_runs, tmp_path, sounds=str(tmp_path / "nowhere"), formats=("html",))
    written = list(write_report(asked))[-1]
    assert isinstance(written, ReportWritten)
    assert "Figure 12." in Path(written.files[0]).read_text(encoding="utf-8")


def test_that_what_is_missing_gets_the_settings_of_what_is_there(tmp_path):
    make_run(tmp_path / "runs", 4, setup="base", batch_size=32)
    wanted = missing_runs.missing_runs(request(tmp_path / "runs", tmp_path))
    assert [each.setup for each in wanted] == [*SETUPS[1:], "base"]
    assert {(each.batch_size, each.seed) for each in wanted[:3]} == {(32, 4)}
    assert wanted[3].experiment == "spoken-digits"
    assert {each.run_root for each in wanted} == {str(tmp_path / "runs")}


def test_that_nothing_is_missing_of_a_study_that_is_whole(four_runs, tmp_path):
    wanted = missing_runs.missing_runs(request(four_runs, tmp_path))
    assert [each.experiment for each in wanted] == ["spoken-digits"]
    assert missing_runs.lacks_fusion(str(four_runs))
