"""The author's own questions, and whether they are put to the readers or tease with an answer."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Any

from .data import lexicon
from .expressions import expression
from .language import Patterns
from .model import Entity, Quotation, Span
from .spans import Covered
from .terms import Terms

_MARK = expression(r"[?？][?!？！]*+(?!['’]s\b)")
_BOUNDARY = expression(r"(?<![.!?…？！:])[.!?…？！:]++[\"'”’»)\]]*+\s+|\n+")
_LAST_WORD = expression(r"[\w.]+\Z")
_WORDS = expression(r"\w+(?:['’]\w+)*")
_DOTTED = expression(r"(?:[A-Za-z]\.)+[A-Za-z]")
_BEFORE_WORDS = expression(r"(?:\s|[•·*>✓–—-](?=\s))*+")


def questions(text: str, quotations: Iterable[Quotation], entities: Iterable[Entity]) -> tuple[Span, ...]:
    """The author's questions, each from the start of its sentence to its mark; not those in a quotation or a link."""
    if "?" not in text and "？" not in text:
        return ()
    entities = tuple(entities)
    taken = Covered([*(quotation.span for quotation in quotations), *(entity.span for entity in entities)])
    marks = [mark.span() for mark in _MARK.finditer(text) if mark.start() not in taken]
    starts = _starts(text, taken, entities) if marks else []
    return tuple(_each(text, marks, starts, entities))


def _each(
    text: str, marks: Iterable[tuple[int, int]], starts: list[int], entities: tuple[Entity, ...]
) -> Iterator[Span]:
    """From the start of the sentence, or the mark before, to each mark; a mark without a word asks nothing."""
    last = 0
    for mark, end in marks:
        start = _start(text, max(last, starts[bisect_right(starts, mark) - 1]), mark, entities)
        last = end
        if start < mark:
            yield Span(start, end)


def _starts(text: str, taken: Covered, entities: Iterable[Entity]) -> list[int]:
    """Where sentences start: after a full stop or its like, after a line, after a link or an emoji before a capital."""
    found = [
        mark.end()
        for mark in _BOUNDARY.finditer(text)
        if mark.start() not in taken and not _is_abbreviation(text, mark)
    ]
    found += [
        entity.end for entity in entities if entity.kind in ("url", "emoji") and _is_capital_next(text, entity.end)
    ]
    return [0, *sorted(found)]


def _is_capital_next(text: str, at: int) -> bool:
    return text[at : at + 2].strip()[:1].isupper()


def _is_abbreviation(text: str, found: re.Match[str]) -> bool:
    """Whether a full stop ends a word such as "Dr", or "a.m." in the middle of a sentence."""
    if text[found.start()] != ".":
        return False
    word = _LAST_WORD.search(text, max(0, found.start() - 8), found.start())
    if word is None:
        return False
    in_a_sentence = text[found.end() : found.end() + 1].islower()
    return word[0].lower() in _words("abbreviations") or (in_a_sentence and _DOTTED.fullmatch(word[0]) is not None)


def _start(text: str, start: int, mark: int, entities: Sequence[Entity]) -> int:
    """The first word of a question, behind the links, hashtags, emoji and bullets that stand before it."""
    for at in range(bisect_left(entities, start, key=lambda entity: entity.start), len(entities)):
        entity = entities[at]
        if entity.start >= mark or entity.kind == "mention" or text[start : entity.start].strip():
            break
        start = entity.end
    blank = _BEFORE_WORDS.match(text, start, mark)
    return blank.end() if blank else start


def is_to_readers(text: str, question: Span) -> bool:
    """Whether a question asks the readers themselves. Only here does a question need spaCy."""
    words = text[question.start : question.end]
    if words.lower().startswith(_words("teasers")):
        return False
    return bool(_patterns("to_readers").find(words))


def is_rhetorical(text: str, question: Span) -> bool:
    """Whether a question only exclaims or agrees with itself ("How lovely is that?") and waits for no answer."""
    return bool(_patterns("rhetorical").find(text[question.start : question.end]))


def wants_replies(text: str) -> bool:
    """Whether a post asks for answers outright."""
    return text in _terms("replies_wanted")


def answers_elsewhere(text: str) -> bool:
    """Whether a post says where the answer is, in words instead of a link."""
    return text in _terms("answer_elsewhere")


def holds_answer(text: str) -> bool:
    """Whether what stands after a question may answer it: it holds words, and they don't only say where to look."""
    words = " ".join(_WORDS.findall(text.lower()))
    return words not in _words("no_answers") and words != ""


@cache
def _patterns(key: str) -> Patterns:
    return Patterns(_words(key))


@cache
def _terms(key: str) -> Terms:
    return Terms(_words(key))


@cache
def _words(key: str) -> Any:
    return lexicon("questions")[key]
