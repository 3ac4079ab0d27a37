"""What a data set is called in the window."""

import pytest

from tplab_gui.ui.widgets.data_names import data_name
from tplab_gui.ui.widgets.run_row import RunRow


@pytest.mark.parametrize(
    ("data", "experiment", "name"),
    [
        ("builtin", "mnist-loss", "built-in digits"),
        ("builtin", "spoken-digits", "built-in voices"),
        ("mnist", "mnist-loss", "MNIST"),
        ("fsdd", "spoken-digits", "FSDD"),
        ("/data/my pens + inks", "mnist-loss", "my pens + inks"),
        ("builtin", "of a later version", "built-in digits"),
    ],
)
def test_that_a_set_is_named_in_words_and_a_folder_by_its_last_part(data, experiment, name):
    assert data_name(data, experiment) == name


def test_that_the_table_of_runs_shows_the_name_and_keeps_the_key():
    row = RunRow("/runs/x", "Base", data="builtin", experiment="spoken-digits")
    assert "built-in voices" in row.numbers()
    assert "builtin" not in row.numbers()
    assert row.data == "builtin"
