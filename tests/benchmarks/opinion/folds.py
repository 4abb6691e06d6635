"""Cross-validation: every post judged by weights that never saw it, nor its pair."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msgspec import Struct
from msgspec.structs import replace
from sklearn.linear_model import LogisticRegression

from postlint.opinion import judge
from tests.benchmarks.opinion.fit import Post, Weights, fit, holds

FOLDS = 5


class Judged(Struct, frozen=True):
    """What weights said of a post that they never saw."""

    post: Post
    logit: float
    sentence_right: bool
    kind: str


def crossed(posts: Sequence[Post], always: Sequence[Post], folds: int = FOLDS) -> list[Judged]:
    """Each of `posts` judged by a model of the other folds and of the `always` ones."""
    return _left_out(posts, always, lambda post: str(_fold(post.label.group, folds)))


def by_source(posts: Sequence[Post], always: Sequence[Post]) -> list[Judged]:
    """Each of `posts` judged by a model that saw no post of its kind of source."""
    return _left_out(posts, always, lambda post: post.label.source)


def _left_out(posts: Sequence[Post], always: Sequence[Post], key: Callable[[Post], str]) -> list[Judged]:
    done: list[Judged] = []
    for out in sorted({key(post) for post in posts}):
        weights = fit([*(post for post in posts if key(post) != out), *always])
        done += [judged(post, weights) for post in posts if key(post) == out]
    return done


def _fold(group: str, folds: int) -> int:
    """The same fold for a group in every run."""
    from zlib import crc32

    return crc32(group.encode()) % folds


def judged(post: Post, weights: Weights) -> Judged:
    """A post as the linter judges it."""
    sentences = post.reading.sentences
    best = max(sentences, key=lambda sentence: judge.sentence_logit(sentence, weights.views), default=None)
    return Judged(
        post, judge.post_logit(post.reading, weights.posts), best is not None and holds(post.label, best),
        judge.kind(best.features, weights.views) if best else "",
    )  # fmt: skip


def calibrated(weights: Weights, held_out: Sequence[Judged]) -> Weights:
    """The weights with the slope and the offset that make logits of posts held back into shares."""
    model = LogisticRegression(C=1e6).fit(
        [[one.logit] for one in held_out], [one.post.label.opinion for one in held_out],
        sample_weight=[one.post.counts for one in held_out],
    )  # fmt: skip
    calibration = float(model.coef_[0][0]), float(model.intercept_[0])
    return replace(weights, posts=replace(weights.posts, calibration=calibration))
