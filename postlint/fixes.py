"""Applies fixes to a text: only edits that don't overlap, and never half a fix."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable

from .model import Edit, Fix


def apply(text: str, fixes: Iterable[Fix]) -> str:
    """The text with the fixes made. Of two that touch the same words the first in the text wins."""
    pieces: list[str] = []
    at = 0
    for edit in sorted(_place(edit) for fix in compatible(fixes) for edit in fix.edits):
        start, end, new = edit
        pieces += [text[at:start], new]
        at = end
    return "".join([*pieces, text[at:]])


def compatible(fixes: Iterable[Fix]) -> list[Fix]:
    """The fixes that can all be made, from left to right: each whole, and no two at the same words."""
    kept: list[Fix] = []
    taken: list[tuple[int, int, str]] = []
    for fix in sorted(fixes, key=lambda fix: [(edit.start, edit.end) for edit in fix.edits]):
        if not any(_is_taken(edit, taken) for edit in fix.edits):
            kept.append(fix)
            for edit in fix.edits:
                insort(taken, _place(edit))
    return kept


def _place(edit: Edit) -> tuple[int, int, str]:
    return edit.start, edit.end, edit.text


def _is_taken(edit: Edit, taken: list[tuple[int, int, str]]) -> bool:
    """Whether an edit meets its neighbours among those that are taken, which are in order and apart from each other."""
    at = bisect_left(taken, (edit.start, edit.end, ""))
    return any(_meet((edit.start, edit.end), other[:2]) for other in taken[max(0, at - 1) : at + 1])


def _meet(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return (one[0] < other[1] and other[0] < one[1]) or one == other
