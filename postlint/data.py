"""Where the built-in rules, channels and word lists stand, and how a TOML file is read."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from . import compiled
from .errors import PackError, PostlintError


@cache
def builtin_folder() -> Path:
    """The folder of the built-in pack: inside the installed package, else beside a checkout's pyproject.toml."""
    package = Path(__file__).parent
    installed, checkout = package / "rules", package.parent / "rules"
    if installed.is_dir():
        return installed
    if checkout.is_dir() and (package.parent / "pyproject.toml").is_file():
        return checkout
    raise PackError("the built-in rules are missing; install postlint again", file=str(installed))


def read_toml(path: Path, error: type[PostlintError] = PackError) -> dict[str, Any]:
    """The tables of a TOML file, or an `error` that names the file and the line; of a built-in rule no examples."""
    if builtin_folder() in path.parents:
        return _read_builtin(path)
    return parse_toml(read_text(path, error), path, error)


def _read_builtin(path: Path) -> dict[str, Any]:
    text = read_text(path)
    try:
        return compiled.tables(text, builtin_folder())
    except (ValueError, RecursionError):  # parsed again, for an error that names the line
        return parse_toml(text, path)


def read_text(path: Path, error: type[PostlintError] = PackError) -> str:
    """The text of a file in UTF-8, or an `error` that names it."""
    try:
        return path.read_bytes().decode("utf-8-sig")
    except OSError as problem:
        raise error(f"can't be read: {problem.strerror}", file=str(path)) from problem
    except UnicodeDecodeError as problem:
        raise error("is not UTF-8 text; save it as UTF-8", file=str(path)) from problem


def parse_toml(text: str, path: Path, error: type[PostlintError] = PackError) -> dict[str, Any]:
    """The tables of a file's text, or an `error` that names the file and the line."""
    import tomllib

    try:
        return tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as problem:
        raise error(f"is not valid TOML: {problem}", file=str(path)) from problem


def word_list(value: Any) -> Any:
    """A list of words as a tuple: written as a list, or one a line in a text. Any other value as it is."""
    if isinstance(value, str):
        return tuple(filter(None, map(str.strip, value.splitlines())))
    return tuple(value) if isinstance(value, list) and all(isinstance(item, str) for item in value) else value


def lexicon(name: str) -> dict[str, Any]:
    """The lists of a built-in lexicon, by key."""
    lists = read_toml(builtin_folder() / "lexicons" / f"{name}.toml")
    return {key: word_list(value) for key, value in lists.items() if key not in ("title", "source")}
