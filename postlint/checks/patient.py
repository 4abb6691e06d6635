"""What may show who a patient is: identifiers, a name in care, details that add up; in the text and its pictures."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator

from ..agreements import publication
from ..config import Config
from ..model import Match, Span
from ..patients.consents import agreed_by
from ..patients.finder import Finder
from ..patients.names import MoreNames
from ..patients.told import Told
from ..post import Post
from ..terms import Terms

_SEPARATOR = re.compile(r"[_\-.]+(?!//)")


def check(
    post: Post, *, settings: Config, now: dt.datetime, numbers_of_others: Terms, toll_free: tuple[str, ...] = ()
) -> Iterator[Match]:
    """Yield each sign. Ten digits behind one of `numbers_of_others` are a telephone's or a grant's.

    So are those that open with a `toll_free` code and are parted by hyphens. A consent in the settings clears
    what it covers, on the day on which the post goes out. A trained pipeline, where the settings name one, finds
    more names.
    """
    codes = tuple(code for line in toll_free for code in line.split())
    day = publication(post.brief.publish, now).date()
    finder = Finder(numbers_of_others, codes, agreed_by(settings.consents, day), _more_names(settings.pipeline))
    pictures = " ".join(media.alt or "" for media in post.media)
    for told in finder.in_text(post.text, pictures):
        yield Match(told.span, {"what": told.what, "where": "the text"}, told.confidence)
    for where, words in (("the title", post.brief.title), ("the content warning", post.brief.content_warning)):
        yield from _beside(where, finder.in_text(words, post.text), None) if words else ()
    for media in post.media:
        name = "" if "://" in media.file else _SEPARATOR.sub(" ", media.file)
        yield from _beside("a picture's description", finder.in_text(media.alt or "", post.text), media.place)
        yield from _beside("a file's name", finder.in_file_name(name), media.place)


def _beside(where: str, found: Iterable[Told], place: Span | None) -> Iterator[Match]:
    for told in found:
        yield Match(values={"what": told.what, "where": where}, confidence=told.confidence, place=place)


def _more_names(pipeline: str) -> MoreNames | None:
    if not pipeline:
        return None
    from ..language import people

    return lambda text: people(text, pipeline)
