"""Fixes made in a whole draft: round after round until nothing is left to mend, and never to a draft's harm."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from typing import TypeAlias

from msgspec import Struct

from .fixes import apply, compatible
from .model import Fix, Span
from .report import Report, Suggestion
from .spans import Covered

Check: TypeAlias = Callable[[str], Report]
"""Checks a whole text of a draft."""

_ROUNDS = 10
"""One fix may make room for another; no draft needs as many rounds as this."""


class Mended(Struct, frozen=True):
    """A text with its fixes made: how many, how many more there are for a person to look at, and its report.

    `refused` are rules whose errors or warnings the fixes would have brought up; the text is then as it was.
    """

    text: str
    report: Report
    made: int = 0
    unsafe_left: int = 0
    refused: tuple[str, ...] = ()


def mend(text: str, check: Check, *, unsafe: bool = False) -> Mended:
    """The text with its safe fixes made, or with all of them. Mending what comes out changes nothing."""
    first = report = check(text)
    mended, made = text, 0
    for _ in range(_ROUNDS):
        fixes = chosen(report, unsafe=unsafe)
        after = apply(mended, fixes)
        if after == mended:
            break
        mended, made, report = after, made + len(fixes), check(after)
    if worse := _graver(first, report):
        return Mended(text, first, refused=worse)
    return Mended(mended, report, made, len(chosen(report, unsafe=True)))


def chosen(report: Report, *, unsafe: bool) -> list[Fix]:
    """The fixes that can be made together, each once: none of words that somebody has acknowledged as they are.

    What only one of the channels calls unsafe is unsafe.
    """
    found = list(_fixes(report))
    risky = {fix.edits for fix in found if not fix.safe}
    agreed = Covered(Span(s.start, s.end) for s in _suggestions(report) if s.acknowledged and s.start < s.end)
    wanted = dict.fromkeys(fix.edits for fix in found if unsafe or fix.edits not in risky)
    return compatible(Fix(edits) for edits in wanted if not any(agreed.touches(Span(e.start, e.end)) for e in edits))


def _fixes(report: Report) -> Iterator[Fix]:
    """The fixes of all that nobody has acknowledged, where the flagged words stand as the suggestion says."""
    for post in report.posts:
        for suggestion in post.suggestions:
            if suggestion.fix and not suggestion.acknowledged and _as_recorded(suggestion, post.draft.text):
                yield suggestion.fix


def _suggestions(report: Report) -> Iterator[Suggestion]:
    return (suggestion for post in report.posts for suggestion in post.suggestions)


def _as_recorded(suggestion: Suggestion, text: str) -> bool:
    """Whether the flagged words stand where the suggestion says."""
    return text[suggestion.start : suggestion.end] == suggestion.text


def _graver(before: Report, after: Report) -> tuple[str, ...]:
    """The rules that have more errors or warnings after than before."""
    return tuple(sorted(_grave(after) - _grave(before)))


def _grave(report: Report) -> Counter[str]:
    return Counter(s.rule for s in _suggestions(report) if s.level in ("error", "warning") and s.acknowledged is None)
