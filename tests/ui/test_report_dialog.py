"""The window of the lab report, with the real job."""

import pytest

from tplab_gui.core import student
from tplab_gui.core.paths import student_file
from tplab_gui.core.student import Student
from tplab_gui.ui.dialogs.report import ReportDialog

SOON_MS = 60_000


@pytest.fixture
def dialog(qtbot, tmp_path, monkeypatch, one_thread):
    monkeypatch.setenv("TPLAB_HOME", str(tmp_path))
    shown = ReportDialog()
    qtbot.addWidget(shown)
    shown.show()
    shown.folder.setText(str(tmp_path / "report"))
    yield shown
    assert shown.shut_down()


def test_that_what_is_typed_is_kept_without_a_button(dialog, qtbot):
    qtbot.keyClicks(dialog.comments, "what I saw")
    dialog.name.setText("Ada")
    qtbot.waitUntil(lambda: student.read(student_file()) == Student("Ada", "what I saw", ""))


def test_that_closing_at_once_keeps_the_last_letters(dialog):
    dialog.conclusions.setPlainText("dropout helps")
    dialog.close()
    assert student.read(student_file()).conclusions == "dropout helps"


def test_that_the_texts_are_there_again(qtbot, tmp_path, monkeypatch):
    monkeypatch.setenv("TPLAB_HOME", str(tmp_path))
    student_file().parent.mkdir(parents=True)
    student.save(student_file(), Student("Zoé", "a", "b"))
    again = ReportDialog()
    qtbot.addWidget(again)
    assert again.student() == Student("Zoé", "a", "b")


def test_that_a_report_without_a_format_cannot_be_asked_for(dialog):
    for box in dialog.formats.values():
        box.setChecked(False)
    assert not dialog.make.isEnabled()


def test_that_the_report_is_written_and_says_what_it_lacks(dialog, qtbot, tmp_path):
    dialog.name.setText("Ada L.")
    dialog.formats["pdf"].setChecked(False)
    dialog.make.click()
    assert not dialog.make.isEnabled()
    qtbot.waitUntil(lambda: not dialog.runner.is_running, timeout=SOON_MS)
    assert "Ada L." in (tmp_path / "report" / "report.html").read_text(encoding="utf-8")
    assert not (tmp_path / "report" / "report.pdf").exists()
    assert "Figure 9" in dialog.missing.text()
    assert dialog.open_file.isVisible()
    assert dialog.make.isEnabled()


def test_that_a_folder_that_cannot_be_is_said_and_nothing_is_lost(dialog, qtbot, tmp_path):
    (tmp_path / "file").write_text("x")
    dialog.folder.setText(str(tmp_path / "file" / "report"))
    dialog.name.setText("Ada")
    dialog.formats["pdf"].setChecked(False)
    dialog.make.click()
    qtbot.waitUntil(lambda: not dialog.runner.is_running, timeout=SOON_MS)
    assert str(tmp_path / "file" / "report") in dialog.state.text()
    assert student.read(student_file()).name == "Ada"
