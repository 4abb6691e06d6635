"""The formats for programs: whole, in their tools' shape, with columns that lead back to the words."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import xml.etree.ElementTree as ElementTree
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from postlint import Linter, Problem, Report, lint_paths
from postlint.outputs import FORMATS, render
from postlint.positions import Lines
from postlint.reports.columns import utf8_position
from postlint.reports.terminal import Style

SCHEMAS = Path(__file__).parent / "schemas"
LINTER = Linter()
DRAFT = """\
---
channels: [twitter, linkedin]
media:
  - {file: ward.jpg, alt: Sister Rowe points to a run chart}
postlint: {ignore: [{rule: media/file, reason: the picture comes on Monday (Jo)}]}
---
👩‍👩‍👧‍👦 How did it's e\u0301 ward <b>cut</b> falls?\u0007 TODO 50%, `now` #patientsafety @nhs
"Nobody had asked us": 𝗙𝗿𝗲𝗲 checks ::error:: [DATE]
"""
PROBLEM = Problem("can't be read: 100% sure, line one\nand two", path="drafts/flu jab 💉.txt", line=3)


@pytest.fixture
def report(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Report:
    """A draft on two channels with findings of every kind, in a folder of its own; and a problem."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "flu jab 💉.txt").write_text(DRAFT, "utf-8", newline="")
    found = lint_paths(["flu jab 💉.txt"])
    return Report(found.posts, problems=(PROBLEM,))


def made(report: Report, name: str) -> str:
    """The report in a format."""
    return render(report, name, Style())


def insist_on(data: object, schema: str) -> None:
    """The data have the shape that the schema in tests/schemas describes."""
    jsonschema.validate(data, json.loads((SCHEMAS / f"{schema}.json").read_text("utf-8")))


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_tells_the_problem_and_is_the_same_twice(report: Report, name: str) -> None:
    """What could not be read is in every format, and two runs give the same bytes."""
    text = made(report, name)
    assert "be read: 100" in text
    assert text == made(report, name)


@pytest.mark.parametrize("name", [name for name in FORMATS if name not in ("json", "jsonl")])
def test_no_format_passes_control_characters_on(report: Report, name: str) -> None:
    """A bell in a draft rings nowhere, and breaks no file."""
    assert "\u0007" not in made(report, name)


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_can_say_that_there_is_nothing(name: str) -> None:
    """A report of nothing is whole in its format."""
    text = made(Report(), name)
    if name in ("json", "gitlab", "sarif", "rdjson"):
        assert json.loads(text) is not None
    assert "draft/placeholder" not in text


def test_concise_leads_to_the_words(report: Report) -> None:
    """Path, line, column, level and rule; a star for a fix; and what is acknowledged, with its reason."""
    out = made(report, "concise")
    column = Lines(DRAFT).line(7).index("TODO") + 1
    assert f"flu jab 💉.txt:7:{column}: error draft/placeholder “TODO” is still to be filled in." in out
    assert re.search(r"advice hashtags/case .* \[\*\]", out)
    assert "(acknowledged: the picture comes on Monday (Jo))" in out
    assert "drafts/flu jab 💉.txt:3: problem can't be read" in out


def test_jsonl_is_the_json_in_lines(report: Report) -> None:
    """Each line is a suggestion as in `json`, with its path and channel."""
    rows = [json.loads(line) for line in made(report, "jsonl").splitlines()]
    posts = json.loads(made(report, "json"))["posts"]
    whole = [
        {"path": post["path"], "channel": post["channel"], "part": post["part"], **suggestion}
        for post in posts
        for suggestion in post["suggestions"]
    ]
    assert rows[:-1] == whole
    assert rows[-1]["problem"]["line"] == 3


def test_github_gets_one_command_a_line(report: Report) -> None:
    """Gravest first; what would end a command is escaped, so that a draft can't give commands of its own."""
    lines = made(report, "github").splitlines()
    values = r"(,(file|line|col|endLine|endColumn)=[^:,]*)*"
    command = re.compile(rf"::(error|warning|notice) title=postlint \([a-z/-]+\){values}::.+")
    assert all(command.fullmatch(line) for line in lines)
    assert lines[0].startswith("::error title=postlint (problem),file=drafts/flu jab 💉.txt,line=3::")
    assert "100%25 sure, line one%0Aand two" in lines[0]
    levels = [line.split()[0] for line in lines]
    assert levels == sorted(levels, key=["::error", "::warning", "::notice"].index)
    column = Lines(DRAFT).line(7).index("TODO") + 1
    assert f"line=7,col={column},endLine=7,endColumn={column + 4}::" in made(report, "github")


def test_a_summary_is_added_on_github(
    report: Report, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Where GitHub names a file for a job's summary, the report goes there in Markdown, behind what is there."""
    from postlint.__main__ import main

    (tmp_path / "summary.md").write_text("before\n", "utf-8")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "summary.md"))
    assert main(["flu jab 💉.txt", "--output-format", "github"]) == 1
    summary = (tmp_path / "summary.md").read_text("utf-8")
    assert summary.startswith("before\n## postlint")
    assert "`draft/placeholder`" in summary
    assert "::error" in capsys.readouterr().out


def test_gitlab_has_the_shape_that_gitlab_reads(report: Report) -> None:
    """Every entry is whole, no fingerprint comes twice, and what is acknowledged is left out."""
    entries = json.loads(made(report, "gitlab"))
    insist_on(entries, "gitlab")
    marks = [entry["fingerprint"] for entry in entries]
    assert len(set(marks)) == len(marks)
    assert "media/file" not in {entry["check_name"] for entry in entries}
    assert {"draft/placeholder", "hashtags/case", "internal/problem"} <= {entry["check_name"] for entry in entries}


def test_fingerprints_stay_when_lines_are_added(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A finding keeps its mark when it moves down, and a second one of the same words has a mark of its own."""
    monkeypatch.chdir(tmp_path)
    marks = []
    for text in ("TODO and TODO\n", "Hello.\n\nTODO and TODO\n"):
        Path("a.txt").write_text(text, "utf-8")
        entries = json.loads(made(lint_paths(["a.txt"]), "gitlab"))
        marks.append([e["fingerprint"] for e in entries if e["check_name"] == "draft/placeholder"])
    assert marks[0] == marks[1]
    assert len(set(marks[0])) == 2


def test_sarif_has_the_shape_of_its_standard(report: Report) -> None:
    """The log fits the part of the standard that it uses; rules, fixes, suppressions and the problem are in it."""
    log = json.loads(made(report, "sarif"))
    insist_on(log, "sarif")
    (run,) = log["runs"]
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert all(rules[result["ruleIndex"]] == result["ruleId"] for result in run["results"])
    suppressed = {result["ruleId"] for result in run["results"] if "suppressions" in result}
    assert suppressed == {"media/file"}
    assert not run["invocations"][0]["executionSuccessful"]
    assert run["columnKind"] == "unicodeCodePoints"
    uri = run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert uri == "flu%20jab%20%F0%9F%92%89.txt"


def test_sarif_passes_its_own_validator(report: Report, tmp_path: Path) -> None:
    """The validator of the standard's makers finds no error in the log."""
    tool = shutil.which("sarif-multitool") or shutil.which("Sarif.Multitool")
    if tool is None:
        pytest.skip("sarif-multitool is not installed")
    (tmp_path / "log.sarif").write_text(made(report, "sarif"), "utf-8")
    done = subprocess.run([tool, "validate", "log.sarif"], capture_output=True, text=True, check=False)
    assert ": error " not in done.stdout
    assert "completed successfully" in done.stdout


def test_sarifs_fixes_do_what_postlints_do(report: Report) -> None:
    """The replacement in the log, made by its lines and columns, capitalises the tag."""
    log = json.loads(made(report, "sarif"))
    result = next(r for r in log["runs"][0]["results"] if r["ruleId"] == "hashtags/case")
    (replacement,) = result["fixes"][0]["artifactChanges"][0]["replacements"]
    region = replacement["deletedRegion"]
    line = Lines(DRAFT).line(region["startLine"])
    fixed = line[: region["startColumn"] - 1] + replacement["insertedContent"]["text"] + line[region["endColumn"] - 1 :]
    assert fixed == line.replace("#patientsafety", "#PatientSafety")


def test_junit_has_a_case_for_each_post(report: Report) -> None:
    """Errors and warnings fail a case; advice and what is acknowledged only stand in its output."""
    root = ElementTree.fromstring(made(report, "junit"))
    assert root.tag == "testsuites"
    (suite,) = root
    cases = {case.attrib["name"]: case for case in suite}
    assert list(cases) == ["X (Twitter)", "LinkedIn", "could not be checked"]
    assert {name: suite.attrib[name] for name in ("tests", "failures", "errors")} == {
        "tests": "3", "failures": "2", "errors": "1",
    }  # fmt: skip
    kinds = {failure.attrib["type"] for failure in cases["LinkedIn"].findall("failure")}
    assert kinds == {"error draft/placeholder", "warning access/styled-text"}
    output = cases["LinkedIn"].findtext("system-out") or ""
    assert "advice hashtags/case" in output
    assert "acknowledged: the picture comes on Monday" in output


def test_junit_can_be_read_by_those_who_read_it(report: Report, tmp_path: Path) -> None:
    """A library that reads JUnit reports counts what postlint counts."""
    junitparser = pytest.importorskip("junitparser")
    (tmp_path / "report.xml").write_text(made(report, "junit"), "utf-8")
    read = junitparser.JUnitXml.fromfile(str(tmp_path / "report.xml"))
    assert (read.tests, read.failures, read.errors) == (3, 2, 1)


def test_rdjson_counts_bytes(report: Report) -> None:
    """Columns are bytes of UTF-8; cut out of the encoded line they give the words, and the fix's text fits there."""
    data = json.loads(made(report, "rdjson"))
    insist_on(data, "rdjson")
    tag = next(d for d in data["diagnostics"] if d["code"]["value"] == "hashtags/case")
    assert cut(tag["location"]["range"]) == "#patientsafety"
    (suggestion,) = tag["suggestions"]
    assert cut(suggestion["range"]) == "patientsafety"
    assert suggestion["text"] == "PatientSafety"


def cut(place: dict[str, Any]) -> str:
    """The words at a range of bytes inside one line of the draft."""
    line = Lines(DRAFT).line(place["start"]["line"]).encode()
    return line[place["start"]["column"] - 1 : place["end"]["column"] - 1].decode()


def test_markdown_can_neither_mention_nor_add_markup(report: Report) -> None:
    """Words of a draft are words: no mention of a person, no raw HTML, no table cell too many."""
    text = made(report, "markdown")
    assert "@nhs" not in text
    assert "<b>" not in text
    assert "| X (Twitter) | 🛑 stop |" in text
    assert "Better: `#PatientSafety`" in text
    assert "Acknowledged: the picture comes on Monday (Jo)" in text


letters = st.sampled_from("a\n\r\té’👍👩\u200d\ufe0f\u0301\u2028𝗙")
texts = st.text(letters | st.characters(exclude_categories=["Cs"]))


@given(texts, st.data())
def test_bytes_lead_back_to_the_offset(text: str, data: st.DataObject) -> None:
    """Line and column in bytes stand for one offset, and the encoded line leads back to it."""
    offset = data.draw(st.integers(0, len(text)))
    line, column = utf8_position(Lines(text), offset)
    start = Lines(text).starts[line - 1]
    assert start + len(text[start:].encode()[: column - 1].decode()) == offset


@given(texts)
def test_code_points_lead_back_to_the_words(text: str) -> None:
    """In `json` the offsets, and the lines and columns, both cut the flagged words out of the text."""
    report = LINTER.lint(f"{text} TODO #patientsafety {text}")
    for post in json.loads(made(report, "json"))["posts"]:
        for one in post["suggestions"]:
            whole = report.posts[0].draft.text
            starts = Lines(whole).starts
            start = starts[one["line"] - 1] + one["column"] - 1
            end = starts[one["end_line"] - 1] + one["end_column"] - 1
            assert (start, end) == (one["start"], one["end"])
            assert whole[start:end] == one["text"]


@given(texts)
def test_whatever_stands_in_a_draft_every_format_can_hold_it(text: str) -> None:
    """No text breaks a format: what must be JSON or XML is."""
    report = LINTER.lint(f"TODO {text} [LINK]")
    for name in ("json", "gitlab", "sarif", "rdjson"):
        json.loads(made(report, name))
    ElementTree.fromstring(made(report, "junit"))
    assert all(line.startswith("::") for line in made(report, "github").split("\n"))
    assert made(report, "markdown")
