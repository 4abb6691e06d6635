"""What tells a finding from every other and stays the same when lines are added above it."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator

from .findings import Found
from .names import in_repository


def with_fingerprints(found: Iterable[Found]) -> Iterator[tuple[Found, str]]:
    """Each finding with 32 hexadecimal digits out of its file, its rule, its words, and the how-manieth it is."""
    seen: Counter[tuple[str, str, str]] = Counter()
    for one in found:
        key = (in_repository(one.path), one.suggestion.rule, one.suggestion.text)
        seen[key] += 1
        content = "\0".join([*key, str(seen[key])])
        yield one, hashlib.sha256(content.encode("utf-8", "surrogateescape")).hexdigest()[:32]
