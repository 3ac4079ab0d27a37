"""`tplab assets`: what data and models are on this machine, whether they are whole, and fetching more."""

import argparse
from collections.abc import Collection
from pathlib import Path
from typing import Any

from tplab_gui.cli.output import Output
from tplab_gui.core.errors import LabError

_KIT_NETWORKS = (
    "regnet_y_400mf:v1",
    "regnet_y_400mf:v2",
)  # the report's, with both of its weights (remark R20)
_NETWORKS = ("digit-image", "digit-sound", "digit-sound-fr", "builtin")


def add_parser(commands: Any) -> None:  # argparse has no public name for this type
    """Declare the sub-command."""
    parser = commands.add_parser("assets", help="data and models: list, verify, fetch, make an offline kit")
    parser.add_argument("action", choices=("list", "verify", "fetch", "kit"), help="what to do")
    parser.add_argument("names", nargs="*", metavar="NAME", help="which ones (default: all)")
    parser.add_argument("--out", type=Path, metavar="DIR", help="where the kit goes (kit)")
    parser.add_argument(
        "--without", default="", metavar="LIST", help="parts that the kit lacks: wheels,data,models (kit)"
    )
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace, out: Output) -> int:
    """Do what was asked for every name; status 1 when some of them failed."""
    if arguments.action == "kit":
        return _kit(arguments.out, arguments.without, out)
    act = {"list": _list, "verify": _verify, "fetch": _fetch}[arguments.action]
    return act(arguments.names, out)


def _list(names: list[str], out: Output) -> int:
    from tplab_gui.data.catalogue import data_sets

    for each in data_sets():
        if names and each.source not in names:
            continue
        values = {
            "name": each.source,
            "kind": each.kind,
            "title": each.title,
            "count": each.count,
            "found": each.found,
            "where": str(each.where),
            "origin": each.origin,
            "licence": each.licence,
        }
        state = (
            f"{each.count:,} in {each.where}"
            if each.found
            else f"not here; `tplab assets fetch {each.source}`"
        )
        out.line(values, f"{each.source:10} {each.kind:10} {state}")
    return 0


def _verify(names: list[str], out: Output) -> int:
    from tplab_gui.data.assets import content_matches, read_assets
    from tplab_gui.data.catalogue import data_sets
    from tplab_gui.nets import weights

    known = read_assets()
    _check_names(names, [*_NETWORKS, *known])
    status = 0
    for name in [each for each in _NETWORKS if not names or each in names]:
        try:
            weights.verify(weights.load_card(name))
        except LabError as error:
            out.line({"name": name, "state": "missing", "detail": str(error)}, f"{name:12} {error}")
            out.failure(error)
            status = 1
        else:
            out.line({"name": name, "state": "ok", "detail": ""}, f"{name:12} whole")
    for each in data_sets():
        name = each.source
        if name not in known or (names and name not in names):
            continue
        out.progress(f"reading {name}")
        state = "missing"
        if each.found:
            state = "ok" if content_matches(known[name], each.where) else "changed"
        out.line({"name": name, "state": state, "detail": ""}, f"{name:12} {state}")
        if state == "changed" or (state == "missing" and names):
            out.say(f"The data set {name} is {state}", f"Run `tplab assets fetch {name}`.")
            status = 1
    return status


def _fetch(names: list[str], out: Output) -> int:
    from tplab_gui.core.events.common import Progress
    from tplab_gui.data.assets import read_assets
    from tplab_gui.data.download import fetch
    from tplab_gui.vision.weights_fetch import fetch_weights

    known = read_assets()
    if not names:
        raise LabError("Nothing was named to fetch.", hint="Choose from: {names}.", names=", ".join(known))
    _check_names([name for name in names if not _is_network(name, known)], list(known))
    status = 0
    for name in names:
        where = ""
        try:
            for event in fetch(known[name]) if name in known else fetch_weights(name):
                where = getattr(event, "detail", where)
                if isinstance(event, Progress):
                    share = (
                        f"{100 * event.done / event.total:.0f} %"
                        if event.total
                        else f"{event.done / 1e6:.1f} MB"
                    )
                    out.progress(f"{name}: {event.what} {share}")
        except LabError as error:
            out.line({"name": name, "state": "failed", "detail": str(error)}, f"{name:12} {error}")
            out.failure(error)
            status = 1
        else:
            out.line({"name": name, "state": "ok", "detail": where}, f"{name:12} fetched")
    return status


def _is_network(name: str, known: Collection[str]) -> bool:
    """Whether `name` is a network of torchvision, whose weights can be fetched; asked only of what is no data set."""
    if name in known:
        return False
    from tplab_gui.vision.torchvision_models import is_known

    return is_known(name)


def _kit(folder: Path | None, without: str, out: Output) -> int:
    from tplab_gui.core.events.common import Progress
    from tplab_gui.data.kit import PARTS, KitWritten, kit

    if folder is None:
        raise LabError("The folder for the kit is missing.", hint="Add --out DIR.")
    left_out = [name for name in without.split(",") if name]
    _check_names(left_out, list(PARTS))
    parts = tuple(name for name in PARTS if name not in left_out)
    files = tuple(_weights(name, out) for name in _KIT_NETWORKS) if "models" in parts else ()
    for event in kit(folder, parts, files):
        if isinstance(event, Progress):
            out.progress(f"{event.what} {event.done:,}")
        elif isinstance(event, KitWritten):
            values = {"event": "kit", "folder": event.folder, "files": event.files, "bytes": event.size_bytes}
            text = f"{event.folder}: {event.files:,} files, {event.size_bytes / 1e9:.2f} GB; python3 start.py starts it"
            out.line(values, text)
    return 0


def _weights(name: str, out: Output) -> Path:
    """Return the file of a network's weights; fetches it when it is not here."""
    from tplab_gui.core.events.common import Progress
    from tplab_gui.core.paths import model_search_path
    from tplab_gui.vision.torchvision_models import wanted_weights
    from tplab_gui.vision.weights_fetch import fetch_weights

    file = Path(wanted_weights(name)[0].url).name
    for event in fetch_weights(name) if not any((f / file).is_file() for f in model_search_path()) else ():
        if isinstance(event, Progress):
            out.progress(f"{name}: {event.done / 1e6:.1f} MB")
    return next(folder / file for folder in model_search_path() if (folder / file).is_file())


def _check_names(names: list[str], known: list[str]) -> None:
    for name in names:
        if name not in known:
            raise LabError(
                "There is no asset called {name}.",
                hint="There are: {names}.",
                name=name,
                names=", ".join(known),
            )
