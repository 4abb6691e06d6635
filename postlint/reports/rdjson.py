"""reviewdog's JSON. Lines and columns count from 1, columns count bytes of UTF-8, and an end is the first one behind.

See https://github.com/reviewdog/reviewdog/tree/master/proto/rdf
"""

from __future__ import annotations

import json
from typing import Any

from ..model import Edit, Level
from ..positions import Lines
from ..report import Problem, Report
from .columns import utf8_position
from .findings import Found, open_findings
from .names import in_repository

_SEVERITIES: dict[Level, str] = {"error": "ERROR", "warning": "WARNING", "advice": "INFO", "reminder": "INFO"}


def render(report: Report) -> str:
    """One JSON object with a diagnostic for each finding that nobody has acknowledged, and for each problem."""
    diagnostics = [*map(_finding, open_findings(report)), *map(_problem, report.problems)]
    return json.dumps({"source": {"name": "postlint"}, "diagnostics": diagnostics}, ensure_ascii=False, indent=2)


def _finding(one: Found) -> dict[str, Any]:
    suggestion = one.suggestion
    code = {"value": suggestion.rule}
    code |= {"url": suggestion.source.url} if suggestion.source else {}
    place = _range(one.lines, suggestion.start, suggestion.end)
    return {
        "message": suggestion.message,
        "location": {"path": in_repository(one.path), "range": place},
        "severity": _SEVERITIES[suggestion.level],
        "code": code,
        "suggestions": [_suggestion(one.lines, edit) for edit in suggestion.fix.edits] if suggestion.fix else [],
    }


def _suggestion(lines: Lines, edit: Edit) -> dict[str, Any]:
    return {"range": _range(lines, edit.start, edit.end), "text": edit.text}


def _range(lines: Lines, start: int, end: int) -> dict[str, Any]:
    return {"start": _place(lines, start), "end": _place(lines, end)}


def _place(lines: Lines, offset: int) -> dict[str, int]:
    line, column = utf8_position(lines, offset)
    return {"line": line, "column": column}


def _problem(problem: Problem) -> dict[str, Any]:
    location: dict[str, Any] = {"path": in_repository(problem.path or "postlint")}
    if problem.line:
        location["range"] = {"start": {"line": problem.line}}
    return {"message": problem.message, "location": location, "severity": "ERROR", "code": {"value": "problem"}}
