"""Fixes in whole drafts: what is mended, what is left to a person, and that a file is never harmed."""

from __future__ import annotations

import io
import os
import re
import shutil
import subprocess
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postlint import Linter, drafts
from postlint.__main__ import main
from postlint.fixing import mend
from tests.house import write_rule

LINTER = Linter()
SILENT = ["--fail-on", "never", "-o", os.devnull]


def fixed(text: str, *, unsafe: bool = False, channels: list[str] | None = None) -> str:
    """The text with its fixes made."""
    return mend(text, lambda text: LINTER.lint(text, channels), unsafe=unsafe).text


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Falls are down. #patientsafety", "Falls are down. #PatientSafety"),
        ("Falls are  down.  Ward 4 tells how.", "Falls are down. Ward 4 tells how."),
        ("Book: https://example.org/flu.", "Book: https://example.org/flu"),
        ("Book: https://example.org/2026.", "Book: https://example.org/2026"),
        ("𝗙𝗿𝗲𝗲 checks", "Free checks"),
        ("𝗙𝗿𝗲𝗲 checks: example.org/flu.\n#patientsafety", "Free checks: example.org/flu\n#PatientSafety"),
        ("#patientsafety on two posts\n---\n2/2  again", "#PatientSafety on two posts\n---\n2/2  again"),
    ],
)
def test_what_is_certain_is_mended(before: str, after: str) -> None:
    """Capitals of tags, doubled spaces, full stops glued to links, letters in disguise."""
    assert fixed(before) == after


@pytest.mark.parametrize(
    "text",
    [
        'She said: "We  were 𝗳𝗿𝗲𝗲 to ask. #patientsafety" Sister Rowe',
        "Give 10  mg twice a day",
        "At most 𝟭𝟬𝗺𝗴 a day",
        "Thank you, Amina  Yusuf, for this.",
        "Read https://example.org/a and @ward_4  99 times",
        "Book at https://example.org/flu. It takes two minutes.",
        "Ask @nhs𝗳𝗿𝗲𝗲 or #falls𝗳𝗿𝗲𝗲",
        "Book: https://example.org/flu.#FluJab",
        "#therapist #covid19 #harrowdale",
    ],
)
def test_quotations_doses_names_and_links_are_left_alone(text: str) -> None:
    """What only a person can answer for, no safe fix touches."""
    assert fixed(text) == text


def test_unsafe_fixes_go_further(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """They are made when asked for; without that, the command says how many there are."""
    (tmp_path / "d.txt").write_text("Give 10  mg twice a day", "utf-8")
    assert main([str(tmp_path / "d.txt"), "--fix", *SILENT]) == 0
    assert "1 more fix with --unsafe-fixes" in capsys.readouterr().err
    main([str(tmp_path / "d.txt"), "--fix", "--unsafe-fixes", *SILENT])
    assert (tmp_path / "d.txt").read_text("utf-8") == "Give 10 mg twice a day"


def test_an_acknowledged_finding_is_not_mended() -> None:
    """What somebody has agreed to stays, whatever rule would touch it."""
    brief = "---\npostlint: {ignore: [{rule: hashtags/case, reason: the campaign's own (Jo)}]}\n---\n"
    text = f"{brief}Hi  all #patientsafety"
    assert fixed(text) == text.replace("Hi  all", "Hi all")


def test_one_channel_is_enough_to_call_a_fix_unsafe() -> None:
    """A tag of one channel may be a word of another; the draft is one for both."""
    text = "Falls are down. #patientsafety"
    assert fixed(text, channels=["twitter", "linkedin"]) == "Falls are down. #PatientSafety"


def test_fixes_that_would_bring_up_a_warning_are_not_made(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A draft that its fixes would harm is left as it was, and that is a problem with the rule's name."""
    write_rule(tmp_path / "house", options='{ words = ["patient  safety", "PatientSafety"] }')
    (tmp_path / "postlint.toml").write_text('packs = ["house"]\n[rules."tone/calm"]\n', "utf-8")
    (tmp_path / "house/tone/strong.toml").write_text(
        (tmp_path / "house/tone/calm.toml").read_text("utf-8").replace('"phrases"', '"pattern"').replace(
            "words = [", "in_links = true, patterns = ["
        ), "utf-8",
    )  # fmt: skip
    draft = tmp_path / "d.txt"
    draft.write_text("Falls are down. #patientsafety", "utf-8")
    assert main([str(draft), "--fix"]) == 2
    assert "its fixes would bring up tone/" in capsys.readouterr().out
    assert draft.read_text("utf-8") == "Falls are down. #patientsafety"


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff"])
def test_marks_and_line_ends_are_kept(tmp_path: Path, mark: bytes) -> None:
    """Nothing but the fixed words changes in a file: not its encoding, its mark, or the ends of its lines."""
    encoding = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}.get(mark, "utf-8")
    text = "---\r\ngoal: x\r\n---\r\nCafé 💉  today\r\n\r\n#patientsafety\n"
    draft = tmp_path / "d.txt"
    draft.write_bytes(mark + text.encode(encoding))
    main([str(draft), "--fix", *SILENT])
    after = text.replace("#patientsafety", "#PatientSafety")
    assert draft.read_bytes() == mark + after.encode(encoding)


def test_a_second_run_changes_nothing(tmp_path: Path) -> None:
    """The file is not even written again."""
    draft = tmp_path / "d.txt"
    draft.write_text("Falls  are down: example.org/falls. #patientsafety", "utf-8")
    main([str(draft), "--fix", *SILENT])
    before = draft.stat()
    main([str(draft), "--fix", *SILENT])
    assert (draft.stat().st_ino, draft.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_a_draft_that_changes_meanwhile_is_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What somebody writes while postlint reads is not overwritten."""
    draft = tmp_path / "d.txt"
    draft.write_text("Falls  are down", "utf-8")
    read = drafts.content

    def changed(path: Path) -> bytes:
        found = read(path)
        path.write_text("Falls  are up", "utf-8")
        return found

    monkeypatch.setattr(drafts, "content", changed)
    assert main([str(draft), "--fix", *SILENT]) == 2
    assert draft.read_text("utf-8") == "Falls  are up"


@pytest.mark.parametrize("text", ["Falls  are down\n", "Falls  are down", "One\r\nFalls  are down\r\nThree"])
def test_a_difference_can_be_applied(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes], text: str
) -> None:
    """--diff writes nothing, is 1, and gives what `git apply` takes; with nothing to mend it is silent, and 0."""
    monkeypatch.chdir(tmp_path)
    draft = tmp_path / "d.txt"
    draft.write_bytes(text.encode())
    assert main(["d.txt", "--diff"]) == 1
    difference = capsysbinary.readouterr().out
    assert draft.read_bytes() == text.encode()
    if git := shutil.which("git"):
        subprocess.run([git, "apply"], input=difference, check=True)
        assert draft.read_bytes() == text.replace("  ", " ").encode()
        assert main(["d.txt", "--diff"]) == 0
        assert capsysbinary.readouterr().out == b""


def test_standard_input_comes_out_mended(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """With a hyphen, standard output is the mended text and nothing else; the report goes to standard error."""
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"TODO  falls #patientsafety")))
    assert main(["-", "--fix"]) == 1
    captured = capsys.readouterr()
    assert captured.out == "TODO falls #PatientSafety"
    assert "draft/placeholder" in captured.err


@pytest.mark.parametrize("option", [["--diff"], ["--write-baseline", "known.json"]])
def test_differences_are_no_report(option: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """Who asks for a report that there is none of is told, and not passed over."""
    assert main(["d.txt", *option, "--output-format", "json"]) == 2
    assert "no report" in capsys.readouterr().err


def test_unsafe_fixes_alone_are_a_slip(capsys: pytest.CaptureFixture[str]) -> None:
    """They go with --fix or --diff."""
    assert main(["d.txt", "--unsafe-fixes"]) == 2
    assert "goes with --fix" in capsys.readouterr().err


pieces = st.sampled_from(
    ["falls", "Ward", "  ", " ", ". ", "\n", '"', "“", "”", "10", "mg", "#patientsafety", "#PatientSafety", "@nhs",
     "https://example.org/a", "nhs.uk", ".", "𝗳𝗿𝗲𝗲", "𝟭𝟬", "💉", "Amina", "---\n", "‘it’s’", "(", ")"]
)  # fmt: skip


@given(st.lists(pieces, max_size=25).map(lambda drawn: "Falls " + "".join(drawn)))
def test_whatever_is_mended_no_word_is_lost(text: str) -> None:
    """Mending twice is mending once; digits, links, names and the words of quotations stay; only looks change."""
    after = fixed(text)
    assert fixed(after) == after
    assert kept(after) == kept(text)
    assert plain(after) == plain(text)
    for before, mended in zip(drafts.parse(text).parts, drafts.parse(after).parts, strict=True):
        spoken = re.findall("“[^“”]*”", before.text)
        assert re.findall("“[^“”]*”", mended.text) == spoken


def plain(text: str) -> str:
    """The text without what safe fixes may change: blanks, full stops, capitals, letters in disguise."""
    return re.sub(r"[\s.]+", "", unicodedata.normalize("NFKC", text)).lower()


def kept(text: str) -> list[str]:
    """The numbers and the names of accounts in a text."""
    return re.findall(r"\d+|(?<!\w)@\w+", text)
