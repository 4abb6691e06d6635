"""Acronyms that the audience may not know, and that the post doesn't spell out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..audience import is_expert
from ..config import Config
from ..english import is_common
from ..model import Match, Span
from ..post import Post
from ..spans import Covered
from ..terms import Terms

_ACRONYM = re.compile(r"[A-Z](?<![\w$#@&/.'’-].)(?:[A-Za-z]{0,4}[A-Z])s?\d?(?![\w&@/-])")
_ROMAN = re.compile(r"[IVXLC]+\Z")
_NAMES_A_STUDY = re.compile(r"\s(?:trial|study|programme|project)\b", re.IGNORECASE)


def check(
    post: Post,
    *,
    settings: Config,
    everybody: frozenset[str],
    professionals: frozenset[str],
    experts: Terms,
    unsure: float,
) -> Iterator[Match]:
    """Yield each acronym once that is not in `everybody`, nor in the house's list of what its audience knows.

    An audience of `experts` knows `professionals` too; where no audience is stated, the match is only `unsure`.
    """
    found = {acronym[0]: Span(*acronym.span()) for acronym in reversed(list(_ACRONYM.finditer(post.text)))}
    if not found:
        return
    known = {*settings.terms.known, *(professionals if is_expert(post, experts) else ())}
    covered = Covered(entity.span for entity in post.entities)
    for word, span in sorted(found.items(), key=lambda pair: pair[1]):
        single = word.removesuffix("s")
        if {word, single} & everybody or {word, single} & known or is_common(word) or covered.touches(span):
            continue
        if not _is_explained(post.text, single, span):
            yield Match(span, confidence=0.9 if post.brief.audience else unsure)


def _is_explained(text: str, word: str, span: Span) -> bool:
    """Whether an acronym is a number or a study's name, or the words that it stands for are beside it.

    They are where one of the two is in brackets, or where the words before it begin with its letters.
    """
    if _ROMAN.match(word) or _NAMES_A_STUDY.match(text, span.end):
        return True
    if text[span.end : span.end + 2] == " (" or text[: span.start].endswith("("):
        return True
    letters = "".join(part[0] for part in re.findall(r"[A-Za-z]+", text[: span.start])).lower()
    capitals = "".join(char for char in word if char.isupper()).lower()
    return len(capitals) > 2 and capitals in letters
