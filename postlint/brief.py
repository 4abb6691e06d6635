"""The brief: the YAML between two lines of three hyphens at the top of a draft.

Every plain word is read as text first and given its type by the key it stands under, so that
`no` is a word and not false, and a title may be a number.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping
from typing import Any

import yaml
from msgspec import Struct

from .decode import decode
from .errors import DraftError
from .media import media_kind
from .model import Acknowledgement, Brief, Media, MediaKind, Span, Visibility

_STEP = re.compile(r"\[(\d+)\]|([^.\[\]]+)")


class _Base(Struct, frozen=True, forbid_unknown_fields=True, rename="kebab"):
    """What the tables of a brief have in common."""


class _MediaItem(_Base, frozen=True):
    file: str
    alt: str | None = None
    kind: MediaKind | None = None
    captions: bool | None = None


class _IgnoreItem(_Base, frozen=True):
    rule: str
    reason: str
    until: dt.date | None = None


class _Postlint(_Base, frozen=True):
    ignore: list[_IgnoreItem] = []


class BriefFile(_Base, frozen=True):
    """The keys of a brief, as they are written."""

    channels: str | list[str] = []
    title: str = ""
    goal: str = ""
    audience: str = ""
    publish: str = ""
    visibility: Visibility | None = None
    account: str | None = None
    campaign: str = ""
    in_reply_to: str = ""
    content_warning: str = ""
    media: list[str | _MediaItem] = []
    postlint: _Postlint = _Postlint()


class _Composer(yaml.SafeLoader):
    """Reads YAML into nodes. Aliases are refused: a few lines of them can stand for millions."""

    def compose_node(self, parent: Any, index: Any) -> Any:
        if self.check_event(yaml.AliasEvent):
            raise yaml.MarkedYAMLError(
                problem="aliases (*name) are not read",
                problem_mark=self.peek_event().start_mark,  # type: ignore[no-untyped-call]
            )
        return super().compose_node(parent, index)


def read_brief(text: str, start: int, path: str | None) -> Brief:
    """The brief in `text`, whose first character is at `start` in the file; or a `DraftError` that names the key."""
    node = _compose(text, path)
    if node is None:
        return Brief()
    try:
        file = decode(_plain(node, path), BriefFile, error=DraftError, file=path, lax=True)
        return _brief(file, lambda key: _span(node, key, start))
    except DraftError as error:
        error.file, error.line = path, _line(node, error.key or "")
        error.message = f"in the brief, {error.message}"
        raise


def from_table(table: Mapping[str, Any]) -> Brief:
    """A brief out of a table, as it stands in a rule's example."""
    return _brief(decode(dict(table), BriefFile, error=DraftError, lax=True), lambda _: None)


def _compose(text: str, path: str | None) -> Any:
    try:
        node = _Composer(text).get_single_node()
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        said = getattr(error, "problem", None) or "it is not YAML"
        raise DraftError(f"the brief can't be read: {said}; see the README for an example", file=path,
                         line=mark.line + 2 if mark else 1) from error  # fmt: skip
    except RecursionError as error:
        raise DraftError("the brief can't be read: it is nested too deeply", file=path, line=1) from error
    if node is not None and not isinstance(node, yaml.MappingNode):
        said = "the brief must hold lines like `channels: [twitter]` between its two lines of ---"
        raise DraftError(said, file=path, line=1)
    return node


def _plain(node: Any, path: str | None) -> Any:
    """Nodes into text, lists and tables; an empty value counts as not given."""
    if isinstance(node, yaml.ScalarNode):
        return node.value
    if isinstance(node, yaml.SequenceNode):
        return [_plain(item, path) for item in node.value]
    table: dict[str, Any] = {}
    for key, value in node.value:
        if key.value in table:
            raise DraftError(f'the key "{key.value}" stands twice; keep one', file=path, key=str(key.value))
        if not isinstance(value, yaml.ScalarNode) or value.value or value.style:
            table[str(key.value)] = _plain(value, path)
    return table


def _brief(file: BriefFile, place: Callable[[str], Span | None]) -> Brief:
    channels = re.split(r"[,\s]+", file.channels) if isinstance(file.channels, str) else file.channels
    return Brief(
        channels=tuple(channel for channel in channels if channel),
        title=file.title,
        goal=file.goal,
        audience=file.audience,
        publish=_moment(file.publish),
        visibility=file.visibility,
        account=_account(file.account),
        campaign=file.campaign,
        in_reply_to=file.in_reply_to,
        content_warning=file.content_warning,
        media=tuple(_media(item, place(f"media[{i}]")) for i, item in enumerate(file.media)),
        ignore=tuple(
            _acknowledgement(item, i, place(f"postlint.ignore[{i}]")) for i, item in enumerate(file.postlint.ignore)
        ),
    )


def _media(item: str | _MediaItem, place: Span | None) -> Media:
    if isinstance(item, str):
        return Media(item, media_kind(item), place=place)
    return Media(item.file, item.kind or media_kind(item.file), item.alt, item.captions, place)


def _acknowledgement(item: _IgnoreItem, index: int, place: Span | None) -> Acknowledgement:
    if not item.reason.strip():
        raise DraftError(f'a reason is missing for ignoring "{item.rule}"; say who agreed it and why',
                         key=f"postlint.ignore[{index}]")  # fmt: skip
    return Acknowledgement(item.rule, item.reason.strip(), item.until, place)


def _account(name: str | None) -> Any:
    known = ("official", "professional", "personal")
    if name is not None and name not in known:
        raise DraftError(f'"account" must be one of {", ".join(known)}', key="account")
    return name


def _moment(text: str) -> dt.datetime | dt.date | None:
    """A day, or a day and a time; other words are an error, since a date that is not read can't be checked."""
    if not text:
        return None
    try:
        return dt.date.fromisoformat(text) if len(text) == 10 else dt.datetime.fromisoformat(text)
    except ValueError:
        raise DraftError(f'"publish" must look like 2026-12-01T09:00+00:00, not "{text}"', key="publish") from None


def _find(node: Any, key: str) -> Any:
    """The deepest node that can be reached along a key such as media[0].alt."""
    for number, name in _STEP.findall(key):
        if number and isinstance(node, yaml.SequenceNode) and int(number) < len(node.value):
            node = node.value[int(number)]
        elif name and isinstance(node, yaml.MappingNode):
            node = next((k if v.value == [] else v for k, v in node.value if k.value == name), node)
    return node


def _span(node: Any, key: str, start: int) -> Span:
    found = _find(node, key)
    return Span(start + found.start_mark.index, start + found.end_mark.index)


def _line(node: Any, key: str) -> int:
    """The line of the file on which a key's value stands; the brief begins on the second."""
    parent, _, last = key.rpartition(".")
    holder = _find(node, parent) if parent else node
    if isinstance(holder, yaml.MappingNode):
        for name, _value in holder.value:
            if name.value == last.partition("[")[0]:
                return int(name.start_mark.line) + 2
    return int(_find(node, key).start_mark.line) + 2
