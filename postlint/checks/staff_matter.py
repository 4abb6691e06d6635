"""A colleague who can be known, in one sentence with what is between them and their employer."""

from __future__ import annotations

from collections.abc import Iterator

from .. import own, people
from ..model import Match, Span
from ..needs import needs
from ..post import Post
from ..sentences import grouped
from ..spans import apart
from ..terms import Terms


@needs("matters")
def check(
    post: Post, *, matters: Terms, colleagues: Terms, insiders: Terms, unless: Terms, reported_by: Terms
) -> Iterator[Match]:
    """Yield each of `matters`, such as suspended, beside a person: one of `colleagues`, such as our ward manager, or
    a name in a sentence that has one of `insiders`, such as we, my or ward; or a staff title with a name, in a post
    without a link to where it was told before. What others report is left alone.
    """
    found = list(own.find(post, matters, unless=unless))
    for sentence, group in grouped(apart(found), post.statements) if found else ():
        said = post.text[sentence.start : sentence.end]
        known = said in colleagues or (said in insiders and _names(said)) or (any(people.staff(said)) and not post.urls)
        if known and said not in reported_by:
            yield from (Match(matter, confidence=0.9) for matter in group)


def _names(said: str) -> bool:
    finds = (people.staff, people.titled, people.full_names, people.given_names)
    return any(_first(find(said)) is not None for find in finds)


def _first(spans: Iterator[Span]) -> Span | None:
    return next(spans, None)
