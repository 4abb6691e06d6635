"""Binds the options of a rule file to the parameters of its check: the signature is the schema.

A value `{ fact = "…" }` stands for what the channel at hand states, so a rule that names a fact
applies to the channels that state it; `{ fact = "…", optional = true }` is None elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from types import FunctionType
from typing import Any, cast, get_args

import msgspec
from msgspec import Struct

from .errors import PackError, nearest
from .language import Patterns
from .model import Channel, Check, Fact
from .terms import Terms

INJECTED = frozenset({"now", "settings"})
"""The parameters that the engine gives to a check that names them."""


class FactRef(Struct, frozen=True, forbid_unknown_fields=True):
    """A fact by its name, to be looked up in each channel."""

    fact: str
    optional: bool = False


class _Option(Struct, frozen=True):
    kind: Any
    required: bool


def injected(check: Check) -> frozenset[str]:
    """The names that the check wants from the engine."""
    return INJECTED & set(_parameters(check))


def bind(
    check: Check, given: Mapping[str, Any], file: str, table: str = "", *, partial: bool = False
) -> dict[str, Any]:
    """The options, each as the type the check asks for; a `PackError` for one it doesn't know, lacks or can't read.

    `table` is what the key of an error begins with. `partial` options are laid over others, so none has to be there.
    """
    known = _options(check)
    if unknown := sorted(given.keys() - known.keys()):
        said = f'the check knows no option "{unknown[0]}"{nearest(unknown[0], known)}'
        raise PackError(said, file=file, key=f"{table}options.{unknown[0]}")
    for name, option in known.items():
        if option.required and name not in given and not partial:
            raise PackError(f'the check needs the option "{name}"; add it under options', file=file, key="options")
    return {name: _value(value, known[name].kind, f"options.{name}", file) for name, value in given.items()}


@cache
def _options(check: Check) -> dict[str, _Option]:
    """What a rule file may give: the keyword-only parameters of a check but those that the engine gives."""
    written = _written(check)
    given = (name for name in _parameters(check) if name not in INJECTED)
    return {name: _Option(_kind(written, name), name not in (written.__kwdefaults__ or {})) for name in given}


def _parameters(check: Check) -> tuple[str, ...]:
    """The keyword-only parameters of a check, read without `inspect.signature`, which takes long for so many."""
    code = _written(check).__code__
    return code.co_varnames[code.co_argcount :][: code.co_kwonlyargcount]


def _written(check: Check) -> FunctionType:
    """The function as it is written in its file, whatever is laid around it."""
    while wrapped := getattr(check, "__wrapped__", None):
        check = wrapped
    return cast(FunctionType, check)


def _kind(check: FunctionType, name: str) -> Any:
    """The type of a parameter. Most stand as one word, such as Terms, which is looked up where the check can see it."""
    kind = check.__annotations__.get(name, Any)
    if not isinstance(kind, str):
        return kind
    return check.__globals__[kind] if kind in check.__globals__ else eval(kind, check.__globals__)


def _value(value: Any, kind: Any, key: str, file: str) -> Any:
    if isinstance(value, dict) and "fact" in value:
        return _convert(value, FactRef, key, file)
    if Fact in (kind, *get_args(kind)):
        raise PackError(f'"{key}" must name a fact of the channel, like {{ fact = "length" }}', file=file, key=key)
    return _convert(value, kind, key, file)


def _convert(value: Any, kind: Any, key: str, file: str) -> Any:
    try:
        return msgspec.convert(value, kind, dec_hook=_special)
    except (msgspec.ValidationError, NotImplementedError, ValueError) as problem:
        raise PackError(f'"{key}": {problem}', file=file, key=key) from problem


def _special(kind: Any, value: Any) -> Any:
    """Word lists, token patterns and regular expressions, out of the plain data that stand in the file."""
    if kind is Terms:  # of a table of words and better words, the words
        return Terms(msgspec.convert(list(value) if isinstance(value, dict) else value, tuple[str, ...]))
    if kind is Patterns:
        return Patterns(msgspec.convert(value, list[list[dict[str, Any]]]))
    if kind is re.Pattern or getattr(kind, "__name__", "") == "Pattern":
        return _compiled(msgspec.convert(value, str))
    raise NotImplementedError(f"options of type {kind} can't be given in a rule file")


def _compiled(pattern: str) -> Any:
    import regex

    try:
        return regex.compile(pattern, regex.VERSION1)
    except regex.error as problem:
        raise ValueError(f"is not a regular expression: {problem}") from problem


def for_channel(check: Check, options: Mapping[str, Any], channel: Channel) -> dict[str, Any] | None:
    """The options with the channel's facts in them, or None where a fact that is needed is not stated."""
    settled: dict[str, Any] = {}
    for name, value in options.items():
        fact = channel.facts.get(value.fact) if isinstance(value, FactRef) else None
        if isinstance(value, FactRef) and fact is None and not value.optional:
            return None
        settled[name] = _as_asked(check, name, fact) if isinstance(value, FactRef) else value
    return settled


def _as_asked(check: Check, name: str, fact: Fact | None) -> Any:
    """The fact itself for a check that asks for one, else its bare value."""
    kind = _options(check)[name].kind
    wants_fact = Fact in (kind, *get_args(kind))
    return fact if fact is None or wants_fact else fact.value
