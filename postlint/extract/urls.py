"""Links as X finds them: with or without https://, by real top-level domains, without trailing punctuation."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from ..expressions import expression
from ..model import Span
from .characters import CYRILLIC, LATIN_ACCENTS
from .domains import Run, endings, name_end, runs

_LONGEST = 4096
_LONGEST_SLUG = 40
_PROTOCOL = "https://"

_PATH_END = rf"[+\-A-Za-z0-9=_#/{CYRILLIC}{LATIN_ACCENTS}]"
_PATH_OTHER = r"[!*';:,.$%\[\]\u2013~@|&]"
_PATH_CHAR = rf"(?:{_PATH_END}|{_PATH_OTHER})"
_PARENS = rf"\((?:{_PATH_CHAR}++|{_PATH_CHAR}*+\({_PATH_CHAR}++\){_PATH_CHAR}*+)\)"
_QUERY = r"\?(?:[!?*'@();:+$%\[\].,~|]*+[A-Za-z0-9\-_&=#/])++"
_TAIL = expression(rf"(?::[0-9]++)?+(?P<path>/(?:{_PATH_OTHER}*+(?:{_PATH_END}|{_PARENS}))*+)?+(?:{_QUERY})?+")
_BEFORE_PROTOCOL = expression(r"https?://\Z", re.IGNORECASE)
_TCO = expression(rf"https?://t\.co/([A-Za-z0-9]+)(?:{_QUERY})?", re.IGNORECASE)
_ASCII_NAME = expression(rf"[-A-Za-z0-9.{LATIN_ACCENTS}]+")
_STARTS = expression(r"[^A-Za-z0-9]")
_REFUSED_BEFORE = frozenset("@＠$#＃\ufffe\ufeff\uffff")
_REFUSED_BEFORE_BARE = frozenset("-_./")


class _Found(Struct, frozen=True):
    """A link before it is judged: where it starts and ends, its protocol, its host, and whether it has a path."""

    start: int
    end: int
    host: Span
    protocol: bool
    path: bool


def urls(text: str, *, bare: bool = True) -> Iterator[Span]:
    """The links in a text, in order. `bare` ones have no protocol: nhs.uk/flu."""
    if "." not in text:
        return
    at = 0
    for run in runs(text):
        while run.end > at and (found := _first(text, run, at)):
            at = found.end + 1
            yield from _links(text, found, bare)


def _first(text: str, run: Run, at: int) -> _Found | None:
    """The first link in a run. What comes before `at` belongs to an earlier one."""
    protocol = _protocol_start(text, run, at)
    for start in _start_places(text, run, at, after_protocol=protocol is not None):
        end = name_end(text, run.label_at(start), start)
        if end is not None:
            tail = _TAIL.match(text, end)
            assert tail is not None  # every part of it may be empty
            begins = protocol if protocol is not None and start == run.start else start
            return _Found(begins, tail.end(), Span(start, end), begins != start, tail["path"] is not None)
    return None


def _protocol_start(text: str, run: Run, at: int) -> int | None:
    """Where http:// or https:// starts right before the run, if a link may start there."""
    found = _BEFORE_PROTOCOL.search(text, max(at, run.start - len(_PROTOCOL)), run.start)
    if not found:
        return None
    before = text[found.start() - 1 : found.start()]
    refused = (before.isascii() and before.isalnum()) or before in _REFUSED_BEFORE
    return found.start() if not before or not refused else None


def _start_places(text: str, run: Run, at: int, *, after_protocol: bool) -> Iterator[int]:
    """Where a name may start: after any character but an ASCII letter, a digit or a sign like @ and #."""
    if run.start == at == 0 and not after_protocol and _STARTS.match(text) and text[0] not in _REFUSED_BEFORE:
        yield 1  # at the very start X's own pattern would rather see the first character stand before the name
    before = text[run.start - 1 : run.start]
    if run.start >= at and (after_protocol or not before or before not in _REFUSED_BEFORE):
        yield run.start
    for found in _STARTS.finditer(text, max(run.start, at - 1), run.end - 1):
        yield found.end()


def _links(text: str, found: _Found, bare: bool) -> Iterator[Span]:
    """The link, cut down to what X makes clickable; none where it is too long or badly formed."""
    if not _is_sound(text, found):
        return
    if found.protocol:
        yield from _with_protocol(text, found)
    elif bare and text[found.start - 1 : found.start] not in _REFUSED_BEFORE_BARE:
        yield from _without_protocol(text, found)


def _is_sound(text: str, found: _Found) -> bool:
    """Whether each label fits into 63 characters as the network writes it, and the whole into 4,096."""
    labels = text[found.host.start : found.host.end].split(".")
    written = list(map(len, map(_as_sent, labels)))
    if min(written) < 1 or max(written) > 63:
        return False
    growth = sum(written) - sum(map(len, labels))
    protocol = 0 if found.protocol else len(_PROTOCOL)
    return protocol + found.end - found.start + growth <= _LONGEST


def _as_sent(label: str) -> str:
    """A label as the network writes it; empty for one that claims to be so written, and isn't."""
    if label.isascii():
        return label
    if label.lower().startswith("xn--"):
        return ""
    return "xn--" + label.lower().encode("punycode").decode("ascii")


def _with_protocol(text: str, found: _Found) -> Iterator[Span]:
    """The whole link; one of t.co's ends after its slug."""
    tco = _TCO.match(text, found.start, found.end)
    if tco is None:
        yield Span(found.start, found.end)
    elif len(tco[1]) <= _LONGEST_SLUG:
        yield Span(found.start, tco.end())


def _without_protocol(text: str, found: _Found) -> Iterator[Span]:
    """The parts of the name in plain letters that end in a top-level domain; the last one takes the path."""
    dots = endings(text[found.host.start : found.host.end])
    links: list[Span] = []
    for name in _ASCII_NAME.finditer(text[found.host.start : found.host.end]):
        inside = [end for dot, end in dots.items() if name.start() < dot < name.end()]
        if inside:
            start = name.start() + len(name[0]) - len(name[0].lstrip("."))
            links.append(Span(found.host.start + start, found.host.start + inside[-1]))
    if links and found.path:
        links[-1] = Span(links[-1].start, found.end)
    yield from links
