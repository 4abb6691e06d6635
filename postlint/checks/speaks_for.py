"""Words that speak for the employer, by somebody who isn't known to be allowed to."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from ..config import Config
from ..data import lexicon
from ..employer.saying import Saying, sayings
from ..employer.targets import Target, house
from ..errors import NotEvaluatedError
from ..model import Match, Span
from ..post import Post
from ..terms import Terms


def check(post: Post, *, settings: Config, confidence: float) -> Iterator[Match]:
    """Yield the first words that commit the employer, unless its account or one of its spokespeople posts them."""
    if not settings.employer.name:
        raise NotEvaluatedError("no employer is set; name it under [employer] in postlint.toml")
    if _may_speak(post, settings):
        return
    employer = next(target for target in house(settings).targets if target.role == "employer")
    yield from [
        Match(span, {"target": employer.name}, confidence)
        for saying in sayings(post)
        if (span := _speaks(saying, employer))
    ][:1]


def _may_speak(post: Post, settings: Config) -> bool:
    """Whether the account is the employer's own, or its author a spokesperson. Where nothing is said it is its own."""
    author = settings.account.author.strip().lower()
    if author:
        return author in house(settings).spokespeople
    return (post.brief.account or settings.account.type or "official") == "official"


def _speaks(saying: Saying, employer: Target) -> Span | None:
    """Where a sentence speaks in the employer's name. Thanks and good wishes commit nobody."""
    if saying.text in _terms("courtesies"):
        return None
    opening = next(_terms("speaking").find(saying.text), None)
    named = next(employer.terms.find(saying.text), None)
    if opening and (named or "our" in saying.text[opening.start : opening.end].lower().split()):
        return saying.place(Span(opening.start, max(opening.end, named.end if named else 0)))
    return _commits(saying, employer)


def _commits(saying: Saying, employer: Target) -> Span | None:
    """ "We at Ottermere will not sign", "Ottermere opposes the contract": the name, then right behind it what it does."""
    for named in employer.terms.find(saying.text):
        does = next(_terms("commits").find(saying.text[named.end :]), None)
        if does and not saying.text[named.end : named.end + does.start].strip(" ,:-"):
            return saying.place(Span(named.start, named.end + does.end))
    return None


@cache
def _terms(key: str) -> Terms:
    return Terms(lexicon("employers")[key])
