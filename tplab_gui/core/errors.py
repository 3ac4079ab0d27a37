"""Errors that are sentences for a learner.

A `LabError` is expected: it reaches the notice bar of the window or the last line of the command. Anything else is a
bug and reaches the crash dialog. Message and hint are English templates; the window translates the template, then
fills in the values, so mathematics never needs to know the language.
"""


class LabError(Exception):
    """Something a user can understand and mend.

    Parameters
    ----------
    message : str
        What happened and what it means; may hold `{name}` placeholders.
    hint : str
        What to do; may hold the same placeholders.
    **values
        What fills the placeholders. Plain values only (str, int, float, Path).

    """

    def __init__(self, message: str, *, hint: str = "", **values: object) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.values = values

    def sentence(self) -> str:
        """Return what happened, filled in, in English."""
        return self.message.format(**self.values)

    def advice(self) -> str:
        """Return what to do, filled in, in English; empty when there is nothing to do."""
        return self.hint.format(**self.values)

    def __str__(self) -> str:
        return f"{self.sentence()} {self.advice()}".strip()

    def __reduce__(self) -> tuple[object, ...]:
        return (_rebuilt, (type(self), self.message, self.hint, self.values))


class MissingError(LabError):
    """A model, a data set or a device that the request needs is not on this machine."""


def _rebuilt(kind: type[LabError], message: str, hint: str, values: dict[str, object]) -> LabError:
    return kind(message, hint=hint, **values)
