import json
import os
import sys

import pytest

from tplab_gui.core import settings as stored
from tplab_gui.core.errors import LabError
from tplab_gui.core.settings import Settings


@pytest.fixture
def path(tmp_path):
    return tmp_path / "config" / "settings.json"


def put(path, content):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")


def test_that_a_first_start_has_the_defaults_and_no_notice(path):
    assert stored.load(path) == (Settings(), None)


def test_that_what_is_saved_comes_back(path):
    stored.save(path, Settings(language="fr", theme="dark", tab="digits", microphone="Micro n°2"))
    assert stored.load(path) == (
        Settings(language="fr", theme="dark", tab="digits", microphone="Micro n°2"),
        None,
    )


@pytest.mark.parametrize("content", ["{", "", "[1, 2]", "null", "\x00\x01", "[" * 100_000])
def test_that_a_damaged_file_is_set_aside_and_named(path, content):
    put(path, content)
    settings, notice = stored.load(path)
    assert settings == Settings()
    aside = path.with_name("settings.json.damaged")
    assert str(aside) in str(notice)
    assert aside.read_text(encoding="utf-8") == content
    assert not path.exists()


@pytest.mark.parametrize("content", [{"theme": "pink"}, {"theme": 3}, {"theme": None}, {"tab": "../etc"}])
def test_that_an_unusable_value_falls_back_to_its_default_alone(path, content):
    put(path, {"version": 1, "language": "fr", **content})
    settings, notice = stored.load(path)
    assert (settings.theme, settings.tab, settings.language) == ("system", "training", "fr")
    assert notice is None


@pytest.mark.parametrize(
    "hostile", [None, True, -1, 101, 10**400, 50.0, float("nan"), float("inf"), "50", [50], {}]
)
def test_that_a_weight_of_the_fusion_that_is_no_percentage_is_not_believed(path, hostile):
    put(path, {"image_trust": hostile, "theme": "dark"})
    settings, _ = stored.load(path)
    assert (settings.image_trust, settings.theme) == (50, "dark")


@pytest.mark.parametrize("hostile", [None, 1, "", "late-weighted ", "../late-vote", ["late-vote"], "\x00"])
def test_that_a_way_to_listen_or_to_fuse_that_does_not_exist_is_not_believed(path, hostile):
    put(path, {"fusion": hostile, "hearing_mode": hostile, "hearing_network": 7})
    settings, _ = stored.load(path)
    assert settings == Settings()


@pytest.mark.parametrize("hostile", ["a" * 1_000_000, "USB\x00", "USB\nmicrophone", "\x7f"])
def test_that_a_text_that_no_device_or_folder_has_is_not_believed(path, hostile):
    put(
        path,
        {"microphone": hostile, "hearing_network": hostile, "last_folder": hostile, "camera": "C\u00a01 é"},
    )
    assert stored.load(path)[0] == Settings(camera="C\u00a01 é")


def test_that_how_the_lab_listens_and_fuses_comes_back(path):
    mine = Settings(hearing_mode="push", hearing_network="/runs/7", fusion="late-vote", image_trust=0)
    stored.save(path, mine)
    assert stored.load(path) == (mine, None)


def test_that_settings_from_the_future_keep_what_this_version_does_not_know(path):
    put(path, {"version": 99, "language": "fr", "hologram": {"depth": 3}})
    settings, notice = stored.load(path)
    assert settings.language == "fr"
    assert "later TP Lab" in str(notice)
    stored.save(path, settings)
    assert json.loads(path.read_text(encoding="utf-8"))["hologram"] == {"depth": 3}


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="root may write anywhere")
def test_that_a_read_only_home_is_named_in_one_sentence(path):
    path.parent.mkdir(parents=True)
    path.parent.chmod(0o500)
    with pytest.raises(LabError, match="cannot be written to"):
        stored.save(path, Settings())


def test_that_a_home_that_is_a_file_is_a_sentence(tmp_path):
    (tmp_path / "home").write_text("not a folder", encoding="utf-8")
    with pytest.raises(LabError, match="could not be written"):
        stored.save(tmp_path / "home" / "settings.json", Settings())
