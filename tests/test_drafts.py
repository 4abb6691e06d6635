"""Reading drafts: bytes to text, the brief, the posts of a thread, media; every offset kept."""

from __future__ import annotations

import codecs
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postlint import drafts
from postlint.engine import in_file
from postlint.errors import DraftError
from postlint.model import Span


def test_a_plain_text_is_one_post_without_a_brief() -> None:
    """A text with nothing above it is published whole, without the blank space around it."""
    draft = drafts.parse("\n  Hello, ward 4.\n\n")
    assert [part.text for part in draft.parts] == ["Hello, ward 4."]
    assert draft.parts[0].pieces == ((0, 3),)


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (b"caf\xc3\xa9", "café"),
        (codecs.BOM_UTF8 + b"hello", "hello"),
        (codecs.BOM_UTF16_LE + "hé".encode("utf-16-le"), "hé"),
        (codecs.BOM_UTF16_BE + "hé".encode("utf-16-be"), "hé"),
        (b"one\r\ntwo", "one\r\ntwo"),
        (b"", ""),
    ],
)
def test_bytes_are_read_as_utf8_or_by_their_mark(content: bytes, text: str) -> None:
    """UTF-8 with or without a mark, and UTF-16 with one; line ends are kept as they are."""
    assert drafts.decode_text(content) == text


@pytest.mark.parametrize(
    ("content", "said"),
    [(b"caf\xe9", "byte 3"), (b"a\nb\0c", "NUL"), (codecs.BOM_UTF16_LE + b"a", "UTF-8")],
)
def test_what_is_no_text_is_an_error_that_says_so(content: bytes, said: str) -> None:
    """A byte that is not UTF-8, or a NUL, is never read as something else."""
    with pytest.raises(DraftError, match=said):
        drafts.decode_text(content, "d.txt")


def test_offsets_count_from_the_start_of_the_file() -> None:
    """The body's offset is the file's, brief and CRLF included."""
    text = "---\r\nchannels: [twitter]\r\n---\r\n\r\nÉ👍🏽 ward\r\n"
    part = drafts.parse(text).parts[0]
    start = part.text.index("ward")
    span = in_file(part, Span(start, start + 4))
    assert text[span.start : span.end] == "ward"


def test_a_markdown_image_is_media_and_not_text() -> None:
    """In Markdown an image leaves the text, and what follows it keeps its place in the file."""
    text = 'Before\n![a run chart](chart.png)\nafter 😀 ![b](c.jpg "t") end'
    part = drafts.parse(text, path="d.md").parts[0]
    assert part.text == "Before\nafter 😀 end"
    assert [(media.file, media.alt, media.kind) for media in part.media] == [
        ("chart.png", "a run chart", "image"),
        ("c.jpg", "b", "image"),
    ]
    span = in_file(part, Span(part.text.index("end"), len(part.text)))
    assert text[span.start : span.end] == "end"


def test_an_image_stays_text_outside_markdown() -> None:
    """A .txt draft has no markup: what looks like an image is what will be published."""
    assert drafts.parse("![a](b.png) hi", path="d.txt").parts[0].text == "![a](b.png) hi"


def test_lines_of_three_hyphens_part_a_thread() -> None:
    """Each post of a thread has its own text and place; empty ones are left out."""
    text = "one\n---\n\ntwo\n---\n---\nthree\n"
    parts = drafts.parse(text).parts
    assert [(part.text, part.number, part.of) for part in parts] == [
        ("one", 1, 3),
        ("two", 2, 3),
        ("three", 3, 3),
    ]
    assert [text[part.pieces[0][1] :][: len(part.text)] for part in parts] == ["one", "two", "three"]


def test_the_whole_brief_is_read() -> None:
    """Every key of the brief arrives in its type, plain words as they stand."""
    draft = drafts.parse(
        "---\nchannels: [twitter, linkedin]\ntitle: 7\ngoal: no\naudience: ward managers\n"
        "publish: 2026-12-01T09:00+00:00\nvisibility: private-group\naccount: official\ncampaign: falls-week\n"
        "in-reply-to: https://example.org/1\ncontent-warning: needles\n"
        "media:\n  - {file: ward.jpg, alt: Sister Rowe, captions: false}\n  - talk.mp4\n"
        "postlint:\n  ignore:\n    - {rule: opinion/judgement, reason: agreed, until: 2026-12-31}\n---\nHi"
    )
    brief = draft.brief
    assert brief.channels == ("twitter", "linkedin")
    assert (brief.title, brief.goal, brief.visibility, brief.account) == (
        "7",
        "no",
        "private-group",
        "official",
    )
    assert brief.publish is not None
    assert brief.publish.isoformat() == "2026-12-01T09:00:00+00:00"
    assert [(media.file, media.kind, media.alt) for media in brief.media] == [
        ("ward.jpg", "image", "Sister Rowe"),
        ("talk.mp4", "film", None),
    ]
    place = brief.media[0].place
    assert place is not None
    assert draft.text[place.start : place.end] == "{file: ward.jpg, alt: Sister Rowe, captions: false}"
    assert brief.ignore[0].reason == "agreed"


@pytest.mark.parametrize(
    ("brief", "line", "said"),
    [
        ("chanels: [x]", 2, 'did you mean "channels"'),
        ("goal: a\nmedia:\n - {fil: x}", 4, 'did you mean "file"'),
        ("goal: [", 2, "can't be read"),
        ("- a\n- b", 1, "must hold lines like"),
        ("goal: &a x\naudience: *a", 3, "aliases"),
        ("publish: soon", 2, "must look like"),
        ("goal: a\ngoal: b", 3, "twice"),
        ("visibility: secret", 2, "secret"),
        ("account: ours", 2, "official, professional, personal"),
        ("media: ward", 2, "must be a list"),
        ("postlint:\n  ignore:\n    - {rule: a/b, reason: ' '}", 4, "reason"),
    ],
)
def test_a_broken_brief_names_the_file_the_line_and_the_key(brief: str, line: int, said: str) -> None:
    """Each slip in a brief is an error with its place and the mend."""
    with pytest.raises(DraftError, match=said) as caught:
        drafts.parse(f"---\n{brief}\n---\nHi", path="d.txt")
    assert caught.value.file == "d.txt"
    assert caught.value.line is not None
    assert abs(caught.value.line - line) <= 1


def test_a_brief_that_is_never_closed_is_an_error() -> None:
    """Without its second line of hyphens a brief would swallow the post."""
    with pytest.raises(DraftError, match="never closed"):
        drafts.parse("---\ngoal: x\nHello")


def test_a_deeply_nested_brief_is_an_error_and_no_crash() -> None:
    """A brief made to exhaust the stack is refused in words."""
    with pytest.raises(DraftError):
        drafts.parse("---\ngoal: " + "[" * 5000 + "\n---\nHi")


def test_a_folder_gives_its_drafts_in_order(tmp_path: Path) -> None:
    """Drafts are found below a folder by their ending; hidden files and READMEs are not drafts."""
    for name in ("b.txt", "a.md", "sub/c.markdown", ".hidden.txt", "README.md", "notes.csv"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x", "utf-8")
    found = list(drafts.collect([tmp_path]))
    names = [path.relative_to(tmp_path).as_posix() for path in found if isinstance(path, Path)]
    assert names == ["a.md", "b.txt", "sub/c.markdown"]


def test_a_file_that_is_named_twice_is_checked_once(tmp_path: Path) -> None:
    """A file comes once, however many paths lead to it."""
    (tmp_path / "a.txt").write_text("x", "utf-8")
    assert len(list(drafts.collect([tmp_path, tmp_path / "a.txt", tmp_path / "." / "a.txt"]))) == 1


def test_a_circle_of_links_ends(tmp_path: Path) -> None:
    """A link back to its own folder is not followed."""
    (tmp_path / "a.txt").write_text("x", "utf-8")
    (tmp_path / "loop").symlink_to(tmp_path, target_is_directory=True)
    assert len(list(drafts.collect([tmp_path]))) == 1


@pytest.mark.parametrize(("name", "said"), [("missing.txt", "no such file"), ("empty", "holds no drafts")])
def test_a_missing_path_and_an_empty_folder_are_errors(tmp_path: Path, name: str, said: str) -> None:
    """Nothing to check is never a pass."""
    (tmp_path / "empty").mkdir()
    (found,) = drafts.collect([tmp_path / name])
    assert isinstance(found, DraftError)
    assert said in found.message


@given(st.text(alphabet=st.sampled_from("ab é👍🏽\r\n-![](x.png)\u0301\u202e"), max_size=200))
def test_every_character_of_a_post_is_found_again_in_its_file(text: str) -> None:
    """Whatever a draft holds, each character of each post has its own place in the file, and stands there."""
    try:
        draft = drafts.parse(text, path="d.md")
    except DraftError:
        return
    for part in draft.parts:
        places = [in_file(part, Span(at, at + 1)) for at in range(len(part.text))]
        assert "".join(text[place.start : place.end] for place in places) == part.text
        assert [place.start for place in places] == sorted({place.start for place in places})
