"""The cards of the networks for people: `python -m tools.cards` writes models/README.md from models/*.json."""

import json
from pathlib import Path
from typing import Any

MODELS = Path(__file__).resolve().parents[1] / "models"
HEAD = """# The networks that ship

Made by `python -m tools.cards` from the cards (`*.json`), which the training programs write beside the weights
(`*.safetensors`). Before a network is used, the sha256 of its weights is compared with the card's. Every figure was
measured by the command on the card; the data that trained them is not part of the project.
"""


def card_text(card: dict[str, Any]) -> str:
    """Return one card as Markdown."""
    minutes = round(card.get("seconds", 0) / 60)
    lines = [f"## {card['name']}", ""]
    if card.get("title"):
        lines += [f"{card['title']}.", ""]
    lines += [
        f"{card['parameters']:,} parameters, seed {card.get('seed', '-')}, {minutes} min of training.",
        "",
        f"Made by `{card['command']}`.",
        "",
        f"sha256 `{card['sha256']}`",
        "",
        "| measured | |",
        "|---|---|",
        *(f"| {key.replace('_', ' ')} | {_shown(key, value)} |" for key, value in _measured(card)),
        "",
    ]
    for title, key in (
        ("Starting weights", "starting_weights"),
        ("Data", "data"),
        ("Kept out", "held_out"),
        ("Limits", "limits"),
        ("Licence", "licence_note"),
    ):
        if card.get(key):
            lines += [f"**{title}.** {_prose(card[key])}", ""]
    return "\n".join(lines)


def _measured(card: dict[str, Any]) -> list[tuple[str, Any]]:
    earlier = card.get("development", {}).get("accuracy", {})
    return [*_flat(card["accuracy"]), *_flat(earlier, "development run: ")]


def _flat(values: dict[str, Any], prefix: str = "") -> list[tuple[str, Any]]:
    rows: list[tuple[str, Any]] = []
    for key, value in values.items():
        rows += _flat(value, f"{prefix}{key}: ") if isinstance(value, dict) else [(prefix + key, value)]
    return rows


def _shown(key: str, value: Any) -> str:
    is_share = isinstance(value, float) and 0 <= value <= 1 and not key.endswith(("auc", "logit"))
    if is_share:
        return f"{100 * value:.2f} %"
    return str(value)


def _prose(value: Any) -> str:
    if isinstance(value, dict):
        return "; ".join(f"{key.replace('_', ' ')}: {_prose(each)}" for key, each in value.items())
    if not isinstance(value, list):
        return str(value)
    return " ".join(each if str(each).endswith(".") else f"{each};" for each in value).removesuffix(";")


def main() -> None:
    """Write the page."""
    cards = [json.loads(path.read_text(encoding="utf-8")) for path in sorted(MODELS.glob("*.json"))]
    (MODELS / "README.md").write_text(
        "\n".join([HEAD, *map(card_text, cards)]).rstrip() + "\n", encoding="utf-8"
    )
    print(f"{len(cards)} cards")


if __name__ == "__main__":
    main()
