"""Words in capitals that are no acronyms: whole stretches of them shout."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..english import is_common
from ..model import Match, Span
from ..post import Post
from ..spans import Covered

_CAPITALS = re.compile(r"(?<![\w&#@/])[A-Z]{2,}(?:['’][A-Z]+)?(?![\w&@/])")


def check(post: Post, *, acronyms: frozenset[str], together: int, apart: int, longest: int) -> Iterator[Match]:
    """Yield each run with `together` words in capitals or more; or from the first to the last of `apart` single ones.

    Common English words count, and letters longer than any acronym: `longest`. None of `acronyms` does.
    """
    found = [Span(*word.span()) for word in _CAPITALS.finditer(post.text)]
    if len(found) < together or not any(
        _is_word(post.text[word.start : word.end], acronyms, longest) for word in found
    ):
        return
    others = [*(entity.span for entity in post.entities), *(quotation.span for quotation in post.quotations)]
    runs = [
        (run, sum(_is_word(post.text[word.start : word.end], acronyms, longest) for word in run))
        for run in _runs(post.text, list(Covered(others).clear(found)))
    ]
    loud = [run for run, words in runs if words]
    long = [run for run, words in runs if words >= together]
    for run in long or ([[loud[0][0], loud[-1][-1]]] if len(loud) >= apart else []):
        yield Match(Span(run[0].start, run[-1].end))


def _is_word(word: str, acronyms: frozenset[str], longest: int) -> bool:
    return word not in acronyms and (len(word) > longest or is_common(word))


def _runs(text: str, words: list[Span]) -> Iterator[list[Span]]:
    """Words with nothing but marks and blanks of one line between them."""
    run: list[Span] = []
    for word in words:
        if run and re.search(r"[\w\n]", text[run[-1].end : word.start]):
            yield run
            run = []
        run.append(word)
    if run:
        yield run
