"""The figures of benchmarks/fusion.py: those of the jobs, under the keys that were promised, and a page for people."""

import argparse
import json

import pytest

from benchmarks import fusion as benchmark
from tplab_gui.core.studies.strategies import FUSED, NAMES


@pytest.fixture(scope="module")
def figures(study_asked):
    return benchmark.measured(study_asked)


def test_that_the_figures_are_those_of_the_comparison(figures, study_said):
    rows = {row.strategy: row for row in study_said[-1].rows}
    for name in NAMES:
        assert figures["accuracy"]["clean"][name] == pytest.approx(rows[name].accuracy, abs=1e-4)
        assert figures["interval"]["clean"][name] == pytest.approx(
            (rows[name].low, rows[name].high), abs=1e-4
        )
    assert figures["cells"] == len([name for name in figures["accuracy"] if name.endswith(" dB")])
    assert set(figures["lost"]) == {"image absent", "audio absent", "image noise", "audio noise"}
    assert json.loads(json.dumps(figures))["best_fusion"] in FUSED


def test_that_the_page_names_every_strategy_and_no_folder_of_this_machine(figures):
    given = dict.fromkeys(benchmark._SETTINGS)
    given = given | {"data": "builtin", "seeds": 1, "pairs": 90, "more_sounds": "builtin+/somewhere/else"}
    page = benchmark.card(figures, argparse.Namespace(**given))
    assert "--more-sounds builtin+DIR" in page
    assert "somewhere" not in page
    for name in NAMES:
        assert f"| {name} | {100 * figures['accuracy']['clean'][name]:.2f} %" in page
