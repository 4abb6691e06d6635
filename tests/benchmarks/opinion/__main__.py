"""Opinion: precision, recall, F1, average precision and calibration, beside four peers.

    python -m tests.benchmarks.opinion DATA

Cross-validated on gold-train and written-train (both posts of a pair in the same fold); gold-dev is judged by weights
of gold-train, written-train and the project's own drafts. Needs what training needs, textblob and vaderSentiment.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from postlint.packs import builtin
from tests.benchmarks.opinion import peers
from tests.benchmarks.opinion.figures import figures
from tests.benchmarks.opinion.fit import Weights, fit, seen
from tests.benchmarks.opinion.folds import Judged, by_source, calibrated, crossed, judged
from tests.benchmarks.opinion.posts import Labelled, own, real
from tests.benchmarks.opinion.train import is_written, shared
from tests.benchmarks.posts import folder


def main() -> None:
    """Print all the figures."""
    data = folder(__doc__)
    posts, ours = shared(data), seen(own())
    held_out = crossed(posts, ours)
    weights = calibrated(fit([*posts, *ours]), held_out)
    gold = [judged(post, weights) for post in seen(real(data, "gold-dev"))]
    sets = {"gold-train": held_out, "gold-dev": gold, "written-train": held_out}
    chosen = {name: [one for one in ones if _is_of(name, one)] for name, ones in sets.items()}
    for name, ones in chosen.items():
        _print_set(name, ones, weights)
    _print_sources([*chosen["gold-train"], *gold], weights)
    _print_kinds(chosen["written-train"], weights)
    _print_pairs(chosen["written-train"], weights)
    print("\nwith each kind of source left out in turn, the rest seen:")
    unseen = by_source([post for post in posts if not is_written(post)], [*filter(is_written, posts), *ours])
    _print_sources(unseen, weights)


def least() -> float:
    """From which confidence the rules of opinion speak: what the rule file says."""
    import tomllib

    return float(
        tomllib.loads((builtin().folder / "opinion" / "judgement.toml").read_text("utf-8"))["options"]["least"]
    )


def _is_of(name: str, one: Judged) -> bool:
    return name == "gold-dev" or is_written(one.post) == (name == "written-train")


def _print_set(name: str, ones: Sequence[Judged], weights: Weights) -> None:
    labels = [one.post.label.opinion for one in ones]
    print(f"\n{name}")
    print(f"  {'postlint':22}", figures([weights.posts.confidence(one.logit) for one in ones], labels, least()))
    for peer, scores, at in _peers([one.post.label for one in ones]):
        print(f"  {peer:22}", figures(scores, labels, at))


def _peers(labels: Sequence[Labelled]) -> Iterator[tuple[str, list[float], float]]:
    """Each peer's scores, and from where it flags: its own middle."""
    for name, peer, at in (
        ("phrases", peers.phrases(), 0.5),
        ("TextBlob subjectivity", peers.textblob(), 0.5),
        ("VADER negativity", peers.vader(), 0.05),
    ):
        yield name, [peer(label.text) for label in labels], at
    yield "n-grams", _crossed_ngrams(labels), 0.5


def _crossed_ngrams(labels: Sequence[Labelled], folds: int = 5) -> list[float]:
    from zlib import crc32

    fold = [crc32(label.group.encode()) % folds for label in labels]
    scores = [0.0] * len(labels)
    for out in range(folds):
        judge: Callable[[str], float] = peers.ngrams(
            [label for label, at in zip(labels, fold, strict=True) if at != out]
        )
        for place, label in enumerate(labels):
            scores[place] = judge(label.text) if fold[place] == out else scores[place]
    return scores


def _print_sources(ones: Sequence[Judged], weights: Weights) -> None:
    print("\nby kind of source: posts, views, flagged rightly, flagged wrongly")
    for source in sorted({one.post.label.source for one in ones}):
        here = [one for one in ones if one.post.label.source == source]
        flagged = [one.post.label.opinion for one in here if weights.posts.confidence(one.logit) >= least()]
        views = sum(one.post.label.opinion for one in here)
        print(f"  {source:20} {len(here):5} {views:5} {sum(flagged):5} {len(flagged) - sum(flagged):5}")


def _print_kinds(ones: Sequence[Judged], weights: Weights) -> None:
    print("\nby kind of view: posts, found, of those the right kind, the right sentence")
    for kind in sorted({one.post.label.kind for one in ones} - {""}):
        here = [one for one in ones if one.post.label.kind == kind]
        found = [one for one in here if weights.posts.confidence(one.logit) >= least()]
        right = sum(one.kind == kind for one in found)
        print(f"  {kind:14} {len(here):5} {len(found):5} {right:5} {sum(one.sentence_right for one in found):5}")


def _print_pairs(ones: Sequence[Judged], weights: Weights) -> None:
    pairs: dict[str, list[bool]] = {}
    for one in ones:
        if one.post.label.group != one.post.label.id:
            right = (weights.posts.confidence(one.logit) >= least()) == one.post.label.opinion
            pairs.setdefault(one.post.label.group, []).append(right)
    both = sum(all(right) for right in pairs.values())
    print(f"\nminimal pairs: both posts right in {both} of {len(pairs)}")


if __name__ == "__main__":
    main()
