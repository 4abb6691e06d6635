"""The settings: postlint.toml, .postlint.toml or [tool.postlint], the one closest to a draft."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal, TypeAlias

import msgspec
from msgspec import Struct

from .agreements import Consent, Embargo, PreElection, faults
from .data import read_toml
from .decode import decode
from .errors import ConfigError
from .house import Employer, Organisation, Position, insist
from .model import Brief, Level, Visibility
from .table import Table

FailOn: TypeAlias = Literal["error", "warning", "advice", "never"]

_NAMES = (".postlint.toml", "postlint.toml", "pyproject.toml")


class RuleSettings(Table, frozen=True):
    """What a house says of one rule. A rule that is named here is switched on, unless it says otherwise."""

    enabled: bool = True
    level: Level | None = None
    weight: float | None = None
    options: dict[str, Any] = {}


class Account(Table, frozen=True):
    """Who posts: an organisation's account, a professional's or a person's; and to whom."""

    type: Literal["official", "professional", "personal"] | None = None
    author: str = ""
    visibility: Visibility | None = None


class HouseTerms(Table, frozen=True):
    """The organisation's own words: those to take care with, and those that are approved or known.

    `confidential` and `banned` words must not go out, `sensitive` ones have an agreed line, `hashtags` are
    approved spellings, and `known` are acronyms that the audience knows.
    """

    sensitive: tuple[str, ...] = ()
    confidential: tuple[str, ...] = ()
    banned: tuple[str, ...] = ()
    hashtags: tuple[str, ...] = ()
    known: tuple[str, ...] = ()


class Audience(Table, frozen=True):
    """For whom, to what end, and where they are."""

    name: str = ""
    goal: str = ""
    channels: tuple[str, ...] = ()


class Config(Table, frozen=True):
    """All settings, each with its default."""

    channels: tuple[str, ...] = ("twitter",)
    packs: tuple[str, ...] = ()
    select: tuple[str, ...] = ("ALL",)
    ignore: tuple[str, ...] = ()
    fail_on: FailOn = "warning"
    fail_under: float | None = None
    hold: bool = False
    pipeline: str = ""
    rules: dict[str, RuleSettings] = {}
    channel: dict[str, dict[str, Any]] = {}
    account: Account = Account()
    employer: Employer = Employer()
    positions: tuple[Position, ...] = ()
    organisations: tuple[Organisation, ...] = ()
    terms: HouseTerms = HouseTerms()
    audience: Audience = Audience()
    embargoes: tuple[Embargo, ...] = ()
    pre_election: PreElection | None = None
    consents: tuple[Consent, ...] = ()


class Settings(Struct, frozen=True):
    """A config and where it was read: `folder` is what the paths in it start from."""

    config: Config = Config()
    folder: Path = Path()
    file: Path | None = None


def settle(config: str | Path | Mapping[str, Any] | Config | None) -> Settings:
    """Settings out of whatever a caller has: a file, a table, a `Config`, or nothing for the defaults."""
    if config is None:
        return Settings()
    if isinstance(config, Config):
        return Settings(config)
    if isinstance(config, Mapping):
        return Settings(_decode(dict(config), None))
    return load(Path(config))


def load(file: Path) -> Settings:
    """The settings in a file, or a `ConfigError` that names the key and the nearest right name."""
    data = read_toml(file, ConfigError)
    if file.name == "pyproject.toml":
        data = data.get("tool", {}).get("postlint", {})
    return Settings(_decode(data, file), file.parent, file)


def _decode(data: dict[str, Any], file: Path | None) -> Config:
    try:
        config = decode(data, Config, error=ConfigError, file=str(file) if file else "config")
        insist(config.employer, config.positions, config.organisations)
    except ConfigError as error:
        error.file = error.file or (str(file) if file else "config")
        error.line = _line(file, error.key) if file else None
        raise
    if config.fail_under is not None and not 0 <= config.fail_under <= 100:
        raise ConfigError('"fail-under" must lie between 0 and 100', file=str(file) if file else "config")
    for key, fault in faults(config.embargoes, config.pre_election, config.consents):
        line = _line(file, key) if file else None
        raise ConfigError(fault, file=str(file) if file else "config", key=key, line=line)
    return config


def _line(file: Path, key: str | None) -> int | None:
    """The line on which a key stands, as far as its name is enough to find it."""
    name = (key or "").rpartition(".")[2].partition("[")[0]
    lines = file.read_text("utf-8-sig").splitlines()
    starts = (name, f'"{name}"', f"[{name}", f"[[{name}", f"[tool.postlint.{name}")
    return next((number for number, line in enumerate(lines, 1) if name and line.strip().startswith(starts)), None)


def _names_settings(file: Path) -> bool:
    """Whether a file is there and has settings for postlint: a pyproject.toml without its table has none."""
    if not file.is_file():
        return False
    if file.name != "pyproject.toml":
        return True
    return b"tool.postlint" in file.read_bytes()


def find(folder: Path) -> Path | None:
    """The config file closest to `folder`: in it, or in the nearest folder above."""
    folder = folder.resolve()
    for place in (folder, *folder.parents):
        for name in _NAMES:
            if _names_settings(place / name):
                return place / name
    return None


def settled(brief: Brief, config: Config) -> Brief:
    """The brief, with the config's word where it is silent: visibility, account, audience and goal."""
    house = {
        "visibility": config.account.visibility,
        "account": config.account.type,
        "audience": config.audience.name,
        "goal": config.audience.goal,
    }
    silent = {key: value for key, value in house.items() if value and not getattr(brief, key)}
    return msgspec.structs.replace(brief, **silent) if silent else brief


def replace(settings: Settings, **changes: Any) -> Settings:
    """The settings with some keys of the config changed, as options on the command line do."""
    return msgspec.structs.replace(settings, config=msgspec.structs.replace(settings.config, **changes))
