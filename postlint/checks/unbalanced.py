"""Brackets and quotation marks that open and never close, or close what never opened."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..expressions import expression
from ..model import Match, Span
from ..post import Post
from ..spans import Covered

_PAIRS = {")": "(", "]": "["}
_MARKS = expression(r"[()\[\]“”\"]")
_FACE = expression(r"[:;=8xX][-'’o]?[()\[\]]|[()\[\]][-'’o]?[:;=]|<[()]")
_LISTED = expression(r"(?:\A|\s)(?:\d{1,2}|[a-zA-Z]|[ivx]{1,4})\Z")
_CUT = ("…", "...", "[…]", "[...]")


def check(post: Post) -> Iterator[Match]:
    """Yield the marks without a partner; faces, list numbers, inches and posts that are cut short are left alone."""
    if not _MARKS.search(post.text) or post.text.rstrip().endswith(_CUT):
        return
    spared = Covered([*(url.span for url in post.urls), *(Span(*face.span()) for face in _FACE.finditer(post.text))])
    marks = [mark for mark in _MARKS.finditer(post.text) if mark.start() not in spared]
    last_face = max((face.end() for face in _FACE.finditer(post.text)), default=0)
    for mark, fault in sorted([*_brackets(post.text, marks, last_face), *_quotes(post.text, marks)]):
        yield Match(Span(mark, mark + 1), {"fault": fault}, 0.8)


def _brackets(text: str, marks: list[re.Match[str]], last_face: int) -> Iterator[tuple[int, str]]:
    """Those without a partner; a smile behind an open bracket (like this one :) may close it."""
    stack: list[re.Match[str]] = []
    for mark in marks:
        if mark[0] in _PAIRS.values():
            stack.append(mark)
        elif mark[0] in _PAIRS:
            if stack and stack[-1][0] == _PAIRS[mark[0]]:
                stack.pop()
            elif not _LISTED.search(text, max(0, mark.start() - 6), mark.start()):
                yield mark.start(), "closes what never opened"
    yield from ((mark.start(), "opens and never closes") for mark in stack if mark.start() > last_face)


def _quotes(text: str, marks: list[re.Match[str]]) -> Iterator[tuple[int, str]]:
    """One of an odd number of quotation marks. A new paragraph may open a quotation that is still open."""
    quotes: list[re.Match[str]] = []
    for mark in marks:
        if mark[0] in '“”"' and not (len(quotes) % 2 and _opens_paragraph(text, mark)):
            quotes.append(mark)
    may_be_inches = any(mark[0] == '"' and text[mark.start() - 1 : mark.start()].isdigit() for mark in quotes)
    if len(quotes) % 2 and not may_be_inches:
        yield quotes[-1].start(), "has no partner"


def _opens_paragraph(text: str, mark: re.Match[str]) -> bool:
    return mark[0] != "”" and text[: mark.start()].rstrip(" \t").endswith("\n")
