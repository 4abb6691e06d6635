"""The only module that imports spaCy, and only once a sentence has to be read.

The pipeline is spaCy's blank English one: words and sentences, no trained model. Its tokens keep to the
entities of a post: a link, a hashtag, a mention or an emoji is one token. Offsets are those of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cache, lru_cache
from threading import RLock
from typing import TYPE_CHECKING, Any, TypeAlias

import msgspec

from .model import Entity, Span
from .spans import apart

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.matcher import Matcher
    from spacy.tokens import Doc

Pattern: TypeAlias = Sequence[Mapping[str, Any]]
"""One of spaCy's token patterns, as data: [{LOWER = "off"}, {LOWER = "the"}, {LOWER = "record"}]."""

_ENDS = frozenset(".!?…？！。")
_AFTER_END = frozenset("\"'”’»)]")
_LOCK = RLock()
_MOST_WORDS = 1_000_000
"""How many words one pipeline reads: a memory zone forgets them, but leaves some 16 bytes for each."""


@cache
def _pipeline() -> Language:
    import spacy

    return spacy.blank("en")


@contextmanager
def _turn() -> Iterator[None]:
    """One thread reads at a time, since spaCy's memory is shared. A pipeline that has read very much is made anew."""
    with _LOCK:
        if len(_pipeline().vocab) > _MOST_WORDS:
            _pipeline.cache_clear()
            _matcher.cache_clear()
        yield


@contextmanager
def _read(text: str, entities: Iterable[Entity]) -> Iterator[Doc]:
    """The text as tokens. What spaCy remembers of it is forgotten afterwards, so that memory stays flat."""
    with _pipeline().memory_zone():
        yield _document(text, entities)


def _document(text: str, entities: Iterable[Entity]) -> Doc:
    """spaCy's tokens between the entities, and each entity as a token of its own."""
    from spacy.tokens import Doc

    words: list[str] = []
    spaces: list[bool] = []
    for piece, is_entity in _stretches(text, entities):
        tokens = (
            [(piece, False)] if is_entity else [(t.text, bool(t.whitespace_)) for t in _pipeline().tokenizer(piece)]
        )
        words += [word for word, _ in tokens]
        spaces += [space for _, space in tokens]
    return Doc(_pipeline().vocab, words=words, spaces=spaces)


def _stretches(text: str, entities: Iterable[Entity]) -> Iterator[tuple[str, bool]]:
    at = 0
    for entity in entities:
        if entity.start > at:
            yield text[at : entity.start], False
        yield text[entity.start : entity.end], True
        at = entity.end
    if at < len(text):
        yield text[at:], False


def sentences(text: str, entities: Iterable[Entity] = ()) -> tuple[Span, ...]:
    """The sentences: they end with a mark such as a full stop, and with a line. "Dr." and "9.30" end none."""
    with _turn(), _read(text, entities) as doc:
        return tuple(_sentences(text, doc))


def _sentences(text: str, doc: Doc) -> Iterator[Span]:
    start, ended = 0, False
    for token in doc:
        if ended and token.text not in _AFTER_END and token.text[0] not in _ENDS:
            yield from _trimmed(text, start, token.idx)
            start, ended = token.idx, False
        ended = ended or token.text[0] in _ENDS or "\n" in token.text
    yield from _trimmed(text, start, len(text))


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    piece = text[start:end]
    if piece.strip():
        yield Span(start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip()))


def is_installed(pipeline: str) -> bool:
    """Whether a trained pipeline is there as an installed package. A folder is none: a config can't bring its own."""
    import spacy.util

    return spacy.util.is_package(pipeline)


@cache
def _trained(pipeline: str) -> Language:
    import spacy

    return spacy.load(pipeline)


def people(text: str, pipeline: str) -> tuple[Span, ...]:
    """The names of people that a trained pipeline finds, as far as it is right."""
    with _LOCK, _trained(pipeline).memory_zone():
        found = _trained(pipeline)(text).ents
        return tuple(Span(one.start_char, one.end_char) for one in found if one.label_ in ("PERSON", "PER"))


class Patterns:
    """A list of spaCy's token patterns, as data; it never changes."""

    def __init__(self, data: Sequence[Pattern]) -> None:
        self._data = msgspec.json.encode(data)
        self._needed = [(_needed(pattern), _adjoining(pattern)) for pattern in data]
        self._signs = frozenset().union(*(needed[0] if needed else [""] for needed, _ in self._needed))

    def may_fit(self, text: str) -> bool:
        """Whether a text holds the words that any one of the patterns can't do without, side by side as it has them.

        A look at the letters, without spaCy: it spares most posts the reading, and misses none.
        """
        lowered = text.lower()
        if not _holds(lowered, self._signs):
            return False
        for needed, adjoining in self._needed:
            for words in needed:
                if not _holds(lowered, words):
                    break
            else:
                if re.search(adjoining, lowered):
                    return True
        return False

    def find(self, text: str, entities: Iterable[Entity] = ()) -> tuple[Span, ...]:
        """Where the patterns fit, the longest at each place, in order. A pattern that is none is a `ValueError`."""
        if not self.may_fit(text):
            return ()
        with _turn():
            matcher = _matcher(self._data)
            with _read(text, entities) as doc:
                spans = [Span(doc[s].idx, doc[e - 1].idx + len(doc[e - 1])) for _, s, e in matcher(doc)]
        return tuple(apart(spans))


def _holds(text: str, words: Iterable[str]) -> bool:
    return any(map(text.__contains__, words))


def _needed(pattern: Pattern) -> list[frozenset[str]]:
    """The words that a pattern can't do without, the longest first: a long word is soonest missed."""
    words = [found for token in pattern if (found := _literals(token))]
    return sorted(words, key=lambda found: -min(map(len, found)))


def _adjoining(pattern: Pattern) -> str:
    """The most words of a pattern that stand side by side, as a regular expression: nothing or a blank parts tokens."""
    runs: list[list[str]] = [[]]
    for token in pattern:
        words = _literals(token)
        if words:
            runs[-1].append(f"(?:{'|'.join(map(re.escape, sorted(words)))})")
        if not words or token.get("OP") == "+":  # what follows may stand further on
            runs.append([])
    longest = max(runs, key=len)
    return " ?".join(longest)


@lru_cache(maxsize=64)
def _matcher(patterns: bytes) -> Matcher:
    from spacy.matcher import Matcher

    matcher = Matcher(_pipeline().vocab, validate=True)
    try:
        matcher.add("pattern", msgspec.json.decode(patterns), greedy="LONGEST")
    except Exception as problem:  # spaCy has an error of its own for each kind of slip
        raise ValueError(f"is not a list of token patterns: {problem}") from problem
    return matcher


def _literals(token: Mapping[str, Any]) -> frozenset[str]:
    """The words that a token of a pattern may be, where it has to be there; empty where any word will do."""
    value = token.get("LOWER") if token.get("OP", "1") in ("1", "+") else None
    if isinstance(value, str):
        return frozenset({value})
    return frozenset(value["IN"]) if isinstance(value, Mapping) and "IN" in value else frozenset()
