"""How far the command has got, for a person who waits: one line on standard error that goes away at the end."""

from __future__ import annotations

import os
import time
from collections.abc import Iterable, Iterator
from typing import TextIO, TypeVar

T = TypeVar("T")

_FEWEST = 100
"""Fewer drafts are done before anybody could read the line."""

_SECONDS = 0.1
"""Between two changes of the line."""


def shown(items: Iterable[T], total: int, stream: TextIO) -> Iterator[T]:
    """The items, with a bar on the stream while they come, where a person looks at it and there are many."""
    if total < _FEWEST or not stream.isatty() or os.environ.get("TERM") == "dumb":
        yield from items
        return
    due = 0.0
    try:
        for done, item in enumerate(items, 1):
            if time.monotonic() >= due:
                due = time.monotonic() + _SECONDS
                stream.write(f"\r{bar(done, total)}")
                stream.flush()
            yield item
    finally:
        stream.write(f"\r{' ' * len(bar(total, total))}\r")
        stream.flush()


def bar(done: int, total: int, width: int = 30) -> str:
    """Such as `[#####     ]  1,200 of 2,400 drafts`: plain signs, for any terminal."""
    full = width * done // total
    return f"[{'#' * full}{' ' * (width - full)}] {done:>{len(f'{total:,}')},} of {total:,} drafts"
