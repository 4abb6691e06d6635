"""One TOML file into one `Rule`. The id of a rule is its path inside the pack."""

from __future__ import annotations

import importlib
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct, field

from . import applies
from .data import parse_toml, read_text, read_toml
from .decode import decode
from .errors import PackError, nearest
from .model import Check, Level, Rule, Source, When
from .options import bind
from .terms import Terms

Lexicons = Callable[[str, str], Any]
"""Looks up a word list by its name and the key inside it."""

_ID = re.compile(r"[a-z0-9]+(?:[-/][a-z0-9]+)*\Z")


class Example(Struct, frozen=True):
    """A post that a rule must flag, exactly `at` these words, or must leave alone."""

    text: str
    channel: str = "twitter"
    at: tuple[str, ...] | None = None
    fixed: str | None = None
    brief: Mapping[str, Any] = field(default_factory=dict)
    config: Mapping[str, Any] = field(default_factory=dict)
    note: str = ""


class _ExampleFile(Struct, frozen=True, forbid_unknown_fields=True):
    text: str
    channel: str = "twitter"
    at: list[str] | None = None
    fixed: str | None = None
    brief: dict[str, Any] = {}
    config: dict[str, Any] = {}
    note: str = ""


class RuleFile(Struct, frozen=True, forbid_unknown_fields=True, rename="kebab"):
    """The keys of a rule file, as they are written."""

    title: str
    level: Level
    message: str
    why: str
    check: str
    options: dict[str, Any] = {}
    when: dict[str, Any] = {}
    weight: float = 1.0
    enabled: bool = True
    grades: dict[str, Level] = {}
    source: list[Source] = []
    fail: list[_ExampleFile] = []
    pass_: list[_ExampleFile] = []

    @classmethod
    def read(cls, path: Path) -> RuleFile:
        """The keys of the file at `path`, or a `PackError` that names the key and the nearest right name."""
        return decode(parse_toml(read_text(path), path), cls, error=PackError, file=str(path))

    @classmethod
    def read_head(cls, path: Path) -> RuleFile:
        """The keys of a built-in rule without its examples, which take most of the reading."""
        return decode(read_toml(path), cls, error=PackError, file=str(path))


def read_rule(path: Path, rule_id: str, checks: tuple[str, ...], lexicons: Lexicons, *, tested: bool = False) -> Rule:
    """The rule in a file; or a `PackError`. `checks` are the packages in which its check may stand.

    The examples of a `tested` rule are known to be sound, and aren't read.
    """
    if not _ID.match(rule_id):
        raise PackError(f'the rule\'s name "{rule_id}" may hold small letters, digits and hyphens only', file=str(path))
    file = RuleFile.read_head(path) if tested else RuleFile.read(path)
    _insist(file, path)
    check = find_check(file.check, checks, str(path))
    options = {key: _with_words(value, lexicons, str(path)) for key, value in file.options.items()}
    rule = Rule(
        id=rule_id, title=file.title, level=file.level, message=file.message, why=file.why.strip(),
        check=check, check_name=file.check, options=bind(check, options, str(path)),
        when=_when(file.when, lexicons, str(path)), weight=file.weight, enabled=file.enabled,
        sources=tuple(file.source), file=str(path), grades=file.grades,
    )  # fmt: skip
    applies.insist(rule)
    return rule


def read_examples(rule: Rule) -> tuple[tuple[Example, ...], tuple[Example, ...]]:
    """What a rule must flag, and what it must leave alone."""
    file = RuleFile.read(Path(rule.file))
    return tuple(map(_example, file.fail)), tuple(map(_example, file.pass_))


def _insist(file: RuleFile, path: Path) -> None:
    """What every rule owes its reader: a reason, a source, examples, and a weight that can be added up."""
    if not (file.title.strip() and file.message.strip() and file.why.strip()):
        raise PackError("title, message and why must say something", file=str(path))
    if not 0 <= file.weight <= 1000:
        raise PackError('"weight" must lie between 0 and 1000', file=str(path), key="weight")
    if not file.source:
        said = "a rule needs a source; add a [[source]] with title, url and checked"
        raise PackError(said, file=str(path), key="source")


def find_check(name: str, packages: tuple[str, ...], file: str) -> Check:
    """The function `check` of the module `name` in the first of the packages that has it."""
    for package in packages if re.fullmatch(r"[a-z][a-z0-9_]*", name) else ():
        try:
            check: Check = importlib.import_module(f"{package}.{name}").check
        except ModuleNotFoundError as problem:
            if problem.name not in (package, f"{package}.{name}"):
                raise
        else:
            return check
    raise PackError(f'there is no check "{name}"{nearest(name, _check_names(packages))}', file=file, key="check")


def _check_names(packages: tuple[str, ...]) -> list[str]:
    import pkgutil

    modules = [importlib.import_module(package) for package in packages]
    return [found.name for module in modules for found in pkgutil.iter_modules(module.__path__)]


def _with_words(value: Any, lexicons: Lexicons, file: str) -> Any:
    """`{ lexicon = "…" }` into its words; any other value as it is."""
    if not (isinstance(value, dict) and "lexicon" in value):
        return value
    if unknown := value.keys() - {"lexicon", "key"}:
        raise PackError(f'unknown key "{min(unknown)}" beside "lexicon"{nearest(min(unknown), ["key"])}', file=file)
    try:
        return lexicons(value["lexicon"], value.get("key", "terms"))
    except PackError as problem:
        problem.file = problem.file or file
        raise


def _when(data: Mapping[str, Any], lexicons: Lexicons, file: str) -> When:
    when = decode(data, When, error=PackError, file=file)
    lists = {"about": when.about, "unless_about": when.unless_about}
    terms = {key: Terms(_with_words(words, lexicons, file)) for key, words in lists.items() if words is not None}
    return msgspec.structs.replace(when, **terms) if terms else when


def _example(file: _ExampleFile) -> Example:
    at = None if file.at is None else tuple(file.at)
    return Example(file.text, file.channel, at, file.fixed, file.brief, file.config, file.note)
