"""Emoji that a screen reader reads out at the wrong place, or too often."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from ..expressions import expression
from ..model import Entity, Match
from ..post import Post

_GOES_ON = expression(r"[ \t]*[a-z]")
_WORD_BEFORE = expression(r"[\w,’'][ \t]*\Z")
_SUBJECT = expression(r"\b(?:I|we|they|We|They)[ \t]*\Z")


def check(post: Post, *, most: int, same: int, bullets: int) -> Iterator[Match]:
    """Yield too many, the same one too often, `bullets` or more at the starts of lines, and one inside a sentence."""
    found = post.emoji
    if not found:
        return
    if len(found) > most:
        yield Match(found[most].span, {"fault": f"makes {len(found)} emoji: {most} are plenty"})
    yield from _repeated(found, same)
    yield from _as_bullets(post.text, found, bullets)
    links = {url.start for url in post.urls}
    for emoji in found:
        if fault := _inside(post.text, emoji, links):
            yield Match(emoji.span, {"fault": fault}, 0.9)


def _repeated(found: Sequence[Entity], same: int) -> Iterator[Match]:
    for text, count in Counter(emoji.text for emoji in found).items():
        if count > same:
            surplus = [emoji for emoji in found if emoji.text == text][same]
            yield Match(surplus.span, {"fault": f"stands {count} times: {same} are plenty"})


def _as_bullets(text: str, found: Sequence[Entity], bullets: int) -> Iterator[Match]:
    first = [emoji for emoji in found if not text[text.rfind("\n", 0, emoji.start) + 1 : emoji.start].strip()]
    lines = [emoji for emoji in first if text[emoji.end : emoji.end + 2].strip()]
    if len(lines) >= bullets:
        fault = "stands for a bullet point: a screen reader says its name each time"
        yield Match(lines[0].span, {"fault": fault}, 0.9)


def _inside(text: str, emoji: Entity, links: set[int]) -> str:
    """What an emoji does in the middle of a sentence; empty where it stands at an end."""
    before = text[max(0, emoji.start - 12) : emoji.start]
    if _SUBJECT.search(before) and re.match(r"[ \t]*\w", text[emoji.end :]):
        return "stands for a word: write the word"
    goes_on = _GOES_ON.match(text, emoji.end)
    inside = goes_on and goes_on.end() - 1 not in links and _WORD_BEFORE.search(before)
    return "breaks up a sentence: put it at the end" if inside else ""
