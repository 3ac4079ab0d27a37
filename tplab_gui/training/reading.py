"""Reading run directories for the window and the command: findings, table and claims of one run and its companions."""

import logging
from collections.abc import Sequence
from pathlib import Path

from tplab_gui.core.errors import LabError
from tplab_gui.core.events.findings import CurvesRead
from tplab_gui.core.params import SETUPS
from tplab_gui.training import claims, factorial, findings, runs
from tplab_gui.training.curves import SEEDS_NEEDED, LearningCurve, from_run

_log = logging.getLogger(__name__)
STUDY = "mnist-loss"  # the experiment that has the four setups of the report
_KEPT = 256  # curves in memory: a long list of runs is read once
# By folder, the least used first. One for each run: a run that goes on is another one after every epoch, and keeping
# all of those would take a gigabyte and more in a long one.
_read: dict[str, tuple[tuple[int, ...], LearningCurve]] = {}


def read_curves(folder: str, others: Sequence[str]) -> CurvesRead:
    """Read the run in `folder`, beside those of `others` that differ from it in nothing but setup and seed.

    The findings are those of the run; with `SEEDS_NEEDED` seeds of its setup, finished and of the same length, those of
    their mean. Table and claims use finished runs only, of each setup and seed the last in the list. What cannot
    be read is left out.

    Raises
    ------
    LabError
        If the run in `folder` itself cannot be read.

    """
    chosen = _curve(folder)
    known = []
    for other in others:
        if other != folder:
            try:
                known.append(_curve(other))
            except LabError as error:
                _log.info("left out of the comparison: %s", error)
    companions = [c for c in [*known, chosen] if c.conditions == chosen.conditions and c.state == "finished"]
    newest = {(curve.setup, curve.seed): curve for curve in companions}
    groups = {setup: [c for c in newest.values() if c.setup == setup] for setup in SETUPS}
    same = [
        curve
        for curve in newest.values()
        if curve.setup == chosen.setup
        and curve.seed != chosen.seed
        and len(curve.epochs) == len(chosen.epochs)
        and chosen.state == "finished"
    ]
    if 1 + len(same) < SEEDS_NEEDED:
        same = []  # the mean of two is no curve that anybody sees, and its noise no better known
    found = findings.read([chosen, *same])
    is_study = chosen.experiment == STUDY
    table = factorial.tabulate(groups) if is_study else None
    checked = claims.check(groups, table) if table else ()
    return CurvesRead(folder, findings.headline(found), found, table, checked, seeds=1 + len(same))


def _curve(folder: str) -> LearningCurve:
    path = Path(folder)
    try:
        stamps = tuple((path / name).stat().st_mtime_ns for name in (runs.METRICS, runs.EVENTS))
    except OSError:
        return from_run(runs.read_run(path))
    known = _read.pop(folder, None)
    if known is None or known[0] != stamps:
        known = stamps, from_run(runs.read_run(path))
    _read[folder] = known  # last again
    if len(_read) > _KEPT:
        del _read[next(iter(_read))]
    return known[1]
