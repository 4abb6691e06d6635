"""Sentences as their marks show them: quick, without spaCy, and good enough to tell what stands together."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from itertools import groupby

from .data import lexicon
from .expressions import expression
from .model import Span

_END = expression(r"[.!?…][.!?…\"'”’)\]]*(?=\s)|\n+")
_LAST_WORD = expression(r"[\w.]+\Z")
_REACH = 12


@lru_cache(maxsize=16)  # several checks ask for those of one post, one after the other
def sentences(text: str) -> tuple[Span, ...]:
    """The sentences in order, without the blanks around them. "Dr." and "e.g." end none; a line does."""
    return tuple(_each(text))


def _each(text: str) -> Iterator[Span]:
    start = 0
    for end in _END.finditer(text):
        if not _abbreviated(text, end):
            yield from _trimmed(text, start, end.end())
            start = end.end()
    yield from _trimmed(text, start, len(text))


def _abbreviated(text: str, end: re.Match[str]) -> bool:
    """Whether a full stop belongs to an abbreviation or an initial before it."""
    if end[0] != ".":
        return False
    word = _LAST_WORD.search(text, max(0, end.start() - _REACH), end.start())
    return word is not None and (word[0].lower() in _abbreviations() or (len(word[0]) == 1 and word[0].isupper()))


@cache
def _abbreviations() -> frozenset[str]:
    return frozenset(lexicon("questions")["abbreviations"])


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    piece = text[start:end]
    if piece.strip():
        yield Span(start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip()))


def around(spans: Sequence[Span], place: int) -> Span:
    """The sentence in which a place stands; the last one for a place behind them all."""
    return spans[min(bisect_right(spans, place, key=lambda span: span.end), len(spans) - 1)]


def grouped(found: Iterable[Span], spans: Sequence[Span]) -> Iterator[tuple[Span, list[Span]]]:
    """What was found, in order, by the sentence in which each of it starts."""
    for sentence, group in groupby(sorted(found), key=lambda span: around(spans, span.start)):
        yield sentence, list(group)
