import gzip
import struct

import pytest

from tplab_gui.core.errors import MissingError
from tplab_gui.data.assets import content_matches, read_assets


def test_that_the_sets_to_fetch_are_mnist_and_fsdd_and_say_their_licence_and_origin():
    assets = read_assets()
    assert set(assets) == {"mnist", "fsdd"}
    for asset in assets.values():
        assert asset.licence.startswith("CC")
        assert asset.origin
        urls = asset.archive.urls if asset.archive else sum((file.urls for file in asset.files), ())
        assert all(url.startswith("https://") for url in urls)
        assert len(urls) >= 2


def test_that_the_sizes_of_mnist_are_those_its_format_gives():
    sizes = {file.name: file.content_bytes for file in read_assets()["mnist"].files}
    assert sizes["train-images-idx3-ubyte"] == 16 + 60_000 * 28 * 28
    assert sizes["t10k-images-idx3-ubyte"] == 16 + 10_000 * 28 * 28
    assert sizes["train-labels-idx1-ubyte"] == 8 + 60_000
    assert sizes["t10k-labels-idx1-ubyte"] == 8 + 10_000


@pytest.mark.parametrize(
    ("member", "is_kept"),
    [
        ("free-spoken-digit-dataset-1.0.10/recordings/8_theo_26.wav", True),
        ("free-spoken-digit-dataset-1.0.10/8_theo_26.wav", False),
        ("free-spoken-digit-dataset-1.0.10/recordings/x/8_theo_26.wav", False),
        ("a/recordings/8_theo_26.wav\n", False),
        ("a/recordings/../8_theo_26.wav", False),
    ],
)
def test_that_only_recordings_are_members_of_fsdd(member, is_kept):
    assert bool(read_assets()["fsdd"].archive.member.fullmatch(member)) is is_kept


def test_that_a_list_that_is_gone_is_missing(tmp_path):
    with pytest.raises(MissingError):
        read_assets(tmp_path / "none.toml")


def test_that_a_set_is_found_by_its_folder_and_not_believed_until_its_content_agrees(tmp_path, monkeypatch):
    monkeypatch.setenv("TPLAB_DATA", str(tmp_path))
    mnist = read_assets()["mnist"]
    assert mnist.found() is None
    (tmp_path / "mnist").mkdir()
    for file in mnist.files:
        axes = 3 if "idx3" in file.name else 1
        content = bytes([0, 0, 8, axes]) + struct.pack(f">{axes}I", *[1] * axes) + b"\0"
        (tmp_path / "mnist" / f"{file.name}.gz").write_bytes(gzip.compress(content))
    assert mnist.found() == tmp_path / "mnist"
    assert not content_matches(mnist, tmp_path / "mnist")
    (tmp_path / "mnist" / f"{mnist.files[0].name}.gz").write_bytes(b"broken")
    assert not content_matches(mnist, tmp_path / "mnist")


@pytest.mark.parametrize("name", ["mnist", "fsdd"])
def test_that_the_sha256_of_the_list_is_that_of_the_real_set(shared_data, monkeypatch, name):
    monkeypatch.setenv("TPLAB_DATA", str(shared_data))
    asset = read_assets()[name]
    assert content_matches(asset, asset.found())
