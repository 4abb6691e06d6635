"""What can go wrong before a rule is asked, one type per stage. Each message says how to mend it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


class PostlintError(Exception):
    """The job could not be done. `file`, `line` and `key` say where, as far as that is known."""

    def __init__(
        self, message: str, *, file: str | None = None, line: int | None = None, key: str | None = None
    ) -> None:
        super().__init__(message)
        self.message = message
        self.file = file
        self.line = line
        self.key = key

    def __str__(self) -> str:
        where = ":".join(str(part) for part in (self.file, self.line) if part is not None)
        return f"{where}: {self.message}" if where else self.message


class DraftError(PostlintError):
    """A draft that can't be read: no such file, not text, or a broken brief."""


class PackError(PostlintError):
    """A rule, channel or word list that can't be used."""


class ConfigError(PostlintError):
    """A setting or an option that can't be used."""


class NotEvaluatedError(Exception):
    """A check can't be asked about this post; the message says why. The report lists it."""


def nearest(name: str, names: Iterable[str]) -> str:
    """`; did you mean "…"?`, or nothing where no known name is close."""
    from difflib import get_close_matches

    close = get_close_matches(name, sorted(names), n=1, cutoff=0.5)
    return f'; did you mean "{close[0]}"?' if close else ""
