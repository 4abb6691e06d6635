"""Cross-validation of the quick weights: every post judged by weights that never saw it, nor its pair."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msgspec import Struct

from tests.benchmarks.opinion.corpus import fold
from tests.benchmarks.opinion.fit import Post, fit


class Glanced(Struct, frozen=True):
    """A post and what weights that never saw it make of it, in logits."""

    post: Post
    logit: float


def crossed(posts: Sequence[Post], always: Sequence[Post]) -> list[Glanced]:
    """Each of `posts` judged by weights of the other folds and of the `always` ones."""
    return _left_out(posts, always, lambda post: str(fold(post.label.group)))


def by_source(posts: Sequence[Post], always: Sequence[Post]) -> list[Glanced]:
    """Each of `posts` judged by weights that saw no post of its kind of source."""
    return _left_out(posts, always, lambda post: post.label.source)


def _left_out(posts: Sequence[Post], always: Sequence[Post], key: Callable[[Post], str]) -> list[Glanced]:
    done: list[Glanced] = []
    for out in sorted({key(post) for post in posts}):
        glance = fit([*(post for post in posts if key(post) != out), *always])
        done += [Glanced(post, glance.model.logit(*_of(post), glance.crowding)) for post in posts if key(post) == out]
    return done


def _of(post: Post) -> tuple[frozenset[str], list[str]]:
    return post.reading.features, [word.small for sentence in post.reading.sentences for word in sentence.words]
