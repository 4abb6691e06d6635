"""What postlint says to people keeps to its own rules: no message sets one off, and all are easy to read."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

import pytest

from postlint import Linter
from postlint.data import lexicon
from postlint.examples import suggestions
from postlint.model import Rule
from postlint.readability import grade
from postlint.rulefile import read_examples
from postlint.sentences import sentences

NOW = dt.datetime(2025, 1, 1, tzinfo=dt.UTC)
LINTER = Linter({"ignore": ["question"]}, now=NOW)
ADVISED = Linter({"ignore": ["question", "opinion", "employer"]}, now=NOW)
"""A message says what its writer thinks better, and what to do: it is a view and a prescription by nature."""

HARDEST = 8
"""The school grade that messages keep to, as the house style asks."""

_QUOTED = re.compile(r"“[^”]*”")
_CODE = re.compile(r"\[link\]|U\+\w+|https?://\S+|\S*[\w]\.[\w/]+\S*|#\w+")
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")


def said(rule: Rule) -> Iterator[str]:
    """Each message of a rule about its own failing examples, without the words that are flagged."""
    fails, _ = read_examples(rule)
    for example in fails:
        for suggestion in suggestions(rule, example, LINTER.channels)[0]:
            message = _QUOTED.sub("it", suggestion.message)
            is_word = len(suggestion.text) < 3 and suggestion.text.isalnum()
            yield message if is_word or not suggestion.text else message.replace(suggestion.text, "it")


def set_off(text: str, linter: Linter = LINTER) -> list[tuple[str, str]]:
    """The rules that find words at fault in a text; that a question needs an answer is no concern of a sentence."""
    (post,) = linter.lint(text, ["linkedin"]).posts
    return [(s.rule, s.text) for s in post.suggestions if s.text and s.level != "reminder"]


@pytest.mark.parametrize("rule", LINTER.rules, ids=lambda rule: rule.id)
def test_no_message_sets_off_a_rule(rule: Rule) -> None:
    """Whoever pastes a suggestion into a post gets no new one for it."""
    texts = set(said(rule))
    assert {text: found for text in texts if (found := set_off(_CODE.sub("it", text), ADVISED))} == {}


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("jargon", "management"),
        ("jargon", "clinical"),
        ("respect", "suicide"),
        ("respect", "addiction"),
        ("respect", "mental"),
        ("respect", "conditions"),
    ],
)
def test_no_suggested_wording_sets_off_a_rule(name: str, key: str) -> None:
    """A better word that another rule would flag is no better."""
    better = sorted(set(lexicon(name)[key].values()))
    assert better
    assert {words: found for words in better if (found := set_off(f"The leaflet says {words} now."))} == {}


def test_every_better_wording_differs_from_what_it_replaces() -> None:
    """A word is never offered in place of itself, nor in place of a shorter one inside it."""
    for key in ("management", "clinical"):
        assert [word for word, better in lexicon("jargon")[key].items() if word in better.split()] == []


@pytest.mark.parametrize("rule", LINTER.rules, ids=lambda rule: rule.id)
def test_a_message_reads_easily(rule: Rule) -> None:
    """All that a rule says, taken together, reads at grade 8 or below."""
    texts = set(said(rule))
    words = [word for text in texts for word in _WORD.findall(_CODE.sub("it", text))]
    number = sum(len(sentences(text)) for text in texts)
    assert grade(words, number) <= HARDEST, texts
