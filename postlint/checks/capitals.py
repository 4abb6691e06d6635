"""Words in capitals that are no acronyms: whole stretches of them shout."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..english import is_common
from ..model import Match, Span
from ..post import Post
from ..spans import Covered

_CAPITALS = re.compile(r"[A-Z](?<![\w&#@/].)[A-Z]+(?:['’][A-Z]+)?(?![\w&@/])")


def check(
    post: Post, *, acronyms: frozenset[str], words: frozenset[str], together: int, apart: int, longest: int
) -> Iterator[Match]:
    """Yield each run with `together` words in capitals or more; or from the first to the last of `apart` single ones.

    Common English words count, those of `words`, and letters longer than any acronym: `longest`. None of
    `acronyms` does.
    """

    def is_word(word: Span) -> bool:
        text = post.text[word.start : word.end]
        return text not in acronyms and (len(text) > longest or is_common(text) or text.lower() in words)

    found = [Span(*word.span()) for word in _CAPITALS.finditer(post.text)]
    if len(found) < together or not any(map(is_word, found)):
        return
    others = [*(entity.span for entity in post.entities), *(quotation.span for quotation in post.quotations)]
    runs = [(run, sum(map(is_word, run))) for run in _runs(post.text, list(Covered(others).clear(found)))]
    loud = [run for run, number in runs if number]
    long = [run for run, number in runs if number >= together]
    for run in long or ([[loud[0][0], loud[-1][-1]]] if len(loud) >= apart else []):
        yield Match(Span(run[0].start, run[-1].end))


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
