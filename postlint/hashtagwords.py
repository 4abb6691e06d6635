"""The words in a hashtag of small letters: patientsafety is patient and safety."""

from __future__ import annotations

import re
from functools import cache

from msgspec import Struct

from .data import lexicon

_FEWEST = 6
_FEWEST_OF_A_NAME = 10
"""A shorter tag with a capital at its start may well be the name of a place: #Newtown."""

_MOST = 60
_PARTS = 6


class Words(Struct, frozen=True):
    """The word list, ready to be asked."""

    parts: frozenset[str]
    whole: frozenset[str]
    acronyms: frozenset[str]
    nouns: frozenset[str]
    first_halves: frozenset[str]
    second_halves: frozenset[str]
    longest: int


class Reading(Struct, frozen=True):
    """One way to read a tag: with a capital at each word; and whether it is the only one."""

    text: str
    certain: bool


def reading(tag: str) -> Reading | None:
    """How a tag without its sign reads in words, or None where it is one word or holds one that isn't known."""
    letters = re.fullmatch(r"([A-Za-z][a-z]+)(\d*)", tag)
    if not letters or not _FEWEST <= len(letters[1]) <= _MOST:
        return None
    word = letters[1].lower()
    words = _words()
    if tag[0].isupper() and len(word) < _FEWEST_OF_A_NAME:
        return None
    if word in words.whole or word.removesuffix("s") in words.whole:
        return None
    ways = _fewest_parts(word, words)
    if not ways:
        return None
    text = "".join(part.upper() if part in words.acronyms else part.capitalize() for part in ways[0])
    return Reading(text + letters[2], len(ways) == 1)


def _fewest_parts(word: str, words: Words) -> list[tuple[str, ...]]:
    """The readings with the fewest words; at most two of them, since more than one is unsure already."""
    best: list[list[tuple[str, ...]]] = [[()]]
    for end in range(1, len(word) + 1):
        ways: list[tuple[str, ...]] = []
        for start in range(max(0, end - words.longest), end):
            if word[start:end] in words.parts:
                ways += [(*way, word[start:end]) for way in best[start]]
        fewest = min(map(len, ways), default=0)
        best.append([way for way in ways if len(way) == fewest][:2] if fewest <= _PARTS else [])
    return [way for way in best[-1] if _are_words(way, words)]


def _are_words(way: tuple[str, ...], words: Words) -> bool:
    """Whether the parts are words of their own, not syllables: "in fertility", "foot work", "men to ring"."""
    if len(way) > 2:
        return sum(len(part) > 3 for part in way) > 1 and 2 * sum(len(part) < 3 for part in way) <= len(way)
    if len(way) < 2 or way[0] in words.first_halves or way[1] in words.second_halves:
        return False
    return all(len(part) > 3 or part in words.acronyms or part in words.nouns for part in way)


@cache
def _words() -> Words:
    lists = {key: frozenset(" ".join(lines).split()) for key, lines in lexicon("words").items()}
    parts = lists["common"] | lists["short"]
    return Words(
        parts=parts,
        whole=lists["common"] | lists["single"],
        acronyms=lists["acronyms"],
        nouns=lists["nouns"],
        first_halves=lists["first_halves"],
        second_halves=lists["second_halves"],
        longest=max(map(len, parts)),
    )
