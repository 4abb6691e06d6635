"""Where the names of hosts end: top-level domains, and the longest name that starts at a place.

A name is a chain of labels with dots between them that ends in a top-level domain. The chain is followed
from right to left once for each run of characters that names are made of, so that no text, however many
dots it holds, takes longer than its length deserves.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache

from msgspec import Struct

from ..data import lexicon
from .characters import DIRECTIONAL, INVALID, PUNCTUATION, SPACES

_RUN = re.compile(f"(?:[^{PUNCTUATION}{SPACES}{INVALID}{DIRECTIONAL}]|[._-])+")
_ENDING = re.compile(
    r"\.(?:(?P<coded>[Xx][Nn]--[-0-9A-Za-z]+)|(?P<plain>[A-Za-z]{2,63}+)(?![0-9A-Za-z@+-])|(?=[A-Za-z]{0,63}+[^\x00-\x7f]))"
)
_AFTER = re.compile(r"[^0-9A-Za-z@+-]|\Z")


class Label(Struct, frozen=True, gc=False):
    """One part of a name, between dots. `after` is where the longest name ends that starts with the label behind it."""

    start: int
    end: int
    sound_end: bool
    last_underscore: int
    after: int | None
    ending: int | None


class Run(Struct, frozen=True):
    """A stretch of text in which names may stand, with its labels."""

    start: int
    end: int
    labels: tuple[Label, ...]

    def label_at(self, place: int) -> Label:
        """The label that holds a place, or ends at it."""
        return self.labels[bisect_left(self.labels, place, key=lambda label: label.end)]


@cache
def top_level_domains() -> frozenset[str]:
    """The names that a host may end in, in small letters."""
    lists = lexicon("tlds")
    return frozenset(name for key in ("country", "generic", "newer") for line in lists[key] for name in line.split())


@cache
def _foreign() -> tuple[int, frozenset[str]]:
    """The top-level domains in other scripts, and the length of the longest."""
    names = frozenset(name for name in top_level_domains() if not name.isascii())
    return max(map(len, names)), names


def endings(text: str) -> dict[int, int]:
    """Each dot before a top-level domain, and where that domain ends; in order."""
    found: dict[int, int] = {}
    for match in _ENDING.finditer(text):
        end = _end(text, match)
        if end is not None:
            found[match.start()] = end
    return found


def _end(text: str, match: re.Match[str]) -> int | None:
    """Where the top-level domain after a dot ends; None where there is none."""
    if match["coded"] or (match["plain"] and match["plain"].lower() in top_level_domains()):
        return match.end()
    return _foreign_end(text, match.start() + 1)


def _foreign_end(text: str, start: int) -> int | None:
    longest, names = _foreign()
    for end in range(min(len(text), start + longest), start, -1):
        if text[start:end].lower() in names and _AFTER.match(text, end):
            return end
    return None


def runs(text: str) -> Iterator[Run]:
    """The stretches of text that hold the end of a name, in order."""
    dots = endings(text)
    end = 0
    for dot in dots:
        if dot >= end:
            start, end = _run_around(text, dot, end)
            yield Run(start, end, _labels(text, start, end, dots))


def _run_around(text: str, dot: int, after: int) -> tuple[int, int]:
    """The run that a dot stands in; it starts behind `after`, and behind the last blank before the dot."""
    word = text.rfind(" ", after, dot) + 1
    for match in _RUN.finditer(text, max(after, word)):
        if match.end() > dot:
            return match.span()
    raise AssertionError("a dot is part of a run")


def _labels(text: str, start: int, end: int, dots: dict[int, int]) -> tuple[Label, ...]:
    """The labels of a run, each with the end of the longest name that starts with the next."""
    labels: list[Label] = []
    after: int | None = None
    stop = end
    while stop >= start:
        begin = text.rfind(".", start, stop) + 1 or start
        ending = dots.get(stop) if stop < end else None
        sound_end = begin < stop and text[stop - 1] not in "-_"
        label = Label(begin, stop, sound_end, text.rfind("_", begin, stop), after, ending)
        labels.append(label)
        after = name_end(text, label, begin)
        stop = begin - 1
    return tuple(reversed(labels))


def name_end(text: str, label: Label, start: int) -> int | None:
    """Where the longest name ends that starts at `start`, in the middle of `label` or at its start.

    Labels may hold hyphens and underscores inside; the one before the top-level domain no underscores.
    """
    if start >= label.end or not label.sound_end or text[start] in "-_":
        return None
    if label.after is not None:
        return label.after
    return label.ending if label.last_underscore < start else None
