"""The reading of Bluesky: full handles, links after a blank, hashtags of any non-blank characters, short cashtags."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from ..model import Span
from .domains import top_level_domains
from .emoji import emoji

_BEFORE = r"(?:(?<=[\s(])|^)"
_URL = re.compile(
    rf"{_BEFORE}(?:https?://\S+|(?P<host>[a-z][a-z0-9]*+(?:\.[a-z0-9]++)++)\S*)", re.IGNORECASE | re.MULTILINE
)
_MENTION = re.compile(rf"{_BEFORE}@(?P<handle>[A-Za-z0-9.\-]*[A-Za-z0-9])", re.MULTILINE)
_CASHTAG = re.compile(rf"{_BEFORE}\$[A-Za-z][A-Za-z0-9]{{0,4}}(?=[\s.,;:!?)\"'\u2019]|\Z)")
_INVISIBLE = "\u00ad\u2060\u200a\u200b\u200c\u200d\u20e2"
_HASHTAG = re.compile(rf"(?:(?<=\s)|^)[#＃](?!\ufe0f)(?P<body>[^\s{_INVISIBLE}]+)", re.MULTILINE)
_LONGEST_TAG = 64


def find(text: str) -> Iterator[tuple[str, Span]]:
    """The links, hashtags, mentions, cashtags and emoji, each with its kind."""
    if "." in text or "://" in text:
        yield from (("url", span) for span in _urls(text))
    if "@" in text:
        yield from (("mention", span) for span in _mentions(text))
    if "#" in text or "＃" in text:
        yield from (("hashtag", span) for span in _hashtags(text))
    if "$" in text:
        yield from (("cashtag", Span(*found.span())) for found in _CASHTAG.finditer(text))
    yield from (("emoji", span) for span in emoji(text))


def _urls(text: str) -> Iterator[Span]:
    """Links, without one last mark of punctuation, and without a bracket that was opened before them."""
    for found in _URL.finditer(text):
        if found["host"] and not _is_host(found["host"]):
            continue
        end = found.end() - 1 if text[found.end() - 1] in ".,;:!?" else found.end()
        if text[end - 1] == ")" and "(" not in text[found.start() : end]:
            end -= 1
        yield Span(found.start(), end)


def _mentions(text: str) -> Iterator[Span]:
    """Handles, which are names of hosts; a bare @name is none."""
    for found in _MENTION.finditer(text):
        if _is_host(found["handle"]) or found["handle"].endswith(".test"):
            yield Span(*found.span())


def _is_host(name: str) -> bool:
    """Whether a name has a dot and ends in a top-level domain in small letters."""
    before, dot, ending = name.rpartition(".")
    return bool(before and dot) and ending in top_level_domains()


def _hashtags(text: str) -> Iterator[Span]:
    """Tags, without punctuation at their end, that hold more than digits and punctuation."""
    for found in _HASHTAG.finditer(text):
        body = _punctuation_at_end().sub("", found["body"])
        if 0 < len(body) <= _LONGEST_TAG and _more_than_digits().search(body):
            yield Span(found.start(), found.start("body") + len(body))


@cache
def _punctuation_at_end() -> Any:
    import regex

    return regex.compile(r"\p{P}++\Z")


@cache
def _more_than_digits() -> Any:
    import regex

    return regex.compile(r"[^\d\p{P}]")
