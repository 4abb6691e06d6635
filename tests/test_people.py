"""Names without a trained model: what finds them, and what is no name."""

from __future__ import annotations

import pytest

from postlint import people


def found(text: str) -> list[str]:
    """All names in a text, by whatever shows them."""
    spans = sorted({*people.titled(text), *people.staff(text), *people.full_names(text)})
    return [text[span.start : span.end] for span in spans]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Mrs Patel and Mr. T are here.", ["Mrs Patel", "Mr. T"]),
        ("Mrs Patel's ward", ["Mrs Patel"]),
        ("Joan Amberley met John R. Smith and Sarah K.", ["Joan Amberley", "John R. Smith", "Sarah K."]),
        ("Dr Amina Yusuf and Sister Rowe", ["Dr Amina Yusuf", "Amina Yusuf", "Sister Rowe"]),
        ("Siân Öztürk; Mx Łoś", ["Mx Łoś"]),
        ("Miss out and you miss a lot. A master class. Mr and Mrs.", []),
        ("Florence is a city. Patient Safety Week. Joan spoke.", []),
        ("#JoanAmberley @JohnSmith https://example.org/Joan-Smith", []),
    ],
)
def test_a_title_or_a_given_name_shows_a_name(text: str, names: list[str]) -> None:
    """Two capitals alone show none: headlines are full of them."""
    assert found(text) == names
