"""The author's own words, sentence by sentence, at their places in the post; hashtags read as the words in them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from ..model import Span
from ..opinion.features import Sentence
from ..post import Post
from ..terms import Terms

_NOT_OWN = frozenset({"<said>", "<quote>", "<link>", "<tag>"})
_CAPITAL = re.compile(r"(?<=[a-z\d])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")


class Saying(Struct, frozen=True):
    """A sentence with all but the author's own words blanked out, so that offsets stay: the post's are `start` more.

    `whole` is set for a hashtag, whose words stand elsewhere than in the post: it is where to point.
    """

    text: str
    start: int
    sentence: Sentence
    whole: Span | None = None

    def place(self, span: Span) -> Span:
        """A span of the saying as one of the post."""
        return self.whole or Span(self.start + span.start, self.start + span.end)


def may_say(post: Post, *terms: Terms) -> bool:
    """Whether what the author says may hold a word of each of the `terms`: a quick look at the text that misses none.

    It doesn't see words in a hashtag, or tied by an underscore, so where there are any they may be said.
    """
    text = post.text
    return "#" in text or "_" in text or all(one.may_be_in(text) for one in terms)


def sayings(post: Post) -> Iterator[Saying]:
    """What the author says: each sentence, then each hashtag in it."""
    for sentence in post.opinion.reading.sentences:
        yield Saying(_own(post.text, sentence), sentence.start, sentence)
        for word in sentence.words:
            if word.small == "<tag>":
                apart = _CAPITAL.sub(" ", word.raw[1:]).replace("_", " ")
                yield Saying(apart, word.start, sentence, Span(word.start, word.end))


def _own(text: str, sentence: Sentence) -> str:
    chars = [" "] * (sentence.end - sentence.start)
    for word in sentence.words:
        if word.small not in _NOT_OWN:
            chars[word.start - sentence.start : word.end - sentence.start] = text[word.start : word.end].replace(
                "@", " "
            )
    return "".join(chars)
