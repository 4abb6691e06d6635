"""What may show who a patient is: identifiers, a name in care, details that add up; in the text and its pictures."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from ..agreements import publication
from ..config import Config
from ..model import Match, Span
from ..patients.consents import Agreed, agreed_by
from ..patients.counts import few
from ..patients.details import adding_up
from ..patients.identifiers import identifiers
from ..patients.names import named, named_in_file
from ..patients.told import Told
from ..patients.words import may_tell_of_people
from ..post import Post
from ..spans import apart
from ..terms import Terms

_SEPARATOR = re.compile(r"[_\-.]+(?!//)")


def check(
    post: Post, *, settings: Config, now: dt.datetime, numbers_of_others: Terms, toll_free: tuple[str, ...] = ()
) -> Iterator[Match]:
    """Yield each sign. Ten digits behind one of `numbers_of_others` are a telephone's or a grant's.

    So are those that open with a `toll_free` code and are parted by hyphens. A consent in the settings clears
    what it covers, on the day on which the post goes out.
    """
    codes = tuple(code for line in toll_free for code in line.split())
    pictures = " ".join(media.alt or "" for media in post.media)
    day = publication(post.brief.publish, now).date()
    may = agreed_by(settings.consents, day)
    for told in _first(_told(post.text, pictures, numbers_of_others, codes, may)):
        yield Match(told.span, {"what": told.what, "where": "the text"}, told.confidence)
    yield from _in_pictures(post, numbers_of_others, codes, may)
    for where, words in (("the title", post.brief.title), ("the content warning", post.brief.content_warning)):
        for told in _told(words, post.text, numbers_of_others, codes, may) if words else ():
            yield Match(values={"what": told.what, "where": where}, confidence=told.confidence)


def _in_pictures(post: Post, others: Terms, codes: tuple[str, ...], may: Agreed) -> Iterator[Match]:
    for media in post.media:
        name = "" if "://" in media.file else _SEPARATOR.sub(" ", media.file)
        in_name = [*identifiers(name, others, codes), *_unless_agreed(name, named_in_file(name), may)]
        in_words = list(_told(media.alt or "", post.text, others, codes, may))
        for where, found in (("a picture's description", in_words), ("a file's name", in_name)):
            for told in found:
                yield Match(values={"what": told.what, "where": where}, confidence=told.confidence, place=media.place)


def _told(text: str, beside: str, others: Terms, codes: tuple[str, ...], may: Agreed) -> Iterator[Told]:
    yield from identifiers(text, others, codes)
    if not may_tell_of_people(text):
        return
    yield from _unless_agreed(text, named(text), may)
    yield from adding_up(text, beside, may)
    yield from few(text)


def _unless_agreed(text: str, found: Iterator[Told], may: Agreed) -> Iterator[Told]:
    return (told for told in found if not told.kinds <= may(text[told.span.start : told.span.end]))


def _first(found: Iterator[Told]) -> list[Told]:
    """Of those that overlap, the one that comes first; all in order."""
    by_span: dict[Span, Told] = {}
    for told in found:
        by_span.setdefault(told.span, told)
    return [by_span[span] for span in apart(by_span)]
