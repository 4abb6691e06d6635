"""Regular expressions that are compiled when they are first used: most posts need few of those that there are."""

from __future__ import annotations

import re
from typing import Any, cast

_METHODS = ("search", "match", "fullmatch", "split", "findall", "finditer", "sub", "subn", "pattern", "flags", "groups")


class _Expression:
    """Stands for a compiled pattern. Once the first of its methods is asked for, all are the compiled one's own."""

    def __init__(self, pattern: str, flags: int = 0) -> None:
        self._source = pattern, flags

    def __getattr__(self, name: str) -> Any:
        if name not in _METHODS:
            raise AttributeError(name)
        compiled = re.compile(*self._source)
        self.__dict__.update({method: getattr(compiled, method) for method in _METHODS})
        return getattr(compiled, name)


def expression(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """A pattern to be used as one that `re.compile` gives."""
    return cast("re.Pattern[str]", _Expression(pattern, flags))
