"""The card of the weights: what they were made of, how well they do, and what they are not for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from tests.benchmarks.opinion.figures import Figures
from tests.benchmarks.opinion.fit import Post

_HEAD = '''title = "Opinion: the card of the weights"
# Written by python -m tests.benchmarks.opinion.train, with the weights. Don't edit it by hand.

made-of = """
The quick weights: a linear model (the mean of two logistic regressions) over words, pairs of words, named cues and the
shape of sentences; and, for each word, over the word vectors at the bottom of all-MiniLM-L6-v2, collapsed into one
number a word. A feature that only one kind of source holds is left out.
The small network: all-MiniLM-L6-v2 (six layers, Apache License 2.0), fitted anew on the labels and on those of a
teacher, all-mpnet-base-v2 (twelve layers, the same licence), which was fitted on them first. The large network is that
teacher, used to masked posts by one more round over a part of them. Beside the posts below both saw, with the teacher's
labels alone, more public tweets and sentences of editorials; the small one also drafts of our own that take a side on a
thing. Both were fitted in several goes, some of them after seeing official wordings, plain denials and statements of
health go wrong. Names, numbers, links and topics are masked in all but the teacher. The figures under held-back are of
all together, on a fifth of the shared posts and on gold-dev, which neither teacher nor networks saw; their calibration
was fitted on that fifth. Those under source-left-out are of the quick weights alone.
"""

not-for = """
Judging people, predicting how a post is received, or languages other than English. It misses views, irony above
all; a quiet report is no proof that a post holds no view. The written drafts, shared and own, were
written for this purpose and labelled by their writers; most by a language model that was given the definition. So were
the public posts labelled, each read once: their labels are rough.
"""
'''


def card(posts: Sequence[Post], figures: Mapping[str, Figures], unseen: Mapping[str, Figures]) -> str:
    """The card as TOML: sizes by source, figures on posts held back, and with each kind of source left out in turn."""
    return "\n".join([_HEAD, *_sizes(posts), *_tables("held-back", figures), *_tables("source-left-out", unseen)])


def _sizes(posts: Sequence[Post]) -> Iterator[str]:
    yield "[posts] # by kind of source: all of them, and those that hold a view"
    sizes = Counter(post.label.source for post in posts)
    views = Counter(post.label.source for post in posts if post.label.opinion)
    yield from (f'"{source}" = [{sizes[source]}, {views[source]}]' for source in sorted(sizes))
    yield ""


def _tables(name: str, figures: Mapping[str, Figures]) -> Iterator[str]:
    for part, figure in figures.items():
        yield f'["{name}"."{part}"]'
        yield f"posts = {figure.posts}"
        numbers = {"precision": figure.precision, "recall": figure.recall, "f1": figure.f1}
        numbers |= {"average-precision": figure.average_precision, "calibration-error": figure.calibration_error}
        yield from (f"{key} = {number:.3f}" for key, number in numbers.items())
        yield ""
