"""Words that speak for the employer, by somebody who isn't known to be allowed to."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import islice

from ..config import Config
from ..data import lexicon
from ..employer.saying import Saying
from ..employer.targets import Target, house, insist_on
from ..model import Match, Span
from ..post import Post
from ..terms import Terms


def check(post: Post, *, settings: Config, confidence: float) -> Iterator[Match]:
    """Yield the first words that commit the employer, unless its account or one of its spokespeople posts them."""
    insist_on(settings, settings.employer.name, "the settings name no employer; add [employer]")
    if _may_speak(post, settings):
        return
    employer = next(target for target in house(settings).targets if target.role == "employer")
    spans = filter(None, (_speaks(saying, employer) for saying in post.sayings))
    yield from (Match(span, {"target": employer.name}, confidence) for span in islice(spans, 1))


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
    if alone := next(_terms("speaking-alone").find(saying.text), None):
        return saying.place(alone)
    opening = next(_terms("speaking").find(saying.text), None)
    named = next(employer.terms.find(saying.text), None)
    if opening and named:
        return saying.place(Span(min(opening.start, named.start), max(opening.end, named.end)))
    return _commits(saying, employer)


def _commits(saying: Saying, employer: Target) -> Span | None:
    """The name, then what it does: "Ottermere opposes the contract"; "We at Ottermere will" is enough."""
    for named in employer.terms.find(saying.text):
        everyone = _right_before(saying.text[: named.start], _terms("we-at"))
        does = next(_terms("pledges" if everyone is not None else "commits").find(saying.text[named.end :]), None)
        if does and not saying.text[named.end : named.end + does.start].strip(" ,:-"):
            return saying.place(Span(named.start if everyone is None else everyone, named.end + does.end))
    return None


def _right_before(text: str, terms: Terms) -> int | None:
    """Where the last of the terms starts, if nothing stands after it."""
    last = max(terms.find(text), default=None)
    return last.start if last and not text[last.end :].strip() else None


@cache
def _terms(key: str) -> Terms:
    return Terms(lexicon("employers")[key])
