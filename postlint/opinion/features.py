"""What the model sees of a post: words, pairs of words, named cues and the shape of a sentence, each under its name.

`shambles` and `is a` are words; `[bad]` and `{scorn}` are cues, `so [bad]` a cue beside a word; `~headline` is a shape;
`#scandal` is a word in a hashtag; `<[report]` stood in the sentence before; `"shame` is reported of somebody else.
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
    """A sentence, the words in it that are the author's, and what the model sees of them."""

    start: int
    end: int
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
    split = sentences(text, found_words)
    found: list[Sentence] = []
    before: set[str] = set()
    for at, sentence in enumerate(split):
        place = _place(at, len(split))
        own, said = _own(sentence, quotations)
        seen = _features(sentence, own, said)
        carried = {f"<{name}" for name in before if name[0] in "[{" and " " not in name}
        found.append(Sentence(sentence[0].start, sentence[-1].end, own, frozenset({*seen, *place, *carried})))
        before = seen
    shape = _shape(text, len(split))
    return Reading(found, frozenset(shape).union(*(sentence.features for sentence in found)))


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


def _own(sentence: list[Word], quotations: tuple[Quotation, ...]) -> tuple[list[Word], list[Word]]:
    """The author's words, without names, and those that are reported."""
    near = quotations[bisect_right(quotations, sentence[0].start, key=lambda one: one.end) :] if quotations else ()
    quoted = without_quotations(sentence, near) if near else sentence
    return reported.own(without_names(quoted, cues.known()), cues.listed("report-verb"))


def _features(sentence: list[Word], own: list[Word], said: list[Word]) -> set[str]:
    small = ["<start>", *(word.small for word in own), "<end>"]
    found = set(_pairs(small))
    found.update(_marks(sentence, small))
    found.update(f'"{word.small}' for word in said if word.small not in cues.topics())
    found.update(_tags(sentence))
    return found


def _pairs(small: list[str]) -> Iterator[str]:
    """Words, cues, and each beside its neighbour."""
    of_words, topics = cues.of_words(), cues.topics()
    present = {name for name, _, _ in cues.in_words(small)}
    last: str = ""
    last_names: cues.Names = ()
    for word in small:
        names = of_words.get(word, ())
        word = "<topic>" if word in topics else word
        yield word
        if last:
            yield f"{last} {word}"
            yield from (f"{last} {name}" for name in names)
            yield from (f"{name} {word}" for name in last_names)
            yield from (f"{one} {two}" for one in last_names for two in names)
        present.update(names)
        last, last_names = word, names
    yield from present


def _marks(sentence: list[Word], small: list[str]) -> Iterator[str]:
    """The shape of a sentence: its length, its marks, its capitals."""
    yield f"~length{min(6, (len(small) - 2) // 4)}"
    if is_headline(sentence):
        yield "~headline"
    if any(len(word.raw) > 3 and word.raw.isupper() and word.raw.isalpha() for word in sentence):
        yield "~capitals"
    for word in small:
        if word.endswith("est") and len(word) > 5:
            yield "~superlative"
        elif word.endswith("ly") and len(word) > 5:
            yield "~adverb"


def _tags(sentence: list[Word]) -> Iterator[str]:
    """The words in hashtags, one by one and side by side."""
    for tag in sentence:
        if tag.small == "<tag>":
            parts = [part.lower() for part in _IN_TAG.findall(tag.raw) if part.lower() not in cues.topics()]
            yield from (f"#{part}" for part in parts)
            yield from (f"#{one} {two}" for one, two in pairwise(parts))
