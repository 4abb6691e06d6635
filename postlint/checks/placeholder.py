"""Something that was left to be filled in."""

from __future__ import annotations

from collections.abc import Iterator

from ..expressions import expression
from ..model import Match, Span
from ..post import Post
from ..spans import Covered, apart
from ..terms import Terms

_BRACKETED = expression(r"\[[^\[\]\n]{1,60}\]|\{\{[^{}\n]{1,60}\}\}|\{[A-Za-z_][\w .\-]{0,40}\}|<[^<>\n]{1,60}>")
_HEADING_END = expression(r"\s*(?:v?\d{1,2}\s*)?(?:[:|\n]|[-–—]+\s)")


def check(post: Post, *, words: Terms, names: Terms, openings: Terms) -> Iterator[Match]:
    """Yield words such as TODO, brackets with a placeholder's name in them, and a heading such as DRAFT.

    `names` are what a bracket may hold; in double braces anything is a placeholder.
    """
    spans = [*words.find(post.text), *_bracketed(post.text, names), *_opening(post.text, openings)]
    if spans:
        yield from map(Match, Covered(url.span for url in post.urls).clear(apart(spans)))


def _bracketed(text: str, names: Terms) -> Iterator[Span]:
    for found in _BRACKETED.finditer(text) if "[" in text or "{" in text or "<" in text else ():
        inside = found[0].strip("[]{}<>").strip()
        whole = any((span.start, span.end) == (0, len(inside)) for span in names.find(inside))
        if found[0].startswith("{{") or whole or inside.lower().startswith(("insert ", "add ", "your ")):
            yield Span(*found.span())


def _opening(text: str, openings: Terms) -> Iterator[Span]:
    """A heading at the very start that says that this is not the final text: DRAFT - or DRAFT:"""
    for opening in openings.words if text.startswith(openings.words) else ():
        if text.startswith(opening) and _HEADING_END.match(text, len(opening)):
            yield Span(0, len(opening))
            return
