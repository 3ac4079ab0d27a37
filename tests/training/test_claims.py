import math

import numpy as np
import pytest

from tests.training.synthetic import curve, falling, u_shaped
from tplab_gui.core.params import SETUPS
from tplab_gui.training.claims import check
from tplab_gui.training.factorial import tabulate

EPOCHS = 14
AGAIN = np.geomspace(0.3, 0.01, EPOCHS)
LOWER = 0.2 * AGAIN


def as_reported(**changed):
    """Return four runs whose curves are those of the report's figures."""
    steep = np.r_[1.5, falling(EPOCHS - 1, floor=0.1, height=0.3)]
    gentle = falling(EPOCHS, floor=0.05, height=0.3, rate=1.3)
    runs = {
        "base": curve(falling(EPOCHS, floor=0.03, height=0.2, rate=1.3), train=gentle, again=AGAIN),
        "swapped": curve(
            falling(EPOCHS, floor=0.09, height=0.4), train=steep, again=1.2 * AGAIN, setup="swapped"
        ),
        "no-dropout": curve(
            0.5 * u_shaped(EPOCHS, 2), train=falling(EPOCHS, 0.001, 0.2), again=LOWER, setup="no-dropout"
        ),
        "swapped-no-dropout": curve(
            u_shaped(EPOCHS, 4), train=falling(EPOCHS, 0.002, 0.5), again=LOWER, setup="swapped-no-dropout"
        ),
        **changed,
    }
    return {setup: [run] for setup, run in runs.items() if run is not None}


def checked(groups):
    return check(groups, tabulate(groups))


def verdict(claims, *words):
    (one,) = [c for c in claims if all(word in c.statement.text() for word in words)]
    return one.verdict


def test_that_every_claim_holds_for_curves_like_those_of_the_report():
    claims = checked(as_reported())
    assert {c.statement.text(): c.verdict for c in claims} == {c.statement.text(): "holds" for c in claims}
    assert {c.item for c in claims} == {2, 3, 4, 5, 6, 7, 9}


def test_that_each_claim_names_the_runs_it_used_and_gives_numbers():
    for claim in checked(as_reported()):
        assert claim.runs
        assert any(sign.isdigit() for sign in claim.reason.text())
        assert "{" not in claim.statement.text() + claim.reason.text()


def test_that_a_run_without_epochs_or_with_a_broken_loss_counts_as_missing():
    for bad in (curve([], setup="base"), curve([0.5, math.nan, 0.4], setup="base")):
        claims = checked(as_reported(base=bad))
        assert verdict(claims, "Base: plateau") == "unknown"
        assert verdict(claims, "brutal") == "holds"


def test_that_without_runs_nothing_can_be_told():
    claims = checked({setup: [] for setup in SETUPS})
    assert {c.verdict for c in claims} == {"unknown"}


def test_that_a_missing_run_leaves_the_claims_about_it_open_and_the_others_alone():
    claims = checked(as_reported(swapped=None))
    assert verdict(claims, "brutal") == "unknown"
    assert verdict(claims, "worse for the test loss") == "unknown"
    assert verdict(claims, "Base: plateau") == "holds"


def test_that_a_later_minimum_fails_the_claim_about_epoch_3():
    claims = checked(
        as_reported(**{"no-dropout": curve(u_shaped(EPOCHS, 7), again=LOWER, setup="no-dropout")})
    )
    assert verdict(claims, "Without dropout", "from epoch 3") == "fails"


def test_that_a_test_loss_that_falls_to_the_end_fails_the_claim_of_a_rise():
    still = curve(np.linspace(1, 0.2, EPOCHS), again=LOWER, setup="no-dropout")
    assert verdict(checked(as_reported(**{"no-dropout": still})), "from epoch 3") == "fails"


def test_that_a_rise_within_the_noise_cannot_be_told():
    zigzag = 0.3 + 0.05 * (-1.0) ** np.arange(1, EPOCHS + 1)
    unclear = curve(zigzag, again=LOWER, setup="no-dropout")
    assert verdict(checked(as_reported(**{"no-dropout": unclear})), "from epoch 3") == "unknown"


def test_that_overfitting_with_dropout_fails_the_order_of_the_test_curves():
    rising = curve(u_shaped(EPOCHS, 5), again=AGAIN)
    assert verdict(checked(as_reported(base=rising)), "goes back up") == "fails"


def test_that_equal_test_losses_cannot_tell_which_is_higher():
    same = {setup: curve(falling(EPOCHS), again=AGAIN, setup=setup) for setup in SETUPS}
    claims = checked(as_reported(**same))
    assert verdict(claims, "higher test loss") == "unknown"
    assert verdict(claims, "worse for the test loss") == "unknown"


def test_that_a_higher_loss_of_the_standard_runs_fails_the_claim():
    better = curve(falling(EPOCHS, floor=0.001), again=AGAIN, setup="swapped")
    both = curve(falling(EPOCHS, floor=0.001), again=LOWER, setup="swapped-no-dropout")
    claims = checked(as_reported(swapped=better, **{"swapped-no-dropout": both}))
    assert verdict(claims, "higher test loss") == "fails"
    assert verdict(claims, "worse for the test loss") == "fails"


def test_that_dropout_that_harms_both_losses_fails_the_claim_that_it_pays():
    harmed = curve(falling(EPOCHS, floor=0.9), again=AGAIN)
    assert verdict(checked(as_reported(base=harmed)), "small cost") == "fails"


@pytest.mark.parametrize(
    ("again", "expected"), [(np.full(EPOCHS, 0.4), "fails"), (falling(EPOCHS, 0.06), "unknown")]
)
def test_that_a_train_loss_far_from_0_fails_and_one_that_still_falls_is_open(again, expected):
    far = curve(falling(EPOCHS), train=again, again=again)
    assert verdict(checked(as_reported(base=far)), "towards 0") == expected


def test_that_one_epoch_can_tell_nothing_about_drops_and_plateaus():
    short = {setup: [curve([0.4], setup=setup)] for setup in SETUPS}
    claims = checked(short)
    for words in ("brutal", "plateau from", "follows", "from epoch 5."):
        assert {c.verdict for c in claims if words in c.statement.text()} == {"unknown"}
