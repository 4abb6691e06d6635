"""Words that speak for the employer, by somebody who isn't known to be allowed to."""

from __future__ import annotations

from bisect import bisect_left
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
    names = list(employer.terms.find(saying.text))
    if names and (opening := next(_terms("speaking").find(saying.text), None)):
        return saying.place(Span(min(opening.start, names[0].start), max(opening.end, names[0].end)))
    return _commits(saying, names) if names else None


def _commits(saying: Saying, names: list[Span]) -> Span | None:
    """The name, then what it does: "Ottermere opposes the contract"; "We at Ottermere will" is enough."""
    found = {key: sorted(_terms(key).find(saying.text)) for key in ("we-at", "commits", "pledges")}
    for named in names:
        everyone = _before(saying.text, found["we-at"], named)
        if does := _after(saying.text, found["pledges" if everyone else "commits"], named):
            return saying.place(Span((everyone or named).start, does.end))
    return None


def _before(text: str, spans: list[Span], named: Span) -> Span | None:
    """The last of the spans before a name, if nothing stands between; "we at the" may reach into "the Trust"."""
    at = bisect_left(spans, named.start, key=lambda span: span.start)
    return spans[at - 1] if at and not text[spans[at - 1].end : named.start].strip() else None


def _after(text: str, spans: list[Span], named: Span) -> Span | None:
    """The first of the spans behind a name, if nothing but a mark stands between."""
    at = bisect_left(spans, named.end, key=lambda span: span.start)
    return spans[at] if at < len(spans) and not text[named.end : spans[at].start].strip(" ,:-") else None


@cache
def _terms(key: str) -> Terms:
    return Terms(lexicon("employers")[key])
