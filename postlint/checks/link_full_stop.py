"""A full stop glued to the end of a link."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..model import Edit, Fix, Match, Span
from ..post import Post

_LAST = re.compile(r"\.(?=[ \t]*(?:\Z|\r?\n)|[ \t]+[#＃@])")


def check(post: Post) -> Iterator[Match]:
    """Yield each link with a full stop behind it where nothing but tags and names follows on its line.

    Leaving the full stop out is a safe fix. Where a sentence follows, the full stop has work to do and stays.
    """
    for url in post.urls:
        if _LAST.match(post.text, url.end):
            stop = Edit(url.end, url.end + 1, "")
            yield Match(Span(url.start, stop.end), {"link": url.text}, fix=Fix((stop,), safe=True))
