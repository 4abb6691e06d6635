"""Word lists that are looked for in a text: whole words, in any case, with any blank between them.

A term that holds a capital is looked for just as it is written (`Labour` is not `labour`). A `*` at the end of a
word stands for any ending (`cancel*` finds cancelled). Straight and curly apostrophes are the same. Words in
links, hashtags and mentions are no words of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property, lru_cache

from msgspec import Struct

from .model import Span

_TOKEN = re.compile(r"[\w'’*]+|[^\w\s]")
_NOT_BEFORE = frozenset("#@/.-_")
_NOT_AFTER = frozenset("@/_")
_KEY = 3
"""How many letters the terms are sorted by."""


class _Token(Struct, frozen=True):
    """A word or a mark: as it is written, in small letters, and where it stands."""

    word: str
    small: str
    start: int
    end: int


class _Term(Struct, frozen=True):
    """A term as tokens. `exact` ones are compared as they are written."""

    tokens: tuple[_Token, ...]
    exact: bool


class Terms:
    """A list of words and phrases, ready to be looked for; it never changes."""

    def __init__(self, words: Iterable[str]) -> None:
        self.words = tuple(words)

    def __repr__(self) -> str:
        return f"Terms({self.words!r})"

    def find(self, text: str) -> Iterator[Span]:
        """Where the terms stand in `text`, the longest at each place, in order of start."""
        tokens = _tokens(text)
        end = 0
        for at, token in enumerate(tokens):
            if token.start >= end and (found := self._longest(text, tokens, at)):
                yield found
                end = found.end

    def __contains__(self, text: str) -> bool:
        return next(self.find(text), None) is not None

    def _longest(self, text: str, tokens: Sequence[_Token], at: int) -> Span | None:
        small = tokens[at].small
        for term in (*self._by_first.get(small[:_KEY], ()), *self._by_first.get("", ())):
            end = at + len(term.tokens)
            if end <= len(tokens) and _fits(term, tokens[at:end]) and _stands_alone(text, tokens[at], tokens[end - 1]):
                return Span(tokens[at].start, tokens[end - 1].end)
        return None

    @cached_property
    def _by_first(self) -> dict[str, list[_Term]]:
        """The terms by their first letters, the longest first."""
        found: dict[str, list[_Term]] = {}
        for word in sorted(self.words, key=lambda word: (-len(word), word)):
            term = _Term(_tokens(word), word != word.lower())
            if term.tokens:
                found.setdefault(_key(term), []).append(term)
        return found


def _key(term: _Term) -> str:
    """The first letters that a text's word must have for the term to fit; none for an open end after fewer."""
    first = term.tokens[0].small
    return "" if first.endswith("*") and len(first) <= _KEY else first[:_KEY]


@lru_cache(maxsize=8)
def _tokens(text: str) -> tuple[_Token, ...]:
    return tuple(_token(found) for found in _TOKEN.finditer(text))


def _token(found: re.Match[str]) -> _Token:
    word = found[0].replace("’", "'")
    start, end = found.span()
    inner = word.strip("'") if len(word) > 1 else word
    if inner and inner != word:  # quotation marks, not apostrophes
        start += len(word) - len(word.lstrip("'"))
        end = start + len(inner)
        word = inner
    return _Token(word, word.lower(), start, end)


def _fits(term: _Term, tokens: Sequence[_Token]) -> bool:
    """Whether tokens of a text are a term's: the same words, with blanks between them where the term has some."""
    for place, (wanted, token) in enumerate(zip(term.tokens, tokens, strict=True)):
        if not _same(wanted, token, term.exact):
            return False
        if place and (wanted.start > term.tokens[place - 1].end) != (token.start > tokens[place - 1].end):
            return False
    return True


def _same(wanted: _Token, token: _Token, exact: bool) -> bool:
    if len(wanted.word) > 1 and wanted.word.endswith("*"):
        return token.small.startswith(wanted.small[:-1])
    return wanted.word == token.word if exact else wanted.small == token.small


def _stands_alone(text: str, first: _Token, last: _Token) -> bool:
    """Whether nothing is glued to the words that makes them part of something else: a link, a tag, a longer word."""
    before, after = text[first.start - 1 : first.start], text[last.end : last.end + 2]
    if before in _NOT_BEFORE and before:
        return False
    return not (after[:1] in _NOT_AFTER and after) and not (after[:1] in (".", "-") and after[1:].isalnum())
