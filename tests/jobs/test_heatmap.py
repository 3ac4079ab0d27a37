"""What the jobs of the Heatmap tab find on this machine."""

from tests.kept_runs import make_run
from tplab_gui import jobs
from tplab_gui.core.events.heatmap import NetworksFound


def test_that_weights_and_runs_that_can_look_are_found(tmp_path, monkeypatch):
    monkeypatch.setenv("TPLAB_MODELS", str(tmp_path / "models"))
    (tmp_path / "models").mkdir()
    for name in ("resnet18-f37072fd.pth", "notes.pth", "convnext_tiny-983f1562.pth", "resnet18-deadbeef.pth"):
        (tmp_path / "models" / name).touch()
    without = make_run(tmp_path / "runs", 1)
    can_look = make_run(tmp_path / "runs", 2)
    (can_look / "best.safetensors").touch()
    (without / "best.safetensors").unlink(missing_ok=True)
    (found,) = jobs.looking_networks(str(tmp_path / "runs"))
    assert isinstance(found, NetworksFound)
    assert found.names == ("convnext_tiny", "resnet18")
    assert [folder for folder, _ in found.runs] == [str(can_look)]


def test_that_a_machine_without_runs_and_weights_has_nothing_to_offer(tmp_path, monkeypatch):
    monkeypatch.setenv("TPLAB_MODELS", str(tmp_path))
    assert list(jobs.looking_networks(str(tmp_path / "none"))) == [NetworksFound((), ())]
