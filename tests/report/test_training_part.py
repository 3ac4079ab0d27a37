from tests.kept_runs import make_run
from tplab_gui.report.blocks import Figure, Missing, Table
from tplab_gui.report.training_part import newest_study, training_part
from tplab_gui.report.words import Words
from tplab_gui.training import runs


def kept(folder):
    return runs.list_runs(folder)[0]


def test_that_four_runs_give_figures_1_to_6(four_runs):
    section = training_part(kept(four_runs))
    assert [block.number for block in section.blocks if isinstance(block, Figure)] == [
        "1",
        "2",
        "3",
        "4",
        "5",
        "6",
    ]
    assert section.missing == ()


def test_that_a_figure_shows_the_numbers_of_the_run(four_runs):
    figure = next(b for b in training_part(kept(four_runs)).blocks if isinstance(b, Figure))
    lines = figure.draw(Words("en")).axes[0].lines
    (run,) = (each for each in kept(four_runs) if each.config["setup"] == "base")
    assert list(lines[2].get_ydata()) == [end.test_loss for end in run.epochs]
    assert list(lines[0].get_ydata()) == [end.train_loss for end in run.epochs]


def test_that_without_a_run_every_figure_is_missing_with_the_command_that_makes_it(tmp_path):
    section = training_part([])
    assert len(section.missing) == 5
    assert all(each.command.startswith("tplab train") for each in section.missing)


def test_that_a_missing_setup_is_named_and_the_others_are_drawn(tmp_path):
    make_run(tmp_path, setup="base")
    make_run(tmp_path, setup="swapped")
    section = training_part(kept(tmp_path))
    assert [block.number for block in section.blocks if isinstance(block, Figure)] == ["1", "2", "5", "6"]
    assert [each.command.split("--setup ")[1].split()[0] for each in section.missing] == [
        "no-dropout",
        "swapped-no-dropout",
    ]


def test_that_runs_which_differ_in_more_than_the_setup_are_not_put_together(four_runs):
    make_run(four_runs, 2, setup="base", batch_size=7)
    chosen = newest_study(kept(four_runs))
    assert {run.config["params"]["batch_size"] for run in chosen.values()} == {64}
    assert len(chosen) == 4


def test_that_a_run_that_was_stopped_is_not_reported(tmp_path):
    make_run(tmp_path, end="stopped")
    assert newest_study(kept(tmp_path)) == {}


def test_that_the_rise_is_compared_with_the_epoch_that_the_report_names(four_runs):
    compared = training_part(kept(four_runs)).compared
    assert [(each.item, each.report) for each in compared] == [("2", 5), ("4", 3), ("5", 5)]


def test_that_every_claim_of_the_report_has_its_row(four_runs):
    tables = [block for block in training_part(kept(four_runs)).blocks if isinstance(block, Table)]
    assert len(tables[0].rows) == 13
    assert not [b for b in training_part(kept(four_runs)).blocks if isinstance(b, Missing)]
