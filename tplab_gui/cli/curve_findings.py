"""What `tplab train` says of the curves of a run that is over."""

from typing import Any

from tplab_gui.core.errors import LabError


def findings_of(run_dir: str) -> tuple[dict[str, Any], list[str]]:
    """Return the findings of a run directory by their kind, for programs, and their sentences, for people.

    Both are empty when the run has no whole epoch or cannot be read: the run itself has told why.
    """
    from tplab_gui.training.reading import read_curves

    try:
        found = read_curves(run_dir, ()).findings
    except LabError:
        return {}, []
    values = {
        each.kind: {
            "epoch": each.epoch,
            "established": each.established,
            "sentence": each.sentence.text(),
            "evidence": each.evidence,
        }
        for each in found
    }
    return values, [each.sentence.text() for each in found]
