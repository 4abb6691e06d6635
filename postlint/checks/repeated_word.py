"""A small word twice, which no sentence wants."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import compress
from operator import eq

from ..expressions import expression
from ..model import Edit, Fix, Match, Span
from ..post import Post

_TWICE = expression(
    r"(?<![\w'’@#/.-])(?P<word>[^\W\d_]+)(?P<again>(?:[ \t]+|[ \t]*\n)(?P<second>[^\W\d_]+))(?![\w'’@/-])"
)


def check(post: Post, *, doubled: frozenset[str]) -> Iterator[Match]:
    """Yield each of `doubled` where it stands twice in a row, with the second as a fix."""
    small = post.text.lower()
    words = small.split()
    twice = compress(words, map(eq, words, words[1:]))
    if not any(word.strip(".,") in doubled for word in twice):
        return
    at = 0
    while found := _TWICE.search(post.text, at):
        at = found.start("second")
        if found["word"].lower() in doubled and _is_same(found["word"], found["second"]):
            edit = Edit(found.start("again"), found.end("again"), "")
            yield Match(Span(*found.span()), {"word": found["second"]}, 0.9, Fix((edit,)))


def _is_same(word: str, second: str) -> bool:
    """Whether two words are the same, the first with a capital if it likes; vitamin A a day is not."""
    return word == second or (len(word) > 1 and word == second.capitalize())
