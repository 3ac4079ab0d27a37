import json
import sys

from tplab_gui.__main__ import main
from tplab_gui.report import machine


def test_that_every_row_has_a_state_and_that_what_is_not_well_has_a_hint(capsys):
    assert main(["doctor", "--json"]) == 0
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert {
        "Python",
        "Qt",
        "torch",
        "device",
        "threads",
        "microphone",
        "camera",
        "free disk",
        "user folder",
    } <= {row["name"] for row in rows}
    for row in rows:
        assert set(row) == {"name", "state", "detail", "hint"}
        assert row["state"] in {"ok", "degraded", "missing"}
        assert row["state"] == "ok" or row["hint"]


def test_that_the_shipped_networks_are_whole(capsys):
    main(["doctor", "--json"])
    rows = {row["name"]: row for row in map(json.loads, capsys.readouterr().out.splitlines())}
    for name in ("digit-image", "digit-sound", "digit-sound-fr", "builtin"):
        assert rows[f"network {name}"]["state"] == "ok"


def test_that_extras_that_are_not_there_are_named_with_the_line_that_installs_them(monkeypatch):
    assert machine._extras().state == "ok"
    monkeypatch.setitem(sys.modules, "optuna", None)
    row = machine._extras()
    assert row.state == "degraded"
    assert "optuna not installed" in row.detail
    assert "python3 start.py extras" in row.hint


def test_that_only_a_vital_lack_is_status_2(monkeypatch, capsys):
    rows = [machine.Row("camera", machine.MISSING, "none", "Plug one in.")]
    monkeypatch.setattr(machine, "rows", lambda: iter(rows))
    assert main(["doctor"]) == 0
    rows.append(
        machine.Row("Qt", machine.MISSING, "libGL.so.1 is not there", "Install libgl1.", is_vital=True)
    )
    assert main(["doctor"]) == 2
    assert capsys.readouterr().err.strip().splitlines()[-1].endswith("Install libgl1.")
