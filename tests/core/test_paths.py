from pathlib import Path

from tplab_gui.core import paths


def test_that_the_environment_comes_before_the_user_and_the_user_before_what_ships(monkeypatch, tmp_path):
    monkeypatch.setenv("TPLAB_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("TPLAB_MODELS", str(tmp_path / "stick"))
    assert paths.model_search_path() == [
        tmp_path / "stick",
        tmp_path / "home" / "data" / "models",
        paths.MODELS,
    ]


def test_that_everything_of_the_user_moves_with_tplab_home(monkeypatch, tmp_path):
    monkeypatch.setenv("TPLAB_HOME", str(tmp_path))
    for place in (paths.user_data_dir(), paths.logs_dir(), paths.settings_file(), paths.runs_dir()):
        assert tmp_path in place.parents


def test_that_the_shipped_folders_are_beside_the_package():
    root = Path(paths.__file__).resolve().parents[2]
    assert root / "resources" == paths.RESOURCES
    assert (paths.RESOURCES / "samples").is_dir()
