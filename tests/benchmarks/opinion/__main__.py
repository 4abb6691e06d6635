"""Opinion: precision, recall, F1, average precision and calibration, beside four peers.

    python -m tests.benchmarks.opinion DATA [SNIPPETS TWEETS]

On posts that neither the network nor its teacher saw: gold-dev, and a fifth of gold-train and of written-train, both
posts of a pair in the same part. The quick weights are fitted without that fifth for it. Then the quick weights alone,
cross-validated and with each kind of source left out in turn; where SNIPPETS and TWEETS (see train.py) aren't given,
fitted on fewer posts than those that come with postlint. Needs what training the quick weights needs, textblob
and vaderSentiment.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from postlint.opinion import glance
from postlint.packs import builtin
from tests.benchmarks.opinion import peers
from tests.benchmarks.opinion.corpus import HELD_BACK, fold
from tests.benchmarks.opinion.figures import figures
from tests.benchmarks.opinion.fit import seen
from tests.benchmarks.opinion.folds import Glanced, by_source, crossed
from tests.benchmarks.opinion.held import Judged, judged, sure
from tests.benchmarks.opinion.posts import Labelled, real
from tests.benchmarks.opinion.train import is_written, others, shared
from tests.benchmarks.posts import folders


def main() -> None:
    """Print all the figures."""
    data, snippets, tweets = folders(__doc__)
    posts, beside = shared(data), others(data, snippets, tweets)
    glanced = crossed(posts, beside)
    held = [judged(one) for one in glanced if fold(one.post.label.group) == HELD_BACK]
    gold = [judged(Glanced(post, glance.logit(post.reading))) for post in seen(real(data, "gold-dev"))]
    real_posts = [one for one in held if one.label.source != "written"]
    drafts = [one for one in held if one.label.source == "written"]
    rest = [post.label for post in posts if fold(post.label.group) != HELD_BACK]
    of_real = [label for label in rest if label.source != "written"]
    _print_set("gold-train, held back", real_posts, of_real)
    _print_set("gold-dev", gold, of_real)
    _print_set("written-train, held back", drafts, [label for label in rest if label.source == "written"])
    _print_sources([*real_posts, *gold])
    _print_kinds(drafts)
    _print_pairs(drafts)
    print("\nthe quick weights alone, cross-validated:")
    _print_glanced("real posts", [one for one in glanced if not is_written(one.post)])
    _print_glanced("written drafts", [one for one in glanced if is_written(one.post)])
    print("\nthe quick weights alone, with each kind of source left out in turn:")
    unseen = by_source([post for post in posts if not is_written(post)], [*filter(is_written, posts), *beside])
    for source in sorted({one.post.label.source for one in unseen}):
        _print_glanced(source, [one for one in unseen if one.post.label.source == source])


def least() -> float:
    """From which confidence the rules of opinion speak: what the rule file says."""
    import tomllib

    return float(
        tomllib.loads((builtin().folder / "opinion" / "judgement.toml").read_text("utf-8"))["options"]["least"]
    )


def _print_set(name: str, ones: Sequence[Judged], rest: Sequence[Labelled]) -> None:
    """Beside peers; the n-grams are fitted on the `rest` of the same kind of posts."""
    labels = [one.label.opinion for one in ones]
    print(f"\n{name}")
    print(f"  {'postlint':22}", figures([sure(one) for one in ones], labels, least()))
    for peer, scores, at in _peers([one.label for one in ones], rest):
        print(f"  {peer:22}", figures(scores, labels, at))


def _print_glanced(name: str, ones: Sequence[Glanced]) -> None:
    scores = [glance.weights().confidence(one.logit) for one in ones]
    print(f"  {name:22}", figures(scores, [one.post.label.opinion for one in ones], least()))


def _peers(labels: Sequence[Labelled], rest: Sequence[Labelled]) -> Iterator[tuple[str, list[float], float]]:
    """Each peer's scores, and from where it flags: its own middle."""
    for name, peer, at in (
        ("phrases", peers.phrases(), 0.5),
        ("TextBlob subjectivity", peers.textblob(), 0.5),
        ("VADER negativity", peers.vader(), 0.05),
        ("n-grams", peers.ngrams(rest), 0.5),
    ):
        yield name, [peer(label.text) for label in labels], at


def _print_sources(ones: Sequence[Judged]) -> None:
    print("\nby kind of source: posts, views, flagged rightly, flagged wrongly")
    for source in sorted({one.label.source for one in ones}):
        here = [one for one in ones if one.label.source == source]
        flagged = [one.label.opinion for one in here if sure(one) >= least()]
        views = sum(one.label.opinion for one in here)
        print(f"  {source:20} {len(here):5} {views:5} {sum(flagged):5} {len(flagged) - sum(flagged):5}")


def _print_kinds(ones: Sequence[Judged]) -> None:
    print("\nby kind of view: posts, found, of those the right kind, the right sentence")
    for kind in sorted({one.label.kind for one in ones} - {""}):
        here = [one for one in ones if one.label.kind == kind]
        found = [one for one in here if sure(one) >= least()]
        right = sum(one.kind == kind for one in found)
        print(f"  {kind:14} {len(here):5} {len(found):5} {right:5} {sum(one.sentence_right for one in found):5}")


def _print_pairs(ones: Sequence[Judged]) -> None:
    pairs: dict[str, list[bool]] = {}
    for one in ones:
        if one.label.group != one.label.id:
            pairs.setdefault(one.label.group, []).append((sure(one) >= least()) == one.label.opinion)
    both = sum(all(right) for right in pairs.values())
    print(f"\nminimal pairs: both posts right in {both} of {len(pairs)}")


if __name__ == "__main__":
    main()
