"""What a post says of a thing that the settings name: an organisation, or a topic with a position."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ..model import Span
from ..opinion import Attitude
from ..opinion.features import in_tag
from ..post import Post
from ..terms import Terms
from .saying import may_say
from .stance import Stance, stance


def attitude(post: Post, terms: Terms) -> Attitude | None:
    """The side that the post takes on what the `terms` name; None where it isn't named."""
    marks = tuple(mentions(post, terms))
    return post.opinion.attitude(marks) if marks else None


def plain_attitude(
    post: Post, terms: Terms, confidence: float, told: Callable[[str], Stance | None] = stance
) -> Attitude | None:
    """The side that is `told` in plain words where the `terms` are named, worth `confidence`; None where none is."""
    for saying in post.sayings if may_say(post, terms) else ():
        named = next(terms.find(saying.text), None)
        side = told(_without(saying.text, named)) if named else None
        if named and side:
            words = Span(min(named.start, side.span.start), max(named.end, side.span.end))
            shares = {"for": 0.0, "against": 0.0, "grievance": 0.0, "neither": 1 - confidence, side.side: confidence}
            return Attitude(shares, saying.place(words))
    return None


def _without(text: str, span: Span) -> str:
    """The text with a span blanked out: a never event says nothing against itself."""
    return text[: span.start] + " " * (span.end - span.start) + text[span.end :]


def mentions(post: Post, terms: Terms) -> Iterator[Span]:
    """Where the terms stand in a post, its hashtags read as the words in them."""
    yield from terms.find(post.text)
    for tag in post.hashtags:
        parts = in_tag(tag.text)
        apart = " ".join(word for word, _ in parts)
        for found in terms.find(apart):
            first, last = apart.count(" ", 0, found.start), apart.count(" ", 0, found.end)
            word, at = parts[last]
            yield Span(tag.start + parts[first][1], tag.start + at + len(word))
