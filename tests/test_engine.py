"""The engine: which rules are asked, what becomes of their matches, and what a broken rule does."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

import pytest

from postlint import channels, drafts, engine
from postlint.asking import prepare
from postlint.config import Config, RuleSettings
from postlint.errors import NotEvaluatedError
from postlint.model import Edit, Fact, Fix, Match, Rule, Span, When
from postlint.needs import needs
from postlint.post import Post
from postlint.report import PostReport, Problem
from postlint.terms import Terms

NOW = dt.datetime(2026, 11, 24, 9, tzinfo=dt.UTC)


def rule(check: Any, **changes: Any) -> Rule:
    """A rule around a check."""
    given: dict[str, Any] = {
        "id": "test/rule", "title": "T", "level": "advice", "message": "{text}", "why": "w", "check": check,
        "check_name": "check", "options": {}, "when": When(), "weight": 1.0, "sources": (),
    }  # fmt: skip
    return Rule(**{**given, **changes})


def ask(
    text: str, *rules: Rule, channel: str = "twitter", config: Config | None = None
) -> tuple[PostReport, list[Problem]]:
    """What the rules say of a text."""
    place = channels.builtin()[channel]
    draft = drafts.parse(text)
    post = Post(draft, draft.parts[0], place, draft.brief)
    config = config or Config()
    return engine.check(post, prepare(engine.configured(rules, config), place, config), NOW)


def each_ward(post: Post) -> Iterator[Match]:
    """Flag each "ward"."""
    at = post.text.find("ward")
    while at >= 0:
        yield Match(Span(at, at + 4), fix=Fix((Edit(at, at + 4, "unit"),)))
        at = post.text.find("ward", at + 1)


def test_equal_words_have_places_of_their_own() -> None:
    """The same word twice is two suggestions, each where it stands in the file, fix included."""
    text = "---\ngoal: x\n---\n👍🏽 ward and ward"
    report, _ = ask(text, rule(each_ward))
    assert [(s.start, s.text) for s in report.suggestions] == [(19, "ward"), (28, "ward")]
    assert [s.fix.edits[0].start for s in report.suggestions if s.fix] == [19, 28]


def test_a_check_that_repeats_itself_is_heard_once() -> None:
    """Two matches at one place are one suggestion."""
    report, _ = ask("a ward", rule(lambda post: [*each_ward(post), *each_ward(post)]))
    assert len(report.suggestions) == 1


@needs("words", "others")
def first_letter(post: Post, *, words: Terms, others: Terms | None = None) -> Iterator[Match]:
    """Flag the first letter, whatever stands there: so it shows whether it was asked."""
    yield Match(Span(0, 1))


@pytest.mark.parametrize(
    ("options", "asked"),
    [
        ({"words": Terms(["night shift"])}, False),
        ({"words": Terms(["whole ward"])}, True),
        ({"words": Terms(["shift"]), "others": Terms(["WARD"])}, True),
        ({"words": Terms(["cancel*"])}, True),
        ({"words": Terms([])}, False),
    ],
)
def test_a_check_is_asked_where_one_of_the_words_stands_that_it_needs(options: dict[str, Terms], asked: bool) -> None:
    """A term counts by its longest word, and one with an open end may stand anywhere. Unasked, advice is followed."""
    report, _ = ask("The whole “ward’s” here, on the ward.", rule(first_letter, options=options))
    assert bool(report.suggestions) is asked
    assert report.score == (0 if asked else 100)


def test_a_condition_that_is_not_so_spares_those_behind_it() -> None:
    """What costs most is asked last, and only where all else is so."""
    dear = Terms(["ward"])
    both = rule(lambda post: [Match()], message="m", when=When(once=True, lacks=("urls", "mentions"), about=dear))
    assert len(ask("a ward", both)[0].suggestions) == 1
    assert not ask("a ward, @moss_ann", both)[0].suggestions
    assert not ask("a house", both)[0].suggestions


def broken(post: Post) -> Iterator[Match]:
    """A check with a fault in it."""
    raise ZeroDivisionError(post.text)


def slow(post: Post) -> Iterator[Match]:
    """A check that runs out of time."""
    raise TimeoutError(post.text)


@pytest.mark.parametrize(("check", "said"), [(broken, "ZeroDivisionError"), (slow, "took too long")])
def test_a_broken_rule_is_a_problem_and_silences_no_other(check: Any, said: str) -> None:
    """What breaks is named; the other rules still speak, and the post is listed as not fully checked."""
    report, problems = ask("a ward", rule(check, id="test/broken"), rule(each_ward))
    assert [s.rule for s in report.suggestions] == ["test/rule"]
    assert [skipped.rule for skipped in report.not_evaluated] == ["test/broken"]
    assert said in problems[0].message
    assert "test/broken" in problems[0].message


@pytest.mark.parametrize(
    "match",
    [
        Match(Span(0, 99)),
        Match(Span(3, 1)),
        Match(Span(-1, 1)),
        Match(confidence=2.0),
        Match(confidence=float("nan")),
    ],
)
def test_a_check_that_points_outside_the_text_is_broken(match: Match) -> None:
    """A place that isn't there, or a confidence that is none, never reaches a report."""
    report, problems = ask("a ward", rule(lambda post: [match]))
    assert not report.suggestions
    assert len(problems) == 1


def test_a_message_without_its_value_is_a_broken_rule() -> None:
    """A message that asks for what the check doesn't give is a problem, not a crash."""
    _, problems = ask("a ward", rule(each_ward, message="{missing}"))
    assert "missing" in problems[0].message


def test_a_message_fills_in_names_and_nothing_else() -> None:
    """Names are filled in, large numbers with commas; braces that name nothing stay as they are."""
    assert engine.fill("{n} of {a} {x.y} {}", {"n": 3000, "a": "b"}) == "3,000 of b {x.y} {}"


def unsure(post: Post) -> Iterator[Match]:
    """A check that can't say."""
    raise NotEvaluatedError("the draft has no folder")


def test_a_check_that_cant_be_asked_is_listed() -> None:
    """What was not checked stands in the report, and is no problem."""
    report, problems = ask("a ward", rule(unsure))
    assert [(skipped.rule, skipped.reason) for skipped in report.not_evaluated] == [
        ("test/rule", "the draft has no folder")
    ]
    assert not problems


def test_a_fact_decides_how_grave_its_breach_is() -> None:
    """As grave as the fact is certain, unless the house has set the rule's level."""
    fact = Fact(1, "source", dt.date(2026, 1, 1), "C")
    one = rule(lambda post: [Match(fact=fact)])
    assert ask("x", one)[0].suggestions[0].level == "warning"
    config = Config(rules={"test/rule": RuleSettings(level="reminder")})
    assert ask("x", one, config=config)[0].suggestions[0].level == "reminder"


def test_an_acknowledged_finding_is_told_and_counts_for_nothing() -> None:
    """It stays in the report with its reason, and leaves the verdict and the score."""
    brief = "---\npostlint: {ignore: [{rule: test/rule, reason: agreed, until: 2026-11-24}]}\n---\n"
    report, _ = ask(f"{brief}a ward", rule(each_ward, level="error"))
    assert report.verdict == "ready"
    assert report.suggestions[0].acknowledged is not None


def test_an_acknowledgement_ends_with_its_last_day() -> None:
    """After its date the finding counts again."""
    brief = "---\npostlint: {ignore: [{rule: test/rule, reason: agreed, until: 2026-11-23}]}\n---\n"
    assert ask(f"{brief}a ward", rule(each_ward, level="error"))[0].verdict == "stop"


def test_the_score_counts_only_advice_that_applies() -> None:
    """Rules that don't apply, and rules of other levels, weigh nothing."""
    clean = rule(lambda post: [], id="test/clean")
    other = rule(broken, id="test/never", when=When(channels=("youtube",)))
    grave = rule(each_ward, id="test/grave", level="warning")
    assert ask("a ward", rule(each_ward), clean, other, grave)[0].score == 50
    assert ask("a ward", clean)[0].score == 100
    assert ask("a ward", grave)[0].score is None


def test_suggestions_come_gravest_first_then_most_valuable() -> None:
    """The order is by level, then by points, then by place."""
    light, heavy = rule(each_ward, id="test/light"), rule(each_ward, id="test/heavy", weight=3.0)
    grave = rule(each_ward, id="test/zgrave", level="error")
    assert [s.rule for s in ask("a ward", light, heavy, grave)[0].suggestions] == [
        "test/zgrave",
        "test/heavy",
        "test/light",
    ]
