"""What kind of thing a media file is, by its name."""

from __future__ import annotations

import re
from functools import cache
from typing import cast, get_args

from .data import lexicon
from .model import MediaKind

_ENDING = re.compile(r"\.([A-Za-z0-9]{2,5})(?:[?#].*)?$")


def ending(file: str) -> str:
    """The lower-case ending of a file's name or a link to it, without the dot; empty where it has none."""
    found = _ENDING.search(file)
    return found[1].lower() if found else ""


def media_kind(file: str) -> MediaKind:
    """Image, film, audio or document by the ending; unknown for any other."""
    return _kinds().get(ending(file), "unknown")


@cache
def _kinds() -> dict[str, MediaKind]:
    lists = lexicon("media")
    kinds = [cast(MediaKind, kind) for kind in get_args(MediaKind) if kind in lists]
    return {name: kind for kind in kinds for name in lists[kind]}
