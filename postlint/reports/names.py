"""Names of files as each format writes them."""

from __future__ import annotations

import os
from pathlib import Path


def in_repository(path: str) -> str:
    """The path from the folder that the command runs in, with slashes; one outside of it stays as it is."""
    place = Path(path)
    if place.is_absolute() and place.is_relative_to(Path.cwd()):
        place = place.relative_to(Path.cwd())
    return place.as_posix()


def as_uri(path: str) -> str:
    """The same as a relative URI: blanks, emoji, and bytes that are no UTF-8 are percent-encoded."""
    from urllib.parse import quote

    name = in_repository(path)
    return f"file://{quote(os.fsencode(name))}" if name.startswith("/") else quote(os.fsencode(name))
