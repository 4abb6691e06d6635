"""Words that have a plainer one, by what the audience knows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..audience import is_expert
from ..model import Match
from ..needs import needs
from ..post import Post
from ..terms import Terms
from .phrases import check as phrases


@needs("words", "clinical")
def check(
    post: Post,
    *,
    words: Terms,
    instead: Mapping[str, str],
    clinical: Terms,
    clinical_instead: Mapping[str, str],
    experts: Terms,
    unless: Terms,
) -> Iterator[Match]:
    """Yield each of `words`, and each of `clinical` unless the audience is made of `experts`, with the plainer word."""
    yield from phrases(post, words=words, instead=instead, unless=unless, in_quotations=False)
    if not is_expert(post, experts):
        yield from phrases(post, words=clinical, instead=clinical_instead, unless=unless, in_quotations=False)
