"""Which samples show one ball, several, none."""

from tplab_gui.core import sample_objects
from tplab_gui.core.sample_objects import object_counts, study_samples


def test_that_every_counted_sample_is_there_and_the_study_has_its_three():
    counts = object_counts()
    assert all(path.is_file() for path in counts)
    chosen = study_samples()
    assert set(chosen) == {"one", "several", "none"}
    assert counts[chosen["one"]] == 1
    assert counts[chosen["several"]] > 1
    assert counts[chosen["none"]] == 0
    assert "zebra" in chosen["none"].stem


def test_that_a_missing_or_strange_table_gives_nothing(tmp_path, monkeypatch):
    monkeypatch.setattr(sample_objects, "SAMPLES", tmp_path)
    assert object_counts() == {}
    (tmp_path / "pictures").mkdir()
    (tmp_path / "pictures" / "boxes.csv").write_text("name\nball.jpg\n")
    assert object_counts() == {}
    assert study_samples() == {}
