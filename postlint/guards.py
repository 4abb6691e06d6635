"""What no fix may touch without a person: quotations, links, names, numbers and doses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from msgspec.structs import replace

from .model import Edit, Fix, Part, Span
from .spans import Covered

if TYPE_CHECKING:
    from .post import Post

_NUMBER = re.compile(r"\d")
_BETWEEN_MARKS = re.compile(r"“[^“”]*”|\"[^\"\n]*\"")
_ADDRESS_BEFORE = re.compile(r"@\S*\Z")
_WORD_BEFORE = re.compile(r"[^\W\d_][\w’'-]{0,40}\Z")


class Guards:
    """The stretches of one post that are guarded, found once for all its fixes."""

    def __init__(self, post: Post) -> None:
        self._text = post.text
        self._part = post.part
        self._quoted = Covered(_quoted(post))
        self._links = Covered(url.span for url in post.urls)
        self._tags = Covered(tag.span for tag in post.hashtags)
        self._addresses = Covered(one.span for one in post.entities if one.kind not in ("emoji", "hashtag"))

    def on(self, fix: Fix) -> Fix | None:
        """The fix, safe only where none of its edits touches what is guarded; None where one would take in an image."""
        if any(_crosses(edit, self._part) for edit in fix.edits):
            return None
        return replace(fix, safe=fix.safe and not any(map(self._touched_by, fix.edits)))

    def _touched_by(self, edit: Edit) -> bool:
        """Whether an edit touches what is guarded; letters that come to stand beside a tag or a name would join it."""
        near = Span(edit.start - 1, edit.end + 1) if edit.text.strip() else Span(edit.start, edit.end)
        if self._quoted.touches(Span(edit.start, edit.end)) or self._addresses.touches(near):
            return True
        if self._tags.touches(near):
            return edit.text.lower() != self._text[edit.start : edit.end].lower()
        return self._joins_address(edit) or self._in_number(edit) or self._in_name(edit)

    def _joins_address(self, edit: Edit) -> bool:
        """Whether the edit adds letters to a word with an @ in it, whatever the channel makes of that word."""
        before = _ADDRESS_BEFORE.search(self._text, max(0, edit.start - 100), edit.start)
        return bool(edit.text.strip()) and before is not None

    def _in_number(self, edit: Edit) -> bool:
        """Whether the edit changes a digit, or stands beside one outside a link: "10  mg" is a dose."""
        if _NUMBER.search(self._text, edit.start, edit.end):
            return True
        beside = (at for at in (edit.start - 1, edit.end) if 0 <= at < len(self._text))
        return any(_NUMBER.match(self._text[at]) and at not in self._links for at in beside)

    def _in_name(self, edit: Edit) -> bool:
        """Whether the edit stands between two words with capitals, which may be a person's names."""
        before = _WORD_BEFORE.search(self._text, max(0, edit.start - 40), edit.start)
        return before is not None and before[0][0].isupper() and self._text[edit.end : edit.end + 1].isupper()


def _crosses(edit: Edit, part: Part) -> bool:
    """Whether something of the file that is not published, such as an image, lies inside the edit."""
    return len(part.pieces) > 1 and any(edit.start < at < edit.end for at, _ in part.pieces)


def _quoted(post: Post) -> Iterator[Span]:
    """The quotations, and whatever else stands between two marks, however oddly they are set."""
    yield from (quotation.span for quotation in post.quotations)
    yield from (Span(*found.span()) for found in _BETWEEN_MARKS.finditer(post.text))
