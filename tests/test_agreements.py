"""Embargoes, consents and the days before an election: what the config may say, and what it then holds back."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from postlint import ConfigError, Linter
from postlint import config as configs
from postlint.agreements import publication

NOON = dt.datetime(2026, 6, 15, 12, tzinfo=dt.UTC)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('[[embargoes]]\nterms = ["TANSY"]\nuntil = 2026-06-18T00:01:00\n', "needs an offset"),
        ('[[embargoes]]\nterms = ["TANSY"]\nuntil = 2026-06-18T00:01:00\nzone = "Europe/Lundon"\n', "no time zone"),
        ('[[embargoes]]\nterms = []\nuntil = 2026-06-18T00:01:00Z\n', "add the words"),
        ('[[embargoes]]\nterms = ["TANSY"]\nuntil = "tomorrow"\n', "a moment like"),
        ("[pre-election]\nstart = 2026-05-07\nend = 2026-03-27\n", "swap the two days"),
        ("[pre-election]\nstart = 2026-05-07\n", '"pre-election.end" is missing'),
        ('[[consents]]\nperson = "J"\nscope = ["nam"]\nexpires = 2027-01-01\n', "use one of name, photo"),
        ('[[consents]]\nperson = ""\nscope = ["name"]\nexpires = 2027-01-01\n', "covers nothing"),
        ('[terms]\nconfidental = ["Project Heron"]\n', 'did you mean "terms.confidential"'),
        ('hold = "yes"\n', "true or false"),
    ],
)  # fmt: skip
def test_a_slip_is_told_with_its_mend(tmp_path: Path, text: str, said: str) -> None:
    """An embargo that can't be read must never be one that isn't kept."""
    file = tmp_path / "postlint.toml"
    file.write_text(text, "utf-8")
    with pytest.raises(ConfigError) as caught:
        Linter(file)
    assert said.replace("terms.", "") in caught.value.message.replace("terms.", "")


def test_a_zone_may_stand_beside_the_moment(tmp_path: Path) -> None:
    """Summer time is the zone's business, not the writer's."""
    file = tmp_path / "postlint.toml"
    file.write_text('[[embargoes]]\nterms = ["TANSY"]\nuntil = 2026-06-18T00:01:00\nzone = "Europe/London"\n', "utf-8")
    assert configs.load(file).config.embargoes[0].lifts.utcoffset() == dt.timedelta(hours=1)


@pytest.mark.parametrize(
    ("publish", "stops"),
    [
        ("", True),
        ("2026-06-17", True),
        ("2026-06-18T00:00+01:00", True),
        ("2026-06-18T00:01+01:00", False),
        ("2026-06-17T23:30+00:00", False),
        ("2026-06-19", False),
    ],
)
def test_an_embargo_holds_to_the_minute_in_any_zone(publish: str, stops: bool) -> None:
    """The brief's moment decides, else now; a day without a time is its first minute, which is the careful reading."""
    until = dt.datetime(2026, 6, 18, 0, 1, tzinfo=dt.timezone(dt.timedelta(hours=1)))
    linter = Linter({"embargoes": [{"terms": ["TANSY study"], "until": until}]}, now=NOON)
    brief = f"---\npublish: {publish}\n---\n" if publish else ""
    report = linter.lint(f"{brief}The TANSY study is out.").posts[0]
    assert any(s.rule == "confidentiality/embargo" for s in report.suggestions) is stops


def test_a_moment_without_a_zone_is_read_in_the_zone_of_now() -> None:
    """A brief's 09:00 is the writer's own nine o'clock."""
    assert publication(dt.datetime(2026, 6, 15, 9), NOON) == NOON.replace(hour=9)
    assert publication(None, NOON) == NOON


CONSENT = {"person": "Joan Amberley", "scope": ["name", "condition"], "expires": "2026-12-31"}


@pytest.mark.parametrize(
    ("text", "scope", "day", "stops"),
    [
        ("Our patient Joan Amberley has lupus.", ["name", "condition"], "2026-12-31", False),
        ("Our patient Joan Amberley has lupus.", ["name", "condition"], "2027-01-01", True),
        ("Our patient Joan Amberley has lupus.", ["name"], "2026-12-31", True),
        ("Our patient Doris Webb has lupus.", ["name", "condition"], "2026-12-31", True),
        ("Our patient Joan Amberley, DOB 04/12/1961, has lupus.", ["name", "condition"], "2026-12-31", True),
        ("Our patient Joan Amberley and our patient Doris Webb", ["name", "condition"], "2026-12-31", True),
        ("Our patient Joan Webb has lupus.", ["name", "condition"], "2026-12-31", True),
        ("Our patient Joan has lupus.", ["name", "condition"], "2026-12-31", False),
    ],
)
def test_a_consent_clears_what_it_covers_and_no_more(text: str, scope: list[str], day: str, stops: bool) -> None:
    """Another person, another detail, another year: none of them is covered. No consent covers a record's details."""
    linter = Linter({"consents": [{**CONSENT, "scope": scope}], "select": ["confidentiality/patient"]}, now=NOON)
    report = linter.lint(f"---\npublish: {day}\n---\n{text}").posts[0]
    assert (report.verdict == "stop") is stops
