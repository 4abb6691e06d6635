"""A trained spaCy pipeline finds more names where the config names one; without one, nothing of it is loaded."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from postlint import ConfigError, Linter, language

NAME = "postlint_test_names"
POST = "We are treating Zbigniew Wroblewski for a stroke on our ward."
PACKAGE = """
import spacy

def load(**options):
    nlp = spacy.blank("en")
    nlp.add_pipe("entity_ruler").add_patterns([{"label": "PERSON", "pattern": "Zbigniew Wroblewski"}])
    return nlp
"""


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A pipeline that knows one name, installed as a package."""
    (tmp_path / NAME).mkdir()
    (tmp_path / NAME / "__init__.py").write_text(PACKAGE, "utf-8")
    info = tmp_path / f"{NAME}-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {NAME}\nVersion: 1.0\n", "utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    yield NAME
    language._trained.cache_clear()
    sys.modules.pop(NAME, None)


def found(linter: Linter, text: str) -> list[str]:
    """The names that are flagged."""
    return [s.text for s in linter.lint(text).posts[0].suggestions if s.rule == "confidentiality/patient"]


def test_a_pipeline_finds_a_name_that_no_list_holds(installed: str) -> None:
    """The rule around the name stays the same: without care or a condition it is nobody's business."""
    assert found(Linter(), POST) == []
    assert found(Linter({"pipeline": installed}), POST) == ["Zbigniew Wroblewski"]
    assert found(Linter({"pipeline": installed}), "Zbigniew Wroblewski opened our garden.") == []


@pytest.mark.parametrize("name", ["en_no_such_pipeline", "./pipeline", "json"])
def test_a_pipeline_that_is_not_installed_is_told(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing passes in silence, and a folder beside a draft is never loaded: it could run code."""
    (tmp_path / "pipeline").mkdir()
    monkeypatch.chdir(tmp_path)
    with pytest.raises(ConfigError) as caught:
        Linter({"pipeline": name})
    assert "install it" in caught.value.message


def test_without_a_pipeline_names_load_no_spacy() -> None:
    """The lists are enough for the built-in rules."""
    code = (
        "import sys; from postlint import lint; lint('Our patient John Smith had a stroke.'); "
        "sys.exit('spacy' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
