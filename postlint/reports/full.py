"""The report for a person: the verdict and the score, then what to change, the most valuable first."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from ..lengths.arithmetic import count_in_words
from ..model import LEVELS
from ..report import PostReport, Problem, Report, Suggestion
from .excerpt import COLOURS, excerpt
from .findings import Found, better, by_draft, merged
from .terminal import Style, harmless

_VERDICTS = {
    "stop": ("STOP", "red", "must not go out like this"),
    "review": ("REVIEW", "yellow", "a person should look first"),
    "ready": ("READY", "green", "nothing stands in the way that postlint can see"),
}


def render(report: Report, style: Style | None = None) -> str:
    """The whole report as text."""
    style = style or Style()
    blocks = [draft_block(posts, style) for posts in by_draft(report.posts) if not style.quiet or _stands_out(posts)]
    return "\n".join([*blocks, *closing(report, style)])


def _stands_out(posts: Iterable[PostReport]) -> bool:
    """Whether a person must look: what `--quiet` shows."""
    return any(post.verdict != "ready" for post in posts)


def draft_block(posts: Sequence[PostReport], style: Style) -> str:
    """One draft: a calm line where all is well, else its verdicts and its suggestions."""
    if all(post.verdict == "ready" and not _to_do(post) for post in posts):
        return _calm(posts, style)
    lines = [style.paint(_name(posts[0]), "bold"), *_verdicts(posts, style), ""]
    for one in _in_order(posts, style):
        lines += [*_suggestion(one, one.channels if len(posts) > 1 else (), style), ""]
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
        yield f"  {post.channel.name:<{width}}  {said}, {meaning}; {score}; {count_in_words(post.length)}"


def _in_order(posts: Sequence[PostReport], style: Style) -> list[Found]:
    """What is to be done, gravest first, then what would add most; what several channels share is told once."""
    told = ("error", "warning") if style.quiet else ("error", "warning", "advice")
    todo = [one for one in merged(posts) if one.suggestion.level in told and not one.suggestion.acknowledged]
    return sorted(todo, key=_urgency)


def _urgency(one: Found) -> tuple[int, float, int]:
    return LEVELS.index(one.suggestion.level), -one.suggestion.points, one.suggestion.start


def _suggestion(one: Found, channels: Sequence[str], style: Style) -> Iterator[str]:
    suggestion = one.suggestion
    level = style.paint(f"{suggestion.level:<9}", COLOURS[suggestion.level], "bold")
    where = style.paint(f"  [{', '.join([suggestion.rule, *channels])}]", "grey")
    gain = f" (+{suggestion.points:.0f})" if suggestion.points >= 0.5 else ""
    message = _wrapped(harmless(suggestion.message) + gain, style.width - 11)
    yield f"  {level}{message[0]}" + (where if len(message) == 1 else "")
    yield from (f"{' ' * 11}{line}" + (where if line is message[-1] else "") for line in message[1:])
    yield from excerpt(suggestion, one.lines, style)
    if (mended := better(one)) is not None:
        yield f"         Better: {harmless(mended)}"
    for number, line in enumerate(_wrapped(suggestion.why, style.width - 14) if not style.quiet else ()):
        yield style.paint(("         Why: " if number == 0 else " " * 14) + line, "grey")
    if style.verbose and suggestion.source:
        yield style.paint(f"         Source: {suggestion.source.title}, {suggestion.source.url}", "grey")


def _wrapped(text: str, width: int) -> list[str]:
    return textwrap.wrap(" ".join(text.split()), max(30, width), break_on_hyphens=False, break_long_words=False) or [""]


def closing(report: Report, style: Style) -> Iterator[str]:
    """What holds for all drafts: reminders, what was not checked, problems, and the sum."""
    if not style.quiet:
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
        lines = _wrapped(harmless(f"{_groups(names)}: {reason}."), style.width - 13)
        yield style.paint("Not checked: ", "bold") + f"\n{' ' * 13}".join(lines)


def _groups(rules: Iterable[str]) -> str:
    """Rules in few words: those of a group together, as employer (5 rules)."""
    groups = [(group, list(ids)) for group, ids in groupby(sorted(rules), key=lambda rule: rule.partition("/")[0])]
    return ", ".join(ids[0] if len(ids) == 1 else f"{group} ({len(ids)} rules)" for group, ids in groups)


def _acknowledged(posts: Iterable[PostReport], style: Style) -> Iterator[str]:
    found = ((post, s) for post in posts for s in post.suggestions)
    agreed = [(_name(post), s.rule, s.acknowledged) for post, s in found if s.acknowledged]
    for name, rule, reason in dict.fromkeys((name, rule, word.reason) for name, rule, word in agreed if not word.known):
        yield style.paint("Acknowledged: ", "bold") + harmless(f"{rule} in {name}: {reason}")
    if known := sum(word.known for *_, word in agreed):
        yield style.paint("Known: ", "bold") + f"{counted(known, 'finding')} of the baseline."


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
    told += [counted(len(report.problems), "problem")] if report.problems else []
    channels = len({post.channel.id for post in report.posts})
    on = f" on {counted(channels, 'channel')}" if channels else ""
    return f"Checked {counted(summary.posts, 'post')}{on}: {', '.join(told) or 'nothing to check'}."


def counted(count: int, noun: str) -> str:
    """A number with its noun: 1 draft, 2 drafts."""
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"
