"""The library: `lint`, `Linter`, `lint_paths`; streams, threads and the same answer every time."""

from __future__ import annotations

import datetime as dt
import gc
import itertools
import json
import subprocess
import sys
import tracemalloc
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import postlint
from postlint import Brief, ConfigError, Draft, DraftError, Linter, Media, lint, lint_paths
from tests.growth import grows_in_step
from tests.house import write_rule

NOW = dt.datetime(2026, 11, 24, 9, tzinfo=dt.UTC)
GOOD = "How did one ward cut falls by a third? https://example.org/falls #PatientSafety"
LINTER = Linter(now=NOW)


def test_one_draft_gets_an_answer_for_each_of_its_channels() -> None:
    """The brief's channels are checked in its order; an alias is its channel."""
    report = lint("---\nchannels: [linkedin, x]\n---\nHello")
    assert [post.channel.id for post in report.posts] == ["linkedin", "twitter"]


def test_channels_come_from_the_caller_then_the_brief_then_the_config_then_twitter() -> None:
    """The closest word on where a post goes wins."""
    brief = "---\nchannels: [facebook]\n---\nHi"
    config = {"channels": ["bluesky"]}
    assert [p.channel.id for p in lint(brief, channels=["mastodon"], config=config).posts] == ["mastodon"]
    assert [p.channel.id for p in lint(brief, config=config).posts] == ["facebook"]
    assert [p.channel.id for p in lint("Hi", config=config).posts] == ["bluesky"]
    assert [p.channel.id for p in lint("Hi").posts] == ["twitter"]


@pytest.mark.parametrize("text", ["---\nchannels: [twiter]\n---\nHi", "---\nchanels: [x]\n---\nHi", "---\nHi"])
def test_a_brief_that_cant_be_read_raises(text: str) -> None:
    """A caller who hands over one draft is told at once."""
    with pytest.raises(DraftError):
        lint(text)


def test_an_unknown_channel_names_the_nearest() -> None:
    """The message holds the name that was meant, and its line."""
    with pytest.raises(DraftError, match="did you mean") as caught:
        lint("---\nchannels: [twiter]\n---\nHi")
    assert caught.value.line == 2


def test_a_draft_may_be_put_together_by_hand() -> None:
    """A text and a brief make a draft; its media go out with it, and nothing passes unread."""
    brief = Brief(channels=("bluesky",), media=(Media("https://example.org/w.jpg", "image"),))
    report = lint(Draft("TODO", brief))
    assert [post.channel.id for post in report.posts] == ["bluesky"]
    assert {"draft/placeholder", "media/alt-text"} <= {s.rule for s in report.posts[0].suggestions}
    assert lint(Draft("TODO"), channels=[]).posts[0].verdict == "stop"


def test_ignoring_a_rule_that_isnt_there_raises() -> None:
    """A slip in the brief's list of ignored rules would otherwise ignore nothing."""
    with pytest.raises(DraftError, match='did you mean "hashtags/missing"'):
        lint("---\npostlint: {ignore: [{rule: hashtag/missing, reason: agreed}]}\n---\nHi")


@pytest.mark.parametrize(
    "config", [{"chanels": ["x"]}, {"select": ["nothing"]}, {"channel": {"twitter": {"lenght": 3}}}]
)
def test_a_config_that_cant_be_used_raises(config: dict[str, object]) -> None:
    """Unknown keys, rules and facts are errors with the nearest right name."""
    with pytest.raises(ConfigError):
        Linter(config)


def test_a_config_file_names_the_line(tmp_path: Path) -> None:
    """A slip in a config file is told with its file and line."""
    (tmp_path / "postlint.toml").write_text('channels = ["twitter"]\nfail-onn = "error"\n', "utf-8")
    with pytest.raises(ConfigError, match='did you mean "fail-on"') as caught:
        Linter(tmp_path / "postlint.toml")
    assert caught.value.line == 2


def test_many_drafts_are_read_one_at_a_time_and_answered_in_order() -> None:
    """An endless stream is no trouble, and a broken draft is one report with a problem in it."""
    endless = itertools.cycle(["Hello", "---\nbroken", GOOD])
    first = list(itertools.islice(LINTER.lint_many(endless), 5))
    assert [len(report.posts) for report in first] == [1, 0, 1, 1, 0]
    assert first[1].problems


def test_memory_stays_flat_over_many_drafts() -> None:
    """What a thousand drafts leave behind is no more than a few kilobytes."""

    def drafts(count: int) -> Iterator[str]:
        return (f"Ward {number}: how did we do it? {GOOD}" for number in range(count))

    for _ in LINTER.lint_many(drafts(200)):
        pass
    tracemalloc.start()
    before = tracemalloc.get_traced_memory()[0]
    for _ in LINTER.lint_many(drafts(1000)):
        pass
    gc.collect()
    grown = tracemalloc.get_traced_memory()[0] - before
    tracemalloc.stop()
    assert grown < 200_000


@settings(max_examples=60)
@given(st.text(max_size=400), st.sampled_from(sorted(LINTER.channels)))
def test_any_text_on_any_channel_is_checked_twice_alike(text: str, channel: str) -> None:
    """No text breaks a rule, every suggestion stands where it says, and two runs are byte-equal."""
    (report,) = LINTER.lint_many([text], [channel])
    if not report.posts:
        assert report.problems
        return
    assert not report.problems
    assert report.to_json() == next(LINTER.lint_many([text], [channel])).to_json()
    for post in report.posts:
        assert post.score is None or 0 <= post.score <= 100
        for suggestion in post.suggestions:
            assert post.draft.text[suggestion.start : suggestion.end] == suggestion.text


ODD = {
    "empty": "", "blank": "   \n", "emoji": "🚑🚑🚑", "marks": "e\u0301" * 50, "hebrew": "שלום לכולם",
    "override": "\u202eright to left", "crlf": "one\r\n\r\ntwo\r\n", "bom": "\ufeffmarked",
}  # fmt: skip


@pytest.mark.parametrize("text", ODD.values(), ids=ODD)
@pytest.mark.parametrize("channel", sorted(LINTER.channels))
def test_odd_drafts_are_handled(text: str, channel: str) -> None:
    """Empty, only emoji, combining marks, right to left, CRLF, a mark: each gets an answer and no problem."""
    report = LINTER.lint(text, [channel])
    assert len(report.posts) == 1
    assert not report.problems


def test_an_empty_post_has_no_score() -> None:
    """Nothing written is neither 0 nor 100."""
    assert LINTER.lint("").posts[0].score is None


def test_a_megabyte_is_checked() -> None:
    """A draft far too long is told so, and takes no more than moments."""
    report = LINTER.lint("Falls are down on ward 4. " * 40_000)
    assert "length/limit" in {s.rule for s in report.posts[0].suggestions}


HOSTILE = [
    "TODO ",
    "[link] ",
    "a.co ",
    "#a ",
    "@a ",
    "“a” said A ",
    "? ",
    "between us ",
    "please do n't share ",
    "http:/a ",
    "1/2 ",
]


@pytest.mark.parametrize("piece", HOSTILE)
def test_no_draft_takes_longer_than_its_length_deserves(piece: str) -> None:
    """With every rule on, one piece over and over takes time in step with the text."""
    linter = Linter({"select": ["ALL"]}, now=NOW)
    for channel in ("twitter", "mastodon"):
        assert grows_in_step(
            lambda text, channel=channel: linter.lint(text, [channel]),
            lambda size: piece * (size // len(piece)),
        )


def test_threads_may_share_a_linter() -> None:
    """Eight threads get the answers that one gets."""
    texts = [f"Ward {number} {GOOD}" for number in range(80)]
    alone = [LINTER.lint(text).to_json() for text in texts]
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(lambda text: LINTER.lint(text).to_json(), texts)) == alone


def test_the_json_keeps_its_contract() -> None:
    """Every key of version 1 is there, in its type."""
    report = LINTER.lint("---\nchannels: [twitter]\n---\nTODO: write about ward 4", None)
    data = json.loads(report.to_json())
    assert data["schema"] == "postlint/1"
    assert data["summary"] == {"posts": 1, "stop": 1, "review": 0, "ready": 0}
    (post,) = data["posts"]
    assert {"path", "channel", "verdict", "score", "length", "suggestions", "not_evaluated"} <= post.keys()
    assert post["length"]["limit"] == 280
    (placeholder,) = [s for s in post["suggestions"] if s["rule"] == "draft/placeholder"]
    assert set(placeholder) == {
        "rule", "level", "message", "why", "confidence", "points", "start", "end", "line", "column",
        "end_line", "end_column", "text", "fix", "acknowledged", "source",
    }  # fmt: skip
    assert (placeholder["line"], placeholder["column"], placeholder["text"]) == (4, 1, "TODO")


def test_files_go_by_the_config_closest_to_them(tmp_path: Path) -> None:
    """Two folders, two houses; a file's own folder is asked first."""
    for name, channel in (("a", "bluesky"), ("b", "mastodon")):
        (tmp_path / name).mkdir()
        (tmp_path / name / "postlint.toml").write_text(f'channels = ["{channel}"]\n', "utf-8")
        (tmp_path / name / "draft.txt").write_text(GOOD, "utf-8")
    assert [post.channel.id for post in lint_paths([tmp_path]).posts] == ["bluesky", "mastodon"]


def test_what_cant_be_read_stands_beside_what_can(tmp_path: Path) -> None:
    """A missing file, a broken brief, bytes that are no text, a broken config: the good draft is still checked."""
    (tmp_path / "good.txt").write_text(GOOD, "utf-8")
    (tmp_path / "brief.txt").write_text("---\nchanels: [x]\n---\nHi", "utf-8")
    (tmp_path / "bytes.txt").write_bytes(b"caf\xe9")
    (tmp_path / "house").mkdir()
    (tmp_path / "house" / "postlint.toml").write_text("nonsense = 1\n", "utf-8")
    (tmp_path / "house" / "draft.txt").write_text(GOOD, "utf-8")
    report = lint_paths([tmp_path, tmp_path / "missing.txt"])
    assert [Path(post.path or "").name for post in report.posts] == ["good.txt"]
    assert {Path(problem.path or "").name for problem in report.problems} == {
        "brief.txt", "bytes.txt", "postlint.toml", "missing.txt",
    }  # fmt: skip


def test_a_broken_rule_of_the_house_is_told_once(tmp_path: Path) -> None:
    """Ten drafts under one broken rule are one problem, and ten answers."""
    write_rule(tmp_path / "rules", more="nonsense = 1\n")
    (tmp_path / "postlint.toml").write_text('packs = ["rules"]\n', "utf-8")
    for number in range(10):
        (tmp_path / f"{number}.txt").write_text(GOOD, "utf-8")
    report = lint_paths([tmp_path])
    assert (len(report.posts), len(report.problems)) == (10, 1)


def test_a_house_sets_levels_weights_options_and_facts() -> None:
    """What a config says of a rule and of a channel holds."""
    config = {"channel": {"x": {"length": 20}}, "rules": {"length/limit": {"level": "advice", "weight": 5.0}}}
    (found,) = [s for s in lint("a" * 21, config=config).posts[0].suggestions if s.rule == "length/limit"]
    assert found.level == "advice"
    assert found.points > 0


def test_the_public_names_are_what_is_exported() -> None:
    """`__all__` is sorted, complete and documented."""
    assert postlint.__all__ == sorted(postlint.__all__)
    for name in postlint.__all__:
        assert getattr(postlint, name).__doc__


def test_entities_and_length_stand_alone() -> None:
    """The two helpers answer in the caller's own offsets, as often as they are asked."""
    text = "👍🏽 https://example.org/a #Falls @NHS"
    for _ in range(2):
        assert [(e.kind, text[e.start : e.end]) for e in postlint.entities(text, channel="twitter")] == [
            ("emoji", "👍🏽"), ("url", "https://example.org/a"), ("hashtag", "#Falls"), ("mention", "@NHS"),
        ]  # fmt: skip
    length = postlint.length(text, channel="x")
    assert (length.used, length.limit, length.unit) == (2 + 1 + 23 + 1 + 6 + 1 + 4, 280, "weighted")
    assert sum(part.cost for part in length.parts) == length.used


def test_importing_postlint_imports_no_spacy() -> None:
    """Neither the import nor a run in which no sentence is read loads spaCy, emoji data or a network module."""
    code = (
        "import sys, postlint; postlint.lint('The falls clinic opens on Monday at 9am. #PatientSafety https://example.org');"
        "print([m for m in ('spacy', 'emoji', 'numpy', 'socket', 'importlib.metadata') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_no_network_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    """With sockets broken, everything still works."""
    import socket

    def refuse(*_args: object, **_kwargs: object) -> None:
        raise AssertionError("a socket was opened")

    monkeypatch.setattr(socket, "socket", refuse)
    assert LINTER.lint(f"{GOOD} nhs.uk 🚑 “A quote,” said Sister Rowe. What would you do?").posts
