"""What a command prints: results on stdout, progress and the last word on stderr."""

import json
import math
import sys
from typing import Any

from tplab_gui.core.errors import LabError


class Output:
    """Results for people, or with `--json` one object per line for programs; a silent one keeps the last word only."""

    def __init__(self, *, is_json: bool, is_silent: bool = False) -> None:
        self.is_json, self._is_silent = is_json, is_silent
        self._last_word: str | None = None
        self._has_progress = False

    def line(self, values: dict[str, Any], text: str) -> None:
        """Print one result at once: `values` as JSON, or `text`. Numbers that are not finite become null."""
        if self._is_silent:
            return
        shown = json.dumps(_finite(values), ensure_ascii=False, allow_nan=False) if self.is_json else text
        self._clear_progress()
        sys.stdout.write(shown + "\n")
        sys.stdout.flush()

    def progress(self, text: str) -> None:
        """Show where the work is, on one line of the terminal; nothing when stderr is not a terminal."""
        if sys.stderr.isatty() and not self._is_silent:
            sys.stderr.write(f"\r\x1b[K{text}")
            sys.stderr.flush()
            self._has_progress = True

    def warn(self, error: LabError) -> None:
        """Say at once, on a line of its own, what does not stop the work."""
        if not self._is_silent:
            self._clear_progress()
            sys.stderr.write(f"tplab: {_sentence(error.sentence())} {error.advice()}".rstrip() + "\n")
            sys.stderr.flush()

    def failure(self, error: LabError) -> None:
        """Keep what went wrong as the last line of stderr; of several, the last one."""
        self.say(error.sentence(), error.advice())

    def say(self, what: str, advice: str) -> None:
        """As `failure`, for what is not a LabError; `finish` prints it, so that it is really the last."""
        self._last_word = " ".join(_sentence(part) for part in (what, advice) if part)

    def finish(self) -> None:
        """Print the last word if there is one."""
        self._clear_progress()
        if self._last_word:
            sys.stderr.write(f"tplab: {self._last_word}\n")
            sys.stderr.flush()
        self._last_word = None

    def _clear_progress(self) -> None:
        if self._has_progress:
            sys.stderr.write("\r\x1b[K")
            self._has_progress = False


def _sentence(text: str) -> str:
    flat = " ".join(text.split())
    return flat if flat.endswith((".", "!", "?")) else f"{flat}."


def _finite(value: Any) -> Any:
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if isinstance(value, dict):
        return {key: _finite(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_finite(each) for each in value]
    return value
