"""What the network makes of a post: whether it holds a view, where and of which kind, and its side on a thing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from ..model import Span
from .features import Reading
from .glance import weights
from .network import Array, Network, gist, gist_of, shares
from .networkfile import network, second
from .pieces import Piece, is_mark, passages, pieces

KINDS = ("first-person", "judgement", "criticism", "prescription", "speculation", "sarcasm")
SIDES = ("neither", "for", "against", "grievance")

_NEAR = 3.0
"""Logits: a word that carries so much less than the one that carries most is not underlined with it."""
_NOTHING = -9.0
"""The logit of a post without a word."""


class Skimmed(Struct, frozen=True):
    """A post as the lower layers of the network see it: passages of pieces, with a row of numbers for each piece."""

    passages: list[tuple[list[Piece], Array]]
    network: Network


class Passage(Struct, frozen=True):
    """Pieces that were read together, a row of numbers for each, and how much each carries a view, in logits."""

    pieces: list[Piece]
    rows: Array
    carries: list[float]


class Judged(Struct, frozen=True):
    """A sentence: how surely it holds a view by itself, of which kind, in which words."""

    sentence: int
    alone: float
    kind: str
    words: Span


class Read(Struct, frozen=True):
    """A post as the network read it."""

    passages: list[Passage]
    network: Network


def skim(reading: Reading, marks: Sequence[Span] = ()) -> Skimmed:
    """A post, read half through; words that touch the `marks` are the thing asked about."""
    known = network()
    found = passages(pieces(reading, known.pieces, marks), known.longest)
    return Skimmed([(passage, known.skim([piece.id for piece in passage])) for passage in found], known)


def read(skimmed: Skimmed) -> Read:
    """A post, read to the end."""
    known = skimmed.network
    return Read([_passage(found, known.read(rows), known) for found, rows in skimmed.passages], known)


def _passage(found: list[Piece], rows: Array, network: Network) -> Passage:
    return Passage(found, rows, [float(logit) for logit in network.heads["token"](rows)[:, 0]])


def skimmed_confidence(skimmed: Skimmed, glance: float) -> float:
    """The share of posts that hold a view among those that say as much, at a `glance` and read half through."""
    logit = strongest("skimmed", [rows for _, rows in skimmed.passages], skimmed.network)
    return skimmed.network.confidence("skimmed", glance, logit)


def confidence(read: Read, glance: float) -> float:
    """The share of posts that hold a view among those that say as much, at a `glance` and read to the end.

    Where that is unsure, a larger network gives a second opinion.
    """
    logit = strongest("view", [passage.rows for passage in read.passages], read.network)
    alone = read.network.confidence("view", glance, logit)
    least, most = weights().unsure
    return second().confidence(glance, logit, second_logit(read)) if least <= alone < most else alone


def second_logit(read: Read) -> float:
    """How strongly the large network finds that passage speak for a view which does so most in the small one's eyes."""
    if not read.passages:
        return _NOTHING
    loudest = max(read.passages, key=lambda passage: strongest("view", [passage.rows], read.network))
    return second().logit([piece.id for piece in loudest.pieces])


def strongest(head: str, passages: Iterable[Array], network: Network) -> float:
    """What a head says of the passage that speaks loudest for a view, in logits."""
    return max((float(network.heads[head](gist(rows))[0]) for rows in passages), default=_NOTHING)


def sentences(read: Read) -> Iterator[Judged]:
    """Each sentence of a post, on its own but in the light of what stands around it."""
    for passage in read.passages:
        for number in dict.fromkeys(piece.sentence for piece in passage.pieces):
            yield _judged(passage, number, read.network)


def _judged(passage: Passage, number: int, network: Network) -> Judged:
    at = [place for place, piece in enumerate(passage.pieces) if piece.sentence == number]
    told = gist(passage.rows[at])
    kind = KINDS[int(network.heads["kind"](told).argmax())]
    logit = float(network.heads["view"](told)[0])
    alone = network.confidence("view", logit, logit)  # the glance was at the whole post, so at its neighbours too
    return Judged(number, alone, kind, _telling(passage, at))


def _telling(passage: Passage, at: Sequence[int]) -> Span:
    """The stretch of words, among the pieces `at` some places, that carries most."""
    best = max(at, key=lambda place: passage.carries[place])
    least = passage.carries[best] - _NEAR
    start = end = at.index(best)
    while start > 0 and passage.carries[at[start - 1]] >= least:
        start -= 1
    while end + 1 < len(at) and passage.carries[at[end + 1]] >= least:
        end += 1
    spans = [passage.pieces[place].span for place in at[start : end + 1]]
    return Span(spans[0].start, spans[-1].end)


def sides(read: Read) -> tuple[dict[str, float], Span] | None:
    """The share of each side towards the marked thing, and the words that tell most; None where it isn't met."""
    known = read.network.pieces
    met = [passage for passage in read.passages if any(is_mark(piece, known) for piece in passage.pieces)]
    asked = [(_sides(passage, read.network), passage) for passage in met]
    if not asked:
        return None
    shown, passage = min(asked, key=lambda pair: pair[0]["neither"])
    best = max(range(len(passage.pieces)), key=lambda place: passage.carries[place])
    sentence = passage.pieces[best].sentence
    return shown, _telling(passage, [at for at, piece in enumerate(passage.pieces) if piece.sentence == sentence])


def _sides(passage: Passage, network: Network) -> dict[str, float]:
    marked = [at for at, piece in enumerate(passage.pieces) if is_mark(piece, network.pieces)]
    told = shares(network.heads["side"](gist_of(passage.rows, marked)))
    return dict(zip(SIDES, map(float, told), strict=True))
