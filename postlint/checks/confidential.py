"""What is not public yet: words that say so, the house's own, and inside knowledge of what is looked into."""

from __future__ import annotations

from collections.abc import Iterator

from .. import own
from ..config import Config
from ..model import Match, Span
from ..post import Post
from ..spans import apart
from ..terms import Terms
from .house_terms import check as house_terms
from .together import check as together


def check(
    post: Post,
    *,
    settings: Config,
    words: Terms,
    topics: Terms,
    inside: Terms,
    incidents: Terms,
    told_of: Terms,
    elsewhere: Terms,
    unless: Terms,
    confidence: float = 0.9,
) -> Iterator[Match]:
    """Yield the house's confidential terms, each of `words`, and what is told together in one sentence.

    That is one of `topics` with one of `inside`, or one of `incidents` with one of `told_of` and none of
    `elsewhere`. Both are spared in a post with a link: what has been published may be told.
    """
    if not settings.terms.confidential and not any(terms.may_be_in(post.text) for terms in (words, topics, incidents)):
        return
    house = house_terms(post, settings=settings, of="confidential")
    found = [*_spans(house), *own.find(post, words, unless=unless)]
    told = together(post, words=topics, beside=inside, unless=unless, linked=False)
    near = together(post, words=incidents, beside=told_of, unless=unless, reported_by=elsewhere, linked=False)
    for span in apart([*found, *_spans(told), *_spans(near)]):
        yield Match(span, confidence=confidence)


def _spans(matches: Iterator[Match]) -> Iterator[Span]:
    return (match.span for match in matches if match.span is not None)
