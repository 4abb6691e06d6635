"""SARIF 2.1.0, for code scanning. Columns count code points, and the log says so.

See https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from ..model import Edit, Fix, Level
from ..positions import Lines
from ..report import Problem, Report, Suggestion
from .findings import Found, found
from .fingerprints import with_fingerprints
from .names import as_uri

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"

_LEVELS: dict[Level, str] = {"error": "error", "warning": "warning", "advice": "note", "reminder": "note"}


def render(report: Report) -> str:
    """One log with one run. What is acknowledged stands in it as suppressed, what could not be done as notification."""
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [_run(report)]}
    return json.dumps(log, ensure_ascii=False, indent=2)


def _run(report: Report) -> dict[str, Any]:
    marked = list(with_fingerprints(found(report)))
    rules = {one.suggestion.rule: one.suggestion for one, _ in marked}
    places = {rule: place for place, rule in enumerate(sorted(rules))}
    return {
        "tool": {"driver": _driver(rules[rule] for rule in sorted(rules))},
        "columnKind": "unicodeCodePoints",
        "invocations": [_invocation(report.problems)],
        "results": [_result(one, mark, places) for one, mark in marked],
    }


def _driver(rules: Iterable[Suggestion]) -> dict[str, Any]:
    from .. import __version__

    return {"name": "postlint", "semanticVersion": __version__, "rules": [_rule(rule) for rule in rules]}


def _rule(suggestion: Suggestion) -> dict[str, Any]:
    why = " ".join(suggestion.why.split())
    more = f" More: postlint --explain {suggestion.rule}" if suggestion.source else ""
    about = {
        "id": suggestion.rule,
        "shortDescription": {"text": suggestion.title or suggestion.rule},
        "fullDescription": {"text": why},
        "help": {"text": why + more},
        "defaultConfiguration": {"level": _LEVELS[suggestion.level]},
    }
    return about | ({"helpUri": suggestion.source.url} if suggestion.source else {})


def _invocation(problems: Iterable[Problem]) -> dict[str, Any]:
    told = [_notification(problem) for problem in problems]
    return {"executionSuccessful": not told, "toolExecutionNotifications": told}


def _notification(problem: Problem) -> dict[str, Any]:
    said = {"level": "error", "message": {"text": problem.message}}
    return said | ({"locations": [_location(problem.path, _line(problem))]} if problem.path else {})


def _line(problem: Problem) -> dict[str, int] | None:
    return {"startLine": problem.line} if problem.line else None


def _result(one: Found, fingerprint: str, places: dict[str, int]) -> dict[str, Any]:
    suggestion = one.suggestion
    region = _region(one.lines, suggestion.start, suggestion.end)
    result = {
        "ruleId": suggestion.rule,
        "ruleIndex": places[suggestion.rule],
        "level": _LEVELS[suggestion.level],
        "message": {"text": suggestion.message},
        "locations": [_location(one.path, region)],
        "partialFingerprints": {"primaryLocationLineHash": fingerprint},
        "properties": {"channels": list(one.channels), "points": suggestion.points},
    }
    result |= {"fixes": [_fix(suggestion.fix, one)]} if suggestion.fix else {}
    if suggestion.acknowledged:
        said = suggestion.acknowledged.reason
        result["suppressions"] = [{"kind": "external", "status": "accepted", "justification": said}]
    return result


def _location(path: str, region: dict[str, int] | None) -> dict[str, Any]:
    place: dict[str, Any] = {"artifactLocation": {"uri": as_uri(path)}}
    return {"physicalLocation": place | ({"region": region} if region else {})}


def _region(lines: Lines, start: int, end: int) -> dict[str, int]:
    (line, column), (end_line, end_column) = lines.position(start), lines.position(end)
    return {"startLine": line, "startColumn": column, "endLine": end_line, "endColumn": end_column}


def _fix(fix: Fix, one: Found) -> dict[str, Any]:
    how = "Safe: may be made without asking" if fix.safe else "To be looked at by a person first"
    change = {
        "artifactLocation": {"uri": as_uri(one.path)},
        "replacements": [_replacement(edit, one.lines) for edit in fix.edits],
    }
    return {"description": {"text": how}, "artifactChanges": [change]}


def _replacement(edit: Edit, lines: Lines) -> dict[str, Any]:
    return {"deletedRegion": _region(lines, edit.start, edit.end), "insertedContent": {"text": edit.text}}
