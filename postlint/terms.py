"""Word lists that are looked for in a text: whole words, in any case, with any blank between them.

A term that holds a capital is looked for just as it is written (`Labour` is not `labour`). A `*` at the end of a
word stands for any ending (`cancel*` finds cancelled). Straight and curly apostrophes are the same. Words in
links, hashtags and mentions are no words of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from msgspec import Struct

from .model import Span
from .once import once
from .spans import apart

_TOKEN = re.compile(r"[\w'’*]+|[^\w\s]")
_APOSTROPHES = frozenset("'’")
_NOT_BEFORE = frozenset("#@/.-_")
_NOT_AFTER = frozenset("@/_")


class _Token(Struct, frozen=True, gc=False):
    """A word or a mark: as it is written, in small letters, and where it stands."""

    word: str
    small: str
    start: int
    end: int


class _Term(Struct, frozen=True):
    """A term as tokens, and the one it is looked for by. `exact` ones are compared as they are written.

    `small` are its words in small letters, or None where one of them has an open end. A `plain` term is one word
    that is found as soon as its small letters are.
    """

    tokens: tuple[_Token, ...]
    exact: bool
    key: int
    small: list[str] | None
    plain: bool


class _Read:
    """A text as words and marks in small letters, and where each of them stands."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.small = _small_words(text)
        self.words = frozenset(self.small)

    @once
    def places(self) -> dict[str, list[int]]:
        """Where each word stands among the words; a text that may hold no term is never asked for them."""
        places: dict[str, list[int]] = {}
        for at, word in enumerate(self.small):
            if word in places:
                places[word].append(at)
            else:
                places[word] = [at]
        return places

    @once
    def found(self) -> tuple[re.Match[str], ...]:
        """The words and marks where they stand; most texts are never asked for them."""
        return tuple(_TOKEN.finditer(self.text))

    def tokens(self, start: int, number: int) -> list[_Token]:
        """So many tokens, or as many as there are, from one on."""
        return [_token(match) for match in self.found[start : start + number]]

    def span(self, at: int) -> tuple[int, int]:
        """Where one of the words stands, without the quotation marks around it."""
        start, end = self.found[at].span()
        if self.text[start] in _APOSTROPHES or self.text[end - 1] in _APOSTROPHES:
            token = _token(self.found[at])
            return token.start, token.end
        return start, end


class Terms:
    """A list of words and phrases, ready to be looked for; it never changes."""

    def __init__(self, words: Iterable[str]) -> None:
        self.words = tuple(words)
        self._split: dict[str, list[_Term]] = {}

    def __repr__(self) -> str:
        return f"Terms({self.words!r})"

    def find(self, text: str) -> Iterator[Span]:
        """Where the terms stand in `text`, the longest at each place, in order of start."""
        read = _read(text)
        if not self._may_be_in(read):  # so it is nearly always: no more is done for it
            return iter(())
        found = list(self._found(text, read))
        return apart(found) if len(found) > 1 else iter(found)

    @property
    def keys(self) -> frozenset[str] | None:
        """The words of which a text holds one where it holds a term; None where a term may stand with none of them."""
        return None if self._stems else self._keys

    def may_be_in(self, text: str) -> bool:
        """Whether a text holds any word that a term is looked for by: a quick look that misses none."""
        return self._may_be_in(_read(text))

    def __contains__(self, text: str) -> bool:
        read = _read(text)
        return self._may_be_in(read) and next(self._found(text, read), None) is not None

    def _may_be_in(self, read: _Read) -> bool:
        return bool(self._stems) or not self._keys.isdisjoint(read.words)

    def _found(self, text: str, read: _Read) -> Iterator[Span]:
        """Every term at every place, in no order."""
        for word in self._keys & read.words:
            yield from _each(text, read, self._ready(word), read.places[word])
        if self._stems:
            for word in read.words:
                if word.startswith(self._stems):
                    yield from _each(text, read, self._open, read.places[word])

    @once
    def _keys(self) -> frozenset[str]:
        """The words that terms are looked for by: a set, as two sets are compared without hashing a word anew."""
        return frozenset(self._by_word)

    def _ready(self, word: str) -> list[_Term]:
        """The terms that are looked for by a word, split when it is first met: most never are."""
        if word not in self._split:
            self._split[word] = _terms(self._by_word[word])
        return self._split[word]

    @once
    def _by_word(self) -> dict[str, list[str]]:
        """The terms by the word that each is looked for by."""
        return {word: terms for word, terms in self._by_key.items() if not _is_open(word)}

    @once
    def _open(self) -> list[_Term]:
        """The terms of which every word has an open end."""
        return _terms(term for word, terms in self._by_key.items() if _is_open(word) for term in terms)

    @once
    def _stems(self) -> tuple[str, ...]:
        return tuple(word[:-1] for word in self._by_key if _is_open(word))

    @once
    def _by_key(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for term in dict.fromkeys(self.words):
            if words := _small_words(term):
                found.setdefault(_key(words), []).append(term)
        return found


def _terms(words: Iterable[str]) -> list[_Term]:
    return [_term(word, tuple(map(_token, _TOKEN.finditer(word)))) for word in words]


def _term(word: str, tokens: tuple[_Token, ...]) -> _Term:
    small, exact = [token.small for token in tokens], word != word.lower()
    is_open = any(map(_is_open, small))
    plain = len(tokens) == 1 and not is_open and not exact
    return _Term(tokens, exact, small.index(_key(small)), None if is_open else small, plain)


def _key(words: list[str]) -> str:
    """The longest word of a term, which fewest texts hold, to look for it by; an open-ended one only if it must be."""
    longest = max(words, key=len)
    return max([word for word in words if not _is_open(word)] or words, key=len) if _is_open(longest) else longest


def _small_words(text: str) -> list[str]:
    """The words and marks of a text, in small letters. Most terms are plain words between blanks."""
    small = text.lower()
    if small.replace(" ", "").isalnum():
        return small.split()
    if len(small) != len(text):  # a letter or two grow when they are made small
        return [_token(match).small for match in _TOKEN.finditer(text)]
    words = _TOKEN.findall(small)
    return list(map(_bare, words)) if "'" in small or "’" in small else words


def _each(text: str, read: _Read, terms: Iterable[_Term], places: Iterable[int]) -> Iterator[Span]:
    """Where the terms stand, with the word that they are looked for by at one of the places."""
    for term in terms:
        for place in places:
            start, end = _ends(term, read, place)
            if start < end and _stands_alone(text, start, end):
                yield Span(start, end)


def _ends(term: _Term, read: _Read, place: int) -> tuple[int, int]:
    """Where a term starts and ends whose key stands at a place among the words; twice 0 where it doesn't."""
    if term.plain:
        return read.span(place)
    first, behind = place - term.key, place - term.key + len(term.tokens)
    if first < 0 or (term.small is not None and read.small[first:behind] != term.small):
        return 0, 0
    tokens = read.tokens(first, len(term.tokens))
    return (tokens[0].start, tokens[-1].end) if _fits(term, tokens) else (0, 0)


def _is_open(word: str) -> bool:
    return len(word) > 1 and word.endswith("*")


def vocabulary(text: str) -> frozenset[str]:
    """The words and marks of a text in small letters, as terms are looked for among them."""
    return _read(text).words


@lru_cache(maxsize=16)
def _read(text: str) -> _Read:
    return _Read(text)


def _bare(word: str) -> str:
    """A word without the quotation marks around it; the apostrophes in it are straight."""
    if "'" not in word and "’" not in word:
        return word
    word = word.replace("’", "'")
    return word.strip("'") or word


def _token(found: re.Match[str]) -> _Token:
    word, (start, end) = found[0], found.span()
    if "'" in word or "’" in word:
        bare = _bare(word)
        start += word.replace("’", "'").index(bare)
        word, end = bare, start + len(bare)
    return _Token(word, word.lower(), start, end)


def _fits(term: _Term, tokens: Sequence[_Token]) -> bool:
    """Whether tokens of a text are a term's: the same words, with blanks between them where the term has some."""
    if len(tokens) < len(term.tokens):
        return False
    for place, (wanted, token) in enumerate(zip(term.tokens, tokens, strict=True)):
        if not _same(wanted, token, term.exact):
            return False
        if place and (wanted.start > term.tokens[place - 1].end) != (token.start > tokens[place - 1].end):
            return False
    return True


def _same(wanted: _Token, token: _Token, exact: bool) -> bool:
    if _is_open(wanted.word):
        return token.small.startswith(wanted.small[:-1])
    return wanted.word == token.word if exact else wanted.small == token.small


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Whether nothing is glued to the words that makes them part of something else: a link, a tag, a longer word."""
    if start and text[start - 1] in _NOT_BEFORE:
        return False
    after = text[end : end + 2]
    return not (after[:1] in _NOT_AFTER and after) and not (after[:1] in (".", "-") and after[1:].isalnum())
