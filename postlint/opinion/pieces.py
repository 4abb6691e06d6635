"""A post as the network reads it: its words in pieces, with a sign for each name, number, link and topic."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from ..model import Span
from ..spans import Covered
from . import cues
from .features import Reading, Sentence, in_tag
from .words import Word

_PART = re.compile(r"[^\W\d_]+|\d+|[^\w\s]|_")
_PLAIN = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-"})
_MARK = "<it>"
_UNKNOWN = "<unknown>"
_LONGEST_WORD = 60
"""Letters; a longer word is no word, and is not looked up piece by piece."""


class Piece(Struct, frozen=True, gc=False):
    """A word, a part of one or a sign, by its number; where it stands; and the number of its sentence."""

    id: int
    span: Span
    sentence: int


def pieces(reading: Reading, known: dict[str, int], marks: Sequence[Span] = ()) -> list[Piece]:
    """A post in pieces; words that overlap one of the `marks` are the thing asked about."""
    return [
        Piece(number, span, at)
        for at, sentence in enumerate(reading.sentences)
        for token, span in _tokens(sentence, _opening(reading) if at == 0 else (), marks)
        for number in _numbers(token, known)
    ]


def passages(post: list[Piece], longest: int) -> Iterator[list[Piece]]:
    """The pieces in passages that can be read at once: whole sentences where they fit."""
    passage: list[Piece] = []
    for piece in _by_sentence(post, longest):
        if passage and len(passage) + len(piece) > longest:
            yield passage
            passage = []
        passage = [*passage, *piece]
    if passage:
        yield passage


def is_mark(piece: Piece, known: dict[str, int]) -> bool:
    """Whether a piece is the thing asked about."""
    return piece.id == known[_MARK]


def _by_sentence(post: list[Piece], longest: int) -> Iterator[list[Piece]]:
    start = 0
    for at in range(1, len(post) + 1):
        if at == len(post) or post[at].sentence != post[start].sentence or at - start == longest:
            yield post[start:at]
            start = at


def _opening(reading: Reading) -> list[str]:
    """The signs that say what kind of post it is."""
    return [f"<{sign}>" for sign in ("reply", "repost") if f"~{sign}" in reading.features]


def _tokens(sentence: Sentence, opening: Sequence[str], marks: Sequence[Span]) -> Iterator[tuple[str, Span]]:
    """The signs that open a sentence, and its words; of marked words side by side, one."""
    headline = ["<headline>"] if "~headline" in sentence.features else []
    yield from ((sign, Span(sentence.start, sentence.start)) for sign in ("<s>", *headline, *opening))
    asked, was_marked = Covered(marks), False
    for token, span in (found for word in sentence.every for found in _word(word)):
        marked = asked.touches(span)
        if not (marked and was_marked):
            yield (_MARK if marked else token), span
        was_marked = marked


def _word(word: Word) -> Iterator[tuple[str, Span]]:
    """A word, a hashtag as the words in it; with a sign before what is in capitals."""
    if word.small == "<tag>":
        yield "<tag>", Span(word.start, word.start + 1)
        for part, at in in_tag(word.raw):
            yield _masked(part), Span(word.start + at, word.start + at + len(part))
        return
    if word.raw.isupper() and len(word.raw) > 3 and word.raw.isalpha():
        yield "<caps>", Span(word.start, word.start)
    yield _masked(word.small), Span(word.start, word.end)


def _masked(word: str) -> str:
    return "<topic>" if word in cues.topics() else word


def _numbers(token: str, known: dict[str, int]) -> list[int]:
    """The longest pieces from the left that the network knows."""
    if token.startswith("<") and token in known:
        return [known[token]]
    plain = "..." if token == "…" else token.translate(_PLAIN)
    return [number for part in _PART.findall(plain) for number in split(part, known) or [known[_UNKNOWN]]] or [
        known[_UNKNOWN]
    ]


def split(part: str, known: dict[str, int]) -> list[int]:
    """The numbers of the longest pieces from the left; none where some of it is in no piece, or it is too long."""
    if len(part) > _LONGEST_WORD:
        return []
    found, start = [], 0
    while start < len(part):
        sign = "##" if start else ""
        end = next((end for end in range(len(part), start, -1) if sign + part[start:end] in known), 0)
        if not end:
            return []
        found.append(known[sign + part[start:end]])
        start = end
    return found
