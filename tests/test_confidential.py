"""What names a patient outright is found in every way that people write it, and other numbers are left alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postlint import Linter
from postlint.patients.identifiers import is_nhs_number

LINTER = Linter({"select": ["confidentiality/patient"]})


def found(text: str) -> list[str]:
    """What the rule flags in a text."""
    return [suggestion.text for suggestion in LINTER.lint(text).posts[0].suggestions]


def check_digit(nine: str) -> str | None:
    """The tenth digit by the Data Dictionary's own words: weights 10 to 2, eleven minus the remainder."""
    rest = 11 - sum(int(digit) * weight for digit, weight in zip(nine, range(10, 1, -1), strict=True)) % 11
    return None if rest == 10 else "0" if rest == 11 else str(rest)


@given(st.from_regex(r"[1-9][0-9]{8}", fullmatch=True), st.sampled_from(["", " ", "-"]))
def test_every_valid_nhs_number_is_found_however_it_is_parted(nine: str, part: str) -> None:
    """Three, three and four digits, with blanks, hyphens or nothing between them."""
    digit = check_digit(nine)
    ten = nine + (digit or "0")
    written = part.join((ten[:3], ten[3:6], ten[6:]))
    valid = digit is not None and len(set(ten)) > 1
    assert is_nhs_number(written) is valid
    free = part == "-" and ten[:3] in ("800", "833", "844", "855", "866", "877", "888")
    assert found(f"Notes of {written}, please.") == ([written] if valid and not free else [])


@given(st.from_regex(r"[0-9]{10}", fullmatch=True))
def test_a_wrong_check_digit_is_no_nhs_number(ten: str) -> None:
    """One digit in eleven is right, and only that one."""
    assert is_nhs_number(ten) is (len(set(ten)) > 1 and check_digit(ten[:9]) == ten[9])


@pytest.mark.parametrize(
    "text",
    [
        "Call 943 476 5919 now.", "Helpline: 9434765919", "+44 943 476 5919", "01943 476 5919", "Ref 9434765919",
        "https://example.org/9434765919", "ISBN 9434765919", "£9434765919.00", "943 476 59190", "#9434765919",
        "Age 71, ward 4, bed 12, 31 December 2026.", "NHS 75: born on the wards", "Patient numbers are down 12%",
        "Unit 4, 20 High Street", "Hospital at 10.30 on 12.12.2026",
    ],
)  # fmt: skip
def test_other_numbers_are_left_alone(text: str) -> None:
    """Telephones, references, links, prices, dates and addresses name no patient."""
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "flagged"),
    [
        ("DOB 04/12/1961", ["DOB 04/12/1961"]),
        ("d.o.b.: 4 Dec 1961", ["d.o.b.: 4 Dec 1961"]),
        ("date of birth December 4, 1961", ["date of birth December 4, 1961"]),
        ("MRN: 4482913", ["MRN: 4482913"]),
        ("Hospital number A1234567 and NHS no. 943 476 5919", ["Hospital number A1234567", "NHS no. 943 476 5919"]),
    ],
)
def test_labelled_details_are_found(text: str, flagged: list[str]) -> None:
    """A label and what it labels are flagged together."""
    assert found(text) == flagged


@pytest.mark.parametrize(
    ("file", "stops"),
    [
        ("john-smith-hip-xray.jpg", True),
        ("Mrs_Patel_ward_7.png", True),
        ("Scan Joan Amberley.jpg", True),
        ("dr-amina-yusuf-diabetes.jpg", False),
        ("jane-doe-chief-nurse-stroke-ward.jpg", False),
        ("ward-7-hip-xray.jpg", False),
        ("joan-amberley.jpg", False),
        ("falls-chart-2026.png", False),
    ],
)
def test_a_files_name_may_name_a_patient(file: str, stops: bool) -> None:
    """A person's name beside an X-ray or a ward tells who was there; staff, and names alone, tell nothing."""
    report = LINTER.lint(f"---\nmedia: ['{file}']\n---\nOur new ward").posts[0]
    assert (report.verdict == "stop") is stops


@pytest.mark.parametrize("part", [" ", "-", ""])
def test_a_number_in_a_pictures_description_counts(part: str) -> None:
    """A wristband is read out with the rest of a description."""
    number = part.join(("943", "476", "5919"))
    report = LINTER.lint(f"---\nmedia:\n  - {{file: w.jpg, alt: A wristband with {number} on it}}\n---\nHello")
    assert "a picture's description" in report.posts[0].suggestions[0].message


def test_details_in_a_post_and_in_its_picture_add_up() -> None:
    """What the text leaves out the description may give away."""
    alt = "A smiling teenager from Derwick in bed 4 on Saturday"
    brief = f"---\nmedia:\n  - {{file: w.jpg, alt: {alt}}}\n---\n"
    assert LINTER.lint(f"{brief}Our brave patient is going home.").posts[0].verdict == "stop"
    assert LINTER.lint("Our brave patient is going home.").posts[0].verdict == "ready"


def test_a_private_group_is_no_exception_and_a_files_name_counts() -> None:
    """The rule holds for closed groups, for descriptions and for names of files."""
    brief = "---\nvisibility: private-group\nmedia: [scan-9434765919.jpg]\n---\n"
    report = LINTER.lint(f"{brief}Our new ward")
    assert report.posts[0].verdict == "stop"
    assert "a file's name" in report.posts[0].suggestions[0].message
