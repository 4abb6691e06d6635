"""Promises that no treatment keeps, and numbers about risk that nobody can weigh."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from .. import own
from ..model import Match, Span
from ..post import Post
from ..spans import Covered
from ..terms import Terms

_PERCENT = r"\d[\d.,]*\s?(?:%|percent\b|per\scent\b)"
_RISK = r"(?:risks?|chances?|odds|likelihood)"
_RELATIVE = (
    rf"{_PERCENT}\s(?:less|more|lower|higher|fewer|greater)\s(?:\w+\s){{0,2}}(?:likely|{_RISK})\b"
    rf"|\b{_RISK}\b[^.!?\n]{{0,40}}?\bby\s(?:up\sto\s|around\s|about\s)?{_PERCENT}"
)
_BARE = (
    rf"{_PERCENT}\s(?:effective|successful|better|safer|healthier|faster)\b(?!\s(?:at|in|against|of|than|for|after)\b)"
)
_ONE_IN = r"\b\d+\s(?:in|out\sof)\s(?:every\s)?(?P<of>\d[\d,]*)\b"
_POINTS = r"\b(?:percentage|per\scent|percent)\spoints?\b"
_FROM_TO = r"\bfrom\s\d[\d.,]*\s?(?:%|percent|per\scent)?\s?to\s\d"


def check(post: Post, *, promises: Terms, cures: Terms, conditions: Terms, unless: Terms) -> Iterator[Match]:
    """Yield each of `promises`, each of `cures` right before one of `conditions`, and each number without its base.

    `unless` are phrases that take a promise back, such as there is no. Numbers are read only where a % or "in" is.
    """
    for span in _promised(post, promises, cures, conditions, unless):
        yield Match(
            span,
            {"fault": "promises more than any treatment can keep", "better": "Say what it does, and for whom"},
            0.9,
        )
    if "%" in post.text or "cent" in post.text:
        yield from _numbers(post, unless)


def _promised(post: Post, promises: Terms, cures: Terms, conditions: Terms, unless: Terms) -> Iterator[Span]:
    found = [*promises.find(post.text), *_cured(post.text, cures, conditions)]
    taken_back = [] if not found else list(_taken_back(post, unless))
    return Covered(taken_back).clear(own.clear(post, found)) if found else iter(())


def _cured(text: str, cures: Terms, conditions: Terms) -> Iterator[Span]:
    verbs = list(cures.find(text))
    named = list(conditions.find(text)) if verbs else []
    for verb in verbs:
        thing = next((thing for thing in named if 0 < thing.start - verb.end <= len(" type 2 your ")), None)
        if thing is not None:
            yield Span(verb.start, thing.end)


def _taken_back(post: Post, unless: Terms) -> Iterator[Span]:
    """The sentences that take a promise back or ask whether it is true."""
    for sentence in post.statements:
        said = post.text[sentence.start : sentence.end]
        if said in unless or said.rstrip("\"'”’ ").endswith("?"):
            yield sentence


def _numbers(post: Post, unless: Terms) -> Iterator[Match]:
    text = post.text
    others = [*(quotation.span for quotation in post.quotations), *(url.span for url in post.urls)]
    spared = Covered([*others, *_taken_back(post, unless)])
    if not _has_base(text):
        for found in re.finditer(_RELATIVE, text, re.IGNORECASE):
            yield from _told(
                found, spared, "tells a change in risk, but not the risk", "Add it: 2 in 100 become 4 in 100, say"
            )
        for found in re.finditer(_BARE, text, re.IGNORECASE):
            yield from _told(found, spared, "doesn't say of what", "Add it: for 95 of 100 people who had it, say")
    for found in re.finditer(_POINTS, text, re.IGNORECASE):
        if re.search(_PERCENT, text):
            yield from _told(
                found, spared, "stands beside a per cent, and they differ", "Give both as people out of 100"
            )
    yield from _denominators(text, spared)


def _has_base(text: str) -> bool:
    """Whether the risk itself is told: from 2% to 4%, or as shares that are all of the same number."""
    shares = {share["of"] for share in re.finditer(_ONE_IN, text)}
    return len(shares) == 1 or re.search(_FROM_TO, text, re.IGNORECASE) is not None


def _denominators(text: str, spared: Covered) -> Iterator[Match]:
    """Two shares of one comparison that are out of different numbers."""
    shares = list(re.finditer(_ONE_IN, text))
    for first, second in pairwise(shares):
        between = text[first.end() : second.start()]
        compared = re.search(r"\b(?:versus|vs|compared|than|against|to)\b", between)
        if compared and len(between) < 40 and first["of"] != second["of"]:
            span = Span(first.start(), second.end())
            if not spared.touches(span):
                yield Match(
                    span,
                    {
                        "fault": "compares shares of different numbers",
                        "better": "Use the same for both: out of 100, say",
                    },
                    0.9,
                )


def _told(found: re.Match[str], spared: Covered, fault: str, better: str) -> Iterator[Match]:
    span = Span(*found.span())
    if not spared.touches(span):
        yield Match(span, {"fault": fault, "better": better}, 0.8)
