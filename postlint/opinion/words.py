"""A post as words: in small letters, with numbers, links, tags and names each reduced to what they are.

A model of opinion that saw names and figures would learn who was talked about instead of what was said of them.
"""

from __future__ import annotations

import re

from msgspec import Struct

from ..model import Quotation

_TOKEN = re.compile(
    r"[^\W\d_]++(?=[\s,])"  # most words, found by a short way
    r"|(?i:https?://\S+|(?:[a-z0-9-]{1,63}\.){1,8}(?:org|com|uk|net|ly|gov|int|scot|wales|cymru)\b(?:/\S*)?)"
    r"|#\w+|@\w[\w.]*|(?i::[a-z_]{3,30}:)|[£$€]?\d[\d,.:]*(?i:%|th\b|st\b|nd\b|rd\b|m\b|bn\b|k\b|[ap]m\b)?"
    r"|[^\W\d_]+(?:['’\-]\w+)*+|\.\.\.|[^\w\s]"
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_ENDS = frozenset({".", "!", "?", "…", "..."})
_AFTER_END = frozenset({".", "!", "?", "…", "...", '"', "”", "'", "’", ")"})
_OPENS_A_SENTENCE = frozenset({".", "!", "?", ":", '"', "“", "-", "–", "—", "…", "...", "(", "<quote>"})


class Word(Struct, frozen=True, gc=False):
    """A word or a mark: what the model reads, how it is written, and where it stands."""

    small: str
    raw: str
    start: int
    end: int


def words(text: str) -> list[Word]:
    """Every word and mark of a text, in order."""
    return [Word(_small(raw := found[0]), raw, *found.span()) for found in _TOKEN.finditer(text)]


def _small(raw: str) -> str:
    if raw.isalpha():
        return raw.lower()
    first = raw[0]
    if first.isalpha():
        return raw.lower().replace("’", "'") if "." not in raw and "/" not in raw else "<link>"
    if len(raw) == 1:
        return "<number>" if first.isdigit() else raw
    return _sign(raw, first)


def _sign(raw: str, first: str) -> str:
    """What a piece that starts with no letter is: a tag, an account, a sum of money, a share, a year, an hour."""
    if first in "#@":
        return "<tag>" if first == "#" else "<account>"
    if first in "£$€":
        return "<money>"
    if not first.isdigit():
        return raw
    if raw.endswith("%"):
        return "<share>"
    if ":" in raw or raw[-1] in "mM":
        return "<hour>"
    return "<year>" if _YEAR.fullmatch(raw) else "<number>"


def sentences(text: str, found: list[Word]) -> list[list[Word]]:
    """The words, sentence by sentence: a sentence ends with a mark such as a full stop, and with a line."""
    done: list[list[Word]] = []
    current: list[Word] = []
    for word in found:
        if current and _breaks(text, current[-1], word):
            done.append(current)
            current = []
        current.append(word)
    return [*done, current] if current else done


def _breaks(text: str, last: Word, word: Word) -> bool:
    if last.small in _ENDS and word.small not in _AFTER_END:
        return True
    return word.start > last.end and "\n" in text[last.end : word.start]


def is_headline(sentence: list[Word]) -> bool:
    """Whether Most Words Have a Capital, as in the titles of other people's pieces."""
    letters = list(filter(str.isalpha, [word.raw[0] for word in sentence]))
    return len(letters) >= 5 and sum(map(str.isupper, letters)) > 0.6 * len(letters)


def without_names(sentence: list[Word], known: frozenset[str]) -> list[Word]:
    """The same, where each name is `<name>` and each acronym `<letters>`; `known` words are neither."""
    if is_headline(sentence):
        return sentence
    done: list[Word] = []
    for word in sentence:
        if not word.raw[0].isupper() or word.small in known or not word.raw[0].isalpha():
            done.append(word)
        elif word.raw.isupper() and len(word.raw) > 1:
            done.append(Word("<letters>", word.raw, word.start, word.end) if len(word.raw) <= 5 else word)
        elif not done or done[-1].small in _OPENS_A_SENTENCE:
            done.append(word)
        elif done[-1].small == "<name>":
            done[-1] = Word("<name>", f"{done[-1].raw} {word.raw}", done[-1].start, word.end)
        else:
            done.append(Word("<name>", word.raw, word.start, word.end))
    return done


def without_quotations(sentence: list[Word], quotations: tuple[Quotation, ...]) -> list[Word]:
    """The same, where what stands in quotation marks is one `<quote>`, or `<scare>` for a word or two."""
    done: list[Word] = []
    upcoming = iter(quotations)
    quotation, told = next(upcoming, None), False
    for word in sentence:
        while quotation is not None and quotation.end <= word.start:
            quotation, told = next(upcoming, None), False
        if quotation is None or word.start < quotation.start:
            done.append(word)
        elif not told:
            small = "<scare>" if len(quotation.text.split()) <= 2 else "<quote>"
            done.append(Word(small, word.raw, word.start, quotation.end))
            told = True
    return done
