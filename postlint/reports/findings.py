"""What was found, once for each place: a suggestion that holds for several channels names them all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from msgspec import Struct

from ..model import LEVELS, Edit, Fix
from ..positions import Lines
from ..report import PostReport, Report, Suggestion


class Found(Struct, frozen=True):
    """A suggestion, the first post that it is about, and the names of all the channels that it holds for."""

    post: PostReport
    suggestion: Suggestion
    channels: tuple[str, ...]
    lines: Lines

    @property
    def path(self) -> str:
        """The draft's file; a hyphen for standard input, and `draft` for a text that came as a string."""
        return self.post.path or "draft"

    @property
    def start(self) -> tuple[int, int]:
        """The line and the column where it starts."""
        return self.lines.position(self.suggestion.start)

    @property
    def end(self) -> tuple[int, int]:
        """The line and the column behind its last character."""
        return self.lines.position(self.suggestion.end)


def by_draft(posts: Iterable[PostReport]) -> Iterator[Sequence[PostReport]]:
    """The posts of each draft and part together, in order."""
    for _, group in groupby(posts, key=lambda post: (id(post.draft), post.path)):
        members = sorted(group, key=lambda post: post.part)
        for _, same_part in groupby(members, key=lambda post: post.part):
            yield list(same_part)


def merged(posts: Sequence[PostReport]) -> list[Found]:
    """The suggestions about one part of a draft, each once, in the order in which its channels give them."""
    lines = Lines(posts[0].draft.text)
    places: dict[tuple[object, ...], list[tuple[PostReport, Suggestion]]] = {}
    for post in posts:
        for suggestion in post.suggestions:
            key = (suggestion.rule, suggestion.level, suggestion.start, suggestion.end, suggestion.message)
            places.setdefault(key, []).append((post, suggestion))
    return [
        Found(same[0][0], same[0][1], tuple(dict.fromkeys(post.channel.name for post, _ in same)), lines)
        for same in places.values()
    ]


def found(report: Report) -> Iterator[Found]:
    """All that was found, draft by draft, from the top of each to its end."""
    for posts in by_draft(report.posts):
        yield from sorted(merged(posts), key=_place)


def _place(one: Found) -> tuple[int, int, int]:
    """Where a finding stands; at one place the gravest first."""
    return one.suggestion.start, LEVELS.index(one.suggestion.level), one.suggestion.end


def open_findings(report: Report) -> Iterator[Found]:
    """What nobody has acknowledged."""
    return (one for one in found(report) if one.suggestion.acknowledged is None)


def better(one: Found) -> str | None:
    """The flagged words as the fix would have them; None where there is no fix, or where it leaves nothing to see."""
    from ..fixes import apply

    suggestion = one.suggestion
    if suggestion.fix is None:
        return None
    moved = tuple(Edit(e.start - suggestion.start, e.end - suggestion.start, e.text) for e in suggestion.fix.edits)
    mended = apply(one.lines.text[suggestion.start : suggestion.end], [Fix(moved)])
    return mended if mended.strip() else None
