"""Unpacking what was fetched: never more than expected, never outside the folder, never unverified.

An archive comes from the network, so its names and sizes are claims: a name must match the pattern that the lab
knows, and reading stops when more comes out than the content is known to have.
"""

import gzip
import hashlib
import zipfile
import zlib
from pathlib import Path

from tplab_gui.core.atomic import replacing, write_bytes
from tplab_gui.core.errors import LabError
from tplab_gui.data.assets import AssetArchive

_BLOCK_BYTES = 1 << 20
_DAMAGED = (gzip.BadGzipFile, EOFError, zlib.error, zipfile.BadZipFile, NotImplementedError, RuntimeError)


def unpack_gzip(packed: Path, target: Path, content_bytes: int, sha256: str) -> None:
    """Unpack one file and put it in its place once its sha256 is right.

    Raises
    ------
    LabError
        If it is damaged, has another content, or the disk is full; nothing is left behind then.

    """
    with replacing(target) as temporary:
        try:
            is_right = _copy(packed, temporary, content_bytes) == sha256
        except _DAMAGED as error:
            # Inside `replacing`: a broken gzip is an OSError too, and would be taken for a broken disk.
            raise _wrong(target.name) from error
        if not is_right:
            raise _wrong(target.name)


def _copy(packed: Path, target: Path, content_bytes: int) -> str:
    """Unpack at most one block more than `content_bytes`; the sha256 of what came out."""
    digest, done = hashlib.sha256(), 0
    with gzip.open(packed, "rb") as source, target.open("wb") as stream:
        while done <= content_bytes and (block := source.read(_BLOCK_BYTES)):
            done += len(block)
            digest.update(block)
            stream.write(block)
    return digest.hexdigest()


def unpack_zip(packed: Path, folder: Path, archive: AssetArchive) -> None:
    """Unpack the members that belong to the set into `folder`, once the sha256 over all of them is right.

    Raises
    ------
    LabError
        If it is damaged, has other members, another content, or the disk is full.

    """
    try:
        with zipfile.ZipFile(packed) as source:
            members = _members(source, archive)
            # 20 MB at most, so they are held until all are verified: nothing unverified reaches the folder.
            contents = {name: _read_member(source, info) for name, info in members.items()}
    except (*_DAMAGED, OSError) as error:
        raise _wrong(packed.name.removesuffix(".part")) from error
    lines = (f"{hashlib.sha256(data).hexdigest()}  {name}\n" for name, data in sorted(contents.items()))
    if hashlib.sha256("".join(lines).encode()).hexdigest() != archive.sha256:
        raise _wrong(packed.name.removesuffix(".part"))
    for name, data in contents.items():
        write_bytes(folder / name, data)


def _members(source: zipfile.ZipFile, archive: AssetArchive) -> dict[str, zipfile.ZipInfo]:
    members: dict[str, zipfile.ZipInfo] = {}
    for info in source.infolist():
        match = archive.member.fullmatch(info.filename)
        # The pattern's group is a bare file name; the check says so even if somebody edits the pattern.
        if match and Path(match[1]).name == match[1] and not match[1].startswith("."):
            members[match[1]] = info
    size_bytes = sum(info.file_size for info in members.values())
    if len(members) != archive.members or size_bytes != archive.content_bytes:
        raise _wrong(Path(source.filename or "").name.removesuffix(".part"))
    return members


def _read_member(source: zipfile.ZipFile, info: zipfile.ZipInfo) -> bytes:
    with source.open(info) as stream:
        data = stream.read(info.file_size + 1)
    if len(data) != info.file_size:
        raise zipfile.BadZipFile(info.filename)
    return data


def _wrong(name: str) -> LabError:
    return LabError(
        "{name} is not the file the lab knows (its content or its sha256 differs); it was not kept.",
        hint="Try again later, or take the set from another place.",
        name=name,
    )
