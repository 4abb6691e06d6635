"""What was told of a patient, and where."""

from __future__ import annotations

from msgspec import Struct

from ..model import Span


class Told(Struct, frozen=True):
    """Something that may show who a patient is: the words for it, its place, and the kinds of detail in it.

    Kinds are those of a consent's scope, such as name or condition. What no consent can cover has none.
    """

    what: str
    span: Span
    kinds: frozenset[str] = frozenset()
    confidence: float = 0.95
