"""One JSON object a line: each suggestion, with its draft and channel; then each problem. Offsets count code points."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from ..positions import Lines
from ..report import PostReport, Report
from .json import problem_data, suggestion_data


def render(report: Report) -> str:
    """The lines; nothing where nothing was found."""
    rows = [row for post in report.posts for row in _rows(post)]
    rows += [{"problem": problem_data(problem)} for problem in report.problems]
    return "\n".join(json.dumps(row, ensure_ascii=False) for row in rows)


def _rows(post: PostReport) -> Iterator[dict[str, Any]]:
    lines = Lines(post.draft.text)
    where = {"path": post.path, "channel": post.channel.id, "part": post.part}
    return ({**where, **suggestion_data(suggestion, lines)} for suggestion in post.suggestions)
