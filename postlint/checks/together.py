"""Words that mean something only together: one of each list in the same sentence."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from .. import own
from ..model import Match, Span
from ..needs import needs
from ..post import Post
from ..sentences import grouped
from ..spans import apart, starting
from ..terms import Terms


@needs("words", "alone")
def check(
    post: Post,
    *,
    words: Terms,
    beside: Terms,
    alone: Terms | None = None,
    unless: Terms | None = None,
    reported_by: Terms | None = None,
    linked: bool = True,
    in_quotations: bool = False,
    confidence: float = 1.0,
) -> Iterator[Match]:
    """Yield, from the one to the other, each of `words` with one of `beside`; and each of `alone` by itself.

    Nothing inside the phrases of `unless` counts. A sentence with one of the verbs of `reported_by` tells what
    others say, and is left alone. `linked` = false leaves posts with a link alone: what they say is out already.
    """
    spans = [*_pairs(post, words, beside, unless, in_quotations), *_alone(post, alone, unless, in_quotations)]
    if not linked and spans and post.urls:
        return
    for sentence, found in grouped(apart(spans), post.statements) if spans else ():
        if reported_by is None or not own.reported(post, sentence, reported_by):
            yield from (Match(span, confidence=confidence) for span in found)


def _alone(post: Post, alone: Terms | None, unless: Terms | None, in_quotations: bool) -> Iterator[Span]:
    return own.find(post, alone, unless=unless, in_quotations=in_quotations) if alone else iter(())


def _pairs(post: Post, words: Terms, beside: Terms, unless: Terms | None, in_quotations: bool) -> Iterator[Span]:
    firsts = list(words.find(post.text))
    seconds = list(beside.find(post.text)) if firsts else []
    if not seconds:
        return
    firsts = list(own.clear(post, firsts, unless=unless, in_quotations=in_quotations))
    seconds = list(own.clear(post, seconds, unless=unless, in_quotations=in_quotations))
    for sentence, group in grouped(firsts, post.statements):
        here = starting(seconds, sentence.start, sentence.end)
        for first in group:
            if near := _near(first, here):
                yield Span(min(first.start, near.start), max(first.end, near.end))


def _near(first: Span, seconds: Sequence[Span]) -> Span | None:
    """The closest of the others that shares no letter with a span."""
    at = bisect_left(seconds, first)
    close = [span for span in seconds[max(0, at - 2) : at + 2] if not span.overlaps(first)]
    return min(close, key=lambda span: abs(span.start - first.start), default=None)
