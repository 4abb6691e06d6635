"""Emoji by the current list, the longest sequence at each place as one.

A sign that is text unless asked otherwise (©, ®, a digit) is an emoji only with the mark that asks for it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from ..expressions import expression
from ..model import Span

_KEYCAP = expression("[0-9#*]\ufe0f?\u20e3")
_FIRST = expression("[\u00a9\u00ae\u203c\u2049\u2122-\u3299\U0001f000-\U0001fbff]|[0-9#*]\ufe0f?\u20e3")
"""What an emoji may start with: a few ranges, since a list of all of them would be gone through at every letter."""


def emoji(text: str) -> Iterator[Span]:
    """The emoji in a text, in order."""
    if text.isascii() or not _FIRST.search(text):
        return
    lengths, sequences = _list()
    at = 0
    while found := _FIRST.search(text, at):
        start = found.start()
        at = _end(text, start, lengths, sequences)
        if at > start:
            yield Span(start, at)
        at = max(at, start + 1)


def _end(text: str, start: int, lengths: Mapping[str, tuple[int, ...]], sequences: frozenset[str]) -> int:
    """Where the longest emoji that starts here ends; its own start where there is none."""
    if keycap := _KEYCAP.match(text, start):
        return keycap.end()
    for length in lengths.get(text[start], ()):
        if (sequence := text[start : start + length]) in sequences:
            return start + len(sequence)  # at the end of a text the slice may be shorter than what was asked for
    return start


@cache
def _list() -> tuple[Mapping[str, tuple[int, ...]], frozenset[str]]:
    """The lengths of sequences by first character, longest first; and the sequences."""
    from emoji import EMOJI_DATA

    sequences = frozenset(sequence for sequence in EMOJI_DATA if sequence not in "©®")
    lengths: dict[str, set[int]] = {}
    for sequence in sequences:
        lengths.setdefault(sequence[0], set()).add(len(sequence))
    return {first: tuple(sorted(found, reverse=True)) for first, found in lengths.items()}, sequences
