"""Words and phrases that stand in a post, outside its links and mentions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from .. import own
from ..model import Edit, Fix, Match, Span
from ..needs import needs
from ..post import Post
from ..terms import Terms


@needs("words")
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
    for span in own.find(post, words, unless=unless, in_quotations=in_quotations):
        yield _match(post, span, instead or {}, confidence)


def _match(post: Post, span: Span, instead: Mapping[str, str], confidence: float) -> Match:
    text = post.text[span.start : span.end]
    better = instead.get(text.lower())
    if better is None:
        return Match(span, {"better": ""}, confidence)
    better = better[0].upper() + better[1:] if text[0].isupper() else better
    return Match(span, {"better": better}, confidence, Fix((Edit(span.start, span.end, better),)))
