"""A patient's name: beside the word patient, or in one sentence with a condition and with care."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import TypeAlias

from .. import people
from ..expressions import expression
from ..model import Span
from ..sentences import grouped, sentences
from ..spans import apart
from .told import Told
from .words import terms

_HAVING = expression(
    r"(?:\b(?:has|had|have|having|his|her|their|beat|beating|fought|developed|caught|got)|['’]s"
    r"|(?<!people)(?<!patients)(?<!those)(?<!children)(?<!adults)(?<!anyone)(?<!living)\swith)\s(?:[\w-]+\s){0,2}\Z"
)
_INITIALS = expression(r"[A-Z](?<![\w.].)\.\s?[A-Z](?:\.|(?=,))(?:\s?[A-Z]\.)?(?!\w)")
_SEPARATOR = expression(r"[_\-.\s]+")
_REACH = 40
_KINDS = frozenset({"name", "condition"})


MoreNames: TypeAlias = Callable[[str], Iterable[Span]]
"""Somebody else who finds people's names in a text."""


def named(text: str, more_names: MoreNames | None = None) -> Iterator[Told]:
    """Each name that is told to be a patient's. `more_names` is asked only where a condition is told."""
    yield from (Told("a patient's name", span, _KINDS, 0.9) for span in apart(_named(text, more_names)))


def _named(text: str, more_names: MoreNames | None) -> Iterator[Span]:
    yield from beside_patient(text)
    names = [
        *people.titled(text),
        *people.full_names(text),
        *people.children(text),
        *(Span(*i.span()) for i in _INITIALS.finditer(text)),
        *(more_names(text) if more_names and text in terms("conditions", "procedures") else ()),
    ]
    for sentence, here in grouped(names, sentences(text)) if names else ():
        if _tells_of_care(text[sentence.start : sentence.end], sentence, here, text):
            yield from here


def named_in_file(file: str) -> Iterator[Told]:
    """A person's name in the name of a file that is about care: john-smith-hip-xray.jpg; not the name of staff."""
    text = _SEPARATOR.sub(" ", file)
    text = text.title() if text.islower() else text
    about_care = terms("conditions", "procedures", "in_files")
    if text in about_care and text not in terms("not_patients") and not any(people.staff(text)):
        found = apart([*people.titled(text), *people.full_names(text)])
        yield from (Told("a patient's name", span, _KINDS, 0.8) for span in found)


def beside_patient(text: str) -> Iterator[Span]:
    """Names right behind the word: our patient John Smith; not Patient Safety Week, nor a patient of Dr Rowe."""
    for word in terms("patients").find(text):
        name = _behind().match(text, word.end)
        if name and (people.is_given(name["first"]) or name["title"] or _INITIAL.match(name["first"])):
            yield Span(name.start("name"), name.end("name"))


_INITIAL = expression(r"[A-Z][A-Z.]")


@cache
def _behind() -> re.Pattern[str]:
    titles = "|".join(people.terms("titles").words)
    return re.compile(
        rf",?\s(?:(?:called|named)\s)?(?P<name>(?P<title>(?:{titles})\.?\s)?"
        rf"(?P<first>{people.NAME}|[A-Z]\.(?:\s?[A-Z]\.?)?|[A-Z]{{2}}(?=,\s\d))(?:\s{people.NAME})?)"
    )


def _tells_of_care(said: str, sentence: Span, names: list[Span], text: str) -> bool:
    """Whether a sentence gives one of the names a condition, or care of the author's own.

    A name without a title may be anybody's in the news, so that it takes a word such as our, or patient.
    """
    if said in terms("not_patients"):
        return False
    titled = any(
        text[name.start : name.end].split()[0].rstrip(".") in people.terms("titles", "small") for name in names
    )
    if not titled and said not in terms("ours", "patients"):
        return False
    found = list(terms("conditions", "procedures").find(said))
    cared_for = bool(found) and said in terms("care", "patients")
    return cared_for or any(_has(said, names[0].end - sentence.start, condition.start) for condition in found)


def _has(said: str, name: int, condition: int) -> bool:
    """Whether the words before a condition give it to the name before them."""
    return condition > name and _HAVING.search(said[max(name, condition - _REACH) : condition]) is not None
