"""What others do, on the same posts: phrases that give opinion away, two sentiment libraries, and a bag of words."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression

from postlint.terms import Terms
from tests.benchmarks.opinion.posts import Labelled

CUES = (
    "I think", "I believe", "I feel", "in my opinion", "in my view", "personally", "frankly", "should",
    "must", "ought to", "need to", "disgrace*", "shambles", "appalling", "outrageous", "ridiculous",
    "unacceptable", "scandal*", "shame*",
    "pathetic", "useless", "terrible", "awful", "the best", "the worst", "obviously", "clearly", "no doubt",
)  # fmt: skip
"""Phrases that people name first when they are asked how an opinion shows."""


def phrases() -> Callable[[str], float]:
    """1 where a post holds one of the phrases."""
    terms = Terms(CUES)
    return lambda text: float(text in terms)


def textblob() -> Callable[[str], float]:
    """TextBlob's subjectivity, 0 to 1."""
    from textblob import TextBlob

    return lambda text: float(TextBlob(text).sentiment.subjectivity)


def vader() -> Callable[[str], float]:
    """VADER's share of negative words, 0 to 1."""
    from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

    analyser = SentimentIntensityAnalyzer()
    return lambda text: float(analyser.polarity_scores(text)["neg"])


def ngrams(posts: Sequence[Labelled]) -> Callable[[str], float]:
    """A logistic regression over words and runs of up to three, fitted to `posts`."""
    bag = TfidfVectorizer(ngram_range=(1, 3), min_df=2, sublinear_tf=True)
    model = LogisticRegression(C=10, class_weight="balanced", max_iter=400)
    model.fit(bag.fit_transform([post.text for post in posts]), [post.opinion for post in posts])
    return lambda text: float(model.predict_proba(bag.transform([text]))[0, 1])
