"""Advice to start, stop or change a treatment, and a diagnosis given in a reply."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from .. import own
from ..expressions import expression
from ..model import Match, Span
from ..needs import needs
from ..post import Post
from ..sentences import grouped
from ..spans import Covered, apart, starting
from ..terms import Terms

_DOSE = expression(r"\d+(?:mg|mcg|ml|g)?|\w+ing")
_STARTS = expression(r"(?:\A|[.!?:;,–—-]\s*|\n\s*)\Z")
_NAMES_ONLY = expression(r"(?:\s*@\S+)*\s*")
_REACH = 48


@needs("treatments", "for_replies", "looks_like")
def check(
    post: Post,
    *,
    changes: Terms,
    told: Terms,
    openers: Terms,
    between: frozenset[str],
    treatments: Terms,
    for_replies: Terms,
    looks_like: Terms,
    conditions: Terms,
    asking: Terms,
    unless: Terms,
    safe: Terms,
    reported_by: Terms,
) -> Iterator[Match]:
    """Yield advice such as stop taking your tablets: one of `changes`, told to the reader, and a treatment behind it.

    A change is told at the start of a clause, also behind one of `openers` (and, please), behind one of `told`
    (you should), or by one of `asking` (ask your GP for); only words of `between` may stand before the treatment.
    `for_replies` are treatments that anybody may name, but nobody may dose for a stranger.
    `looks_like` with one of `conditions` is a diagnosis, in a reply. `safe` sends the reader to somebody who may
    advise, and `reported_by` are verbs by which a sentence tells what others found.
    """
    named = list(own.clear(post, _treatments(post, treatments, for_replies), unless=unless))
    verbs = list(own.find(post, changes, unless=unless)) if named else []
    found = [span for verb in verbs if (span := _advised(post.text, verb, named, told, openers, between))]
    found += _asked(post, asking, named, between) if named else ()
    if post.is_reply:
        found += _diagnosed(post, looks_like, conditions)
    for sentence, group in grouped(apart(found), post.statements) if found else ():
        said = post.text[sentence.start : sentence.end]
        if said not in safe and not own.reported(post, sentence, reported_by):
            yield from (Match(span, confidence=0.9) for span in group)


def _advised(
    text: str, verb: Span, named: Sequence[Span], told: Terms, openers: Terms, between: frozenset[str]
) -> Span | None:
    """From a verb that is told to the reader to the treatment that it is about; None where there is none."""
    thing = _object(text, verb, named, between)
    return Span(verb.start, thing.end) if thing and _is_told(text, verb, told, openers) else None


def _treatments(post: Post, treatments: Terms, for_replies: Terms) -> list[Span]:
    found = list(treatments.find(post.text))
    return sorted([*found, *for_replies.find(post.text)]) if post.is_reply else found


def _object(text: str, verb: Span, named: Sequence[Span], between: frozenset[str]) -> Span | None:
    """The treatment that a verb is about: only small words, and doses, stand between."""
    behind = starting(named, verb.end + 1, verb.end + _REACH)
    return next((thing for thing in behind if _is_small(text[verb.end : thing.start], between)), None)


def _is_small(words: str, between: frozenset[str]) -> bool:
    return all(word in between or _DOSE.fullmatch(word) for word in words.lower().replace("’", "'").split())


def _is_told(text: str, verb: Span, told: Terms, openers: Terms) -> bool:
    """Whether a verb is told to the reader: words such as you should stand right before it, or it opens a clause.

    One in -ing that opens a clause is a subject, and tells nobody what to do.
    """
    before = text[max(0, verb.start - _REACH) : verb.start]
    if _ends_with(before, told):
        return True
    opens = _STARTS.search(before) or _ends_with(before, openers) or _NAMES_ONLY.fullmatch(text, 0, verb.start)
    return bool(opens) and not text[verb.start : verb.end].partition(" ")[0].endswith("ing")


def _ends_with(before: str, words: Terms) -> bool:
    return any(not before[span.end :].strip(" ,") for span in words.find(before))


def _asked(post: Post, asking: Terms, named: Sequence[Span], between: frozenset[str]) -> Iterator[Span]:
    """Words such as ask your GP for, with a treatment right behind."""
    for span in own.find(post, asking):
        if thing := _object(post.text, span, named, between):
            yield Span(span.start, thing.end)


def _diagnosed(post: Post, looks_like: Terms, conditions: Terms) -> Iterator[Span]:
    """Words such as sounds like, with a condition close behind in the same sentence."""
    found = list(own.find(post, looks_like))
    named = list(conditions.find(post.text)) if found else []
    ends = Covered(Span(sentence.end, sentence.end + 1) for sentence in post.statements)
    for span in found:
        thing = next(iter(starting(named, span.end, span.end + _REACH)), None)
        if thing is not None and not ends.touches(Span(span.end, thing.start + 1)):
            yield Span(span.start, thing.end)
