"""Acknowledgements that have run out, or that nothing needs any more: told, so that a brief says what is true."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator, Sequence

from msgspec.structs import replace

from .engine import in_order
from .model import Acknowledgement, Draft, Span
from .report import PostReport, Suggestion

EXPIRED, UNUSED = "acknowledged/expired", "acknowledged/unused"
_WHY = "An acknowledgement is somebody's word about this very post: one that no longer holds misleads the next reader."


def with_told(posts: Sequence[PostReport], found: Collection[Suggestion]) -> list[PostReport]:
    """The reports of a draft with suggestions about its brief added to its first post, on each channel."""
    return [
        replace(post, suggestions=in_order([*post.suggestions, *found])) if found and post.part == 1 else post
        for post in posts
    ]


def expired(draft: Draft, now: dt.datetime) -> Iterator[Suggestion]:
    """Each acknowledgement whose last day has passed."""
    for word in draft.brief.ignore:
        if word.until is not None and word.until < now.date():
            said = f"The acknowledgement of {word.rule} ended on {word.until}: agree it anew, or take it out."
            yield _suggestion(EXPIRED, "Acknowledgements that still hold", said, word, draft)


def unused(draft: Draft, posts: Sequence[PostReport], asked: Collection[str], now: dt.datetime) -> Iterator[Suggestion]:
    """Each acknowledgement of a rule that was `asked` everywhere and found nothing that it would be for."""
    silent = {skipped.rule for post in posts for skipped in post.not_evaluated}
    used = {s.acknowledged for post in posts for s in post.suggestions if s.acknowledged}
    for word in draft.brief.ignore:
        lasts = word.until is None or now.date() <= word.until
        if lasts and word.rule in asked and word.rule not in silent and word not in used:
            said = f"{word.rule} finds nothing here, so its acknowledgement can go."
            yield _suggestion(UNUSED, "Acknowledgements that are needed", said, word, draft)


def _suggestion(rule: str, title: str, said: str, word: Acknowledgement, draft: Draft) -> Suggestion:
    place = word.place or Span(0, 0)
    end = place.start + len(draft.text[place.start : place.end].rstrip())
    text = draft.text[place.start : end]
    return Suggestion(rule, "advice", said, _WHY, 1.0, 0.0, place.start, end, text, title=title)
