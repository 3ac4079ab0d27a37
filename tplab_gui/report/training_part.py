"""Part 1 of the report: the loss study (items 1 to 9, figures 1 to 6), from the student's own runs."""

import json
from collections import defaultdict
from collections.abc import Sequence
from functools import partial

from tplab_gui.core.events.findings import Claim, FactorialTable, Finding, Sentence
from tplab_gui.core.experiments import EXPERIMENTS
from tplab_gui.core.params import SETUPS
from tplab_gui.report import curve_figures
from tplab_gui.report.blocks import (
    Block,
    Cell,
    Compared,
    Figure,
    Heading,
    Missing,
    Name,
    Paragraph,
    Section,
    Table,
    Text,
)
from tplab_gui.training import claims, factorial, findings, runs
from tplab_gui.training.curves import LearningCurve, from_run

STUDY = "mnist-loss"
# What the lab report says of each figure (items 2 to 5): the epoch of the plateau or of the rise of the test loss.
_REPORTED = {
    "base": ("plateau", 5),
    "no-dropout": ("overfitting", 3),
    "swapped-no-dropout": ("overfitting", 5),
}
_MEASURES = {
    "train": Sentence("Train loss, as seen"),
    "train-again": Sentence("Train loss, measured without dropout"),
    "test": Sentence("Test loss"),
}
_VERDICTS = {
    "holds": Sentence("holds"),
    "fails": Sentence("does not hold"),
    "unknown": Sentence("cannot tell"),
}


def training_part(kept: Sequence[runs.Run]) -> Section:
    """Return part 1, from the newest comparable runs of the four setups among `kept`."""
    chosen = newest_study(kept)
    blocks: list[Block] = [
        Paragraph(
            Sentence(
                "A network learns to read handwritten digits in four setups: as it is, with train and test sets "
                "exchanged, without dropout, and both. Dropout silences values at random while learning, and only "
                "then: features become less specific, and the train loss is measured with the handicap, the test "
                "loss without it (R3)."
            )
        )
    ]
    compared: list[Compared] = []
    curves = {setup: from_run(run) for setup, run in chosen.items()}
    for number, setup in enumerate(SETUPS, 1):
        if setup in chosen:
            blocks += _one(number, setup, chosen[setup])
            compared += _reported(number, setup, curves[setup])
        else:
            blocks.append(_missing_setup(number, setup))
    if len(chosen) > 1:
        blocks += [_overlay(5, chosen, "train_loss"), _overlay(6, chosen, "test_loss")]
    else:
        blocks.append(
            Missing(
                Sentence("Figures 5 and 6: the curves of the four setups over each other."),
                Sentence("Tab Training: press 'Run all 4'."),
                f"tplab train --experiment {STUDY} --setup all --out DIR",
            )
        )
    groups = {setup: [curves[setup]] if setup in curves else [] for setup in SETUPS}
    table = factorial.tabulate(groups)
    blocks += _conclusions(claims.check(groups, table), table)
    return Section(Sentence("1. Loss laboratory: MNIST"), tuple(blocks), tuple(compared))


def newest_study(kept: Sequence[runs.Run]) -> dict[str, runs.Run]:
    """Return, by setup, runs that differ in nothing else: of such groups the fullest, and of those the newest."""
    groups: dict[str, dict[str, runs.Run]] = defaultdict(dict)
    order: dict[str, int] = {}
    for place, run in enumerate(kept):
        if run.config.get("experiment") == STUDY and run.state in {"finished", "early"} and run.epochs:
            conditions = from_run(run).conditions
            groups[conditions][run.config["setup"]] = run
            order[conditions] = place
    best = max(groups, key=lambda key: (len(groups[key]), order[key]), default=None)
    return {} if best is None else {setup: groups[best][setup] for setup in SETUPS if setup in groups[best]}


def recipe_of(run: runs.Run) -> dict[str, object]:
    """Return what makes a run again: its command is that of `tplab export --format script`."""
    config = run.config
    kept = {
        key: config[key]
        for key in ("experiment", "setup", "seed", "params", "data", "versions", "device")
        if key in config
    }
    return {
        **json.loads(json.dumps(kept, default=str)),
        "run": run.folder.name,
        "command": f"tplab export {run.folder.name} --format script --out FILE.py",
    }


def title_of(setup: str, experiment: str = STUDY) -> str:
    """Return the English name of a setup; `Words.name` has it in the language."""
    return EXPERIMENTS[experiment].setup_texts.get(setup, (setup,))[0]


def found_words(found: Sequence[Finding]) -> list[Block]:
    """Return what a curve shows, one paragraph a finding."""
    return [Paragraph(finding.sentence) for finding in found]


def _one(number: int, setup: str, run: runs.Run) -> list[Block]:
    last = run.epochs[-1]
    figure = Figure(
        str(number),
        Sentence("Train and test loss at every epoch, setup {setup}.", {"setup": Name(title_of(setup))}),
        Sentence(
            "Train loss {first:.4f} at the first epoch, {train:.4f} at the last; test loss {test:.4f} at the last, "
            "lowest {lowest:.4f} at epoch {epoch}.",
            {
                "first": run.epochs[0].train_loss,
                "train": last.train_loss,
                "test": last.test_loss,
                "lowest": run.best.test_loss if run.best else last.test_loss,
                "epoch": run.best.epoch if run.best else last.epoch,
            },
        ),
        partial(curve_figures.losses, run),
        recipe_of(run),
    )
    return [figure, *found_words(findings.read([from_run(run)]))]


def _reported(number: int, setup: str, curve: LearningCurve) -> list[Compared]:
    """Return the epoch that the report read off a figure beside the one that is established here."""
    kind, epoch = _REPORTED.get(setup, ("", 0))
    if kind == "plateau":
        found = findings.plateau([curve], "test_loss")
        what = Sentence("Figure {n}: plateau from epoch", {"n": number})
        reason = Sentence("R4: the report does not say with which schedule it trained.")
        return [Compared("2", what, epoch, found.epoch, reason, digits=0)]
    if kind == "overfitting":
        found = findings.overfitting([curve])
        what = Sentence("Figure {n}: the test loss rises from epoch", {"n": number})
        reason = Sentence("R4: where the learning rate falls at every epoch, a late rise is small.")
        mine = None if found.epoch is None else found.epoch + 1
        return [Compared("4" if number == 3 else "5", what, epoch, mine, reason, digits=0)]
    return []


def _overlay(number: int, chosen: dict[str, runs.Run], loss: str) -> Figure:
    is_train = loss == "train_loss"
    caption = (
        Sentence("The train losses of the setups over each other.")
        if is_train
        else Sentence("The test losses of the setups over each other.")
    )
    ends = ", ".join(f"{title_of(s)} {getattr(run.epochs[-1], loss):.4f}" for s, run in chosen.items())
    return Figure(
        str(number),
        caption,
        Sentence("At the last epoch: {ends}.", {"ends": ends}),
        partial(curve_figures.overlay, chosen, loss),
        {"runs": [recipe_of(run) for run in chosen.values()]},
    )


def _missing_setup(number: int, setup: str) -> Missing:
    return Missing(
        Sentence(
            "Figure {n}: the loss curves of the setup {setup}.", {"n": number, "setup": Name(title_of(setup))}
        ),
        Sentence("Tab Training: choose the setup and press Start, or press 'Run all 4'."),
        f"tplab train --experiment {STUDY} --setup {setup} --out DIR",
    )


def _conclusions(checked: Sequence[Claim], table: FactorialTable) -> list[Block]:
    blocks: list[Block] = [Heading(Sentence("What the report concludes, checked"))]
    rows = tuple((str(c.item), c.statement, _VERDICTS[c.verdict], c.reason) for c in checked)
    header: tuple[Text, ...] = (
        Sentence("item"),
        Sentence("statement"),
        Sentence("verdict"),
        Sentence("why"),
    )
    blocks.append(Table("", Sentence("The statements of the report on these curves."), header, rows))
    if table.rows:
        cells: tuple[tuple[Cell, ...], ...] = tuple(
            (
                _MEASURES[row.measure],
                *(row.losses[s] for s in SETUPS),
                row.dropout.value,
                row.swap.value,
                row.interaction.value,
            )
            for row in table.rows
        )
        names = tuple(Name(title_of(setup)) for setup in SETUPS)
        header = (
            Sentence("measure"),
            *names,
            Sentence("effect of dropout"),
            Sentence("effect of the swap"),
            Sentence("interaction"),
        )
        caption = Sentence("The four setups at epoch {epoch}, in nats per picture.", {"epoch": table.epoch})
        blocks.append(Table("", caption, header, cells))
    return blocks
