"""The report for a person: the verdict and the score, then what to change, the most valuable first."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from ..lengths.arithmetic import arithmetic, unit_name
from ..model import Length
from ..positions import Lines
from ..report import PostReport, Problem, Report, Suggestion
from .excerpt import COLOURS, excerpt
from .terminal import Style, harmless

_VERDICTS = {
    "stop": ("STOP", "red", "must not go out like this"),
    "review": ("REVIEW", "yellow", "a person should look first"),
    "ready": ("READY", "green", "nothing stands in the way that postlint can see"),
}


def render(report: Report, style: Style | None = None) -> str:
    """The whole report as text."""
    style = style or Style()
    blocks = [block for posts in by_draft(report.posts) for block in [draft_block(posts, style)]]
    return "\n".join([*blocks, *closing(report, style)])


def by_draft(posts: Iterable[PostReport]) -> Iterator[Sequence[PostReport]]:
    """The posts of each draft and part together, in order."""
    for _, group in groupby(posts, key=lambda post: (id(post.draft), post.path)):
        members = sorted(group, key=lambda post: post.part)
        for _, same_part in groupby(members, key=lambda post: post.part):
            yield list(same_part)


def draft_block(posts: Sequence[PostReport], style: Style) -> str:
    """One draft: a calm line where all is well, else its verdicts and its suggestions."""
    if all(post.verdict == "ready" and not _to_do(post) for post in posts):
        return _calm(posts, style)
    lines = [style.paint(_name(posts[0]), "bold"), *_verdicts(posts, style), ""]
    for suggestion, channels in _merged(posts):
        lines += [
            *_suggestion(suggestion, channels if len(posts) > 1 else [], Lines(posts[0].draft.text), style),
            "",
        ]
    return "\n".join(lines)


def _to_do(post: PostReport) -> list[Suggestion]:
    """What asks for a change or a look: all but reminders and what somebody has acknowledged."""
    return [s for s in post.suggestions if s.level != "reminder" and s.acknowledged is None]


def _name(post: PostReport) -> str:
    name = {None: "draft", "-": "standard input"}.get(post.path, post.path) or "draft"
    return harmless(name) + (f", post {post.part} of {post.parts}" if post.parts > 1 else "")


def _calm(posts: Sequence[PostReport], style: Style) -> str:
    places = ", ".join(_place_and_score(post) for post in posts)
    return f"{style.paint(_name(posts[0]), 'bold')}: {style.paint('ready', 'green')} for {places}\n"


def _place_and_score(post: PostReport) -> str:
    return post.channel.name if post.score is None else f"{post.channel.name} (score {post.score})"


def _verdicts(posts: Sequence[PostReport], style: Style) -> Iterator[str]:
    width = max(len(post.channel.name) for post in posts)
    for post in posts:
        word, colour, meaning = _VERDICTS[post.verdict]
        score = "no score" if post.score is None else f"score {post.score}"
        said = style.paint(word, colour, "bold")
        yield f"  {post.channel.name:<{width}}  {said}, {meaning}; {score}; {_length(post.length)}"


def _length(length: Length) -> str:
    """How long the post is, and how that comes about: 214 of 280 characters (191 letters + 1 link = 23)."""
    limit = f" of {length.limit:,}" if length.limit is not None else ""
    how = arithmetic(length)
    return f"{length.used:,}{limit} {unit_name(length)}" + (f" ({how})" if "+" in how else "")


def _merged(posts: Sequence[PostReport]) -> Iterator[tuple[Suggestion, list[str]]]:
    """Suggestions with the channels they are for: what several channels share is told once."""
    merged: dict[tuple[object, ...], tuple[Suggestion, list[str]]] = {}
    for post in posts:
        for suggestion in _to_do(post):
            key = (suggestion.rule, suggestion.level, suggestion.start, suggestion.end, suggestion.message)
            merged.setdefault(key, (suggestion, []))[1].append(post.channel.name)
    order = list(COLOURS)
    yield from sorted(merged.values(), key=lambda pair: (order.index(pair[0].level), -pair[0].points, pair[0].start))


def _suggestion(suggestion: Suggestion, channels: Sequence[str], lines: Lines, style: Style) -> Iterator[str]:
    level = style.paint(f"{suggestion.level:<9}", COLOURS[suggestion.level], "bold")
    where = style.paint(f"  [{', '.join([suggestion.rule, *channels])}]", "grey")
    gain = f" (+{suggestion.points:.0f})" if suggestion.points >= 0.5 else ""
    message = _wrapped(harmless(suggestion.message) + gain, style.width - 11)
    yield f"  {level}{message[0]}" + (where if len(message) == 1 else "")
    yield from (f"{' ' * 11}{line}" + (where if line is message[-1] else "") for line in message[1:])
    yield from excerpt(suggestion, lines, style)
    if suggestion.fix:
        yield f"         Better: {harmless(_better(suggestion, lines))}"
    for number, line in enumerate(_wrapped(suggestion.why, style.width - 14)):
        yield style.paint(("         Why: " if number == 0 else " " * 14) + line, "grey")


def _better(suggestion: Suggestion, lines: Lines) -> str:
    """The flagged words as the fix would have them."""
    from ..fixes import apply
    from ..model import Edit, Fix

    fix = suggestion.fix or Fix(())
    moved = [Edit(e.start - suggestion.start, e.end - suggestion.start, e.text) for e in fix.edits]
    return apply(lines.text[suggestion.start : suggestion.end], [Fix(tuple(moved))])


def _wrapped(text: str, width: int) -> list[str]:
    return textwrap.wrap(" ".join(text.split()), max(30, width), break_on_hyphens=False, break_long_words=False) or [""]


def closing(report: Report, style: Style) -> Iterator[str]:
    """What holds for all drafts: reminders, what was not checked, problems, and the sum."""
    yield from _reminders(report.posts, style)
    yield from _not_checked(report.posts, style)
    yield from _acknowledged(report.posts, style)
    yield from (problem_line(problem, style) for problem in report.problems)
    yield summary_line(report)


def _reminders(posts: Iterable[PostReport], style: Style) -> Iterator[str]:
    """Each reminder once, however many posts it is for."""
    found = (s for post in posts for s in post.suggestions if s.level == "reminder" and not s.acknowledged)
    for message in dict.fromkeys(suggestion.message for suggestion in found):
        yield style.paint("Remember: ", "bold") + harmless(message)


def _not_checked(posts: Iterable[PostReport], style: Style) -> Iterator[str]:
    """Each reason once, with the rules that it kept from being asked."""
    rules: dict[str, dict[str, None]] = {}
    for skipped in (skipped for post in posts for skipped in post.not_evaluated):
        rules.setdefault(skipped.reason, {})[skipped.rule] = None
    for reason, names in rules.items():
        yield style.paint("Not checked: ", "bold") + harmless(f"{', '.join(names)}: {reason}")


def _acknowledged(posts: Iterable[PostReport], style: Style) -> Iterator[str]:
    found = ((post, s) for post in posts for s in post.suggestions)
    words = ((_name(post), s.rule, s.acknowledged.reason) for post, s in found if s.acknowledged)
    for name, rule, reason in dict.fromkeys(words):
        yield style.paint("Acknowledged: ", "bold") + harmless(f"{rule} in {name}: {reason}")


def problem_line(problem: Problem, style: Style) -> str:
    """A problem, with the place it is about."""
    where = ":".join(str(part) for part in (problem.path, problem.line) if part is not None)
    return style.paint("problem: ", "red", "bold") + harmless(
        f"{where}: {problem.message}" if where else problem.message
    )


def summary_line(report: Report) -> str:
    """What was done, in one line."""
    summary = report.summary
    counts = ((summary.stop, "to stop"), (summary.review, "to review"), (summary.ready, "ready"))
    told = [f"{count} {word}" for count, word in counts if count]
    told += [_counted(len(report.problems), "problem")] if report.problems else []
    channels = len({post.channel.id for post in report.posts})
    on = f" on {_counted(channels, 'channel')}" if channels else ""
    return f"Checked {_counted(summary.posts, 'post')}{on}: {', '.join(told) or 'nothing to check'}."


def _counted(count: int, noun: str) -> str:
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"
