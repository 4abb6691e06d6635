"""The word lists about patients, each read once."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from ..data import lexicon
from ..terms import Terms

_INITIALS = re.compile(r"[A-Z]\.\s?[A-Z]")


@cache
def terms(*keys: str) -> Terms:
    """Some of the lists in rules/lexicons/patients.toml and conditions.toml, as one."""
    return Terms(word for key in keys for word in _lists()[key])


@cache
def _signs() -> Terms:
    people = lexicon("people")
    lists = [
        *(people[key] for key in ("titles", "small", "given")),
        *(_lists()[key] for key in ("patients", "persons", "jobs", "counted")),
    ]
    return Terms(word for words in lists for word in words)


def may_tell_of_people(text: str) -> bool:
    """Whether a text holds a name or a word for people: a quick look that spares most posts the rest."""
    return _signs().may_be_in(text) or "old" in text or _INITIALS.search(text) is not None


@cache
def words(key: str) -> frozenset[str]:
    """One of the lists, as words to look up."""
    return frozenset(_lists()[key])


@cache
def _lists() -> dict[str, Any]:
    return {**lexicon("patients"), **lexicon("conditions")}
