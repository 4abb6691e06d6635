"""What people have agreed to have told: a consent clears just what it covers, and only while it lasts."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Sequence
from typing import TypeAlias

from ..agreements import Consent

Agreed: TypeAlias = Callable[[str], frozenset[str]]
"""The kinds of detail that the people who are named in a text have agreed to have told."""


def agreed_by(consents: Sequence[Consent], day: dt.date) -> Agreed:
    """What those with a consent that lasts to the day or longer have agreed to; for several, what all of them have."""
    lasting = [consent for consent in consents if day <= consent.expires]
    return lambda text: _shared([set(one.scope) for one in lasting if _is_named(one.person, text)])


def _shared(scopes: list[set[str]]) -> frozenset[str]:
    return frozenset(set.intersection(*scopes)) if scopes else frozenset()


def _is_named(person: str, text: str) -> bool:
    """Whether a text names a person: in full, or by the given name with no other name behind it."""
    given, *rest = [re.escape(name) for name in person.split()]
    whole = r"\s".join([given, *rest])
    return re.search(rf"\b(?:{whole}\b|{given}\b(?!\s[A-Z]))", text) is not None
