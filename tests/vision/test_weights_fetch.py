"""Weights from a local server and from a stick: verified, resumed, refused."""

import hashlib
import http.server
import threading

import pytest

from tplab_gui.core.errors import LabError
from tplab_gui.core.events.common import Progress, Ready
from tplab_gui.core.paths import user_data_dir
from tplab_gui.vision import torchvision_models
from tplab_gui.vision.weights_fetch import fetch_weights

CONTENT = bytes(range(256)) * 4000
NAME = f"tiny-{hashlib.sha256(CONTENT).hexdigest()[:8]}.pth"


class Choice:
    """As much of torchvision's entry as is needed."""

    meta = {"_file_size": len(CONTENT) / (1 << 20)}  # noqa: RUF012

    def __init__(self, url):
        self.url = url


@pytest.fixture
def served(monkeypatch):
    """A server of CONTENT that can go on in the middle; returns the list of the ranges it was asked for."""
    asked = []

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            start = int((self.headers.get("Range") or "bytes=0-")[6:].split("-")[0])
            asked.append(start)
            self.send_response(206 if start else 200)
            if start:
                self.send_header("Content-Range", f"bytes {start}-{len(CONTENT) - 1}/{len(CONTENT)}")
            self.send_header("Content-Length", str(len(CONTENT) - start))
            self.end_headers()
            self.wfile.write(CONTENT[start:])

        def log_message(self, *_):
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    offer(monkeypatch, f"http://127.0.0.1:{server.server_port}/{NAME}")
    monkeypatch.delenv("TPLAB_NO_DOWNLOAD", raising=False)
    yield asked
    server.shutdown()
    server.server_close()
    thread.join()


def offer(monkeypatch, url):
    monkeypatch.setattr(torchvision_models, "wanted_weights", lambda _name: [Choice(url)])


def models():
    return user_data_dir() / "models"


def test_that_weights_are_fetched_verified_and_put_in_their_place(served):
    events = list(fetch_weights("tiny"))
    assert isinstance(events[-1], Ready)
    assert all(isinstance(each, Progress) for each in events[:-1])
    assert [each.name for each in models().iterdir()] == [NAME]
    assert (models() / NAME).read_bytes() == CONTENT


def test_that_a_broken_download_goes_on_where_it_stopped(served):
    models().mkdir(parents=True)
    (models() / f"{NAME}.part").write_bytes(CONTENT[:5000])
    list(fetch_weights("tiny"))
    assert served == [5000]
    assert (models() / NAME).read_bytes() == CONTENT


def test_that_a_part_that_is_not_the_file_is_refused_and_forgotten(served):
    models().mkdir(parents=True)
    (models() / f"{NAME}.part").write_bytes(b"x" * 5000)
    with pytest.raises(LabError, match="sha256 differs"):
        list(fetch_weights("tiny"))
    assert list(models().iterdir()) == []
    list(fetch_weights("tiny"))


def test_that_nothing_is_downloaded_where_that_is_forbidden(served, monkeypatch):
    monkeypatch.setenv("TPLAB_NO_DOWNLOAD", "1")
    with pytest.raises(LabError, match="switched off"):
        list(fetch_weights("tiny"))
    assert served == []


def test_that_a_stick_brings_the_file(tmp_path, monkeypatch):
    offer(monkeypatch, f"https://example.org/{NAME}")
    monkeypatch.setenv("TPLAB_NO_DOWNLOAD", "1")
    (tmp_path / "stick" / "deep").mkdir(parents=True)
    (tmp_path / "stick" / "deep" / NAME).write_bytes(CONTENT)
    assert isinstance(list(fetch_weights("tiny", str(tmp_path / "stick")))[-1], Ready)
    assert (models() / NAME).read_bytes() == CONTENT


def test_that_a_stick_without_the_file_or_with_a_damaged_one_is_refused(tmp_path, monkeypatch):
    offer(monkeypatch, f"https://example.org/{NAME}")
    with pytest.raises(LabError, match="does not hold the file"):
        list(fetch_weights("tiny", str(tmp_path)))
    (tmp_path / NAME).write_bytes(CONTENT[:-1])
    with pytest.raises(LabError, match="sha256 differs"):
        list(fetch_weights("tiny", str(tmp_path)))
    assert list(models().iterdir()) == []


def test_that_an_unknown_network_is_refused_before_anything_is_asked():
    with pytest.raises(LabError, match="no network called"):
        list(fetch_weights("no_such_net"))
