"""Films that nobody can follow without sound."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Match
from ..post import Post
from ..terms import Terms


def check(post: Post, *, captioned: Terms) -> Iterator[Match]:
    """Yield each film of which neither the brief nor the words say that it has captions or a transcript."""
    for film in post.films:
        words = f"{post.text} {film.alt or ''}" if film.captions is None else film.alt or ""
        if not film.captions and words not in captioned:
            yield Match(values={"file": film.file}, place=film.place)
