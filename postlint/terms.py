"""Word lists that are looked for in a text: whole words, in any case, with any blank between them.

A term that holds a capital is looked for just as it is written (`Labour` is not `labour`). A `*` at
the end of a word stands for any ending (`cancel*` finds cancelled). Straight and curly apostrophes
are the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cached_property

from .model import Span

_LEFT, _RIGHT = r"(?<![\w#@/.\-])", r"(?![\w@/]|[.\-]\w)"


class Terms:
    """A list of words and phrases, ready to be looked for; it never changes."""

    def __init__(self, words: Iterable[str]) -> None:
        self.words = tuple(words)

    def __repr__(self) -> str:
        return f"Terms({self.words!r})"

    def find(self, text: str) -> Iterator[Span]:
        """Where the terms stand in `text`, the longest at each place, in order of start."""
        found = [Span(*match.span()) for pattern in self._patterns for match in pattern.finditer(text)]
        yield from _longest_first(found)

    def __contains__(self, text: str) -> bool:
        return any(pattern.search(text) for pattern in self._patterns)

    @cached_property
    def _patterns(self) -> tuple[re.Pattern[str], ...]:
        exact = [word for word in self.words if word != word.lower()]
        loose = [word for word in self.words if word == word.lower()]
        return tuple(
            re.compile(f"{_LEFT}(?:{'|'.join(map(_pattern, _by_length(words)))}){_RIGHT}", flags)
            for words, flags in ((exact, re.NOFLAG), (loose, re.IGNORECASE))
            if words
        )


def _by_length(words: Iterable[str]) -> list[str]:
    return sorted(words, key=lambda word: (-len(word), word))


def _pattern(term: str) -> str:
    """One term as a regular expression without repeats that could backtrack."""
    blank = re.sub(r"\\?\s+", lambda _: r"\s{1,3}", re.escape(term.strip()))
    return re.sub(r"['’]", "['’]", blank).replace(r"\*", r"[\w'’]{0,30}")


def _longest_first(spans: Iterable[Span]) -> Iterator[Span]:
    """Spans in order of start, without those that overlap one already taken."""
    end = 0
    for span in sorted(spans, key=lambda span: (span.start, -span.end)):
        if span.start >= end:
            yield span
            end = span.end
