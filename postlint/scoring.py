"""Points, score and verdict.

The score says how much of the advice that applies a post follows, from 0 to 100; it never speaks for
the verdict. Each advice rule that applies counts with its weight, in full where it found nothing and
less the surer its surest finding is. A rule whose findings are acknowledged leaves the score.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from math import fsum

from msgspec import Struct

from .model import Level, Verdict

VERSION = 1
"""Changes when the same findings would give another score."""


class Outcome(Struct, frozen=True, gc=False):
    """What one advice rule that applies came to: its weight, and how sure its surest finding is (0 for none)."""

    rule: str
    weight: float
    fault: float = 0.0


def score(outcomes: Collection[Outcome]) -> int | None:
    """The weighted share of advice followed, 0 to 100; None where no advice applies or none weighs anything."""
    total = _total(outcomes)
    if total <= 0:
        return None
    lost = fsum([outcome.weight * outcome.fault for outcome in outcomes if outcome.fault])
    return round(100 * (1 - min(1.0, lost / total)))


def gains(outcomes: Collection[Outcome]) -> dict[str, float]:
    """What following each rule's advice would add to the score, before rounding; what is followed adds nothing."""
    total = _total(outcomes)
    return {one.rule: 100 * one.weight * one.fault / total if total > 0 else 0.0 for one in outcomes if one.fault}


def _total(outcomes: Iterable[Outcome]) -> float:
    """The weights together, added without rounding, so that the order of rules can't move the last digit."""
    return fsum([outcome.weight for outcome in outcomes])


def verdict(levels: Iterable[Level]) -> Verdict:
    """Stop for an error, review for a warning, else ready. `levels` are those of what is not acknowledged."""
    found = set(levels)
    if "error" in found:
        return "stop"
    return "review" if "warning" in found else "ready"
