"""A question that teases with an answer, and no way to the answer."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Match, Span
from ..post import Post
from ..questions import answers_elsewhere, holds_answer, is_rhetorical, is_to_readers, wants_replies


def check(
    post: Post, *, clickable: bool = True, confidence: float = 0.8, confidence_with_image: float = 0.4
) -> Iterator[Match]:
    """Yield a teasing question at the end of a post without a link, a film, or a next post that may answer it.

    A link answers nothing where it isn't `clickable`. Words after the question are taken to answer it, and a
    picture may: `confidence_with_image` is for that.
    """
    if not post.questions or _may_be_answered(post, clickable):
        return
    last = post.questions[-1]
    if _is_answered(post, last) or any(_waits_for_nothing(post.text, question) for question in _in_a_row(post, last)):
        return
    yield Match(last, confidence=confidence_with_image if post.images else confidence)


def _may_be_answered(post: Post, clickable: bool) -> bool:
    """Whether a link, a film, another post of the thread or the words of the post lead to the answer."""
    elsewhere = (clickable and post.urls) or post.films or post.part.number < post.part.of
    return bool(elsewhere) or wants_replies(post.text) or answers_elsewhere(post.text)


def _is_answered(post: Post, question: Span) -> bool:
    """Whether words of the post's own go on after the question."""
    after = [post.text[word.start : word.end] for word in post.words if word.start >= question.end]
    return holds_answer(" ".join(after))


def _waits_for_nothing(text: str, question: Span) -> bool:
    """Whether replies are its answer, or it needs none."""
    return is_to_readers(text, question) or is_rhetorical(text, question)


def _in_a_row(post: Post, last: Span) -> list[Span]:
    """The last question and those right before it: "Tried it? Would it work for you?" asks as one."""
    row = [last]
    for question in reversed(post.questions[:-1]):
        if post.text[question.end : row[-1].start].strip():
            break
        row.append(question)
    return row
