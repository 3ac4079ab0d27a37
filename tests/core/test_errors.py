import pickle

from tplab_gui.core.errors import LabError, MissingError


def test_that_sentence_and_advice_are_filled_in():
    error = LabError("{count} files were refused.", hint="Look at {first}.", count=3, first="a.wav")
    assert error.sentence() == "3 files were refused."
    assert str(error) == "3 files were refused. Look at a.wav."


def test_that_braces_in_a_value_are_left_alone():
    assert str(LabError("{name} is not a sound.", name="{odd}.wav")) == "{odd}.wav is not a sound."


def test_that_an_error_survives_the_way_between_processes():
    error = pickle.loads(pickle.dumps(MissingError("No {what}.", hint="Get one.", what="model")))
    assert type(error) is MissingError
    assert str(error) == "No model. Get one."
