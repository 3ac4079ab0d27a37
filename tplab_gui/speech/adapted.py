"""The network adapted to the user's voice: where it is kept, whether it may be used, and the way back.

The shipped weights are never touched. An adapted network is a network like any other, card and weights with their
sha256, in a folder of its own that nothing searches; it is used only when the user switched it on, and only while the
shipped network it was made from is the one that is here.
"""

from pathlib import Path
from typing import Any

from tplab_gui.core.errors import LabError, MissingError
from tplab_gui.core.events.recording import AdaptedFound, Effect, NoneAdapted
from tplab_gui.core.paths import user_data_dir
from tplab_gui.nets import weights
from tplab_gui.speech.recognise import NETWORKS, SoundReader


def folder() -> Path:
    """Return the folder of the adapted networks (not created)."""
    return user_data_dir() / "adapted"


def name_of(language: str) -> str:
    """Return the name of the adapted network of a language, 'en' or 'fr'."""
    return f"{NETWORKS[language]}-adapted"


def stamp(language: str) -> int:
    """Return a number that changes whenever the adapted network of `language` does; 0 when there is none."""
    try:
        return (folder() / f"{name_of(language)}.json").stat().st_mtime_ns
    except OSError:
        return 0


def load_adapted(language: str) -> SoundReader:
    """Load the network that was adapted to the user's voice.

    Raises
    ------
    MissingError
        If there is none.
    LabError
        If its files are damaged, or the shipped network it was made from has been replaced since.

    """
    name = name_of(language)
    if not stamp(language):
        raise MissingError(
            "There is no network adapted to your voice.", hint="Record some digits in the Data tab first."
        )
    try:
        _check(weights.load_card(name, folder()), language)
        return SoundReader(name, folder())
    except _OutdatedError:
        raise
    except (LabError, KeyError, TypeError, ValueError) as error:
        raise _damaged() from error


def about(language: str) -> AdaptedFound | NoneAdapted:
    """Return what the card says of the adapted network; raises as `load_adapted`, but for a missing one."""
    if not stamp(language):
        return NoneAdapted(language)
    try:
        card = weights.load_card(name_of(language), folder())
        _check(card, language)
        weights.verify(card)
        return AdaptedFound(
            language,
            int(card["learned"]),
            effect(card["voice"]),
            effect(card["others"]),
            float(card["share"]),
            float(card["seconds"]),
            tuple(str(each) for each in card["speakers"]),
        )
    except _OutdatedError:
        raise
    except (LabError, KeyError, TypeError, ValueError) as error:
        raise _damaged() from error


def remove(language: str) -> None:
    """Go back to the shipped network: delete the adapted one, card first, so that no card is left without weights."""
    for suffix in (".json", ".safetensors"):
        try:
            (folder() / f"{name_of(language)}{suffix}").unlink(missing_ok=True)
        except OSError as error:
            raise LabError(
                "The adapted network could not be deleted from {folder}; it is switched off.",
                hint="Close programs that use it, or delete it yourself.",
                folder=folder(),
            ) from error


def effect(stored: dict[str, Any]) -> Effect:
    """Return an `Effect` as a card holds it."""
    before, after = stored["before_interval"], stored["after_interval"]
    return Effect(
        int(stored["count"]),
        int(stored["before"]),
        int(stored["after"]),
        (float(before[0]), float(before[1])),
        (float(after[0]), float(after[1])),
        float(stored["p"]),
    )


class _OutdatedError(LabError):
    """The shipped network is another one now."""


def _check(card: weights.Card, language: str) -> None:
    if card["adapted_from"] != weights.load_card(NETWORKS[language])["sha256"]:
        raise _OutdatedError(
            "The shipped network is newer than the one that was adapted to your voice, so the shipped one is used.",
            hint="Adapt it again on the page Record of the Data tab.",
        )


def _damaged() -> LabError:
    return LabError(
        "The network adapted to your voice is damaged, so the shipped one is used.",
        hint="Adapt it again on the page Record of the Data tab.",
    )
