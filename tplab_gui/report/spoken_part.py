"""Part 3 of the report: the small network that hears digits (items 21 to 27, figures 8 and 9)."""

from collections.abc import Sequence
from functools import partial

from tplab_gui.core.events.findings import Sentence
from tplab_gui.core.events.network import NetworkShapes
from tplab_gui.core.params import TrainParams
from tplab_gui.report import curve_figures, network_figure
from tplab_gui.report.blocks import (
    Block,
    Collected,
    Compared,
    Figure,
    Missing,
    Name,
    Paragraph,
    Section,
    Table,
)
from tplab_gui.report.training_part import found_words, recipe_of
from tplab_gui.training import findings, runs
from tplab_gui.training.curves import from_run
from tplab_gui.training.ledger import shapes

STUDY = "spoken-digits"


def finished(kept: Sequence[runs.Run]) -> list[runs.Run]:
    """Return the finished runs of the spoken digits, oldest first."""
    done = [run for run in kept if run.config.get("experiment") == STUDY and run.epochs]
    return [run for run in done if run.state in {"finished", "early"}]


def spoken_part(kept: Sequence[runs.Run]) -> Section:
    """Return part 3, from the newest finished run of the spoken digits among `kept`."""
    done = finished(kept)
    ledger = shapes(TrainParams(run_root="", experiment=STUDY, preset="report"))
    blocks: list[Block] = [
        Paragraph(
            Sentence(
                "Two convolutions look for patterns in the spectrogram, one linear layer weighs what they found. The "
                "report's 38 x 19 x 10 comes from clips padded to 48,000 samples, six seconds of which most is "
                "silence (R9)."
            )
        ),
        Figure(
            "8",
            Sentence("The network of the report: shapes from the spectrogram to the ten answers."),
            Sentence(
                "{n} stations and {parameters:,} parameters.",
                {"n": len(ledger.rows), "parameters": ledger.parameters},
            ),
            partial(network_figure.stations, ledger),
            {"experiment": STUDY, "preset": "report"},
        ),
        ledger_table(ledger),
    ]
    compared = [
        Compared(
            "21",
            Sentence("Figure 8: parameters"),
            75_220,
            ledger.parameters,
            Sentence("R9: recomputed."),
            digits=0,
        )
    ]
    if not done:
        blocks.append(
            Missing(
                Sentence("Figure 9: accuracy and loss of the spoken digits."),
                Sentence("Tab Training: choose the study Spoken digits and press Start."),
                f"tplab train --experiment {STUDY} --out DIR",
            )
        )
        return Section(Sentence("3. Spoken digits: the network"), tuple(blocks), tuple(compared))
    run = done[-1]
    last = run.epochs[-1]
    values = {"train": 100 * last.train_accuracy, "test": 100 * last.test_accuracy, "epochs": len(run.epochs)}
    blocks.append(
        Figure(
            "9",
            Sentence("Loss and accuracy of the spoken digits while learning."),
            Sentence(
                "After {epochs} epochs: train accuracy {train:.1f} %, test accuracy {test:.1f} %.", values
            ),
            partial(curve_figures.losses_and_accuracies, run),
            recipe_of(run),
        )
    )
    blocks += found_words(findings.read([from_run(run)]))
    reason = Sentence(
        "R11: the report divides by examples where it should by batches; R13: voices are shared."
    )
    compared += [
        Compared(
            "27", Sentence("Figure 9: train accuracy (%)"), Sentence("near 100"), values["train"], reason, 1
        ),
        Compared(
            "27",
            Sentence("Figure 9: test accuracy (%)"),
            Sentence("high, slightly lower"),
            values["test"],
            reason,
            1,
        ),
    ]
    return Section(Sentence("3. Spoken digits: the network"), tuple(blocks), tuple(compared))


def ledger_table(ledger: NetworkShapes) -> Table:
    """Return every station of a network with its shape, its parameters and its reason."""
    header = (Sentence("station"), Sentence("shape"), Sentence("parameters"), Sentence("why"))
    rows = tuple(
        (
            Name(row.name),
            " x ".join(str(size) for size in row.shape),
            row.parameters,
            Collected(row.why, row.values),
        )
        for row in ledger.rows
    )
    return Table("", Sentence("Every shape on the way."), header, rows)
