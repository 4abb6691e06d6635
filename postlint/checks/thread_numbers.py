"""The numbers in a thread: 2/4 on the second post of four."""

from __future__ import annotations

from collections.abc import Iterator

from ..expressions import expression
from ..model import Match, Span
from ..post import Post

_NUMBER = expression(r"(?<![\w/.,£$€])(?P<number>\d{1,2})\s?/\s?(?P<of>\d{1,2})(?![\w/%]|[.,]\d)")


def check(post: Post) -> Iterator[Match]:
    """Yield the number at the start or the end of a post, where it is not the post's own. Alone it is a fraction."""
    if post.part.of < 2:
        return
    for found in _NUMBER.finditer(post.text):
        at_edge = not post.text[: found.start()].strip(" ([{🧵") or not post.text[found.end() :].strip(" )]}🧵")
        own = (int(found["number"]), int(found["of"])) == (post.part.number, post.part.of)
        if at_edge and not own:
            yield Match(Span(*found.span()), {"right": f"{post.part.number}/{post.part.of}"})
