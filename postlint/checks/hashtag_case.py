"""Hashtags of several words run together: a capital at each lets eyes and screen readers tell them apart."""

from __future__ import annotations

from collections.abc import Iterator

from ..config import Config
from ..hashtagwords import reading
from ..model import Edit, Entity, Fix, Match
from ..post import Post


def check(post: Post, *, settings: Config, unsure: float = 0.4) -> Iterator[Match]:
    """Yield each tag that reads better with capitals, or that the house spells in another way, with the mend.

    The fix is safe where the house has approved the spelling, or where the words can be read in one way only.
    """
    approved = {tag.lstrip("#").lower(): tag.lstrip("#") for tag in settings.terms.hashtags}
    for tag in post.hashtags:
        body = tag.text[1:]
        if body.lower() in approved:
            if body != approved[body.lower()]:
                yield _match(tag, approved[body.lower()], 1.0, safe=True)
        elif found := reading(body):
            yield _match(tag, found.text, 0.9 if found.certain else unsure, safe=found.certain)


def _match(tag: Entity, better: str, confidence: float, *, safe: bool) -> Match:
    fix = Fix((Edit(tag.start + 1, tag.end, better),), safe)
    return Match(tag.span, {"better": f"{tag.text[0]}{better}"}, confidence, fix)
