"""Pairs of quotation marks: straight, curly, guillemets, low; apostrophes, feet and inches are left alone.

One walk over the marks with a stack, so that no text takes longer than its length deserves. A mark that is
never closed opens nothing. A straight mark and a curly one may belong together: writers mix them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache

from msgspec import Struct

from ..model import Span
from .words import any_of

_MARK = re.compile("[\"“”„❝❞«»‘‚‹›'’](?!(?<=[^\\W_]['’])[^\\W_])")
"""What may be a quotation mark: an apostrophe inside a word neither opens nor closes anything."""
_FAMILY = {**dict.fromkeys("\"“”„❝❞", "double"), **dict.fromkeys("'‘’‚", "single"), "«": "guillemet", "»": "guillemet",
           "‹": "angle", "›": "angle"}  # fmt: skip
_BREAK = re.compile(r"\n[ \t\r]*\n\s*\Z")
_OPEN_AFTER = frozenset("([{—–-/…:,;=>|") | frozenset("“‘«‹„‚\"'")


class _Mark(Struct, frozen=True):
    """A quotation mark: its family, and whether it may open or close there."""

    at: int
    family: str
    opens: bool
    closes: bool


def pairs(text: str) -> tuple[Span, ...]:
    """The outermost quotations, marks included, in order; only those with a letter or a digit in them."""
    marks = [_mark(text, found.start()) for found in _MARK.finditer(text)]
    marks = [mark for mark in marks if mark.opens or mark.closes]
    if len(marks) < 2:
        return ()
    spans = sorted(_matched(text, marks))
    return tuple(_outermost(span for span in spans if re.search(r"\w", text[span.start : span.end])))


def _mark(text: str, at: int) -> _Mark:
    before, char, after = text[at - 1 : at], text[at], text[at + 1 : at + 2]
    free_left = not before or before.isspace() or before in _OPEN_AFTER or not (before.isalnum() or before in ".!?)]%…")
    free_right = not after or not (after.isalnum() or after == "_")
    touches_right = bool(after) and not after.isspace()
    opens = free_left and touches_right
    closes = free_right and bool(before) and not before.isspace()
    if char in "”❞»›’":
        return _Mark(at, _FAMILY[char], False, closes or char != "’")
    if char in "'‘":
        return _Mark(at, "single", opens and not _elision().match(text, at + 1), closes and char == "'")
    if char == '"':
        return _Mark(at, "double", opens, closes)
    return _Mark(at, _FAMILY[char], True, char == "“" and closes and not opens)


@cache
def _elision() -> re.Pattern[str]:
    """What an apostrophe may stand for at the start of a word: '90s, 'tis, rock 'n' roll."""
    return re.compile(rf"(?:\d0s|(?:{any_of('elisions')}))\b", re.IGNORECASE)


def _matched(text: str, marks: Sequence[_Mark]) -> Iterator[Span]:
    """Each mark that closes with the last one of its family that opened."""
    later = _closers_to_come(text, marks)
    stack: list[_Mark] = []
    open_ = Counter[str]()
    for mark, more in zip(marks, later, strict=True):
        if mark.closes and open_[mark.family] and not (more and _may_go_on(text, mark)):
            while (top := stack.pop()).family != mark.family:
                open_[top.family] -= 1
            open_[mark.family] -= 1
            yield Span(top.at, mark.at + 1)
        elif mark.opens and not (open_[mark.family] and _opens_paragraph(text, mark.at)):
            stack.append(mark)
            open_[mark.family] += 1


def _closers_to_come(text: str, marks: Sequence[_Mark]) -> list[bool]:
    """For each mark, whether one of its family surely closes later without another opening first."""
    closer: dict[str, bool] = {}
    found: list[bool] = []
    for mark in reversed(marks):
        found.append(closer.get(mark.family, False))
        if mark.opens or not _may_go_on(text, mark):
            closer[mark.family] = not mark.opens
    return found[::-1]


def _may_go_on(text: str, mark: _Mark) -> bool:
    """Whether a mark that might close may be an apostrophe instead (the patients' lounge), or inches."""
    before, after = text[mark.at - 1 : mark.at], text[mark.at + 1 : mark.at + 3]
    if len(after) < 2 or after[0] != " " or not (after[1].islower() or after[1].isdigit()):
        return False
    return before == "s" if mark.family == "single" else text[mark.at] == '"' and before.isdigit()


def _opens_paragraph(text: str, at: int) -> bool:
    """Whether a mark opens a new paragraph of a quotation that is still open."""
    return _BREAK.search(text, max(0, at - 20), at) is not None


def _outermost(spans: Iterator[Span]) -> Iterator[Span]:
    """Those that stand in no other; they come in order of start."""
    end = 0
    for span in spans:
        if span.start >= end:
            yield span
            end = span.end
