"""`--show-config`: each setting that holds for a draft, and where it comes from; itself a TOML file."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct

from . import config as configs
from .config import Settings
from .houses import overriding
from .tomlplaces import line_of

_WIDTH = 60
_BARE = re.compile(r"[A-Za-z0-9_-]+\Z")


def shown(file: Path, settings: Settings, adjusted: Settings) -> str:
    """The settings of a file as lines `key = value  # where`; `adjusted` has the command's options on top."""
    patterns = overriding(settings, file)
    lines = [f"# {file}"]
    for path, value in _leaves(adjusted.config, ()):
        before = _at(configs.overridden(settings, patterns).config, path)
        where = _origin(path, settings, patterns) if before == value else f"--{path[0]}"
        key = ".".join(name if _BARE.match(name) else json.dumps(name) for name in path)
        said = f"# {key} is not set" if value is None else f"{key} = {_toml(value)}"
        lines.append(f"{said:<{_WIDTH}}  # {where}" if value is not None else said)
    return "\n".join(lines)


def _leaves(value: Any, path: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], Any]]:
    """Every setting by its path: tables are gone into, lists are one value."""
    if isinstance(value, Struct):
        for field in msgspec.structs.fields(value):
            yield from _leaves(getattr(value, field.name), (*path, field.encode_name))
    elif isinstance(value, dict):
        for name, inner in value.items():
            yield from _leaves(inner, (*path, name))
    else:
        yield path, value


def _at(value: Any, path: Sequence[str]) -> Any:
    """The value at a path, or None where there is nothing."""
    for name in path:
        value = value.get(name) if isinstance(value, dict) else getattr(value, name.replace("-", "_"), None)
    return value


def _origin(path: tuple[str, ...], settings: Settings, patterns: Sequence[str]) -> str:
    """The file and the line that a setting comes from: under the last pattern that has it, else in the closest file."""
    for key in [*(("per-file", pattern, *path) for pattern in reversed(patterns)), path]:
        for layer in settings.layers:
            if _is_in(layer.table, key):
                line = line_of(layer.file.read_text("utf-8-sig"), ".".join((*layer.prefix, *key)))
                return f"{layer.file}:{line}"
    return "default"


def _is_in(table: Any, path: Sequence[str]) -> bool:
    for name in path:
        if not isinstance(table, dict) or name not in table:
            return False
        table = table[name]
    return True


def _toml(value: Any) -> str:
    plain = msgspec.to_builtins(value, builtin_types=())
    if isinstance(plain, dict):
        return f"{{ {', '.join(f'{json.dumps(k)} = {_toml(v)}' for k, v in plain.items() if v is not None)} }}"
    if isinstance(plain, (list, tuple)):
        return f"[{', '.join(map(_toml, plain))}]"
    return json.dumps(plain, ensure_ascii=False)
