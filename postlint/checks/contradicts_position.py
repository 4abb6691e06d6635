"""A post that takes a side on a topic of the employer's: the other side, or any where none is agreed."""

from __future__ import annotations

from collections.abc import Iterator

from ..config import Config
from ..employer.saying import Saying, sayings
from ..employer.stance import Stance, stance
from ..employer.targets import Topic, house
from ..employer.views import view_near
from ..errors import NotEvaluatedError
from ..house import Position
from ..model import Match, Span
from ..post import Post

_AGAINST = {"support": "against", "oppose": "for"}


def check(
    post: Post, *, settings: Config, least: float, least_on_no_comment: float, confidence: float
) -> Iterator[Match]:
    """Yield the words that may conflict with a position of the house, once for each position.

    A clear word for or against is worth `confidence`; else a view must be `least` sure. Where the agreed line is no
    comment, any view may conflict that is `least_on_no_comment` sure.
    """
    if not settings.positions:
        raise NotEvaluatedError("no positions are set, so whether this conflicts with the employer's is not known")
    said = (
        list(sayings(post))
        if any(post.text in topic.terms for topic in house(settings).topics) or post.hashtags
        else []
    )
    for topic in house(settings).topics if said else ():
        found = (_conflict(post, saying, topic, least, least_on_no_comment, confidence) for saying in said)
        yield from [match for match in found if match][:1]


def _conflict(post: Post, saying: Saying, topic: Topic, least: float, quiet: float, sure: float) -> Match | None:
    touched = next(topic.terms.find(saying.text), None)
    if touched is None:
        return None
    side = stance(saying.text, post.opinion.confidence >= least)
    if side and _conflicts(topic.position, side):
        words = _together(saying, touched, side.span)
        return Match(words, _values(topic.position), max(sure, post.opinion.confidence) if side else sure)
    return _no_comment(post, saying, topic.position, touched, quiet if _is_quiet(topic.position) else None, side, least)


def _no_comment(
    post: Post,
    saying: Saying,
    position: Position,
    touched: Span,
    quiet: float | None,
    side: Stance | None,
    least: float,
) -> Match | None:
    """A view with no clear side: against a position of any stance where it finds fault, and on no comment any."""
    near = view_near(post, saying, quiet or least)
    if near is None or (side is not None and quiet is None):
        return None
    view, confidence = near
    if quiet is None and (position.stance != "support" or view.kind == "judgement"):
        return None
    return Match(_together(saying, touched, None) if saying.whole else view.span, _values(position), confidence)


def _conflicts(position: Position, side: Stance) -> bool:
    return _is_quiet(position) or _AGAINST.get(position.stance) == side.side


def _is_quiet(position: Position) -> bool:
    """Whether the agreed line is to say nothing: no comment, or none yet."""
    return position.stance == "neutral" or position.status != "agreed"


def _together(saying: Saying, touched: Span, cue: Span | None) -> Span:
    """From the topic to the words that show the side, or the other way round."""
    if cue is None:
        return saying.place(touched)
    return saying.place(Span(min(touched.start, cue.start), max(touched.end, cue.end)))


def _values(position: Position) -> dict[str, object]:
    line = f"“{position.line}”" if position.line else "no comment" if position.stance == "neutral" else position.stance
    dated = f", to be reviewed by {position.review_until:%-d %B %Y}" if position.review_until else ""
    return {"topic": position.topic, "line": line + dated}
