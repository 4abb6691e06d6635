"""Descriptions of pictures, for people who don't see them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..media import ending
from ..model import Fact, Match, Media
from ..post import Post
from ..terms import Terms

_CAMERA_NAME = re.compile(r"(?:IMG|DSC|PXL|Screenshot|image|photo|picture)[\s_\-]?\d*\Z", re.IGNORECASE)


def check(post: Post, *, empty_openings: Terms, longest: Fact | None = None) -> Iterator[Match]:
    """Yield each picture whose description is missing, blank, a file's name, a stock opening, or too long."""
    for image in post.images:
        if fault := _fault(image, post, empty_openings):
            yield Match(values={"file": image.file, "fault": fault}, place=image.place)
        elif longest is not None and len(image.alt or "") > longest.number:
            fault = f"has a description of {len(image.alt or ''):,} characters; {longest.value:,} is the most"
            yield Match(values={"file": image.file, "fault": fault}, place=image.place, fact=longest)


def _fault(image: Media, post: Post, empty_openings: Terms) -> str:
    """What is wrong with a description, as the end of a sentence; empty where nothing is."""
    alt = (image.alt or "").strip()
    if not alt:
        return "has no description"
    if not any(char.isalpha() for char in alt):
        return "has a description without words"
    if (ending(alt) and " " not in alt) or _CAMERA_NAME.fullmatch(alt):
        return "has a file's name for a description"
    if alt == post.text.strip():
        return "has the post's own text for a description"
    opening = next(iter(empty_openings.find(alt)), None)
    if opening is not None and opening.start == 0:
        return f'has a description that opens with "{alt[: opening.end]}"'
    return ""
