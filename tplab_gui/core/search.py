"""What a hyper-parameter study is asked: which parameters are searched, in which ranges, by what they are judged.

Only what changes the learning is searched. Parameters that change the question (the data, the split, how many examples)
would let a study win by making it easier. Without torch and Optuna, so that the window and the command line read it.
"""

from dataclasses import dataclass, field, replace

from tplab_gui.core.errors import LabError
from tplab_gui.core.experiments import Experiment, find
from tplab_gui.core.params import TrainParams, choices_of, range_of

METRICS = ("loss", "accuracy")
VALIDATION = 0.2  # share of the train set on which trials are judged
TRIALS = 20
_DEFAULT = ("lr", "batch_size", "dropout_features", "dropout_hidden", "modality_dropout", "momentum")


@dataclass(frozen=True)
class Searched:
    """One searched parameter: a range, both ends included and even on a logarithmic scale if `is_log`, or choices."""

    name: str
    low: float = 0.0
    high: float = 0.0
    is_log: bool = False
    is_whole: bool = False
    choices: tuple[str, ...] = ()

    def __str__(self) -> str:
        """Return it as `--search` takes it."""
        return (
            f"{self.name}={'|'.join(self.choices)}"
            if self.choices
            else f"{self.name}={self.low:g}:{self.high:g}"
        )


# Where a good value may lie, narrower than what is allowed; the learning rate has the range of its slider.
_RANGES = (
    Searched("batch_size", 8, 512, is_log=True, is_whole=True),
    Searched("gamma", 0.3, 1.0),
    Searched("dropout_features", 0.0, 0.8),
    Searched("dropout_hidden", 0.0, 0.8),
    Searched("modality_dropout", 0.0, 0.8),
    Searched("momentum", 0.0, 0.99),
    *(Searched(name, choices=choices_of(TrainParams, name)) for name in ("scaling", "preset")),
    *(Searched(name, choices=choices_of(TrainParams, name)) for name in ("sound_encoder", "augment")),
)


@dataclass(frozen=True)
class StudyRequest:
    """A study to begin or to join. What is None is the study's own; a new study takes the defaults.

    `storage` is a file, on a shared folder if several machines join, or the URL of a database. `trials` is the total
    of the study, whoever carries them out. `search` holds texts of the form of `--search`.
    """

    study: str
    storage: str
    experiment: str
    run_root: str
    setup: str | None = None
    data: str | None = None
    trials: int | None = None
    epochs: int | None = None
    limit: int | None = None
    seed: int | None = None
    metric: str | None = None
    validation: float | None = None
    is_pruned: bool | None = None
    search: tuple[str, ...] | None = None
    device: str = "auto"
    threads: int = 0
    fixed: dict[str, object] = field(default_factory=dict)  # other parameters of each run, of a new study


def searchable(experiment: Experiment, setup: str = "base") -> tuple[Searched, ...]:
    """Return what can be searched in an experiment, each with its usual range."""
    declared = {each.name for each in experiment.parameters}
    rate = Searched("lr", *experiment.lr_slider, is_log=True)
    has_dropout = "no-dropout" not in setup
    return (rate, *(e for e in _RANGES if e.name in declared and (has_dropout or "dropout" not in e.name)))


def usual(experiment: Experiment, setup: str = "base") -> tuple[Searched, ...]:
    """Return what is searched when nobody says otherwise."""
    return tuple(each for each in searchable(experiment, setup) if each.name in _DEFAULT)


def parse(texts: tuple[str, ...], experiment: str, setup: str = "base") -> tuple[Searched, ...]:
    """Read `lr`, `lr=1e-4:1e-1` or `preset=report|one-second`, several in one text with commas between them.

    Raises
    ------
    LabError
        If a parameter cannot be searched, or a range is none or is not allowed.

    """
    possible = {each.name: each for each in searchable(find(experiment), setup)}
    words = [word.strip() for text in texts for word in text.split(",") if word.strip()]
    found = {}
    for word in words:
        name, _, values = word.partition("=")
        name = name.strip().replace("-", "_")
        if name not in possible:
            raise LabError(
                "{name} cannot be searched in {experiment} ({setup}).",
                hint="Choose among: {names}.",
                name=name,
                experiment=experiment,
                setup=setup,
                names=", ".join(possible),
            )
        found[name] = _narrowed(possible[name], values) if values else possible[name]
    if not found:
        raise LabError(
            "Nothing is searched, so there is nothing to study.",
            hint="Choose at least one parameter, for instance lr.",
        )
    return tuple(found.values())


def _narrowed(usual_range: Searched, values: str) -> Searched:
    if usual_range.choices:
        chosen = tuple(each.strip() for each in values.split("|"))
        if set(chosen) <= set(usual_range.choices):
            return replace(usual_range, choices=chosen)
        raise LabError(
            "{name} cannot be {value}.",
            hint="Choose one of: {names}.",
            name=usual_range.name,
            value=values,
            names=", ".join(usual_range.choices),
        )
    bottom, top = range_of(TrainParams, usual_range.name)
    try:
        low, high = (float(each) for each in values.split(":"))
    except ValueError:
        low, high = 1.0, 0.0
    if usual_range.is_whole:
        low, high = float(round(low)), float(round(high))
    if not bottom <= low < high <= top or (usual_range.is_log and low <= 0):
        raise LabError(
            "{text} is no range of {name}.",
            hint="Write it as low:high, between {bottom} and {top}.",
            text=values,
            name=usual_range.name,
            bottom=bottom,
            top=top,
        )
    return replace(usual_range, low=low, high=high)
