"""The settings: postlint.toml, .postlint.toml or [tool.postlint], the one closest to a draft."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, Literal, TypeAlias

import msgspec
from msgspec import Struct, field

from .agreements import Consent, Embargo, PreElection, faults
from .decode import decode
from .employer.settings import Employer, Organisation, Position, insist
from .errors import ConfigError
from .extending import PYPROJECT, Layer, layers, merged
from .model import Brief, Level, Visibility
from .table import Table
from .tomlplaces import line_of

FailOn: TypeAlias = Literal["error", "warning", "advice", "never"]

NAMES = (".postlint.toml", "postlint.toml", PYPROJECT)


class RuleSettings(Table, frozen=True):
    """What a house says of one rule. A rule that is named here is switched on, unless it says otherwise."""

    enabled: bool = True
    level: Level | None = None
    weight: float | None = None
    options: dict[str, Any] = field(default_factory=dict)


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


class Overrides(Table, frozen=True):
    """What holds for some files only, by their folder or name."""

    channels: tuple[str, ...] | None = None
    select: tuple[str, ...] | None = None
    ignore: tuple[str, ...] | None = None
    fail_on: FailOn | None = None
    fail_under: float | None = None
    rules: dict[str, RuleSettings] = field(default_factory=dict)


class Config(Table, frozen=True):
    """All settings, each with its default."""

    extend: str = ""
    include: tuple[str, ...] = ("*.txt", "*.md", "*.markdown")
    exclude: tuple[str, ...] = ("node_modules", "venv", "site-packages")
    per_file: dict[str, Overrides] = field(default_factory=dict)
    channels: tuple[str, ...] = ("twitter",)
    packs: tuple[str, ...] = ()
    select: tuple[str, ...] = ("ALL",)
    ignore: tuple[str, ...] = ()
    fail_on: FailOn = "warning"
    fail_under: float | None = None
    hold: bool = False
    pipeline: str = ""
    rules: dict[str, RuleSettings] = field(default_factory=dict)
    channel: dict[str, dict[str, Any]] = field(default_factory=dict)
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
    """A config and where it was read: `folder` is what the paths in it start from.

    `layers` are its file and those that it extends, the closest first.
    """

    config: Config = Config()
    folder: Path = Path()
    file: Path | None = None
    layers: tuple[Layer, ...] = ()


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
    """The settings in a file and in those that it extends, or a `ConfigError` that names the key and the right name."""
    try:
        found = layers(file)
        configs = [_decode(layer.table, layer.file) for layer in found]
    except ConfigError as error:
        raise placed(error) from error.__cause__
    config = configs[0] if len(found) == 1 else _decode(merged(found), file)
    return Settings(config, file.parent, file, found)


def _decode(data: dict[str, Any], file: Path | None) -> Config:
    name = str(file) if file else "config"
    try:
        config = decode(data, Config, error=ConfigError, file=name)
        insist(config.employer, config.positions, config.organisations)
    except ConfigError as error:
        error.key = _exact(error.key or "", data)
        error.file = error.file or name
        raise
    for key, fault in faults(config.embargoes, config.pre_election, config.consents):
        raise ConfigError(fault, file=name, key=key)
    scores = {f"per-file.{pattern}.fail-under": some.fail_under for pattern, some in config.per_file.items()}
    for key, score in {"fail-under": config.fail_under, **scores}.items():
        if score is not None and not 0 <= score <= 100:
            raise ConfigError('"fail-under" must lie between 0 and 100', file=name, key=key)
    return config


def _exact(key: str, data: dict[str, Any]) -> str:
    """The key with the name or the number of the entry that is at fault, where the error tells only the first name."""
    first, dots, rest = key.partition("[...]")
    entries = data.get(first) if dots else None
    named: dict[str, Any] = {}
    if isinstance(entries, dict):
        named = {f"{first}.{name}": {name: entry} for name, entry in entries.items()}
    if isinstance(entries, list):
        named = {f"{first}[{number}]": [entry] for number, entry in enumerate(entries)}
    return next((f"{name}{rest}" for name, entry in named.items() if not _is_sound({first: entry})), key)


def _is_sound(data: dict[str, Any]) -> bool:
    try:
        decode(data, Config, error=ConfigError)
    except ConfigError:
        return False
    return True


def placed(error: ConfigError, found: Sequence[Layer] = ()) -> ConfigError:
    """The error with the line that its key stands on, in the first of the files that has it."""
    for layer in found or [Layer(Path(error.file or ""), {})]:
        if error.line is None and error.key and layer.file.is_file():
            key = ".".join((*layer.prefix, error.key))
            if line := line_of(layer.file.read_text("utf-8-sig"), key):
                error.file, error.line = str(layer.file), line
    return error


def names_settings(file: Path) -> bool:
    """Whether a file is there and has settings for postlint: a pyproject.toml without its table has none.

    One that can't be read may have some; whoever goes by it is told so.
    """
    if not os.path.isfile(file):
        return False
    try:
        return file.name != PYPROJECT or b"tool.postlint" in file.read_bytes()
    except OSError:
        return True


def find(folder: Path) -> Path | None:
    """The config file closest to `folder`: in it, or in the nearest folder above."""
    folder = folder.resolve()
    for place in (folder, *folder.parents):
        for name in NAMES:
            if names_settings(place / name):
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


def overridden(settings: Settings, patterns: Iterable[str]) -> Settings:
    """The settings with what `per-file` says under each of the patterns laid over them, the last on top."""
    for pattern in patterns:
        own = settings.config.per_file[pattern]
        names = ("channels", "select", "ignore", "fail_on", "fail_under")
        changes: dict[str, Any] = {name: getattr(own, name) for name in names if getattr(own, name) is not None}
        settings = replace(settings, **changes, rules={**settings.config.rules, **own.rules})
    return settings


def replace(settings: Settings, **changes: Any) -> Settings:
    """The settings with some keys of the config changed, as options on the command line do."""
    return msgspec.structs.replace(settings, config=msgspec.structs.replace(settings.config, **changes))
