"""Sentences and token patterns: exact places, entities whole, spaCy loaded late, memory flat."""

from __future__ import annotations

import ast
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import postlint
from postlint import language
from postlint.extract import entities
from postlint.language import Patterns, sentences


def test_sentences_end_where_a_reader_ends_them() -> None:
    """A mark or a line ends one; an abbreviation, a time, a link and an emoji don't."""
    text = "Dr. Rowe said hi. It's 9.30 am! Go to nhs.uk/flu now 👍🏽\nNext “line?” ok #Get"
    found = [text[span.start : span.end] for span in sentences(text, entities(text))]
    assert found == ["Dr. Rowe said hi.", "It's 9.30 am!", "Go to nhs.uk/flu now 👍🏽", "Next “line?”", "ok #Get"]


@given(st.text(st.sampled_from("ab. !?\n\r\t👍🏽❤️#@é\u0301"), max_size=60))
def test_sentences_hold_every_word_once(text: str) -> None:
    """Nothing but blanks lies outside the sentences, and they don't overlap."""
    spans = sentences(text, entities(text))
    assert [span.start for span in spans] == sorted(span.start for span in spans)
    kept = "".join(text[span.start : span.end] for span in spans)
    assert "".join(kept.split()) == "".join(text.split())


def test_a_pattern_fits_words_in_their_order() -> None:
    """The longest fit at each place, with the text's own offsets, behind emoji and links too."""
    patterns = Patterns([[{"LOWER": "off"}, {"LOWER": "the"}, {"LOWER": "record"}], [{"LOWER": "off"}]])
    text = "👍🏽 https://example.org/off Off the record, she set off"
    assert [text[s.start : s.end] for s in patterns.find(text, entities(text))] == ["Off the record", "off"]


def test_a_look_at_the_letters_misses_nothing() -> None:
    """Where the look says no, spaCy would find nothing either."""
    patterns = Patterns([[{"LOWER": {"IN": ["please", "pls"]}}, {"LOWER": "do", "OP": "?"}, {"LOWER": "share"}]])
    assert not patterns.may_fit("Please do")
    assert patterns.may_fit("Pls share")
    assert patterns.find("Pls share")


def test_words_that_stand_apart_may_not_fit_side_by_side() -> None:
    """Words of neighbouring tokens must adjoin, as they do in don't; those behind an open token may stand anywhere."""
    near = Patterns(
        [[{"LOWER": "between"}, {"LOWER": {"IN": ["us", "ourselves"]}}], [{"LOWER": "do"}, {"LOWER": "n't"}]]
    )
    far = Patterns(
        [[{"LOWER": "keep", "OP": "+"}, {"LOWER": "off"}], [{"LOWER": "which"}, {"OP": "*"}, {"LOWER": "best"}]]
    )
    assert near.may_fit("Just Between us")
    assert near.may_fit("Don't")
    assert not near.may_fit("Between Monday and Friday, just trust us")
    assert far.may_fit("Which of them is best?")
    assert len(far.find("Keep keep off")) == 1


def test_a_pattern_that_is_none_says_so() -> None:
    """A slip in a pattern is an error in words."""
    with pytest.raises(ValueError, match="not a list of token patterns"):
        Patterns([[{"LOWERED": "a"}]]).find("a")


def test_a_pipeline_made_anew_reads_alike(monkeypatch: pytest.MonkeyPatch) -> None:
    """Memory stays within bounds, since a pipeline that has read much gives way to a new one; nothing else changes."""
    patterns = Patterns([[{"LOWER": "record"}]])
    text = "It was off the record. Was it?"
    before = sentences(text), patterns.find(text)
    monkeypatch.setattr(language, "_MOST_WORDS", 1)
    assert [(sentences(text), patterns.find(text)) for _ in range(3)] == [before] * 3


def test_several_threads_read_at_once() -> None:
    """Each gets its own text's sentences and fits."""
    patterns = Patterns([[{"LOWER": "record"}]])
    texts = [f"Off the record number {n}x. Next line {n}y." for n in range(200)]
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda text: (len(sentences(text)), len(patterns.find(text))), texts))
    assert found == [(2, 1)] * 200


def test_only_one_module_imports_spacy_and_only_when_asked() -> None:
    """spaCy takes longer to load than everything else together."""
    package = Path(postlint.__file__).parent
    importers = {path.name for path in package.rglob("*.py") if _imports_spacy(path)}
    assert importers == {"language.py"}
    code = "import sys, postlint.language; print('spacy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "False\n"


def _imports_spacy(path: Path) -> bool:
    names = [
        name
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        for name in (
            [a.name for a in node.names] if isinstance(node, ast.Import) else [getattr(node, "module", "") or ""]
        )
    ]
    return any(name.partition(".")[0] == "spacy" for name in names)
