import logging

from tplab_gui.core.logs import start_logging
from tplab_gui.core.paths import logs_dir


def test_that_a_line_reaches_the_file(monkeypatch, tmp_path):
    monkeypatch.setenv("TPLAB_HOME", str(tmp_path))
    path = start_logging()
    logging.getLogger("tplab_gui.speech").info("microphone %s opened", "USB")
    assert path == logs_dir() / "tplab.log"
    assert "microphone USB opened" in path.read_text(encoding="utf-8")


def test_that_a_place_without_write_access_does_not_stop_the_lab(monkeypatch, tmp_path):
    (tmp_path / "file").write_text("", encoding="utf-8")
    monkeypatch.setenv("TPLAB_HOME", str(tmp_path / "file"))
    assert start_logging() is None


def test_that_starting_twice_writes_each_line_once(monkeypatch, tmp_path):
    monkeypatch.setenv("TPLAB_HOME", str(tmp_path))
    start_logging()
    path = start_logging()
    logging.getLogger("tplab_gui").info("only once")
    assert path.read_text(encoding="utf-8").count("only once") == 1
