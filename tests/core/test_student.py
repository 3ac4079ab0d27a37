import pytest

from tplab_gui.core import student
from tplab_gui.core.student import LONGEST, Student


def test_that_texts_come_back_as_they_were_typed(tmp_path):
    typed = Student("Zoé", "ligne\n**gras**", "fin")
    student.save(tmp_path / "report.json", typed)
    assert student.read(tmp_path / "report.json") == typed


def test_that_nothing_kept_is_an_empty_one(tmp_path):
    assert student.read(tmp_path / "none.json") == Student()


@pytest.mark.parametrize("text", ["", "[1]", "{", '{"name": 3}', "[" * 100_000, "\x00"])
def test_that_a_damaged_file_is_an_empty_one(tmp_path, text):
    (tmp_path / "report.json").write_text(text)
    assert student.read(tmp_path / "report.json") == Student()


def test_that_a_text_of_another_program_is_cut(tmp_path):
    student.save(tmp_path / "report.json", Student(comments="x" * (LONGEST + 5)))
    assert len(student.read(tmp_path / "report.json").comments) == LONGEST
