"""The built-in pack's tables, kept in the user's cache folder, so that its TOML needn't be parsed at every start.

Each file's tables stand under the very text that they were parsed from, so they can't be out of date: a text that
has changed is not found, and then the whole pack is compiled anew. What is kept is MessagePack, which holds plain
data and can't run anything. Where nothing can be kept, all works as it would otherwise, and starts later.
"""

from __future__ import annotations

import datetime as dt
import os
import re
import sys
from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any, TypeAlias
from zlib import crc32

from msgspec import MsgspecError, Raw, msgpack

from .expressions import expression

Kept: TypeAlias = dict[str, Raw]
"""Tables as MessagePack, by the text that they were parsed from."""

_EXAMPLES = expression(r"^\[\[(?:fail|pass)\]\]", re.MULTILINE)
_TABLE = expression(r"^\[.*$", re.MULTILINE)

_KINDS: tuple[type[dt.date | dt.time], ...] = (dt.datetime, dt.date, dt.time)
"""What TOML knows and MessagePack doesn't, each kept under its number here; a datetime is a date as well."""


def tables(text: str, folder: Path) -> dict[str, Any]:
    """The tables of a file's text in the pack in `folder`, as they were kept or as they are `parsed` now."""
    for kept in (_read, _made):
        if (found := kept(folder).get(text)) is not None:
            with suppress(MsgspecError, ValueError, LookupError):
                return unpacked(found)
    return parsed(text)


def parsed(text: str) -> dict[str, Any]:
    """The tables of a text, but no examples of a rule: linting needs none. Only at the end of a file are they spared.

    The errors are those of tomllib.
    """
    import tomllib

    found = _EXAMPLES.search(text)
    if found is None or any(table not in ("[[fail]]", "[[pass]]") for table in _TABLE.findall(text, found.start())):
        return tomllib.loads(text)
    return tomllib.loads(text[: found.start()])


def packed(read: dict[str, Any]) -> Raw:
    """Tables as they are kept. An integer of more than 64 bits is an `OverflowError`."""
    return Raw(msgpack.encode(_plain(read)))


def unpacked(kept: Raw) -> dict[str, Any]:
    """The tables that were packed."""
    read: dict[str, Any] = msgpack.decode(kept, ext_hook=_moment)
    return read


def _plain(value: Any) -> Any:
    """A value of a table, with its dates and times as something that MessagePack knows."""
    if isinstance(value, dict):
        return {key: _plain(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_plain(inner) for inner in value]
    for number, kind in enumerate(_KINDS):
        if isinstance(value, kind):
            return msgpack.Ext(number, value.isoformat().encode())
    return value


def _moment(number: int, said: memoryview) -> dt.date | dt.time:
    return _KINDS[number].fromisoformat(str(said, "ascii"))


@cache
def _read(folder: Path) -> Kept:
    """What was kept by an earlier run; nothing where that can't be read."""
    try:
        return msgpack.decode(place(folder).read_bytes(), type=Kept)
    except (OSError, RuntimeError, MsgspecError, ValueError):
        return {}


@cache
def _made(folder: Path) -> Kept:
    """The whole pack, compiled now, and kept for the next run where that can be done."""
    from . import atomic

    found = dict(_each(folder))
    try:
        place(folder).parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        atomic.write(place(folder), msgpack.encode(found))
    except (OSError, RuntimeError):
        pass
    return found


def _each(folder: Path) -> Iterator[tuple[str, Raw]]:
    """The texts of the pack with their tables. One that can't be read is left to whoever asks for it, who says so."""
    for path in sorted(folder.rglob("*.toml")):
        try:
            text = path.read_bytes().decode("utf-8-sig")
            yield text, packed(parsed(text))
        except (OSError, ValueError, OverflowError, RecursionError):
            continue


def place(folder: Path) -> Path:
    """The file in which the tables of the pack in `folder` are kept. A `RuntimeError` where the user has no home."""
    return _cache_folder() / "postlint" / f"pack-{crc32(str(folder).encode()):08x}.msgpack"


def _cache_folder() -> Path:
    """Where this system wants what programs can do without."""
    if named := os.environ.get("XDG_CACHE_HOME"):
        return Path(named)
    if sys.platform == "win32":
        return Path.home() / "AppData" / "Local"
    return Path.home() / ("Library/Caches" if sys.platform == "darwin" else ".cache")
