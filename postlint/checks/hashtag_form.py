"""What looks like a hashtag and isn't one, or ends too soon."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..model import Match, Span
from ..post import Post

_DIGITS = re.compile(r"(?<![\w&/#])[#＃](\d{4,})(?![\w\-])")
_CUT = re.compile(r"(?!['’]s\b)[-'’&.](?=[A-Za-z])[\w\-'’&]*")
_SPACED = re.compile(r"(?<!\S)[#＃] (?=[A-Z][a-z]+[A-Z]\w*)\w+")


def check(post: Post) -> Iterator[Match]:
    """Yield tags of digits alone, tags that a hyphen or an ampersand cuts short, and tags after a blank."""
    if "#" not in post.text and "＃" not in post.text:
        return
    linked = {tag.start for tag in post.hashtags}
    for found in _DIGITS.finditer(post.text):
        if found.start() not in linked and _is_year(found[1]):
            yield _said(found.span(), "is only digits, so it is no hashtag; add a letter")
    for tag in post.hashtags:
        if cut := _CUT.match(post.text, tag.end):
            fault = f"is cut short: only {tag.text} becomes a hashtag; leave out the mark in the middle"
            yield _said((tag.start, cut.end()), fault)
    for found in _SPACED.finditer(post.text):
        yield _said(found.span(), "has a blank after the sign, so it is no hashtag; close it up")


def _is_year(digits: str) -> bool:
    """Whether digits are a year. Other numbers after a # may well be a room, a bed or a reference."""
    return len(digits) == 4 and digits[:2] in ("19", "20")


def _said(span: tuple[int, int], fault: str) -> Match:
    return Match(Span(*span), {"fault": fault})
