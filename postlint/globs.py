"""Patterns for files, as .gitignore has them: `*` within a name, `**` for any folders."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from fnmatch import fnmatchcase
from pathlib import Path


def fits_any(patterns: Iterable[str], path: str) -> bool:
    """Whether one of the patterns fits a path with slashes."""
    return any(fits(pattern, path) for pattern in patterns)


def fits(pattern: str, path: str) -> bool:
    """Whether a pattern fits a path, or a folder that holds it.

    A pattern without a slash fits a name at any depth; one with a slash starts where the config stands.
    """
    parts = path.split("/")
    names = pattern.strip("/").removeprefix("./").split("/")
    if len(names) == 1 and not pattern.startswith("/"):
        return any(fnmatchcase(part, names[0]) for part in parts)
    return _fits_parts(names, parts)


def _fits_parts(names: Sequence[str], parts: Sequence[str]) -> bool:
    """Whether the names fit the first parts: each step keeps all the places at which a match may stand."""
    places = {0}
    for name in names:
        if name == "**":
            places = set(range(min(places, default=len(parts)), len(parts))) if places else set()
        else:
            places = {at + 1 for at in places if at < len(parts) and fnmatchcase(parts[at], name)}
    return bool(places)


def from_folder(file: Path, folder: Path) -> str:
    """The path of a file as patterns see it: from the config's folder, with slashes; else from the root."""
    base = os.path.abspath(folder).rstrip(os.sep) + os.sep
    for place in (os.path.abspath(file), os.path.realpath(file)):
        if place.startswith(base):
            return place[len(base) :].replace(os.sep, "/")
    return os.path.abspath(file).replace(os.sep, "/").lstrip("/")
