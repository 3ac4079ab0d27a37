import errno
import gzip
import hashlib
import io
import re
import socket
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from tests.data.local_server import serving
from tplab_gui.core.errors import LabError
from tplab_gui.core.events.common import Progress, Ready
from tplab_gui.data import download as downloading
from tplab_gui.data.assets import Asset, AssetArchive, AssetFile
from tplab_gui.data.download import download, fetch

CONTENT = bytes(range(256)) * 2000


@pytest.fixture(autouse=True)
def downloads_allowed(own_home, monkeypatch):
    monkeypatch.delenv("TPLAB_NO_DOWNLOAD")


@pytest.fixture
def server():
    with serving() as local:
        local.files["/a.gz"] = gzip.compress(CONTENT, 1)
        yield local


def asset_of(*urls, content=CONTENT, **changes):
    file = AssetFile("a", len(content), hashlib.sha256(content).hexdigest(), urls)
    return replace(
        Asset("letters", "Letters", "pictures", 1, "none", "here", "letters", 10**7, (file,)), **changes
    )


def wavs(n=12):
    return {f"{i % 10}_eva_{i}.wav": bytes([i]) * (100 + i) for i in range(n)}


def zipped(members):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in members.items():
            file.writestr(name, data)
    return stream.getvalue()


def sha256_of(members):
    lines = [f"{hashlib.sha256(data).hexdigest()}  {name}\n" for name, data in sorted(members.items())]
    return hashlib.sha256("".join(lines).encode()).hexdigest()


def archive_of(*urls, members=None):
    members = members or wavs()
    pattern = re.compile(r"[^/]+/recordings/([0-9]_[a-z]+_[0-9]+\.wav)")
    size = sum(len(data) for data in members.values())
    archive = AssetArchive(pattern, len(members), size, sha256_of(members), urls)
    return asset_of(files=(), archive=archive, name="voices", folder="voices/recordings")


def in_top_folder(members):
    return {f"set-1.0/recordings/{name}": data for name, data in members.items()}


def left_over(asset):
    return sorted(path.name for path in asset.target.parent.rglob("*") if path.is_file())


def test_that_a_file_is_fetched_unpacked_and_announced_with_its_progress(server):
    asset = asset_of(server.url("/a.gz"))
    events = list(fetch(asset))
    assert (asset.target / "a").read_bytes() == CONTENT
    assert left_over(asset) == ["a"]
    progress = [event for event in events if isinstance(event, Progress)]
    done = [event.done for event in progress]
    assert done == sorted(done)
    assert progress[-1] == Progress(len(server.files["/a.gz"]), len(server.files["/a.gz"]), "a.gz")
    assert events[-1] == Ready(str(asset.target))


def test_that_it_lands_in_the_users_own_folder(server, own_home):
    list(fetch(asset_of(server.url("/a.gz"))))
    assert (own_home / "data" / "data" / "letters" / "a").is_file()


def test_that_what_is_there_already_is_not_fetched_again(server):
    asset = asset_of(server.url("/a.gz"))
    list(fetch(asset))
    assert [type(event) for event in fetch(asset)] == [Ready]
    assert len(server.asked) == 1


@pytest.mark.parametrize("value", ["1", "yes"])
def test_that_nothing_is_asked_of_the_network_when_downloads_are_switched_off(server, monkeypatch, value):
    monkeypatch.setenv("TPLAB_NO_DOWNLOAD", value)
    with pytest.raises(LabError, match="switched off"):
        list(fetch(asset_of(server.url("/a.gz"))))
    assert server.asked == []


def test_that_a_broken_connection_is_told_and_the_next_attempt_goes_on_where_it_stopped(server):
    asset = asset_of(server.url("/a.gz"))
    server.cut_after = 1000
    with pytest.raises(LabError, match="goes on where it stopped"):
        list(fetch(asset))
    assert left_over(asset) == ["a.gz.part"]
    events = list(fetch(asset))
    assert server.asked == [("/a.gz", None), ("/a.gz", "bytes=1000-")]
    assert events[0].done == 1000
    assert (asset.target / "a").read_bytes() == CONTENT


def test_that_a_fetch_closed_half_way_is_resumed(server):
    asset = asset_of(server.url("/a.gz"))
    server.files["/a.gz"] = gzip.compress(CONTENT, 0)
    running = fetch(asset)
    while next(running).done == 0:
        pass
    running.close()
    list(fetch(asset))
    assert server.asked[1][1] == f"bytes={downloading.BLOCK_BYTES}-"
    assert (asset.target / "a").read_bytes() == CONTENT


def test_that_a_server_without_ranges_starts_again_from_the_beginning(server):
    asset = asset_of(server.url("/a.gz"))
    asset.target.mkdir(parents=True)
    (asset.target / "a.gz.part").write_bytes(b"x" * 10**6)
    server.has_ranges = False
    list(fetch(asset))
    assert (asset.target / "a").read_bytes() == CONTENT


def test_that_a_part_that_belongs_to_something_else_costs_one_attempt_and_no_more(server):
    asset = asset_of(server.url("/a.gz"))
    asset.target.mkdir(parents=True)
    (asset.target / "a.gz.part").write_bytes(b"wrong")
    with pytest.raises(LabError, match="sha256"):
        list(fetch(asset))
    list(fetch(asset))
    assert (asset.target / "a").read_bytes() == CONTENT


def test_that_the_second_address_is_tried_when_the_first_fails(server):
    list(fetch(asset_of(server.url("/gone"), server.url("/a.gz"))))
    assert [path for path, _ in server.asked] == ["/gone", "/a.gz"]


def test_that_an_address_that_does_not_exist_is_a_sentence_with_the_answer(server):
    with pytest.raises(LabError, match="the server answered 404"):
        list(fetch(asset_of(server.url("/gone"))))


def test_that_no_network_is_a_sentence():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with pytest.raises(LabError, match="no network"):
        list(fetch(asset_of(f"http://127.0.0.1:{port}/a.gz")))


def test_that_wrong_content_is_not_kept_and_the_old_file_stays(server):
    asset = asset_of(server.url("/a.gz"))
    asset.target.mkdir(parents=True)
    (asset.target / "a").write_bytes(b"old")
    server.files["/a.gz"] = gzip.compress(CONTENT[:-1] + b"?")
    with pytest.raises(LabError, match="sha256"):
        list(fetch(asset))
    assert (asset.target / "a").read_bytes() == b"old"
    assert left_over(asset) == ["a"]


@pytest.mark.parametrize(
    "packed",
    [gzip.compress(CONTENT)[:-20], b"no gzip at all", b"", gzip.compress(CONTENT + bytes(10**6))],
    ids=["cut", "text", "empty", "too long"],
)
def test_that_a_damaged_file_is_not_kept(server, packed):
    asset = asset_of(server.url("/a.gz"))
    server.files["/a.gz"] = packed
    with pytest.raises(LabError, match="not the file the lab knows"):
        list(fetch(asset))
    assert left_over(asset) == []


@pytest.mark.parametrize("has_length", [True, False])
def test_that_a_file_larger_than_it_should_be_is_stopped(server, has_length, tmp_path):
    server.has_length = has_length
    with pytest.raises(LabError, match=r"more than it should be|does not end"):
        list(download((server.url("/a.gz"),), tmp_path / "a.part", max_bytes=1000))
    assert not (tmp_path / "a.part").exists() or (tmp_path / "a.part").stat().st_size <= 1000


def test_that_a_full_disk_is_a_sentence_and_the_half_file_goes(server, monkeypatch):
    asset = asset_of(server.url("/a.gz"))
    real_open = Path.open

    def full(path, mode="r", *args, **kwargs):
        if path.name.endswith(".part") and mode != "rb":
            real_open(path, "wb").close()
            raise OSError(errno.ENOSPC, "No space left on device")
        return real_open(path, mode, *args, **kwargs)

    monkeypatch.setattr(Path, "open", full)
    with pytest.raises(LabError, match="disk is full"):
        list(fetch(asset))
    assert left_over(asset) == []


def test_that_an_archive_is_unpacked_to_the_members_that_belong_to_the_set(server):
    others = {
        "set-1.0/README.md": b"read me",
        "set-1.0/recordings/notes.txt": b"?",
        "set-1.0/tool.py": b"print()",
    }
    server.files["/v.zip"] = zipped({**in_top_folder(wavs()), **others})
    asset = archive_of(server.url("/v.zip"))
    list(fetch(asset))
    assert {path.name: path.read_bytes() for path in asset.target.iterdir()} == wavs()
    assert left_over(asset) == sorted(wavs())


@pytest.mark.parametrize(
    "evil", ["../../1_evil_1.wav", "/tmp/recordings/1_evil_1.wav", "x/recordings/../1_evil_1.wav"]
)
def test_that_no_member_leaves_the_folder(server, evil):
    server.files["/v.zip"] = zipped({**in_top_folder(wavs()), evil: b"evil"})
    asset = archive_of(server.url("/v.zip"))
    list(fetch(asset))
    assert left_over(asset) == sorted(wavs())


@pytest.mark.parametrize(
    "members",
    [
        wavs(11),
        {**wavs(), "1_extra_1.wav": b"x"},
        {name: data[:-1] + b"?" for name, data in wavs().items()},
    ],
    ids=["too few", "too many", "changed"],
)
def test_that_another_archive_is_refused_as_a_whole(server, members):
    server.files["/v.zip"] = zipped(in_top_folder(members))
    asset = archive_of(server.url("/v.zip"))
    with pytest.raises(LabError, match="not the file the lab knows"):
        list(fetch(asset))
    assert left_over(asset) == []


def test_that_the_second_archive_is_tried_when_the_first_is_another_one(server):
    server.files["/old.zip"] = zipped(in_top_folder(wavs(3)))
    server.files["/new.zip"] = zipped(in_top_folder(wavs()))
    asset = archive_of(server.url("/old.zip"), server.url("/new.zip"))
    list(fetch(asset))
    assert len(left_over(asset)) == 12


def test_that_strangers_in_the_folder_are_told_after_the_fetch(server):
    server.files["/v.zip"] = zipped(in_top_folder(wavs()))
    asset = archive_of(server.url("/v.zip"))
    asset.target.mkdir(parents=True)
    (asset.target / "1_stranger_1.wav").write_bytes(b"x")
    with pytest.raises(LabError, match="other files"):
        list(fetch(asset))
