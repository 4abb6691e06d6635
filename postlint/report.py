"""What postlint answers: suggestions about posts, and the problems that kept it from answering."""

from __future__ import annotations

from msgspec import Struct

from .model import Acknowledgement, Channel, Draft, Fix, Length, Level, Source, Verdict


class Suggestion(Struct, frozen=True):
    """What a rule has to say about a post. Offsets are into the file's text."""

    rule: str
    level: Level
    message: str
    why: str
    confidence: float
    points: float
    start: int
    end: int
    text: str
    fix: Fix | None = None
    acknowledged: Acknowledgement | None = None
    source: Source | None = None
    title: str = ""


class Problem(Struct, frozen=True):
    """Something that could not be done, and the mend. A report with one is never a pass."""

    message: str
    path: str | None = None
    rule: str | None = None
    line: int | None = None


class NotEvaluated(Struct, frozen=True):
    """A rule that could not be asked about a post, and why."""

    rule: str
    reason: str


class PostReport(Struct, frozen=True):
    """What postlint found in one post on one channel. `score` is None where no advice applies."""

    draft: Draft
    channel: Channel
    verdict: Verdict
    score: int | None
    length: Length
    suggestions: tuple[Suggestion, ...] = ()
    not_evaluated: tuple[NotEvaluated, ...] = ()
    part: int = 1
    parts: int = 1

    @property
    def path(self) -> str | None:
        """The draft's file, or None for a draft that came as a string."""
        return self.draft.path


class Summary(Struct, frozen=True):
    """How many posts there were, and how many of each verdict."""

    posts: int = 0
    stop: int = 0
    review: int = 0
    ready: int = 0

    @classmethod
    def of(cls, posts: tuple[PostReport, ...]) -> Summary:
        """Count the verdicts of `posts`."""
        verdicts = [post.verdict for post in posts]
        return cls(len(posts), verdicts.count("stop"), verdicts.count("review"), verdicts.count("ready"))


class Report(Struct, frozen=True):
    """The whole answer. With a problem in it, something was not checked, and it is no pass."""

    posts: tuple[PostReport, ...] = ()
    plan: tuple[Suggestion, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def summary(self) -> Summary:
        """How many posts there are of each verdict."""
        return Summary.of(self.posts)

    def to_json(self) -> str:
        """The report as JSON, version 1: a stable contract, described in the README."""
        from .reports.json import render

        return render(self)
