"""A config that extends another: the files in turn, the closest first, and their tables laid over each other."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from msgspec import Struct

from .data import read_toml
from .errors import ConfigError

PYPROJECT = "pyproject.toml"


class Layer(Struct, frozen=True):
    """One config file and the table in it."""

    file: Path
    table: dict[str, Any]

    @property
    def prefix(self) -> tuple[str, ...]:
        """The names of the table that holds the settings: none in a file of postlint's own."""
        return ("tool", "postlint") if self.file.name == PYPROJECT else ()


def layers(file: Path) -> tuple[Layer, ...]:
    """The file, the one that it extends, and so on; a `ConfigError` where one is missing or they go in a circle."""
    found: list[Layer] = []
    seen: set[Path] = set()
    following: Path | None = file
    while following is not None:
        if following.resolve() in seen:
            said = f"extend leads in a circle, back to {following}; take one out"
            raise ConfigError(said, file=str(found[-1].file), key="extend")
        seen.add(following.resolve())
        layer = _read(following, found[-1].file if found else None)
        found.append(layer)
        following = _extended(layer)
    return tuple(found)


def _read(file: Path, child: Path | None) -> Layer:
    if child is not None and not file.is_file():
        raise ConfigError(f"extend: there is no file {file}; check its name", file=str(child), key="extend")
    table = read_toml(file, ConfigError)
    for name in ("tool", "postlint") if file.name == PYPROJECT else ():
        table = table.get(name, {})
    return Layer(file, table)


def _extended(layer: Layer) -> Path | None:
    name = layer.table.get("extend")
    return layer.file.parent / name if isinstance(name, str) and name else None


def merged(found: tuple[Layer, ...]) -> dict[str, Any]:
    """One table: what a file says wins over what it extends; tables are laid over each other, lists are not."""
    table: dict[str, Any] = {}
    for layer in reversed(found):
        own = {key: value for key, value in layer.table.items() if key != "extend" or layer is found[0]}
        table = overlaid(table, own if layer is found[0] else _moved(own, layer.file.parent))
    return table


def _moved(table: dict[str, Any], folder: Path) -> dict[str, Any]:
    """An extended table, its folders of rules as seen from anywhere."""
    packs = table.get("packs")
    return {**table, "packs": [str((folder / name).resolve()) for name in packs]} if isinstance(packs, list) else table


def overlaid(below: dict[str, Any], above: dict[str, Any]) -> dict[str, Any]:
    """The tables with all keys of both, those of `above` where both have one."""
    both = {key: overlaid(below[key], value) for key, value in above.items() if _both_tables(below.get(key), value)}
    return {**below, **above, **both}


def _both_tables(one: object, other: object) -> bool:
    return isinstance(one, dict) and isinstance(other, dict)
