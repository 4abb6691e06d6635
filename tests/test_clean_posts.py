"""The release gate: ordinary health posts get no error and no warning, on any channel."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from postlint import Linter

NOW = dt.datetime(2025, 5, 1, 9, tzinfo=dt.UTC)
LINTER = Linter(now=NOW)

CLEAN = {
    "flu": "Flu vaccines are free if you are 65 or over, pregnant, or live with diabetes, asthma or heart disease. "
    "Book now: https://www.nhs.uk/flu-vaccine #FluVaccine",
    "breast": "Found a new lump in your breast? It is probably not cancer, but get it checked. "
    "Call your GP practice today. #BreastCancerAwareness",
    "cervical": "Cervical screening can stop cancer before it starts. If you missed your last appointment, it is not "
    "too late to book one. https://example.org/cervical-screening",
    "crisis": "Feeling overwhelmed? You are not alone. Call or text 988 any time, day or night, to talk with a trained "
    "counselor. #SuicidePrevention",
    "condoms": "Using condoms lowers your chance of getting an STI during sex. Free testing is open to everyone at our "
    "Main Street clinic, Monday to Friday, 9am to 5pm.",
    "naloxone": "Naloxone can reverse an opioid overdose. Pick up a free kit at any county pharmacy. "
    "People who use drugs deserve care too. #OverdoseAwareness",
    "measles": "Dr Amina Yusuf explains how measles spreads and why 2 doses of MMR protect 97 out of 100 people. "
    "Watch with captions: https://example.org/mmr \U0001f4f7",
    "maternity": "Our maternity unit moves to Level 3 on Monday 12 May. Your appointment time stays the same. "
    "Questions? Ring 0121 496 0000.",
    "stroke": "Signs of a stroke: face drooping, arm weakness, slurred speech. Time matters. Call 911 right away. "
    "\U0001f691 #ActFast",
    "thanks": "Thank you to our nurses, porters, cleaners and volunteers. This week 41 of you gave blood. "
    "\u2764\ufe0f #NationalNursesWeek",
    "heat": "It\u2019s hot today. Drink water, stay in the shade from 11am to 3pm, and check on neighbors who live "
    "alone. \u2600\ufe0f\U0001f4a7",
    "autism": "Autistic adults told us our waiting room was too loud. So we built a quiet space. Ask at reception to "
    "use it. #AutismAcceptance",
}


@pytest.mark.parametrize("name", CLEAN)
@pytest.mark.parametrize("channel", sorted(LINTER.channels))
def test_a_clean_post_is_ready_everywhere(name: str, channel: str) -> None:
    """Breast, stroke, cancer, labour: the words of health care are no fault."""
    (post,) = LINTER.lint(CLEAN[name], [channel]).posts
    assert post.verdict == "ready", [(s.rule, s.text) for s in post.suggestions if s.level in ("error", "warning")]


PLACEHOLDERS = "DRAFT - TODO add link. Join us [DATE] at [LOCATION] for the [URL] blood drive @TBC"
HASHTAGS = (
    "CLICK HERE!!! get ur FREE flu jab b4 its gone!!!! \U0001f489\U0001f489\U0001f489\U0001f489\U0001f489\U0001f489 "
    "#getyourflujabtodaybirmingham #flu #jab #health #nhs #free #fyp #viral"
)


def test_what_was_left_to_fill_in_stops_a_post() -> None:
    """Every placeholder is named, each at its place."""
    (post,) = LINTER.lint(PLACEHOLDERS, ["twitter"]).posts
    assert post.verdict == "stop"
    assert [s.text for s in post.suggestions if s.rule == "draft/placeholder"] == [
        "DRAFT", "TODO", "[DATE]", "[LOCATION]", "[URL]", "@TBC",
    ]  # fmt: skip


def test_a_string_of_tags_is_told_and_its_long_one_mended() -> None:
    """Eight hashtags are too many, and a tag of five words gets its capitals."""
    (post,) = LINTER.lint(HASHTAGS, ["twitter"]).posts
    found = {s.rule: s for s in post.suggestions}
    assert "8 hashtags" in found["hashtags/too-many"].message
    assert "#GetYourFluJabTodayBirmingham" in found["hashtags/case"].message


@pytest.mark.parametrize("fact", (Path(__file__).parent / "facts.txt").read_text("utf-8").splitlines())
def test_a_plain_statement_of_health_is_no_view(fact: str) -> None:
    """Flat as they are, these are what everybody in health care puts out; no model of opinion was fitted on them."""
    (post,) = LINTER.lint(fact, ["linkedin"]).posts
    assert [s.rule for s in post.suggestions if s.level in {"error", "warning"}] == []
