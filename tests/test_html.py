"""The page for an approver: what it shows, that it stands alone, and that a browser shows it."""

from __future__ import annotations

import re
import shutil
import subprocess
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postlint import Linter, Problem, Report
from postlint.model import Span
from postlint.reports.html import render
from postlint.reports.preview import segments

LINTER = Linter()
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
BROWSER = next(filter(None, map(shutil.which, NAMES)), None)
DRAFT = """\
---
channels: [twitter, linkedin, bluesky]
media: [{file: https://example.org/ward.jpg, alt: Sister Rowe points to a run chart}]
postlint: {ignore: [{rule: hashtags/case, reason: the campaign's own spelling (Jo)}]}
---
How did one ward cut falls? <script>alert("x")</script> TODO #patientsafety
"Nobody had asked us before." 𝗙𝗿𝗲𝗲 checks [DATE]
"""


class Tags(HTMLParser):
    """The elements of a page, and that each which is opened is closed."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.seen: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Notes an element."""
        self.seen.append((tag, dict(attrs)))
        if tag not in ("meta",):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Insists that the innermost element is the one that ends."""
        assert self.open.pop() == tag


def test_the_page_shows_what_an_approver_needs() -> None:
    """Each channel's preview with its verdict and count, marks and what they mean, and a line to sign."""
    page = render(LINTER.lint(DRAFT))
    for name in ("X (Twitter)", "LinkedIn", "Bluesky"):
        assert f"<h3>{name}</h3>" in page
    assert page.count('<mark class="error">TODO</mark>') == 3
    assert page.count("Stop: must not go out like this") == 3
    assert "of 280 characters" in page
    assert "described as “Sister Rowe points to a run chart”" in page
    assert "Acknowledged: the campaign&#x27;s own spelling (Jo)" in page
    assert "May go out" in page


def test_a_draft_adds_no_markup() -> None:
    """What looks like markup in a draft, its name or a problem is shown as words."""
    page = render(Report(LINTER.lint(DRAFT).posts, problems=(Problem("<img>", path="<b>.txt"),)))
    assert "<script" not in page
    assert "<img" not in page
    assert "&lt;b&gt;.txt" in page
    assert Tags(page).open == []


def test_the_page_stands_alone() -> None:
    """Nothing is fetched: no script, no picture, no style from elsewhere, no link out; and its rules say so."""
    tags = Tags(render(LINTER.lint(DRAFT))).seen
    assert not {name for name, _ in tags} & {"script", "img", "link", "iframe", "object", "form"}
    assert all((attributes.get("href") or "#").startswith("#") for _, attributes in tags)
    policies = [a["content"] for name, a in tags if name == "meta" and a.get("http-equiv")]
    assert policies == ["default-src 'none'; style-src 'unsafe-inline'"]


def test_the_page_can_be_heard() -> None:
    """A language, a title, landmarks, headings in steps, and every number at a mark leads to a finding."""
    page = render(LINTER.lint(DRAFT))
    tags = Tags(page).seen
    names = [name for name, _ in tags]
    assert ("html", {"lang": "en"}) in tags
    assert {"header", "main", "footer", "title"} <= set(names)
    steps = [int(name[1]) for name in names if re.fullmatch("h[1-6]", name)]
    assert steps[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(steps))
    ids = [attributes["id"] for _, attributes in tags if "id" in attributes]
    assert len(set(ids)) == len(ids)
    links = {(attributes["href"] or "")[1:] for name, attributes in tags if name == "a"}
    assert links <= set(ids)


def test_what_lies_past_the_limit_is_shown() -> None:
    """The words that a channel would cut off are struck out."""
    page = render(LINTER.lint(f"{'ward ' * 60}The end."))
    assert '<s class="over" title="past the limit">' in page


@given(st.text("ab👍\u0301 \n", max_size=40), st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=5))
def test_a_preview_shows_the_whole_text_once(text: str, drawn: list[tuple[int, int]]) -> None:
    """However findings overlap, the stretches give the text, and each finding covers its own words."""
    report = LINTER.lint(f"x{text}y").posts[0]
    whole = report.draft.parts[0].text
    places = [(number, Span(start, min(end, len(whole)))) for number, (start, end) in enumerate(drawn) if start < end]
    cut = list(segments(report, places))
    assert "".join(segment.text for segment in cut) == whole
    for number, span in places:
        covered = "".join(segment.text for segment in cut if number in segment.findings)
        assert covered == whole[span.start : span.end]


def test_a_mark_on_both_sides_of_an_image_covers_both(tmp_path: Path) -> None:
    """A Markdown image is not part of the text; what stands around it is marked in two stretches."""
    (tmp_path / "d.md").write_text("one ![a](b.png)two", "utf-8")
    from postlint import lint_paths

    report = lint_paths([tmp_path / "d.md"]).posts[0]
    cut = list(segments(report, [(1, Span(0, len(report.draft.text)))]))
    assert [(segment.text, segment.findings) for segment in cut] == [("one ", (1,)), ("two", (1,))]


def run_browser(*arguments: str) -> str:
    """What a headless browser prints; the test is skipped where there is none."""
    if BROWSER is None:
        pytest.skip("Chromium is not installed")
    command = [BROWSER, "--headless", "--no-sandbox", "--disable-gpu", *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=True, timeout=120).stdout


def test_a_browser_loads_the_page(tmp_path: Path) -> None:
    """Chromium reads the page as it was meant: same marks, same headings; and prints it as a PDF."""
    page = tmp_path / "report.html"
    page.write_text(render(LINTER.lint(DRAFT)), "utf-8")
    profile = f"--user-data-dir={tmp_path / 'profile'}"
    shown = run_browser(profile, "--dump-dom", page.as_uri())
    assert shown.count('<mark class="error">TODO</mark>') == 3
    assert shown.count("<article") == 1
    run_browser(profile, "--no-pdf-header-footer", f"--print-to-pdf={tmp_path / 'report.pdf'}", page.as_uri())
    assert (tmp_path / "report.pdf").read_bytes().startswith(b"%PDF")
