"""Several things can be wrong at once: one notice per matter is kept, and the gravest is shown."""

from tplab_gui.core.errors import LabError


class NoticeBook:
    """Notices by matter.

    Parameters
    ----------
    order : tuple of str
        The matters, the gravest first.

    """

    def __init__(self, order: tuple[str, ...]) -> None:
        self._order = order
        self._notices: dict[str, tuple[LabError, str]] = {}

    def __contains__(self, matter: object) -> bool:
        return matter in self._notices

    def has_any(self, *matters: str) -> bool:
        """Return whether one of these matters has a notice."""
        return bool(set(matters) & set(self._notices))

    def put(self, matter: str, error: LabError | None, kind: str = "warning") -> bool:
        """Keep a notice, or take it away with None; return whether there was anything to do."""
        if error is None and matter not in self._notices:
            return False
        if error is None:
            del self._notices[matter]
        else:
            self._notices[matter] = (error, kind)
        return True

    def gravest(self) -> tuple[LabError | None, str]:
        """Return the notice to show and its kind; (None, '') when there is none."""
        found = (self._notices[each] for each in self._order if each in self._notices)
        return next(found, (None, ""))
