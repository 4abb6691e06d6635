"""A question that teases with an answer, and no way to the answer."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Match, Span
from ..post import Post
from ..questions import answers_elsewhere, is_to_readers, wants_replies


def check(post: Post, *, clickable: bool = True, most_words_after: int = 2, confidence: float = 0.8) -> Iterator[Match]:
    """Yield a teasing question at the end of a post without a link, a film, or a next post that may answer it.

    A link answers nothing where it isn't `clickable`. What goes on after its question, by more than
    `most_words_after` words, is taken to answer it.
    """
    if not post.questions or _may_be_answered(post, clickable):
        return
    last = post.questions[-1]
    after = [word for word in post.words if word.start >= last.end]
    if len(after) <= most_words_after and not any(is_to_readers(post.text, q) for q in _in_a_row(post, last)):
        yield Match(last, confidence=confidence)


def _may_be_answered(post: Post, clickable: bool) -> bool:
    """Whether a link, a film, another post of the thread or the words of the post lead to the answer."""
    elsewhere = (clickable and post.urls) or post.films or post.part.number < post.part.of
    return bool(elsewhere) or wants_replies(post.text) or answers_elsewhere(post.text)


def _in_a_row(post: Post, last: Span) -> list[Span]:
    """The last question and those right before it: "Tried it? Would it work for you?" asks as one."""
    row = [last]
    for question in reversed(post.questions[:-1]):
        if post.text[question.end : row[-1].start].strip():
            break
        row.append(question)
    return row
