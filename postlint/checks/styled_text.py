"""Letters dressed up as other signs of Unicode: bold, italic, script, in circles or wide."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from ..expressions import expression
from ..model import Edit, Fix, Match, Span
from ..post import Post

_STYLED = "\U0001d400-\U0001d7ff\u24b6-\u24e9\uff21-\uff3a\uff41-\uff5a\U0001f130-\U0001f149\U0001f150-\U0001f169"
_RUN = expression(f"[{_STYLED}](?:[{_STYLED} '’,.!?-]*[{_STYLED}])?")


def check(post: Post, *, least: int = 2) -> Iterator[Match]:
    """Yield each run of at least `least` dressed-up letters, with the plain ones as a safe fix."""
    for found in _RUN.finditer(post.text) if not post.text.isascii() else ():
        plain = unicodedata.normalize("NFKC", found[0])
        if sum(char.isalnum() for char in found[0]) >= least and plain.isascii():
            span = Span(*found.span())
            yield Match(span, {"plain": plain}, fix=Fix((Edit(span.start, span.end, plain),), safe=True))
