import json

from tplab_gui.__main__ import main


def lines(capsys):
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_that_the_list_says_what_is_here_and_what_is_not(capsys):
    assert main(["assets", "list", "--json"]) == 0
    found = {(each["kind"], each["name"]): each["found"] for each in lines(capsys)}
    assert found[("pictures", "builtin")]
    assert found[("sounds", "builtin")]
    assert not found[("pictures", "mnist")]


def test_that_the_shipped_networks_verify(capsys):
    assert main(["assets", "verify", "--json"]) == 0
    assert {each["state"] for each in lines(capsys) if each["name"] in {"digit-image", "digit-sound"}} == {
        "ok"
    }


def test_that_nothing_is_fetched_where_downloads_are_off(capsys):
    assert main(["assets", "fetch", "mnist", "--json"]) == 1
    assert "switched off" in lines(capsys)[0]["detail"]


def test_that_an_unknown_name_is_answered_with_the_known_ones(capsys):
    assert main(["assets", "fetch", "imagenet"]) == 2
    assert "mnist" in capsys.readouterr().err


def test_that_the_weights_of_a_network_are_asked_for_by_its_name(capsys):
    assert main(["assets", "fetch", "regnet_y_400mf:v1", "--json"]) == 1
    assert "switched off" in lines(capsys)[0]["detail"]
