"""The nouns of postlint: frozen values that know nothing of how they were made.

Offsets are half-open and count code points. Inside a `Post` they are offsets into the post's
text; in a `Suggestion` they are offsets into the decoded text of the draft's file.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from typing import Any, Literal, TypeAlias

from msgspec import Struct, field

Level: TypeAlias = Literal["error", "warning", "advice", "reminder"]
Verdict: TypeAlias = Literal["stop", "review", "ready"]
Visibility: TypeAlias = Literal["public", "private-group"]
MediaKind: TypeAlias = Literal["image", "film", "audio", "document", "unknown"]
Confidence: TypeAlias = Literal["A", "B", "C", "D"]

LEVELS: tuple[Level, ...] = ("error", "warning", "advice", "reminder")
"""Gravest first."""


class Span(Struct, frozen=True, order=True, gc=False):
    """A half-open stretch of text, in code points."""

    start: int
    end: int

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end


class Entity(Struct, frozen=True, gc=False):
    """Something that a channel treats as more than letters.

    `kind` is one of url, hashtag, mention, list, cashtag, emoji.
    """

    kind: str
    start: int
    end: int
    text: str

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.start, self.end)


class Quotation(Struct, frozen=True):
    """Words between quotation marks, with the marks, and who is said to have spoken them."""

    start: int
    end: int
    text: str
    speaker: Span | None = None

    @property
    def span(self) -> Span:
        """Where it stands, marks included."""
        return Span(self.start, self.end)


class LengthPart(Struct, frozen=True, gc=False):
    """One line of the arithmetic of a length: three links that cost 69, say."""

    kind: str
    count: int
    cost: int


class Length(Struct, frozen=True):
    """How long a text is for a channel.

    `limit` is None where the channel states none. `fits` is the offset up to which the text
    is within the limit (the text's own length where all of it is).
    """

    used: int
    limit: int | None
    unit: str
    parts: tuple[LengthPart, ...] = ()
    fits: int = 0

    @property
    def over(self) -> int:
        """By how many units it is too long; 0 where it fits."""
        return max(0, self.used - self.limit) if self.limit is not None else 0


class Edit(Struct, frozen=True, gc=False):
    """Replace what stands from start to end by `text`."""

    start: int
    end: int
    text: str


class Fix(Struct, frozen=True):
    """Edits that belong together. Safe ones may be applied without asking a person."""

    edits: tuple[Edit, ...]
    safe: bool = False


class Source(Struct, frozen=True, forbid_unknown_fields=True):
    """Where a rule or a fact comes from, and the day somebody last looked."""

    title: str
    url: str
    checked: dt.date


class Fact(Struct, frozen=True, forbid_unknown_fields=True):
    """Something a channel states about itself.

    `confidence` is A (the platform's own documents or code), B (quoted from them word for word),
    C (several implementers agree) or D (folklore, or sources that disagree).
    """

    value: int | float | str | bool | tuple[str, ...]
    source: str
    checked: dt.date
    confidence: Confidence
    unit: str = ""
    note: str = ""
    level: Level | None = None

    @property
    def gravity(self) -> Level:
        """The level of a finding that breaks this fact: as grave as the fact is certain."""
        by_confidence: dict[Confidence, Level] = {"A": "error", "B": "error", "C": "warning", "D": "advice"}
        return self.level or by_confidence[self.confidence]

    @property
    def number(self) -> int:
        """The value of a fact that is a number; a `TypeError` for any other."""
        if isinstance(self.value, (int, float)):
            return int(self.value)
        raise TypeError(f"{self.value!r} is no number")


class Channel(Struct, frozen=True):
    """A place where posts go out: its names, how it reads text, and its facts."""

    id: str
    name: str
    aliases: tuple[str, ...]
    dialect: str
    facts: Mapping[str, Fact]

    def says(self, fact: str) -> Any:
        """The value of a fact, or None where the channel states none."""
        found = self.facts.get(fact)
        return None if found is None else found.value


class Media(Struct, frozen=True):
    """A picture, a film or a sound that goes out with the post.

    `place` is where the draft names it: offsets into the file's text, not the post's.
    """

    file: str
    kind: MediaKind = "unknown"
    alt: str | None = None
    captions: bool | None = None
    place: Span | None = None


class Acknowledgement(Struct, frozen=True):
    """Somebody's word that a finding may stand, at its place in the file; or `known`, where it stands in a baseline."""

    rule: str
    reason: str
    until: dt.date | None = None
    place: Span | None = None
    known: bool = False


class Brief(Struct, frozen=True):
    """What stands above the text between lines of three hyphens. Every key may be left out."""

    channels: tuple[str, ...] = ()
    title: str = ""
    goal: str = ""
    audience: str = ""
    publish: dt.datetime | dt.date | None = None
    visibility: Visibility | None = None
    account: Literal["official", "professional", "personal"] | None = None
    campaign: str = ""
    in_reply_to: str = ""
    content_warning: str = ""
    media: tuple[Media, ...] = ()
    ignore: tuple[Acknowledgement, ...] = ()


class Part(Struct, frozen=True):
    """One post of a draft: its published text, and where each piece of it stands in the file.

    `pieces` are pairs (offset in the text, offset in the file), in order: between one pair and the
    next the two run in step. There is more than one where the file holds something that is
    not published, such as a Markdown image.
    """

    text: str
    pieces: tuple[tuple[int, int], ...]
    media: tuple[Media, ...] = ()
    number: int = 1
    of: int = 1


class Draft(Struct, frozen=True):
    """A file or a string, read: the whole text, the brief, and the posts in it."""

    text: str
    brief: Brief = Brief()
    parts: tuple[Part, ...] = ()
    path: str | None = None


class Match(Struct, frozen=True):
    """All that a check may say: where, with what values, how surely, and a fix.

    No span means the whole post. `place` points into the file for what stands outside the
    post's text, such as a picture in the brief. `fact` names the channel's fact that is broken, `grade` a row of the
    rule's own table of levels, such as whom a criticism is of.
    """

    span: Span | None = None
    values: Mapping[str, object] = field(default_factory=dict)
    confidence: float = 1.0
    fix: Fix | None = None
    place: Span | None = None
    fact: Fact | None = None
    grade: str = ""


Check: TypeAlias = Callable[..., Iterable[Match]]


class When(Struct, frozen=True, forbid_unknown_fields=True, rename="kebab"):
    """To which posts a rule applies. A rule that does not apply weighs nothing in the score.

    `has` and `lacks` name what a post may hold: text, urls, hashtags, mentions, emoji, quotations, questions,
    media, images, films. `once` means once for a whole thread, at its first post. `about` and `unless_about`
    are word lists: a post that holds one of the words, or none. `accounts` are kinds of account: official,
    professional, personal; one of which nothing is said counts as official. `english` rules read English only: what
    is in another language is listed as not evaluated.
    """

    channels: tuple[str, ...] = ()
    accounts: tuple[str, ...] = ()
    reply: bool | None = None
    private: bool | None = None
    once: bool = False
    has: tuple[str, ...] = ()
    lacks: tuple[str, ...] = ()
    about: Any = None
    unless_about: Any = None
    english: bool = False


class Rule(Struct, frozen=True):
    """One rule file, with its check found and its options checked. `id` is its path.

    `grades` are levels of their own for some of what it finds. Its examples stay in the file until somebody asks for
    them: linting needs none.
    """

    id: str
    title: str
    level: Level
    message: str
    why: str
    check: Check
    check_name: str
    options: Mapping[str, Any]
    when: When
    weight: float
    sources: tuple[Source, ...]
    file: str = ""
    enabled: bool = True
    level_is_set: bool = False
    grades: Mapping[str, Level] = field(default_factory=dict)

    @property
    def group(self) -> str:
        """The first part of the id, such as hashtags."""
        return self.id.partition("/")[0]
