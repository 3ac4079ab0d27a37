"""The Python file that repeats a run is valid, whatever its data is called."""

import ast
import json

import pytest

from tests.kept_runs import make_run
from tplab_gui.core.errors import LabError
from tplab_gui.core.repeat_script import script


def test_that_a_strange_name_of_data_is_handed_on_as_it_is(tmp_path):
    data = 'C:\\mine\\"""; import os; é'
    folder = make_run(tmp_path, data=data)
    config = json.loads((folder / "config.json").read_text())
    config["data"]["name"] = data
    (folder / "config.json").write_text(json.dumps(config))
    tree = ast.parse(script(folder)[0])
    kinds = [type(node).__name__ for node in tree.body]
    assert kinds == ["Expr", "Import", "ImportFrom", "If"]
    texts = [node.value for node in ast.walk(tree.body[3]) if isinstance(node, ast.Constant)]
    assert texts[texts.index("--data") + 1] == data


def test_that_a_damaged_run_has_no_script(tmp_path):
    folder = make_run(tmp_path)
    (folder / "config.json").write_text("[]")
    with pytest.raises(LabError, match="cannot be read"):
        script(folder)
