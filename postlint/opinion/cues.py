"""The named cues: what words and phrases do in a sentence, whatever it is about (lexicons/opinion-cues.toml)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import TypeAlias

from ..data import builtin_folder, lexicon, read_toml

Names: TypeAlias = tuple[str, ...]


@cache
def _file() -> dict[str, dict[str, str]]:
    return read_toml(builtin_folder() / "lexicons" / "opinion-cues.toml")


@cache
def of_words() -> dict[str, Names]:
    """For each word of the lists, the names of those it stands in."""
    found: dict[str, Names] = {}
    for name, listed in _file()["words"].items():
        for word in listed.split():
            found[word] = (*found.get(word, ()), f"[{name}]")
    return found


@cache
def known() -> frozenset[str]:
    """The words that are cues, so no names, and "I"."""
    return frozenset(of_words()) | {"i", "i'm", "i've", "i'd", "i'll"}


@cache
def listed(name: str) -> frozenset[str]:
    """One of the lists of words."""
    return frozenset(_file()["words"][name].split())


@cache
def grammar(name: str) -> frozenset[str]:
    """One of the lists of words that build sentences."""
    return frozenset(_file()["grammar"][name].split())


@cache
def topics() -> frozenset[str]:
    """What posts are about: the model may not see which."""
    return frozenset(word for line in lexicon("opinion-topics")["terms"] for word in line.split())


@cache
def _phrases() -> dict[str, tuple[tuple[Names, str], ...]]:
    """The phrases by their first two words, or the only one: the words that follow, and the cue they are."""
    found: dict[str, list[tuple[Names, str]]] = {}
    for name, lines in _file()["phrases"].items():
        for phrase in lines.splitlines():
            words = phrase.replace("?", " ?").split()
            if words:
                found.setdefault(" ".join(words[:2]), []).append((tuple(words[2:]), f"{{{name}}}"))
    return {first: tuple(rest) for first, rest in found.items()}


def in_words(small: list[str]) -> Iterator[str]:
    """The cue of each phrase in a sentence."""
    phrases = _phrases()
    for word in phrases.keys() & small:
        yield from (name for _, name in phrases[word])
    pairs = list(map(" ".join, pairwise(small)))
    if phrases.keys().isdisjoint(pairs):
        return
    for at, two in enumerate(pairs, 2):
        for rest, name in phrases.get(two, ()):
            if not rest or tuple(small[at : at + len(rest)]) == rest:
                yield name
