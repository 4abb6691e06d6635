"""The word lists about patients, each read once."""

from __future__ import annotations

from functools import cache
from typing import Any

from ..data import lexicon
from ..terms import Terms


@cache
def terms(*keys: str) -> Terms:
    """Some of the lists in rules/lexicons/patients.toml and conditions.toml, as one."""
    return Terms(word for key in keys for word in _lists()[key])


@cache
def words(key: str) -> frozenset[str]:
    """One of the lists, as words to look up."""
    return frozenset(_lists()[key])


@cache
def _lists() -> dict[str, Any]:
    return {**lexicon("patients"), **lexicon("conditions")}
