"""The employer's view: for, against, by whom, of whom."""

import datetime as dt
from typing import Any

import pytest

from postlint import ConfigError, Linter
from postlint.employer.stance import stance
from tests.growth import grows_in_step

HOUSE: dict[str, Any] = {
    "select": ["employer"],
    "employer": {"name": "Harrowdale University Hospitals", "aliases": ["Harrowdale"], "handles": ["@HarrowdaleUH"]},
    "positions": [
        {"topic": "merger", "terms": ["merger"], "stance": "support", "line": "We support the merger."},
        {"topic": "parking", "terms": ["parking charge"], "stance": "oppose"},
        {"topic": "incident", "terms": ["never event"], "stance": "neutral"},
        {"topic": "beds", "terms": ["bed plan"], "stance": "support", "status": "under-review"},
    ],
    "organisations": [{"name": "Lindmoor Community Trust", "role": "partner", "aliases": ["Lindmoor"]}],
}


def _said(text: str, **changes: Any) -> dict[str, str]:
    post = Linter({**HOUSE, **changes}).lint(text).posts[0]
    return {suggestion.rule: suggestion.message for suggestion in post.suggestions}


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("I oppose the merger", "against"),
        ("I don't oppose the merger", "for"),
        ("It would be hard to argue against the merger", "for"),
        ("We can't support the merger", "against"),
        ("Sign the petition", "against"),
        ("The merger takes place in May", None),
        ("Nobody would say no to the merger", "for"),
    ],
)
def test_negations_turn_a_stance_round(text: str, side: str | None) -> None:
    """One negation turns it, two leave it, and a plain mention has none."""
    found = stance(text)
    assert (found.side if found else None) == side


@pytest.mark.parametrize(
    ("text", "conflicts"),
    [
        ("I oppose the merger.", True),
        ("I support the merger.", False),
        ("I support parking charges.", True),
        ("I oppose parking charges.", False),
        ("I support the bed plan.", True),
        ("The merger was on the agenda on Tuesday.", False),
        ("“I oppose the merger,” said the MP.", False),
        ("#StopTheMerger", True),
        ("The never event was human error, nothing else.", True),
        ("The never event was waiting to happen.", True),
        ("The never event was a staffing problem, not a training one.", True),
        ("The never event is being investigated.", False),
        ("The investigation will look at whether the never event was avoidable.", False),
        ("According to the Echo, the never event was avoidable.", False),
        ("Was the never event caused by the new rota? The report will say.", False),
        ("The ward is closed on Monday because of new flooring.", False),
    ],
)
def test_the_stance_table(text: str, conflicts: bool) -> None:
    """The other side conflicts; where nothing is agreed yet, any does; where nothing is to be said, a cause does."""
    assert ("employer/contradicts" in _said(text)) is conflicts


def test_the_message_advises_and_shows_the_line() -> None:
    """It says "may conflict", with the agreed line, and never that anything is forbidden or in order."""
    message = _said("I oppose the merger.")["employer/contradicts"]
    assert "may conflict" in message
    assert "“We support the merger.”" in message


def test_without_an_employer_it_says_what_was_not_checked() -> None:
    """Silence would look like a pass."""
    post = Linter({"select": ["employer"]}).lint("I oppose the merger.").posts[0]
    assert not post.suggestions
    assert {"employer/contradicts", "employer/criticises", "employer/speaks-for"} <= {
        one.rule for one in post.not_evaluated
    }


def test_a_position_out_of_date_is_pointed_out() -> None:
    """Once its review date has passed, and not before."""
    old = [{"topic": "merger", "terms": ["merger"], "stance": "support", "review-until": dt.date(2026, 9, 30)}]
    told = Linter({**HOUSE, "positions": old}, now=dt.datetime(2026, 10, 1, tzinfo=dt.UTC)).lint("Hello.").posts[0]
    assert [s.message for s in told.suggestions if s.rule == "employer/review-date"] == [
        "The agreed line on merger was to be reviewed by 30 September 2026."
        " Ask whoever keeps it, before you rely on it."
    ]
    in_time = Linter({**HOUSE, "positions": old}, now=dt.datetime(2026, 9, 30, tzinfo=dt.UTC)).lint("Hello.").posts[0]
    assert not in_time.suggestions


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"positions": [{"topic": "merger"}]}, "has no terms"),
        ({"employer": {"name": "Oak", "handles": ["oak"]}}, 'write "@oak"'),
        ({"organisations": [{"name": "Lindmoor", "role": "partner", "handles": ["lind"]}]}, 'write "@lind"'),
        ({"organisations": [{"name": " ", "role": "partner"}]}, "has no name"),
        ({"organisations": [{"name": "Lindmoor", "role": "friend"}]}, "friend"),
    ],
)
def test_settings_that_could_never_match_are_refused(changes: dict[str, Any], said: str) -> None:
    """A check that can find nothing is worse than none."""
    with pytest.raises(ConfigError, match=said):
        Linter({**HOUSE, **changes})


def test_who_is_criticised_decides_how_grave_it_is() -> None:
    """The employer itself: an error. A partner: a warning. The house's own level goes before both."""
    levels = {}
    for name in ("Harrowdale", "Lindmoor"):
        post = Linter(HOUSE).lint(f"{name} has failed these families and then refused to meet them.").posts[0]
        levels[name] = [s.level for s in post.suggestions if s.rule == "employer/criticises"]
    assert levels == {"Harrowdale": ["error"], "Lindmoor": ["warning"]}
    calm = {**HOUSE, "rules": {"employer/criticises": {"level": "advice"}}}
    post = Linter(calm).lint("Harrowdale has failed these families and then refused to meet them.").posts[0]
    assert [s.level for s in post.suggestions if s.rule == "employer/criticises"] == ["advice"]


@pytest.mark.parametrize("author", ["R. Lowther", "Dr Ines Calloway"])
def test_only_spokespeople_speak_for_everyone(author: str) -> None:
    """The same words from somebody who may say them are silent."""
    house = {
        **HOUSE,
        "employer": {**HOUSE["employer"], "spokespeople": ["Dr Ines Calloway"]},
        "account": {"author": author},
    }
    spoken = "employer/speaks-for" in _said(
        "On behalf of everyone at Harrowdale: we will not sign the contract.", **house
    )
    assert spoken is (author == "R. Lowther")


@pytest.mark.parametrize("piece", ["stop the merger ", "we at the trust ", "harrowdale will not ", "a."])
def test_time_grows_with_the_text(piece: str) -> None:
    """However often a name, a topic or a side is told, no text takes more than its share."""
    linter = Linter({**HOUSE, "account": {"author": "R. Lowther"}})
    assert grows_in_step(linter.lint, lambda size: piece * (size // len(piece)), size=600)


def test_messages_respect_the_right_to_speak_up() -> None:
    """Rules that touch criticism and complaints at work name the routes and forbid nothing."""
    rules = {rule.id: rule for rule in Linter().rules}
    for name in ("opinion/criticism", "employer/criticises", "employer/grievance"):
        words = f"{rules[name].message} {rules[name].why}"
        assert "speak-up guardian" in words
        assert "must not" not in words
