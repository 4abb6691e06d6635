"""GitLab's Code Quality report: lines only, with fingerprints that stay the same when other lines move.

See https://docs.gitlab.com/ci/testing/code_quality/
"""

from __future__ import annotations

import hashlib
import json
from typing import Any

from ..model import Level
from ..report import Problem, Report
from .findings import Found, open_findings
from .fingerprints import with_fingerprints
from .names import in_repository

_SEVERITIES: dict[Level, str] = {"error": "major", "warning": "minor", "advice": "info", "reminder": "info"}


def render(report: Report) -> str:
    """A JSON list with an entry for each finding that nobody has acknowledged, and for each problem."""
    entries = [_finding(one, mark) for one, mark in with_fingerprints(open_findings(report))]
    return json.dumps([*entries, *map(_problem, report.problems)], ensure_ascii=False, indent=2)


def _finding(one: Found, fingerprint: str) -> dict[str, Any]:
    suggestion = one.suggestion
    lines = {"begin": one.start[0], "end": one.end[0]}
    severity = _SEVERITIES[suggestion.level]
    return _entry(suggestion.message, suggestion.rule, fingerprint, severity, in_repository(one.path), lines)


def _problem(problem: Problem) -> dict[str, Any]:
    path = in_repository(problem.path or "postlint")
    mark = hashlib.sha256(f"{path}\0{problem.message}".encode("utf-8", "surrogateescape")).hexdigest()[:32]
    return _entry(problem.message, "internal/problem", mark, "critical", path, {"begin": problem.line or 1})


def _entry(said: str, rule: str, mark: str, severity: str, path: str, lines: dict[str, int]) -> dict[str, Any]:
    location = {"path": path, "lines": lines}
    return {
        "description": said,
        "check_name": rule,
        "fingerprint": mark,
        "severity": severity,
        "location": location,
    }
