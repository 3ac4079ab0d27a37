"""The network adapted to the user's voice in a live moment: used when asked for, told, and never in the way."""

import pytest

from tests.fusion.test_moment import Moment
from tplab_gui.core.events.common import Notice, Ready
from tplab_gui.core.events.recording import EarChosen
from tplab_gui.nets import weights
from tplab_gui.speech import adapted


@pytest.fixture
def own_network():
    """The shipped network under another name: what it hears does not matter here."""
    network, card = weights.load("digit-sound")
    fields = {"architecture": card["architecture"], "adapted_from": card["sha256"]}
    fields |= {key: card[key] for key in ("temperature", "threshold")}
    return weights.save(adapted.name_of("en"), network, fields, adapted.folder())


@pytest.fixture
def begin():
    begun = []

    def make(**params):
        begun.append(Moment(**params))
        return begun[-1]

    yield make
    for each in begun:
        each.events.close()


def test_that_it_hears_only_where_it_is_asked_for_and_there_is_one(begin, own_network):
    live = begin()
    assert live.until(EarChosen)[-1] == EarChosen("en", is_adapted=False)
    live.change(is_adapted=True)
    assert live.until(EarChosen)[-1] == EarChosen("en", is_adapted=True)
    live.change(language="fr")
    assert live.until(EarChosen)[-1] == EarChosen("fr", is_adapted=False)
    live.change(language="en")
    assert live.until(EarChosen)[-1].is_adapted
    adapted.remove("en")
    assert not live.until(EarChosen)[-1].is_adapted


def test_that_a_damaged_one_is_a_notice_and_the_shipped_one_hears(begin, own_network):
    own_network.weights.write_bytes(own_network.weights.read_bytes()[:-8])
    events = begin(is_adapted=True).until(EarChosen)
    (notice,) = [event for event in events if isinstance(event, Notice)]
    assert (notice.kind, notice.key) == ("warning", "network-adapted")
    assert "damaged" in notice.error.sentence()
    assert not events[-1].is_adapted
    assert any(isinstance(event, Ready) for event in events)
