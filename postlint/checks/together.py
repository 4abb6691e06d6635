"""Words that mean something only together: one of each list in the same sentence."""

from __future__ import annotations

from collections.abc import Iterator

from .. import own
from ..model import Match, Span
from ..post import Post
from ..sentences import around
from ..spans import apart
from ..terms import Terms


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
    for span in apart(spans):
        if reported_by is None or not own.reported(post, span.start, reported_by):
            yield Match(span, confidence=confidence)


def _alone(post: Post, alone: Terms | None, unless: Terms | None, in_quotations: bool) -> Iterator[Span]:
    return own.find(post, alone, unless=unless, in_quotations=in_quotations) if alone else iter(())


def _pairs(post: Post, words: Terms, beside: Terms, unless: Terms | None, in_quotations: bool) -> Iterator[Span]:
    firsts = list(words.find(post.text))
    seconds = list(beside.find(post.text)) if firsts else []
    if not seconds:
        return
    firsts = list(own.clear(post, firsts, unless=unless, in_quotations=in_quotations))
    seconds = list(own.clear(post, seconds, unless=unless, in_quotations=in_quotations))
    for first in firsts:
        sentence = around(post.statements, first.start)
        near = [second for second in seconds if _apart_in(sentence, first, second)]
        if near:
            second = min(near, key=lambda span: abs(span.start - first.start))
            yield Span(min(first.start, second.start), max(first.end, second.end))


def _apart_in(sentence: Span, first: Span, second: Span) -> bool:
    return sentence.start <= second.start < sentence.end and not first.overlaps(second)
