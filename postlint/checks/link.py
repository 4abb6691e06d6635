"""Links that nobody meant, that lead nowhere, or that tell more than they should."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..model import Entity, Match, Span
from ..post import Post

_SLIP = re.compile(
    r"[hHwW](?<![\w/@.].)(?i:(?<=h)h?t{1,3}p{1,2}s?(?:[:;]/{0,3}|//)|(?<=w)ww[.,])(?=[\w\[])[^\s<>\"“”]{1,200}"
)
_MAYBE_GLUED = re.compile(r"h(?<=[^\W_].)ttps?://", re.IGNORECASE)
_GLUED_BEFORE = re.compile(r"(?<![\w/.=&?%])[^\W_]{2,40}(?=https?://\w)", re.IGNORECASE)
_NEXT_WORD = re.compile(r"(?<=[a-z0-9])[.,!?][A-Z][a-z]+\Z")
_EMAIL = re.compile(r"[?&;][^=\s]{1,60}=[^&\s=]{1,100}(?:@|%40)[^&\s=]{1,100}\.[a-z]{2,}", re.IGNORECASE)
_SENTENCE = re.compile(r"[A-Za-z]*[a-z]\.[A-Z][a-z]+\Z")


def check(post: Post, *, file_endings: tuple[str, ...]) -> Iterator[Match]:
    """Yield links by accident (README.md, end.It), slips, links glued to a word, and e-mail addresses in them."""
    for url in post.urls:
        if fault := _accident(url, file_endings) or _glued_after(url) or _tells(url):
            yield Match(url.span, {"fault": fault}, 0.9)
    for found in _GLUED_BEFORE.finditer(post.text) if _MAYBE_GLUED.search(post.text) else ():
        fault = "is glued to the link behind it, which then doesn't work; put a blank between them"
        yield Match(Span(*found.span()), {"fault": fault}, 0.9)
    yield from _slips(post)


def _accident(url: Entity, file_endings: tuple[str, ...]) -> str:
    """A file's name, or the end of one sentence and the start of the next, that the channel takes for a link."""
    if "/" in url.text or url.text.lower().startswith("www."):
        return ""
    if url.text.rpartition(".")[2].lower() in file_endings:
        return "becomes a link to a stranger's site; put a blank or a word in place of the dot"
    if _SENTENCE.fullmatch(url.text):
        return "becomes a link to a stranger's site; put a blank after the full stop"
    return ""


def _glued_after(url: Entity) -> str:
    """A link whose path has swallowed the first word of the next sentence: example.org/falls.Read"""
    has_path = "/" in url.text.partition("://")[2]
    if has_path and _NEXT_WORD.search(url.text):
        return "runs into the next sentence, which becomes part of the link; put a blank after it"
    return ""


def _tells(url: Entity) -> str:
    """An e-mail address among the link's parameters: whoever follows the link can read it."""
    return (
        "carries somebody's e-mail address; cut the link off before the question mark"
        if "=" in url.text and _EMAIL.search(url.text)
        else ""
    )


def _slips(post: Post) -> Iterator[Match]:
    """What was meant to be a link, and isn't one: https:/, htp://, a name without an ending."""
    starts = {url.start for url in post.urls}
    for found in _SLIP.finditer(post.text):
        if found.start() not in starts:
            end = found.start() + len(found[0].rstrip(".,;:!?)'’"))
            fault = "is no link that readers can follow; check how it is written"
            yield Match(Span(found.start(), end), {"fault": fault}, 0.9)
