"""What the model sees of a post: words, pairs of words, named cues and the shape of a sentence, each under its name.

`shambles` and `is a` are words; `[bad]` and `{scorn}` are cues, `so [bad]` a cue beside a word; `~headline` is a shape;
`#scandal` is a word in a hashtag.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import pairwise

from msgspec import Struct

from ..model import Quotation
from ..spans import Covered
from ..tongues import Foreign
from . import cues, reported
from .words import Word, is_headline, sentences, without_names, without_quotations, words

_IN_TAG = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_REPLY = re.compile(r"\s*@")
_REPOST = re.compile(r"\s*RT\b")


class Sentence(Struct, frozen=True):
    """A sentence: `every` word of it, those that are the author's, and what the quick weights see of these."""

    start: int
    end: int
    every: list[Word]
    words: list[Word]
    features: frozenset[str]


class Reading(Struct, frozen=True):
    """A post as the model sees it."""

    sentences: list[Sentence]
    features: frozenset[str]


def read(text: str, quotations: tuple[Quotation, ...], foreign: tuple[Foreign, ...] = ()) -> Reading:
    """A post, sentence by sentence, without what is in another language."""
    found_words = reported.without_reposts(words(text))
    if foreign:
        unread = Covered(part.span for part in foreign)
        found_words = [word for word in found_words if word.start not in unread]
    split = reported.without_signed(sentences(text, found_words))
    found = [_sentence(sentence, quotations, _place(at, len(split))) for at, sentence in enumerate(split)]
    return Reading(found, frozenset(_shape(text, len(split))).union(*[sentence.features for sentence in found]))


def _sentence(sentence: list[Word], quotations: tuple[Quotation, ...], place: list[str]) -> Sentence:
    named = without_names(sentence, cues.known())
    own = _own(sentence, named, quotations)
    small = ["<start>", *[word.small for word in own], "<end>"]
    features = _pairs(small)
    features.update(place)
    features.update(_marks(sentence, len(own)))
    return Sentence(sentence[0].start, sentence[-1].end, named, own, frozenset(features))


def _place(at: int, number: int) -> list[str]:
    if number == 1:
        return ["~only"]
    return [*(["~first"] if at == 0 else []), *(["~last"] if at == number - 1 else [])]


def _shape(text: str, number: int) -> list[str]:
    """The shape of the whole post."""
    found = [f"~sentences{min(number, 6)}", f"~tags{min(text.count('#'), 3)}"]
    if _REPLY.match(text):
        found.append("~reply")
    if _REPOST.match(text):
        found.append("~repost")
    return found


def _own(sentence: list[Word], named: list[Word], quotations: tuple[Quotation, ...]) -> list[Word]:
    """The author's words, without names and without what is quoted or reported."""
    near = quotations[bisect_right(quotations, sentence[0].start, key=lambda one: one.end) :] if quotations else ()
    quoted = without_names(without_quotations(sentence, near), cues.known()) if near else named
    return reported.own(quoted, cues.listed("report-verb"))


def _pairs(small: list[str]) -> set[str]:
    """Words, cues, and each beside its neighbour."""
    of_words, topics = cues.of_words(), cues.topics()
    seen = ["<topic>" if word in topics else word for word in small]
    named = {at: of_words[word] for at, word in enumerate(small) if word in of_words}
    found = {*seen, *map(" ".join, pairwise(seen)), *cues.in_words(small)}
    for at, names in named.items():  # never the first or the last: those are <start> and <end>
        for name in names:
            found.update((name, f"{seen[at - 1]} {name}", f"{name} {seen[at + 1]}"))
            found.update([f"{name} {other}" for other in named.get(at + 1, ())])
    return found


def _marks(sentence: list[Word], number: int) -> Iterator[str]:
    """The shape of a sentence: its length, its capitals, and the words in its hashtags."""
    yield f"~length{min(6, number // 4)}"
    if is_headline(sentence):
        yield "~headline"
    for word in sentence:
        if word.small == "<tag>":
            yield from _of_tag(word.raw)
        elif word.raw.isupper() and len(word.raw) > 3 and word.raw.isalpha():
            yield "~capitals"


def in_tag(tag: str) -> list[tuple[str, int]]:
    """The words in a hashtag, in small letters, each with where in it it starts."""
    return [(part[0].lower(), part.start()) for part in _IN_TAG.finditer(tag)]


def _of_tag(tag: str) -> Iterator[str]:
    """What the words in a hashtag say, one by one and side by side."""
    parts = [part for part, _ in in_tag(tag) if part not in cues.topics()]
    yield from (f"#{part}" for part in parts)
    yield from (f"#{one} {two}" for one, two in pairwise(parts))
