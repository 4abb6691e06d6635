"""Posts that were held back from the teacher and the network, as the linter judges them."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from sklearn.linear_model import LogisticRegression

from postlint.opinion import glance, judge, networkfile
from postlint.opinion.weights import share
from tests.benchmarks.opinion.folds import Glanced
from tests.benchmarks.opinion.posts import Labelled


class Judged(Struct, frozen=True):
    """What was made of a post: by the quick weights and each head, in logits; its kind; whether the sentence is right.

    The heads are those of the network, half through and in the end, and that of the second one.
    """

    label: Labelled
    glance: float
    heads: dict[str, float]
    kind: str
    sentence_right: bool

    def confidence(self, calibration: Sequence[float], *heads: str) -> float:
        """How surely it holds a view, 0 to 1, by the quick weights and some heads."""
        *weights, offset = calibration
        logits = (self.glance, *(self.heads[head] for head in heads))
        return share(sum(weight * logit for weight, logit in zip(weights, logits, strict=True)) + offset)


def sure(one: Judged) -> float:
    """How surely it holds a view, as postlint says it, which goes only as far as it needs to."""
    known, small = glance.weights(), networkfile.network().calibrations
    alone = known.confidence(one.glance)
    if alone < known.doubtful:
        return alone
    skimmed = one.confidence(small["skimmed"], "skimmed")
    if skimmed < known.unclear:
        return skimmed
    least, most = known.unsure
    read = one.confidence(small["view"], "view")
    return one.confidence(networkfile.second().calibration, "view", "second") if least <= read < most else read


def judged(one: Glanced) -> Judged:
    """A post as postlint judges it, but for the quick weights, which are those of `one`."""
    label, reading = one.post.label, one.post.reading
    skimmed = judge.skim(reading)
    read = judge.read(skimmed)
    heads = {
        "skimmed": judge.strongest("skimmed", [rows for _, rows in skimmed.passages], read.network),
        "view": judge.strongest("view", [passage.rows for passage in read.passages], read.network),
        "second": judge.second_logit(read),
    }
    best = max(judge.sentences(read), key=lambda sentence: sentence.alone, default=None)
    right = best is not None and holds(label, reading.sentences[best.sentence])
    return Judged(label, one.logit, heads, best.kind if best else "", right)


def holds(label: Labelled, sentence: object) -> bool:
    """Whether a sentence holds the words that a reader marked: any sentence, where none are marked."""
    if not label.opinion:
        return False
    at = label.text.find(label.words) if label.words else -1
    start, end = sentence.start, sentence.end  # type: ignore[attr-defined]
    return at < 0 or (start < at + len(label.words) and at < end)


def calibration(ones: Sequence[Judged], *heads: str) -> tuple[float, ...]:
    """What the logits of the quick weights and of some heads weigh, and the offset, in a share of posts with a view."""
    model = LogisticRegression(C=1e6).fit(
        [[one.glance, *(one.heads[head] for head in heads)] for one in ones], [one.label.opinion for one in ones]
    )
    return (*map(float, model.coef_[0]), float(model.intercept_[0]))


def of_glance(ones: Sequence[Glanced]) -> tuple[float, float]:
    """The slope and the offset of the quick weights alone."""
    model = LogisticRegression(C=1e6).fit([[one.logit] for one in ones], [one.post.label.opinion for one in ones])
    return float(model.coef_[0][0]), float(model.intercept_[0])
