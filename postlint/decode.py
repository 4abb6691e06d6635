"""Plain data into typed values, with an error that names the file, the key and the nearest right name."""

from __future__ import annotations

import re
from typing import Any, TypeVar

import msgspec

from .errors import PostlintError, nearest
from .expressions import expression

T = TypeVar("T")

_UNKNOWN = expression(r"unknown field `(?P<name>[^`]*)`")
_MISSING = expression(r"missing required field `(?P<name>[^`]*)`")
_TYPES = expression(r"Expected `(?P<want>[^`]*)`, got `(?P<got>[^`]*)`")
_CHOICE = expression(r"Invalid enum value '(?P<got>[^']*)'")
_PATH = expression(r" - at `\$?\.?(?P<path>[^`]*)`")
_PLAIN = {
    "str": "text", "int": "a whole number", "float": "a number", "bool": "true or false", "array": "a list",
    "object": "a table", "null": "nothing", "date": "a date like 2026-12-31",
    "datetime": "a moment like 2026-06-18T00:01:00+01:00",
}  # fmt: skip


def decode(data: Any, kind: type[T], *, error: type[PostlintError], file: str | None = None, lax: bool = False) -> T:
    """`data` as a `kind`. `lax` reads numbers, dates and true/false out of strings, as YAML's plain words need."""
    try:
        return msgspec.convert(data, kind, strict=not lax)
    except msgspec.ValidationError as problem:
        message, key = _in_plain_words(str(problem), kind)
        raise error(message, file=file, key=key) from problem


def _in_plain_words(problem: str, kind: Any) -> tuple[str, str]:
    """The library's message, said for a person who writes the file; and the key it is about."""
    at = _PATH.search(problem)
    path = at["path"] if at else ""
    if unknown := _UNKNOWN.search(problem):
        key = _join(path, unknown["name"])
        return f'unknown key "{key}"{nearest(unknown["name"], _keys(kind, path))}', key
    if missing := _MISSING.search(problem):
        key = _join(path, missing["name"])
        return f'the key "{key}" is missing; add it', key
    if types := _TYPES.search(problem):
        want = " or ".join(_PLAIN.get(name.strip(), name.strip()) for name in types["want"].split("|"))
        return f'"{path}" must be {want}, not {_PLAIN.get(types["got"], types["got"])}', path
    if choice := _CHOICE.search(problem):
        return f'"{path}" can\'t be "{choice["got"]}"; use one of {", ".join(_choices(kind, path))}', path
    if "encoded datetime" in problem:
        return f'"{path}" must be {_PLAIN["datetime"]}', path
    return f'"{path}": {problem[: at.start()] if at else problem}', path


def _join(path: str, name: str) -> str:
    """`name` inside `path`, with dots."""
    return f"{path}.{name}" if path else name


def _at(kind: Any, path: str) -> Any:
    """The type of what stands at `path`; for a path that can't be followed, as far as it can."""
    for name in re.findall(r"[\w-]+", re.sub(r"\[\d*\]", "", path)):
        kind = _inner(kind, name)
    return kind


def _choices(kind: Any, path: str) -> list[str]:
    """The words that may stand at `path`."""
    return [word for word in _kinds(_at(kind, path)) if isinstance(word, str)]


def _keys(kind: Any, path: str) -> set[str]:
    """The names that are known at `path` inside `kind`; for a path that can't be followed, the top ones."""
    kind = next((k for k in _kinds(_at(kind, path)) if hasattr(k, "__struct_encode_fields__")), None)
    return set(kind.__struct_encode_fields__) if kind else set()


def _inner(kind: Any, name: str) -> Any:
    """The type of the field `name` of any struct that `kind` may hold."""
    for struct in _kinds(kind):
        if hasattr(struct, "__struct_fields__"):
            for info in msgspec.structs.fields(struct):
                if info.encode_name == name:
                    return info.type
    return kind


def _kinds(kind: Any) -> list[Any]:
    """The type itself and every type it is made of: tuple[Media, ...] holds Media."""
    return [kind, *(inner for arg in getattr(kind, "__args__", ()) for inner in _kinds(arg))]
