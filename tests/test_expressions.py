"""A pattern that is compiled on first use finds what one finds that is compiled at once."""

from __future__ import annotations

import re

import pytest

from postlint.expressions import expression


@pytest.mark.parametrize("method", ["search", "match", "fullmatch", "findall", "split"])
def test_it_does_what_a_compiled_pattern_does(method: str) -> None:
    """Each method gives the same, the first time and the second."""
    late, early = expression("(A)|b", re.IGNORECASE), re.compile("(A)|b", re.IGNORECASE)
    for text in ("a", "xaB", ""):
        assert str(getattr(late, method)(text)) == str(getattr(early, method)(text))


def test_it_is_compiled_when_it_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    """Making one compiles nothing; using it twice compiles it once."""
    asked: list[str] = []
    compile_now = re.compile
    monkeypatch.setattr(re, "compile", lambda source, flags: asked.append(source) or compile_now(source, flags))
    pattern = expression("a+")
    assert asked == []
    assert pattern.sub("b", "caat") == "cbt"
    assert [found[0] for found in pattern.finditer("a aa")] == ["a", "aa"]
    assert asked == ["a+"]


def test_it_has_nothing_that_a_pattern_has_not() -> None:
    """A slip of the pen is an error as it always is."""
    with pytest.raises(AttributeError, match="serach"):
        expression("a").serach("a")  # type: ignore[attr-defined]
