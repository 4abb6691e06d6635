"""Advice to start, stop or change a treatment, and a diagnosis given in a reply."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from .. import own
from ..model import Match, Span
from ..post import Post
from ..sentences import grouped
from ..spans import Covered, apart, starting
from ..terms import Terms

_BETWEEN = re.compile(
    r"\s(?:(?:taking|using|with|on|to|off|up|down|out|a|an|the|your|his|her|their|my|him|them|child|child's|children|baby|mum|dad|giving|any|all|some|two|one|half|those|these|"
    r"extra|more|less|fewer|lower|higher|double|daily|old|own|of|dose|doses|\d+(?:mg|mcg|ml|g)?|that|this|\w+ing)\s)*\Z"
)
_STARTS = re.compile(
    r"(?:^|[.!?:;,–—-]\s*|\n\s*|\b(?:and|or|then|so|but|please|just|now|simply|why not|go ahead and)\s)\Z", re.I
)
_NAMES_ONLY = re.compile(r"(?:\s*@\S+)*\s*")
_REACH = 48


def check(
    post: Post,
    *,
    changes: Terms,
    told: Terms,
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

    A change is told at the start of a clause, behind a word of `told` (you should, try), or by one of `asking`
    (ask your GP for). `for_replies` are treatments that anybody may name, but nobody may dose for a stranger.
    `looks_like` with one of `conditions` is a diagnosis, in a reply. `safe` sends the reader to somebody who may
    advise, and `reported_by` are verbs by which a sentence tells what others found.
    """
    found = [*_advised(post, changes, told, treatments, for_replies, unless), *_asked(post, asking, treatments)]
    if post.is_reply:
        found += _diagnosed(post, looks_like, conditions)
    for sentence, group in grouped(apart(found), post.statements) if found else ():
        said = post.text[sentence.start : sentence.end]
        if said not in safe and not own.reported(post, sentence, reported_by):
            yield from (Match(span, confidence=0.9) for span in group)


def _advised(
    post: Post, changes: Terms, told: Terms, treatments: Terms, for_replies: Terms, unless: Terms
) -> Iterator[Span]:
    named = _treatments(post, treatments, for_replies)
    verbs = list(changes.find(post.text)) if named else []
    if not verbs:
        return
    named = list(own.clear(post, named, unless=unless))
    for verb in own.clear(post, verbs, unless=unless):
        thing = _object(post.text, verb, named)
        if thing is not None and _is_told(post.text, verb, told):
            yield Span(verb.start, thing.end)


def _treatments(post: Post, treatments: Terms, for_replies: Terms) -> list[Span]:
    found = list(treatments.find(post.text))
    return sorted([*found, *for_replies.find(post.text)]) if post.is_reply else found


def _object(text: str, verb: Span, named: Sequence[Span]) -> Span | None:
    """The treatment that a verb is about: only small words stand between."""
    behind = starting(named, verb.end + 1, verb.end + _REACH)
    return next((thing for thing in behind if _BETWEEN.match(text, verb.end, thing.start)), None)


def _is_told(text: str, verb: Span, told: Terms) -> bool:
    """Whether a verb is told to the reader: words such as you should stand right before it, or it opens a clause.

    One in -ing that opens a clause is a subject, and tells nobody what to do.
    """
    before = text[max(0, verb.start - _REACH) : verb.start]
    if any(not before[span.end :].strip(" ,") for span in told.find(before)):
        return True
    opens = _STARTS.search(before) is not None or _NAMES_ONLY.fullmatch(text, 0, verb.start) is not None
    return opens and not text[verb.start : verb.end].partition(" ")[0].endswith("ing")


def _asked(post: Post, asking: Terms, treatments: Terms) -> Iterator[Span]:
    """Words such as ask your GP for, with a treatment right behind."""
    found = list(own.find(post, asking))
    named = list(treatments.find(post.text)) if found else []
    for span in found:
        if thing := _object(post.text, span, named):
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
