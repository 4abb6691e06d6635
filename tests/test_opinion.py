"""Opinion: what is the author's own, in which words, and how surely."""

import sys
from pathlib import Path
from subprocess import run

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from postlint import Linter, PackError
from postlint.data import lexicon
from postlint.model import Span
from postlint.opinion import cues, glance, judge, networkfile, opinion
from postlint.opinion.features import read
from postlint.opinion.pieces import passages, pieces
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
    model = glance.weights().model
    assert not set(model.features) & cues.topics()
    assert not set(model.words) & cues.topics()


def test_every_warning_underlines_words_of_the_post() -> None:
    """A report shows the words, not the whole post."""
    text = "Clinic moves to the Rowan building on 4 May. The new form is clumsy and nobody wanted it."
    found = [s for s in Linter({"select": ["opinion"]}).lint(text).posts[0].suggestions if s.level == "warning"]
    assert [text[s.start : s.end] for s in found] == ["The new form is clumsy and nobody wanted it"]
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
    assert grows_in_step(
        lambda text: opinion(text, quotations(text)).views, lambda size: piece * (size // len(piece)), size=600
    )


@pytest.mark.parametrize(
    ("text", "needs"),
    [
        ("The new rota is a shambles.", ["numpy", "onnxruntime"]),
        ("Clinic opens on Monday at 9am in the Rowan building.", []),
    ],
)
def test_only_doubtful_posts_are_read(text: str, needs: list[str]) -> None:
    """Opinion never needs spaCy, and what reckons with the network only where a glance leaves doubt."""
    heavy = {"spacy", "numpy", "onnxruntime"}
    code = f"import postlint, sys; postlint.lint({text!r}); print(sorted({heavy} & set(sys.modules)))"
    shown = run([sys.executable, "-c", code], check=False, capture_output=True, text=True).stdout
    assert shown.strip() == str(needs)


@pytest.mark.parametrize(("unclear", "read"), [(0.0, True), (1.1, False)])
def test_half_the_layers_are_enough_where_they_are_sure(
    unclear: float, read: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A post that is clear by then holds no view, and is as likely to hold one as it seemed by then."""
    weights = replace(glance.weights(), doubtful=0.0, unclear=unclear)
    monkeypatch.setattr(glance, "weights", lambda: weights)
    found = opinion("The old form was clumsy and the new one is worse.", ())
    assert bool(found.views) is read
    skimmed = judge.skim(found.reading)
    by_then = judge.skimmed_confidence(skimmed, glance.logit(found.reading))
    assert (found.confidence == by_then) is not read


def test_the_network_knows_what_it_is_asked() -> None:
    """A head for each question, as wide as its answers."""
    network = networkfile.network()
    widths = {name: head.bias.shape[0] for name, head in network.heads.items()}
    assert widths == {"skimmed": 1, "view": 1, "kind": len(judge.KINDS), "side": len(judge.SIDES), "token": 1}
    assert judge.KINDS == RULES


def test_every_sign_has_a_number() -> None:
    """What the words are masked by is known to the network, so that none of it is read as unknown."""
    known = networkfile.network().pieces
    text = "@rowe RT £30 20% 9am 2024 12 https://example.org/x #BigDay NHS LOUD. Then Ken said so."
    reading = read(text, ())
    smalls = {word.small for sentence in reading.sentences for word in sentence.every if word.small.startswith("<")}
    assert smalls <= known.keys()
    assert {"<s>", "<it>", "<unknown>", "<topic>", "<caps>", "<reply>", "<repost>", "<headline>"} <= known.keys()


@given(st.text(max_size=200), st.integers(0, 200), st.integers(0, 200))
def test_pieces_stand_in_order_inside_the_text(text: str, one: int, other: int) -> None:
    """Each piece has its place, sentence by sentence, whatever is marked."""
    marks = (Span(min(one, other), max(one, other)),)
    found = pieces(read(text, quotations(text)), networkfile.network().pieces, marks)
    assert all(0 <= piece.span.start <= piece.span.end <= len(text) for piece in found)
    assert [piece.sentence for piece in found] == sorted(piece.sentence for piece in found)


@pytest.mark.parametrize("number", [1, 5, 40, 400])
def test_long_posts_are_read_in_passages(number: int) -> None:
    """No passage is longer than can be read at once, and none of the pieces is lost."""
    network = networkfile.network()
    found = pieces(read("The old form was clumsy. " * number, ()), network.pieces)
    parts = list(passages(found, network.longest))
    assert all(len(part) <= network.longest for part in parts)
    assert [piece for part in parts for piece in part] == found


@pytest.mark.parametrize(
    "spoilt", [networkfile.NETWORK, networkfile.LOWER, networkfile.UPPER, networkfile.SECOND, networkfile.SECOND_LAYERS]
)
@pytest.mark.parametrize("content", [None, b"", b"PK nothing"])
def test_a_spoilt_network_is_told(
    spoilt: str, content: bytes | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file that can't be read, or isn't there, is named, with what mends it."""
    whole = networkfile.path
    if content is not None:
        (tmp_path / spoilt).write_bytes(content)
    monkeypatch.setattr(networkfile, "path", lambda name: tmp_path / name if name == spoilt else whole(name))
    read = networkfile.second if "second" in spoilt else networkfile.network
    read.cache_clear()
    with pytest.raises(PackError, match="install postlint again") as told:
        read()
    assert spoilt in str(told.value.file)
    read.cache_clear()


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("We oppose the merger.", "against"),
        ("We support the merger.", "for"),
        ("I'm not against the merger.", "for"),
        ("Petition to stop the merger: sign here.", "against"),
        ("The merger is on the agenda on Tuesday.", "neither"),
        ("The buses are a disgrace. Ours left before the meeting on the merger.", "neither"),
    ],
)
def test_asking_about_a_thing(text: str, side: str) -> None:
    """The side that the author takes on it, not on its neighbour, as shares that add up to one."""
    said, at = opinion(text, ()), text.index("merger")
    attitude = said.attitude((Span(at, at + len("merger")),))
    shares = attitude.shares if attitude else {"neither": 1.0}
    assert max(shares, key=lambda one: shares[one]) == side
    assert sum(shares.values()) == pytest.approx(1, abs=1e-4)
    assert said.attitude(()) is None


def test_cue_lists_are_lists_of_small_words() -> None:
    """A word with a capital could never be met, since the model reads small letters."""
    for words in lexicon("opinion-cues")["words"].values():
        assert words == words.lower()
