"""Who or what a post speaks of: the employer, an organisation around it, or a topic that it has a position on."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from functools import lru_cache

from msgspec import Struct

from ..config import Config
from ..data import lexicon
from ..errors import NotEvaluatedError
from ..terms import Terms
from .settings import Employer, Organisation, Position


class Target(Struct, frozen=True):
    """Something that a post may speak of: what it is to the house, what it is called, and the words that mean it.

    `role` is employer, government, or the role of an organisation.
    """

    role: str
    name: str
    terms: Terms


class Topic(Struct, frozen=True):
    """A position of the house, and the words that touch it."""

    position: Position
    terms: Terms


class House(Struct, frozen=True):
    """The settings, made ready to be looked for in posts."""

    targets: tuple[Target, ...]
    topics: tuple[Topic, ...]
    spokespeople: frozenset[str]


@lru_cache(maxsize=8)
def _ready(employer: Employer, positions: tuple[Position, ...], organisations: tuple[Organisation, ...]) -> House:
    own = [employer.name, *employer.aliases, *employer.handles, *lexicon("employers")["ours"]]
    targets = [Target("employer", employer.name, _names(own))] if employer.name else []
    targets += [Target(one.role, one.name, _names([one.name, *one.aliases, *one.handles])) for one in organisations]
    targets.append(Target("government", "the government", Terms(lexicon("employers")["government"])))
    topics = tuple(Topic(position, _topic(position)) for position in positions)
    return House(tuple(targets), topics, frozenset(name.lower() for name in employer.spokespeople))


def with_role(config: Config, roles: Collection[str]) -> list[Target]:
    """The targets with one of the roles, of which the settings have to name one."""
    _insist_on_any(config)
    found = [target for target in house(config).targets if target.role in roles]
    if not found:
        raise NotEvaluatedError(f"the settings name no {' or '.join(roles)}; add [[organisations]]")
    return found


def insist_on(config: Config, there: object, otherwise: str) -> None:
    """A `NotEvaluatedError` where the settings say nothing of an employer, or not what a check needs to be `there`."""
    _insist_on_any(config)
    if not there:
        raise NotEvaluatedError(otherwise)


def _insist_on_any(config: Config) -> None:
    if not (config.employer.name or config.positions or config.organisations):
        raise NotEvaluatedError(
            "the settings name no employer, so what may conflict with its views can't be told; "
            "add [employer], [[positions]] and [[organisations]]"
        )


def house(config: Config) -> House:
    """The settings of a config, made ready once."""
    return _ready(config.employer, config.positions, config.organisations)


def _names(names: Iterable[str]) -> Terms:
    """Names in any case, and what is theirs; the account of @HarrowdaleUH is found with its @ and as a word."""
    known = [name.lower().lstrip("@") for name in names if name.strip("@ ")]
    return Terms([*known, *(f"{name}'s" for name in known)])


def _topic(position: Position) -> Terms:
    """The words of a position: in any case, as plurals and as verbs in any form, with a hyphen or a blank."""
    words = [term.lower() for term in position.terms if term.strip()]
    words += [term.replace("-", " ") for term in words] + [term.replace(" ", "-") for term in words]
    return Terms(dict.fromkeys(form for word in words for form in _forms(word)))


def _forms(word: str) -> list[str]:
    """A word with the endings that it may take: merge, merges, merger's, merging, merged."""
    stem = word.removesuffix("e")
    return [word] if word.endswith("*") else [word, f"{word}s", f"{word}'s", f"{stem}ing", f"{stem}ed"]
