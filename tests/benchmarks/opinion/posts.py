"""The labelled posts: real ones and written ones, shared or the project's own."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from msgspec import Struct

from postlint.opinion.features import Reading, read
from postlint.quotations import quotations
from postlint.tongues import foreign

OWN = Path(__file__).parent / "drafts.jsonl"
"""Drafts written for postlint, one JSON object a line, labelled by their writers."""

_PAIR = re.compile(r"(w8-\d+)[ab]")


class Labelled(Struct, frozen=True):
    """A post and what a careful reader says of it. `group` is shared by the posts of a pair."""

    id: str
    group: str
    source: str
    text: str
    opinion: bool
    kind: str = ""
    words: str = ""
    critical: bool | None = None
    plain: bool = False


def reading(text: str) -> Reading:
    """A text as postlint reads it for its author's own words."""
    return read(text, quotations(text), foreign(text))


def real(data: Path, name: str) -> list[Labelled]:
    """Real posts of gold-dev or gold-train whose label is decided."""
    rows = [row for row in _rows(data / f"{name}.jsonl") if row["opinion"] is not None]
    return [
        Labelled(
            row["id"],
            row["id"],
            row["kind"],
            row["text"],
            bool(row["opinion"]),
            words=row["words"] or "",
            critical=None if row["critical"] is None else bool(row["critical"]),
        )
        for row in rows
    ]


def written(data: Path) -> list[Labelled]:
    """The shared written drafts."""
    return [_written(row) for row in _rows(data / "written-train.jsonl")]


def own() -> list[Labelled]:
    """The project's own drafts, kept in the repository."""
    return [_written(row) for row in _rows(OWN)]


def _written(row: dict[str, Any]) -> Labelled:
    pair = _PAIR.fullmatch(row["id"])
    return Labelled(
        row["id"], pair[1] if pair else row["id"], row.get("source", "written"), row["text"], bool(row["opinion"]),
        row["kind"], row["words"], bool(row["critical"]), row.get("plain", False),
    )  # fmt: skip


def _rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]
