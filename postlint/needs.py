"""What a check can't do without: a word of some of its options. A post without any isn't asked about.

Most posts hold hardly a word of the many lists, and one look at their words spares them most of the checks.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from .model import Check
from .terms import Terms

Marked = TypeVar("Marked", bound=Check)


def needs(*options: str) -> Callable[[Marked], Marked]:
    """Marks a check that finds nothing where no word stands of any of these options, which are word lists."""

    def mark(check: Marked) -> Marked:
        check.__dict__["needs"] = options
        return check

    return mark


def needed(check: Check, options: Mapping[str, Any]) -> frozenset[str] | None:
    """The words of which a text must hold one for the check to find anything; None where it may find some anyway."""
    named: tuple[str, ...] = getattr(check, "needs", ())
    lists = [terms.keys for name in named if isinstance(terms := options.get(name), Terms)]
    if not lists or None in lists:
        return None
    return frozenset[str]().union(*filter(None, lists))
