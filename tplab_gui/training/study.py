"""A hyper-parameter study in its storage: opened or begun, and the settings that all who join it share.

Optuna (Akiba et al., "Optuna", KDD 2019, arXiv:1907.10902) keeps the study; several processes and machines join it
through the storage. A file is Optuna's journal, to which lines are only ever added; its lock is a file made with
O_EXCL, which holds on local disks, on Windows shares and on NFS from version 3 on. A URL is a database of its own.
"""

import contextlib
import json
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tplab_gui.core import atomic, extras
from tplab_gui.core.errors import LabError
from tplab_gui.core.events.tuning import StudyOpened
from tplab_gui.core.experiments import find
from tplab_gui.core.search import TRIALS, VALIDATION, Searched, StudyRequest, parse, usual

if TYPE_CHECKING:
    import optuna

_SETTINGS, _TRIALS = "settings", "trials"
_LONGEST_LINE_BYTES = 100_000
_TABLES_MADE_S = (0.2, 0.5, 1.0, 2.0)
_SETTLING_S = 10.0  # between the birth of a study and its settings, written by whoever was first


def storage_of(where: str) -> "optuna.storages.BaseStorage":
    """Open a storage: a URL is a database, anything else a journal file. Raises `LabError` when it cannot serve."""
    extras.need("optuna")
    import optuna
    from optuna.storages.journal import JournalFileBackend, JournalFileOpenLock

    optuna.logging.set_verbosity(optuna.logging.ERROR)
    with _explained(where):
        if "://" in where:
            return _database(where)
        path = Path(where).expanduser().absolute()
        if path.is_dir():
            raise LabError(
                "{where} is a folder.", hint="Name a file in it, for instance study.log.", where=where
            )
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise atomic.explain(error, path) from error
        _refuse_other_file(path)
        return optuna.storages.JournalStorage(JournalFileBackend(str(path), JournalFileOpenLock(str(path))))


def _database(url: str) -> "optuna.storages.RDBStorage":
    """Open a database; of two processes that make its tables at the same moment, one finds them made half way."""
    import optuna
    import sqlalchemy

    for wait_s in _TABLES_MADE_S:
        try:
            return optuna.storages.RDBStorage(url)
        except sqlalchemy.exc.DBAPIError:  # which one, depends on the database and on the instant
            time.sleep(wait_s)
    return optuna.storages.RDBStorage(url)


def _refuse_other_file(path: Path) -> None:
    """Raise `LabError` when the file holds something else: a journal is added to, whatever is in it."""
    if not path.exists() or not path.stat().st_size:
        return
    with path.open("rb") as stream:
        first = stream.readline(_LONGEST_LINE_BYTES)
    try:
        is_journal = "op_code" in json.loads(first)
    except (ValueError, TypeError):
        is_journal = False
    if not is_journal:
        raise LabError(
            "{name} is no file of studies, so nothing was written to it.",
            hint="Choose the file of a study, or a new name.",
            name=path.name,
        )


def names_in(where: str) -> tuple[str, ...]:
    """Return the names of the studies in a storage, without making one."""
    if "://" not in where and not Path(where).expanduser().is_file():
        raise LabError("There is no file {where}.", hint="Choose the file of a study.", where=where)
    storage = storage_of(where)
    import optuna

    with _explained(where):
        return tuple(optuna.get_all_study_names(storage))


def begin_or_join(request: StudyRequest) -> "optuna.Study":
    """Return the study of the request, made if there is none of that name.

    Raises
    ------
    LabError
        If the storage cannot serve, or the request contradicts what the study was begun with.

    """
    import optuna

    settings = _settings_of(request)
    storage = storage_of(request.storage)
    with _explained(request.storage):
        directions = optuna.study.StudyDirection
        direction = directions.MAXIMIZE if settings["metric"] == "accuracy" else directions.MINIMIZE
        try:
            study = optuna.create_study(study_name=request.study, storage=storage, direction=direction)
        except optuna.exceptions.DuplicatedStudyError:
            study = optuna.load_study(study_name=request.study, storage=storage)
            _refuse_other(request, _settled(study))
        else:
            study.set_user_attr(_TRIALS, request.trials or TRIALS)
            study.set_user_attr(_SETTINGS, settings)  # last: who joins waits for it
        if request.trials is not None and wanted(study) != request.trials:
            study.set_user_attr(_TRIALS, request.trials)
    return study


def load(where: str, name: str) -> "optuna.Study":
    """Return a study to look at; raises `LabError` when there is none of that name, or it is not the lab's."""
    if name not in names_in(where):
        raise LabError(
            "There is no study called {name} in {where}.",
            hint="Choose another name or another file.",
            name=name,
            where=where,
        )
    import optuna

    with _explained(where):
        study = optuna.load_study(study_name=name, storage=storage_of(where))
        _settled(study)
        return study


def opened(study: "optuna.Study", where: str) -> StudyOpened:
    """Return the event that announces a study."""
    return StudyOpened(study.study_name, where, wanted(study), searched(study), dict(settings_of(study)))


def settings_of(study: "optuna.Study") -> dict[str, Any]:
    """Return what the study was begun with."""
    return study.user_attrs[_SETTINGS]


def wanted(study: "optuna.Study") -> int:
    """Return how many trials the study is to have."""
    return int(study.user_attrs[_TRIALS])


def searched(study: "optuna.Study") -> tuple[Searched, ...]:
    """Return what the study searches."""
    settings = settings_of(study)
    return parse(tuple(settings["search"]), settings["experiment"], settings["setup"])


def _settings_of(request: StudyRequest) -> dict[str, Any]:
    """Return the settings of a new study."""
    experiment = find(request.experiment)
    setup = request.setup or experiment.setups[0]
    experiment.refuse_other_setup(setup)
    searched_ = (
        parse(request.search, request.experiment, setup) if request.search else usual(experiment, setup)
    )
    seed, validation = request.seed, request.validation
    return {
        "experiment": request.experiment,
        "setup": setup,
        "data": request.data or "builtin",
        "epochs": request.epochs or experiment.default("epochs"),
        "limit": request.limit or 0,
        "seed": 1 if seed is None else seed,
        "metric": request.metric or "loss",
        "validation": VALIDATION if validation is None else validation,
        "is_pruned": True if request.is_pruned is None else request.is_pruned,
        "search": [str(each) for each in searched_],
        "fixed": request.fixed,
    }


def _refuse_other(request: StudyRequest, settings: dict[str, Any]) -> None:
    """Raise `LabError` when something asked for differs from what the study was begun with."""
    asked = _settings_of(request)
    given = {name: getattr(request, name, None) for name in settings if name != "fixed"}
    for name in (each for each, value in given.items() if value is not None):
        if asked[name] != settings[name]:
            raise LabError(
                "The study {study} was begun with {option} {old}, not {new}.",
                hint="Leave that option out to join it, or choose another name for a new study.",
                study=request.study,
                option=name,
                old=_in_words(settings[name]),
                new=_in_words(asked[name]),
            )


def _settled(study: "optuna.Study") -> dict[str, Any]:
    """Return the settings of a study that somebody else began; they may be a moment late."""
    until_s = time.monotonic() + _SETTLING_S
    while _SETTINGS not in study.user_attrs:
        if study.trials or time.monotonic() > until_s:
            raise LabError(
                "The study {study} was not begun by TP Lab, or its first process died at once.",
                hint="Choose another name.",
                study=study.study_name,
            )
        time.sleep(0.05)
    return settings_of(study)


def _in_words(value: object) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)


@contextlib.contextmanager
def _explained(where: str) -> Iterator[None]:
    """Turn what goes wrong in a storage into a sentence."""
    try:
        yield
    except LabError:
        raise
    except Exception as error:
        lines = str(error).strip().splitlines()
        raise LabError(
            "The storage {where} cannot hold a study ({reason}).",
            hint="Name a file in a folder of your own, or the URL of a database that Optuna knows.",
            where=where,
            reason=f"{type(error).__name__}: {lines[0] if lines else ''}",
        ) from error
