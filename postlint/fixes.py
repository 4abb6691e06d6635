"""Applies fixes to a text: only edits that don't overlap, and never half a fix."""

from __future__ import annotations

from collections.abc import Iterable

from .model import Edit, Fix


def apply(text: str, fixes: Iterable[Fix]) -> str:
    """The text with the fixes made. Of two that touch the same words the first in the text wins."""
    pieces: list[str] = []
    at = 0
    for edit in _in_order(fixes):
        pieces += [text[at : edit.start], edit.text]
        at = edit.end
    return "".join([*pieces, text[at:]])


def _in_order(fixes: Iterable[Fix]) -> list[Edit]:
    """The edits of all fixes that can stand side by side, from left to right."""
    taken: list[Edit] = []
    for fix in sorted(fixes, key=lambda fix: [(edit.start, edit.end) for edit in fix.edits]):
        if not any(_touch(edit, other) for edit in fix.edits for other in taken):
            taken += fix.edits
    return sorted(taken, key=lambda edit: edit.start)


def _touch(one: Edit, other: Edit) -> bool:
    return (one.start < other.end and other.start < one.end) or (one.start, one.end) == (other.start, other.end)
