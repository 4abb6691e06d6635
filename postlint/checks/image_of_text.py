"""Pictures that are made of words, and don't say them in their description."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..model import Match
from ..post import Post
from ..terms import Terms

_SEPARATOR = re.compile(r"[\W_]+")


def check(post: Post, *, of_text: Terms, least: int) -> Iterator[Match]:
    """Yield each picture that by its name or description is a poster or the like, described in under `least` words."""
    for image in post.images:
        alt = image.alt or ""
        named = _SEPARATOR.sub(" ", image.file.rpartition("/")[2])
        if (named in of_text or alt in of_text) and len(alt.split()) < least:
            yield Match(values={"file": image.file}, confidence=0.7, place=image.place)
