"""Channels: where posts go out, and what each states about itself, read from one TOML file each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

import msgspec
from msgspec import Struct

from .data import builtin_folder, read_toml
from .decode import decode
from .errors import PackError, nearest
from .model import Channel, Fact


class _ChannelFile(Struct, frozen=True, forbid_unknown_fields=True):
    """The keys of a channel's file, as they are written."""

    name: str
    dialect: str
    aliases: tuple[str, ...] = ()
    facts: dict[str, Fact] = {}


class _OverlayFile(Struct, frozen=True, forbid_unknown_fields=True):
    """The keys of a pack's file about a channel that is known already."""

    facts: dict[str, Fact] = {}


def read(path: Path) -> Channel:
    """The channel in a file, by the file's name; a `PackError` names the key and the nearest right name."""
    file = decode(read_toml(path), _ChannelFile, error=PackError, file=str(path))
    return Channel(path.stem, file.name, file.aliases, file.dialect, MappingProxyType(file.facts))


def overlay(channel: Channel, path: Path) -> Channel:
    """The channel with the facts of a pack's file laid over its own."""
    file = decode(read_toml(path), _OverlayFile, error=PackError, file=str(path))
    return _with_facts(channel, file.facts)


def with_values(channel: Channel, values: Mapping[str, Any]) -> Channel:
    """The channel with a house's own values in place of some published ones; an unknown fact is a `PackError`."""
    facts: dict[str, Fact] = {}
    for name, value in values.items():
        if name not in channel.facts:
            raise PackError(f'{channel.name} states no fact "{name}"{nearest(name, channel.facts)}', key=name)
        facts[name] = _own(channel.facts[name], value, name)
    return _with_facts(channel, facts)


def _own(fact: Fact, value: Any, name: str) -> Fact:
    """A fact with the house's own value, which must be of the published one's kind."""
    value = tuple(value) if isinstance(value, list) else value
    if type(value) is not type(fact.value):
        raise PackError(f'"{name}" must be like the published value, {fact.value!r}, not {value!r}', key=name)
    return msgspec.structs.replace(fact, value=value, source="the house's own setting", note="")


def _with_facts(channel: Channel, facts: Mapping[str, Fact]) -> Channel:
    return msgspec.structs.replace(channel, facts=MappingProxyType({**channel.facts, **facts}))


class Channels(Mapping[str, Channel]):
    """Channels by id, in order of id; each file is read when its channel is first asked for."""

    def __init__(self, sources: Mapping[str, Path | Channel]) -> None:
        self._sources = dict(sorted(sources.items()))

    def __getitem__(self, channel: str) -> Channel:
        found = self._sources[channel]
        if isinstance(found, Path):
            found = self._sources[channel] = read(found)
        return found

    def __iter__(self) -> Iterator[str]:
        return iter(self._sources)

    def __len__(self) -> int:
        return len(self._sources)

    def with_(self, changed: Mapping[str, Channel]) -> Channels:
        """These channels, with some changed or added."""
        return Channels({**self._sources, **changed})


@cache
def builtin() -> Channels:
    """The channels that come with postlint."""
    return Channels({path.stem: path for path in (builtin_folder() / "channels").glob("*.toml")})


def find(name: str, channels: Mapping[str, Channel]) -> Channel:
    """The channel of that id or alias, in any case; a `PackError` with the nearest right name for any other."""
    if name.lower() in channels:
        return channels[name.lower()]
    names = {alias: channel for channel in channels.values() for alias in (channel.id, *channel.aliases)}
    if name.lower() not in names:
        raise PackError(f'no channel is called "{name}"{nearest(name.lower(), names)}')
    return names[name.lower()]
