"""What a post says of a thing that the settings name: an organisation, or a topic with a position."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Span
from ..opinion import Attitude
from ..opinion.features import in_tag
from ..post import Post
from ..terms import Terms


def attitude(post: Post, terms: Terms) -> Attitude | None:
    """The side that the post takes on what the `terms` name; None where it isn't named."""
    marks = tuple(mentions(post, terms))
    return post.opinion.attitude(marks) if marks else None


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
