"""Opinion: what is the author's own, in which words, and how surely."""

import sys
from subprocess import run

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postlint import Linter
from postlint.data import lexicon
from postlint.opinion import cues, opinion, weightsfile
from postlint.opinion.features import read
from postlint.quotations import quotations
from tests.growth import grows_in_step

RULES = ("first-person", "judgement", "criticism", "prescription", "speculation", "sarcasm")


def _fired(text: str) -> set[str]:
    suggestions = Linter({"select": ["opinion"]}).lint(text).posts[0].suggestions
    return {suggestion.rule for suggestion in suggestions if suggestion.level == "warning"}


@pytest.mark.parametrize(
    ("text", "own"),
    [
        ("Dr Pryce told members that every board ought to have one.", "dr <name> told <said>"),
        ("Every board ought to have one, says Dr Pryce.", "<said> says <name> ."),
        ("According to the union, the plan is a mistake.", "<said> according to the"),
        ("Norman Rowe: the plan is a mistake", "norman <name> : <said>"),
        ("The plan is a mistake – Norman Rowe", "<said> – norman <name>"),
        ("Patients were told this morning.", "patients were told this morning ."),
        ("I said the plan was a mistake.", "i said the plan was a mistake ."),
        ("Hot take: the plan is bad", "hot take : the plan is bad"),
        ("Amen RT @rowe: the plan is bad", "amen <letters> <account>"),
    ],
)
def test_what_others_say_is_set_apart(text: str, own: str) -> None:
    """Reported speech, signed words and reposts are none of the author's; blame in the passive is."""
    assert " ".join(word.small for sentence in read(text, ()).sentences for word in sentence.words) == own


@pytest.mark.parametrize(
    ("text", "attributed"),
    [
        ("The new rota is a shambles.", "“The new rota is a shambles,” one porter told us."),
        ("Every board ought to have a frailty team.", "Dr Pryce said that every board ought to have a frailty team."),
        ("Ministers have failed our midwives.", "Ministers have failed our midwives, according to the union."),
    ],
)  # fmt: skip
def test_attribution_makes_the_difference(text: str, attributed: str) -> None:
    """The same words fire as the author's own and not as somebody else's."""
    assert _fired(text)
    assert not _fired(attributed)


def test_names_and_topics_are_not_seen() -> None:
    """Two posts that differ only in who and what they are about look the same to the model."""
    one, other = (
        read(text, ()).features for text in ("The vaccine is a disgrace, Rowe.", "The theatre is a disgrace, Pryce.")
    )
    assert one == other
    model = weightsfile.of_posts().model
    assert not set(model.features) & cues.topics()
    assert not set(model.words) & cues.topics()


def test_every_warning_underlines_words_of_the_post() -> None:
    """A report shows the words, not the whole post."""
    text = "Clinic moves to the Rowan building on 4 May. The old form was clumsy and the new one is worse."
    found = [s for s in Linter({"select": ["opinion"]}).lint(text).posts[0].suggestions if s.level == "warning"]
    assert [text[s.start : s.end] for s in found] == ["The old form was clumsy and the new one is worse"]
    assert all(0.5 <= s.confidence <= 1 for s in found)


def test_a_disclaimer_is_told_and_silences_nothing() -> None:
    """ "Views my own" is a reminder, and the view is reported all the same."""
    report = Linter({"select": ["opinion"]}).lint("The new rota is a shambles. Views my own.").posts[0]
    assert {(s.rule, s.level) for s in report.suggestions} == {
        ("opinion/judgement", "warning"),
        ("opinion/disclaimer", "reminder"),
    }


@given(st.text(max_size=300))
def test_spans_lie_inside_any_text(text: str) -> None:
    """Whatever is read, a view's words are words of the text, and its confidence a share."""
    for view in opinion(text, quotations(text)).views:
        assert 0 <= view.span.start <= view.span.end <= len(text)
        assert 0 <= view.confidence <= 1
        assert view.kind in RULES


@pytest.mark.parametrize(
    "piece", ["a ", "say ", ": ", "- A ", "RT @a ", "#aA ", '"a" ', "not the best ", "so-", "a.", ".\n"]
)
def test_time_grows_with_the_text(piece: str) -> None:
    """No text takes more than its share."""
    assert grows_in_step(lambda text: opinion(text, quotations(text)).views, lambda size: piece * (size // len(piece)))


def test_opinion_needs_no_spacy() -> None:
    """Judging a post imports neither spaCy nor numpy."""
    code = "import postlint, sys; postlint.lint('A shambles.'); sys.exit(bool({'spacy', 'numpy'} & set(sys.modules)))"
    assert run([sys.executable, "-c", code], check=False).returncode == 0


def test_cue_lists_are_lists_of_small_words() -> None:
    """A word with a capital could never be met, since the model reads small letters."""
    for words in lexicon("opinion-cues")["words"].values():
        assert words == words.lower()
