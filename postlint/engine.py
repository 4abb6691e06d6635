"""Asks the rules about a post and makes their matches into suggestions. Pure: no files, no clock, no config files."""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from . import scoring
from .asking import Asked, heeded
from .config import Config, RuleSettings
from .errors import NotEvaluatedError
from .model import LEVELS, Acknowledgement, Edit, Fix, Level, Match, Part, Rule, Span
from .options import bind
from .post import Post
from .report import NotEvaluated, PostReport, Problem, Suggestion

_VALUE = re.compile(r"\{(\w+)\}")
_EXCERPT = 40
"""How many characters of a part that is not read are shown."""


class Heard(Struct, frozen=True):
    """A match and the rule's message about it."""

    match: Match
    message: str


class Finding(Struct, frozen=True):
    """What one rule found in one post, and the `surest` of it: None where nothing of it lies in what the rule reads."""

    rule: Rule
    heard: tuple[Heard, ...]
    surest: Heard | None
    acknowledged: Acknowledgement | None


def configured(rules: Iterable[Rule], config: Config) -> tuple[Rule, ...]:
    """The rules as the house wants them. Options that don't fit their check are a `PackError`."""
    return tuple(_as_set(rule, config.rules[rule.id]) if rule.id in config.rules else rule for rule in rules)


def _as_set(rule: Rule, settings: RuleSettings) -> Rule:
    table = f"rules.{rule.id}."
    options = bind(rule.check, settings.options, "config", table, partial=True) if settings.options else {}
    return replace(
        rule,
        level=settings.level or rule.level,
        level_is_set=settings.level is not None,
        weight=rule.weight if settings.weight is None else settings.weight,
        options={**rule.options, **options},
    )


def check(post: Post, asked: Iterable[Asked], now: dt.datetime) -> tuple[PostReport, list[Problem]]:
    """Every rule's word on a post. A rule that breaks is a problem and silences no other."""
    findings: list[Finding] = []
    followed: list[scoring.Outcome] = []
    skipped: list[NotEvaluated] = []
    problems: list[Problem] = []
    for one in heeded(post, asked):
        try:
            if one.condition is None or one.condition(post):
                if matches := _matches(one, post, now):
                    findings.append(_finding(one.rule, matches, post, now))
                elif one.followed:
                    followed.append(one.followed)
                if one.rule.when.english and post.foreign:
                    skipped.append(_unread(one.rule, post))
        except NotEvaluatedError as reason:
            skipped.append(NotEvaluated(one.rule.id, str(reason)))
        except Exception as crash:  # whatever a rule raises, the others go on
            skipped.append(NotEvaluated(one.rule.id, "the rule broke down"))
            problems.append(_crash(one.rule, post, crash))
    return _report(post, findings, followed, tuple(skipped)), problems


def _matches(one: Asked, post: Post, now: dt.datetime) -> list[Match]:
    """What a rule finds. It isn't asked where a look at the post's words tells that it finds nothing."""
    if one.needs is not None and one.needs.isdisjoint(post.vocabulary):
        return []
    options = {**one.options, "now": now} if one.wants_now else one.options
    return list(one.rule.check(post, **options))


def _finding(rule: Rule, matches: Sequence[Match], post: Post, now: dt.datetime) -> Finding:
    """A rule's matches in words, and whether somebody has said that they may stand."""
    agreed = _acknowledgement(rule.id, post, now) if post.brief.ignore else None
    heard = tuple(_heard(rule, matches, post))
    return Finding(rule, heard, max(heard, key=_confidence, default=None), agreed)


def _confidence(heard: Heard) -> float:
    return heard.match.confidence


def _unread(rule: Rule, post: Post) -> NotEvaluated:
    """What a rule about English wording has not looked at."""
    first = post.foreign[0]
    words = " ".join(post.text[first.span.start : first.span.end].split())
    beginning = words if len(words) <= _EXCERPT else words[:_EXCERPT].rstrip() + "…"
    return NotEvaluated(rule.id, f"it reads English, and “{beginning}” seems to be in {first.language}")


def _heard(rule: Rule, matches: Iterable[Match], post: Post) -> Iterator[Heard]:
    """The matches with their messages, each inside the text and none twice."""
    seen: set[tuple[Span | None, Span | None, str]] = set()
    for match in matches:
        _insist(match, post)
        message = fill(rule.message, _values(match, post)) if "{" in rule.message else rule.message
        if (match.span, match.place, message) not in seen and _is_read(rule, match, post):
            seen.add((match.span, match.place, message))
            yield Heard(match, message)


def _is_read(rule: Rule, match: Match, post: Post) -> bool:
    """Whether a match lies in what the rule reads: one about English wording is mute on other languages."""
    if match.span is None or not rule.when.english or not post.foreign:
        return True
    return not any(part.span.overlaps(match.span) for part in post.foreign)


def _insist(match: Match, post: Post) -> None:
    """A `ValueError` where a check points outside the text or is surer than sure."""
    span = match.span
    if span is not None and not 0 <= span.start <= span.end <= len(post.text):
        raise ValueError(f"the match {span.start}-{span.end} lies outside the text")
    if not 0 <= match.confidence <= 1:
        raise ValueError(f"the confidence {match.confidence} lies outside 0 to 1")


def _values(match: Match, post: Post) -> Mapping[str, object]:
    """What a message may name: the channel, the flagged words, and what the check gives."""
    flagged = post.text[match.span.start : match.span.end] if match.span else ""
    return {"channel": post.channel.name, "text": flagged, **match.values}


def _acknowledgement(rule: str, post: Post, now: dt.datetime) -> Acknowledgement | None:
    """The brief's word that this rule's findings may stand, while it lasts: to the end of its last day."""
    return next(
        (a for a in post.brief.ignore if a.rule == rule and (a.until is None or now.date() <= a.until)),
        None,
    )


def _crash(rule: Rule, post: Post, crash: Exception) -> Problem:
    said = f"{type(crash).__name__}: {crash}" if str(crash) else type(crash).__name__
    reason = "took too long and was stopped" if isinstance(crash, TimeoutError) else f"broke down ({said})"
    return Problem(
        f"the rule {rule.id} {reason} on {post.channel.name}, so this post was checked without it; "
        f"its file is {rule.file}",
        path=post.draft.path,
        rule="internal/rule-crash",
    )


def _report(
    post: Post, findings: list[Finding], followed: list[scoring.Outcome], skipped: tuple[NotEvaluated, ...]
) -> PostReport:
    """What was found, and the score: that is of the advice which is followed, too."""
    outcomes = [*followed, *(_outcome(finding) for finding in findings if _counts(finding))]
    gains = scoring.gains(outcomes) if findings else {}
    suggestions = [s for finding in findings for s in _suggestions(finding, post, gains)]
    return PostReport(
        draft=post.draft,
        channel=post.channel,
        verdict=scoring.verdict(s.level for s in suggestions if s.acknowledged is None),
        score=scoring.score(outcomes) if post.text else None,
        length=post.length,
        suggestions=in_order(suggestions),
        not_evaluated=skipped,
        part=post.part.number,
        parts=post.part.of,
    )


def in_order(suggestions: Iterable[Suggestion]) -> tuple[Suggestion, ...]:
    """The gravest first, then what would add most, then by place: the same order in every run."""
    return tuple(sorted(suggestions, key=lambda s: (LEVELS.index(s.level), -s.points, s.start, s.rule, s.end)))


def _counts(finding: Finding) -> bool:
    """Whether a rule counts in the score: advice that applies, unless what it found is acknowledged."""
    return finding.rule.level == "advice" and not (finding.acknowledged and finding.heard)


def _outcome(finding: Finding) -> scoring.Outcome:
    rule = finding.rule
    return scoring.Outcome(rule.id, rule.weight, finding.surest.match.confidence if finding.surest else 0.0)


def _suggestions(finding: Finding, post: Post, gains: Mapping[str, float]) -> Iterator[Suggestion]:
    """A rule's matches in words. The surest one carries the points of them all."""
    gain = gains.get(finding.rule.id, 0.0)
    for one in finding.heard:
        yield _suggestion(finding, one, post, gain if one is finding.surest else 0.0)


def _suggestion(finding: Finding, heard: Heard, post: Post, points: float) -> Suggestion:
    rule, match = finding.rule, heard.match
    place = match.place or in_file(post.part, match.span)
    return Suggestion(
        rule=rule.id,
        level=_level(rule, match),
        message=heard.message,
        why=rule.why,
        confidence=round(match.confidence, 4),
        points=round(points, 4),
        start=place.start,
        end=place.end,
        text=post.draft.text[place.start : place.end],
        fix=_fix_in_file(match.fix and post.guards.on(match.fix), post.part),
        acknowledged=finding.acknowledged,
        source=rule.sources[0] if rule.sources else None,
        title=rule.title,
    )


def _level(rule: Rule, match: Match) -> Level:
    """The rule's level; the house's word goes before that of a broken fact or of the match's grade."""
    if rule.level_is_set:
        return rule.level
    return match.fact.gravity if match.fact else rule.grades.get(match.grade, rule.level)


def fill(message: str, values: Mapping[str, object]) -> str:
    """The message with each {name} replaced; a name without a value is a `KeyError`. Nothing else is interpreted."""
    return _VALUE.sub(lambda name: _in_words(values[name[1]]), message)


def _in_words(value: object) -> str:
    return f"{value:,}" if isinstance(value, int) and not isinstance(value, bool) else str(value)


def in_file(part: Part, span: Span | None) -> Span:
    """A span of a post as offsets into its file; no span, or an empty post, is the body's first offset."""
    if span is None:
        return Span(part.pieces[0][1], part.pieces[0][1])
    if len(part.pieces) == 1:
        shift = part.pieces[0][1] - part.pieces[0][0]
        return Span(span.start + shift, span.end + shift)
    start = _offset(part, span.start)
    return Span(start, start if span.end == span.start else _offset(part, span.end - 1) + 1)


def _offset(part: Part, at: int) -> int:
    text_offset, file_offset = part.pieces[bisect_right(part.pieces, at, key=lambda piece: piece[0]) - 1]
    return file_offset + at - text_offset


def _fix_in_file(fix: Fix | None, part: Part) -> Fix | None:
    if fix is None:
        return None
    spans = [(in_file(part, Span(edit.start, edit.end)), edit.text) for edit in fix.edits]
    return Fix(tuple(Edit(span.start, span.end, text) for span, text in spans), fix.safe)
