"""What the settings say of the employer: who it is, where it stands, and the organisations around it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Literal, TypeAlias

from ..errors import ConfigError
from ..table import Table

Stance: TypeAlias = Literal["support", "oppose", "neutral"]
Role: TypeAlias = Literal["partner", "commissioner", "regulator", "competitor", "supplier", "government"]


class Employer(Table, frozen=True):
    """The organisation: what it is called, its accounts, and who speaks for it."""

    name: str = ""
    aliases: tuple[str, ...] = ()
    handles: tuple[str, ...] = ()
    spokespeople: tuple[str, ...] = ()
    languages: tuple[str, ...] = ("en",)


class Position(Table, frozen=True):
    """Where the organisation stands on a topic, in the words that it has agreed."""

    topic: str
    terms: tuple[str, ...] = ()
    stance: Stance = "neutral"
    line: str = ""
    status: Literal["agreed", "under-review"] = "agreed"
    review_until: dt.date | None = None
    source: str = ""

    @property
    def review_day(self) -> str:
        """The day by which somebody is to look at it again, in words; empty where none is set."""
        return f"{self.review_until.day} {self.review_until:%B %Y}" if self.review_until else ""


class Organisation(Table, frozen=True):
    """Another organisation, and what it is to this one."""

    name: str
    role: Role
    aliases: tuple[str, ...] = ()
    handles: tuple[str, ...] = ()


def insist(employer: Employer, positions: tuple[Position, ...], organisations: tuple[Organisation, ...]) -> None:
    """A `ConfigError` for what could never match any post: it would look like a check and be none."""
    for key, said in _slips(employer, positions, organisations):
        raise ConfigError(said, key=key)


def _slips(
    employer: Employer, positions: tuple[Position, ...], organisations: tuple[Organisation, ...]
) -> Iterator[tuple[str, str]]:
    for position in positions:
        if not any(term.strip() for term in position.terms):
            yield (
                "positions",
                f'the position "{position.topic}" has no terms, so no post can match it; add terms = ["…"]',
            )
    for handle in (*employer.handles, *(handle for one in organisations for handle in one.handles)):
        if not handle.startswith("@"):
            yield "handles", f'the handle "{handle}" has no @, so no post can match it; write "@{handle}"'
    for organisation in organisations:
        if not organisation.name.strip():
            yield "organisations", 'an organisation has no name, so no post can match it; add name = "…"'
