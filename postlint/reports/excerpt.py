"""The line of a draft that a suggestion is about, with the words in question underlined."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Level, Span
from ..positions import Lines
from ..report import Suggestion
from .terminal import Style, cells, harmless

COLOURS: dict[Level, str] = {"error": "red", "warning": "yellow", "advice": "blue", "reminder": "grey"}


def excerpt(suggestion: Suggestion, lines: Lines, style: Style) -> Iterator[str]:
    """Two lines: what stands there, and marks under the words; nothing for a whole post."""
    if suggestion.start == suggestion.end:
        return
    number, column = lines.position(suggestion.start)
    line = lines.line(number)
    start = column - 1
    end = min(len(line), start + suggestion.end - suggestion.start)
    shown = _window(line, Span(start, max(end, start)), style.width - 12)
    before, words, after = (
        harmless(line[shown.start : start]),
        harmless(line[start:end]),
        harmless(line[end : shown.end]),
    )
    left = "…" if shown.start else ""
    right = "…" if shown.end < len(line) else ""
    margin = f"{number:>6} │ "
    yield style.paint(margin, "grey") + left + before + words + after + right
    marks = style.paint("^" * max(1, cells(words)), COLOURS[suggestion.level])
    yield style.paint("       │ ", "grey") + " " * cells(left + before) + marks


def _window(line: str, words: Span, room: int) -> Span:
    """The stretch of a long line that is shown: the words, and as much as fits around them."""
    if cells(line) <= room:
        return Span(0, len(line))
    spare = max(0, room - cells(line[words.start : words.end]))
    start = max(0, words.start - spare // 2)
    return Span(start, min(len(line), max(start + 1, words.start) + max(room - (words.start - start), 1)))
