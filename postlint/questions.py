"""The author's own questions, and whether they are put to the readers or tease with an answer."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any

from .data import lexicon
from .language import Patterns
from .model import Entity, Quotation, Span
from .spans import Covered
from .terms import Terms

_MARK = re.compile(r"[?？][?!？！]*")
_BOUNDARY = re.compile(r"(?<![.!?…？！:])[.!?…？！:]++[\"'”’»)\]]*+\s+|\n+")
_LAST_WORD = re.compile(r"[\w.]+\Z")


def questions(text: str, quotations: Iterable[Quotation], entities: Iterable[Entity]) -> tuple[Span, ...]:
    """The author's questions, each from the start of its sentence to its mark; not those in a quotation or a link."""
    if "?" not in text and "？" not in text:
        return ()
    entities = tuple(entities)
    taken = Covered([*(quotation.span for quotation in quotations), *(entity.span for entity in entities)])
    marks = [mark for mark in _MARK.finditer(text) if mark.start() not in taken]
    starts = _starts(text, taken) if marks else []
    return tuple(Span(_start(text, mark.start(), starts, entities), mark.end()) for mark in marks)


def _starts(text: str, taken: Covered) -> list[int]:
    """Where sentences start."""
    ends = (found for found in _BOUNDARY.finditer(text) if not _is_abbreviation(text, found))
    return [0, *(found.end() for found in ends if found.start() not in taken)]


def _is_abbreviation(text: str, found: re.Match[str]) -> bool:
    if text[found.start()] != ".":
        return False
    word = _LAST_WORD.search(text, max(0, found.start() - 8), found.start())
    return word is not None and word[0].lower() in _words("abbreviations")


def _start(text: str, mark: int, starts: Sequence[int], entities: Sequence[Entity]) -> int:
    """The start of the sentence that a mark ends, behind the links, hashtags and emoji that stand before it."""
    start = starts[bisect_right(starts, mark) - 1]
    for at in range(bisect_left(entities, start, key=lambda entity: entity.start), len(entities)):
        entity = entities[at]
        if entity.start >= mark or entity.kind == "mention" or text[start : entity.start].strip():
            break
        start = entity.end
    return start + len(text[start:mark]) - len(text[start:mark].lstrip())


def is_to_readers(text: str, question: Span) -> bool:
    """Whether a question asks the readers themselves. Only here does a question need spaCy."""
    words = text[question.start : question.end]
    if words.lower().startswith(_words("teasers")):
        return False
    return bool(_to_readers().find(words))


@cache
def _to_readers() -> Patterns:
    return Patterns(_words("to_readers"))


def wants_replies(text: str) -> bool:
    """Whether a post asks for answers outright."""
    return text in _terms("replies_wanted")


def answers_elsewhere(text: str) -> bool:
    """Whether a post says where the answer is, in words instead of a link."""
    return text in _terms("answer_elsewhere")


@cache
def _terms(key: str) -> Terms:
    return Terms(_words(key))


@cache
def _words(key: str) -> Any:
    return lexicon("questions")[key]
