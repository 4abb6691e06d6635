"""Texts that ask for many years at school."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Match
from ..post import Post
from ..readability import grade

_BAND = 3
"""The formula is not exact, so that a grade is told as one of three."""


def check(post: Post, *, most: int, fewest_words: int) -> Iterator[Match]:
    """Yield one match where the words, without links, tags and emoji, read at a grade above `most`.

    A text of fewer than `fewest_words` says too little about how it reads.
    """
    text = post.text
    if len(text.split()) < fewest_words or len(post.words) < fewest_words:
        return
    words = [text[word.start : word.end] for word in post.words]
    sentences = sum(any(map(str.isalpha, text[s.start : s.end])) for s in post.statements)
    found = grade(words, sentences)
    if found > most:
        low = most + 1 + (int(found) - most - 1) // _BAND * _BAND
        yield Match(values={"band": f"{low} to {low + _BAND - 1}", "most": most}, confidence=0.8)
