"""What may be fetched, as `resources/assets.toml` says it: addresses, sizes, and the sha256 of the content."""

import hashlib
import re
import tomllib
from dataclasses import dataclass
from pathlib import Path

from tplab_gui.core.errors import LabError, MissingError
from tplab_gui.core.paths import RESOURCES, user_data_dir
from tplab_gui.data import places
from tplab_gui.data.idx import read_idx
from tplab_gui.data.spoken import clips_sha256, list_clips


@dataclass(frozen=True, slots=True)
class AssetFile:
    """One gzipped file: its unpacked name, size and sha256, and the addresses to try in turn."""

    name: str
    content_bytes: int
    sha256: str
    urls: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AssetArchive:
    """A zip file of which the members whose path matches `member` are kept, named by its first group."""

    member: re.Pattern[str]
    members: int
    content_bytes: int
    sha256: str
    urls: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Asset:
    """One set that can be fetched: either `files` or an `archive`, unpacked into `folder` of the data folder."""

    name: str
    title: str
    kind: str
    count: int
    licence: str
    origin: str
    folder: str
    max_bytes: int
    files: tuple[AssetFile, ...] = ()
    archive: AssetArchive | None = None

    @property
    def target(self) -> Path:
        """The folder of the user's that it is unpacked into."""
        return user_data_dir() / "data" / self.folder

    def found(self) -> Path | None:
        """The folder on this machine that holds the set (its content unchecked), or None."""
        search = {"mnist": places.find_mnist, "fsdd": places.find_fsdd}.get(self.name)
        if search is not None:
            return search()
        return self.target if self.target.is_dir() else None


def read_assets(path: Path | None = None) -> dict[str, Asset]:
    """The sets of `assets.toml` by name.

    Raises
    ------
    MissingError
        If the list that ships is gone.

    """
    path = path or RESOURCES / "assets.toml"
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise MissingError(
            "The list of data sets that ships with the lab is missing ({path}).",
            hint="Restore resources/.",
            path=path,
        ) from error
    return {name: _asset(name, entry) for name, entry in table.items()}


def content_matches(asset: Asset, folder: Path) -> bool:
    """Whether what lies in `folder` is what the sha256 of the asset says; False when it cannot even be read."""
    try:
        return _matches(asset, folder)
    except (LabError, OSError):
        return False


def _matches(asset: Asset, folder: Path) -> bool:
    if asset.archive is not None:
        return clips_sha256(list_clips(folder)) == asset.archive.sha256
    found = places.idx_files(folder) or {}
    by_name = {places.MNIST_STEMS[part]: path for part, path in found.items()}
    return all(
        file.name in by_name
        and _idx_sha256(by_name[file.name], 3 if "idx3" in file.name else 1) == file.sha256
        for file in asset.files
    )


def _idx_sha256(path: Path, axes: int) -> str:
    values = read_idx(path, axes)
    header = bytes([0, 0, 8, axes]) + b"".join(size.to_bytes(4, "big") for size in values.shape)
    return hashlib.sha256(header + values.tobytes()).hexdigest()


def _asset(name: str, entry: dict) -> Asset:
    archive = entry.get("archive")
    return Asset(
        name,
        entry["title"],
        entry["kind"],
        entry["count"],
        entry["licence"],
        entry["origin"],
        entry["folder"],
        int(entry["max_mb"] * 1e6),
        tuple(
            AssetFile(f["name"], f["bytes"], f["sha256"], tuple(f["urls"])) for f in entry.get("files", ())
        ),
        archive
        and AssetArchive(
            re.compile(archive["member"]),
            archive["members"],
            archive["bytes"],
            archive["sha256"],
            tuple(archive["urls"]),
        ),
    )
