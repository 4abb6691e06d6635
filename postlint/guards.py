"""What no fix may touch without a person: quotations, links, names, numbers and doses."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec.structs import replace

from .model import Edit, Fix, Part, Span
from .post import Post
from .spans import Covered

_NUMBER = re.compile(r"\d")
_BETWEEN_MARKS = re.compile(r"“[^“”]*”|\"[^\"\n]*\"")
_ADDRESS_BEFORE = re.compile(r"@\S*\Z")
_WORD_BEFORE = re.compile(r"[^\W\d_][\w’'-]{0,40}\Z")


def guarded(fix: Fix | None, post: Post) -> Fix | None:
    """The fix, safe only where none of its edits touches what is guarded; None where an edit would take in an image."""
    if fix is None or any(_crosses(edit, post.part) for edit in fix.edits):
        return None
    if not fix.safe:
        return fix
    return replace(fix, safe=not any(_is_guarded(edit, post) for edit in fix.edits))


def _crosses(edit: Edit, part: Part) -> bool:
    """Whether something of the file that is not published, such as an image, lies inside the edit."""
    return any(edit.start < at < edit.end for at, _ in part.pieces)


def _is_guarded(edit: Edit, post: Post) -> bool:
    """Whether an edit touches what is guarded; letters that come to stand beside a tag or a name would join it."""
    span = Span(edit.start, edit.end)
    if Covered(_quoted(post)).touches(span):
        return True
    near = Span(edit.start - 1, edit.end + 1) if edit.text.strip() else span
    touched = [entity for entity in post.entities if entity.kind != "emoji" and entity.span.overlaps(near)]
    if any(entity.kind == "hashtag" for entity in touched):
        return edit.text.lower() != post.text[edit.start : edit.end].lower()
    glued = edit.text.strip() and _ADDRESS_BEFORE.search(post.text, max(0, edit.start - 100), edit.start)
    return bool(touched or glued) or _in_number(edit, post) or _in_name(edit, post.text)


def _quoted(post: Post) -> Iterator[Span]:
    """The quotations, and whatever else stands between two marks, however oddly they are set."""
    yield from (quotation.span for quotation in post.quotations)
    yield from (Span(*found.span()) for found in _BETWEEN_MARKS.finditer(post.text))


def _in_number(edit: Edit, post: Post) -> bool:
    """Whether the edit changes a digit, or stands beside one: "10  mg" is a dose. A digit in a link is none of that."""
    if _NUMBER.search(post.text, edit.start, edit.end):
        return True
    beside = [at for at in (edit.start - 1, edit.end) if 0 <= at < len(post.text) and _NUMBER.match(post.text[at])]
    links = Covered(url.span for url in post.urls)
    return any(at not in links for at in beside)


def _in_name(edit: Edit, text: str) -> bool:
    """Whether the edit stands between two words with capitals, which may be a person's names."""
    before = _WORD_BEFORE.search(text, max(0, edit.start - 40), edit.start)
    return before is not None and before[0][0].isupper() and text[edit.end : edit.end + 1].isupper()
