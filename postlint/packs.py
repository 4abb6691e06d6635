"""Finds packs and reads them into a `Rulebook`: the built-in one, installed ones, and a project's own folders.

A pack is a folder of TOML files. Those under channels/ and lexicons/ are channels and word lists; every other
one is a rule. Only an installed pack may bring checks of its own, so that a folder under review never runs code.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from msgspec import Struct

from . import channels as channel_files
from .channels import Channels
from .data import builtin_folder, read_toml, word_list
from .errors import PackError, nearest
from .model import Channel, Rule
from .rulefile import Lexicons, read_rule

_GROUP = "postlint.packs"
_NOT_RULES = frozenset({"channels", "lexicons"})


class Pack(Struct, frozen=True):
    """A folder of rules. `prefix` goes before the ids of an installed pack's rules."""

    folder: Path
    prefix: str = ""
    checks: tuple[str, ...] = ("postlint.checks",)


class Rulebook(Struct, frozen=True):
    """All that the packs hold: rules in order of id, and channels by id."""

    rules: tuple[Rule, ...]
    channels: Channels


def builtin() -> Pack:
    """The pack that comes with postlint."""
    return Pack(builtin_folder())


def project(folder: Path) -> Pack:
    """A folder of a project's own rules; it may use the built-in checks only."""
    if not folder.is_dir():
        raise PackError("no such folder of rules; check packs in the config", file=str(folder))
    return Pack(folder.resolve())


def installed() -> Iterator[Pack | PackError]:
    """The packs that installed packages offer under the entry point group `postlint.packs`, in order of name."""
    if not _any_offered():
        return
    from importlib.metadata import entry_points

    for entry in sorted(entry_points(group=_GROUP), key=lambda entry: (entry.name, entry.value)):
        try:
            package = entry.load()
            yield Pack(Path(package.__file__).parent / "rules", f"{entry.name}/", _checks(package.__name__))
        except Exception as problem:  # whatever a stranger's package raises while it loads
            yield PackError(f'the installed pack "{entry.name}" ({entry.value}) can\'t be loaded: {problem!r}')


def _any_offered() -> bool:
    """Whether any installed package names the group: a quick look that spares most runs a slow import."""
    for folder in sys.path:
        if os.path.isfile(folder):
            return True  # a zip: let the library look inside
        for name in _names_in(folder or "."):
            if name.endswith("-info") and _offers(os.path.join(folder, name, "entry_points.txt")):
                return True
    return False


def _names_in(folder: str) -> list[str]:
    try:
        return os.listdir(folder)
    except OSError:
        return []


def _offers(entries: str) -> bool:
    """Whether a package's list of entry points, if it has one, names the group."""
    try:
        with open(entries, "rb") as file:
            return _GROUP.encode() in file.read()
    except OSError:
        return False


def _checks(package: str) -> tuple[str, ...]:
    from importlib.util import find_spec

    own = f"{package}.checks"
    return (own, "postlint.checks") if find_spec(own) else ("postlint.checks",)


def load(packs: Iterable[Pack]) -> tuple[Rulebook, list[PackError]]:
    """The packs' rules and channels, and what could not be read. A pack that comes twice counts once."""
    channels: dict[str, Channel] = {}
    rules: dict[str, Rule] = {}
    problems: list[PackError] = []
    for pack in dict.fromkeys(packs):
        problems += _add_channels(pack, channels)
        problems += _add_rules(pack, rules)
    ordered = tuple(rule for _, rule in sorted(rules.items()))
    all_channels = channel_files.builtin().with_(channels)
    problems += [problem for rule in ordered for problem in _unknown_channels(rule, all_channels)]
    return Rulebook(ordered, all_channels), problems


def _add_rules(pack: Pack, rules: dict[str, Rule]) -> Iterator[PackError]:
    lexicons = _lexicons(pack.folder)
    for path in _rule_files(pack.folder):
        rule_id = pack.prefix + path.relative_to(pack.folder).with_suffix("").as_posix()
        try:
            rule = read_rule(path, rule_id, pack.checks, lexicons, tested=pack.folder == builtin_folder())
            if rule_id in rules:
                raise PackError(
                    f'the id "{rule_id}" is taken by {rules[rule_id].file}; rename this file', file=str(path)
                )
            rules[rule_id] = rule
        except PackError as problem:
            yield problem


def _rule_files(folder: Path) -> list[Path]:
    """A pack's rules, in order. `os.walk` is quicker than `Path.rglob`, and leaves out whole folders."""
    found: list[Path] = []
    for place, folders, files in os.walk(folder):
        if place == str(folder):
            folders[:] = sorted({*folders} - _NOT_RULES)
        found += (Path(place, name) for name in files if name.endswith(".toml"))
    return sorted(found)


def _add_channels(pack: Pack, channels: dict[str, Channel]) -> Iterator[PackError]:
    """A pack's channels. One that is known already gets the pack's facts on top of its own."""
    for path in sorted((pack.folder / "channels").glob("*.toml")) if pack.folder != builtin_folder() else []:
        try:
            known = channels.get(path.stem) or channel_files.builtin().get(path.stem)
            channels[path.stem] = channel_files.overlay(known, path) if known else channel_files.read(path)
        except PackError as problem:
            yield problem


def _unknown_channels(rule: Rule, channels: Mapping[str, Channel]) -> Iterator[PackError]:
    """Channels that a rule names and nobody describes."""
    for name in rule.when.channels:
        if name not in channels:
            yield PackError(f'unknown channel "{name}"{nearest(name, channels)}', file=rule.file, key="when.channels")


def _lexicons(folder: Path) -> Lexicons:
    """Looks up a pack's word lists: its own first, then the built-in ones. Each file is read once."""
    read = cache(read_toml)

    def words(name: str, key: str) -> Any:
        for path in (folder / "lexicons" / f"{name}.toml", builtin_folder() / "lexicons" / f"{name}.toml"):
            if path.is_file() and Path(name).name == name:
                lists = read(path)
                if key in lists:
                    return word_list(lists[key])
                raise PackError(f'there is no list "{key}" here{nearest(key, lists)}', file=str(path))
        known = [path.stem for path in (builtin_folder() / "lexicons").glob("*.toml")]
        raise PackError(f'there is no word list "{name}"{nearest(name, known)}')

    return words
