"""Cashtags as X finds them: a $ and the sign of a share, such as $GSK."""

from __future__ import annotations

from collections.abc import Iterator

from ..expressions import expression
from ..model import Span
from .characters import PUNCTUATION, SPACES

_CASHTAG = expression(rf"(?<![^{SPACES}])\$[A-Za-z]{{1,6}}+(?:[._][A-Za-z]{{1,2}})?(?=\Z|[{SPACES}{PUNCTUATION}])")


def cashtags(text: str) -> Iterator[Span]:
    """The cashtags in a text, signs included, in order."""
    if "$" in text:
        for found in _CASHTAG.finditer(text):
            yield Span(*found.span())
