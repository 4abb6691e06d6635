"""Media: files that are there, of the right kind, described; and where a finding about one points."""

from __future__ import annotations

from pathlib import Path

import pytest

from postlint import Linter, lint, lint_paths
from postlint.media import ending, media_kind

FILES = Linter({"select": ["media"]})


def write(folder: Path, brief: str, name: str = "draft.txt") -> Path:
    """A draft with a brief in a folder of its own."""
    path = folder / name
    path.write_text(f"---\n{brief}\n---\nOur new ward is open.\n", "utf-8")
    return path


def test_a_missing_file_is_told_where_it_is_named(tmp_path: Path) -> None:
    """The finding points at the very line of the brief."""
    path = write(tmp_path, "media:\n  - {file: ward.jpg, alt: Four beds in a bright room}")
    report = lint_paths([path], config={"select": ["media/file"]})
    (found,) = report.posts[0].suggestions
    assert found.level == "error"
    assert found.text == "{file: ward.jpg, alt: Four beds in a bright room}"


def test_a_file_that_is_there_is_fine(tmp_path: Path) -> None:
    """Files are looked for in the draft's own folder, from wherever the command runs."""
    (tmp_path / "ward.jpg").write_bytes(b"")
    path = write(tmp_path, "media:\n  - {file: ward.jpg, alt: Four beds in a bright room}")
    assert not lint_paths([path], config={"select": ["media/file"]}).posts[0].suggestions


def test_a_draft_without_a_folder_says_what_it_did_not_check() -> None:
    """Where there is no folder to look in, the rule is listed as not asked."""
    report = lint("---\nmedia: [ward.jpg]\n---\nHello", config={"select": ["media/file"]})
    assert [skipped.rule for skipped in report.posts[0].not_evaluated] == ["media/file"]
    assert not report.problems


@pytest.mark.parametrize("name", ["../" * 40 + "etc/hosts.jpg", "a" * 5000 + ".jpg", "ward\u0000.jpg"])
def test_a_strange_name_breaks_nothing(tmp_path: Path, name: str) -> None:
    """A name that no file can have is a file that isn't there."""
    path = write(tmp_path, f'media:\n  - {{file: "{name!s}", alt: Four beds}}'.replace("\u0000", "\\0"))
    report = lint_paths([path], config={"select": ["media/file"]})
    assert not report.problems
    assert [s.rule for s in report.posts[0].suggestions] == ["media/file"]


def test_markdown_images_are_media_with_a_place(tmp_path: Path) -> None:
    """An image in a Markdown draft is checked like one in the brief, at its own place."""
    path = tmp_path / "draft.md"
    path.write_text("Our new ward is open.\n![](ward.jpg)\n", "utf-8")
    found = lint_paths([path], config={"select": ["media/alt-text"]}).posts[0].suggestions
    assert [s.text for s in found] == ["![](ward.jpg)"]


@pytest.mark.parametrize(
    ("alt", "fine"),
    [
        ("Sister Rowe points to a run chart of falls", True),
        ("X-ray of a healed wrist", True),
        ("Photographer of the year Jo Marsh with her prize", True),
        ("", False),
        ("   ", False),
        ("IMG_2041", False),
        ("ward-4.final.jpg", False),
        ("Photo of a ward", False),
        ("an image of a ward", False),
        ("Our new ward is open.", False),
        ("🏥", False),
        ("a" * 1001, False),
    ],
)
def test_a_description_says_what_is_to_be_seen(alt: str, fine: bool) -> None:
    """A description in words passes; a file's name, a stock opening, the post's own text and none at all don't."""
    report = FILES.lint(
        f'---\nmedia:\n  - {{file: https://example.org/w.jpg, alt: "{alt}"}}\n---\nOur new ward is open.'
    )
    assert ("media/alt-text" not in {s.rule for s in report.posts[0].suggestions}) is fine


def test_the_kind_goes_by_the_ending_unless_the_brief_says_it() -> None:
    """Endings in any case, links with parameters, and a kind of the brief's own."""
    assert [media_kind(name) for name in ("a.JPG", "b.mp4", "c.mp3", "d.pdf", "e.xyz", "f")] == [
        "image", "film", "audio", "document", "unknown", "unknown",
    ]  # fmt: skip
    assert ending("https://example.org/a.PNG?size=2#top") == "png"
    report = FILES.lint("---\nchannels: [youtube]\nmedia:\n  - {file: talk, kind: audio}\n---\nOur talk")
    assert "media/kind" not in {s.rule for s in report.posts[0].suggestions}
