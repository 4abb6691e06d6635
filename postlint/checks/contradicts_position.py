"""A post that takes a side on a topic of the employer's: the other side, or any where none is agreed."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from ..config import Config
from ..employer.saying import Saying
from ..employer.settings import Position
from ..employer.stance import stance
from ..employer.targets import Topic, house, insist_on
from ..employer.views import view_near
from ..model import Match, Span
from ..post import Post

_OTHER_SIDE = {"support": "against", "oppose": "for"}


def check(
    post: Post, *, settings: Config, least: float, least_on_no_comment: float, confidence: float
) -> Iterator[Match]:
    """Yield the words that may conflict with a position of the house, once for each position.

    A clear word for or against is worth `confidence`; else a view must be `least` sure. Where the agreed line is no
    comment, any view may conflict that is `least_on_no_comment` sure.
    """
    insist_on(settings, settings.positions, "the settings hold no positions; add [[positions]]")
    for topic in house(settings).topics:
        if post.hashtags or post.text in topic.terms:
            needed = least_on_no_comment if _is_quiet(topic.position) else least
            found = (_conflict(post, saying, topic, needed, confidence) for saying in post.sayings)
            yield from islice(filter(None, found), 1)


def _conflict(post: Post, saying: Saying, topic: Topic, needed: float, confidence: float) -> Match | None:
    """What a sentence that touches the topic says against the position: by its words, else by the view it holds."""
    touched, position = next(topic.terms.find(saying.text), None), topic.position
    if touched is None:
        return None
    side = stance(_without(saying.text, touched), post.opinion.confidence >= needed)
    if side is not None:
        if not _is_quiet(position) and _OTHER_SIDE.get(position.stance) != side.side:
            return None
        words = Span(min(touched.start, side.span.start), max(touched.end, side.span.end))
        return Match(saying.place(words), _values(position), max(confidence, post.opinion.confidence))
    view = view_near(post, saying, needed)
    if view is None or not (_is_quiet(position) or view.faults == (position.stance == "support")):
        return None
    return Match(saying.whole or view.span, _values(position), view.confidence)


def _without(text: str, span: Span) -> str:
    """The text with a span blanked out: a never event says nothing against itself."""
    return text[: span.start] + " " * (span.end - span.start) + text[span.end :]


def _is_quiet(position: Position) -> bool:
    """Whether the agreed line is to say nothing: no comment, or none yet."""
    return position.stance == "neutral" or position.status != "agreed"


def _values(position: Position) -> dict[str, object]:
    line = f"“{position.line}”" if position.line else "no comment" if position.stance == "neutral" else position.stance
    dated = f", to be reviewed by {position.review_day}" if position.review_day else ""
    return {"topic": position.topic, "line": line + dated}
