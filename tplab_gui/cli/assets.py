"""`tplab assets`: what data and models are on this machine, whether they are whole, and fetching more."""

import argparse
from typing import Any

from tplab_gui.cli.output import Output
from tplab_gui.core.errors import LabError

_NETWORKS = ("digit-image", "digit-sound", "digit-sound-fr", "builtin")


def add_parser(commands: Any) -> None:  # argparse has no public name for this type
    """Declare the sub-command."""
    parser = commands.add_parser("assets", help="data and models: list, verify, fetch")
    parser.add_argument("action", choices=("list", "verify", "fetch"), help="what to do")
    parser.add_argument("names", nargs="*", metavar="NAME", help="which ones (default: all)")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace, out: Output) -> int:
    """Do what was asked for every name; status 1 when some of them failed."""
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

    known = read_assets()
    if not names:
        raise LabError("Nothing was named to fetch.", hint="Choose from: {names}.", names=", ".join(known))
    _check_names(names, list(known))
    status = 0
    for name in names:
        asset = known[name]
        try:
            for event in fetch(asset):
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
            out.line({"name": name, "state": "ok", "detail": str(asset.target)}, f"{name:12} fetched")
    return status


def _check_names(names: list[str], known: list[str]) -> None:
    for name in names:
        if name not in known:
            raise LabError(
                "There is no asset called {name}.",
                hint="There are: {names}.",
                name=name,
                names=", ".join(known),
            )
