"""A file or a string into a `Draft`: the brief, the posts, the media, with every offset kept."""

from __future__ import annotations

import codecs
import os
import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TypeAlias

from msgspec.structs import replace

from .errors import DraftError
from .expressions import expression
from .media import media_kind
from .model import Brief, Draft, Media, Part, Span

SUFFIXES = (".txt", ".md", ".markdown")
"""The endings of the files that are looked for in a folder."""

Wanted: TypeAlias = Callable[[Path], bool]
"""Says whether a file is a draft."""

STDIN = "-"
"""Stands for standard input among the paths."""

_BRIEF = expression(r"---[ \t]*\r?\n(?P<yaml>.*?)^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE)
_BREAK = expression(r"^---[ \t]*(?:\r?\n|\Z)", re.MULTILINE)
_IMAGE = expression(r"!\[(?P<alt>[^\[\]\n]{0,2000})\]\((?P<file>[^()\s]{1,2000})(?:[ \t]+\"[^\"\n]{0,500}\")?\)[ \t]*")
_UTF16 = {codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}


def read(path: Path) -> Draft:
    """The draft in a file, or a `DraftError` that says what is wrong with it."""
    return parse(decode_text(content(path), str(path)), path=str(path))


def content(path: Path) -> bytes:
    """What a file holds, or a `DraftError` that says why it can't be read."""
    try:
        return path.read_bytes()
    except OSError as problem:
        raise DraftError(f"can't be read: {problem.strerror or problem}", file=str(path)) from problem


def decode_text(data: bytes, path: str | None = None) -> str:
    """UTF-8, with or without its mark, or UTF-16 with one. Never the machine's own encoding."""
    encoding = next((name for mark, name in _UTF16.items() if data.startswith(mark)), "utf-8-sig")
    data = data[2:] if encoding != "utf-8-sig" else data
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as problem:
        raise DraftError(f"is not UTF-8 text (byte {problem.start}); save it as UTF-8", file=path) from problem
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        raise DraftError("holds a NUL character, so it is not a text file; remove it", file=path, line=line)
    return text


def encode_text(text: str, like: bytes) -> bytes:
    """The text as bytes, in the encoding and with the mark of the file that it came from."""
    for mark, encoding in _UTF16.items():
        if like.startswith(mark):
            return mark + text.encode(encoding)
    return (codecs.BOM_UTF8 if like.startswith(codecs.BOM_UTF8) else b"") + text.encode()


def parse(text: str, path: str | None = None) -> Draft:
    """A whole file's text into a draft. A brief that can't be read is a `DraftError`."""
    brief, start = _brief(text, path)
    markdown = path is not None and path.lower().endswith((".md", ".markdown"))
    stretches = list(_stretches(text, start))
    parts = [
        _part(
            text,
            stretch,
            brief.media if number == 1 else (),
            markdown=markdown,
            number=number,
            of=len(stretches),
        )
        for number, stretch in enumerate(stretches, 1)
    ]
    return Draft(text, brief, tuple(parts), path)


def with_brief(draft: Draft, brief: Brief) -> Draft:
    """The draft under another brief, whose media go out with its first post."""
    first, *others = draft.parts
    own = first.media[len(draft.brief.media) :]
    return replace(draft, brief=brief, parts=(replace(first, media=(*brief.media, *own)), *others))


def completed(draft: Draft) -> Draft:
    """A draft whose posts have been read: one that a caller has put together out of a text and a brief has none yet."""
    if draft.parts:
        return draft
    read = parse(draft.text, draft.path)
    return read if draft.brief == Brief() else with_brief(read, draft.brief)


def _brief(text: str, path: str | None) -> tuple[Brief, int]:
    """The brief, and where the body starts."""
    if not text.startswith("---") or not re.match(r"---[ \t]*\r?\n", text):
        return Brief(), 0
    found = _BRIEF.match(text)
    if not found:
        raise DraftError("the brief opens with --- but is never closed; add a line of --- under it", file=path, line=1)
    from .brief import read_brief

    return read_brief(found["yaml"], found.start("yaml"), path), found.end()


def _stretches(text: str, start: int) -> Iterator[Span]:
    """The posts of a thread: what stands between lines of ---, without the blank space around it."""
    if "---" not in text:
        yield _trim(text, Span(start, len(text)))
        return
    breaks = [found.span() for found in _BREAK.finditer(text, start)]
    starts = [start, *(end for _, end in breaks)]
    ends = [*(begin for begin, _ in breaks), len(text)]
    trimmed = [_trim(text, Span(*pair)) for pair in zip(starts, ends, strict=True)]
    written = [span for span in trimmed if span.start < span.end]
    yield from written or [trimmed[0]]


def _trim(text: str, span: Span) -> Span:
    piece = text[span.start : span.end].rstrip()
    start = span.start + len(piece) - len(piece.lstrip())
    return Span(start, max(start, span.start + len(piece)))


def _part(text: str, span: Span, media: tuple[Media, ...], *, markdown: bool, number: int, of: int) -> Part:
    images = list(_IMAGE.finditer(text, span.start, span.end)) if markdown else []
    if not images:
        return Part(text[span.start : span.end], ((0, span.start),), media, number, of)
    pictures = tuple(_picture(image) for image in images)
    kept = list(_kept(text, span, [_with_line(text, image, span) for image in images]))
    pieces, written, at = [], [], 0
    for piece in kept:
        pieces.append((at, piece.start))
        written.append(text[piece.start : piece.end])
        at += piece.end - piece.start
    return Part("".join(written), tuple(pieces) or ((0, span.start),), media + pictures, number, of)


def _picture(image: re.Match[str]) -> Media:
    return Media(image["file"], media_kind(image["file"]), image["alt"], place=Span(*image.span()))


def _with_line(text: str, image: re.Match[str], span: Span) -> Span:
    """The image, and the line break after it where it has the line to itself."""
    start, end = image.span()
    alone = start == span.start or text[start - 1] == "\n"
    if alone and (line_end := re.compile(r"\r?\n").match(text, end, span.end)):
        return Span(start, line_end.end())
    return Span(start, end)


def _kept(text: str, span: Span, cuts: list[Span]) -> Iterator[Span]:
    """What is left of `span` without the cuts, and without blank space at either end."""
    starts = [span.start, *(cut.end for cut in cuts)]
    ends = [*(cut.start for cut in cuts), span.end]
    pieces = [Span(*pair) for pair in zip(starts, ends, strict=True)]
    while pieces and not text[pieces[0].start : pieces[0].end].strip():
        pieces.pop(0)
    while pieces and not text[pieces[-1].start : pieces[-1].end].strip():
        pieces.pop()
    if pieces:
        first, last = pieces[0], pieces[-1]
        pieces[0] = Span(_trim(text, first).start, first.end)
        pieces[-1] = Span(pieces[-1].start, _trim(text, last).end)
    yield from pieces


def collect(
    paths: Iterable[str | os.PathLike[str]], wanted: Wanted | None = None, *, strict: bool = False
) -> Iterator[Path | DraftError]:
    """The files that `paths` name, each once: a file as it is, a folder's drafts in order of name.

    `wanted` says which files of a folder are drafts, else their ending does. Hidden files and READMEs never are.
    With `strict`, a file that is named by itself is asked about too, and left out without a word.
    """
    seen: set[str] = set()
    wanted = wanted or _has_ending
    for path in map(Path, paths):
        for found in [path] if str(path) == STDIN else _files(path, wanted, strict=strict):
            if isinstance(found, DraftError):
                yield found
            elif (real := os.path.realpath(found)) not in seen:
                seen.add(real)
                yield found


def _has_ending(path: Path) -> bool:
    return path.name.lower().endswith(SUFFIXES)


def _files(path: Path, wanted: Wanted, *, strict: bool) -> Iterator[Path | DraftError]:
    if not path.is_dir():
        if not path.exists():
            yield DraftError("no such file or folder; check the name", file=str(path))
        elif not strict or (_may_be_draft(path.name) and wanted(path)):
            yield path
        return
    problems: list[OSError] = []
    found = [file for file in _walk(path, problems) if wanted(file)]
    yield from found
    yield from (DraftError(f"can't be read: {p.strerror}", file=str(Path(p.filename))) for p in problems)
    if not found and not problems:
        said = "holds no drafts; a draft's name ends in .txt or .md, unless the config's include and exclude differ"
        yield DraftError(said, file=str(path))


def _walk(folder: Path, problems: list[OSError]) -> Iterator[Path]:
    """The files below a folder that may be drafts. Links to folders are not followed, so none leads in a circle.

    A link that leads nowhere is among them, to be told as what can't be read; a pipe or a socket is no file.
    """
    for base, folders, files in os.walk(folder, onerror=problems.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            path = os.path.join(base, name)
            if _may_be_draft(name) and (os.path.isfile(path) or not os.path.exists(path)):
                yield Path(path)


def _may_be_draft(name: str) -> bool:
    return not name.lower().startswith((".", "readme"))
