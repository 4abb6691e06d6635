"""A post as one channel sees it. What is read out of its text is read on first need, and once."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct

from .model import Brief, Channel, Draft, Entity, Length, Media, Part, Quotation, Span
from .once import once

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from .employer.saying import Saying
    from .guards import Guards
    from .opinion import Opinion
    from .tongues import Foreign

_WORD = re.compile(r"[^\W_]+(?:['’\-][^\W_]+)*")
_REPOST = re.compile(r"\s*RT\s*@", re.IGNORECASE)


class Post(Struct, frozen=True, dict=True, eq=False):
    """One part of a draft on one channel: all that a check may look at."""

    draft: Draft
    part: Part
    channel: Channel
    brief: Brief

    @once
    def text(self) -> str:
        """The words that go out, as they stand in the file."""
        return self.part.text

    @property
    def media(self) -> tuple[Media, ...]:
        """What goes out with the words, in the order of the draft."""
        return self.part.media

    @property
    def images(self) -> tuple[Media, ...]:
        """The pictures among the media."""
        return tuple(media for media in self.media if media.kind == "image")

    @property
    def films(self) -> tuple[Media, ...]:
        """The films among the media."""
        return tuple(media for media in self.media if media.kind == "film")

    @property
    def is_private(self) -> bool:
        """Whether the brief or the config says that it goes to a private group."""
        return self.brief.visibility == "private-group"

    @once
    def is_reply(self) -> bool:
        """Whether it answers or passes on somebody else's post: the brief says so, or it opens with @name or RT."""
        if self.brief.in_reply_to or _REPOST.match(self.text):
            return True
        opening = next(iter(self.mentions), None)
        return opening is not None and not self.text[: opening.start].strip()

    @property
    def thread(self) -> tuple[Post, ...]:
        """All the posts of the thread that this one belongs to, itself among them. Not kept: it would hold itself."""
        parts = self.draft.parts
        return tuple(self if part is self.part else Post(self.draft, part, self.channel, self.brief) for part in parts)

    @once
    def entities(self) -> tuple[Entity, ...]:
        """Every url, hashtag, mention, list, cashtag and emoji, in order of start."""
        from .extract import entities

        return entities(self.text, self.channel.dialect)

    def entities_of(self, kind: str) -> tuple[Entity, ...]:
        """The entities of one kind."""
        return tuple([entity for entity in self.entities if entity.kind == kind])

    @once
    def guards(self) -> Guards:
        """What no fix may touch without a person."""
        from .guards import Guards

        return Guards(self)

    @once
    def urls(self) -> tuple[Entity, ...]:
        """The links."""
        return self.entities_of("url")

    @once
    def hashtags(self) -> tuple[Entity, ...]:
        """The hashtags that the channel would link."""
        return self.entities_of("hashtag")

    @once
    def mentions(self) -> tuple[Entity, ...]:
        """The accounts that are named."""
        return self.entities_of("mention")

    @once
    def cashtags(self) -> tuple[Entity, ...]:
        """The cashtags, such as $GSK."""
        return self.entities_of("cashtag")

    @once
    def emoji(self) -> tuple[Entity, ...]:
        """The emoji, a joined sequence as one."""
        return self.entities_of("emoji")

    @once
    def quotations(self) -> tuple[Quotation, ...]:
        """What stands between quotation marks."""
        from .quotations import quotations

        return quotations(self.text)

    @once
    def questions(self) -> tuple[Span, ...]:
        """The author's own questions, not those inside a quotation or a link."""
        from .questions import questions

        return questions(self.text, self.quotations, self.entities)

    @once
    def vocabulary(self) -> frozenset[str]:
        """The words and marks of its text in small letters: one look tells which word lists have none among them."""
        from .terms import vocabulary

        return vocabulary(self.text)

    @once
    def words(self) -> tuple[Span, ...]:
        """The words outside links, hashtags, mentions and emoji."""
        return tuple(self.each_word())

    def each_word(self) -> Iterator[Span]:
        """The words one by one, for whoever needs no more than a few."""
        return _outside((word.span() for word in _WORD.finditer(self.text)), self.entities)

    @once
    def sentences(self) -> tuple[Span, ...]:
        """The sentences, as spaCy's tokens show them. Reading them loads spaCy."""
        from .language import sentences

        return sentences(self.text, self.entities)

    @once
    def foreign(self) -> tuple[Foreign, ...]:
        """The parts in a language other than English."""
        from .tongues import foreign

        return foreign(self.text)

    @once
    def opinion(self) -> Opinion:
        """What it says in its author's own name."""
        from .opinion import opinion

        return opinion(self.text, self.quotations, self.foreign)

    @once
    def statements(self) -> tuple[Span, ...]:
        """The sentences, as their marks show them: quick, and good enough to tell what stands together."""
        from .sentences import sentences

        return sentences(self.text)

    @once
    def sayings(self) -> tuple[Saying, ...]:
        """The author's own words, sentence by sentence, and the words in hashtags."""
        from .employer.saying import sayings

        return tuple(sayings(self))

    @once
    def length(self) -> Length:
        """How long it is for the channel."""
        from .lengths import measure

        return measure(self.text, self.channel, found=self.entities, content_warning=self.brief.content_warning)


def _outside(places: Iterable[tuple[int, int]], entities: Sequence[Entity]) -> Iterator[Span]:
    """The places that touch no entity; both come in order of start, and one walk serves."""
    upcoming = iter(entities)
    entity = next(upcoming, None)
    for start, end in places:
        while entity is not None and entity.end <= start:
            entity = next(upcoming, None)
        if entity is None or entity.start >= end:
            yield Span(start, end)
