"""What stands before "see more": the first words are all that most readers see."""

from __future__ import annotations

from collections.abc import Iterator

from ..expressions import expression
from ..model import Fact, Match, Span
from ..post import Post

_SENTENCE_END = expression(r"[.!?…:](?=\s|\Z)|\n")


def check(post: Post, *, fold: Fact, least: int = 20, confidence: float = 0.5) -> Iterator[Match]:
    """Yield the first sentence where the fold cuts it before it has ended.

    A sentence of fewer than `least` characters is a greeting or a heading, and the next counts with it. A post
    that is too long altogether has another thing to mend first.
    """
    shown = fold.number
    if len(post.text) <= shown or post.length.over:
        return
    end = next((found.end() for found in _SENTENCE_END.finditer(post.text) if found.end() >= least), len(post.text))
    if end > shown:
        cut = post.text.rfind(" ", 0, shown)
        start = cut + 1 if cut > 0 else shown
        yield Match(Span(start, end), {"fold": shown, "seen": _tail(post.text[:start])}, confidence, fact=fold)


def _tail(text: str) -> str:
    """The last words that are seen."""
    return " ".join(text.split()[-6:])
