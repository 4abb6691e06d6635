"""Which parts of a text are in a language other than English, which the rules about wording don't read."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from msgspec import Struct

from .data import lexicon
from .expressions import expression
from .model import Span

READ = "English"
"""The language that the rules read."""

_PIECE = expression(r"[^.!?…\n/|]+(?:[.!?…/|](?!\s|\Z)[^.!?…\n/|]*+)*+")
_WORD = expression(r"(?<![#@\w])[^\W\d_]+(?:['’\-][^\W\d_]+)*+")
_LINK = expression(r"https?://\S+")
_LATIN = expression(r"[A-Za-zÀ-ɏ]")
_LEAST_WORDS = 3
_ENOUGH = 2
"""How many small words of a language show it."""


class Foreign(Struct, frozen=True):
    """A part of a text, and the language that it seems to be in."""

    span: Span
    language: str


def foreign(text: str) -> tuple[Foreign, ...]:
    """The parts that are in another language, neighbours joined."""
    parts: list[Foreign] = []
    if _is_plainly_english(text):
        return ()
    for span, language in _pieces(text):
        if language == READ:
            continue
        last = parts[-1] if parts else None
        if last and last.language == language and not _WORD.search(text, last.span.end, span.start):
            parts[-1] = Foreign(Span(last.span.start, span.end), language)
        else:
            parts.append(Foreign(span, language))
    return tuple(parts)


def _is_plainly_english(text: str) -> bool:
    """A quick look: few letters beyond ASCII, and hardly a small word of another language."""
    return text.isascii() and len(_foreign_words().intersection(text.lower().split())) < _ENOUGH


def _pieces(text: str) -> Iterator[tuple[Span, str]]:
    """Each sentence or line, and its language: one of a word or two speaks the language of the one before."""
    language = READ
    for found in _PIECE.finditer(_LINK.sub(lambda link: " " * len(link[0]), text)):
        words = _WORD.findall(found[0].lower().replace("’", "'"))
        if len(words) >= _LEAST_WORDS:
            language = _language(words)
        if words:
            yield Span(*found.span()), language


def _language(words: list[str]) -> str:
    """The language whose small words are most; English where none shows itself."""
    english = sum(word in _small_words()[READ] for word in words)
    if sum(_LATIN.match(word) is None for word in words) > len(words) / 2:
        return "another language"
    if english * 4 >= len(words):
        return READ
    counts = {name: sum(word in small for word in words) for name, small in _small_words().items()}
    best = max(counts, key=lambda name: counts[name])
    return best if counts[best] >= _ENOUGH and counts[best] > english else READ


@cache
def _small_words() -> dict[str, frozenset[str]]:
    return {name: frozenset(" ".join(lines).split()) for name, lines in lexicon("languages").items()}


@cache
def _foreign_words() -> frozenset[str]:
    """The small words of all other languages, and their forms at the end of a sentence."""
    words = {word for small in _small_words().values() for word in small} - _small_words()[READ]
    return frozenset({*words, *(word + mark for word in words for mark in ".,!?:;")})
