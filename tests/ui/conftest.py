"""What several tests of the window share: one thread for torch, and a training tab whose runs take a moment."""

import pytest
import torch

from tplab_gui.core.settings import Settings
from tplab_gui.ui.tabs.training import TrainingTab
from tplab_gui.ui.widgets.tab import TabContext

LONG_MS = 60_000


@pytest.fixture
def one_thread():
    before = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(before)


@pytest.fixture
def training_tab(qtbot, one_thread):
    """The training tab, shown, for runs on 96 of the digits that ship: three batches an epoch, two epochs."""
    tab = TrainingTab(TabContext(Settings()))
    qtbot.addWidget(tab)
    tab.resize(1024, 580)
    tab.form.epochs.setValue(2)
    for name, value in (("limit", 96), ("batch_size", 32), ("threads", 1)):
        tab.form.more._fields[name].setValue(value)
    with qtbot.waitExposed(tab):
        tab.show()
    yield tab
    assert tab.shut_down(LONG_MS)
