"""Two spaces between words where one was meant."""

from __future__ import annotations

from collections.abc import Iterator

from ..expressions import expression
from ..model import Edit, Fix, Match, Span
from ..post import Post

_RUN = expression(r"(?<=[\w.,;:!?)’”\"'])  +(?=[\w(‘“\"'#@])")


def check(post: Post, *, most: int) -> Iterator[Match]:
    """Yield each run of two spaces or more between words, with one space as a safe fix.

    Runs of more than `most` are left alone: somebody has laid the text out with them.
    """
    for found in _RUN.finditer(post.text) if "  " in post.text else ():
        if len(found[0]) <= most:
            span = Span(*found.span())
            yield Match(span, {"count": len(found[0])}, fix=Fix((Edit(span.start, span.end, " "),), safe=True))
