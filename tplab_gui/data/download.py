"""Fetching a data set that the user asked for: resumable, bounded, and believed only when its sha256 agrees.

A job in the sense of the lab: a generator that yields `Progress` and can be closed at any instant. What came so far
stays in a `.part` file and the next attempt goes on from there. Nothing is put in its place before it is verified.
"""

import errno
import hashlib
import http.client
import os
import re
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

from tplab_gui.core.atomic import explain
from tplab_gui.core.errors import LabError
from tplab_gui.core.events.common import Progress, Ready
from tplab_gui.data.assets import Asset, AssetFile, content_matches
from tplab_gui.data.unpack import unpack_gzip, unpack_zip

BLOCK_BYTES = 1 << 16
TIMEOUT_S = 15.0
_TOTAL = re.compile(r"bytes (\d+)-\d+/(\d+|\*)")


def fetch(asset: Asset) -> Iterator[Progress | Ready]:
    """Fetch, verify and unpack `asset` into the user's data folder.

    Yields
    ------
    Progress
        Bytes so far and bytes in all (0 when the server does not say), `what` the file.
    Ready
        At the end; `detail` is the folder.

    Raises
    ------
    LabError
        If downloads are forbidden (TPLAB_NO_DOWNLOAD=1), no server answers, the disk is full, or the content is not
        the known one.

    """
    if os.environ.get("TPLAB_NO_DOWNLOAD", "") not in ("", "0"):
        raise LabError(
            "Downloads are switched off on this machine (TPLAB_NO_DOWNLOAD).",
            hint="Ask who set it up for a copy of {title}, and set TPLAB_DATA to its folder.",
            title=asset.title,
        )
    target = asset.target
    try:
        target.mkdir(parents=True, exist_ok=True)
        if asset.archive is not None:
            yield from _fetch_archive(asset, target)
        else:
            yield from _fetch_files(asset, target)
    except OSError as error:
        if error.errno == errno.ENOSPC:
            # Half a file must not be what fills the disk; any other trouble leaves it for the next attempt.
            for part in (*target.glob("*.part"), *target.parent.glob(f"{asset.name}.zip.part")):
                part.unlink(missing_ok=True)
        raise explain(error, target) from error
    yield Ready(str(target))


def _fetch_files(asset: Asset, target: Path) -> Iterator[Progress]:
    for file in asset.files:
        if _is_there(target / file.name, file):
            continue
        part = target / f"{file.name}.gz.part"
        yield from download(file.urls, part, asset.max_bytes)
        try:
            unpack_gzip(part, target / file.name, file.content_bytes, file.sha256)
        finally:
            # Verified and unpacked, or wrong: in both cases the next attempt must not go on from it.
            part.unlink(missing_ok=True)


def _fetch_archive(asset: Asset, target: Path) -> Iterator[Progress]:
    archive = asset.archive
    assert archive is not None  # noqa: S101 - for the type checker; `fetch` looked
    for i, url in enumerate(archive.urls):
        part = target.parent / f"{asset.name}.zip.part"
        yield from download(archive.urls[i:], part, asset.max_bytes)
        try:
            unpack_zip(part, target, archive)
            break
        except LabError:
            if url == archive.urls[-1]:
                raise
        finally:
            part.unlink(missing_ok=True)
    if not content_matches(asset, target):
        raise LabError(
            "{folder} holds other files than {title} (sha256 differs).",
            hint="Move that folder away and fetch again.",
            folder=target,
            title=asset.title,
        )


def _is_there(path: Path, file: AssetFile) -> bool:
    """Whether an earlier, interrupted fetch already brought this file."""
    if not path.is_file() or path.stat().st_size != file.content_bytes:
        return False
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest() == file.sha256


def download(urls: tuple[str, ...], part: Path, max_bytes: int) -> Iterator[Progress]:
    """Bring one file into `part`, going on where an earlier attempt stopped; the addresses are tried in turn.

    Raises
    ------
    LabError
        If none of the addresses answers, or the file is larger than `max_bytes`.
    OSError
        If it cannot be written (a full disk).

    """
    reason = ""
    for url in urls:
        try:
            yield from _download_one(url, part, max_bytes)
        except _NotServedError as error:
            reason = str(error)
        else:
            return
    raise LabError(
        "The download did not succeed: {reason}.",
        hint="Check the network and try again; it goes on where it stopped.",
        reason=reason,
    )


class _NotServedError(Exception):
    """This address did not give the whole file; the next one may."""


def _download_one(url: str, part: Path, max_bytes: int) -> Iterator[Progress]:
    done = part.stat().st_size if part.exists() else 0
    request = urllib.request.Request(url, headers={"User-Agent": "tplab", "Accept-Encoding": "identity"})  # noqa: S310
    if done:
        request.add_header("Range", f"bytes={done}-")
    try:
        answer = urllib.request.urlopen(request, timeout=TIMEOUT_S)  # noqa: S310
    except urllib.error.HTTPError as error:
        with error:
            if error.code == http.HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE and done:
                # The part is as long as the file, or longer: the sha256 will tell.
                return
            raise _NotServedError(f"the server answered {error.code}") from error
    except (urllib.error.URLError, http.client.HTTPException, TimeoutError, ConnectionError) as error:
        raise _NotServedError(_reason(error)) from error
    with answer:
        start, total = _span(answer, done)
        if total > max_bytes:
            raise LabError(
                "The file at {host} is {megabytes} MB, more than it should be; it was not fetched.",
                hint="Tell whoever looks after the lab.",
                host=request.host,
                megabytes=total // 1_000_000,
            )
        with part.open("r+b" if start else "wb") as stream:
            stream.truncate(start)
            stream.seek(start)
            done = start
            yield Progress(done, total, part.name.removesuffix(".part"))
            while block := _read(answer):
                done += len(block)
                if done > max_bytes:
                    raise LabError(
                        "The file at {host} does not end where it should; it was not kept.",
                        hint="Tell whoever looks after the lab.",
                        host=request.host,
                    )
                stream.write(block)
                yield Progress(done, total, part.name.removesuffix(".part"))
    if total and done < total:
        raise _NotServedError("the connection broke off")


def _span(answer: http.client.HTTPResponse, wanted_start: int) -> tuple[int, int]:
    """Where the answer starts in the file and how long the file is (0: unknown)."""
    match = _TOTAL.match(answer.headers.get("Content-Range", ""))
    if answer.status == http.HTTPStatus.PARTIAL_CONTENT and match and int(match[1]) == wanted_start:
        return wanted_start, int(match[2]) if match[2] != "*" else 0
    length = answer.headers.get("Content-Length", "")
    return 0, int(length) if length.isdecimal() else 0


def _read(answer: http.client.HTTPResponse) -> bytes:
    try:
        return answer.read(BLOCK_BYTES)
    except (http.client.HTTPException, TimeoutError, ConnectionError) as error:
        raise _NotServedError(_reason(error)) from error


def _reason(error: Exception) -> str:
    cause = getattr(error, "reason", error)
    if isinstance(cause, TimeoutError):
        return "no answer in time"
    return "no network, or the server cannot be reached" if isinstance(cause, OSError) else str(cause)
