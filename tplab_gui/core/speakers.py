"""The name of a speaker, which is part of a file's name: what may be in it, and what is done about the rest."""

import unicodedata

from tplab_gui.core.errors import LabError

LONGEST = 40  # characters; four bytes each still leave room for digit and index in a file's name
_FORBIDDEN = frozenset(
    '_/\\<>:"|?*'
)  # the first parts the name of a clip; the others cannot be in files everywhere


def checked_name(text: str) -> str:
    """Return `text` as the name of a speaker: letters of any script, one form for each (Unicode NFC), spaces single.

    Raises
    ------
    LabError
        If nothing is left, or something in it cannot be part of a file's name.

    """
    name = " ".join(unicodedata.normalize("NFC", text).split())
    if not name:
        raise LabError("The recordings need a name of the speaker.", hint="A first name or initials will do.")
    wrong = [letter for letter in name if letter in _FORBIDDEN or not letter.isprintable()]
    if wrong:
        raise LabError(
            "A speaker's name cannot hold {letter}.",
            hint="It becomes part of the files' names, whose parts are separated by an underscore: use letters, "
            "digits, hyphens and spaces.",
            letter=wrong[0] if wrong[0].isprintable() else f"U+{ord(wrong[0]):04X}",
        )
    if len(name) > LONGEST:
        raise LabError(
            "That name is too long: {count} characters.",
            hint="Use at most {most}.",
            count=len(name),
            most=LONGEST,
        )
    return name
