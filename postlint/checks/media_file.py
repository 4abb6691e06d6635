"""Media files: there, of a type that the channel takes, and no more than it takes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from ..errors import NotEvaluatedError
from ..media import ending
from ..model import Fact, Match, Media
from ..post import Post


def check(
    post: Post, *, image_types: tuple[str, ...] | None = None, images_limit: Fact | None = None
) -> Iterator[Match]:
    """Yield each file that isn't where the draft says, each picture of a refused type, and too many pictures."""
    for item in post.media:
        if image_types and item.kind == "image" and ending(item.file) and ending(item.file) not in image_types:
            yield _said(item, f"is of a type that {post.channel.name} doesn't take; use {', '.join(image_types)}")
    if images_limit is not None and len(post.images) > images_limit.number:
        most = images_limit.number
        yield _said(post.images[most], f"is one picture too many: {post.channel.name} takes {most}")
    yield from _not_there(post)


def _not_there(post: Post) -> Iterator[Match]:
    local = [item for item in post.media if "://" not in item.file]
    if local and post.draft.path is None:
        raise NotEvaluatedError("a draft without a file has no folder to look for media in")
    folder = Path(post.draft.path or "").parent
    for item in local:
        if not _exists(folder / item.file):
            yield _said(item, "isn't where the draft says; check its name and folder")


def _exists(file: Path) -> bool:
    try:
        return file.is_file()
    except (OSError, ValueError):  # a name that no file can have
        return False


def _said(item: Media, fault: str) -> Match:
    return Match(values={"file": item.file, "fault": fault}, place=item.place)
