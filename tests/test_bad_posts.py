"""Eight bad posts: every fault in them is found, by the rule that it belongs to."""

from __future__ import annotations

import datetime as dt

import pytest

from postlint import Linter

LINTER = Linter(now=dt.datetime(2025, 5, 1, 9, tzinfo=dt.UTC))


def bold(text: str) -> str:
    """The text in mathematical sans bold letters."""
    return "".join(
        chr(0x1D5D4 + ord(char) - ord("A")) if char.isupper()
        else chr(0x1D5EE + ord(char) - ord("a")) if char.islower()
        else char
        for char in text
    )  # fmt: skip


SHOUTED = (
    "CLICK HERE!!! get ur FREE flu jab b4 its gone!!!! \U0001f489\U0001f489\U0001f489\U0001f489\U0001f489\U0001f489 "
    "#getyourflujabtodaybirmingham #flu #jab #health #nhs #free #fyp #viral"
)
NAMED = (
    "Congrats to our patient John Smith, DOB 04/12/1961, MRN 4482913, who went home from room 412 "
    "after his hip replacement yesterday!"
)
CURED = "This miracle supplement cures diabetes with no side effects. 100% guaranteed. Ask us about it."
LEARNED = (
    "Individuals exhibiting symptomatology consistent with acute myocardial infarction should be expeditiously "
    "conveyed to the nearest emergency department for evaluation and subsequent percutaneous coronary intervention."
)
LABELLED = (
    "She committed suicide after suffering from schizophrenia. Addicts and schizophrenics need help. Read her story."
)
UNFILLED = "DRAFT - TODO add link. Join us [DATE] at [LOCATION] for the [URL] blood drive @TBC"
DRESSED = f"{bold('Free heart checks this week')}. Book at bit.ly/3xYz. The clinic opens on Monday 31 April."
COUNTED = (
    "Your risk rises by 200% if you smoke, and 1 in 50 versus 3 in 75 people are affected. "
    "Vaccination reduces hospitalisation by 0.4 percentage points."
)


@pytest.mark.parametrize(
    ("text", "rule", "words"),
    [
        (SHOUTED, "access/link-text", "CLICK HERE"),
        (SHOUTED, "access/capitals", "CLICK HERE"),
        (SHOUTED, "plain/text-speak", "ur"),
        (SHOUTED, "plain/text-speak", "b4"),
        (SHOUTED, "plain/punctuation", "!!!"),
        (SHOUTED, "access/emoji", "\U0001f489"),
        (SHOUTED, "hashtags/too-many", "#viral"),
        (SHOUTED, "hashtags/case", "#getyourflujabtodaybirmingham"),
        (NAMED, "confidentiality/patient", "John Smith"),
        (NAMED, "confidentiality/patient", "DOB 04/12/1961"),
        (NAMED, "confidentiality/patient", "MRN 4482913"),
        (CURED, "clinical/claim", "miracle supplement"),
        (CURED, "clinical/claim", "cures diabetes"),
        (CURED, "clinical/claim", "no side effects"),
        (CURED, "clinical/claim", "100% guaranteed"),
        (LEARNED, "plain/reading-grade", ""),
        (LEARNED, "plain/jargon", "symptomatology"),
        (LEARNED, "plain/jargon", "acute myocardial infarction"),
        (LEARNED, "plain/jargon", "percutaneous coronary intervention"),
        (LABELLED, "respect/suicide", "committed suicide"),
        (LABELLED, "respect/conditions", "suffering from"),
        (LABELLED, "respect/addiction", "Addicts"),
        (LABELLED, "respect/mental-health", "schizophrenics"),
        *((UNFILLED, "draft/placeholder", word) for word in ("DRAFT", "TODO", "[DATE]", "[LOCATION]", "[URL]", "@TBC")),
        (DRESSED, "access/styled-text", bold("Free heart checks this week")),
        (DRESSED, "draft/short-link", "bit.ly/3xYz"),
        (DRESSED, "draft/impossible-date", "Monday 31 April"),
        (COUNTED, "clinical/claim", "risk rises by 200%"),
        (COUNTED, "clinical/claim", "1 in 50 versus 3 in 75"),
        (COUNTED, "clinical/claim", "percentage points"),
    ],
)
def test_a_fault_is_found_by_its_rule(text: str, rule: str, words: str) -> None:
    """None of six other linters saw any of the gravest of these."""
    (post,) = LINTER.lint(text, ["twitter"]).posts
    found = [s.text for s in post.suggestions if s.rule == rule]
    assert any(words in text for text in found), [(s.rule, s.text) for s in post.suggestions]


@pytest.mark.parametrize(("text", "verdict"), [(NAMED, "stop"), (UNFILLED, "stop"), (CURED, "review")])
def test_the_gravest_are_held_back(text: str, verdict: str) -> None:
    """A patient's name and a placeholder never go out; a person looks at a cure first."""
    (post,) = LINTER.lint(text, ["twitter"]).posts
    assert post.verdict == verdict
