"""Accounts as X finds them: @name, @name/list, and the name that a reply opens with."""

from __future__ import annotations

from collections.abc import Iterator

from ..expressions import expression
from ..model import Span
from .characters import LATIN_ACCENTS, SPACES

_NAME = r"[@＠](?P<name>[A-Za-z0-9_]{1,20}+)"
_NOT_AFTER = rf"(?![@＠{LATIN_ACCENTS}]|://)"
_MENTION = expression(
    r"(?:^|[^A-Za-z0-9_!#$%&*@＠]|(?:^|[^A-Za-z0-9_+~.\-])[Rr][Tt]:?)"
    rf"(?P<mention>{_NAME}(?P<list>/[A-Za-z][A-Za-z0-9_\-]{{0,24}}+)?+){_NOT_AFTER}"
)
_REPLY = expression(rf"[{SPACES}]*+{_NAME}{_NOT_AFTER}")


def mentions_and_lists(text: str) -> Iterator[tuple[Span, bool]]:
    """Each @name or @name/list, sign included, in order; and whether it is a list."""
    if "@" not in text and "＠" not in text:
        return
    for found in _MENTION.finditer(text):
        yield Span(*found.span("mention")), found["list"] is not None


def reply_to(text: str) -> str | None:
    """The name, without its sign, of the account that a text replies to by opening with it."""
    found = _REPLY.match(text)
    return found["name"] if found else None
