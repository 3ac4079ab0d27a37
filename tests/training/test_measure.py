import numpy as np
import pytest
import torch

from tplab_gui.core.events.common import Tick
from tplab_gui.nets.mnist_net import Net
from tplab_gui.training import measure
from tplab_gui.training.batches import Pictures


class Lookup(torch.nn.Module):
    """Ten log-probabilities from one row of a table: small enough to compute by hand."""

    def __init__(self) -> None:
        super().__init__()
        self.row = torch.nn.Parameter(torch.arange(10, dtype=torch.float32) / 10)

    def forward(self, images):
        return torch.log_softmax(self.row.expand(len(images), 10), dim=1)


def by_hand(labels):
    row = np.arange(10) / 10
    return float(np.mean(np.log(np.exp(row).sum()) - row[labels]))


def pictures(labels):
    labels = np.array(labels, np.uint8)
    return Pictures(np.zeros((len(labels), 28, 28), np.uint8), labels, 0.0, 1.0, torch.device("cpu"))


def run(generator):
    ticks = []
    while True:
        try:
            ticks.append(next(generator))
        except StopIteration as end:
            return end.value, ticks


def test_that_the_loss_of_a_step_is_the_negative_log_likelihood_computed_by_hand():
    network, labels = Lookup(), [0, 9, 4]
    optimiser = torch.optim.SGD(network.parameters(), lr=0.1)
    loss, right = measure.step(network, optimiser, *pictures(labels).take(slice(0, 3)))
    assert loss == pytest.approx(by_hand(labels), abs=1e-6)
    assert right == 1  # class 9 has the largest score


def test_that_a_step_goes_down_the_gradient():
    network = Lookup()
    images, labels = pictures([2, 2]).take(slice(0, 2))
    optimiser = torch.optim.SGD(network.parameters(), lr=1.0)
    before = network.row.detach().clone()
    measure.step(network, optimiser, images, labels)
    expected = torch.softmax(before, 0) - torch.nn.functional.one_hot(torch.tensor(2), 10)
    torch.testing.assert_close(network.row.detach(), before - expected)


@pytest.mark.parametrize("spoiled", [float("nan"), float("inf"), 1e9])
def test_that_a_senseless_loss_stops_before_the_weights_change(spoiled):
    network = Lookup()
    with torch.no_grad():
        network.row[0] = spoiled
    before = network.row.detach().clone()
    optimiser = torch.optim.SGD(network.parameters(), lr=0.1)
    with pytest.raises(measure.DivergedError):
        measure.step(network, optimiser, *pictures([1, 2]).take(slice(0, 2)))
    assert torch.equal(network.row.isnan(), before.isnan())
    assert torch.equal(network.row.nan_to_num(), before.nan_to_num())


def test_that_the_mean_loss_is_per_picture_also_when_the_last_batch_is_smaller():
    labels = [0, 1, 2, 3, 9, 9, 9]
    (loss, accuracy), _ = run(measure.losses(Lookup(), pictures(labels), 3, measure.Stopwatch()))
    assert loss == pytest.approx(by_hand(labels), abs=1e-6)
    assert accuracy == pytest.approx(3 / 7)


def test_that_measuring_gives_a_chance_to_stop_after_every_batch():
    _, ticks = run(measure.losses(Lookup(), pictures([1] * 7), 2, measure.Stopwatch()))
    assert ticks == [Tick()] * 4


def test_that_measuring_silences_nothing_and_goes_back_to_learning():
    network = Net(0.5, 0.5).train()
    one, _ = run(measure.losses(network, pictures([1, 2, 3]), 3, measure.Stopwatch()))
    two, _ = run(measure.losses(network, pictures([1, 2, 3]), 3, measure.Stopwatch()))
    assert one == two
    assert network.training


class Clocks:
    """A clock of the world and one of the work of this process; `pass_time` moves both."""

    def __init__(self) -> None:
        self.world = self.work = 0.0
        self.watch = measure.Stopwatch(lambda: self.world, lambda: self.work)

    def pass_time(self, seconds, worked):
        self.world += seconds
        self.work += worked


def test_that_a_pause_counts_for_nothing():
    clocks = Clocks()
    clocks.pass_time(2.0, 2.0)
    clocks.watch.hold()
    clocks.pass_time(600.0, 0.1)
    clocks.watch.go()
    clocks.pass_time(1.0, 1.9)  # on two threads
    clocks.watch.hold()
    assert clocks.watch.seconds == pytest.approx(3.0)


def test_that_the_sleep_of_a_laptop_in_the_middle_of_a_step_counts_for_nothing():
    clocks = Clocks()
    clocks.pass_time(8 * 3600.0, 0.05)
    clocks.watch.hold()
    assert clocks.watch.seconds == pytest.approx(0.05)


def test_that_a_slow_step_on_a_busy_computer_counts_in_full():
    clocks = Clocks()
    clocks.pass_time(60.0, 6.0)  # another program takes nine tenths
    clocks.watch.hold()
    assert clocks.watch.seconds == pytest.approx(60.0)


def test_that_a_clock_that_is_set_back_takes_nothing_away():
    clocks = Clocks()
    clocks.pass_time(2.0, 2.0)
    clocks.watch.hold()
    clocks.watch.go()
    clocks.pass_time(-3600.0, 0.5)
    clocks.watch.hold()
    assert clocks.watch.seconds == pytest.approx(2.0)
