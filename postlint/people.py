"""People's names, without a trained model: a title, or a given name, with a name behind it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from .data import lexicon
from .expressions import expression
from .model import Span
from .terms import Terms

NAME = r"[A-ZÀ-ÖØ-ÞĀ-Ž](?:[\w'’-]*[a-zß-öø-ÿĀ-ž])"
"""A word that may be a name: a capital, and a small letter at its end."""

_BEHIND_TITLE = expression(rf"\.?\s(?:{NAME}(?:\s{NAME})?|[A-Z]\b\.?)")
_BEHIND_GIVEN = expression(rf"(?:\s[A-Z]\b\.?)?\s{NAME}|\s[A-Z]\b(?!['’])\.?")
_NEXT = expression(rf"\s(?P<name>{NAME})")
_POSSESSIVE = expression(r"['’]s\Z")


def titled(text: str) -> Iterator[Span]:
    """Names behind a title that nobody earns by working in health care: Mrs Patel, Mr T."""
    return _with(text, terms("titles"), _BEHIND_TITLE)


def staff(text: str) -> Iterator[Span]:
    """Names behind the title of somebody who works, or speaks for others: Dr Rowe, Sister Ann."""
    return _with(text, terms("staff_titles"), _BEHIND_TITLE)


def full_names(text: str) -> Iterator[Span]:
    """Given names with another behind them: Joan Amberley, John R. Smith, Sarah K."""
    return _with(text, terms("given"), _BEHIND_GIVEN)


def given_names(text: str) -> Iterator[Span]:
    """Given names, whatever stands behind them."""
    return terms("given").find(text)


def children(text: str) -> Iterator[Span]:
    """Given names behind a word for somebody small: little Amir, baby Alfie."""
    for opening in terms("small").find(text):
        name = _NEXT.match(text, opening.end)
        if name and is_given(name["name"]):
            yield Span(opening.start, name.end())


def is_given(word: str) -> bool:
    """Whether a word is one of the given names in common use."""
    return word in terms("given")


def _with(text: str, openings: Terms, behind: re.Pattern[str]) -> Iterator[Span]:
    for opening in openings.find(text):
        if rest := behind.match(text, opening.end):
            owner = _POSSESSIVE.search(rest[0])
            yield Span(opening.start, rest.end() - (2 if owner else 0))


@cache
def terms(*keys: str) -> Terms:
    """Some of the lists in rules/lexicons/people.toml, as one."""
    return Terms(word for key in keys for word in _lists()[key])


@cache
def _lists() -> dict[str, Any]:
    return lexicon("people")
