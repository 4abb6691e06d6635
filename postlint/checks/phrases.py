"""Words and phrases that stand in a post, outside its links and mentions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..model import Edit, Fix, Match, Span
from ..post import Post
from ..spans import Covered
from ..terms import Terms


def check(
    post: Post,
    *,
    words: Terms,
    unless: Terms | None = None,
    in_quotations: bool = True,
    instead: Mapping[str, str] | None = None,
    confidence: float = 1.0,
) -> Iterator[Match]:
    """Yield each of `words`, but not inside one of the longer phrases of `unless`.

    `instead` holds a better wording for some of the words: it becomes {better} in the message, and a fix.
    """
    spared = list(unless.find(post.text)) if unless else []
    spared += [entity.span for entity in post.entities if entity.kind in ("url", "mention", "list")]
    spared += [] if in_quotations else [quotation.span for quotation in post.quotations]
    for span in Covered(spared).clear(words.find(post.text)):
        yield _match(post, span, instead or {}, confidence)


def _match(post: Post, span: Span, instead: Mapping[str, str], confidence: float) -> Match:
    better = instead.get(post.text[span.start : span.end].lower())
    if better is None:
        return Match(span, {"better": ""}, confidence)
    return Match(span, {"better": better}, confidence, Fix((Edit(span.start, span.end, better),)))
