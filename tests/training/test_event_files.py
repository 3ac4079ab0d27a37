"""Event files for TensorBoard: the frames are read back by hand, the numbers compared with metrics.csv."""

import json
import struct
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from tensorboardX.proto.event_pb2 import Event
from tensorboardX.proto.plugin_hparams_pb2 import HParamsPluginData

from tests.kept_runs import make_run
from tplab_gui.core.errors import LabError, MissingError
from tplab_gui.core.events.common import Progress
from tplab_gui.core.events.runs import EventFilesWritten
from tplab_gui.core.events.training import BatchEnd, RunEnd, RunStarted
from tplab_gui.training.event_files import LiveEventFile, export_event_files
from tplab_gui.training.runs import COLUMNS, read_events, read_run


def crc32c(data: bytes) -> int:
    """Return the Castagnoli checksum, bit by bit (RFC 3720, appendix B.4)."""
    crc = 0xFFFFFFFF
    for byte in data:
        crc ^= byte
        for _ in range(8):
            crc = crc >> 1 ^ (0x82F63B78 if crc & 1 else 0)
    return crc ^ 0xFFFFFFFF


def masked(data: bytes) -> int:
    crc = crc32c(data)
    return ((crc >> 15 | crc << 17) + 0xA282EAD8) & 0xFFFFFFFF


def events_of(file: Path) -> list[Event]:
    """Read TFRecord frames: length, its checksum, data, its checksum; all little-endian."""
    rest, found = file.read_bytes(), []
    while rest:
        (length,), (of_length,) = struct.unpack("<Q", rest[:8]), struct.unpack("<I", rest[8:12])
        data, (of_data,) = rest[12 : 12 + length], struct.unpack("<I", rest[12 + length : 16 + length])
        assert (of_length, of_data) == (masked(rest[:8]), masked(data))
        found.append(Event.FromString(data))
        rest = rest[16 + length :]
    return found


def points(file: Path, tag: str) -> list[tuple[int, float]]:
    return [
        (event.step, value.simple_value)
        for event in events_of(file)
        for value in event.summary.value
        if value.tag == tag
    ]


def hparams(file: Path) -> dict[str, HParamsPluginData]:
    return {
        value.tag.removeprefix("_hparams_/"): HParamsPluginData.FromString(value.metadata.plugin_data.content)
        for event in events_of(file)
        for value in event.summary.value
        if value.metadata.plugin_data.plugin_name == "hparams"
    }


def the_file(folder: Path) -> Path:
    (file,) = folder.rglob("*tfevents*")
    return file


@pytest.fixture
def learned(tiny, train):
    return Path(next(event.run_dir for event in train(tiny) if isinstance(event, RunEnd)))


def test_that_the_checksum_of_this_test_is_the_one_of_the_standard():
    assert crc32c(b"123456789") == 0xE3069283


def test_that_the_file_begins_as_tensorboard_expects(learned, tmp_path):
    list(export_event_files([learned], tmp_path / "tb"))
    assert events_of(the_file(tmp_path / "tb"))[0].file_version == "brain.Event:2"
    assert the_file(tmp_path / "tb").parent.name == learned.name


def test_that_every_epoch_is_that_of_metrics_csv_as_float32(learned, tmp_path):
    list(export_event_files([learned], tmp_path))
    epochs = read_run(learned).epochs
    for name in set(COLUMNS) - {"epoch", "step"}:
        expected = [(epoch.epoch, float(np.float32(getattr(epoch, name)))) for epoch in epochs]
        assert points(the_file(tmp_path), f"epoch/{name}") == expected


def test_that_every_batch_is_there_at_its_step(learned, tmp_path):
    list(export_event_files([learned], tmp_path))
    lines = [line for line in read_events(learned / "events.jsonl") if line["event"] == "batches"]
    for name in ("loss", "accuracy"):
        values = [float(np.float32(value)) for line in lines for value in line[name]]
        assert points(the_file(tmp_path), f"batch/{name}") == list(enumerate(values, 1))
    assert points(the_file(tmp_path), "batch/lr") == [
        (1, 1.0), (2, 1.0), (3, 1.0), *((step, float(np.float32(lines[1]["lr"][0][1]))) for step in (4, 5, 6))
    ]  # fmt: skip


def test_that_parameters_and_what_they_are_judged_by_are_in_the_table_of_hparams(learned, tmp_path):
    list(export_event_files([learned], tmp_path))
    told, run = hparams(the_file(tmp_path)), read_run(learned)
    start = told["session_start_info"].session_start_info.hparams
    assert start["lr"].number_value == run.config["params"]["lr"]
    assert start["setup"].string_value == "base"
    assert start["shuffle"].bool_value is True
    metrics = {each.name.tag for each in told["experiment"].experiment.metric_infos}
    assert "epoch/test_loss" in metrics
    assert all(points(the_file(tmp_path), tag) for tag in metrics)
    assert points(the_file(tmp_path), "best/test_loss") == [
        (run.best.epoch, float(np.float32(run.best.test_loss)))
    ]
    assert told["session_end_info"].HasField("session_end_info")


def test_that_time_goes_forward_from_the_beginning_of_the_run(learned, tmp_path):
    list(export_event_files([learned], tmp_path))
    times = [event.wall_time for event in events_of(the_file(tmp_path))[1:]]
    assert times == sorted(times)
    assert times[-1] - times[0] == pytest.approx(sum(e.seconds for e in read_run(learned).epochs), abs=1e-3)


def test_that_several_runs_get_a_folder_each_and_a_second_export_doubles_nothing(tmp_path):
    kept = [make_run(tmp_path / "runs", seed) for seed in (1, 2)]
    for _ in range(2):
        *said, end = export_event_files(kept, tmp_path / "tb")
    assert end == EventFilesWritten(str(tmp_path / "tb"), 2, 2 * (9 * 3 + 3 * 8 + 1))
    assert {type(event) for event in said} == {Progress}
    files = sorted((tmp_path / "tb").rglob("*tfevents*"))
    assert [file.parent.name for file in files] == [folder.name for folder in kept]
    assert len(points(files[0], "epoch/test_loss")) == 3


def test_that_a_run_without_an_epoch_is_a_file_without_points(tmp_path):
    folder = make_run(tmp_path / "runs", losses=(1.0,), end="")
    for name in ("metrics.csv", "events.jsonl"):  # as they are before the first epoch ends
        (folder / name).unlink()
    list(export_event_files([folder], tmp_path / "tb"))
    assert [event for event in events_of(the_file(tmp_path / "tb")) if event.step] == []


def test_that_a_folder_of_data_is_named_without_its_place(tmp_path):
    folder = make_run(tmp_path / "runs", data=str(tmp_path / "mine"))
    config = json.loads((folder / "config.json").read_text())
    config["data"]["name"] = str(tmp_path / "mine")
    (folder / "config.json").write_text(json.dumps(config))
    list(export_event_files([folder], tmp_path / "tb"))
    start = hparams(the_file(tmp_path / "tb"))["session_start_info"].session_start_info.hparams
    assert start["data"].string_value == "mine"
    assert str(tmp_path).encode() not in the_file(tmp_path / "tb").read_bytes()


def follow(events, folder):
    live = LiveEventFile(folder)
    for event in events:
        live.take(event)
    live.close()


def test_that_a_run_followed_live_has_the_points_of_its_export(tiny, train, tmp_path):
    events = train(tiny)
    folder = next(event.run_dir for event in events if isinstance(event, RunEnd))
    # The folder as it was when the run began: without epochs.
    kept = {name: (Path(folder) / name).read_bytes() for name in ("metrics.csv", "events.jsonl")}
    for name in kept:
        (Path(folder) / name).unlink()
    follow(events, tmp_path / "live")
    for name, data in kept.items():
        (Path(folder) / name).write_bytes(data)
    list(export_event_files([folder], tmp_path / "kept"))
    live, exported = the_file(tmp_path / "live"), the_file(tmp_path / "kept")
    assert live.name == exported.name
    tags = {value.tag for event in events_of(exported) for value in event.summary.value}
    assert len(tags) == 15
    for tag in tags:
        assert points(live, tag) == points(exported, tag)


def test_that_a_run_that_goes_on_has_each_step_once(tiny, train, tmp_path):
    """The steps after the last whole epoch are learnt twice; the file of the cut run has them, the new one once."""
    cut = train(tiny, until=lambda event: isinstance(event, BatchEnd) and event.step == 5)
    folder = next(event.run_dir for event in cut if isinstance(event, RunStarted))
    live = LiveEventFile(tmp_path / "live")
    live.take(next(event for event in cut if isinstance(event, RunStarted)))
    for event in (event for event in cut if isinstance(event, BatchEnd) and event.step > 3):
        live.take(event)
    live.close()
    assert [step for step, _ in points(the_file(tmp_path / "live"), "batch/loss")] == [1, 2, 3, 4, 5]
    follow(train(tiny, resume_dir=folder), tmp_path / "live2")
    assert [step for step, _ in points(the_file(tmp_path / "live2"), "batch/loss")][-3:] == [4, 5, 6]


def test_that_a_place_that_cannot_be_written_is_a_sentence(tiny, train, tmp_path):
    (tmp_path / "file").write_text("")
    started = next(event for event in train(replace(tiny, epochs=1)) if isinstance(event, RunStarted))
    with pytest.raises(LabError, match="could not be written"):
        LiveEventFile(tmp_path / "file").take(started)
    with pytest.raises(LabError, match="could not be written"):
        list(export_event_files([started.run_dir], tmp_path / "file"))


def test_that_without_the_package_the_line_that_installs_it_is_said(learned, tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "tensorboardX", None)
    for ask in (lambda: LiveEventFile(tmp_path), lambda: list(export_event_files([learned], tmp_path))):
        with pytest.raises(MissingError, match=r"package tensorboardX.*python3 start\.py extras"):
            ask()


def test_that_events_without_a_run_are_ignored(tmp_path):
    live = LiveEventFile(tmp_path)
    live.take(BatchEnd(1, 1, 1.0, 0.5, 1.0, 10.0))
    live.close()
    assert list(tmp_path.rglob("*tfevents*")) == []
